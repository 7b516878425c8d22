/** The machine for ARM64, and how a list comes to it. */
import { ActionList } from '../actionlist.ts';
import { MAX_EXTERNS, MAX_GLOBALS } from '../format/arm64/arm64action.ts';
import { Arm64Chunks } from '../format/arm64/arm64decoder.ts';
import type { ActionListDescription } from '../format/listdescription.ts';
import type { Machine } from '../listmachine.ts';
import { Arm64Emitter } from './arm64emitter.ts';
import { Arm64Encoder } from './arm64encoder.ts';

const arm64: Machine = {
  archs: ['arm64'],
  expected: "'arm64'; actionList takes others",
  // Bundlers must see that the object does nothing.
  largest: 0xffff_ffff,
  globals: MAX_GLOBALS,
  externs: MAX_EXTERNS,
  readChunks: ({ actions, format, signed = [], moving }, lines) =>
    new Arm64Chunks(Uint32Array.from(actions), format, true, signed, lines, moving),
  Emitter: Arm64Emitter,
  Encoder: Arm64Encoder,
};

/**
 * Makes an action list for ARM64 from its description.
 * @throws {EncodeError} BAD_LIST if the description is wrong
 */
export function arm64ActionList<
  const Id extends string = string,
  const Sections extends readonly string[] = readonly string[],
  const Globals extends readonly string[] = readonly string[],
  const Externs extends readonly string[] = readonly string[],
>(
  description: ActionListDescription<Id, Sections, Globals, Externs>,
): ActionList<{ id: Id; sections: Sections; globals: Globals; externs: Externs }> {
  return new ActionList(description, arm64);
}
