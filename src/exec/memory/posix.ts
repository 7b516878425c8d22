/**
 * Memory for code on Linux, macOS and the BSDs, from the C library's `mmap`, `mprotect`, `munmap`
 * (POSIX.1-2017), `ftruncate` and `close`, and `memfd_create` (Linux, FreeBSD), through koffi.
 *
 * Where there is `memfd_create`, a memory object has two mappings: one is written, the other one is executed.
 * Elsewhere, and where the system denies that, one mapping changes between writable and executable.
 *
 * macOS: a process may make pages executable with `mprotect` if it has the entitlement
 * allow-unsigned-executable-memory, which the official Node binaries have. (MAP_JIT is of no use here: after
 * `pthread_jit_write_protect_np(0)` a thread cannot execute V8's own code.) Untested.
 */
import { getSystemErrorName } from 'node:util';
import { koffi } from '../koffi.ts';
import { libraries, symbolAddress } from '../library.ts';
import { isLinux } from '../process.ts';
import { isWatched } from '../tool.ts';
import { MemoryError, Neighbourhood, type Pages, type Way } from './pages.ts';

// From asm-generic/mman-common.h (Linux) and sys/mman.h (macOS, BSD), which differ only in MAP_ANONYMOUS.
const PROT_READ = 1;
const PROT_WRITE = 2;
const PROT_EXEC = 4;
const MAP_SHARED = 1;
const MAP_PRIVATE = 2;
const MAP_ANONYMOUS = isLinux ? 0x20 : 0x1000;
/** memfd_create(2). */
const MFD_CLOEXEC = 1;

type Mmap = (
  at: bigint | null,
  size: number,
  protection: number,
  flags: number,
  file: number,
  offset: number,
) => bigint | null;

/**
 * The ways in the order in which they are to be tried.
 * @throws {Error} if the C library cannot be loaded
 */
export function posixWays(): readonly Way[] {
  const [library] = libraries();
  if (library === undefined) throw new Error('the C library cannot be loaded');
  const mmap: Mmap = library.func('void *mmap(void *, size_t, int, int, int, long)');
  const mprotect: (address: bigint, size: number, protection: number) => number = library.func(
    'int mprotect(void *, size_t, int)',
  );
  const munmap: (address: bigint, size: number) => number = library.func('int munmap(void *, size_t)');
  const ftruncate: (file: number, size: number) => number = library.func('int ftruncate(int, long)');
  const close: (file: number) => number = library.func('int close(int)');
  const getpagesize: () => number = library.func('int getpagesize()');
  const strerror: (code: number) => string = library.func('const char *strerror(int)');
  /** (void *) -1. */
  const MAP_FAILED = 2n ** BigInt(8 * koffi().sizeof('void *')) - 1n;
  const pageSize = getpagesize();

  /** @param call the call that failed, with its arguments */
  function fail(call: string): never {
    const code = koffi().errno();
    throw new MemoryError(call, code, `${getSystemErrorName(-code)} (${strerror(code)})`);
  }

  function unmap(address: bigint, size: number): void {
    if (munmap(address, size) !== 0) fail(`munmap of ${size} bytes at 0x${address.toString(16)}`);
  }

  /** Maps a file, or memory without one: file −1. */
  function map(size: number, protection: number, file: number, at: bigint | undefined): bigint {
    const flags = file < 0 ? MAP_PRIVATE | MAP_ANONYMOUS : MAP_SHARED;
    const address = mmap(at ?? null, size, protection, flags, file, 0);
    if (address === null || address === MAP_FAILED) {
      fail(`mmap of ${size} bytes${(protection & PROT_EXEC) === 0 ? '' : ' to be executed'}`);
    }
    return address;
  }

  /** The same within reach of the C library. */
  function mapCode(size: number, protection: number, file: number): bigint {
    neighbourhood ??= new Neighbourhood(symbolAddress('mmap') ?? 0n, 1n);
    const place = (at: bigint | undefined): bigint => map(size, protection, file, at);
    return neighbourhood.map(size, place, address => {
      unmap(address, size);
    });
  }
  let neighbourhood: Neighbourhood | undefined;

  function wholePages(size: number): number {
    return Math.ceil(size / pageSize) * pageSize;
  }

  /** Two mappings of one memory object. */
  const twoMappings: Way = {
    name: 'two mappings of a memory object',
    allocate(wanted) {
      const size = wholePages(wanted);
      const file = memoryObject(size);
      try {
        const writable = map(size, PROT_READ | PROT_WRITE, file, undefined);
        try {
          const address = mapCode(size, PROT_READ | PROT_EXEC, file);
          return sharedPages(address, writable, size);
        } catch (error) {
          unmap(writable, size);
          throw error;
        }
      } finally {
        close(file);
      }
    },
  };

  function memoryObject(size: number): number {
    if (symbolAddress('memfd_create') === undefined) {
      throw new MemoryError('memfd_create', 0, 'the C library does not have it');
    }
    memfdCreate ??= library?.func('int memfd_create(const char *, unsigned int)');
    const file = memfdCreate?.('dynasm', MFD_CLOEXEC) ?? -1;
    if (file < 0) fail('memfd_create');
    try {
      if (ftruncate(file, size) !== 0) fail(`ftruncate of a memory object to ${size} bytes`);
      return file;
    } catch (error) {
      close(file);
      throw error;
    }
  }
  let memfdCreate: ((name: string, flags: number) => number) | undefined;

  function sharedPages(address: bigint, writable: bigint, size: number): Pages {
    return {
      address,
      size,
      bytes: new Uint8Array(koffi().view(writable, size)),
      write(_start, _end, change) {
        change();
      },
      release() {
        unmap(address, size);
        unmap(writable, size);
      },
    };
  }

  /** One mapping, whose protection changes. */
  const oneMapping: Way = {
    name: 'pages that change between writable and executable',
    allocate(wanted) {
      const size = wholePages(wanted);
      const address = mapCode(size, PROT_READ | PROT_WRITE, -1);
      const protect = (start: number, end: number, access: number, shown: string): void => {
        const first = Math.floor(start / pageSize) * pageSize;
        const bytes = wholePages(end) - first;
        const at = address + BigInt(first);
        if (mprotect(at, bytes, access) !== 0) {
          fail(`mprotect of ${bytes} bytes at 0x${at.toString(16)} to ${shown}`);
        }
      };
      try {
        protect(0, size, PROT_READ | PROT_EXEC, 'executable');
      } catch (error) {
        unmap(address, size);
        throw error;
      }
      return {
        address,
        size,
        bytes: new Uint8Array(koffi().view(address, size)),
        write(start, end, change) {
          protect(start, end, PROT_READ | PROT_WRITE, 'writable');
          try {
            change();
          } finally {
            protect(start, end, PROT_READ | PROT_EXEC, 'executable');
          }
        },
        release() {
          unmap(address, size);
        },
      };
    },
  };

  // perf looks for names only where code is in no file, such as a memory object; and debuggers can set
  // breakpoints only in memory that is not shared.
  return isWatched ? [oneMapping, twoMappings] : [twoMappings, oneMapping];
}
