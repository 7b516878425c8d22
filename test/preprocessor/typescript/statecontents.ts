/**
 * What tests compare of states that two ways of a put have filled: takes a state, or a call; returns text.
 */
import * as encoder from '../../../src/encoder/index.ts';

/** What a call throws, in words; empty if it throws nothing. */
export function failureOf(call: () => void): string {
  try {
    call();
    return '';
  } catch (error) {
    return error instanceof encoder.EncodeError
      ? `${error.status.toString(16)} ${error.message}`
      : String(error);
  }
}

/** Everything that a state holds except code: its references are not filled in yet. */
export function contents({ status, emitter }: encoder.State): string {
  const { sectionIndex, sections, labels } = emitter;
  const parts = sections.map(({ position, records, recordEnd, lines, lineEnd }) => [
    position,
    recordEnd,
    ...records.subarray(0, recordEnd),
    lineEnd,
    ...lines.subarray(0, lineEnd),
  ]);
  const { named, namedSize, pc, pcSize, macro, macroSize } = labels;
  const names = [...named.subarray(0, namedSize), ...pc.subarray(0, pcSize), ...macro.subarray(0, macroSize)];
  // Each name's instance: its number, and where it is.
  const instances = names.map(instance => [
    ...labels.instances.subarray(Math.abs(instance), Math.abs(instance) + 2),
  ]);
  return JSON.stringify([status, sectionIndex, parts, names, instances]);
}

/** The linked and encoded code of a state, the addresses of its globals, and the source lines of the code. */
export function codeOf(state: encoder.State, base: bigint | number): string {
  let code = '';
  const failure = failureOf(() => {
    const buffer = new Uint8Array(state.link());
    state.encode(buffer, base);
    code = `${Buffer.from(buffer).toString('hex')} ${state.globals.join()} ${encoder.codeLines(state).join()}`;
  });
  return code + failure;
}
