/**
 * Writes the fields of code and data: immediates, displacements, label references. Takes a parsed value and
 * the source order of its argument (sourceorder.ts). Writes bytes if the value is known, else an action with
 * its argument. Throws `StatementError` for values that do not fit.
 */
import * as Action from '../../../encoder/format/actioncode.ts';
import * as ExtendedAction from '../../../encoder/format/extendedaction.ts';
import * as Field from '../../../encoder/format/field.ts';
import { BYTE, contains, SIGNED_BYTE, WORD, type Range } from '../../../encoder/format/range.ts';
import { StatementError } from '../../diagnostic/error.ts';
import { NOTHING, type Slice } from '../../text/slice.ts';
import type { StatementContext } from '../arch.ts';
import { asSignedByte } from './integer.ts';
import type { Label, Sum, Term, Value } from './operand.ts';
import { positionOf, termOrder } from './sourceorder.ts';

/** The lowest value of a word. */
const LOWEST_WORD = -0x8000;

/** Writes the fields of one statement. Errors are located by its operands. */
export class FieldWriter {
  readonly #statement: StatementContext;
  readonly #operands: readonly Slice[];
  readonly #addressBytes: number;

  constructor(statement: StatementContext, operands: readonly Slice[], is64Bit: boolean) {
    this.#addressBytes = is64Bit ? 8 : 4;
    this.#statement = statement;
    this.#operands = operands;
  }

  /** A byte, −128…127. `isExtended`: the processor extends it to 64 bits. */
  signedByte(value: Value, sourceOrder: number, isExtended = false): void {
    if (typeof value !== 'number') {
      if (value.kind === 'sum') return this.sum(value, 1, Field.SIGNED, sourceOrder);
      return this.runtimeField(Action.IMM_S, value, sourceOrder);
    }
    const byte = asSignedByte(value);
    if (!contains(SIGNED_BYTE, byte)) {
      this.#failRange('signed immediate byte out of range', value, sourceOrder, SIGNED_BYTE);
    }
    if (isExtended) this.#checkExtended(value, sourceOrder);
    this.#statement.writer.code(byte & 0xff);
  }

  /** A byte, −128…255, or 0…255 in languages that do not take negative ones. */
  byte(value: Value, sourceOrder: number): void {
    if (typeof value !== 'number') {
      if (value.kind === 'sum') return this.sum(value, 1, 0, sourceOrder);
      return this.runtimeField(Action.IMM_B, value, sourceOrder);
    }
    this.#checkRange('immediate byte out of range', value, sourceOrder, BYTE, SIGNED_BYTE.low);
    this.#statement.writer.code(value & 0xff);
  }

  /** A word, in the same way. */
  word(value: Value, sourceOrder: number, action: number = Action.IMM_W): void {
    if (typeof value !== 'number') {
      if (value.kind === 'sum') return this.sum(value, 2, 0, sourceOrder);
      return this.runtimeField(action, value, sourceOrder);
    }
    this.#checkRange('immediate word out of range', value, sourceOrder, WORD, LOWEST_WORD);
    this.#bytes(value, 2);
  }

  /** A dword. `isExtended`: the processor extends it to 64 bits. */
  dword(value: Value, sourceOrder: number, isExtended: boolean, action: number = Action.IMM_D): void {
    const { writer } = this.#statement;
    if (typeof value === 'number') {
      if (isExtended) this.#checkExtended(value, sourceOrder);
      this.#bytes(value, 4);
    } else if (value.kind === 'sum') this.sum(value, 4, isExtended ? Field.SIGNED : 0, sourceOrder);
    else {
      if (isExtended) writer.signed.push(writer.actions.length);
      this.runtimeField(action, value, sourceOrder);
    }
  }

  /** A qword. `data`: it is data, not part of an instruction. Beyond 32 bits it is an expression. */
  qword(value: Value, sourceOrder: number, data: boolean): void {
    const { writer } = this.#statement;
    if (typeof value === 'number') {
      this.#bytes(value, 4);
      this.#bytes(value < 0 ? -1 : 0, 4);
      return;
    }
    if (value.kind === 'sum') return this.sum(value, 8, 0, sourceOrder);
    if (value.kind !== 'value' && value.kind !== 'address') failLabelSize();
    const { text, start, end } = value;
    const half = { text, start, end, address: value.kind === 'address', data };
    writer.argument(Action.IMM_D, this.#statement.argument({ kind: 'low', ...half }, sourceOrder));
    writer.argument(Action.IMM_D, this.#statement.argument({ kind: 'high', ...half }, sourceOrder));
  }

  /** The distance from the end of the instruction to a label, four bytes. */
  relativeLabel(label: Label, sourceOrder: number): void {
    this.#label(label, sourceOrder, true);
  }

  /** The address of a label, four bytes. */
  absoluteLabel(label: Label, sourceOrder: number): void {
    this.#label(label, sourceOrder, false);
  }

  /** A sum in a field of 1, 2, 4 or 8 bytes. `flags`: RELATIVE, SIGNED or 0, see field.ts. */
  sum({ terms }: Sum, bytes: number, flags: number, sourceOrder: number, trailing = 0): void {
    const { writer } = this.#statement;
    for (const [index, term] of terms.entries())
      this.#term(term, termOrder(sourceOrder, index, terms.length));
    writer.action(ExtendedAction.FIELD, 1);
    writer.inline(Field.pack(bytes, flags, trailing));
  }

  #term({ isSubtracted, value }: Term, sourceOrder: number): void {
    const statement = this.#statement;
    const { writer } = statement;
    if (isSubtracted) writer.action(ExtendedAction.SUBTRACT);
    if (typeof value === 'number') {
      const { start, end } = this.#operandOf(sourceOrder) ?? NOTHING;
      const constant = { kind: 'value', text: String(value), start, end } as const;
      writer.argument(ExtendedAction.ADD_VALUE, statement.argument(constant, sourceOrder));
      return;
    }
    switch (value.kind) {
      case 'label':
        writer.action(ExtendedAction.ADD_LG, 1);
        writer.inline(value.number);
        break;
      case 'macro':
        writer.action(ExtendedAction.ADD_MACRO, 1);
        writer.inline(value.number);
        break;
      case 'extern':
        writer.action(ExtendedAction.ADD_EXTERN, 1);
        writer.inline(value.number);
        break;
      case 'pc':
        writer.argument(ExtendedAction.ADD_PC, statement.argument({ ...value, kind: 'value' }, sourceOrder));
        break;
      default:
        writer.argument(ExtendedAction.ADD_VALUE, statement.argument(value, sourceOrder));
    }
  }

  #label(label: Label, sourceOrder: number, isRelative: boolean): void {
    const statement = this.#statement;
    const { writer } = statement;
    const positions = isRelative ? 2 : 1;
    switch (label.kind) {
      case 'label':
        writer.action(isRelative ? Action.REL_LG : Action.IMM_LG, positions);
        writer.inline(label.number);
        break;
      case 'macro':
        writer.action(isRelative ? ExtendedAction.REL_MACRO : ExtendedAction.ADD_MACRO, positions);
        writer.inline(label.number);
        if (isRelative) break;
        writer.action(ExtendedAction.FIELD);
        writer.inline(Field.pack(this.#addressBytes, 0));
        break;
      case 'extern':
        writer.action(Action.EXTERN);
        writer.inline(isRelative ? 1 : 0);
        writer.inline(label.number);
        break;
      case 'pc': {
        const pc = statement.argument({ ...label, kind: 'value' }, sourceOrder);
        writer.argument(isRelative ? Action.REL_PC : Action.IMM_PC, pc, positions);
        break;
      }
      case 'address': {
        const address = statement.argument(label, sourceOrder);
        writer.argument(isRelative ? Action.REL_A : Action.IMM_PC, address);
        break;
      }
    }
  }

  /** A value of at most 32 bits that is known at run time only, as an argument of `action`. */
  runtimeField(action: number, value: Exclude<Value, number>, sourceOrder: number): void {
    const statement = this.#statement;
    const { writer } = statement;
    switch (value.kind) {
      case 'value':
      case 'member':
        writer.argument(action, statement.argument(value, sourceOrder));
        break;
      case 'address':
        writer.argument(action, statement.argument({ ...value, kind: 'address32' }, sourceOrder));
        break;
      default:
        failLabelSize();
    }
  }

  /** The lower `count` bytes of `value`, the lowest first. */
  #bytes(value: number, count: number): void {
    for (let n = 0; n < count; n++) this.#statement.writer.code((value >> (8 * n)) & 0xff);
  }

  /** Rejects (or warns about) a literal to which the sign extension to 64 bits gives another value. */
  #checkExtended(value: number, sourceOrder: number): void {
    if (value <= 0x7fffffff) return;
    const hexadecimal = `0x${value.toString(16)}`;
    this.#statement.rejectOrWarn(
      'sign-extended',
      `${hexadecimal} is sign-extended to 64 bits and means ${value - 2 ** 32}: write that, or load the number with \`mov64'`,
      this.#operandOf(sourceOrder),
    );
  }

  /** Checks a literal in a field that may be signed, from `low` on, where the language takes that. */
  #checkRange(message: string, value: number, sourceOrder: number, range: Range, low: number): void {
    const { negativeFields } = this.#statement.capabilities;
    const taken = negativeFields ? { ...range, low } : range;
    if (!contains(taken, value)) {
      this.#failRange(negativeFields ? message : `unsigned ${message}`, value, sourceOrder, taken);
    }
  }

  #failRange(message: string, value: number, sourceOrder: number, { low, high, hint }: Range): never {
    throw new StatementError(message, {
      code: 'immediate-range',
      at: this.#operandOf(sourceOrder),
      notes: [
        `${value} is not in ${low} … ${high}${hint === undefined ? '' : `: write \`${value} ${hint}' if that is meant`}`,
      ],
    });
  }

  #operandOf(sourceOrder: number): Slice | undefined {
    return this.#operands[positionOf(sourceOrder)];
  }
}

function failLabelSize(): never {
  throw new StatementError('the address of a label does not fit here', {
    code: 'label-size',
    classic: 'bad operand size for label',
  });
}
