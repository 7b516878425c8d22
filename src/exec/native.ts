/**
 * What one thread has of the world outside JavaScript: koffi, the pages of the system, the libraries, and the
 * signatures made so far.
 *
 * This is the one module-level variable of the project that changes, and it only caches: koffi never frees a
 * prototype (some 2.5 KB each), so that equal prototypes must be made once in a thread, not once in a state; and
 * libraries need not be opened for every build. Each worker thread has a module, and so a cache, of its own.
 */
import { loadKoffi, type Koffi } from './koffi.ts';
import { openLibraries, symbolFinder } from './library.ts';
import type { Pages } from './memory.ts';
import { posixPages } from './posix.ts';
import type { Signature } from './signature.ts';
import { windowsPages } from './windows.ts';

export interface Native {
  readonly koffi: Koffi;
  readonly pages: Pages;
  /** The address of a symbol of the C library, the mathematical library or the process. */
  readonly symbol: (name: string) => bigint | undefined;
  /** By the text of the prototype. */
  readonly signatures: Map<string, Signature>;
}

let instance: Native | undefined;

/** Loads koffi and all the rest at the first call. */
export function native(): Native {
  instance ??= load(loadKoffi());
  return instance;
}

function load(koffi: Koffi): Native {
  return {
    koffi,
    pages: process.platform === 'win32' ? windowsPages(koffi) : posixPages(koffi),
    symbol: symbolFinder(openLibraries(koffi)),
    signatures: new Map(),
  };
}
