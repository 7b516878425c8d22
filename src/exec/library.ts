/**
 * The libraries in which an extern is looked up when the state was not told: the C library, the mathematical
 * library, the process itself.
 *
 * In goes a symbol's name, out comes its address.
 */
import type { LibraryHandle } from 'koffi';
import type { Koffi } from './koffi.ts';

/**
 * By platform, in the order in which they are asked; `null` is the process with all that is loaded globally. The C library is
 * asked by name first because the process gives the address of its own jump stub for what it calls itself. Where
 * there is no such file (musl has another name for it) the process answers.
 */
const names: Partial<Record<NodeJS.Platform, readonly (string | null)[]>> = {
  linux: ['libc.so.6', 'libm.so.6', null],
  darwin: ['/usr/lib/libSystem.B.dylib', null],
  win32: ['msvcrt.dll', 'kernel32.dll', null],
};

/** Opens what there is of them; the C library (or the process in its place) comes first. */
export function openLibraries(koffi: Koffi): LibraryHandle[] {
  const libraries: LibraryHandle[] = [];
  for (const name of names[process.platform] ?? [null]) {
    try {
      libraries.push(koffi.load(name));
    } catch {
      // The next name may be the right one for this system.
    }
  }
  return libraries;
}

/** Looks symbols up, each once: the address, or undefined where no library has it. */
export function symbolFinder(libraries: readonly LibraryHandle[]): (name: string) => bigint | undefined {
  const known = new Map<string, bigint>();
  return name => {
    for (const library of known.has(name) ? [] : libraries) {
      try {
        const address: bigint = library.symbol(name);
        known.set(name, address);
        break;
      } catch {
        // Not in this one.
      }
    }
    return known.get(name);
  };
}
