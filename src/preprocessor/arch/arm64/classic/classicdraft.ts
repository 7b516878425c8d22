/**
 * One attempt to read a statement as one row of the table: the instruction's word, and the actions that
 * change it when the program runs. An attempt that fails leaves nothing behind.
 */
import type { ArgumentValue } from '../../../item.ts';
import type { Slice } from '../../../text/slice.ts';
import type { StatementContext } from '../../arch.ts';
import type { Row } from './classictable.ts';

/** Why a row does not fit. It is an error of the statement if no other row fits. */
export interface Misfit {
  readonly message: string;
  readonly at: Slice;
  /** The operand is of the right kind, but has a wrong value: that tells users more than other misfits. */
  readonly isValue: boolean;
}

/** Reads the operands that it is for; returns why it cannot. */
export type Reader = (draft: Draft, operand: Slice) => Misfit | undefined;

interface DraftAction {
  readonly action: number;
  readonly positions: number;
  readonly values: readonly ArgumentValue[];
  /** The operand that it is made from. */
  readonly order: number;
}

/** Something that DynASM assembles silently wrong. */
interface Doubt {
  readonly message: string;
  readonly at: Slice;
}

/** Numbers that put the arguments of a statement into the order of the source: so many for each operand. */
const ORDERS = 4;

export class Draft {
  readonly statement: StatementContext;
  readonly operands: readonly Slice[];
  word = 0;
  /** What x registers add to the word, where the row also takes w. */
  wide = 0;
  /** The size on which the general registers of such a row agree, … */
  size: string | undefined;
  /** … and those of SIMD, `d` or `s`. */
  simdSize: string | undefined;
  /** The size of the register that an extension changes. */
  extendedKind: 'x' | 'w' | undefined;
  /** How many operands have been read. */
  taken = 0;
  readonly actions: DraftAction[] = [];
  readonly doubts: Doubt[] = [];

  constructor(statement: StatementContext, operands: readonly Slice[]) {
    this.statement = statement;
    this.operands = operands;
  }

  /** Begins anew, for a row. */
  begin(row: Row): void {
    this.word = row.word;
    this.wide = row.wide;
    this.size = undefined;
    this.simdSize = undefined;
    this.extendedKind = undefined;
    this.taken = 0;
    this.actions.length = 0;
    this.doubts.length = 0;
  }

  /** The operand that is read, or behind it; undefined behind the last one. */
  operand(ahead = 0): Slice | undefined {
    return this.operands[this.taken + ahead];
  }

  add(bits: number): void {
    this.word = (this.word + bits) >>> 0;
  }

  /** An action without arguments. */
  act(action: number, positions = 0): void {
    this.actions.push({ action, positions, values: [], order: this.taken });
  }

  /** An action with one argument, or with two. DynASM counts one position in both cases. */
  argue(action: number, ...values: readonly ArgumentValue[]): void {
    this.actions.push({ action, positions: 1, values, order: this.taken });
  }

  doubt(message: string, at: Slice): void {
    this.doubts.push({ message, at });
  }

  /** Writes the instruction. */
  write(): void {
    const { statement, actions, doubts } = this;
    const { writer } = statement;
    for (const { message, at } of doubts) statement.rejectOrWarn('defect', message, at);
    writer.code(this.word);
    for (const [index, { action, positions, values, order }] of actions.entries()) {
      if (values.length === 0) writer.action(action, positions);
      // The halves of a value are one expression.
      const sourceOrder = order * ORDERS + index / actions.length;
      const args = values.map(value => statement.argument(value, sourceOrder));
      const [first, ...others] = args;
      if (first !== undefined) writer.argument(action, first, positions);
      for (const other of others) writer.also(other);
    }
  }
}

export function misfit(message: string, at: Slice, isValue = false): Misfit {
  return { message, at, isValue };
}
