/**
 * Sums of labels in data, `->table + 4`, `->end - ->start`, and how a label becomes a term of a sum. Takes
 * the text of an operand; returns its terms, or writes them into the action list.
 */
import * as Arm64Action from '../../../encoder/format/arm64/arm64action.ts';
import * as Arm64ExtendedAction from '../../../encoder/format/arm64/arm64extendedaction.ts';
import type { Slice } from '../../text/slice.ts';
import { failTerm, isLoose, termSpans } from '../addresssplit.ts';
import type { StatementContext } from '../arch.ts';
import { parseImmediate, parseLabel } from './operandsyntax.ts';
import type { Immediate, Label } from './statementoperand.ts';

const { extendedWord } = Arm64ExtendedAction;

export interface SumTerm {
  readonly isSubtracted: boolean;
  readonly value: Label | Immediate;
  readonly at: Slice;
}

/** What a term begins with that is a label, an extern or an address. */
const LABEL_TERM = /^(?:->|=>|%%|&(?!&)|[<>][1-9]$|extern[ \t-\r])/;
/** A fast test: false only for texts that have no label. */
const MAY_HAVE_LABEL = /->|=>|%%|&|[<>][1-9]|\bextern[ \t-\r]/;

/**
 * The terms of an operand that is a label, or a sum that has one; undefined for other operands.
 * @throws {StatementError} the sum is neither an address nor a distance between addresses
 */
export function parseLabelSum(operand: Slice, statement: StatementContext): readonly SumTerm[] | undefined {
  const { expressions } = statement.dialect;
  if (expressions === undefined || !MAY_HAVE_LABEL.test(operand.text)) return undefined;
  const spans = termSpans(operand, expressions.mask(operand.text));
  if (!spans.some(({ term }) => LABEL_TERM.test(term.text))) return undefined;
  const terms = spans.map(({ term, sign }): SumTerm => {
    if (term.text === '') failTerm('a term is missing', operand);
    const isSubtracted = sign < 0;
    const label = LABEL_TERM.test(term.text) ? parseLabel(term, statement) : undefined;
    if (label !== undefined) return { isSubtracted, value: label.label, at: term };
    if (isLoose(expressions.mask(term.text))) {
      failTerm(`\`${term.text}' binds less tightly than a sum: put it in parentheses`, term);
    }
    return { isSubtracted, value: parseImmediate(term, statement), at: term };
  });
  const count = addressCount(terms);
  if (count < 0) failTerm('a label can only be subtracted from another one', operand);
  if (count > 1) failTerm('labels cannot be added to each other', operand);
  return terms;
}

/** How many labels and addresses a sum adds, less those that it subtracts. */
export function addressCount(terms: readonly SumTerm[]): number {
  let count = 0;
  for (const { value, isSubtracted } of terms) {
    if (!isImmediate(value)) count += isSubtracted ? -1 : 1;
  }
  return count;
}

function isImmediate(value: Label | Immediate): value is Immediate {
  return value.kind === 'number' || value.kind === 'expression' || value.kind === 'member';
}

/** Writes the terms; PLACE comes next. `order`: the source order of the operand. */
export function writeTerms(terms: readonly SumTerm[], statement: StatementContext, order: number): void {
  const { ADD_CONSTANT, ADD_VALUE, SUBTRACT } = Arm64ExtendedAction;
  const { writer } = statement;
  for (const [index, { isSubtracted, value, at }] of terms.entries()) {
    const termOrder = order + index / terms.length;
    if (isSubtracted) writer.action(extendedWord(SUBTRACT));
    if (!isImmediate(value)) writeLabelTerm(value, statement, termOrder);
    else if (value.kind === 'number' && isWord(value.literal.integer)) {
      writer.action(extendedWord(ADD_CONSTANT));
      writer.inline(value.literal.number >>> 0);
    } else {
      writer.argument(extendedWord(ADD_VALUE), statement.argument({ kind: 'value', ...at }, termOrder));
    }
  }
}

function isWord(integer: bigint | undefined): boolean {
  return integer !== undefined && integer >= -0x8000_0000n && integer <= 0x7fff_ffffn;
}

/** Writes a label as the term of a sum. `order`: its source order, if it needs an argument. */
export function writeLabelTerm(label: Label, statement: StatementContext, order: number): void {
  const { ADD_LG, ADD_PC, ADD_EXTERN, ADD_MACRO, ADD_VALUE } = Arm64ExtendedAction;
  const { writer } = statement;
  switch (label.kind) {
    case 'pc':
      writer.argument(extendedWord(ADD_PC), statement.argument({ ...label, kind: 'value' }, order));
      break;
    case 'address':
      writer.argument(extendedWord(ADD_VALUE), statement.argument(label, order));
      break;
    case 'extern':
      writer.action(extendedWord(ADD_EXTERN, label.number));
      break;
    case 'macro':
      writer.action(extendedWord(ADD_MACRO, label.number), 1);
      break;
    default:
      writer.action(extendedWord(ADD_LG, labelNumber(label)), 1);
  }
}

/** The number of a local or global label in an action. */
export function labelNumber(label: Extract<Label, { kind: 'local' | 'global' }>): number {
  return label.kind === 'local' && !label.isForward ? Arm64Action.LOCAL + label.number : label.number;
}
