/**
 * Memory mappings on POSIX systems: the C library's `mmap` and `munmap` (POSIX.1-2017), through koffi.
 * `mapper` takes the library. What it returns also makes the errors of other system calls.
 */
import { getSystemErrorName } from 'node:util';
import { koffi, type LibraryHandle } from '../koffi.ts';
import { isLinux } from '../process.ts';
import { MemoryError } from './pages.ts';

// From asm-generic/mman-common.h (Linux) and sys/mman.h (macOS, BSD), which differ only in MAP_ANONYMOUS.
export const PROT_READ = 1;
export const PROT_WRITE = 2;
export const PROT_EXEC = 4;
const MAP_SHARED = 1;
const MAP_PRIVATE = 2;
const MAP_ANONYMOUS = isLinux ? 0x20 : 0x1000;

export interface Mapper {
  /**
   * Maps a file, or zeros where there is none.
   * @param at where, if that is free; undefined: the system chooses
   * @returns the address
   * @throws {MemoryError}
   */
  readonly map: (size: number, protection: number, file?: number, at?: bigint) => bigint;
  /** @throws {MemoryError} */
  readonly unmap: (address: bigint, size: number) => void;
  /**
   * @param call the call that failed, with its arguments
   * @throws {MemoryError} with the system's number of the error, `errno`, and its text
   */
  readonly fail: (call: string) => never;
}

type Mmap = (
  at: bigint | null,
  size: number,
  protection: number,
  flags: number,
  file: number,
  offset: number,
) => bigint | null;

/** @throws {Error} if the library lacks a function */
export function mapper(library: Pick<LibraryHandle, 'func'>): Mapper {
  const mmap: Mmap = library.func('void *mmap(void *, size_t, int, int, int, long)');
  const munmap: (address: bigint, size: number) => number = library.func('int munmap(void *, size_t)');
  const strerror: (code: number) => string = library.func('const char *strerror(int)');
  /** (void *) -1. */
  const MAP_FAILED = 2n ** BigInt(8 * koffi().sizeof('void *')) - 1n;

  function fail(call: string): never {
    const code = koffi().errno();
    throw new MemoryError(call, code, `${getSystemErrorName(-code)} (${strerror(code)})`);
  }

  return {
    fail,
    map(size, protection, file, at) {
      const flags = file === undefined ? MAP_PRIVATE | MAP_ANONYMOUS : MAP_SHARED;
      const address = mmap(at ?? null, size, protection, flags, file ?? -1, 0);
      if (address === null || address === MAP_FAILED) {
        fail(`mmap of ${size} bytes${(protection & PROT_EXEC) === 0 ? '' : ' to be executed'}`);
      }
      return address;
    },
    unmap(address, size) {
      if (munmap(address, size) !== 0) fail(`munmap of ${size} bytes at 0x${address.toString(16)}`);
    },
  };
}
