/**
 * The errors of puts, in the user's terms. The functions take what a state holds and what an action got, and
 * return an error with its status, the names that the action list has, and the source line.
 */
import type { Contents } from './contents.ts';
import { FIRST_GLOBAL } from './format/action.ts';
import type { Range } from './format/range.ts';
import * as Record from './format/record.ts';
import { EncodeError, Status, show } from './format/status.ts';
import { InvalidValue, isInteger } from './value.ts';

/** The error of an action, with its source line. `offset`: of the action, if there is one. */
export function actionError(
  { list }: Contents,
  status: number,
  text: string,
  offset: number | undefined,
): EncodeError {
  return new EncodeError(status, text, offset === undefined ? undefined : list.sourceOf(offset));
}

/** The error for the number of a pc label that is out of range, or none. */
export function pcLabelError(contents: Contents, value: unknown, offset: number): EncodeError {
  const { pcSize } = contents.labels;
  const range = pcSize === 0 ? 'there are none' : `there are 0…${pcSize - 1}`;
  const problem = isInteger(value) ? `pc label =>${value} is out of range` : `pc label: ${notInteger(value)}`;
  const text = `${problem}; ${range} (newLabel and growPc make more)`;
  return actionError(contents, Status.RANGE_PC | offset, text, offset);
}

/** The error for a value that is not an address. `offset`: of its action, REL_A or a term. */
export function addressError(
  contents: Contents,
  value: unknown,
  offset: number,
  what = 'an address',
): EncodeError {
  const text = value instanceof InvalidValue ? value.reason : `${show(value)} is not ${what}`;
  return actionError(contents, Status.RANGE_I | offset, text, offset);
}

/** The error for a number of arguments that the chunk at `start` does not take. */
export function countError(contents: Contents, start: number, given: number, expected: number): EncodeError {
  const what = given < expected ? 'missing' : 'surplus';
  const text = `${what} argument: put(${start}, …) takes ${expected} of them, not ${given}`;
  return actionError(contents, Status.RANGE_I | start, text, start);
}

/** The error for a macro label that is not defined, or that there is not. */
export function macroLabelError(contents: Contents, number: number, offset: number): EncodeError {
  const count = contents.labels.macroSize;
  const problem = number < count ? 'is not defined' : `is out of range: there are ${count}`;
  return numberError(contents, `macro label ${number} ${problem}`, offset);
}

/** The error for a local label that is not defined, or a global label that there is not. */
export function labelError(contents: Contents, number: number, offset: number): EncodeError {
  const name = labelName(contents, number);
  const text =
    number < FIRST_GLOBAL
      ? `${name} is not defined, or referenced forward since: \`<${number}\` needs it`
      : `${name} is out of range: there are ${contents.labels.namedSize - FIRST_GLOBAL}`;
  return numberError(contents, text, offset);
}

/** The offset that DynASM reports for the number of a label is that of an inline byte, where there is one. */
function numberError(contents: Contents, text: string, offset: number): EncodeError {
  const status = Status.RANGE_LG | contents.list.chunks.inlineOffset(offset);
  return actionError(contents, status, text, offset);
}

/** The error for a section that there is not. */
export function sectionError(contents: Contents, number: number, offset: number): EncodeError {
  const text = `${sectionName(contents, number)} is out of range: there are ${contents.sections.length}`;
  return actionError(contents, Status.RANGE_SEC | offset, text, offset);
}

/** The error for a label that is referenced and not defined. It has the line of the first reference. */
export function undefinedLabelError(
  contents: Contents,
  status: number,
  kind: string,
  name: string | number,
  instance: number,
): EncodeError {
  const offset = firstReferences(contents, [instance]).get(instance);
  return actionError(contents, status, `${kind} label ${name} is undefined`, offset);
}

/** By label instance, the offset of the first action that refers to it. */
export function firstReferences(
  { sections }: Contents,
  instances: Iterable<number>,
): ReadonlyMap<number, number> {
  const wanted = new Set(instances);
  const found = new Map<number, number>();
  for (const { records, recordEnd } of sections) {
    for (let r = 0; r < recordEnd && wanted.size > 0; r += Record.WORDS) {
      const instance = records[r + Record.VALUE]!;
      if (!wanted.has(instance) || !refersToLabel(records[r]! & Record.KIND_MASK)) continue;
      found.set(instance, records[r]! >>> Record.OFFSET_SHIFT);
      wanted.delete(instance);
    }
  }
  return found;
}

/** A local or global label to which a reference with this instance refers, in words. */
export function describeLabel(contents: Contents, number: number, instance: number): string {
  const name = labelName(contents, number);
  return contents.labels.named[number] === instance ? `${name} (undefined)` : name;
}

/** A pc label in words. */
export function describePc({ labels }: Contents, instance: number): string {
  const pc = labels.pc.findIndex(named => Math.abs(named) === instance);
  return pc < 0 ? 'a pc label' : `pc label =>${pc}`;
}

/** A local or global label in words. */
export function labelName({ list }: Contents, number: number): string {
  if (number < FIRST_GLOBAL) return `local label ${number}`;
  return nameIn('global label', list.globals, number - FIRST_GLOBAL);
}

/** An extern in words. */
export function externName({ list }: Contents, number: number): string {
  return nameIn('extern', list.externs, number);
}

/** A section in words. */
export function sectionName({ list }: Contents, index: number): string {
  return nameIn('section', list.sections, index);
}

function nameIn(what: string, names: readonly string[], index: number): string {
  const name = names[index];
  return `${what} ${name === undefined ? index : `\`${name}\``}`;
}

/** What is wrong with a value that is no integer. */
export function notInteger(value: unknown): string {
  return value instanceof InvalidValue ? value.reason : `${show(value)} is not an integer`;
}

/** What is wrong with an argument that is not in the range. */
export function misfit(value: unknown, { low, high, field, hint }: Range): string {
  if (!isInteger(value)) return notInteger(value);
  const cut = hint === undefined ? '' : `; cut it with \`${hint}\` if that is meant`;
  return `${show(value)} does not fit ${field}, ${limitText(low)}…${limitText(high)}${cut}`;
}

/** A limit of a range, with powers of two from 2³¹ on as such. */
function limitText(limit: number): string {
  const magnitude = Math.abs(limit);
  if (magnitude === 2 ** 31) return '−2³¹';
  if (magnitude === 2 ** 31 - 1) return '2³¹−1';
  if (magnitude === 2 ** 32 - 1) return '2³²−1';
  return limit < 0 ? `−${magnitude}` : String(limit);
}

/** Is the value of a record of this kind a label instance to which it refers? */
function refersToLabel(kind: number): boolean {
  return kind >= Record.REL && kind <= Record.SUBTRACT && kind !== Record.EXTERN;
}
