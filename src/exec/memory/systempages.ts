/** The pages of the operating system that this process runs on. */
import { isWindows } from '../process.ts';
import type { Pages } from './pages.ts';
import { posixPages } from './posix.ts';
import { windowsPages } from './windows.ts';

let pages: Pages | undefined;

/**
 * Finds the system's functions at the first call.
 * @throws {Error} if the C library cannot be loaded
 */
export function systemPages(): Pages {
  pages ??= isWindows ? windowsPages() : posixPages();
  return pages;
}
