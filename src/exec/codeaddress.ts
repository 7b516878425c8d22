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
