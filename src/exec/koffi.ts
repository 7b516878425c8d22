/**
 * The way to koffi, and to nothing else of it than its functions.
 *
 * koffi is loaded at the first call, not at import: `dynasm/exec` can be imported where no code is ever built
 * (and where koffi has no prebuilt binary), and start-up stays short. Out comes the module itself.
 */
import { createRequire } from 'node:module';

/** koffi's module object. */
export type Koffi = typeof import('koffi');
export type { TypeObject } from 'koffi';

/** A function that koffi made from an address or a library's symbol. */
export type NativeFunction = (...args: unknown[]) => unknown;

/** `typeof` narrows to a function that cannot be called. */
export function isFunction(value: unknown): value is NativeFunction {
  return typeof value === 'function';
}

const require = createRequire(import.meta.url);

/** Loads koffi (once; then it is Node's own module cache that answers). */
export function loadKoffi(): Koffi {
  const koffi: Koffi = require('koffi');
  return koffi;
}
