/**
 * The registry of faults: one for the process, whatever the number of its threads and of the copies of this
 * package. It is memory that the handler of signals reads: the threads that are guarded, and where our code
 * is.
 *
 * `openRegistry` installs the handler, or finds the one that another thread has installed. Linux only.
 */
import process from 'node:process';
import { isMainThread } from 'node:worker_threads';
import { koffi } from '../koffi.ts';
import { codeInPages } from '../owncode.ts';
import { handlerCode } from './guardcode.ts';
import { MAX_RANGES, MAX_THREADS, Registry } from './guardlayout.ts';
import type { System } from './linuxsystem.ts';

/** signal(7), x86 and ARM. SIGBUS: memory of a file that has become shorter. */
export const SIGNALS: Readonly<Record<number, string>> = {
  4: 'SIGILL',
  5: 'SIGTRAP',
  7: 'SIGBUS',
  8: 'SIGFPE',
  11: 'SIGSEGV',
};
const SIGSEGV = 11;
const SIG_DFL = 0n;

/** glibc's `struct sigaction` on x64 and ARM64: handler, mask of 128 bytes, flags, restorer. */
const ACTION_BYTES = 152;
const ACTION_FLAGS = 136;
const SA_SIGINFO = 4;
const SA_ONSTACK = 0x0800_0000;

/** In front of the handler: the magic number, and the registry's address. */
const HEADER_BYTES = 16n;

/** The tables of the process, as JavaScript sees them. */
export class FaultRegistry {
  readonly #counts: Int32Array;
  readonly #remover: Int32Array;
  /** Pairs, of which the first word is 0 where there is no thread. */
  readonly #threads: BigInt64Array;
  readonly #numbers: Int32Array;
  readonly #ranges: BigInt64Array;

  constructor(address: bigint) {
    const view: ArrayBuffer = koffi().view(address, Registry.SIZE);
    this.#counts = new Int32Array(view, 0, 2);
    this.#remover = new Int32Array(view, Registry.REMOVER, 1);
    this.#threads = new BigInt64Array(view, Registry.THREAD, 2 * MAX_THREADS);
    this.#numbers = new Int32Array(view, Registry.NUMBERS, MAX_THREADS);
    this.#ranges = new BigInt64Array(view, Registry.RANGE, 2 * MAX_RANGES);
  }

  /** The data of the thread with this control block; 0n if it has none. */
  threadData(self: bigint): bigint {
    for (let index = 0; index < this.#counts[0]!; index++) {
      if (this.#threads[2 * index] === self) return this.#threads[2 * index + 1]!;
    }
    return 0n;
  }

  /**
   * Adds a thread. Returns false if there is no place.
   * @param number the system's number of the thread
   */
  addThread(self: bigint, number: number, data: bigint): boolean {
    return this.#add(this.#threads, 0, self, data, index => (this.#numbers[index] = number));
  }

  removeThread(self: bigint): void {
    removePair(this.#threads, self);
  }

  /**
   * Removes the threads that have ended without `removeThread`.
   * @param number of this thread
   * @returns their data
   */
  removeDead(number: number, system: System): bigint[] {
    // Only one thread does that at a time. It may be terminated meanwhile.
    for (;;) {
      const other = Atomics.compareExchange(this.#remover, 0, 0, number);
      if (other === 0) break;
      if (!system.hasThread(other)) Atomics.compareExchange(this.#remover, 0, other, 0);
    }
    const found: bigint[] = [];
    for (let index = 0; index < this.#counts[0]!; index++) {
      const [self, data] = this.#threads.subarray(2 * index);
      if (!self || !data || system.hasThread(this.#numbers[index]!)) continue;
      removePair(this.#threads.subarray(2 * index, 2 * index + 2), self);
      found.push(data);
    }
    Atomics.store(this.#remover, 0, 0);
    return found;
  }

  /** From now on faults at these addresses are ours. Where there is no place they are not. */
  addRange(start: bigint, end: bigint): void {
    this.#add(this.#ranges, 1, start, end);
  }

  removeRange(start: bigint): void {
    removePair(this.#ranges, start);
  }

  /** Other threads may add at the same time, and the handler may read: the second word comes last. */
  #add(
    table: BigInt64Array,
    count: 0 | 1,
    key: bigint,
    value: bigint,
    prepare?: (index: number) => void,
  ): boolean {
    for (let index = 0; 2 * index < table.length; index++) {
      if (Atomics.compareExchange(table, 2 * index, 0n, key) !== 0n) continue;
      prepare?.(index);
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
}

/** The handler may read meanwhile. */
function removePair(table: BigInt64Array, key: bigint): void {
  for (let at = 0; at < table.length; at += 2) {
    if (table[at] !== key) continue;
    Atomics.store(table, at + 1, 0n);
    Atomics.store(table, at, 0n);
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
  const { state, labelOf } = handlerCode(address);
  // It is never given back: the handler may run until the process ends.
  codeInPages(state);
  const handler = labelOf('handler');
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
