/**
 * The guard of this thread: its data, its entry, and the stack on which signals are handled. `guardThread`
 * returns where functions are called through, and what tells of faults.
 */
import { State } from '../../encoder/index.ts';
import { koffi } from '../koffi.ts';
import { atThreadEnd } from '../memory/lifetime.ts';
import type { Pages } from '../memory/pages.ts';
import { watchSegments } from '../memory/pool.ts';
import { codeInPages } from '../owncode.ts';
import { announce, isWatched } from '../tool.ts';
import { actions, putEntry } from './guard.ts';
import { Frame, MAX_FRAMES, Thread } from './guardlayout.ts';
import { linuxSystem, type System } from './linuxsystem.ts';
import { openRegistry, SIGNALS } from './registry.ts';
import { reclaimDead, ThreadMemory } from './threadmemory.ts';

/** `stack_t` on x64: address, flags, size. */
const STACK_BYTES = 24;
const SS_DISABLE = 2;
/** A frame of a signal has 3 KB, with AVX-512 and AMX up to 12 KB. */
const SIGNAL_STACK_SIZE = 2 ** 16;

/** A fault in generated code. */
export interface Fault {
  readonly signal: string;
  /** `si_code`, see sigaction(2). */
  readonly code: number;
  /** The address of the instruction; after a single step, of the next one. */
  readonly at: bigint;
  /** The address that could not be accessed; undefined for other faults. */
  readonly address: bigint | undefined;
  readonly access: 'read' | 'write' | 'execute' | undefined;
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
  const system = linuxSystem();
  if (system === undefined) return undefined;
  const registry = openRegistry(system);
  const number = system.threadNumber();
  reclaimDead(number, system, registry);
  const self = system.self();
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
    words[Thread.END / 8] = data + BigInt(Thread.FRAMES + MAX_FRAMES * Frame.SIZE);
    // Other copies use the entry, too, so that it does not belong to the pool of this one.
    const state = new State(actions);
    putEntry(state, data);
    const pages = codeInPages(state);
    words[Thread.ENTRY / 8] = pages.address;
    if (isWatched) announceEntry(state, pages, data);
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
function announceEntry({ globals }: State, { address, bytes }: Pages, data: bigint): void {
  const offset = (label: (typeof actions.globals)[number]): number => {
    return Number(BigInt(globals[actions.globals.indexOf(label)] ?? 0) - address);
  };
  const guard = {
    data,
    popped: offset('popped'),
    entered: offset('entered'),
    left: offset('left'),
    returning: offset('returning'),
  };
  const code = bytes.slice(0, offset('end'));
  announce({ address, bytes: code, symbols: [], name: 'dynasm_entry', lines: [], statements: [], guard });
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

/** Error code of a page fault (Intel's manual, volume 3, "Page-Fault Exception"). */
const WRITE = 2;
const FETCH = 16;
/** The page fault's number; that of a general-protection exception is 13. */
const PAGE_FAULT = 14;

/** `si_code` of SIGTRAP: rip is behind the instruction, int1 or int3, which has one byte. */
const BREAKPOINTS: readonly number[] = [1, 128];

function takeFault(data: DataView): Fault {
  const signal = SIGNALS[data.getInt32(Thread.SIGNAL, true)] ?? 'a signal';
  data.setInt32(Thread.SIGNAL, 0, true);
  const code = data.getInt32(Thread.CODE, true);
  const rip = data.getBigUint64(Thread.RIP, true);
  const isPageFault = data.getInt32(Thread.TRAP, true) === PAGE_FAULT;
  const error = data.getInt32(Thread.ERROR, true);
  const access = (error & FETCH) !== 0 ? 'execute' : (error & WRITE) !== 0 ? 'write' : 'read';
  return {
    signal,
    code,
    at: signal === 'SIGTRAP' && BREAKPOINTS.includes(code) ? rip - 1n : rip,
    address: isPageFault ? data.getBigUint64(Thread.ADDRESS, true) : undefined,
    access: isPageFault ? access : undefined,
  };
}
