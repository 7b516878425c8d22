/**
 * Writes the terms of a sum: labels, addresses and numbers. The action PLACE behind them says where the sum
 * goes. Terms that are known at run time only take an argument, whose source order is given.
 */
import * as Arm64Action from '../../../encoder/format/arm64/arm64action.ts';
import * as Arm64ExtendedAction from '../../../encoder/format/arm64/arm64extendedaction.ts';
import type { ArgumentValue } from '../../item.ts';
import type { Slice } from '../../text/slice.ts';
import type { StatementContext } from '../arch.ts';
import { isLabel } from './labelsyntax.ts';
import type { Immediate, Label, Term } from './statementoperand.ts';

const { extendedWord, ADD_LG, ADD_PC, ADD_EXTERN, ADD_MACRO, ADD_VALUE, ADD_CONSTANT, SUBTRACT } =
  Arm64ExtendedAction;

/** The terms get source orders from `order` on, below the next integer. */
export function writeSum(terms: readonly Term[], order: number, statement: StatementContext): void {
  for (const [n, { value, at, isSubtracted }] of terms.entries()) {
    if (isSubtracted) statement.writer.action(extendedWord(SUBTRACT));
    const termOrder = order + n / terms.length;
    if (isLabel(value)) writeLabelTerm(value, termOrder, statement);
    else writeValueTerm(value, at, termOrder, statement);
  }
}

function writeLabelTerm(label: Label, order: number, statement: StatementContext): void {
  const { writer } = statement;
  switch (label.kind) {
    case 'pc':
      return argue(ADD_PC, { ...label, kind: 'value' }, order, statement);
    case 'address':
      return argue(ADD_VALUE, label, order, statement);
    case 'extern':
      return writer.action(extendedWord(ADD_EXTERN, label.number));
    case 'macro':
      return writer.action(extendedWord(ADD_MACRO, label.number), 1);
    default:
      writer.action(extendedWord(ADD_LG, labelNumber(label)), 1);
  }
}

/** A number or expression. `at`: where a number stands. */
function writeValueTerm(value: Immediate, at: Slice, order: number, statement: StatementContext): void {
  if (value.kind === 'number') return writeIntegerTerm(value.literal.integer ?? 0n, at, order, statement);
  const { text, start, end } = value;
  argue(ADD_VALUE, { kind: 'value', text, start, end }, order, statement);
}

export function writeIntegerTerm(bits: bigint, at: Slice, order: number, statement: StatementContext): void {
  const { writer } = statement;
  if (bits >= -0x8000_0000n && bits <= 0x7fff_ffffn) {
    writer.action(extendedWord(ADD_CONSTANT));
    writer.inline(Number(BigInt.asUintN(32, bits)));
    return;
  }
  const { start, end } = at;
  argue(ADD_VALUE, { kind: 'value', text: `${bits}n`, start, end }, order, statement);
}

function argue(action: number, value: ArgumentValue, order: number, statement: StatementContext): void {
  statement.writer.argument(extendedWord(action), statement.argument(value, order));
}

/** The number of a local or global label in an action. */
export function labelNumber(label: Extract<Label, { kind: 'local' | 'global' }>): number {
  return label.kind === 'local' && !label.isForward ? Arm64Action.LOCAL + label.number : label.number;
}
