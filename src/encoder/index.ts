/** Entry point `dynasm/encoder`: action lists, states, errors. */
export { Action } from './actions.ts';
export {
  ActionList,
  actionList,
  type ActionListDescription,
  type Arch,
  FORMAT,
  type GlobalName,
  type Names,
} from './actionlist.ts';
export { type Address, hexadecimal } from './address.ts';
export type { Value } from './emitter.ts';
export { type ChunkLabels, type CodeSection, isInt, isWithin, type PutTarget } from './generated.ts';
export { type ExternResolver, PcLabel, State, type StateOptions, type UndefinedGlobal } from './state.ts';
export { EncodeError, type SourceLine, Status, statusName } from './status.ts';
