/**
 * Writes the values of an instruction: the displacement of its memory operand, and the value fields behind it
 * (immediates, distances to labels, addresses). Takes operands; decides by the form and the operand size
 * which field is written.
 */
import * as Action from '../../../encoder/format/actioncode.ts';
import * as ExtendedAction from '../../../encoder/format/extendedaction.ts';
import * as Field from '../../../encoder/format/field.ts';
import { StatementError } from '../../diagnostic/error.ts';
import type { StatementContext } from '../arch.ts';
import { FieldWriter } from './fieldwriter.ts';
import type { Instruction } from './instruction.ts';
import { LABEL_ADVICE, LABEL_IMMEDIATE } from './operandtext.ts';
import type { ValueField } from './notation.ts';
import { isAddressLike, isLabel, isReference, OperandMode, sumOf } from './operand.ts';
import type { Label, Operand, Sum } from './operand.ts';
import { SIZE_BYTES } from './registers.ts';
import { OperandPart, partOrder, sourceOrder } from './sourceorder.ts';

/** The source order of the displacement of a memory operand. */
function displacementOrder(memory: Operand): number {
  return partOrder(memory, OperandPart.DISPLACEMENT);
}

/** Bytes of distances to labels. */
const DISTANCE_BYTES = { cb: 1, cw: 2, cd: 4 } as const;
/** Bytes of fields whose size does not depend on the operand size; 0 where the encoder chooses it. */
const FIELD_BYTES = {
  ...DISTANCE_BYTES,
  i4: 0,
  ib: 1,
  iw: 2,
  id: 4,
  io: 8,
  mo: 8,
  p16: 4,
  p32: 6,
  'iz|ib': 0,
} as const;

export class ValueWriter {
  readonly #instruction: Instruction;
  readonly #statement: StatementContext;
  readonly #is64Bit: boolean;
  readonly #fields: FieldWriter;

  constructor(instruction: Instruction, statement: StatementContext, is64Bit: boolean) {
    this.#instruction = instruction;
    this.#statement = statement;
    this.#is64Bit = is64Bit;
    this.#fields = new FieldWriter(statement, instruction.operands, is64Bit);
  }

  // Displacements

  /** `unit`: how many bytes the field counts in. */
  displacement8(memory: Operand, unit: number): void {
    const { displacement } = memory;
    const value = typeof displacement === 'number' ? displacement / unit : displacement;
    this.#fields.signedByte(value, displacementOrder(memory));
  }

  displacement32(memory: Operand): void {
    const { displacement, register, index } = memory;
    const order = displacementOrder(memory);
    if (!isLabel(displacement)) return this.#fields.dword(displacement, order, this.#is64Bit);
    if (this.#is64Bit && this.#statement.capabilities.extendedActions) {
      // The address has to fit the field, which only encode can know.
      return this.#fields.dword(sumOf(displacement, memory), order, true);
    }
    if (this.#is64Bit) {
      const isAbsolute = register === undefined && index === undefined;
      const explanation = isAbsolute ? '' : ' (an absolute address takes eight bytes)';
      const message = `a label cannot be added to a register${explanation}`;
      this.#statement.rejectOrWarn('wide-displacement', message, memory);
    } else if (displacement.kind === 'address') return this.#fields.dword(displacement, order, false);
    return this.#fields.absoluteLabel(displacement, order);
  }

  /** The displacement of an address of 16 bits that has no form of one byte. */
  displacement16(memory: Operand): void {
    const { displacement } = memory;
    if (isReference(displacement)) {
      const message = 'the address of a label takes 32 bits';
      throw new StatementError(message, { code: 'label-size', at: memory });
    }
    const order = displacementOrder(memory);
    if (typeof displacement === 'number' && (displacement < -0x8000 || displacement > 0xffff)) {
      throw new StatementError(
        `the displacement of an address of 16 bits is -32768 … 65535, not ${displacement}`,
        {
          code: 'immediate-range',
          at: memory,
        },
      );
    }
    if (typeof displacement !== 'object' || displacement.kind !== 'value')
      return this.#fields.word(displacement, order);
    // As a sum it may be negative at run time, too.
    const { start, end } = displacement;
    const terms = [{ isSubtracted: false, value: displacement }];
    this.#fields.sum({ kind: 'sum', terms, start, end }, 2, 0, order);
  }

  /**
   * A displacement for which the encoder chooses between 0, 1 and 4 bytes. `unit`: how many bytes a field of
   * one byte counts in.
   */
  variableDisplacement(memory: Operand, unit: number): void {
    const { displacement, start, end } = memory;
    const action = unit === 1 ? Action.DISP : ExtendedAction.DISP_SCALED;
    const order = displacementOrder(memory);
    if (typeof displacement === 'number') {
      // `[Rd(n)]`: the displacement is 0, but bases 5 and 13 need a byte for it.
      const value = { kind: 'value', text: String(displacement), start, end } as const;
      this.#statement.writer.argument(action, this.#statement.argument(value, order));
    } else this.#fields.runtimeField(action, displacement, order);
    if (unit > 1) this.#statement.writer.inline(Math.log2(unit));
  }

  /** The distance from the end of the instruction to the label or sum that is the memory operand. */
  ripRelative(memory: Operand, target: Label | Sum): void {
    const order = displacementOrder(memory);
    const { encoding } = this.#instruction.form.code;
    const trailing = this.#trailingBytes();
    const isLast = trailing === 0 && encoding.fields.length === 0;
    if (target.kind !== 'sum' && isLast) this.#fields.relativeLabel(target, order);
    else this.#fields.sum(sumOf(target, memory), 4, Field.RELATIVE, order, trailing);
  }

  /** The size of what follows the displacement, without an immediate whose size the encoder chooses. */
  #trailingBytes(): number {
    const { encoding, roles } = this.#instruction.form.code;
    const immediate = this.#instruction.operandSize === 'w' ? 2 : 4;
    const sizes = { ...FIELD_BYTES, iz: immediate };
    let bytes = (roles.is4 === undefined ? 0 : 1) + (encoding.suffix === undefined ? 0 : 1);
    for (const field of encoding.fields) bytes += sizes[field];
    return bytes;
  }

  // Value fields

  field(field: ValueField, operand: Operand): void {
    // It stands in the byte of the register.
    if (field === 'i4') return;
    const { immediate, displacement, position } = operand;
    if (field === 'p16' || field === 'p32') this.#farPointer(field, operand);
    else if (field === 'cd' || field === 'cw' || field === 'cb') {
      if (!isReference(immediate)) return;
      const order = sourceOrder(position);
      if (field === 'cd' && immediate.kind !== 'sum') this.#fields.relativeLabel(immediate, order);
      else this.#fields.sum(sumOf(immediate, operand), DISTANCE_BYTES[field], Field.RELATIVE, order);
    } else if (field === 'mo') {
      const address =
        isLabel(displacement) && displacement.kind !== 'address'
          ? sumOf(displacement, operand)
          : displacement;
      if (this.#is64Bit) this.#fields.qword(address, displacementOrder(operand), false);
      else this.displacement32(operand);
    } else if (isAddressLike(immediate) && immediate.kind !== 'address') {
      this.#absoluteLabel(field, operand, immediate);
    } else this.#immediate(field, operand);
  }

  /** The offset of a far pointer, then its selector. In the source the selector stands in front. */
  #farPointer(field: 'p16' | 'p32', operand: Operand): void {
    const { immediate, displacement, position } = operand;
    const order = sourceOrder(position, OperandPart.DISPLACEMENT);
    if (isReference(immediate) && field === 'p16') {
      const message = 'the address of a label takes 32 bits';
      throw new StatementError(message, { code: 'label-size', at: operand });
    }
    if (field === 'p16') this.#fields.word(immediate, order);
    else if (isLabel(immediate) && immediate.kind !== 'address') this.#fields.absoluteLabel(immediate, order);
    else this.#fields.dword(immediate, order, false);
    this.#fields.word(displacement, sourceOrder(position));
  }

  #immediate(field: ValueField, operand: Operand): void {
    const { immediate, position, modes, size } = operand;
    const { form, operandSize } = this.#instruction;
    const { kinds, code, mnemonic } = form;
    const order = sourceOrder(position);
    const isWord = field === 'iw' || (operandSize === 'w' && field.startsWith('iz'));
    const hasRexW = code.encoding.rexW && code.encoding.vex === undefined;
    // The processor sign-extends every dword immediate of a 64-bit operation, and that of push.
    const is64BitOperation = operandSize === 'q' || hasRexW || mnemonic === 'push';
    const isExtended = this.#is64Bit && is64BitOperation;
    const shrinks = field === 'iz|ib' && (modes & OperandMode.EXPRESSION) !== 0;
    if (field === 'io') this.#fields.qword(immediate, order, false);
    else if (field === 'ib') {
      if (kinds[position]?.isSignedByte === true) this.#fields.signedByte(immediate, order, isExtended);
      else this.#fields.byte(immediate, order);
    } else if (isWord) this.#fields.word(immediate, order, shrinks ? Action.IMM_WB : Action.IMM_W);
    else {
      if (size !== undefined && SIZE_BYTES[size] > 8) {
        const message = `no immediate has ${SIZE_BYTES[size] * 8} bits`;
        throw new StatementError(message, {
          code: 'operand-size',
          classic: 'bad operand size',
          at: operand,
        });
      }
      this.#fields.dword(immediate, order, isExtended, shrinks ? Action.IMM_DB : Action.IMM_D);
    }
  }

  /** The address of a label as an immediate, which exists on x86 only. It takes four bytes. */
  #absoluteLabel(field: ValueField, operand: Operand, target: Label | Sum): void {
    const { form, operandSize } = this.#instruction;
    const { text, position } = operand;
    if (field === 'io' && this.#statement.capabilities.extendedActions) {
      return this.#fields.qword(sumOf(target, operand), sourceOrder(position), false);
    }
    // If a form ignores the size of the operand, DynASM also writes the four bytes where one belongs.
    const fits = field !== 'iw' && (field !== 'ib' || form.kinds[position]?.ignoresSize === true);
    if (this.#is64Bit || !fits) {
      throw new StatementError(this.#is64Bit ? LABEL_IMMEDIATE : 'the address of a label takes 32 bits', {
        code: 'label-size',
        classic: 'bad operand size for label',
        at: operand,
        notes: this.#is64Bit ? [LABEL_ADVICE] : [],
      });
    }
    if (field === 'ib' || operandSize === 'w') {
      this.#statement.rejectOrWarn('label-size', `the address \`${text}' takes four bytes here`, operand);
    }
    if (target.kind === 'sum') this.#fields.dword(target, sourceOrder(position), false);
    else this.#fields.absoluteLabel(target, sourceOrder(position));
  }
}
