/**
 * The machine code of the guard for this processor: guard.dast or arm64guard.dast. The functions return what
 * has been put, and how its labels are found when it has been encoded.
 */
import { State } from '../../encoder/index.ts';
import { koffi } from '../koffi.ts';
import { codeInPages } from '../owncode.ts';
import { hostArch, isLinux } from '../process.ts';
import * as arm64 from './arm64guard.ts';
import * as x64 from './guard.ts';
import type { System } from './linuxsystem.ts';

/** Whether calls can be guarded in this process. */
export const isGuardable: boolean = isLinux && (hostArch === 'x64' || hostArch === 'arm64');

export interface GuardCode {
  readonly state: State;
  /** The address of a label. @throws {RangeError} */
  readonly labelOf: (name: string) => bigint;
}

/** @param thread the address of the thread's data */
export function entryCode(thread: bigint): GuardCode {
  return hostArch === 'arm64'
    ? guardCode(new State(arm64.actions), state => {
        arm64.putEntry(state, thread);
      })
    : guardCode(new State(x64.actions), state => {
        x64.putEntry(state, thread);
      });
}

/** @param registry the address of the process's data */
export function handlerCode(registry: bigint): GuardCode {
  return hostArch === 'arm64'
    ? guardCode(new State(arm64.actions), state => {
        arm64.putHandler(state, registry);
      })
    : guardCode(new State(x64.actions), state => {
        x64.putHandler(state, registry);
      });
}

function guardCode(state: State, put: (state: State) => void): GuardCode {
  put(state);
  return {
    state,
    labelOf(name) {
      const address = state.globals[state.list.globals.indexOf(name)];
      if (address === undefined) throw new RangeError(`there is no label ->${name} in the guard`);
      return BigInt(address);
    },
  };
}

/**
 * What tells this thread from others, in the handler, too: on x64 the address of its control block, which
 * fs:0 holds; on ARM64 the register TPIDR_EL0. (That is not what `pthread_self` returns.)
 */
export function threadPointer(system: System): bigint {
  if (hostArch !== 'arm64') return system.self();
  const state = new State(arm64.actions);
  arm64.putThreadPointer(state);
  // The pool's memory would be taken before the thread's data says whose it is.
  const pages = codeInPages(state);
  try {
    const read: () => bigint | number = koffi().decode(pages.address, koffi().proto('uintptr_t ()'));
    return BigInt(read());
  } finally {
    pages.release();
  }
}
