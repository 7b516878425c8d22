/** Encodes sections of code for x64 and x86: see `Encoder`. */
import { hexadecimal, joinHalves } from '../address.ts';
import { Encoder, copy, describeNumber, isTerm } from '../encoder.ts';
import { actionError, describeLabel, describePc, externName } from '../failures.ts';
import { FIRST_GLOBAL, FORWARD, MACRO_FORWARD } from '../format/action.ts';
import * as Action from '../format/actioncode.ts';
import * as ExtendedAction from '../format/extendedaction.ts';
import * as Field from '../format/field.ts';
import * as Record from '../format/record.ts';
import { Status } from '../format/status.ts';
import * as Instance from '../instance.ts';
import type { Section } from '../section.ts';
import { surplusPadding } from '../shortening.ts';
import { OPCODE_BACK, SHORT_BYTES, savedBytes, shortForm } from './branch.ts';
import { fillWithNops } from './padding.ts';

export class X86Encoder extends Encoder {
  override encodeSection(section: Section, start: number, shift: number): number {
    const { scratch, contents } = this;
    const { is64Bit } = contents;
    const { actions } = contents.list.chunks;
    const { instances } = contents.labels;
    const out = scratch.view;
    const { records, recordEnd, view } = section;
    /** The start of what is not copied yet. */
    let run = 0;
    for (let r = 0; r < recordEnd; r += Record.WORDS) {
      const word = records[r]!;
      const value = records[r + Record.VALUE]!;
      const end = records[r + Record.END]!;
      const kind = word & Record.KIND_MASK;
      switch (kind) {
        case Record.GLOBAL:
          (this.defined ??= []).push(actions[(word >>> Record.OFFSET_SHIFT) + 1]! - FIRST_GLOBAL, value);
          break;
        case Record.ALIGN:
        case Record.ALIGN_NOP:
        case Record.ALIGN_FILL: {
          const surplus = surplusPadding(start + end + shift, value);
          if (kind === Record.ALIGN_NOP) fillWithNops(section.bytes, end - value, end - surplus);
          else if (kind === Record.ALIGN_FILL) {
            const filler = actions[(word >>> Record.OFFSET_SHIFT) + 3]!;
            section.bytes.fill(filler, end - value, end - surplus);
          }
          if (surplus > 0) {
            copy(section, run, end - surplus, scratch, start + run + shift);
            run = end;
            shift -= surplus;
          }
          break;
        }
        case Record.REL:
        case Record.JMP:
        case Record.JCC: {
          const target = instances[value + Instance.FINAL]!;
          const here = start + end + shift;
          const distance = target >= 0 ? target - here : this.#distance(section, r, here, target);
          view.setInt32(end - 4, distance, true);
          break;
        }
        case Record.JMP | Record.SHORT:
        case Record.JCC | Record.SHORT: {
          const saved = savedBytes(kind);
          copy(section, run, end - saved - SHORT_BYTES, scratch, start + run + shift);
          run = end;
          shift -= saved;
          const here = start + end + shift;
          const opcode = view.getUint8(end - OPCODE_BACK);
          const distance = instances[value + Instance.FINAL]! - here;
          out.setInt16(here - SHORT_BYTES, shortForm(kind, opcode, distance), true);
          break;
        }
        case Record.IMM:
          this.put(instances[value + Instance.FINAL]!);
          if (is64Bit) {
            view.setInt32(end - 8, this.low, true);
            view.setInt32(end - 4, this.high, true);
          } else view.setInt32(end - 4, this.low, true);
          break;
        case Record.EXTERN:
          view.setInt32(end - 4, this.#extern(section, r, start + end + shift), true);
          break;
        case Record.ADD:
        case Record.SUBTRACT:
        case Record.ADD_EXTERN:
        case Record.SUBTRACT_EXTERN:
          this.term(kind, value, word >>> Record.OFFSET_SHIFT);
          break;
        case Record.FIELD:
          this.#writeSum(section, r, start + end + shift);
          break;
        default:
      }
    }
    copy(section, run, section.position, scratch, start + run + shift);
    return shift;
  }

  /**
   * For the record at `r` of a section: the distance from the offset `here` of a label that is set to an
   * address. `final`: −1 − the index of the address.
   */
  #distance(section: Section, r: number, here: number, final: number): number {
    this.put(final);
    const distance = this.offset() - here;
    return this.#isNear(distance) ? distance | 0 : this.#slotDistance(section, r, here);
  }

  /**
   * Writes the sum into the field of the FIELD record at `r` of a section; the next sum begins with 0.
   * `here`: the offset in the code behind the field.
   */
  #writeSum(section: Section, r: number, here: number): void {
    const { records, view } = section;
    const inline = records[r + Record.VALUE]!;
    const end = records[r + Record.END]!;
    const isRelative = (inline & Field.RELATIVE) !== 0;
    if (isRelative) {
      this.put(here + (inline >> Field.TRAILING_SHIFT));
      this.subtract();
    }
    this.takeSum();
    const { low } = this;
    // On x86 distances wrap around at 2³²; other sums are those of the numbers.
    const high = isRelative && !this.contents.is64Bit ? low >> 31 : this.high;
    const bytes = Field.bytesOf(inline);
    if (bytes === 8) {
      view.setInt32(end - 8, low, true);
      view.setInt32(end - 4, high, true);
      return;
    }
    const isSigned = isRelative || (inline & Field.SIGNED) !== 0;
    if (!fits(low, high, bytes, isSigned) && (bytes < 4 || this.contents.is64Bit)) {
      const slot = isRelative && bytes === 4 ? this.#slotOfDistance(view, end, here) : undefined;
      if (slot === undefined) this.#failSum(section, r, inline, low, high);
      else view.setInt32(end - 4, slot - here, true);
      return;
    }
    if (bytes === 4) view.setInt32(end - 4, low, true);
    else if (bytes === 2) view.setInt16(end - 2, low, true);
    else view.setInt8(end - 1, low);
  }

  /** The 32-bit field of the EXTERN record at `r` of a section. */
  #extern(section: Section, r: number, here: number): number {
    const { records } = section;
    const offset = records[r]! >>> Record.OFFSET_SHIFT;
    const number = records[r + Record.VALUE]!;
    const { is64Bit, list } = this.contents;
    const isRelative = list.chunks.actions[offset + 1] === 1;
    const distance = this.externOffset(number, offset) - here;
    if (isRelative && this.#isNear(distance)) return distance | 0;
    this.putExtern(number);
    if (isRelative) return this.#slotDistance(section, r, here);
    const { low, high } = this;
    if (is64Bit && !fits(low, high, 4, list.chunks.signed.has(offset))) {
      this.#fail(offset, `${this.describe(offset, 0)} does not fit a 32-bit field`);
    }
    return low;
  }

  /** Does the distance fit its field? On x86 every address is in reach. */
  #isNear(distance: number): boolean {
    return distance === (distance | 0) || !this.contents.is64Bit;
  }

  /**
   * The offset of the jump slot for the address in `low` and `high`, if the field that ends at `end` of the
   * section is a branch's, and the caller has slots.
   */
  #slotOf(code: DataView, end: number): number | undefined {
    return this.slots?.offsetOf(code, end, this.low, this.high);
  }

  /** The same for the distance in `low` and `high` from the offset `here`. */
  #slotOfDistance(code: DataView, end: number, here: number): number | undefined {
    this.add();
    this.put(here);
    this.add();
    this.takeSum();
    return this.#slotOf(code, end);
  }

  /** The sum that the FIELD record at `r` stands for does not fit its field. */
  #failSum(section: Section, r: number, inline: number, low: number, high: number): never {
    const offset = section.records[r]! >>> Record.OFFSET_SHIFT;
    const bits = Field.bytesOf(inline) * 8;
    const value = BigInt.asIntN(64, joinHalves(low, high));
    const sum = this.describeSum(section, r);
    let text = `${sum} is ${value}, which does not fit ${bits} bits`;
    if ((inline & Field.RELATIVE) !== 0) {
      text = `${sum} is ${value} bytes away, out of reach of ${bits === 8 ? 'an' : 'a'} ${bits}-bit distance`;
    } else if ((inline & Field.SIGNED) !== 0) {
      const address = hexadecimal(joinHalves(low, high));
      const way = 'load it first, `lea rcx, [label]`, then write `[rcx+rax*8]`';
      text = this.#isAddressSum(section, r)
        ? `${sum}, at ${address}, does not fit 32 bits beside a register: ${way}`
        : `${text} that the processor sign-extends`;
    }
    this.#fail(offset, text);
  }

  /** Is the sum that the FIELD record at `r` of a section writes one address with something added? */
  #isAddressSum({ records }: Section, r: number): boolean {
    let count = 0;
    for (let each = r - Record.WORDS; each >= 0; each -= Record.WORDS) {
      const kind = records[each]! & Record.KIND_MASK;
      if (!isTerm(kind)) break;
      const action = this.contents.list.chunks.actionAt(records[each]! >>> Record.OFFSET_SHIFT);
      if (action === ExtendedAction.ADD_VALUE) continue;
      count += kind === Record.ADD || kind === Record.ADD_EXTERN ? 1 : -1;
    }
    return count === 1;
  }

  protected override describeReference(offset: number, instance: number): string {
    const { contents } = this;
    const { chunks } = contents.list;
    const inline = chunks.actions[chunks.inlineOffset(offset)]!;
    switch (chunks.actionAt(offset)) {
      case Action.REL_LG:
      case Action.IMM_LG:
      case ExtendedAction.ADD_LG:
        return describeLabel(contents, inline > FORWARD ? inline - FORWARD : inline, instance);
      case Action.REL_PC:
      case Action.IMM_PC:
      case ExtendedAction.ADD_PC:
        return describePc(contents, instance);
      case Action.EXTERN:
        return externName(contents, chunks.actions[offset + 2]!);
      case ExtendedAction.ADD_EXTERN:
        return externName(contents, inline);
      case ExtendedAction.REL_MACRO:
      case ExtendedAction.ADD_MACRO:
        return `macro label ${inline & ~MACRO_FORWARD}`;
      case ExtendedAction.ADD_VALUE:
        return describeNumber(contents, instance);
      default:
        return 'the target';
    }
  }

  /**
   * For the record at `r`: the distance from the offset `here` of the slot for the address in `low` and
   * `high`, which is too far.
   */
  #slotDistance({ records, view }: Section, r: number, here: number): number {
    const slot = this.#slotOf(view, records[r + Record.END]!);
    if (slot !== undefined) return slot - here;
    const offset = records[r]! >>> Record.OFFSET_SHIFT;
    const target = this.describe(offset, records[r + Record.VALUE]!);
    this.put(here);
    const hint = '`mov64 r11, address` and `call r11` (or `jmp r11`) reach any address';
    return this.#fail(offset, `${target} is out of reach of a 32-bit distance from ${this.address}; ${hint}`);
  }

  #fail(offset: number, text: string): never {
    throw actionError(this.contents, Status.RANGE_REL | offset, text, offset);
  }
}

/**
 * Does a value, in halves, fit a field of 1, 2 or 4 bytes? If the field is not signed, it may be signed or
 * unsigned.
 */
function fits(low: number, high: number, bytes: number, isSigned: boolean): boolean {
  if (high !== low >> 31) return !isSigned && bytes === 4 && high === 0;
  if (bytes === 4) return true;
  const limit = 2 ** (8 * bytes - 1);
  return low >= -limit && low < (isSigned ? limit : 2 * limit);
}
