/**
 * The only way to koffi, the library that calls native code.
 *
 * It is loaded at the first call of `koffi()`, not at import: `dynasm/exec` can be imported where no code is
 * built, and where koffi has no prebuilt binary, and programs start sooner.
 */
import type { TypeObject } from 'koffi';
import { loadKoffi } from './loadedpackage.ts';

/** koffi's module object. */
export type Koffi = typeof import('koffi');
export type { LibraryHandle, TypeObject } from 'koffi';

/** A function that koffi made from an address or from a symbol of a library. */
export type NativeFunction = (...args: unknown[]) => unknown;

/** What koffi tells of a function's type: the property `info` of its functions, `proto` of its types. */
export interface FunctionInfo {
  readonly name: string;
  /** (koffi declares the types, and gives objects that have them.) */
  readonly arguments: readonly (TypeObject | { readonly type: TypeObject })[];
  readonly result: TypeObject;
}

let loaded: Koffi | undefined;

/**
 * Returns koffi, and loads it at the first call.
 * @throws {MissingPackageError} koffi is not installed, or has no binary for this processor and system
 */
export function koffi(): Koffi {
  loaded ??= loadKoffi();
  return loaded;
}

/** What to do where koffi can make no more callbacks. */
export const CALLBACK_LIMIT = 'At most 8192 can be in use at a time; free those that are not needed';

/** Has koffi thrown this because it can make no more callbacks? */
export function isCallbackLimit(error: unknown): boolean {
  return String(error).includes('Too many callbacks');
}

export function parameterTypes(info: FunctionInfo): TypeObject[] {
  return info.arguments.map(parameter => ('type' in parameter ? parameter.type : parameter));
}

/** Like `typeof value === 'function'`, which narrows to a type that cannot be called. */
export function isFunction(value: unknown): value is NativeFunction {
  return typeof value === 'function';
}
