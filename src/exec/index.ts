/**
 * Entry point `dynasm/exec`: the `dasm` namespace, and the types of what it makes. koffi is loaded when code is first built.
 */
export * as dasm from './dasm.ts';
export type { AddressLike } from './address.ts';
export type { CastOptions } from './callable.ts';
export type { Callback } from './callback.ts';
export type { Code } from './code.ts';
export type { DumpOptions, LabelNames } from './dump.ts';
export type { Callable, CallbackOf, FunctionOf, Pointer } from './functiontype.ts';
export { offsetOf, sizeOf, type TypeLike } from './layout.ts';
export { MemoryError } from './memory.ts';
export { PrototypeError } from './prototype.ts';
export type { BuildOptions, BuildState, Externs } from './state.ts';
