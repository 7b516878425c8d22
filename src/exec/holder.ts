/**
 * The life of something that native code uses: pages, or a callback of koffi's.
 *
 * In goes how to release it. That happens once: when nothing refers to the holder any more, or at `free`; but not while a
 * call is under way, so that a callback may free the code that calls it.
 */

/** The release functions must not refer to their holder, or it would live for ever. */
const finalizer = new FinalizationRegistry<() => void>(release => {
  release();
});

export class Holder {
  #freed = false;
  #active = 0;
  readonly #release: (() => void) | undefined;

  /** @param release none for what is not ours to release (functions of a library) */
  constructor(release?: () => void) {
    this.#release = release;
    if (release !== undefined) finalizer.register(this, release, this);
  }

  /** Whether `free` was called. No call may begin any more. */
  get freed(): boolean {
    return this.#freed;
  }

  /** Releases at once, or when the last call that is under way returns. A second time does nothing. */
  free(): void {
    if (this.#freed) return;
    this.#freed = true;
    if (this.#active === 0) this.#end();
  }

  /** A call begins. @internal */
  enter(): void {
    this.#active++;
  }

  /** A call has returned or thrown. @internal */
  leave(): void {
    if (--this.#active === 0 && this.#freed) this.#end();
  }

  #end(): void {
    finalizer.unregister(this);
    this.#release?.();
  }
}
