/**
 * The calls into Linux that the guard needs, through koffi: signals, memory, and what tells threads apart.
 */
import { koffi, type LibraryHandle } from '../koffi.ts';
import { libraries } from '../library.ts';
import { mapper, PROT_READ, PROT_WRITE } from '../memory/mapping.ts';
import { hostArch } from '../process.ts';

export interface System {
  /** Memory that is not given back unless by `unmap`: zeros. @returns its address */
  map(size: number): bigint;
  unmap(address: bigint, size: number): void;
  /** sigaction(2), with glibc's `struct sigaction`. */
  sigaction(signal: number, action: Uint8Array | null, before: Uint8Array | null): number;
  /** sigaltstack(2). */
  sigaltstack(stack: Uint8Array | null, before: Uint8Array | null): number;
  /** Copies memory of this process, which need not be there. @returns whether it was */
  read(address: bigint, into: Uint8Array): boolean;
  /** What pthread_self(3) returns: on x64 the address of the thread's control block, which fs:0 holds. */
  self(): bigint;
  /** The system's number of the thread, which no later thread has for a long time. */
  threadNumber(): number;
  /** Whether this process has a thread of this number. */
  hasThread(number: number): boolean;
}

/** asm/unistd_64.h; asm-generic/unistd.h for ARM64. */
const [SYS_gettid, SYS_tgkill] = hostArch === 'arm64' ? [178, 131] : [186, 234];

/** Undefined where the C library lacks a function. */
export function linuxSystem(): System | undefined {
  const [library] = libraries();
  if (library === undefined) return undefined;
  try {
    return systemOf(library);
  } catch {
    // koffi throws if the library does not have a function.
    return undefined;
  }
}

type Readv = (
  process: number,
  to: BigUint64Array,
  toCount: number,
  from: BigUint64Array,
  fromCount: number,
  flags: number,
) => number | bigint;

function systemOf(library: LibraryHandle): System {
  const { map, unmap } = mapper(library);
  const syscall: (number: number, a: number, b: number, c: number) => number | bigint = library.func(
    'long syscall(long, long, long, long)',
  );
  const getpid: () => number = library.func('int getpid()');
  const readv: Readv = library.func(
    'long process_vm_readv(int, void *, unsigned long, void *, unsigned long, unsigned long)',
  );
  const pipe: (ends: Int32Array) => number = library.func('int pipe(int *)');
  const write: (file: number, from: bigint, size: number) => number | bigint = library.func(
    'long write(int, void *, size_t)',
  );
  const read: (file: number, to: Uint8Array, size: number) => number | bigint = library.func(
    'long read(int, void *, size_t)',
  );
  const close: (file: number) => number = library.func('int close(int)');

  /** Containers may forbid process_vm_readv, and emulators may lack it. */
  function readThroughPipe(address: bigint, into: Uint8Array): boolean {
    const ends = new Int32Array(2);
    if (pipe(ends) !== 0) return false;
    const [from = 0, to = 0] = ends;
    const isRead =
      Number(write(to, address, into.length)) === into.length &&
      Number(read(from, into, into.length)) === into.length;
    close(from);
    close(to);
    return isRead;
  }

  return {
    map: size => map(size, PROT_READ | PROT_WRITE),
    unmap,
    sigaction: library.func('int sigaction(int, const void *, void *)'),
    sigaltstack: library.func('int sigaltstack(const void *, void *)'),
    read(address, into) {
      const to = BigUint64Array.of(koffi().address(into), BigInt(into.length));
      const from = BigUint64Array.of(address, BigInt(into.length));
      return Number(readv(getpid(), to, 1, from, 1, 0)) === into.length || readThroughPipe(address, into);
    },
    self: library.func('void *pthread_self()'),
    // (Older C libraries have no functions for them.)
    threadNumber: () => Number(syscall(SYS_gettid, 0, 0, 0)),
    hasThread: number => Number(syscall(SYS_tgkill, getpid(), number, 0)) === 0,
  };
}
