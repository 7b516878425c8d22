/**
 * Writes the fields of code and data: immediates, displacements, label references. In: a parsed value and the operand it
 * comes from. Out: bytes where the value is known, else an action with its argument.
 */
import { Action } from '../../../encoder/format/action.ts';
import { BYTE, contains, SIGNED_BYTE, WORD, type Range } from '../../../encoder/format/range.ts';
import { StatementError } from '../../diagnostic/error.ts';
import type { Slice } from '../../text/slice.ts';
import type { Context } from '../arch.ts';
import { signedByte } from './operand.ts';
import type { Label, Value } from './operand.ts';

type LabelAction = 'IMM' | 'REL';

export function isLabel(value: Value): value is Label {
  if (typeof value === 'number') return false;
  return value.kind === 'label' || value.kind === 'extern' || value.kind === 'pc' || value.kind === 'address';
}

/** Fields of one statement, whose operands are there for messages. `sourceOrder` of an argument: see `Argument`. */
export class FieldWriter {
  readonly #context: Context;
  readonly #operands: readonly Slice[];

  constructor(context: Context, operands: readonly Slice[]) {
    this.#context = context;
    this.#operands = operands;
  }

  /** A byte, −128…127; `extended`: the processor extends it to 64 bits. */
  signedByte(value: Value, sourceOrder: number, extended = false): void {
    if (typeof value !== 'number') return this.runtimeField(Action.IMM_S, value, sourceOrder);
    const byte = signedByte(value);
    if (!contains(SIGNED_BYTE, byte))
      throw this.#range('signed immediate byte out of range', value, sourceOrder, SIGNED_BYTE);
    if (extended) this.#checkExtended(value, sourceOrder);
    this.#context.writer.code(byte & 0xff);
  }

  /** A byte, 0…255. */
  byte(value: Value, sourceOrder: number): void {
    if (typeof value !== 'number') return this.runtimeField(Action.IMM_B, value, sourceOrder);
    if (!contains(BYTE, value))
      throw this.#range('unsigned immediate byte out of range', value, sourceOrder, BYTE);
    this.#context.writer.code(value);
  }

  /** A word, 0…65535. */
  word(value: Value, sourceOrder: number, action: number = Action.IMM_W): void {
    if (typeof value !== 'number') return this.runtimeField(action, value, sourceOrder);
    if (!contains(WORD, value))
      throw this.#range('unsigned immediate word out of range', value, sourceOrder, WORD);
    this.#bytes(value, 2);
  }

  /** A dword; `extended`: the processor extends it to 64 bits. */
  dword(value: Value, sourceOrder: number, extended: boolean, action: number = Action.IMM_D): void {
    const { writer } = this.#context;
    if (typeof value === 'number') {
      if (extended) this.#checkExtended(value, sourceOrder);
      this.#bytes(value, 4);
    } else {
      if (extended) writer.signed.push(writer.bytes.length);
      this.runtimeField(action, value, sourceOrder);
    }
  }

  /** A qword; beyond 32 bits a literal is an expression. */
  qword(value: Value, sourceOrder: number, data: boolean): void {
    const { writer } = this.#context;
    if (typeof value === 'number') {
      this.#bytes(value, 4);
      this.#bytes(value < 0 ? -1 : 0, 4);
      return;
    }
    if (value.kind !== 'value' && value.kind !== 'address') {
      throw new StatementError('bad operand size for label', { code: 'label-size' });
    }
    const { text, start, end } = value;
    const half = { text, start, end, address: value.kind === 'address', data };
    writer.argument(Action.IMM_D, this.#context.argument({ kind: 'low', ...half }, sourceOrder));
    writer.argument(Action.IMM_D, this.#context.argument({ kind: 'high', ...half }, sourceOrder));
  }

  /** A reference to a label: absolute or relative. */
  label(kind: LabelAction, label: Label, sourceOrder: number): void {
    const context = this.#context;
    const { writer } = context;
    const positions = kind === 'REL' ? 2 : 1;
    switch (label.kind) {
      case 'label':
        writer.action(kind === 'REL' ? Action.REL_LG : Action.IMM_LG, positions);
        writer.inline(label.number);
        break;
      case 'extern':
        writer.action(Action.EXTERN);
        writer.inline(kind === 'REL' ? 1 : 0);
        writer.inline(label.number);
        break;
      case 'pc': {
        const pc = context.argument({ ...label, kind: 'value' }, sourceOrder);
        writer.argument(kind === 'REL' ? Action.REL_PC : Action.IMM_PC, pc, positions);
        break;
      }
      case 'address': {
        const address = context.argument(label, sourceOrder);
        writer.argument(kind === 'REL' ? Action.REL_A : Action.IMM_PC, address);
        break;
      }
    }
  }

  /** An action whose argument is a value of at most 32 bits. */
  runtimeField(action: number, value: Exclude<Value, number>, sourceOrder: number): void {
    const context = this.#context;
    const { writer } = context;
    switch (value.kind) {
      case 'value':
      case 'member':
        writer.argument(action, context.argument(value, sourceOrder));
        break;
      case 'address':
        writer.argument(action, context.argument({ ...value, kind: 'address32' }, sourceOrder));
        break;
      default:
        throw new StatementError('bad operand size for label', { code: 'label-size' });
    }
  }

  #bytes(value: number, count: number): void {
    for (let n = 0; n < count; n++) this.#context.writer.code((value >> (8 * n)) & 0xff);
  }

  /** A literal that the processor extends to 64 bits must be meant as it is written. */
  #checkExtended(value: number, sourceOrder: number): void {
    if (value <= 0x7fffffff) return;
    const hexadecimal = `0x${value.toString(16)}`;
    this.#context.rejectOrWarn(
      'sign-extended',
      `${hexadecimal} is sign-extended to 64 bits and means ${value - 2 ** 32}: write that, or load the number with \`mov64'`,
      this.#operandOf(sourceOrder),
    );
  }

  #range(message: string, value: number, sourceOrder: number, { low, high }: Range): StatementError {
    return new StatementError(message, {
      code: 'immediate-range',
      at: this.#operandOf(sourceOrder),
      notes: [`${value} is not in ${low} … ${high}`],
    });
  }

  /** The operand that an argument of this sourceOrder comes from. */
  #operandOf(sourceOrder: number): Slice | undefined {
    return this.#operands[sourceOrder >> 2];
  }
}
