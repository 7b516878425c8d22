/**
 * The part of a state that takes puts: `put` follows the decoded steps of a chunk, writes code bytes into the active
 * section's buffer at once, and leaves records of what only link and encode can know.
 */
import { FIRST_GLOBAL } from './actions.ts';
import type { ActionList } from './actionlist.ts';
import { isAddress } from './address.ts';
import { integerFor } from './argument.ts';
import type { ChunkCache } from './chunk.ts';
import { fail, failArgument, failCount, labelName, sectionName } from './failure.ts';
import { Labels } from './label.ts';
import * as Record from './record.ts';
import { dropPrefix, setExtension } from './register.ts';
import { Section } from './section.ts';
import { EncodeError, Status, show } from './status.ts';
import * as Step from './step.ts';

/** An argument of a put. */
export type Value = number | bigint;

const NOP = 0x90;

/** Takes puts of the action list `L`. */
export class Emitter<L extends ActionList = ActionList> {
  readonly list: L;
  /** Status of the last failing put or checkStep; 0 if none failed since `setup`. */
  status: number = Status.OK;
  /** Its error. @internal */
  failure: EncodeError | undefined;

  /** @internal */
  readonly sections: Section[] = [];
  /** @internal */
  readonly labels: Labels;
  /** The active section. @internal */
  section: Section;
  /** Its number. @internal */
  sectionIndex = 0;
  /** x64: addresses have 64 bits. @internal */
  readonly wide: boolean;
  /** Set by `free`. @internal */
  freed = false;
  private readonly chunks: ChunkCache;
  /** Why a value is NaN. @internal */
  faultText = '';

  /** With so many sections and global labels. @internal */
  constructor(list: L, sections: number, globals: number) {
    this.list = list;
    this.chunks = list.chunks;
    this.wide = list.arch === 'x64';
    this.labels = list.spareLabels.pop() ?? new Labels();
    this.labels.clear(globals);
    this.section = list.takeSection();
    this.sections.push(this.section);
    while (this.sections.length < sections) this.sections.push(list.takeSection());
    this.reset();
  }

  /** Forgets code, labels and status. @internal */
  reset(): void {
    for (const section of this.sections) section.reset();
    this.labels.reset();
    this.section = this.sections[0] ?? this.section;
    this.sectionIndex = 0;
    this.status = Status.OK;
    this.failure = undefined;
    this.faultText = '';
  }

  /**
   * Plays the chunk at `start` of the action list with these arguments, that is appends its code to the active section.
   * A put that fails adds nothing, but makes `link` fail.
   * @throws EncodeError RANGE_I, RANGE_SEC, RANGE_LG, RANGE_PC, RANGE_VREG, BAD_LIST, NOMEM
   */
  put(start: number, ...args: readonly Value[]): void {
    let at = this.chunks.entries[start] ?? 0;
    if (at === 0 || typeof start !== 'number') at = this.decode(start);
    // Heads and steps are in bounds by construction (chunk.ts), and so are buffers after grow.
    const steps = this.chunks.steps;
    const { section, labels } = this;
    let p = section.position;
    let r = section.recordEnd;
    if (args.length !== steps[at + 3]) failCount(this, start, args.length, steps[at + 3]!);
    if (
      p + steps[at]! > section.limit ||
      r + steps[at + 1]! > section.records.length ||
      section.lineEnd + steps[at + 2]! > section.lines.length
    ) {
      this.grow(section, p, steps[at]!, steps[at + 1]!, steps[at + 2]!, start);
    }
    let { bytes, view } = section;
    const { records, lines } = section;
    let l = section.lineEnd;

    let mark = -1;
    let i = 0;
    /** Numbers of the last registers, newest first. */
    let register1 = 0;
    let register2 = 0;
    let instance = 0;
    let step = at + Step.HEAD_WORDS - Step.WORDS;
    let word = 0;
    do {
      step += Step.WORDS;
      word = steps[step]!;
      if ((word & Step.LINE) !== 0) {
        lines[l] = p;
        lines[l + 1] = steps[step + 3]!;
        l += Record.LINE_WORDS;
      }
      // Always four bytes: what is too much is overwritten by the next store.
      view.setInt32(p, steps[step + 1]!, true);
      p += (word >> 8) & 7;
      const kind = word & 0xff;
      const inline = (word >> 16) & 0xff;
      let value: Value = 0;
      let n = 0;
      if (kind >= Step.VREG) {
        value = args[i++]!;
        if (typeof value === 'number') n = value | 0;
      }
      switch (kind) {
        case Step.NONE:
          continue;
        case Step.SECTION:
          if (!this.hasSection(inline)) this.failSection(inline, steps[step + 2]! >>> 8);
          this.enter(inline);
          continue;
        case Step.MARK:
          mark = p;
          continue;

        case Step.VREG:
        case Step.VREG_NARROW: {
          if (
            n !== value ||
            (n & -16) !== 0 ||
            (n === 4 && inline >> 5 === 2) ||
            (n > 7 && kind !== Step.VREG)
          ) {
            n = this.convertRegister(value, kind, inline, steps[step + 2]! >>> 8);
          }
          const number = n;
          // The inline byte is explained at `Action.VREG`.
          if (n > 7 && inline < 0xa0) {
            setExtension(bytes, p - (inline & 7), inline >> 6);
            n &= 7;
          } else if ((inline & 0x18) !== 0) {
            const others = inline & 0x10 ? (inline & 8 ? register1 | register2 : register1) : 0;
            if ((n | others) <= 7) {
              dropPrefix(bytes, p - (inline & 7), p);
              p--;
              if (mark >= 0) mark--;
            }
          }
          if (inline >= 0xc0) bytes[p - 1]! ^= n << 4;
          else if (inline >= 0x40) bytes[p - 1]! ^= n << 3;
          else if (n === 4 && inline < 0x20) {
            // A base with number 4 needs a SIB byte: no index, this base.
            bytes[p - 1]! ^= 4;
            bytes[p++] = 0x24;
          } else bytes[p - 1]! ^= n;
          register2 = register1;
          register1 = number;
          continue;
        }
        case Step.DISP:
        case Step.DISP_SIGNED: {
          if (n !== value) n = this.convert(value, kind, steps[step + 2]! >>> 8);
          // The mark is behind the ModRM byte.
          const modrm = (mark < 0 ? p : mark) - 1;
          p = section.displacement(p, modrm, n);
          mark = inline === 0 ? -1 : modrm + 1;
          continue;
        }
        case Step.IMM_S:
          if (n !== value || ((n + 128) & -256) !== 0) n = this.convert(value, kind, steps[step + 2]! >>> 8);
          bytes[p++] = n;
          continue;
        case Step.IMM_B:
          if (n !== value || (n & -256) !== 0) n = this.convert(value, kind, steps[step + 2]! >>> 8);
          bytes[p++] = n;
          continue;
        case Step.IMM_W:
          if (n !== value || (n & -65536) !== 0) n = this.convert(value, kind, steps[step + 2]! >>> 8);
          bytes[p++] = n;
          bytes[p++] = n >> 8;
          continue;
        case Step.IMM_D:
        case Step.IMM_D_SIGNED:
          if (n !== value) n = this.convert(value, kind, steps[step + 2]! >>> 8);
          view.setInt32(p, n, true);
          p += 4;
          continue;
        case Step.IMM_DB:
        case Step.IMM_DB_SIGNED:
          if (n !== value) n = this.convert(value, kind, steps[step + 2]! >>> 8);
          p = section.immediate(p, (mark < 0 ? p : mark) - 2, n);
          mark = -1;
          continue;
        case Step.IMM_WB:
          if (n !== value || n < -128 || n > 65535) n = this.convert(value, kind, steps[step + 2]! >>> 8);
          if (((n + 128) & -256) === 0) {
            bytes[(mark < 0 ? p : mark) - 2]! += 2;
            bytes[p++] = n;
          } else {
            bytes[p++] = n;
            bytes[p++] = n >> 8;
          }
          mark = -1;
          continue;
        case Step.SPACE:
          if (n !== value || n < 0 || n > 2 ** 30) n = this.convert(value, kind, steps[step + 2]! >>> 8);
          if (p + n + steps[at]! > section.limit) {
            this.grow(section, p, n + steps[at]!, 0, 0, start);
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
          if (instance <= 0) this.failLabel(inline, steps[step + 2]! >>> 8);
          break;
        case Step.GLOBAL:
          if (inline >= labels.namedSize) this.failLabel(inline, steps[step + 2]! >>> 8);
          instance = labels.global(inline);
          break;
        case Step.PC:
          if (n !== value || n < 0 || n >= labels.pcSize)
            n = this.convertPc(value, kind, steps[step + 2]! >>> 8);
          instance = labels.pcReference(n);
          break;
        case Step.REL_A:
          if (!isAddress(value, this.wide)) this.failAddress(value, steps[step + 2]! >>> 8);
          instance = labels.create();
          labels.setAddress(instance, value);
          break;
        case Step.EXTERN:
          instance = inline;
          break;
        case Step.LABEL:
          if (inline >= labels.namedSize) this.failLabel(inline, steps[step + 2]! >>> 8);
          instance = labels.define(inline, p, this.sectionIndex);
          break;
        case Step.LABEL_PC:
          if (n !== value || n < 0 || n >= labels.pcSize)
            n = this.convertPc(value, kind, steps[step + 2]! >>> 8);
          instance = labels.definePc(n, p, this.sectionIndex);
          break;
        case Step.SETLABEL:
          if (!isAddress(value, this.wide)) this.failAddress(value, steps[step + 2]! >>> 8);
          // The label just defined.
          labels.setAddress(instance, value);
          continue;
        case Step.ALIGN:
          bytes.fill(NOP, p, p + inline);
          p += inline;
          instance = inline;
          break;
        default:
      }
      // What breaks out of the switch leaves a record; its field, if any, is written by encode.
      p += word >>> 24;
      records[r] = steps[step + 2]!;
      records[r + 1] = instance;
      records[r + 2] = p;
      r += Record.WORDS;
    } while ((word & Step.LAST) === 0);
    section.position = p;
    section.recordEnd = r;
    section.lineEnd = l;
  }

  /** Is there a section with this number? @internal */
  hasSection(index: number): boolean {
    return index < this.sections.length;
  }

  /** Makes the section with this number the active one; there must be one. @internal */
  enter(index: number): void {
    this.section = this.sections[index]!;
    this.sectionIndex = index;
  }

  /** Remembers why a value is of no use; gives the NaN that stands for it until it is refused. @internal */
  fault(text: string): number {
    this.faultText = text;
    return Number.NaN;
  }

  private decode(start: number): number {
    try {
      return this.chunks.decode(start);
    } catch (error) {
      if (error instanceof EncodeError) fail(this, error.status, error.message);
      throw error;
    }
  }

  private grow(
    section: Section,
    p: number,
    bytes: number,
    records: number,
    lines: number,
    start: number,
  ): void {
    this.refuseFreed();
    try {
      section.grow(p, bytes, records, lines);
    } catch (error) {
      if (error instanceof EncodeError) fail(this, error.status, error.message, start);
      throw error;
    }
  }

  /** The slow way for values beyond 32 bits, signed, and those that do not fit. */
  private convert(value: unknown, step: number, offset: number): number {
    const n = integerFor(step, value);
    if (Number.isNaN(n)) failArgument(this, step, value, offset, this.faultText);
    return n | 0;
  }

  private convertRegister(value: unknown, step: number, inline: number, offset: number): number {
    const n = this.convert(value, step, offset);
    if (n === 4 && inline >> 5 === 2) {
      fail(this, Status.RANGE_VREG | offset, 'register 4 (esp, rsp) is no index register', offset);
    }
    return n;
  }

  private convertPc(value: unknown, step: number, offset: number): number {
    const n = typeof value === 'bigint' ? Number(value) : value;
    if (typeof n === 'number' && Number.isInteger(n) && n >= 0 && n < this.labels.pcSize) return n;
    return failArgument(this, step, value, offset, this.faultText);
  }

  private failAddress(value: unknown, offset: number): never {
    const reason =
      Number.isNaN(value) && this.faultText !== '' ? this.faultText : `${show(value)} is no address`;
    return fail(this, Status.RANGE_I | offset, reason, offset);
  }

  /** The offset that DynASM reports for label numbers is that of the inline byte. */
  private failLabel(number: number, offset: number): never {
    const text =
      number < FIRST_GLOBAL
        ? `${labelName(this, number)} is not defined, or referenced forward since: \`<${number}\` needs it`
        : `${labelName(this, number)} is out of range: there are ${this.labels.namedSize - FIRST_GLOBAL}`;
    return fail(this, Status.RANGE_LG | (offset + 1), text, offset);
  }

  private failSection(number: number, offset: number): never {
    const text = `${sectionName(this, number)} is out of range: there are ${this.sections.length}`;
    return fail(this, Status.RANGE_SEC | offset, text, offset);
  }

  /** @internal */
  refuseFreed(): void {
    if (this.freed) throw new EncodeError(Status.BAD_CALL, 'this state was freed');
  }
}
