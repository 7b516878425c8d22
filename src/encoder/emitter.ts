/**
 * Takes the puts of a state. `put` follows the decoded steps of a chunk: it writes bytes of code into the
 * active section at once, and leaves records of what only link and encode can know. The functions that the
 * preprocessor writes for chunks do the same with the members of `PutTarget`.
 */
import type { ActionList } from './actionlist.ts';
import { isAddress } from './address.ts';
import type { Contents } from './contents.ts';
import {
  actionError,
  addressError,
  argumentError,
  countError,
  labelError,
  macroLabelError,
  sectionError,
} from './failures.ts';
import type { DecodedChunks } from './format/decoder.ts';
import {
  MAX_SECTION_BYTES,
  NOT_BYTE,
  NOT_WORD,
  type Range,
  SIGN,
  contains,
  rangeOf,
} from './format/range.ts';
import * as Record from './format/record.ts';
import * as RegisterField from './format/registerfield.ts';
import { EncodeError, Status, failCall } from './format/status.ts';
import * as Step from './format/step.ts';
import * as Vreg from './format/vreg.ts';
import type { PutTarget } from './generated.ts';
import { Labels } from './label.ts';
import { redefinitionError } from './redefinition.ts';
import { Section, endField } from './section.ts';
import type { Value } from './value.ts';
import { writeRegisterField } from './x86/evexregister.ts';
import { writeWordImmediate } from './x86/shrinking.ts';
import { dropPrefix, setExtension, writeRegister } from './x86/variableregister.ts';

const NOP = 0x90;
/** The active section of a state that takes no puts: each put asks it for room, and fails. */
const NO_ROOM = new Section();

export class Emitter implements PutTarget, Contents {
  readonly list: ActionList;
  /** The architecture is x64. */
  readonly is64Bit: boolean;
  readonly sections: Section[] = [];
  readonly labels: Labels;
  /** The active section. */
  section: Section;
  /** Its number. */
  sectionIndex = 0;
  /** The error of the last put or checkStep that failed; undefined if none failed since `reset`. */
  failure: EncodeError | undefined = undefined;
  /** The largest alignment that has been put. */
  alignment = 1;
  #isFree = false;
  /** While encode runs: the active section, which puts do not reach then. */
  #held: Section | undefined = undefined;
  readonly #chunks: DecodedChunks;

  /** Takes puts of `list`, with so many sections and global labels. */
  constructor(list: ActionList, sections: number, globals: number) {
    this.list = list;
    this.#chunks = list.chunks;
    this.is64Bit = list.chunks.is64Bit;
    this.labels = list.spareLabels.pop() ?? new Labels();
    this.labels.clear(globals, list.macroLabels);
    this.labels.reset();
    this.section = list.takeSection();
    this.sections.push(this.section);
    while (this.sections.length < sections) this.sections.push(list.takeSection());
  }

  /** Forgets code, labels and the error. */
  reset(): void {
    for (const section of this.sections) section.reset();
    this.labels.reset();
    this.section = this.sections[0] ?? this.section;
    this.sectionIndex = 0;
    this.failure = undefined;
    this.alignment = 1;
  }

  /** Gives the buffers back to the list; puts fail afterwards. Returns false if that has been done before. */
  free(): boolean {
    if (this.#isFree) return false;
    this.checkChangeable();
    this.#isFree = true;
    for (const section of this.sections) this.list.spareSections.push(section);
    this.list.spareLabels.push(this.labels);
    this.sections.length = 0;
    this.section = NO_ROOM;
    return true;
  }

  /** @throws {EncodeError} BAD_CALL after `free` */
  checkUsable(): void {
    if (this.#isFree) failCall('this state was freed');
  }

  /** @throws {EncodeError} BAD_CALL after `free`, and between `hold` and `release` */
  checkChangeable(): void {
    this.checkUsable();
    if (this.#held === undefined) return;
    failCall(
      'encode is running: the resolver of externs must not change or free the state that it is called from',
    );
  }

  /** From here to `release`, while code of the user may run, puts and all other changes fail. */
  hold(): void {
    this.#held = this.section;
    this.section = NO_ROOM;
  }

  /** Ends what `hold` began. */
  release(): void {
    this.section = this.#held ?? this.section;
    this.#held = undefined;
  }

  /** See `State.put`. */
  put(start: number, ...args: readonly Value[]): void {
    let head = this.#chunks.heads[start] ?? 0;
    if (head === 0 || typeof start !== 'number') head = this.#decode(start);
    // Heads and steps are inside `steps`, and what is written below is inside the buffers after `#grow`.
    const { steps } = this.#chunks;
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
      this.#grow(section, p, head, 0, start);
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
            this.#grow(section, p, head, n, start);
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
            n = this.#convertPc(value, kind, offsetAt(steps, at));
          }
          instance = labels.pcReference(n);
          break;
        case Step.ADDRESS:
          if (!isAddress(value, this.is64Bit))
            return this.fail(addressError(this, value, offsetAt(steps, at)));
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
          if (!labels.canDefine(inline)) this.#move(inline, kind, offsetAt(steps, at), section, r);
          instance = labels.define(inline, p, this.sectionIndex);
          break;
        case Step.LABEL_PC:
          if (n !== value || n < 0 || n >= labels.pcSize) {
            n = this.#convertPc(value, kind, offsetAt(steps, at));
          }
          instance = labels.definePc(n, p, this.sectionIndex);
          break;
        case Step.UNIQUE_LABEL_PC:
          if (n !== value || !labels.canDefinePc(n)) {
            n = this.#convertPc(value, kind, offsetAt(steps, at));
            if (!labels.canDefinePc(n)) this.#move(n, kind, offsetAt(steps, at), section, r);
          }
          instance = labels.definePc(n, p, this.sectionIndex);
          break;
        case Step.SETLABEL:
          if (!isAddress(value, this.is64Bit))
            return this.fail(addressError(this, value, offsetAt(steps, at)));
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

  hasSection(index: number): boolean {
    return index < this.sections.length;
  }

  enter(index: number): void {
    this.section = this.sections[index]!;
    this.sectionIndex = index;
  }

  /** Throws the error, and keeps it: link will throw it, too. */
  fail(error: EncodeError): never {
    this.checkChangeable();
    this.failure = error;
    throw error;
  }

  #decode(start: number): number {
    this.checkChangeable();
    try {
      return this.#chunks.decode(start);
    } catch (error) {
      throw error instanceof EncodeError ? (this.failure = error) : error;
    }
  }

  /** Makes room for the chunk and `space` bytes more. */
  #grow(section: Section, p: number, head: number, space: number, start: number): void {
    this.checkChangeable();
    const { steps } = this.#chunks;
    const bytes = space + steps[head + Step.MAX_BYTES]!;
    try {
      section.grow(p, bytes, steps[head + Step.RECORD_WORDS]!, steps[head + Step.LINE_WORDS]!);
    } catch (error) {
      if (error instanceof EncodeError) this.fail(actionError(this, error.status, error.message, start));
      throw error;
    }
  }

  /**
   * The value in 32 bits, signed. For values that are not numbers of 32 bits, signed, or not in the range,
   * which is that of the step by default.
   */
  #convert(
    value: unknown,
    kind: number,
    offset: number,
    range: Pick<Range, 'low' | 'high'> = rangeOf(kind)!,
  ): number {
    const n = typeof value === 'bigint' ? Number(value) : value;
    if (typeof n === 'number' && Number.isInteger(n) && contains(range, n)) return n | 0;
    return this.fail(argumentError(this, kind, value, offset));
  }

  #convertRegister(value: unknown, kind: number, inline: number, offset: number): number {
    const n = this.#convert(value, kind, offset);
    const isIndex =
      kind <= Step.VREG_LOW
        ? Vreg.isIndex(inline)
        : (inline & RegisterField.FIELD_MASK) === RegisterField.INDEX;
    if (n !== 4 || !isIndex) return n;
    const text = 'register 4 (esp, rsp) is not an index register';
    return this.fail(actionError(this, Status.RANGE_VREG | offset, text, offset));
  }

  /** A definition of a label that is defined already: fails, unless the definition moves the label. */
  #move(label: number, kind: number, offset: number, section: Section, r: number): void {
    const error = redefinitionError(this, label, kind, offset, section, r);
    if (error !== undefined) this.fail(error);
  }

  #convertPc(value: unknown, kind: number, offset: number): number {
    return this.#convert(value, kind, offset, { low: 0, high: this.labels.pcSize - 1 });
  }
}

/** The offset of a step's action. */
function offsetAt(steps: Int32Array, at: number): number {
  return steps[at + Step.RECORD]! >>> Record.OFFSET_SHIFT;
}
