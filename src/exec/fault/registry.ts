/**
 * The registry of faults: one for the process, whatever the number of its threads and of the copies of this
 * package. It is memory that the handler of signals reads: the threads that are guarded, and where our code
 * is.
 *
 * `openRegistry` installs the handler, or finds the one that another thread has installed. Linux x64 only.
 */
import process from 'node:process';
import { isMainThread } from 'node:worker_threads';
import { State } from '../../encoder/index.ts';
import { koffi } from '../koffi.ts';
import { libraries } from '../library.ts';
import { allocatePages } from '../memory/systempages.ts';
import { actions, putHandler } from './guard.ts';
import { MAX_RANGES, MAX_THREADS, Registry } from './guardlayout.ts';

/** signal(7), x86. SIGBUS: memory of a file that has become shorter. */
export const SIGNALS: Readonly<Record<number, string>> = {
  4: 'SIGILL',
  5: 'SIGTRAP',
  7: 'SIGBUS',
  8: 'SIGFPE',
  11: 'SIGSEGV',
};
const SIGSEGV = 11;
const SIG_DFL = 0n;
/** asm/unistd_64.h. */
const SYS_gettid = 186;

/** glibc's `struct sigaction` on x64: handler, mask of 128 bytes, flags, restorer. */
const ACTION_BYTES = 152;
const ACTION_FLAGS = 136;
const SA_SIGINFO = 4;
const SA_ONSTACK = 0x0800_0000;

/** In front of the handler: the magic number, and the registry's address. */
const HEADER_BYTES = 16n;

/** What calls into the C library are needed. */
export interface System {
  /** Memory that is never given back: zeros. @returns its address */
  map(size: number): bigint;
  unmap(address: bigint, size: number): void;
  sigaction(signal: number, action: Uint8Array | null, before: Uint8Array | null): number;
  sigaltstack(stack: Uint8Array | null, before: Uint8Array | null): number;
  /** Copies memory of this process, which need not be there. @returns whether it was */
  read(address: bigint, into: Uint8Array): boolean;
  /** The address of the thread's control block, which fs:0 holds. */
  self(): bigint;
  /** The system's number of the thread, which no later thread has for a long time. */
  threadNumber(): number;
}

/** @throws {Error} if the C library lacks a function, which musl does not */
export function linuxSystem(): System {
  const [library] = libraries();
  if (library === undefined) throw new Error('the C library cannot be loaded');
  const mmap: (
    at: null,
    size: number,
    access: number,
    flags: number,
    file: number,
    offset: number,
  ) => bigint = library.func('void *mmap(void *, size_t, int, int, int, long)');
  const munmap: (address: bigint, size: number) => number = library.func('int munmap(void *, size_t)');
  const syscall: (number: number) => number | bigint = library.func('long syscall(long)');
  const getpid: () => number = library.func('int getpid()');
  type Vector = BigUint64Array;
  const readv: (
    pid: number,
    to: Vector,
    n: number,
    from: Vector,
    m: number,
    flags: number,
  ) => number | bigint = library.func(
    'long process_vm_readv(int, void *, unsigned long, void *, unsigned long, unsigned long)',
  );
  return {
    map(size) {
      const address = mmap(null, size, 3, 0x22, -1, 0);
      if (address === 2n ** 64n - 1n) throw new Error(`mmap of ${size} bytes failed`);
      return address;
    },
    unmap(address, size) {
      munmap(address, size);
    },
    sigaction: library.func('int sigaction(int, const void *, void *)'),
    sigaltstack: library.func('int sigaltstack(const void *, void *)'),
    read(address, into) {
      const to = BigUint64Array.of(koffi().address(into), BigInt(into.length));
      const from = BigUint64Array.of(address, BigInt(into.length));
      return Number(readv(getpid(), to, 1, from, 1, 0)) === into.length;
    },
    self: library.func('void *pthread_self()'),
    // (Older C libraries have no function for it.)
    threadNumber: () => Number(syscall(SYS_gettid)),
  };
}

/** The tables of the process, as JavaScript sees them. */
export class FaultRegistry {
  readonly #view: ArrayBuffer;
  readonly #counts: Int32Array;

  constructor(address: bigint) {
    this.#view = koffi().view(address, Registry.SIZE);
    this.#counts = new Int32Array(this.#view, 0, 2);
  }

  /** The data of the thread with this control block; 0n if it has none. */
  threadData(self: bigint): bigint {
    const table = this.#table(Registry.THREAD, this.#counts[0]!);
    for (let at = 0; at < table.length; at += 2) {
      if (table[at] === self) return table[at + 1] ?? 0n;
    }
    return 0n;
  }

  /** Adds a thread. Returns false if there is no place. */
  addThread(self: bigint, data: bigint): boolean {
    return this.#add(Registry.THREAD, MAX_THREADS, 0, self, data);
  }

  removeThread(self: bigint): void {
    this.#remove(Registry.THREAD, 0, self);
  }

  /** From now on faults at these addresses are ours. Where there is no place they are not. */
  addRange(start: bigint, end: bigint): void {
    this.#add(Registry.RANGE, MAX_RANGES, 1, start, end);
  }

  removeRange(start: bigint): void {
    this.#remove(Registry.RANGE, 1, start);
  }

  #table(offset: number, pairs: number): BigInt64Array {
    return new BigInt64Array(this.#view, offset, 2 * pairs);
  }

  /** Other threads may add at the same time, and the handler may read: the second word comes last. */
  #add(offset: number, pairs: number, count: 0 | 1, key: bigint, value: bigint): boolean {
    const table = this.#table(offset, pairs);
    for (let index = 0; index < pairs; index++) {
      if (Atomics.compareExchange(table, 2 * index, 0n, key) !== 0n) continue;
      Atomics.store(table, 2 * index + 1, value);
      for (;;) {
        const before = Atomics.load(this.#counts, count);
        if (before > index || Atomics.compareExchange(this.#counts, count, before, index + 1) === before) {
          return true;
        }
      }
    }
    return false;
  }

  #remove(offset: number, count: 0 | 1, key: bigint): void {
    const table = this.#table(offset, this.#counts[count]!);
    for (let at = 0; at < table.length; at += 2) {
      if (table[at] !== key) continue;
      Atomics.store(table, at + 1, 0n);
      Atomics.store(table, at, 0n);
    }
  }
}

/** The registry of the process. */
export function openRegistry(system: System): FaultRegistry {
  const known = findRegistry(system);
  if (known !== undefined) {
    keepHandler(system, known.address, known.handler);
    return new FaultRegistry(known.address);
  }
  const address = system.map(Registry.SIZE);
  const state = new State(actions);
  putHandler(state, address);
  const code = new Uint8Array(state.link());
  // The handler is never given back: it may run until the process ends.
  const pages = allocatePages(code.length);
  state.encode(code, pages.address);
  pages.write(0, code.length, () => {
    pages.bytes.set(code);
  });
  const handler = BigInt(state.globals[actions.globals.indexOf('handler')] ?? 0);
  state.free();
  const previous = new BigUint64Array(koffi().view(address, Registry.SIZE), Registry.PREVIOUS, 65);
  for (const signal of Object.keys(SIGNALS).map(Number)) {
    const before = new Uint8Array(ACTION_BYTES);
    if (system.sigaction(signal, null, before) !== 0) continue;
    // The handler may run as soon as it is installed.
    previous[signal] = handlerIn(before);
    // Another thread may have installed one of its own meanwhile. Then faults go on to that.
    system.sigaction(signal, actionFor(handler), before);
    previous[signal] = handlerIn(before);
  }
  keepHandler(system, address, handler);
  return new FaultRegistry(address);
}

/**
 * Installs the handler again where Node has put another one in its place, for `process.on('SIGTRAP')`, or has
 * taken that away. (Packages that listen to all signals do so for a moment: signal-exit.)
 */
function keepHandler(system: System, registry: bigint, handler: bigint): void {
  const previous = new BigUint64Array(koffi().view(registry, Registry.SIZE), Registry.PREVIOUS, 65);
  const install = (signal: number, isListened: boolean): void => {
    const before = new Uint8Array(ACTION_BYTES);
    if (system.sigaction(signal, null, before) !== 0) return;
    const now = handlerIn(before);
    // A handler that is neither ours nor Node's may go on to ours: it stays.
    if (now === handler || (now !== SIG_DFL && !isListened)) return;
    previous[signal] = now;
    system.sigaction(signal, actionFor(handler), null);
  };
  for (const signal of Object.keys(SIGNALS).map(Number)) install(signal, false);
  if (!isMainThread) return;
  const onChange = (name: string | symbol): void => {
    const signal = Object.keys(SIGNALS).find(number => SIGNALS[Number(number)] === name);
    if (signal !== undefined) install(Number(signal), process.listenerCount(name) > 0 || isAdding);
  };
  let isAdding = false;
  process.on('newListener', name => {
    isAdding = true;
    onChange(name);
    isAdding = false;
  });
  process.on('removeListener', onChange);
}

function actionFor(handler: bigint): Uint8Array {
  // The mask, the set of signals that are blocked in the handler, stays empty, as do the other flags.
  const action = new Uint8Array(ACTION_BYTES);
  const view = new DataView(action.buffer);
  view.setBigUint64(0, handler, true);
  view.setInt32(ACTION_FLAGS, SA_SIGINFO | SA_ONSTACK, true);
  return action;
}

/** The registry that belongs to the handler of SIGSEGV, if that is ours. */
function findRegistry(system: System): { readonly address: bigint; readonly handler: bigint } | undefined {
  const action = new Uint8Array(ACTION_BYTES);
  if (system.sigaction(SIGSEGV, null, action) !== 0) return undefined;
  const handler = handlerIn(action);
  if (handler <= HEADER_BYTES) return undefined;
  const header = new Uint8Array(Number(HEADER_BYTES));
  if (!system.read(handler - HEADER_BYTES, header)) return undefined;
  const view = new DataView(header.buffer);
  if (view.getBigUint64(0, true) !== Registry.MAGIC) return undefined;
  return { address: view.getBigUint64(8, true), handler };
}

function handlerIn(action: Uint8Array): bigint {
  return new DataView(action.buffer).getBigUint64(0, true);
}
