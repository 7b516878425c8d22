/** The machine for x64 and x86, and how a list comes to it. */
import { ActionList } from '../actionlist.ts';
import { MAX_EXTERNS, MAX_GLOBALS } from '../format/action.ts';
import { DecodedChunks } from '../format/decoder.ts';
import type { ActionListDescription } from '../format/listdescription.ts';
import type { Machine } from '../listmachine.ts';
import { X86Emitter } from './x86emitter.ts';
import { X86Encoder } from './x86encoder.ts';

const x86: Machine = {
  archs: ['x64', 'x86'],
  expected: "'x64' or 'x86'; arm64ActionList takes 'arm64'",
  largest: 255,
  globals: MAX_GLOBALS,
  externs: MAX_EXTERNS,
  readChunks: ({ actions, format, arch, signed = [], moving }, lines) =>
    new DecodedChunks(Uint8Array.from(actions), format, arch === 'x64', signed, lines, moving),
  Emitter: X86Emitter,
  Encoder: X86Encoder,
};

/**
 * Makes an action list for x64 or x86 from its description.
 * @throws {EncodeError} BAD_LIST if the description is wrong
 */
export function actionList<
  const Id extends string = string,
  const Sections extends readonly string[] = readonly string[],
  const Globals extends readonly string[] = readonly string[],
  const Externs extends readonly string[] = readonly string[],
>(
  description: ActionListDescription<Id, Sections, Globals, Externs>,
): ActionList<{ id: Id; sections: Sections; globals: Globals; externs: Externs }> {
  return new ActionList(description, x86);
}
