/**
 * The libraries in which externs are looked up that the program has not given: the C library, the
 * mathematical library, the process. `symbolAddress` takes the name of a symbol and returns its address.
 */
import { koffi, type LibraryHandle } from './koffi.ts';
import { isLinux, isMacos, isWindows } from './process.ts';

/**
 * File names in the order of the search; `null` is the process with all libraries that it has loaded
 * globally. The C library comes before it: for a function that Node itself calls, the process gives the
 * address of a jump to the function. Files that the system does not have are skipped; for example, musl names
 * its C library differently, and its symbols are found in the process.
 */
const names: readonly (string | null)[] = isLinux
  ? ['libc.so.6', 'libm.so.6', null]
  : isMacos
    ? ['/usr/lib/libSystem.B.dylib', null]
    : isWindows
      ? ['msvcrt.dll', 'kernel32.dll', null]
      : [null];

let opened: readonly LibraryHandle[] | undefined;
const addresses = new Map<string, bigint>();

/** Opens the libraries at the first call. The first one has the C library's functions, except on Windows. */
export function libraries(): readonly LibraryHandle[] {
  const { load } = koffi();
  opened ??= names.flatMap(name => {
    try {
      return [load(name)];
    } catch {
      return [];
    }
  });
  return opened;
}

/** Returns the address of a function or a variable; undefined if no library has one of this name. */
export function symbolAddress(name: string): bigint | undefined {
  for (const library of addresses.has(name) ? [] : libraries()) {
    try {
      const address: bigint = library.symbol(name);
      addresses.set(name, address);
      break;
    } catch {
      // koffi throws if the library does not have the symbol.
    }
  }
  return addresses.get(name);
}
