/** The memory map of this process: how an address may be accessed, and how many mappings are ours. */
import { readFileSync } from 'node:fs';
import { dasm } from '../../src/exec/index.ts';
import { isWindows } from './host.ts';

interface Mapping {
  readonly from: bigint;
  readonly to: bigint;
  /** As in `r-xp`. */
  readonly access: string;
  readonly file: string;
}

/** On Linux, proc(5). */
function mappings(): readonly Mapping[] {
  const lines = readFileSync('/proc/self/maps', 'latin1').trim().split('\n');
  return lines.map(line => {
    const [range = '', access = '', , , , file = ''] = line.split(/ +/);
    const [from, to] = range.split('-');
    return { from: BigInt(`0x${from}`), to: BigInt(`0x${to}`), access, file };
  });
}

/** winnt.h: PAGE_READONLY … PAGE_EXECUTE_READWRITE. */
const PROTECTIONS: Readonly<Record<number, string>> = {
  2: 'r--',
  4: 'rw-',
  8: 'rw-',
  0x10: '--x',
  0x20: 'r-x',
  0x40: 'rwx',
  0x80: 'rwx',
};

type VirtualQuery = (address: bigint, information: Uint8Array, size: number) => bigint | number;
let virtualQuery: VirtualQuery | undefined;

/** MEMORY_BASIC_INFORMATION of a 64-bit process. */
function windowsAccess(address: bigint): string | undefined {
  virtualQuery ??= dasm
    .koffi()
    .load('kernel32.dll')
    .func('size_t __stdcall VirtualQuery(void *, void *, size_t)') as VirtualQuery;
  const information = new Uint8Array(48);
  if (Number(virtualQuery(address, information, information.length)) === 0) return undefined;
  return PROTECTIONS[new DataView(information.buffer).getUint32(36, true)];
}

/** `r-x` and the like; undefined where nothing is mapped. */
export function accessAt(address: bigint): string | undefined {
  if (isWindows) return windowsAccess(address);
  return mappings()
    .find(({ from, to }) => from <= address && address < to)
    ?.access.slice(0, 3);
}

function ours(): readonly Mapping[] {
  return mappings().filter(({ file }) => file.includes('memfd:dynasm'));
}

/** On Linux, how many mappings of memory for code there are. */
export function countMappings(): number {
  return ours().length;
}

/** On Linux, the size in bytes of executable memory for code. */
export function executableSize(): bigint {
  const executable = ours().filter(({ access }) => access.startsWith('r-x'));
  return executable.reduce((sum, { from, to }) => sum + to - from, 0n);
}
