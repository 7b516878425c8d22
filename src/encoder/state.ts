/**
 * The state of one code generation. Puts come in and write code bytes into the current section's buffer at once, with
 * records of what only link and encode can know; `link` lays the sections out, `encode` writes the code into a buffer.
 * This is DynASM's interface in camel case; errors are exceptions.
 */
import { FIRST_GLOBAL, LAST_GLOBAL } from './actions.ts';
import type { ActionList } from './actionlist.ts';
import { type Address, hexadecimal, highHalf, isAddress, lowHalf } from './address.ts';
import { integerFor, isInteger, show } from './argument.ts';
import { type ChunkCache, HEAD_WORDS, Step, STEP_WORDS } from './chunk.ts';
import { encodeSections } from './encode.ts';
import { fail, failArgument, failCount, labelName, sectionName, undefinedLabel } from './failure.ts';
import { Labels } from './label.ts';
import { codeLines, linkSections } from './link.ts';
import { dropPrefix, setExtension } from './register.ts';
import { LINE_WORDS, RECORD_WORDS, Section } from './section.ts';
import { EncodeError, Status } from './status.ts';

const NOP = 0x90;

/** An argument of a put. */
export type Value = number | bigint;

/** Gives the address of an extern; undefined if there is none. `name` is undefined where the list has no names. */
export type ExternResolver = (name: string | undefined, index: number) => Address | undefined;

/** Sizes that the action list does not know, or that are to differ from it. */
export interface StateOptions {
  /** Number of sections, 1…256. Default: as many as the list names, at least one. */
  readonly sections?: number;
  /** Number of global labels, 0…237. Default: as many as the list names. */
  readonly globals?: number;
}

/** What `getPcLabel` gives when there is no offset. */
export const PcLabel = {
  /** Referenced, but not defined. */
  UNDEFINED: -1,
  /** Neither, or out of range. */
  UNUSED: -2,
  /** Set to an address (`.label =>pc, &address`). */
  ADDRESS: -3,
} as const;

/** A state for code of the action list `L`. */
export class State<L extends ActionList = ActionList> {
  readonly list: L;
  /**
   * Addresses of the global labels by index (number of the label − 10). `encode` reads the ones that are referenced but
   * not defined, and writes those that are defined, as bigint.
   */
  globals: (Address | undefined)[] = [];
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
  /** @internal */
  resolver: ExternResolver | undefined;
  /** Where encode puts the code together. @internal */
  readonly scratch: Section;
  private readonly first: Section;
  private readonly chunks: ChunkCache;
  /** Linked size; −1 before link. */
  private size = -1;
  /** Sum of all ends of code and records at link: a put since then is noticed. */
  private linkedEnds = 0;
  /** Upper half of the last value of `low`. */
  private upper = 0;
  /** Why `low`, `address` or `address32` gave NaN. */
  private faultText = '';
  private freed = false;

  /** @throws EncodeError (BAD_CALL) for sizes out of range */
  constructor(list: L, options: StateOptions = {}) {
    const sections = options.sections ?? Math.max(1, list.sections.length);
    const globals = options.globals ?? list.globals.length;
    if (!Number.isInteger(sections) || sections < 1 || sections > 256) {
      throw new EncodeError(Status.BAD_CALL, `${sections} sections, expected 1…256`);
    }
    this.list = list;
    this.chunks = list.chunks;
    this.wide = list.arch === 'x64';
    this.labels = list.spareLabels.pop() ?? new Labels();
    this.labels.namedSize = 0;
    this.labels.pcSize = 0;
    this.first = list.spareSections.pop() ?? new Section();
    this.section = this.first;
    this.sections.push(this.first);
    while (this.sections.length < sections) this.sections.push(list.spareSections.pop() ?? new Section());
    this.scratch = list.spareSections.pop() ?? new Section();
    this.setupGlobal(this.globals, globals);
    this.setup();
  }

  /** Starts anew: forgets code, labels and status. Sizes, resolver and globals stay. */
  setup(): void {
    this.refuseFreed();
    for (const section of this.sections) section.reset();
    this.labels.reset();
    this.section = this.first;
    this.sectionIndex = 0;
    this.status = Status.OK;
    this.failure = undefined;
    this.faultText = '';
    this.size = -1;
  }

  /**
   * Gives the array that `encode` reads and writes addresses of global labels in, and their number, 0…237. Before puts.
   * Sizes round up as DynASM's do.
   * @throws EncodeError (BAD_CALL)
   */
  setupGlobal(globals: (Address | undefined)[], count: number = this.list.globals.length): void {
    if (!Number.isInteger(count) || count < 0 || count > LAST_GLOBAL - FIRST_GLOBAL + 1) {
      throw new EncodeError(Status.BAD_CALL, `${count} global labels, expected 0…237`);
    }
    this.globals = globals;
    this.labels.growNamed(count);
  }

  /** Makes the pc labels 0…`count`−1 valid; at any time. Sizes round up as DynASM's do. @throws EncodeError */
  growPc(count: number): void {
    if (!Number.isInteger(count) || count < 0 || count > 2 ** 24) {
      throw new EncodeError(Status.BAD_CALL, `${count} pc labels, expected 0…${2 ** 24}`);
    }
    this.labels.growPc(count);
  }

  /** Says where externs are. Asked by `encode`, once for each reference. */
  setupExtern(resolver: ExternResolver | undefined): void {
    this.resolver = resolver;
  }

  /**
   * Plays the chunk at `start` of the action list with these arguments, that is appends its code to the active section.
   * A put that fails adds nothing, but makes `link` fail.
   * @throws EncodeError RANGE_I, RANGE_SEC, RANGE_LG, RANGE_PC, RANGE_VREG, BAD_LIST, NOMEM
   */
  put(start: number, ...args: readonly Value[]): void {
    let at = this.chunks.entries[start] ?? 0;
    if (at === 0) at = this.decode(start);
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
    const { records } = section;
    let lineEnd = section.lineEnd;
    if (steps[at + 2]! > 0) {
      section.lines[lineEnd] = p;
      section.lines[lineEnd + 1] = start;
      lineEnd += LINE_WORDS;
    }

    let mark = -1;
    let i = 0;
    /** Numbers of the last registers, newest first. */
    let register1 = 0;
    let register2 = 0;
    let instance = 0;
    for (let step = at + HEAD_WORDS; ; step += STEP_WORDS) {
      const word = steps[step]!;
      // Always four bytes: what is too much is overwritten by the next store.
      view.setInt32(p, steps[step + 1]!, true);
      p += (word >> 8) & 15;
      const kind = word & 0xff;
      const inline = (word >> 16) & 0xff;
      let value: Value = 0;
      let n = 0;
      if (kind >= Step.VREG) {
        value = args[i++]!;
        if (typeof value === 'number') n = value | 0;
      }
      switch (kind) {
        case Step.STOP:
          section.position = p;
          section.recordEnd = r;
          section.lineEnd = lineEnd;
          return;
        case Step.SECTION:
          if (inline >= this.sections.length) this.failSection(inline, steps[step + 2]! >>> 8);
          section.position = p;
          section.recordEnd = r;
          section.lineEnd = lineEnd;
          this.section = this.sections[inline]!;
          this.sectionIndex = inline;
          return;
        case Step.LONG:
          view.setInt32(p - ((word >> 8) & 15) + 4, steps[step + 2]!, true);
          continue;
        case Step.LINE:
          section.lines[lineEnd] = p;
          section.lines[lineEnd + 1] = steps[step + 2]! >>> 8;
          lineEnd += LINE_WORDS;
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
          // Inline byte: see dynasm-reference.md, § 8.
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
          // The mark is behind the ModRM byte, which says disp32. A SIB byte (rm = 4) has the base.
          const modrm = (mark < 0 ? p : mark) - 1;
          if (n === 0 && ((bytes[modrm]! & 7) === 4 ? bytes[modrm + 1]! & 7 : bytes[modrm]! & 7) !== 5) {
            bytes[modrm]! -= 0x80;
          } else if (((n + 128) & -256) === 0) {
            bytes[modrm]! -= 0x40;
            bytes[p++] = n;
          } else {
            view.setInt32(p, n, true);
            p += 4;
          }
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
          if (((n + 128) & -256) === 0) {
            bytes[(mark < 0 ? p : mark) - 2]! += 2;
            bytes[p++] = n;
          } else {
            view.setInt32(p, n, true);
            p += 4;
          }
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
          instance = labels.named[inline]!;
          // A new chain also where the label exists.
          if (instance <= 0) labels.named[inline] = instance = labels.create();
          break;
        case Step.BACKWARD:
          instance = -labels.named[inline]!;
          if (instance <= 0) this.failLabel(inline, steps[step + 2]! >>> 8);
          break;
        case Step.GLOBAL:
          if (inline >= labels.namedSize) this.failLabel(inline, steps[step + 2]! >>> 8);
          instance = labels.named[inline]!;
          if (instance === 0) labels.named[inline] = instance = labels.create();
          else if (instance < 0) instance = -instance;
          break;
        case Step.PC:
          if (n !== value || n < 0 || n >= labels.pcSize)
            n = this.convertPc(value, kind, steps[step + 2]! >>> 8);
          instance = labels.pc[n]!;
          if (instance === 0) labels.pc[n] = instance = labels.create();
          else if (instance < 0) instance = -instance;
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
          instance = labels.named[inline]!;
          if (instance <= 0) instance = labels.create();
          labels.named[inline] = -instance;
          labels.offset[instance] = p;
          labels.section[instance] = this.sectionIndex;
          break;
        case Step.LABEL_PC:
          if (n !== value || n < 0 || n >= labels.pcSize)
            n = this.convertPc(value, kind, steps[step + 2]! >>> 8);
          instance = labels.pc[n]!;
          if (instance <= 0) instance = labels.create();
          labels.pc[n] = -instance;
          labels.offset[instance] = p;
          labels.section[instance] = this.sectionIndex;
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
      r += RECORD_WORDS;
    }
  }

  /**
   * To be called between independent pieces of code: local labels may be defined anew, and none may be referenced but
   * undefined. With `section`, that one must be the active one.
   * @throws EncodeError UNDEF_L, MATCH_SEC, or the status that the state has already
   */
  checkStep(section = -1): void {
    if (this.status === Status.OK) {
      const { named } = this.labels;
      for (let label = 1; label <= 9; label++) {
        const instance = named[label]!;
        if (instance > 0) {
          this.status = Status.UNDEF_L | label;
          this.failure = undefinedLabel(this, this.status, `local label ${label}`, instance);
          break;
        }
        named[label] = 0;
      }
      if (this.failure === undefined && section >= 0 && section !== this.sectionIndex) {
        const text = `the active section is ${sectionName(this, this.sectionIndex)}, not ${sectionName(this, section)}`;
        fail(this, Status.MATCH_SEC | this.sectionIndex, text);
      }
    }
    this.refuseFailed();
  }

  /**
   * Lays out the sections, one behind the other, and shortens branches and aligns.
   * @returns the size of the code in bytes
   * @throws EncodeError with the status of the last failing put; UNDEF_PC, UNDEF_L for labels that are referenced but
   *   not defined. (Global labels that are not defined are taken from `globals` by `encode`.)
   */
  link(): number {
    this.size = -1;
    this.refuseFreed();
    this.refuseFailed();
    const { labels } = this;
    for (let pc = 0; pc < labels.pcSize; pc++) {
      const instance = labels.pc[pc]!;
      if (instance > 0) throw undefinedLabel(this, Status.UNDEF_PC | pc, `pc label =>${pc}`, instance);
    }
    for (let label = 1; label <= 9; label++) {
      const instance = labels.named[label]!;
      if (instance > 0) throw undefinedLabel(this, Status.UNDEF_L | label, `local label ${label}`, instance);
    }
    this.size = linkSections(this.sections, labels);
    this.linkedEnds = this.ends();
    return this.size;
  }

  /**
   * Writes the code for the address `base` into `buffer`, and the addresses of the global labels into `globals`. May be
   * repeated for another base. Nothing is written if it throws.
   * @param buffer at least as long as `link` said
   * @param base where the code will lie: 0…2⁶⁴−1, on x86 0…2³²−1
   * @throws EncodeError RANGE_REL where a distance or an address does not fit, UNDEF_EXT for externs without address,
   *   BAD_CALL before link, or with a bad buffer or base
   */
  encode(buffer: Uint8Array, base: Address): void {
    this.refuseFailed();
    if (this.size < 0 || this.linkedEnds !== this.ends()) {
      throw new EncodeError(Status.BAD_CALL, 'encode comes after link, and link after the last put');
    }
    if (!(buffer instanceof Uint8Array)) {
      throw new EncodeError(Status.BAD_CALL, `encode writes to a Uint8Array, not to ${show(buffer)}`);
    }
    if (buffer.length < this.size) {
      throw new EncodeError(
        Status.BAD_CALL,
        `the code has ${this.size} bytes, the buffer only ${buffer.length}`,
      );
    }
    const limit = this.wide ? 2n ** 64n : 2n ** 32n;
    if (!isAddress(base, this.wide) || base < 0 || BigInt(base) + BigInt(this.size) > limit) {
      throw new EncodeError(Status.BAD_CALL, `base address ${show(base)} is out of range`);
    }
    encodeSections(this, buffer, base, this.size);
  }

  /**
   * Offset of a pc label in the code, after link (before, the estimated offset in its section), or a `PcLabel` code.
   */
  getPcLabel(pc: number): number {
    const { labels } = this;
    const instance = Number.isInteger(pc) && pc >= 0 && pc < labels.pcSize ? labels.pc[pc]! : 0;
    if (instance === 0) return PcLabel.UNUSED;
    if (instance > 0) return PcLabel.UNDEFINED;
    const offset = labels.offset[-instance]!;
    if (offset < 0) return PcLabel.ADDRESS;
    return this.size < 0 ? offset : labels.final[-instance]!;
  }

  /**
   * After link: which source line the code from an offset on comes from. Triples: offset in the code (ascending), index
   * into the list's `files`, line. Empty where the list has no lines.
   */
  codeLines(): Int32Array {
    return this.size < 0 ? new Int32Array(0) : codeLines(this.sections, this.list);
  }

  /** Gives the buffers back to the list, for the next state. The state is of no use afterwards. */
  free(): void {
    if (this.freed) return;
    this.freed = true;
    this.size = -1;
    this.list.spareSections.push(...this.sections, this.scratch);
    this.list.spareLabels.push(this.labels);
    this.sections.length = 0;
    // Without room, so that the next put looks closer.
    this.section = new Section();
  }

  /**
   * The lower half of a 64-bit value, signed; `high` then gives the upper half. Numbers must be safe integers, bigints in
   * −2⁶³…2⁶⁴−1, all else is up to `address`. What is neither gives NaN, which the put refuses with the reason.
   */
  low(value: unknown): number {
    const whole = typeof value === 'number' || typeof value === 'bigint' ? value : this.address(value);
    if (!isAddress(whole, true)) {
      this.upper = 0;
      return this.fault(
        isInteger(whole) ? `${show(whole)} does not fit 64 bits` : `${show(whole)} is no integer`,
      );
    }
    this.upper = highHalf(whole);
    return lowHalf(whole);
  }

  /** The upper half, signed, of the last value given to `low`. */
  high(): number {
    return this.upper;
  }

  /**
   * The address that an `&expr` operand means. Here a number or bigint is its own address; the execution layer overrides
   * it for pointers, buffers, functions. What is none gives NaN, which the put refuses with the reason.
   */
  address(value: unknown): Address {
    if (typeof value === 'number' || typeof value === 'bigint') return value;
    return this.fault(`${show(value)} is no address`);
  }

  /** The address that an `&expr` operand means, for a field of 32 bits. NaN, which the put refuses, if it does not fit. */
  address32(value: unknown): number {
    const address = this.address(value);
    if (!isInteger(address)) return Number.NaN;
    if (this.wide && (address < -(2 ** 31) || address >= 2 ** 31)) {
      return this.fault(
        `address ${hexadecimal(BigInt(address))} does not fit 32 bits; load it into a register with mov64`,
      );
    }
    return isAddress(address, this.wide) ? lowHalf(address) : this.fault(`${show(address)} is no address`);
  }

  /** Remembers why a value is of no use; gives the NaN that stands for it until the put refuses it. */
  protected fault(text: string): number {
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

  private ends(): number {
    let sum = 0;
    for (const section of this.sections) sum += section.position + section.recordEnd;
    return sum;
  }

  private refuseFailed(): void {
    if (this.failure !== undefined) throw this.failure;
  }

  private refuseFreed(): void {
    if (this.freed) throw new EncodeError(Status.BAD_CALL, 'this state was freed');
  }
}
