/**
 * JavaScript functions that native code calls.
 *
 * In go a prototype and a function, out comes an object with an address. The address is good as long as the object,
 * or code that was built with it, is alive, or until `free`.
 */
/// <reference lib="esnext.disposable" preserve="true" />
import { receive } from './callable.ts';
import { entries } from './entry.ts';
import type { CallbackOf } from './functiontype.ts';
import { Holder } from './holder.ts';
import type { NativeFunction, TypeObject } from './koffi.ts';
import { native } from './native.ts';
import { signature } from './signature.ts';

export class Callback extends Holder implements Disposable {
  readonly #address: bigint;
  readonly #fn: NativeFunction;

  /**
   * @param text names the callback in messages
   * @param type koffi's type of a pointer to the function
   * @throws Error when 8192 callbacks are in use, koffi's limit
   */
  constructor(text: string, type: TypeObject, fn: NativeFunction) {
    // koffi refers to the callback weakly, and not at all to the function: one that refers to the code that calls it
    // does not keep itself alive.
    const self: { callback?: WeakRef<Callback> } = {};
    const address = register(text, type, (...args) => {
      const callback = self.callback?.deref();
      if (callback === undefined || callback.freed)
        throw new Error(`a call of "${text}", a callback that is gone`);
      callback.enter();
      try {
        return callback.#fn(...args);
      } finally {
        callback.leave();
      }
    });
    super(() => {
      native().koffi.unregister(address);
    });
    self.callback = new WeakRef(this);
    this.#address = address;
    this.#fn = fn;
    entries.set(this, { address, holder: this });
  }

  /** What native code calls. Throws after `free`. */
  get address(): bigint {
    if (this.freed) throw new Error('the callback has been freed');
    return this.#address;
  }

  /** Code that has the address is not told: it must not call any more. */
  [Symbol.dispose](): void {
    this.free();
  }
}

function register(text: string, type: TypeObject, fn: NativeFunction): bigint {
  try {
    return native().koffi.register(fn, type);
  } catch (error) {
    const hint = 'At most 8192 can be in use at a time; free those that are not needed';
    throw new Error(`no callback for "${text}": ${String(error)}. ${hint}`, { cause: error });
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
  return new Callback(prototype, bound.pointer, receive(bound, fn));
}
