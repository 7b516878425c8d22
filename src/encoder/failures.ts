/**
 * The errors of puts, in the user's terms. The functions take what a state holds and what an action got, and
 * return an error with its status, the names that the action list has, and the source line.
 */
import { joinHalves } from './address.ts';
import type { Contents } from './contents.ts';
import * as Action from './format/actioncode.ts';
import * as ExtendedAction from './format/extendedaction.ts';
import { FIRST_GLOBAL, FORWARD, MACRO_FORWARD } from './format/action.ts';
import { rangeOf } from './format/range.ts';
import * as Record from './format/record.ts';
import { EncodeError, Status, show } from './format/status.ts';
import * as Step from './format/step.ts';
import * as Vreg from './format/vreg.ts';
import type { Section } from './section.ts';
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

/** The error for an argument that a step of this kind does not take. */
export function argumentError(contents: Contents, kind: number, value: unknown, offset: number): EncodeError {
  switch (kind) {
    case Step.VREG:
    case Step.REGISTER_8:
    case Step.REGISTER_16:
    case Step.REGISTER_32:
    case Step.REGISTER_MASK:
      return actionError(contents, Status.RANGE_VREG | offset, misfit(kind, value), offset);
    case Step.VREG_LOW: {
      // An x87 register has a prefix to be dropped, and so has a count.
      const count = Vreg.countOf(contents.list.inlineAt(offset));
      const isByte = contents.is64Bit && isInteger(value) && count === 0;
      const text = misfit(kind, value) + (isByte ? ' beside ah, ch, dh or bh' : '');
      return actionError(contents, Status.RANGE_VREG | offset, text, offset);
    }
    case Step.PC:
    case Step.LABEL_PC:
    case Step.UNIQUE_LABEL_PC: {
      const { pcSize } = contents.labels;
      const range = pcSize === 0 ? 'there are none' : `there are 0…${pcSize - 1}`;
      const problem = isInteger(value)
        ? `pc label =>${value} is out of range`
        : `pc label: ${misfit(kind, value)}`;
      const text = `${problem}; ${range} (newLabel and growPc make more)`;
      return actionError(contents, Status.RANGE_PC | offset, text, offset);
    }
    default:
      return actionError(contents, Status.RANGE_I | offset, misfit(kind, value), offset);
  }
}

/** The error for a value that is not an address. */
export function addressError(contents: Contents, value: unknown, offset: number): EncodeError {
  const what =
    contents.list.actionAt(offset) === ExtendedAction.ADD_VALUE ? 'an integer of 64 bits' : 'an address';
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
  const text = `macro label ${number} ${problem}`;
  return actionError(contents, Status.RANGE_LG | (offset + 2), text, offset);
}

/** The error for a local label that is not defined, or a global label that there is not. */
export function labelError(contents: Contents, number: number, offset: number): EncodeError {
  const name = labelName(contents, number);
  const text =
    number < FIRST_GLOBAL
      ? `${name} is not defined, or referenced forward since: \`<${number}\` needs it`
      : `${name} is out of range: there are ${contents.labels.namedSize - FIRST_GLOBAL}`;
  // The offset that DynASM reports is that of the inline byte, for actions of one byte.
  return actionError(contents, Status.RANGE_LG | (offset + 1), text, offset);
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
  name: string,
  instance: number,
): EncodeError {
  const offset = firstReferences(contents, [instance]).get(instance);
  return actionError(contents, status, `${name} is undefined`, offset);
}

/** By label instance, the offset of the first action that refers to it. */
export function firstReferences(
  { sections, list }: Contents,
  instances: Iterable<number>,
): ReadonlyMap<number, number> {
  const wanted = new Set(instances);
  const found = new Map<number, number>();
  for (const { records, recordEnd } of sections) {
    for (let r = 0; r < recordEnd && wanted.size > 0; r += Record.WORDS) {
      const instance = records[r + Record.VALUE]!;
      const offset = records[r]! >>> Record.OFFSET_SHIFT;
      if (!wanted.has(instance) || !isReference(list.actionAt(offset))) continue;
      found.set(instance, offset);
      wanted.delete(instance);
    }
  }
  return found;
}

/** What the action at an offset refers to, in words. `instance`: of the label, if it is one. */
export function describeReference(contents: Contents, offset: number, instance: number): string {
  const { list, labels } = contents;
  const inline = list.inlineAt(offset);
  switch (list.actionAt(offset)) {
    case Action.REL_LG:
    case Action.IMM_LG:
    case ExtendedAction.ADD_LG: {
      const isDefined = labels.named[inline] !== instance;
      return isDefined ? labelName(contents, inline) : `${labelName(contents, inline)} (undefined)`;
    }
    case Action.REL_PC:
    case Action.IMM_PC:
    case ExtendedAction.ADD_PC: {
      const pc = labels.pc.findIndex(named => Math.abs(named) === instance);
      return pc < 0 ? 'a pc label' : `pc label =>${pc}`;
    }
    case Action.EXTERN:
      return externName(contents, list.inlineAt(offset, 1));
    case ExtendedAction.ADD_EXTERN:
      return externName(contents, inline);
    case ExtendedAction.REL_MACRO:
    case ExtendedAction.ADD_MACRO:
      return `macro label ${inline & ~MACRO_FORWARD}`;
    default:
      return 'the target';
  }
}

/** The terms of the sum that the FIELD record at `r` of a section writes, in words. */
export function describeSum(contents: Contents, section: Section, r: number): string {
  const terms = termsOf(section, r).map(
    ({ isSubtracted, offset, value }) =>
      `${isSubtracted ? ' − ' : ' + '}${describeTerm(contents, offset, value)}`,
  );
  const text = terms.join('');
  if (text === '') return 'an empty sum';
  return text.startsWith(' + ') ? text.slice(3) : text.trimStart();
}

/** Is the sum that the FIELD record at `r` of a section writes one address with something added? */
export function isAddressSum({ list }: Contents, section: Section, r: number): boolean {
  let count = 0;
  for (const { isSubtracted, offset } of termsOf(section, r)) {
    if (list.actionAt(offset) !== ExtendedAction.ADD_VALUE) count += isSubtracted ? -1 : 1;
  }
  return count === 1;
}

/** A term of a sum. */
interface Term {
  readonly isSubtracted: boolean;
  /** Of its action. */
  readonly offset: number;
  /** As in its record. */
  readonly value: number;
}

/** The terms of the sum that the FIELD record at `r` of a section writes. */
function termsOf({ records }: Section, r: number): readonly Term[] {
  const terms: Term[] = [];
  for (let term = r - Record.WORDS; term >= 0; term -= Record.WORDS) {
    const word = records[term]!;
    const kind = word & Record.KIND_MASK;
    if (kind < Record.ADD || kind >= Record.FIELD) break;
    const isSubtracted = kind === Record.SUBTRACT || kind === Record.SUBTRACT_EXTERN;
    terms.unshift({
      isSubtracted,
      offset: word >>> Record.OFFSET_SHIFT,
      value: records[term + Record.VALUE]!,
    });
  }
  return terms;
}

/** A term in words. `instance`: of its label. */
function describeTerm(contents: Contents, offset: number, instance: number): string {
  const { list, labels } = contents;
  if (list.actionAt(offset) !== ExtendedAction.ADD_VALUE)
    return describeReference(contents, offset, instance);
  const index = (-1 - labels.instances[instance]!) * 2;
  const value = joinHalves(labels.addresses[index]!, labels.addresses[index + 1]!);
  return String(BigInt.asIntN(64, value));
}

/** A local or global label in words. */
export function labelName({ list }: Contents, number: number): string {
  if (number < FIRST_GLOBAL) return `local label ${number}`;
  if (number > FORWARD) return `local label ${number - FORWARD}`;
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

/** What is wrong with the argument of a step of this kind. */
function misfit(kind: number, value: unknown): string {
  if (value instanceof InvalidValue) return value.reason;
  if (!isInteger(value)) return `${show(value)} is not an integer`;
  // Labels, which have no range in the table, have texts of their own.
  const { low, high, field, hint } = rangeOf(kind)!;
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

/** Does the action refer to a label? */
function isReference(action: number | undefined): boolean {
  switch (action) {
    case Action.REL_LG:
    case Action.IMM_LG:
    case Action.REL_PC:
    case Action.IMM_PC:
    case ExtendedAction.REL_MACRO:
    case ExtendedAction.ADD_LG:
    case ExtendedAction.ADD_MACRO:
    case ExtendedAction.ADD_PC:
      return true;
    default:
      return false;
  }
}
