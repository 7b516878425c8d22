/**
 * The addresses of what native code can call: code objects, functions made by `cast`, callbacks.
 *
 * The index takes such an object and returns its address with the lifetime of what lies there. It belongs to
 * the thread, as addresses do, and refers to the objects weakly.
 */
import type { Lifetime } from './memory/lifetime.ts';

interface CodeAddress {
  readonly address: bigint;
  /** The block that the address lies in, or the callback. It must stay alive while the address is in use. */
  readonly lifetime: Lifetime;
}

/** By the object that has the address. */
export const codeAddresses = new WeakMap<object, CodeAddress>();

/**
 * The address of an object that has one; undefined for another object.
 * @throws {Error} for code or a callback that has been freed
 */
export function knownAddress(value: object): bigint | undefined {
  const place = codeAddresses.get(value);
  if (place?.lifetime.freed) throw new Error('the address of code or of a callback that has been freed');
  return place?.address;
}

/** @throws {TypeError} for a function of JavaScript's, which native code cannot call */
export function failFunction({ name }: { readonly name: string }): never {
  throw new TypeError(
    `the function ${name || '(anonymous)'} has no address: make it a callback, dasm.callback('int (int)', f)`,
  );
}
