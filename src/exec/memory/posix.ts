/**
 * Pages on Linux, macOS and the BSDs: the C library's `mmap`, `mprotect`, `munmap` (POSIX.1-2017) and
 * `memcpy`, called through koffi.
 *
 * macOS: an x64 process may make pages executable with `mprotect` if it has the entitlement
 * allow-unsigned-executable-memory, which the official Node binaries have. MAP_JIT is needed on arm64 only.
 */
import { getSystemErrorName } from 'node:util';
import { koffi } from '../koffi.ts';
import { libraries, symbolAddress } from '../library.ts';
import { isLinux } from '../process.ts';
import { MemoryError, type Pages } from './pages.ts';

// From asm-generic/mman-common.h (Linux) and sys/mman.h (macOS, BSD), which differ only in MAP_ANONYMOUS.
const PROT_READ = 1;
const PROT_WRITE = 2;
const PROT_EXEC = 4;
const MAP_PRIVATE = 2;
const MAP_ANONYMOUS = isLinux ? 0x20 : 0x1000;

/** Code should be this near to the libraries, whose functions it calls with signed 32-bit distances. */
const REACH = 2n ** 30n;
/** Where that is tried: behind the libraries, at distances of so many bytes. */
const STEP = 2n ** 24n;
const STEPS = 32;
/** At least the size of a page. */
const PAGE = 2n ** 16n;

type Mmap = (
  at: bigint | null,
  size: number,
  protection: number,
  flags: number,
  file: number,
  offset: number,
) => bigint | null;
type Memcpy = (to: bigint | Uint8Array, from: bigint | Uint8Array, size: number) => bigint;
type Strerror = (code: number) => string;

/** @throws {Error} if the C library cannot be loaded */
export function posixPages(): Pages {
  const [library] = libraries();
  if (library === undefined) throw new Error('the C library cannot be loaded');
  const mmap: Mmap = library.func('void *mmap(void *, size_t, int, int, int, long)');
  const mprotect: (address: bigint, size: number, protection: number) => number = library.func(
    'int mprotect(void *, size_t, int)',
  );
  const munmap: (address: bigint, size: number) => number = library.func('int munmap(void *, size_t)');
  const memcpy: Memcpy = library.func('void *memcpy(void *, const void *, size_t)');
  const strerror: Strerror = library.func('const char *strerror(int)');
  /** (void *) -1. */
  const MAP_FAILED = 2n ** BigInt(8 * koffi().sizeof('void *')) - 1n;

  /** @param call the call that failed, with its arguments */
  function fail(call: string): never {
    const code = koffi().errno();
    throw new MemoryError(call, code, `${getSystemErrorName(-code)} (${strerror(code)})`);
  }

  /** Where the last pages that were asked for end. */
  let behind: bigint | undefined;

  /** `at`: where the pages should be; they are elsewhere if it is not free. */
  function map(size: number, at: bigint | null): bigint {
    const address = mmap(at, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (address === null || address === MAP_FAILED) fail(`mmap of ${size} bytes`);
    return address;
  }

  function unmap(address: bigint, size: number): void {
    if (munmap(address, size) !== 0) fail(`munmap of ${size} bytes at 0x${address.toString(16)}`);
  }

  return {
    allocate(size) {
      const first = map(size, null);
      const library = symbolAddress('mmap') ?? first;
      const isNear = (address: bigint): boolean => address - library < REACH && library - address < REACH;
      if (isNear(first)) return first;
      // Each memory of WebAssembly (Node's own, iced-x86) reserves up to 10 GB just below the libraries.
      behind ??= library & ~(STEP - 1n);
      for (let step = 0n; step <= STEPS; step++) {
        const address = map(size, behind + step * STEP);
        if (isNear(address)) {
          unmap(first, size);
          behind = (address + BigInt(size) + PAGE - 1n) & ~(PAGE - 1n);
          return address;
        }
        unmap(address, size);
      }
      return first;
    },
    write(address, bytes) {
      memcpy(address, bytes, bytes.length);
    },
    read(address, bytes) {
      memcpy(bytes, address, bytes.length);
    },
    protect(address, size) {
      if (mprotect(address, size, PROT_READ | PROT_EXEC) !== 0) {
        fail(`mprotect of ${size} bytes at 0x${address.toString(16)} to executable`);
      }
    },
    free: unmap,
  };
}
