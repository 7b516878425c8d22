/** The memory for code that the operating system of this process gives: `allocatePages` tries its ways. */
import { isWindows } from '../process.ts';
import { coherent } from './coherence.ts';
import { MemoryError, NoMemoryError, type Pages, type Way } from './pages.ts';
import { posixWays } from './posix.ts';
import { windowsWays } from './windows.ts';

let ways: readonly Way[] | undefined;

/**
 * Finds the system's functions at the first call.
 * @throws {NoMemoryError} names what each way has answered
 * @throws {Error} if the C library cannot be loaded
 */
export function allocatePages(size: number): Pages {
  ways ??= (isWindows ? windowsWays() : posixWays()).map(coherent);
  return allocateFrom(ways, size);
}

/** The pages that the first of some ways gives. */
export function allocateFrom(candidates: readonly Way[], size: number): Pages {
  const errors: MemoryError[] = [];
  for (const way of candidates) {
    try {
      return way.allocate(size);
    } catch (error) {
      if (!(error instanceof MemoryError)) throw error;
      errors.push(error);
    }
  }
  throw new NoMemoryError(size, candidates, errors);
}
