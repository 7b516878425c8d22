/** Whether people look at standard output or standard error, and whether they want colours. */
import { fstatSync, statSync } from 'node:fs';

type Stream = 1 | 2;

/** Whether a stream is a terminal. */
export function isTerminal(stream: Stream): boolean {
  return !isPiped(stream) && process.getBuiltinModule('node:tty').isatty(stream);
}

/**
 * Whether what is written to a stream is to have colours: FORCE_COLOR and NO_COLOR decide it, as in Node
 * (where the first one wins), else whether it is a terminal.
 */
export function hasColors(stream: Stream): boolean {
  const { FORCE_COLOR: forced, NO_COLOR: refused } = process.env;
  if (forced !== undefined) return forced !== '0' && forced !== 'false';
  return !refused && isTerminal(stream);
}

/** Tells files, pipes and the null device from terminals without `node:tty`, which takes 4 ms to load. */
function isPiped(stream: Stream): boolean {
  try {
    const stats = fstatSync(stream);
    return stats.isFile() || stats.isFIFO() || stats.isSocket() || stats.rdev === statSync('/dev/null').rdev;
  } catch {
    return false;
  }
}
