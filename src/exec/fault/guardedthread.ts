/**
 * The guard of this thread: its data, its entry, and the stack on which signals are handled. `guardThread`
 * returns where functions are called through, and what tells of faults.
 */
import { koffi } from '../koffi.ts';
import { atThreadEnd } from '../memory/lifetime.ts';
import type { Pages } from '../memory/pages.ts';
import { watchSegments } from '../memory/pool.ts';
import { codeInPages } from '../owncode.ts';
import { hostArch } from '../process.ts';
import { announce, isWatched } from '../tool.ts';
import { accessOf, type Access } from './access.ts';
import { entryCode, type GuardCode, isGuardable, threadPointer } from './guardcode.ts';
import { FRAME_BYTES, MAX_FRAMES, Thread } from './guardlayout.ts';
import { linuxSystem, type System } from './linuxsystem.ts';
import { openRegistry, SIGNALS } from './registry.ts';
import { reclaimDead, ThreadMemory } from './threadmemory.ts';

/** `stack_t`: address, flags, size. */
const STACK_BYTES = 24;
const SS_DISABLE = 2;
/** A frame of a signal has 3 KB, with AVX-512 and AMX up to 12 KB, with SVE and SME up to 20 KB. */
const SIGNAL_STACK_SIZE = 2 ** 16;

/** A fault in generated code. */
export interface Fault {
  readonly signal: string;
  /** `si_code`, see sigaction(2). */
  readonly code: number;
  /** The address of the instruction; on x64, after a single step, of the next one. */
  readonly at: bigint;
  /** The address that could not be accessed; undefined for other faults. */
  readonly address: bigint | undefined;
  readonly access: Access | undefined;
}

export interface ThreadGuard {
  /** The address to call, in halves. */
  readonly cell: Uint32Array;
  /** The number of the signal of the last fault; 0 if there was none. */
  readonly signal: Int32Array;
  /** The frame of the code that runs; 0 while JavaScript runs. */
  readonly active: BigUint64Array;
  readonly entry: bigint;
  takeFault(): Fault;
}

/** To be called once in a thread. Returns undefined if the thread cannot be guarded. */
export function guardThread(): ThreadGuard | undefined {
  const system = isGuardable ? linuxSystem() : undefined;
  if (system === undefined) return undefined;
  const registry = openRegistry(system);
  const number = system.threadNumber();
  reclaimDead(number, system, registry);
  const self = threadPointer(system);
  // Another copy of this package may have made it.
  const known = registry.threadData(self);
  const data = known === 0n ? system.map(Thread.SIZE) : known;
  const view: ArrayBuffer = koffi().view(data, Thread.SIZE);
  const words = new BigUint64Array(view);
  const users = new Int32Array(view, Thread.USERS, 1);
  let memory: ThreadMemory | undefined = new ThreadMemory(view);
  const watcher = {
    added({ address, size, mappings }: Pages) {
      registry.addRange(address, address + BigInt(size));
      for (const each of mappings) memory?.add(each, size);
    },
    removed({ address, mappings }: Pages) {
      registry.removeRange(address);
      for (const each of mappings) memory?.remove(each);
    },
  };
  let release: (() => void) | undefined;
  if (known === 0n) {
    words[Thread.TOP / 8] = data + BigInt(Thread.FRAMES);
    words[Thread.END / 8] = data + BigInt(Thread.FRAMES + MAX_FRAMES * FRAME_BYTES);
    // Other copies use the entry, too, so that it does not belong to the pool of this one.
    const code = entryCode(data);
    const pages = codeInPages(code.state);
    words[Thread.ENTRY / 8] = pages.address;
    if (isWatched) announceEntry(code, pages, data);
    // The entry's call of an address that is not canonical faults in the entry.
    watcher.added(pages);
    const releaseStack = useSignalStack(system, memory);
    release = () => {
      watcher.removed(pages);
      releaseStack();
      pages.release();
      memory = undefined;
      system.unmap(data, Thread.SIZE);
    };
    if (!registry.addThread(self, number, data)) {
      release();
      return undefined;
    }
  }
  users[0]!++;
  atThreadEnd(() => {
    // Functions of another copy may still be called. If that has made the data, a later thread gives it back.
    if (--users[0]! > 0 || release === undefined) return;
    registry.removeThread(self);
    release();
  });
  watchSegments(watcher);
  const entry = words[Thread.ENTRY / 8] ?? 0n;
  return {
    cell: new Uint32Array(view, Thread.CELL, 2),
    signal: new Int32Array(view, Thread.SIGNAL, 1),
    active: new BigUint64Array(view, Thread.ACTIVE, 1),
    entry,
    takeFault: () => takeFault(new DataView(view)),
  };
}

/** Tells debuggers of the entry, whose callers they find by its labels. */
function announceEntry({ labelOf }: GuardCode, { address, bytes }: Pages, data: bigint): void {
  const offset = (label: string): number => Number(labelOf(label) - address);
  // (The debuggers that find callers do so on x64.)
  const guard = hostArch === 'x64' && {
    guard: {
      data,
      popped: offset('popped'),
      entered: offset('entered'),
      left: offset('left'),
      returning: offset('returning'),
    },
  };
  const code = bytes.slice(0, offset('end'));
  announce({ address, bytes: code, symbols: [], name: 'dynasm_entry', lines: [], statements: [], ...guard });
}

/**
 * Gives the thread a stack for handlers of signals, unless it has one: that of the code may be full. Returns
 * what takes it away.
 */
function useSignalStack(system: System, thread: ThreadMemory): () => void {
  const stack = new Uint8Array(STACK_BYTES);
  const view = new DataView(stack.buffer);
  system.sigaltstack(null, stack);
  if ((view.getInt32(8, true) & SS_DISABLE) === 0) return () => undefined;
  const memory = system.map(SIGNAL_STACK_SIZE);
  thread.add(memory, SIGNAL_STACK_SIZE);
  view.setBigUint64(0, memory, true);
  view.setInt32(8, 0, true);
  view.setBigUint64(16, BigInt(SIGNAL_STACK_SIZE), true);
  system.sigaltstack(stack, null);
  return () => {
    view.setInt32(8, SS_DISABLE, true);
    system.sigaltstack(stack, null);
    system.unmap(memory, SIGNAL_STACK_SIZE);
  };
}

/** `si_code` of SIGTRAP on x64: rip is behind the instruction, int1 or int3, which has one byte. */
const BREAKPOINTS: readonly number[] = [1, 128];

function takeFault(data: DataView): Fault {
  const signal = SIGNALS[data.getInt32(Thread.SIGNAL, true)] ?? 'a signal';
  data.setInt32(Thread.SIGNAL, 0, true);
  const code = data.getInt32(Thread.CODE, true);
  const at = data.getBigUint64(Thread.RIP, true);
  const isBehind = hostArch === 'x64' && signal === 'SIGTRAP' && BREAKPOINTS.includes(code);
  const access = accessOf(signal, code, data);
  return {
    signal,
    code,
    at: isBehind ? at - 1n : at,
    address: access && data.getBigUint64(Thread.ADDRESS, true),
    access,
  };
}
