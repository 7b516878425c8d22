/**
 * Asks for a garbage collection when much code may be garbage: V8 does not know how much memory a code object
 * stands for, and would collect too late.
 */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** Below it nobody asks. */
const MIN_BYTES = 2 ** 24;

/**
 * Watches the bytes of code that are in use. A program that drops its code without `free`, and returns to the
 * event loop often enough, has at most twice as much executable memory as what is alive takes, and 64 MB.
 */
export class CollectionWatch {
  /** The lowest number since the last collection: about what is alive. */
  #lowest = 0;

  /** Less is in use. */
  shrunk(used: number): void {
    if (used < this.#lowest) this.#lowest = used;
  }

  /** More is about to be in use. */
  growing(used: number): void {
    if (used < Math.max(MIN_BYTES, 2 * this.#lowest)) return;
    this.#lowest = used;
    collect();
  }
}

let known: (() => void) | undefined;

function collect(): void {
  known ??= findCollector();
  known();
}

/** V8's `gc`. Other engines may not have it: their programs wait for the next collection. */
function findCollector(): () => void {
  try {
    setFlagsFromString('--expose-gc');
    const gc: unknown = runInNewContext('gc');
    if (typeof gc === 'function') return () => void Reflect.apply(gc, undefined, []);
  } catch {
    // Deno and Bun refuse flags of V8.
  }
  return () => undefined;
}
