/** Puts for x64 and x86: follows steps and writes bytes. */
import { isAddress } from '../address.ts';
import { Emitter } from '../emitter.ts';
import {
  actionError,
  addressError,
  countError,
  labelError,
  macroLabelError,
  misfit,
  sectionError,
} from '../failures.ts';
import { MAX_SECTION_BYTES, NOT_BYTE, NOT_WORD, SIGN, contains, rangeOf } from '../format/range.ts';
import * as Record from '../format/record.ts';
import * as RegisterField from '../format/registerfield.ts';
import { Status } from '../format/status.ts';
import * as Step from '../format/step.ts';
import * as Vreg from '../format/vreg.ts';
import { endField } from '../section.ts';
import { isInteger, type Value } from '../value.ts';
import { writeRegisterField } from './evexregister.ts';
import { writeWordImmediate } from './shrinking.ts';
import { dropPrefix, setExtension, writeRegister } from './variableregister.ts';

const NOP = 0x90;

export class X86Emitter extends Emitter {
  override put(start: number, ...args: readonly Value[]): void {
    let head = this.chunks.heads[start] ?? 0;
    if (head === 0 || typeof start !== 'number') head = this.decode(start);
    // Heads and steps are inside `steps`, and what is written below is inside the buffers after `grow`.
    const { steps } = this.chunks;
    const { section, labels } = this;
    let p = section.position;
    let r = section.recordEnd;
    if (args.length !== steps[head + Step.ARGUMENTS]!) {
      this.fail(countError(this, start, args.length, steps[head + Step.ARGUMENTS]!));
    }
    if (
      p + steps[head + Step.MAX_BYTES]! > section.limit ||
      r + steps[head + Step.RECORD_WORDS]! > section.records.length ||
      section.lineEnd + steps[head + Step.LINE_WORDS]! > section.lines.length
    ) {
      this.grow(section, p, head, 0, start);
    }
    let { bytes, view } = section;
    const { records, lines } = section;
    let l = section.lineEnd;

    /** The position of the last MARK, −1 if there is none. */
    let mark = -1;
    /** The index of the next argument. */
    let i = 0;
    /** The numbers of the last variable register and the one before it. */
    let register1 = 0;
    let register2 = 0;
    let instance = 0;
    let at = head + Step.HEAD_WORDS - Step.WORDS;
    let word = 0;
    do {
      at += Step.WORDS;
      word = steps[at]!;
      if ((word & Step.LINE) !== 0) {
        lines[l + Record.LINE_POSITION] = p;
        lines[l + Record.LINE_OFFSET] = steps[at + Step.LINE_OFFSET]!;
        l += Record.LINE_WORDS;
      }
      // Always four bytes: those that are too many are overwritten by the next store.
      view.setInt32(p, steps[at + Step.LITERAL]!, true);
      p += (word >> Step.LITERALS_SHIFT) & Step.LITERALS_MASK;
      const kind = word & Step.KIND_MASK;
      const inline = (word >> Step.INLINE_SHIFT) & Step.INLINE_MASK;
      let value: Value = 0;
      /** The value if it is an integer of 32 bits; then it is equal to `value`. */
      let n = 0;
      if (kind >= Step.FIRST_WITH_ARGUMENT) {
        value = args[i++] as Value;
        if (typeof value === 'number') n = value | 0;
      }
      switch (kind) {
        case Step.NONE:
          continue;
        case Step.SECTION:
          if (!this.hasSection(inline)) this.fail(sectionError(this, inline, offsetAt(steps, at)));
          this.enter(inline);
          continue;
        case Step.MARK:
          mark = p;
          continue;

        case Step.VREG:
        case Step.VREG_LOW: {
          if (
            n !== value ||
            (n & -16) !== 0 ||
            (n === 4 && (inline & Vreg.FIELD_MASK) === Vreg.INDEX) ||
            (n > 7 && kind !== Step.VREG)
          ) {
            n = this.#convertRegister(value, kind, inline, offsetAt(steps, at));
          }
          const count = inline & Vreg.COUNT_MASK;
          /** What goes into the field: the fourth bit may be in the prefix. */
          let bits = n;
          if (n > 7 && inline < Vreg.VVVV) {
            setExtension(bytes, p, inline);
            bits = n & 7;
          } else if (count > 0) {
            const others = (count > Vreg.COUNT_1 ? register1 : 0) | (count > Vreg.COUNT_2 ? register2 : 0);
            if ((n | others) <= 7) {
              dropPrefix(bytes, p, inline);
              p--;
              if (mark >= 0) mark--;
            }
          }
          p = writeRegister(bytes, p, inline, bits);
          register2 = register1;
          register1 = n;
          continue;
        }
        case Step.DISP:
        case Step.DISP_SIGNED: {
          if (n !== value) n = this.#convert(value, kind, offsetAt(steps, at));
          // The mark is behind the ModRM byte.
          const modrm = (mark < 0 ? p : mark) - 1;
          p = section.displacement(p, modrm, n, inline >> Step.SCALE_SHIFT);
          mark = inline === Step.KEEPS_MARK ? modrm + 1 : -1;
          continue;
        }
        case Step.REGISTER_8:
        case Step.REGISTER_16:
        case Step.REGISTER_32:
        case Step.REGISTER_MASK: {
          const high = kind === Step.REGISTER_32 ? 31 : kind === Step.REGISTER_16 ? 15 : 7;
          // Not all fields take 0 or 4.
          if (n !== value || n <= 0 || n > high || n === 4) {
            n = this.#convertRegister(value, kind, inline, offsetAt(steps, at));
          }
          p = writeRegisterField(bytes, p, inline, word >>> Step.FIELD_SHIFT, n);
          continue;
        }
        case Step.IMM_S:
          if (n !== value || ((n + SIGN) & NOT_BYTE) !== 0)
            n = this.#convert(value, kind, offsetAt(steps, at));
          bytes[p++] = n;
          continue;
        case Step.IMM_B:
          if (n !== value || (n & NOT_BYTE) !== 0) n = this.#convert(value, kind, offsetAt(steps, at));
          bytes[p++] = n;
          continue;
        case Step.IMM_W:
          if (n !== value || (n & NOT_WORD) !== 0) n = this.#convert(value, kind, offsetAt(steps, at));
          view.setInt16(p, n, true);
          p += 2;
          continue;
        case Step.IMM_D:
        case Step.IMM_D_SIGNED:
          if (n !== value) n = this.#convert(value, kind, offsetAt(steps, at));
          view.setInt32(p, n, true);
          p += 4;
          continue;
        case Step.IMM_DB:
        case Step.IMM_DB_SIGNED:
          if (n !== value) n = this.#convert(value, kind, offsetAt(steps, at));
          p = section.immediate(p, (mark < 0 ? p : mark) - 2, n);
          mark = -1;
          continue;
        case Step.IMM_WB:
          if (n !== value || ((n & NOT_WORD) !== 0 && ((n + SIGN) & NOT_BYTE) !== 0)) {
            n = this.#convert(value, kind, offsetAt(steps, at));
          }
          p = writeWordImmediate(bytes, view, p, (mark < 0 ? p : mark) - 2, n);
          mark = -1;
          continue;
        case Step.SPACE:
          if (n !== value || n < 0 || n > MAX_SECTION_BYTES) {
            n = this.#convert(value, kind, offsetAt(steps, at));
          }
          if (p + n + steps[head + Step.MAX_BYTES]! > section.limit) {
            this.grow(section, p, head, n, start);
            ({ bytes, view } = section);
          }
          bytes.fill(inline, p, p + n);
          p += n;
          continue;

        case Step.FORWARD:
          instance = labels.forward(inline);
          break;
        case Step.BACKWARD:
          instance = labels.backward(inline);
          if (instance <= 0) this.fail(labelError(this, inline, offsetAt(steps, at)));
          break;
        case Step.GLOBAL:
          if (inline >= labels.namedSize) this.fail(labelError(this, inline, offsetAt(steps, at)));
          instance = labels.global(inline);
          break;
        case Step.PC:
          if (n !== value || n < 0 || n >= labels.pcSize) {
            n = this.convertPc(value, offsetAt(steps, at));
          }
          instance = labels.pcReference(n);
          break;
        case Step.ADDRESS:
          if (!isAddress(value, this.is64Bit)) return this.#failAddress(value, steps[at + Step.RECORD]!);
          instance = labels.address(value);
          break;
        case Step.EXTERN:
        case Step.FIELD:
          instance = inline;
          break;
        case Step.LABEL:
          if (inline >= labels.namedSize) this.fail(labelError(this, inline, offsetAt(steps, at)));
          instance = labels.define(inline, p, this.sectionIndex);
          break;
        case Step.UNIQUE_LABEL:
          if (inline >= labels.namedSize) this.fail(labelError(this, inline, offsetAt(steps, at)));
          if (!labels.canDefine(inline)) this.move(inline, kind, offsetAt(steps, at), section, r);
          instance = labels.define(inline, p, this.sectionIndex);
          break;
        case Step.LABEL_PC:
          if (n !== value || n < 0 || n >= labels.pcSize) {
            n = this.convertPc(value, offsetAt(steps, at));
          }
          instance = labels.definePc(n, p, this.sectionIndex);
          break;
        case Step.UNIQUE_LABEL_PC:
          if (n !== value || !labels.canDefinePc(n)) {
            n = this.convertPc(value, offsetAt(steps, at));
            if (!labels.canDefinePc(n)) this.move(n, kind, offsetAt(steps, at), section, r);
          }
          instance = labels.definePc(n, p, this.sectionIndex);
          break;
        case Step.SETLABEL:
          if (!isAddress(value, this.is64Bit)) return this.#failAddress(value, steps[at + Step.RECORD]!);
          // `instance` is the label that the step before has defined.
          labels.setAddress(instance, value);
          continue;
        case Step.MACRO_FORWARD:
          if (inline >= labels.macroSize) this.fail(macroLabelError(this, inline, offsetAt(steps, at)));
          instance = labels.macroForward(inline);
          break;
        case Step.MACRO_BACKWARD:
          instance = inline < labels.macroSize ? labels.macroBackward(inline) : 0;
          if (instance <= 0) this.fail(macroLabelError(this, inline, offsetAt(steps, at)));
          break;
        case Step.LABEL_MACRO:
          if (inline >= labels.macroSize) this.fail(macroLabelError(this, inline, offsetAt(steps, at)));
          instance = labels.defineMacro(inline, p, this.sectionIndex);
          break;
        case Step.END:
          endField(records, r - Record.WORDS, p);
          continue;
        case Step.END_PROC:
          if (inline >= labels.namedSize) this.fail(labelError(this, inline, offsetAt(steps, at)));
          instance = labels.place(p, this.sectionIndex);
          break;
        case Step.ALIGN:
          if (inline >= this.alignment) this.alignment = inline + 1;
          bytes.fill(NOP, p, p + inline);
          p += inline;
          instance = inline;
          break;
        default:
      }
      // A step that breaks out of the switch leaves a record. Encode writes its field, if it has one.
      p += word >>> Step.FIELD_SHIFT;
      records[r] = steps[at + Step.RECORD]!;
      records[r + Record.VALUE] = instance;
      records[r + Record.END] = p;
      r += Record.WORDS;
    } while ((word & Step.LAST) === 0);
    section.position = p;
    section.recordEnd = r;
    section.lineEnd = l;
  }

  /**
   * The value in 32 bits, signed. For values that are not numbers of 32 bits, signed, or not in the range of
   * the step. `beside`: what makes the range smaller.
   */
  #convert(
    value: unknown,
    kind: number,
    offset: number,
    status: number = Status.RANGE_I,
    beside = '',
  ): number {
    const range = rangeOf(kind)!;
    const n = isInteger(value) ? Number(value) : NaN;
    if (contains(range, n)) return n | 0;
    const text = misfit(value, range) + (isInteger(value) ? beside : '');
    return this.fail(actionError(this, status | offset, text, offset));
  }

  #convertRegister(value: unknown, kind: number, inline: number, offset: number): number {
    // An x87 register has a prefix to be dropped, and so has a count.
    const isByte = kind === Step.VREG_LOW && this.is64Bit && Vreg.countOf(inline) === 0;
    const beside = isByte ? ' beside ah, ch, dh or bh' : '';
    const n = this.#convert(value, kind, offset, Status.RANGE_VREG, beside);
    const isIndex =
      kind <= Step.VREG_LOW
        ? Vreg.isIndex(inline)
        : (inline & RegisterField.FIELD_MASK) === RegisterField.INDEX;
    if (n !== 4 || !isIndex) return n;
    const text = 'register 4 (esp, rsp) is not an index register';
    return this.fail(actionError(this, Status.RANGE_VREG | offset, text, offset));
  }

  /** `record`: the first word of the record that the step would leave. */
  #failAddress(value: unknown, record: number): never {
    const what = (record & Record.KIND_MASK) >= Record.ADD ? 'an integer of 64 bits' : undefined;
    return this.fail(addressError(this, value, record >>> Record.OFFSET_SHIFT, what));
  }
}

/** The offset of a step's action. */
function offsetAt(steps: Int32Array, at: number): number {
  return steps[at + Step.RECORD]! >>> Record.OFFSET_SHIFT;
}
