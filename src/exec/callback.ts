/**
 * JavaScript functions that native code calls.
 *
 * `callback` takes a prototype and a function, and returns an object with an address. The address is valid
 * until `free`, and as long as the object is alive, or code that was built with it.
 */
import { checkArgument, isFunction, isText } from '../encoder/format/argument.ts';
import { setAddress } from './codeaddress.ts';
import { calledByCode } from './entry.ts';
import { CALLBACK_LIMIT, isCallbackLimit, koffi, type NativeFunction, type TypeObject } from './koffi.ts';
import { Lifetime } from './memory/lifetime.ts';
import type { Callable, CallbackOf } from './prototype/functiontype.ts';
import { PrototypeError } from './prototype/prototype.ts';
import type { PrototypeText } from './prototype/prototypetext.ts';
import { signature } from './prototype/signature.ts';
import { receiver } from './prototype/tonative.ts';

/**
 * The callbacks of this thread by address, for those whose addresses have been given away; undefined for
 * addresses that are out of use.
 */
const known = new Map<bigint, WeakRef<Callback> | undefined>();

/**
 * The callback that has an address; undefined for other addresses.
 * @throws {Error} if it has been freed
 */
export function findCallback(address: bigint | number): Callback | undefined {
  if (known.size === 0 || (typeof address === 'number' && !Number.isInteger(address))) return undefined;
  const key = BigInt(address);
  if (!known.has(key)) return undefined;
  const found = known.get(key)?.deref();
  // (koffi would tell so with its next call, whatever that is for.)
  if (found === undefined || found.freed) throw new Error('the address of a callback that has been freed');
  return found;
}

/** A function that native code can call. Made by `dasm.callback`. */
export class Callback extends Lifetime implements Callable {
  readonly #address: bigint;
  readonly #fn: NativeFunction;
  readonly #self: WeakRef<Callback>;

  /**
   * Use `dasm.callback`.
   * @param text names the callback in messages
   * @param type koffi's type of a pointer to the function
   * @throws {Error} if 8192 callbacks are in use, koffi's limit
   */
  constructor(text: string, type: TypeObject, fn: NativeFunction) {
    // What koffi holds must not refer to `fn`, except weakly through the callback: `fn` may refer to the code
    // that calls it, and then neither would ever be collected.
    const self: { callback?: WeakRef<Callback> } = {};
    const call = calledByCode((...args) => {
      const callback = self.callback?.deref();
      if (callback === undefined || callback.freed)
        throw new Error(`a call of "${text}", a callback that is gone`);
      callback.beginCall();
      try {
        return callback.#fn(...args);
      } finally {
        callback.endCall();
      }
    });
    const address = register(text, type, call);
    super(() => {
      koffi().unregister(address);
      known.set(address, undefined);
    });
    known.delete(address);
    this.#self = self.callback = new WeakRef(this);
    this.#address = address;
    this.#fn = fn;
    setAddress(this, address, this);
  }

  /**
   * The address that native code calls.
   * @throws {Error} after `free`
   */
  get address(): bigint {
    if (this.freed) throw new Error('the callback has been freed');
    this.expose();
    return this.#address;
  }

  /** From now on `findCallback` finds it: to be called before its address is given away. @internal */
  override expose(): void {
    if (!this.freed) known.set(this.#address, this.#self);
  }

  /** The same as `free`. Native code that has the address must not call it any more. */
  [Symbol.dispose](): void {
    this.free();
  }
}

function register(text: string, type: TypeObject, fn: NativeFunction): bigint {
  try {
    return koffi().register(fn, type);
  } catch (error) {
    const hint = isCallbackLimit(error) ? `. ${CALLBACK_LIMIT}` : '';
    throw new Error(`no callback for "${text}": ${String(error)}${hint}`, { cause: error });
  }
}

/**
 * Makes a function callable from native code. Its arguments are converted as results of `cast` are (64-bit
 * integers are bigints), its result as arguments of `cast` are. If it throws, native code gets 0 and goes on,
 * and the error is thrown to the JavaScript caller of the native code when that returns.
 * @param prototype as for `Code.cast`
 * @throws {PrototypeError}; {TypeError} for what is not a function; {Error} if 8192 callbacks are in use
 */
export function callback<P extends string>(prototype: PrototypeText<P>, fn: CallbackOf<P>): Callback {
  checkArgument('dasm.callback', 'prototype', prototype, isText);
  checkArgument('dasm.callback', 'fn', fn, isFunction);
  const { pointer, parameters, result, prototype: read } = signature(prototype);
  if (read.isVariadic) throw new PrototypeError(prototype, 'a callback cannot be variadic');
  const types = parameters.map(({ type }) => type);
  return new Callback(prototype, pointer, receiver(types, result.type, fn));
}
