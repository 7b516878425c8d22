/**
 * The rule that a global or pc label has one definition. It takes a definition of a label that is defined
 * already, and returns the error for it, or nothing if the definition moves the label (`.relabel`).
 */
import type { Contents } from './contents.ts';
import { actionError, labelName } from './failures.ts';
import { FIRST_GLOBAL } from './format/action.ts';
import * as Record from './format/record.ts';
import { type EncodeError, Status } from './format/status.ts';
import * as Step from './format/step.ts';
import type { Section } from './section.ts';

/**
 * The error for the definition of `label` by the action at `offset`; undefined if the definition moves it.
 * @param kind UNIQUE_LABEL for a global label, UNIQUE_LABEL_PC for a pc label
 * @param section the section into which the put writes; its records end at `end` so far
 */
export function redefinitionError(
  contents: Contents,
  label: number,
  kind: number,
  offset: number,
  section: Section,
  end: number,
): EncodeError | undefined {
  const { list, labels } = contents;
  const isPc = kind === Step.UNIQUE_LABEL_PC;
  const name = isPc ? `pc label =>${label}` : labelName(contents, label);
  if (!isPc && labels.given?.has(label) === true) {
    const text = `${name} cannot be defined: option \`globals\` gives it an address`;
    return actionError(contents, Status.REDEF | offset, text, offset);
  }
  if (list.chunks.moving?.has(offset) === true) return undefined;
  const instance = -(isPc ? labels.pc : labels.named)[label]!;
  const first = findDefinition(contents, instance, section, end);
  const source = first === undefined ? undefined : list.sourceOf(first);
  let where = source === undefined ? '' : `, at ${source.file}:${source.line}`;
  // What a put defines that then fails stays defined, but its records are dropped.
  if (first === undefined) where = ', by a put that failed';
  const written = isPc ? `=>${label}` : `->${list.globals[label - FIRST_GLOBAL] ?? label - FIRST_GLOBAL}`;
  const text = `${name} is defined already${where}; \`.relabel ${written}\` would move it`;
  return actionError(contents, Status.REDEF | offset, text, offset);
}

/** The offset of the action that defines a label instance. */
function findDefinition(
  { sections }: Contents,
  instance: number,
  section: Section,
  end: number,
): number | undefined {
  for (const each of sections) {
    const { records, recordEnd } = each;
    for (let r = 0; r < (each === section ? end : recordEnd); r += Record.WORDS) {
      const kind = records[r]! & Record.KIND_MASK;
      const isDefinition = kind === Record.LABEL || kind === Record.GLOBAL;
      if (isDefinition && records[r + Record.VALUE] === instance) return records[r]! >>> Record.OFFSET_SHIFT;
    }
  }
  return undefined;
}
