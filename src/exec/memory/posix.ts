/**
 * Memory for code on Linux, macOS and the BSDs, from the C library's `mmap`, `mprotect`, `ftruncate`
 * (POSIX.1-2017), and `memfd_create` (Linux, FreeBSD), through koffi.
 *
 * Where there is `memfd_create`, a memory object has two mappings: one is written, the other one is executed.
 * Elsewhere, and where the system denies that, one mapping changes between writable and executable.
 *
 * macOS: a process may make pages executable with `mprotect` if it has the entitlement
 * allow-unsigned-executable-memory, which the official Node binaries have. (MAP_JIT is of no use here: after
 * `pthread_jit_write_protect_np(0)` a thread cannot execute V8's own code.) Untested.
 */
import { libraries, symbolAddress } from '../library.ts';
import { isWatched } from '../tool.ts';
import { sharedPages, switchedPages } from './mappedpages.ts';
import { mapper, PROT_EXEC, PROT_READ, PROT_WRITE } from './mapping.ts';
import { MemoryError, Neighbourhood, type Way } from './pages.ts';

/** memfd_create(2). */
const MFD_CLOEXEC = 1;

/**
 * The ways in the order in which they are to be tried.
 * @throws {Error} if the C library cannot be loaded
 */
export function posixWays(): readonly Way[] {
  const [library] = libraries();
  if (library === undefined) throw new Error('the C library cannot be loaded');
  const { map, unmap, fail } = mapper(library);
  const mprotect: (address: bigint, size: number, protection: number) => number = library.func(
    'int mprotect(void *, size_t, int)',
  );
  const ftruncate: (file: number, size: number) => number = library.func('int ftruncate(int, long)');
  const close: (file: number) => number = library.func('int close(int)');
  const getpagesize: () => number = library.func('int getpagesize()');
  const pageSize = getpagesize();

  /** Maps within reach of the C library. */
  function mapCode(size: number, protection: number, file?: number): bigint {
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
        const writable = map(size, PROT_READ | PROT_WRITE, file);
        try {
          const address = mapCode(size, PROT_READ | PROT_EXEC, file);
          return sharedPages(address, writable, size, unmap);
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

  /** One mapping, whose protection changes. */
  const oneMapping: Way = {
    name: 'pages that change between writable and executable',
    allocate(wanted) {
      const size = wholePages(wanted);
      const address = mapCode(size, PROT_READ | PROT_WRITE);
      const protect = (start: number, end: number, to: 'writable' | 'executable'): void => {
        const first = Math.floor(start / pageSize) * pageSize;
        const bytes = wholePages(end) - first;
        const at = address + BigInt(first);
        if (mprotect(at, bytes, PROT_READ | (to === 'writable' ? PROT_WRITE : PROT_EXEC)) !== 0) {
          fail(`mprotect of ${bytes} bytes at 0x${at.toString(16)} to ${to}`);
        }
      };
      return switchedPages(address, size, protect, unmap);
    },
  };

  // perf looks for names only where code is in no file, such as a memory object; and debuggers can set
  // breakpoints only in memory that is not shared.
  return isWatched ? [oneMapping, twoMappings] : [twoMappings, oneMapping];
}
