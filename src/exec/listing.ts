/**
 * Listings of machine code: addresses, bytes, labels, instructions.
 *
 * `dump` takes bytes, their address and the labels in them, and returns a line for each instruction and
 * label. The disassembler, iced-x86, is loaded at its first call.
 */
import type { Instruction, OpKind } from 'iced-x86';
import {
  type OptionChecks,
  checkArgument,
  expecting,
  isOneOf,
  isOptions,
} from '../encoder/format/argument.ts';
import type { Arch } from '../encoder/index.ts';
import { loadDisassembler } from './loadedpackage.ts';
import { hostArch } from './process.ts';

/** Names of labels by their address. */
export type LabelNames = ReadonlyMap<bigint, readonly string[]>;

export interface DumpOptions {
  /** Architecture of the code. Default: that of this process, or x64 where that is not an x86 processor. */
  readonly arch?: Arch;
  /** Shown in front of the instruction at their address, and behind branches to it. Default: none. */
  readonly labels?: LabelNames;
  /** Names of procedures by the address behind them, where a line says that they end. Default: none. */
  readonly ends?: LabelNames;
  /** Names of what lies elsewhere, shown behind branches to it and memory operands. Default: none. */
  readonly externs?: LabelNames;
}

const isBytes = expecting('a Uint8Array', value => value instanceof Uint8Array);
const isCodeAddress = expecting('an address, 0…2⁶⁴−1', value =>
  typeof value === 'bigint'
    ? value >= 0n && value < 2n ** 64n
    : Number.isInteger(value) && Number(value) >= 0 && Number(value) < 2 ** 64,
);
const isLabelNames = expecting('a Map of names by address', value => value instanceof Map);
const checkDumpOptions = isOptions({
  arch: isOneOf('x64', 'x86'),
  labels: isLabelNames,
  ends: isLabelNames,
  externs: isLabelNames,
} satisfies OptionChecks<DumpOptions>);

/** Width of the column of bytes, in bytes. Longer instructions (they have up to 15) are not cut. */
const COLUMN = 10;

/**
 * Disassembles. Data is shown as the instructions that it would be, bytes that are not an instruction as
 * `(bad)`.
 * @param address of the first byte, 0…2⁶⁴−1
 * @returns lines that end in a line feed; nothing for no bytes
 * @throws {MissingPackageError} iced-x86, which people install who want listings, is not there
 */
export function dump(bytes: Uint8Array, address: bigint | number = 0n, options: DumpOptions = {}): string {
  checkArgument('dasm.dump', 'bytes', bytes, isBytes);
  checkArgument('dasm.dump', 'address', address, isCodeAddress);
  checkArgument('dasm.dump', 'options', options, checkDumpOptions);
  const { arch = hostArch ?? 'x64', labels = new Map(), ends = new Map(), externs = new Map() } = options;
  const iced = loadDisassembler();
  const start = BigInt(address);
  const decoder = new iced.Decoder(arch === 'x64' ? 64 : 32, bytes, iced.DecoderOptions.None);
  decoder.ip = start;
  const formatter = new iced.Formatter(iced.FormatterSyntax.Nasm);
  formatter.hexPrefix = '0x';
  formatter.hexSuffix = '';
  formatter.uppercaseHex = false;
  formatter.branchLeadingZeros = false;
  formatter.showBranchSize = false;
  formatter.spaceAfterOperandSeparator = true;
  const instruction = new iced.Instruction();
  const width = Math.max(4, (start + BigInt(bytes.length)).toString(16).length);
  const lines: string[] = [];
  const addNames = (at: bigint): void => {
    for (const name of ends.get(at) ?? []) lines.push(`; end of ${name}`);
    for (const name of labels.get(at) ?? []) lines.push(`${name}:`);
  };
  try {
    for (let offset = 0; offset < bytes.length;) {
      const at = start + BigInt(offset);
      addNames(at);
      decoder.decodeOut(instruction);
      let end = offset + instruction.length;
      // What seems to be an instruction is data if a label stands inside of it: decoding starts anew there.
      const name = firstName(at, end - offset, labels, ends);
      if (name > 0) {
        end = offset + name;
        decoder.position = end;
        decoder.ip = start + BigInt(end);
      }
      const hex = Array.from(bytes.subarray(offset, end), byte => byte.toString(16).padStart(2, '0'));
      formatter.smallHexNumbersInDecimal = !hasWideNumber(instruction, iced.OpKind.Immediate64);
      let text = instruction.isInvalid ? '(bad)' : formatter.format(instruction);
      if (name > 0) text = `.byte ${hex.map(byte => `0x${byte}`).join(', ')}`;
      const target = name > 0 ? undefined : addressOf(instruction, iced);
      const found = target === undefined ? undefined : (labels.get(target) ?? externs.get(target));
      const note = found === undefined ? '' : `  ; ${found[0]}`;
      const column = hex.join(' ').padEnd(3 * COLUMN);
      lines.push(`${at.toString(16).padStart(width, '0')}  ${column} ${text}${note}`);
      offset = end;
    }
    addNames(start + BigInt(bytes.length));
  } finally {
    for (const resource of [decoder, formatter, instruction]) resource.free();
  }
  return lines.map(line => `${line}\n`).join('');
}

/** The address that a branch goes to, or that a memory operand without registers has. */
function addressOf(
  instruction: Instruction,
  { Register, OpKind: { Memory } }: typeof import('iced-x86'),
): bigint | undefined {
  const isBranch = instruction.isJmpShortOrNear || instruction.isJccShortOrNear || instruction.isCallNear;
  if (isBranch) return instruction.nearBranchTarget;
  if (instruction.isIpRelMemoryOperand) return instruction.ipRelMemoryAddress;
  const { memoryBase, memoryIndex, op0Kind, op1Kind } = instruction;
  const isMemory = op0Kind === Memory || op1Kind === Memory;
  const isAbsolute = isMemory && memoryBase === Register.None && memoryIndex === Register.None;
  return isAbsolute ? instruction.memoryDisplacement : undefined;
}

/** The distance from an address to the first name behind it within so many bytes; 0 if there is none. */
function firstName(at: bigint, length: number, ...names: readonly LabelNames[]): number {
  for (let distance = 1; distance < length; distance++) {
    if (names.some(each => each.has(at + BigInt(distance)))) return distance;
  }
  return 0;
}

/**
 * Does it show a number beyond 32 bits? iced-x86 1.21 takes such a number for a small one if its lower half
 * is one, and prints only that half: 0x100000005 as 5.
 */
function hasWideNumber(instruction: Instruction, immediate64: OpKind): boolean {
  const { nearBranchTarget, memoryDisplacement, op1Kind } = instruction;
  if (op1Kind === immediate64 && instruction.immediate64 >= 2n ** 32n) return true;
  return nearBranchTarget >= 2n ** 32n || memoryDisplacement >= 2n ** 32n;
}
