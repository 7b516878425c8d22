/**
 * A map of the code for `perf`: where functions are, by name. Takes code that has been built; appends a line
 * for each part of it to /tmp/perf-PID.map, where perf looks for the names of code that is in no file (Linux,
 * tools/perf/Documentation/jit-interface.txt: `START SIZE symbolname`, hexadecimal numbers).
 */
import { closeSync, constants, fstatSync, openSync, writeSync } from 'node:fs';
// (Windows does not have `getuid`, and would not load a module that imports it by name.)
import process from 'node:process';
import type { Tool } from './newcode.ts';
import { namedParts } from './namedpart.ts';

/** @throws {Error} if the file belongs to somebody else, or cannot be written */
export function openPerfMap(): Tool {
  const file = openMap(`/tmp/perf-${process.pid}.map`);
  return code => {
    const lines = namedParts(code).map(({ name, start, end }) => {
      return `${(code.address + BigInt(start)).toString(16)} ${(end - start).toString(16)} ${name}\n`;
    });
    writeSync(file, lines.join(''));
    return undefined;
  };
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
