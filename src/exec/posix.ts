/**
 * Pages on Linux and macOS: mmap, mprotect, munmap (POSIX.1-2017), and memcpy, from the C library through koffi.
 *
 * macOS: the hardened runtime allows an x64 process mprotect to executable by the entitlement
 * allow-unsigned-executable-memory, which the official Node binaries have; MAP_JIT is needed on arm64 only.
 */
import { getSystemErrorName } from 'node:util';
import type { Koffi } from './koffi.ts';
import { openLibraries } from './library.ts';
import { MemoryError, type Pages } from './memory.ts';

const PROT_READ = 1;
const PROT_WRITE = 2;
const PROT_EXEC = 4;
const MAP_PRIVATE = 2;
/** The one number in which Linux (asm-generic/mman-common.h) differs from macOS and the BSDs (<sys/mman.h>). */
const MAP_ANONYMOUS = process.platform === 'linux' ? 0x20 : 0x1000;

type Mmap = (
  at: null,
  size: number,
  access: number,
  flags: number,
  file: number,
  offset: number,
) => bigint | null;
type Memcpy = (to: bigint | Uint8Array, from: bigint | Uint8Array, size: number) => bigint;
type Strerror = (code: number) => string;

/** @throws Error where the C library cannot be found */
export function posixPages(koffi: Koffi): Pages {
  const library = openLibraries(koffi)[0];
  if (library === undefined) throw new Error('the C library cannot be loaded');
  const mmap: Mmap = library.func('void *mmap(void *, size_t, int, int, int, long)');
  const mprotect: (address: bigint, size: number, access: number) => number = library.func(
    'int mprotect(void *, size_t, int)',
  );
  const munmap: (address: bigint, size: number) => number = library.func('int munmap(void *, size_t)');
  const memcpy: Memcpy = library.func('void *memcpy(void *, const void *, size_t)');
  const strerror: Strerror = library.func('const char *strerror(int)');
  const failed = 2n ** BigInt(8 * koffi.sizeof('void *')) - 1n;

  function failure(call: string): MemoryError {
    const code = koffi.errno();
    return new MemoryError(call, code, `${getSystemErrorName(-code)} (${strerror(code)})`);
  }

  return {
    allocate(size) {
      const address = mmap(null, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
      if (address === null || address === failed) throw failure(`mmap of ${size} bytes`);
      return address;
    },
    write(address, bytes) {
      memcpy(address, bytes, bytes.length);
    },
    read(address, bytes) {
      memcpy(bytes, address, bytes.length);
    },
    protect(address, size) {
      if (mprotect(address, size, PROT_READ | PROT_EXEC) !== 0) {
        throw failure(`mprotect of ${size} bytes at 0x${address.toString(16)} to executable`);
      }
    },
    free(address, size) {
      if (munmap(address, size) !== 0) throw failure(`munmap of ${size} bytes at 0x${address.toString(16)}`);
    },
  };
}
