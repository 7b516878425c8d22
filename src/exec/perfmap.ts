/**
 * A map of the code for `perf`: where functions are, by name. Takes the symbols of code that has been built;
 * appends a line for each to /tmp/perf-PID.map, where perf looks for the names of code that is in no file
 * (Linux, tools/perf/Documentation/jit-interface.txt: `START SIZE symbolname`, hexadecimal numbers).
 *
 * The environment variable DYNASM_PERF_MAP=1 asks for it.
 */
import { closeSync, constants, fstatSync, openSync, writeSync } from 'node:fs';
// (Windows does not have `getuid`, and would not load a module that imports it by name.)
import process from 'node:process';
import type { CodeSymbol } from './symbol.ts';

export const isPerfMapWanted = process.env['DYNASM_PERF_MAP'] === '1';

let file: number | undefined;

/**
 * @param size of the code in bytes
 * @param name of what stands in front of the first symbol
 * @throws {Error} if the file belongs to somebody else, or cannot be written
 */
export function addToPerfMap(
  address: bigint,
  size: number,
  symbols: readonly CodeSymbol[],
  name: string,
): void {
  const starts = symbols.map(symbol => ({ offset: symbol.offset, name: symbol.name }));
  if (starts[0]?.offset !== 0) starts.unshift({ offset: 0, name });
  const lines = starts.map((start, index) => {
    const end = starts[index + 1]?.offset ?? size;
    const at = (address + BigInt(start.offset)).toString(16);
    return end > start.offset ? `${at} ${(end - start.offset).toString(16)} ${start.name}\n` : '';
  });
  file ??= openMap(`/tmp/perf-${process.pid}.map`);
  writeSync(file, lines.join(''));
}

/** Node may write the same file (`--perf-basic-prof`). A link, or a file of somebody else, is refused. */
function openMap(path: string): number {
  const { O_APPEND, O_CREAT, O_NOFOLLOW, O_WRONLY } = constants;
  const opened = openSync(path, O_APPEND | O_CREAT | O_NOFOLLOW | O_WRONLY, 0o600);
  const { uid, nlink } = fstatSync(opened);
  if (uid === process.getuid?.() && nlink === 1) return opened;
  closeSync(opened);
  throw new Error(`DYNASM_PERF_MAP: ${path} belongs to somebody else`);
}
