/** Entry point `dynasm/exec`: the `dasm` namespace and the types of what it makes. It does not load koffi. */
export * as dasm from './dasm.ts';
export type { BuildOptions, BuildState, Externs } from './buildstate.ts';
export type { Callback } from './callback.ts';
export type { CastOptions } from './cast.ts';
export type { Code } from './code.ts';
export type { CodeDumpOptions } from './listedcode.ts';
export { FaultError } from './fault/faults.ts';
export type { DumpOptions, LabelNames } from './listing.ts';
export { ProcessorError, type Processor } from './processorfeatures.ts';
export { MemoryError } from './memory/pages.ts';
export type {
  BatchOf,
  Callable,
  CallbackOf,
  FunctionOf,
  FurtherArguments,
  Pointer,
} from './prototype/functiontype.ts';
export { offsetOf, sizeOf, type TypeLike } from './prototype/layout.ts';
export { PrototypeError } from './prototype/prototype.ts';
export type { PrototypeText } from './prototype/prototypetext.ts';
export type { CodeSymbol } from './symbol.ts';
export type { AddressLike } from './valueaddress.ts';
