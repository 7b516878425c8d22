/**
 * JavaScript functions that native code calls.
 *
 * In go a prototype and a function, out comes an object with an address. The address is good as long as the object,
 * or code that was built with it, is alive, or until `free`.
 */
import { receive } from './callable.ts';
import { entries, type Holder } from './entry.ts';
import type { CallbackOf } from './functiontype.ts';
import type { NativeFunction, TypeObject } from './koffi.ts';
import { native } from './native.ts';
import { signature } from './signature.ts';

const finalizer = new FinalizationRegistry<bigint>(unregister);

function unregister(address: bigint): void {
  native().koffi.unregister(address);
}

export class Callback implements Disposable, Holder {
  readonly #address: bigint;
  #freed = false;
  /** koffi refers to it weakly: a function that refers to the code that calls it does not keep itself alive. */
  readonly #fn: NativeFunction;

  /**
   * @param text names the callback in messages
   * @param type koffi's prototype
   * @throws Error when 8192 callbacks are in use, koffi's limit
   */
  constructor(text: string, type: TypeObject, fn: NativeFunction) {
    const { koffi } = native();
    this.#fn = fn;
    const self = new WeakRef(this);
    const call = (...args: unknown[]): unknown => {
      const callback = self.deref();
      if (callback === undefined || callback.#freed) {
        throw new Error(`a call of the callback "${text}", which is gone`);
      }
      return callback.#fn(...args);
    };
    try {
      this.#address = koffi.register(call, koffi.pointer(type));
    } catch (error) {
      throw new Error(
        `no callback for "${text}": ${String(error)}. At most 8192 can be in use at a time; free those that are not needed`,
        { cause: error },
      );
    }
    finalizer.register(this, this.#address, this);
    entries.set(this, { address: this.#address, holder: this });
  }

  /** What native code calls. Throws after `free`. */
  get address(): bigint {
    if (this.#freed) throw new Error('the callback has been freed');
    return this.#address;
  }

  get freed(): boolean {
    return this.#freed;
  }

  /** Gives the callback up at once; code that calls it after that ends in undefined behaviour. Twice is once. */
  free(): void {
    if (this.#freed) return;
    this.#freed = true;
    finalizer.unregister(this);
    unregister(this.#address);
  }

  [Symbol.dispose](): void {
    this.free();
  }
}

/**
 * Makes a function callable from native code. Parameters come as in results of `cast` (64-bit integers as bigint), the result is
 * converted as an argument is. What the function throws arrives at the JavaScript caller of the native code, after that
 * has returned; until then the native code sees 0.
 * @param prototype as for `cast`
 * @throws PrototypeError; Error when 8192 callbacks are in use
 */
export function callback<P extends string>(prototype: P, fn: CallbackOf<P>): Callback {
  if (typeof fn !== 'function') throw new TypeError('a callback needs a function');
  const bound = signature(prototype);
  return new Callback(prototype, bound.type, receive(bound, fn));
}
