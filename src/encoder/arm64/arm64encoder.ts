/** Encodes sections of code for ARM64: see `Encoder`. */
import { lastRow } from '../actionlist.ts';
import { joinHalves } from '../address.ts';
import { Encoder, copy, describeNumber } from '../encoder.ts';
import { describeLabel, describePc, externName } from '../failures.ts';
import { MACRO_FORWARD } from '../format/action.ts';
import * as Arm64Action from '../format/arm64/arm64action.ts';
import { EXTENDED, labelNumber, parameterOf } from '../format/arm64/arm64actionsize.ts';
import * as Arm64ExtendedAction from '../format/arm64/arm64extendedaction.ts';
import * as Place from '../format/arm64/arm64place.ts';
import * as Record from '../format/record.ts';
import { Status } from '../format/status.ts';
import * as Instance from '../instance.ts';
import type { Section } from '../section.ts';
import { removedBytes, surplusPadding } from '../shortening.ts';
import { arm64Error } from './arm64failures.ts';

const NOP = 0xd503_201f;
const PAGE = 4096;

/** How far a place reaches, in units of its field. */
interface Reach {
  /** The most that the field has, plus 1; as many negative values. */
  readonly limit: number;
  /** What the field counts in, in bytes. */
  readonly unit: number;
  readonly words: string;
}

const REACHES: { readonly [place: number]: Reach } = {
  [Place.BRANCH26]: { limit: 0x200_0000, unit: 4, words: '±128 MiB' },
  [Place.BRANCH19]: { limit: 0x4_0000, unit: 4, words: '±1 MiB' },
  [Place.BRANCH14]: { limit: 0x2000, unit: 4, words: '±32 KiB' },
  [Place.ADR]: { limit: 0x10_0000, unit: 1, words: '±1 MiB' },
  [Place.ADRP]: { limit: 0x10_0000, unit: 1, words: '±4 GiB' },
};

export class Arm64Encoder extends Encoder {
  override encodeSection(section: Section, start: number, shift: number): number {
    const { scratch, contents } = this;
    const { actions } = contents.list.chunks;
    const { instances } = contents.labels;
    const { records, recordEnd, view } = section;
    const firstShift = shift;
    /** The start of what is not copied yet. */
    let run = 0;
    for (let r = 0; r < recordEnd; r += Record.WORDS) {
      const word = records[r]!;
      const value = records[r + Record.VALUE]!;
      const end = records[r + Record.END]!;
      const kind = word & Record.KIND_MASK;
      switch (kind) {
        case Record.GLOBAL: {
          const number = actions[word >>> Record.OFFSET_SHIFT]! & Arm64Action.NUMBER_MASK;
          (this.defined ??= []).push(number - Arm64Action.FIRST_GLOBAL, value);
          break;
        }
        case Record.ALIGN:
        case Record.ALIGN_FILL: {
          const surplus = surplusPadding(start + end + shift, value);
          if (kind === Record.ALIGN) {
            fillWithNops(section, end - value, end - surplus, start + end - value + shift);
          } else section.bytes.fill(this.#filler(word), end - value, end - surplus);
          if (surplus > 0) {
            copy(section, run, end - surplus, scratch, start + run + shift);
            run = end;
            shift -= surplus;
          }
          break;
        }
        case Record.REL: {
          const target = instances[value + Instance.FINAL]!;
          const place = actions[word >>> Record.OFFSET_SHIFT]! & Place.PLACE_MASK;
          if (place === Place.ADDRESS) {
            this.put(target);
            view.setInt32(end - 8, this.low, true);
            view.setInt32(end - 4, this.high, true);
            break;
          }
          const here = start + end + shift - 4;
          // Most branches are near.
          if (place === Place.BRANCH26 && target >= 0) {
            const distance = (target - here) >> 2;
            if (distance << 2 === target - here && (distance + 0x200_0000) >> 26 === 0) {
              const code = view.getInt32(end - 4, true) & ~0x3ff_ffff;
              view.setInt32(end - 4, code | (distance & 0x3ff_ffff), true);
              break;
            }
          } else if (place === Place.BRANCH19 && target >= 0) {
            const distance = (target - here) >> 2;
            if (distance << 2 === target - here && (distance + 0x4_0000) >> 19 === 0) {
              const code = view.getInt32(end - 4, true) & ~0xff_ffe0;
              view.setInt32(end - 4, code | ((distance << 5) & 0xff_ffe0), true);
              break;
            }
          }
          this.put(target);
          this.#refer(section, r, placeOf(place), this.offset(), here);
          break;
        }
        case Record.EXTERN: {
          const offset = word >>> Record.OFFSET_SHIFT;
          const target = this.externOffset(value, offset);
          const place = actions[offset]! & Place.PLACE_MASK;
          this.putExtern(value);
          if (place === Place.ADDRESS) {
            view.setInt32(end - 8, this.low, true);
            view.setInt32(end - 4, this.high, true);
          } else this.#refer(section, r, place, target, start + end + shift - 4);
          break;
        }
        case Record.ADD:
        case Record.SUBTRACT:
        case Record.ADD_EXTERN:
        case Record.SUBTRACT_EXTERN:
          this.term(kind, value, word >>> Record.OFFSET_SHIFT);
          break;
        case Record.FIELD:
          this.#writeSum(section, r, start + end + shift - 4);
          break;
        default:
      }
    }
    copy(section, run, section.position, scratch, start + run + shift);
    if (hasBytes(contents.list.data)) this.#checkAlignment(section, start, firstShift);
    return shift;
  }

  /**
   * Checks the lines of instructions, where the list has kinds of data.
   * @throws {EncodeError} RANGE_REL, one does not stand at a multiple of 4
   */
  #checkAlignment({ records, recordEnd, lines, lineEnd }: Section, start: number, shift: number): void {
    const { list } = this.contents;
    const { chunks } = list;
    let r = 0;
    for (let l = 0; l < lineEnd; l += Record.LINE_WORDS) {
      const position = lines[l + Record.LINE_POSITION]!;
      for (; r < recordEnd && records[r + Record.END]! <= position; r += Record.WORDS) {
        const end = start + records[r + Record.END]! + shift;
        shift -= removedBytes(records[r]! & Record.KIND_MASK, records[r + Record.VALUE]!, end);
      }
      const offset = lines[l + Record.LINE_OFFSET]!;
      const at = start + position + shift;
      const code = chunks.actionAt(offset)!;
      const isWord = code === Arm64Action.ESC || (code >= Arm64Action.ACTIONS && code < EXTENDED);
      // Data has a kind, of which code is the first one.
      if (at % 4 === 0 || !isWord || (list.data[lastRow(list.data, 2, offset) + 1] ?? 0) !== 0) continue;
      this.put(at);
      const text = `the instruction behind data would be at ${this.address}, which is not a multiple of 4`;
      this.#fail(offset << Record.OFFSET_SHIFT, `${text}; \`.align 4\` in front of it makes it one`);
    }
  }

  /** The filler of the alignment with this record; pools of literals are filled with zeros. */
  #filler(word: number): number {
    const { chunks } = this.contents.list;
    const offset = word >>> Record.OFFSET_SHIFT;
    const isFilled = chunks.actionAt(offset) === EXTENDED + Arm64ExtendedAction.ALIGN_FILL;
    return isFilled ? chunks.actions[offset + 1]! : 0;
  }

  /**
   * Writes the reference with the record at `r` of a section: the distance of what is `target` bytes from the
   * base to the instruction at the offset `here`. The target's address is in `low` and `high`.
   */
  #refer(section: Section, r: number, place: number, target: number, here: number): void {
    const { limit, unit, words } = REACHES[place]!;
    const { view } = section;
    const end = section.records[r + Record.END]!;
    const distance = (place === Place.ADRP ? this.#pageDistance(target, here) : target - here) / unit;
    if (Number.isInteger(distance) && distance >= -limit && distance < limit) {
      view.setInt32(end - 4, withDistance(view.getInt32(end - 4, true), place, distance), true);
      return;
    }
    const slot = unit === 4 ? this.slots?.offsetOf(view, end, this.low, this.high) : undefined;
    if (slot !== undefined) {
      const toSlot = (slot - here) / unit;
      if (toSlot < limit) {
        view.setInt32(end - 4, withDistance(view.getInt32(end - 4, true), place, toSlot), true);
        return;
      }
    }
    this.#failReference(section, r, place, here, distance, words);
  }

  /** From the page of 4 KiB that has the offset `here` to the one that has the offset `target`. */
  #pageDistance(target: number, here: number): number {
    const { low, high } = this;
    this.put(0);
    const inPage = this.low & (PAGE - 1);
    this.low = low;
    this.high = high;
    return Math.floor((target + inPage) / PAGE) - Math.floor((here + inPage) / PAGE);
  }

  /**
   * Writes the sum for the FIELD record at `r` of a section; the next sum begins with 0. `here`: the offset
   * of the instruction, if it is in one.
   */
  #writeSum(section: Section, r: number, here: number): void {
    const { records, view } = section;
    const end = records[r + Record.END]!;
    const action = this.contents.list.chunks.actions[records[r]! >>> Record.OFFSET_SHIFT]!;
    const place = action & Place.PLACE_MASK;
    this.takeSum();
    const { low, high } = this;
    switch (place) {
      case Place.LO12: {
        const scale = (action >> Place.SIZE_SHIFT) & Place.SIZE_MASK;
        if ((low & ((1 << scale) - 1)) !== 0) {
          const text = `${this.describeSum(section, r)}, at ${this.address}, is not a multiple of ${1 << scale}`;
          this.#fail(records[r]!, `${text}, as this load or store needs it`);
        }
        const bits = ((low & (PAGE - 1)) >> scale) << 10;
        view.setInt32(end - 4, (view.getInt32(end - 4, true) & ~0x3f_fc00) | bits, true);
        return;
      }
      case Place.ADDRESS:
      case Place.POOL8:
        view.setInt32(end - 8, low, true);
        view.setInt32(end - 4, high, true);
        return;
      case Place.POOL4:
        return this.#writeData(section, r, 4, false);
      case Place.DATA:
        return this.#writeData(
          section,
          r,
          1 << ((action >> Place.SIZE_SHIFT) & Place.SIZE_MASK),
          (action & Place.SIGNED) !== 0,
        );
      default:
        this.#refer(section, r, place, this.offset(), here);
    }
  }

  /** Writes the sum in `low` and `high` as so many bytes of data. */
  #writeData(section: Section, r: number, bytes: number, isSigned: boolean): void {
    const { records, view } = section;
    const { low, high } = this;
    const at = records[r + Record.END]! - bytes;
    if (bytes === 8) {
      view.setInt32(at, low, true);
      view.setInt32(at + 4, high, true);
      return;
    }
    const value = BigInt.asIntN(64, joinHalves(low, high));
    const limit = 1n << BigInt(8 * bytes - 1);
    if (value < -limit || value >= (isSigned ? limit : 2n * limit)) {
      const text = `${this.describeSum(section, r)} is ${value}, which does not fit ${bytes * 8} bits`;
      this.#fail(records[r]!, text);
    }
    if (bytes === 4) view.setInt32(at, low, true);
    else if (bytes === 2) view.setInt16(at, low, true);
    else view.setInt8(at, low);
  }

  /** `distance`: in units of the field. `words`: how far the field reaches. */
  #failReference(
    section: Section,
    r: number,
    place: number,
    here: number,
    distance: number,
    words: string,
  ): never {
    const { records } = section;
    const word = records[r]!;
    const target = this.#target(section, r);
    const at = this.address;
    this.put(here);
    const from = this.address;
    if (!Number.isInteger(distance)) {
      this.#fail(word, `${target}, at ${at}, is not a multiple of 4 bytes away from ${from}`);
    }
    this.#fail(word, `${target}, at ${at}, is out of reach of ${words} from ${from}; ${hintFor(place)}`);
  }

  /** What the reference with the record at `r` leads to, in words. */
  #target(section: Section, r: number): string {
    const word = section.records[r]!;
    const offset = word >>> Record.OFFSET_SHIFT;
    if ((word & Record.KIND_MASK) === Record.FIELD) return this.describeSum(section, r);
    return this.describeReference(offset, section.records[r + Record.VALUE]!);
  }

  protected override describeReference(offset: number, instance: number): string {
    const { contents } = this;
    const { chunks } = contents.list;
    const word = chunks.actions[offset]!;
    const number = word & Arm64Action.NUMBER_MASK;
    const parameter = parameterOf(word);
    switch (chunks.actionAt(offset)) {
      case Arm64Action.REL_LG:
        return describeLabel(contents, labelNumber(number), instance);
      case EXTENDED + Arm64ExtendedAction.ADD_LG:
        return describeLabel(contents, labelNumber(parameter), instance);
      case Arm64Action.REL_PC:
      case EXTENDED + Arm64ExtendedAction.ADD_PC:
        return describePc(contents, instance);
      case Arm64Action.REL_EXT:
        return externName(contents, number);
      case EXTENDED + Arm64ExtendedAction.ADD_EXTERN:
        return externName(contents, parameter);
      case EXTENDED + Arm64ExtendedAction.ADD_MACRO:
        return `macro label ${parameter & ~MACRO_FORWARD}`;
      case EXTENDED + Arm64ExtendedAction.ADD_VALUE:
      case EXTENDED + Arm64ExtendedAction.ADD_CONSTANT:
      case EXTENDED + Arm64ExtendedAction.ADD_HALVES:
        return describeNumber(contents, instance);
      case EXTENDED + Arm64ExtendedAction.PLACE:
        return 'the literal';
      default:
        return 'the target';
    }
  }

  #fail(word: number, text: string): never {
    const offset = word >>> Record.OFFSET_SHIFT;
    throw arm64Error(this.contents, Status.RANGE_REL | offset, text, offset);
  }
}

/** The kinds of data that do not consist of whole words, as bits (datakind.ts): byte, word, texts, fill. */
const BYTES = (1 << 1) | (1 << 2) | (1 << 7) | (1 << 8) | (1 << 9);

/** Is there such data? `data`: pairs of an offset and a kind, see `ActionListDescription`. */
function hasBytes(data: readonly number[]): boolean {
  for (let i = 1; i < data.length; i += 2) {
    if ((BYTES & (1 << data[i]!)) !== 0) return true;
  }
  return false;
}

/** A load from the pool has a distance as that of a conditional branch. */
function placeOf(place: number): number {
  return place === Place.POOL4 || place === Place.POOL8 ? Place.BRANCH19 : place;
}

/** The instruction with a distance in its field. */
function withDistance(code: number, place: number, distance: number): number {
  switch (place) {
    case Place.BRANCH26:
      return (code & ~0x3ff_ffff) | (distance & 0x3ff_ffff);
    case Place.BRANCH19:
      return (code & ~0xff_ffe0) | ((distance << 5) & 0xff_ffe0);
    case Place.BRANCH14:
      return (code & ~0x7_ffe0) | ((distance << 5) & 0x7_ffe0);
    default:
      // ADR and ADRP have the two lowest bits apart.
      return (code & ~0x60ff_ffe0) | ((distance & 3) << 29) | ((distance << 3) & 0xff_ffe0);
  }
}

/** What to do about a target that is too far. */
function hintFor(place: number): string {
  switch (place) {
    case Place.BRANCH26:
      return '`ldr x16, =address` and `br x16` (or `blr x16`) reach any address';
    case Place.BRANCH19:
    case Place.BRANCH14:
      return 'a branch with the opposite condition over a `b` reaches ±128 MiB, and `.ltorg` puts literals near';
    default:
      return '`adrp` and `:lo12:` reach ±4 GiB, `ldr` of `=address` any address';
  }
}

/**
 * Fills the bytes `from`…`to` of a section with NOPs; `from` is at the offset `at` of the code. What is not a
 * word, behind data, is filled with zeros.
 */
function fillWithNops({ bytes, view }: Section, from: number, to: number, at: number): void {
  let p = Math.min(from + (-at & 3), to);
  bytes.fill(0, from, p);
  for (; p + 4 <= to; p += 4) view.setInt32(p, NOP, true);
  bytes.fill(0, p, to);
}
