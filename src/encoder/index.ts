/** Entry point `dynasm/encoder`: action lists, states, errors, and what generated code uses. */
export type { ActionList, GlobalName } from './actionlist.ts';
export { type Address, hexadecimal } from './address.ts';
export { codeLines } from './codelines.ts';
export type { ExternResolver } from './encoder.ts';
export * as Action from './format/actioncode.ts';
export { Arm64Status, arm64StatusName } from './format/arm64/arm64status.ts';
export { type ActionListDescription, type Arch, FORMAT, type Names } from './format/listdescription.ts';
export { EncodeError, type SourceLine, Status, statusName } from './format/status.ts';
export { type ChunkLabels, type CodeSection, isInt, isWithin, type PutTarget } from './generated.ts';
export { definesGlobal, type UndefinedGlobal, undefinedGlobals } from './inspection.ts';
export { type LabelNumbers, PcLabel, State, type StateOptions } from './state.ts';
export { InvalidValue, type Value } from './value.ts';
export { actionList } from './x86/x86machine.ts';
// Behind the other machine, whose bundles compress a little better so.
export { arm64ActionList } from './arm64/arm64machine.ts';
