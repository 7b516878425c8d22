/** Puts for ARM64: follows steps and writes words. */
import { isAddress, joinHalves } from '../address.ts';
import {
  actionError,
  addressError,
  countError,
  labelError,
  macroLabelError,
  misfit,
  notInteger,
  sectionError,
} from '../failures.ts';
import { isTerm } from '../encoder.ts';
import * as Arm64ExtendedAction from '../format/arm64/arm64extendedaction.ts';
import * as Arm64Field from '../format/arm64/arm64field.ts';
import {
  NONE,
  addSubBits,
  bitMaskBits,
  bitNumberBits,
  byteMaskBits,
  float8Bits,
  mov32Bits,
  mov64Bits,
  offsetBits,
  signedAddSubBits,
} from '../format/arm64/arm64immediate.ts';
import * as Place from '../format/arm64/arm64place.ts';
import * as Arm64Step from '../format/arm64/arm64step.ts';
import { placeBytes } from '../format/arm64/arm64actionsize.ts';
import { MAX_SECTION_BYTES, contains, rangeOf } from '../format/range.ts';
import * as Record from '../format/record.ts';
import { Status } from '../format/status.ts';
import * as Step from '../format/step.ts';
import * as Instance from '../instance.ts';
import { isInteger, type Value } from '../value.ts';
import { argumentError, arm64Error, dataRange, fieldText } from './arm64failures.ts';
import { PoolingEmitter } from './poolingemitter.ts';

/** Place.ADDRESS shifted by it is the number of bytes of an address. */
const ADDRESS_SHIFT = 12;

export class Arm64Emitter extends PoolingEmitter {
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
      // A section that ends in a pool has no room.
      this.reopen();
      ({ position: p, recordEnd: r } = section);
      this.grow(section, p, head, 0, start);
    }
    let { bytes, view, records } = section;
    const { lines } = section;
    let l = section.lineEnd;

    /** The index of the next argument. */
    let i = 0;
    /** The instruction in front. */
    let code = 0;
    /** The lower half of an argument. */
    let low = 0;
    /** The last value of a field. */
    let last = 0;
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
      const literals = (word >> Step.LITERALS_SHIFT) & Step.LITERALS_MASK;
      if (literals > 0) {
        code = steps[at + Step.LITERAL]!;
        view.setInt32(p, code, true);
        p += literals;
      }
      const kind = word & Step.KIND_MASK;
      const inline = word >>> Step.INLINE_SHIFT;
      let value: Value = 0;
      /** The value if it is an integer of 32 bits; then it is equal to `value`. */
      let n = 0;
      if (kind >= Step.FIRST_WITH_ARGUMENT && kind < Arm64Step.POOL) {
        value = args[i++] as Value;
        if (typeof value === 'number') n = value | 0;
      }
      /** What the instruction in front changes by. */
      let bits = 0;
      switch (kind) {
        case Step.NONE:
          continue;
        case Step.SECTION:
          if (!this.hasSection(inline)) this.fail(sectionError(this, inline, offsetAt(steps, at)));
          this.enter(inline);
          continue;

        case Arm64Step.VREG:
          if (n !== value || (n & ~31) !== 0) n = this.#register(value, offsetAt(steps, at));
          code ^= n << inline;
          view.setInt32(p - 4, code, true);
          continue;
        case Arm64Step.IMM: {
          if (n !== value) n = this.#integer(value, kind, inline, offsetAt(steps, at));
          const width = (inline >> 5) & 31;
          const scale = (inline >> 10) & 31;
          const units = n >> scale;
          const excess = (inline & 0x8000) === 0 ? units : units + (1 << (width - 1));
          if (units << scale !== n || excess >> width !== 0) {
            this.fail(argumentError(this, kind, inline, value, offsetAt(steps, at)));
          }
          last = n;
          code ^= (units & ((1 << width) - 1)) << (inline & 31);
          view.setInt32(p - 4, code, true);
          continue;
        }
        case Arm64Step.IMM6:
          if (n !== value) n = this.#integer(value, kind, inline, offsetAt(steps, at));
          last = n;
          bits = bitNumberBits(n);
          break;
        case Arm64Step.IMM12:
          if (n !== value) n = this.#integer(value, kind, inline, offsetAt(steps, at));
          bits = addSubBits(n);
          break;
        case Arm64Step.ADD_SUB:
          if (n !== value) n = this.#integer(value, kind, inline, offsetAt(steps, at));
          bits = signedAddSubBits(n);
          break;
        case Arm64Step.IMML:
          if (n !== value) n = this.#integer(value, kind, inline, offsetAt(steps, at));
          bits = offsetBits(n, inline);
          break;
        case Arm64Step.IMM13W:
          if (n !== value) n = this.#word(value, kind, inline, offsetAt(steps, at));
          bits = bitMaskBits(n, n);
          break;
        case Arm64Step.IMM13X:
          if (n !== value) n = this.#word(value, kind, inline, offsetAt(steps, at));
          bits = bitMaskBits(low, n);
          break;
        case Arm64Step.MOV_W:
          if (n !== value) n = this.#word(value, kind, inline, offsetAt(steps, at));
          bits = mov32Bits(n);
          break;
        case Arm64Step.MOV_X:
          if (n !== value) n = this.#word(value, kind, inline, offsetAt(steps, at));
          bits = mov64Bits(low, n);
          break;
        case Arm64Step.BYTE_MASK:
          if (n !== value) n = this.#word(value, kind, inline, offsetAt(steps, at));
          bits = byteMaskBits(low, n);
          break;
        case Arm64Step.FLOAT8: {
          const isNumber = typeof value === 'number' || typeof value === 'bigint';
          bits = isNumber ? float8Bits(Number(value), inline === 1) : NONE;
          break;
        }
        case Arm64Step.LOW:
          low = n === value ? n : this.#word(value, kind, inline, offsetAt(steps, at));
          continue;
        case Arm64Step.FIELD: {
          const offset = offsetAt(steps, at);
          const { actions } = this.chunks;
          const how = actions[offset + 1]!;
          const sum = (how & Arm64Field.SUM) === 0 ? n : n + last;
          const scale = (how >> Arm64Field.SCALE_SHIFT) & Arm64Field.SCALE_MASK;
          if (
            n !== value ||
            n < (actions[offset + 2]! | 0) ||
            n > actions[offset + 3]! ||
            (n & ((1 << scale) - 1)) !== 0 ||
            ((how & Arm64Field.BOUND) !== 0 && n + last > actions[offset + 3]!)
          ) {
            n = this.#fieldValue(value, offset, last);
            last = (how & Arm64Field.SUM) === 0 ? n : n + last;
          } else last = sum;
          code ^= Arm64Field.fieldBits(how, last);
          view.setInt32(p - 4, code, true);
          continue;
        }
        case Arm64Step.AGAIN:
          code ^= Arm64Field.fieldBits(this.chunks.actions[offsetAt(steps, at) + 1]!, last);
          view.setInt32(p - 4, code, true);
          continue;
        case Arm64Step.VALUE:
          if (n !== value || inline !== Arm64ExtendedAction.WORD_SIZE) {
            n = this.#data(value, inline, offsetAt(steps, at));
          }
          code = n;
          view.setInt32(p, n, true);
          p += 1 << (inline & Arm64ExtendedAction.SIZE_MASK);
          continue;
        case Step.SPACE:
          if (n !== value || n < 0 || n > MAX_SECTION_BYTES) {
            n = this.#space(value, offsetAt(steps, at));
          }
          if (p + n + steps[head + Step.MAX_BYTES]! > section.limit) {
            this.grow(section, p, head, n, start);
            ({ bytes, view } = section);
          }
          bytes.fill(inline, p, p + n);
          p += n;
          continue;
        case Arm64Step.POOL: {
          const pool = this.poolOf(section);
          if (pool.isEmpty) continue;
          this.growForPool(section, pool, p, r, head, start);
          ({ bytes, view, records } = section);
          ({ position: p, recordEnd: r } = this.writePool(section, this.sectionIndex, pool, p, r));
          pool.clear();
          continue;
        }

        case Step.FORWARD:
          instance = labels.forward(inline & Arm64Step.NUMBER_MASK);
          break;
        case Step.BACKWARD: {
          const label = inline & Arm64Step.NUMBER_MASK;
          instance = labels.backward(label);
          if (instance <= 0) this.fail(labelError(this, label, offsetAt(steps, at)));
          break;
        }
        case Step.GLOBAL: {
          const label = inline & Arm64Step.NUMBER_MASK;
          if (label >= labels.namedSize) this.fail(labelError(this, label, offsetAt(steps, at)));
          instance = labels.global(label);
          break;
        }
        case Step.PC:
          if (n !== value || n < 0 || n >= labels.pcSize) n = this.convertPc(value, offsetAt(steps, at));
          instance = labels.pcReference(n);
          break;
        case Step.ADDRESS:
          if (!isAddress(value, true)) {
            return this.fail(addressError(this, value, offsetAt(steps, at), 'an integer of 64 bits'));
          }
          instance = labels.address(value);
          break;
        case Arm64Step.HALVES:
          if (n !== value) n = this.#word(value, kind, inline, offsetAt(steps, at));
          instance = this.#address(low, n);
          break;
        case Arm64Step.CONSTANT: {
          const constant = this.chunks.actions[offsetAt(steps, at) + 1]! | 0;
          instance = this.#address(constant, constant >> 31);
          break;
        }
        case Step.EXTERN:
          instance = inline & Arm64Step.NUMBER_MASK;
          break;
        case Arm64Step.PLACE: {
          instance = 0;
          // That of an address is added to all references.
          if ((inline & Place.PLACE_MASK) === Place.DATA) p += placeBytes(inline);
          const bytesOfLiteral = inline === Place.POOL4 ? 4 : inline === Place.POOL8 ? 8 : 0;
          if (bytesOfLiteral > 0) {
            const first = firstTerm(records, r);
            const field = Record.FIELD | (offsetAt(steps, at) << Record.OFFSET_SHIFT);
            instance = this.poolOf(section).add(labels, records, first, r, bytesOfLiteral, field);
            r = first;
          }
          break;
        }

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
          if (n !== value || n < 0 || n >= labels.pcSize) n = this.convertPc(value, offsetAt(steps, at));
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
          if (!isAddress(value, true)) return this.fail(addressError(this, value, offsetAt(steps, at)));
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
        case Step.END_PROC:
          if (inline >= labels.namedSize) this.fail(labelError(this, inline, offsetAt(steps, at)));
          instance = labels.place(p, this.sectionIndex);
          break;
        case Step.ALIGN:
          if (inline >= this.alignment) this.alignment = inline + 1;
          instance = inline;
          p += inline;
          break;
        default:
      }
      if (kind >= Arm64Step.FIRST_CHANGE && kind <= Arm64Step.LAST_CHANGE) {
        if (bits === NONE) {
          const whole = kind >= Arm64Step.IMM13X && kind <= Arm64Step.BYTE_MASK;
          const given = whole ? joinHalves(low, n) : value;
          this.fail(argumentError(this, kind, inline, given, offsetAt(steps, at)));
        }
        code ^= bits;
        view.setInt32(p - 4, code, true);
        continue;
      }
      // All others leave a record. Encode writes its field, if it has one.
      p += (inline & Place.ADDRESS) >> ADDRESS_SHIFT;
      records[r] = steps[at + Step.RECORD]!;
      records[r + Record.VALUE] = instance;
      records[r + Record.END] = p;
      r += Record.WORDS;
    } while ((word & Step.LAST) === 0);
    section.position = p;
    section.recordEnd = r;
    section.lineEnd = l;
  }

  /** A new label instance that is an address, or another integer. */
  #address(low: number, high: number): number {
    const { labels } = this;
    const instance = labels.create();
    const index = labels.reserveAddress();
    labels.addresses[index * 2] = low;
    labels.addresses[index * 2 + 1] = high;
    labels.instances[instance] = -1 - index;
    labels.instances[instance + Instance.FINAL] = -1 - index;
    return instance;
  }

  /** The value in 32 bits, signed. For values that are not such numbers. */
  #integer(value: unknown, kind: number, inline: number, offset: number): number {
    const n = isInteger(value) ? Number(value) : NaN;
    if ((n | 0) === n) return n;
    return this.fail(argumentError(this, kind, inline, value, offset));
  }

  #register(value: unknown, offset: number): number {
    const n = isInteger(value) ? Number(value) : NaN;
    if (n >= 0 && n < 32) return n;
    return this.fail(argumentError(this, Arm64Step.VREG, 0, value, offset));
  }

  /** The same for integers of 32 bits, signed or unsigned. */
  #word(value: unknown, kind: number, inline: number, offset: number): number {
    const n = isInteger(value) ? Number(value) : NaN;
    if (n >= -(2 ** 31) && n < 2 ** 32) return n | 0;
    return this.fail(argumentError(this, kind, inline, value, offset));
  }

  #data(value: unknown, inline: number, offset: number): number {
    const n = isInteger(value) ? Number(value) : NaN;
    if (contains(dataRange(inline), n)) return n | 0;
    return this.fail(argumentError(this, Arm64Step.VALUE, inline, value, offset));
  }

  #space(value: unknown, offset: number): number {
    const range = rangeOf(Step.SPACE)!;
    const n = isInteger(value) ? Number(value) : NaN;
    if (contains(range, n)) return n;
    return this.fail(actionError(this, Status.RANGE_I | offset, misfit(value, range), offset));
  }

  /** The value of a FIELD. For values that are not numbers which it takes. `last`: the value before. */
  #fieldValue(value: unknown, offset: number, last: number): number {
    const { actions } = this.chunks;
    const how = actions[offset + 1]!;
    const low = actions[offset + 2]! | 0;
    const high = actions[offset + 3]!;
    const multiple = 2 ** ((how >> Arm64Field.SCALE_SHIFT) & Arm64Field.SCALE_MASK);
    const n = isInteger(value) ? Number(value) : NaN;
    const isInside = n >= low && n <= high && n % multiple === 0;
    const isBeyond = (how & Arm64Field.BOUND) !== 0 && n + last > high;
    if (isInside && !isBeyond) return n | 0;
    let text = isInteger(value) ? fieldText(value, low, high, multiple) : notInteger(value);
    if (isInside) text = `${n} is too large beside ${last}: together they are at most ${high}`;
    const status = (how & Arm64Field.REGISTER) === 0 ? Status.RANGE_I : Status.RANGE_VREG;
    return this.fail(arm64Error(this, status | offset, text, offset));
  }
}

/** The index of the first record of the sum whose terms end at `r`. */
function firstTerm(records: Int32Array, r: number): number {
  let first = r;
  while (first > 0 && isTerm(records[first - Record.WORDS]! & Record.KIND_MASK)) first -= Record.WORDS;
  return first;
}

/** The offset of a step's action. */
function offsetAt(steps: Int32Array, at: number): number {
  return steps[at + Step.RECORD]! >>> Record.OFFSET_SHIFT;
}
