/**
 * The lifetime of something that native code uses: executable pages, or a callback of koffi's.
 *
 * It takes a function that releases that, and calls the function once: at `free`, or when nothing refers to
 * the lifetime any more. It first waits for calls that are under way, so that a callback may free the code
 * that called it.
 */

import { isMainThread } from 'node:worker_threads';

/** A release function must not refer to its lifetime, which would then live for ever. */
const finalizer = new FinalizationRegistry<() => void>(release => {
  release();
});

/** Calls under way in this thread. */
let calls = 0;
/** Whether the thread has given its memory for code back. */
let isClosed = false;

const endActions: (() => void)[] = [];

/**
 * Adds what is to be done when this worker ends and gives all memory back. Then all lifetimes of the thread
 * end. If a call is under way, nothing is done: its code is on the stack. The main thread ends the process.
 */
export function atThreadEnd(action: () => void): void {
  if (isMainThread) return;
  if (endActions.push(action) > 1) return;
  process.once('exit', () => {
    isClosed = calls === 0;
    if (isClosed) for (const each of endActions.toReversed()) each();
  });
}

export class Lifetime {
  #freed = false;
  #calls = 0;
  readonly #release: (() => void) | undefined;

  /** @param release missing for what others release, such as the functions of a library */
  constructor(release?: () => void) {
    this.#release = release;
    if (release !== undefined) finalizer.register(this, release, this);
  }

  /** Whether `free` was called. From then on no call may begin. */
  get freed(): boolean {
    return this.#freed || isClosed;
  }

  /** Releases at once, or when the last call under way returns. A second call of `free` does nothing. */
  free(): void {
    if (this.#freed) return;
    this.#freed = true;
    if (this.#calls === 0) this.#end();
  }

  /** To be called before an address of what lives is given away. @internal */
  expose(): void {
    // Other memory is not looked for by address.
  }

  /** To be called before a call of the native code. @internal */
  beginCall(): void {
    this.#calls++;
    calls++;
  }

  /** To be called when that call has returned or thrown. @internal */
  endCall(): void {
    calls--;
    if (--this.#calls === 0 && this.#freed) this.#end();
  }

  #end(): void {
    finalizer.unregister(this);
    this.#release?.();
  }
}
