/**
 * The state of one code generation. Puts come in and write code bytes into the current section's buffer at once, with
 * records of what only link and encode can know; `link` lays the sections out, `encode` writes the code into a buffer.
 * This is DynASM's interface in camel case; errors are exceptions.
 */
import { FIRST_GLOBAL, LAST_GLOBAL } from './actions.ts';
import type { ActionList } from './actionlist.ts';
import { type Address, hexadecimal, highHalf, isAddress, lowHalf } from './address.ts';
import { codeLines } from './codelines.ts';
import { Emitter } from './emitter.ts';
import { encodeSections } from './encode.ts';
import { fail, firstReference, sectionName, undefinedLabel } from './failure.ts';
import * as Instance from './instance.ts';
import { linkSections } from './link.ts';
import { Section } from './section.ts';
import { EncodeError, type SourceLine, Status, show } from './status.ts';

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

/** A global label that is referenced, but not defined. */
export interface UndefinedGlobal {
  readonly index: number;
  /** Undefined where the list has no names. */
  readonly name: string | undefined;
  /** Source line of the first reference, where the list has lines. */
  readonly source: SourceLine | undefined;
}

/** A state for code of the action list `L`. */
export class State<L extends ActionList = ActionList> extends Emitter<L> {
  /**
   * Addresses of the global labels by index (number of the label − 10). `encode` reads the ones that are referenced but
   * not defined, and writes those that are defined, as bigint.
   */
  globals: (Address | undefined)[] = [];
  /** @internal */
  resolver: ExternResolver | undefined;
  /** Where encode puts the code together. @internal */
  readonly scratch: Section;
  /** Estimated offsets of the sections in the code, and of its end, since link. @internal */
  readonly starts: Int32Array;
  /** Linked size; −1 before link. */
  private size = -1;
  /** Sum of all ends of code and records at link: a put since then is noticed. */
  private linkedEnds = 0;
  /** Upper half of the last value of `low`. */
  private upper = 0;

  /** @throws EncodeError (BAD_CALL) for sizes out of range */
  constructor(list: L, options: StateOptions = {}) {
    const sections = options.sections ?? Math.max(1, list.sections.length);
    if (!Number.isInteger(sections) || sections < 1 || sections > 256) {
      throw new EncodeError(Status.BAD_CALL, `${sections} sections, expected 1…256`);
    }
    super(list, sections, checkGlobals(options.globals ?? list.globals.length));
    this.scratch = list.takeSection();
    this.starts = new Int32Array(sections + 1);
  }

  /** Starts anew: forgets code, labels and status. Sizes, resolver and globals stay. */
  setup(): void {
    this.refuseFreed();
    this.reset();
    this.size = -1;
  }

  /**
   * Gives the array that `encode` reads and writes addresses of global labels in, and their number, 0…237. Before puts.
   * Sizes round up as DynASM's do.
   * @throws EncodeError (BAD_CALL)
   */
  setupGlobal(globals: (Address | undefined)[], count: number = this.list.globals.length): void {
    this.labels.growNamed(checkGlobals(count));
    this.globals = globals;
  }

  /** Makes the pc labels 0…`count`−1 valid; at any time. Sizes round up as DynASM's do. @throws EncodeError */
  growPc(count: number): void {
    if (!Number.isInteger(count) || count < 0 || count > 2 ** 24) {
      throw new EncodeError(Status.BAD_CALL, `${count} pc labels, expected 0…${2 ** 24}`);
    }
    this.labels.growPc(count);
  }

  /** Says where externs are. Asked by each `encode`, once for each extern that is referenced. */
  setupExtern(resolver: ExternResolver | undefined): void {
    this.resolver = resolver;
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
    this.size = linkSections(this.sections, labels, this.starts);
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
    if (!isAddress(base, this.wide) || base < 0 || !endsInside(base, this.size, this.wide)) {
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
    const offset = labels.instances[-instance]!;
    if (offset < 0) return PcLabel.ADDRESS;
    return this.size < 0 ? offset : labels.instances[-instance + Instance.FINAL]!;
  }

  /** Global labels that are referenced, but not defined so far: `encode` takes their addresses from `globals`. */
  undefinedGlobals(): UndefinedGlobal[] {
    const { named, namedSize } = this.labels;
    const globals: UndefinedGlobal[] = [];
    for (let label = FIRST_GLOBAL; label < namedSize; label++) {
      const instance = named[label]!;
      if (instance <= 0) continue;
      const index = label - FIRST_GLOBAL;
      const offset = firstReference(this, instance);
      const source = offset === undefined ? undefined : this.list.sourceOf(offset);
      globals.push({ index, name: this.list.globals[index], source });
    }
    return globals;
  }

  /** Is this global label (by index) defined so far? Then `encode` puts its address into `globals`. */
  definesGlobal(index: number): boolean {
    return (this.labels.named[index + FIRST_GLOBAL] ?? 0) < 0;
  }

  /**
   * After link: which source line the code from an offset on comes from. Triples: offset in the code (ascending), index
   * into the list's `files`, line. Empty where the list has no lines.
   */
  codeLines(): Int32Array {
    return this.size < 0 ? new Int32Array(0) : codeLines(this.sections, this.starts, this.list);
  }

  /** Gives the buffers back to the list, for the next state. The state is of no use afterwards. */
  free(): void {
    if (this.freed) return;
    this.freed = true;
    this.size = -1;
    for (const section of this.sections) this.list.spareSections.push(section);
    this.list.spareSections.push(this.scratch);
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
    const fits: boolean = isAddress(whole, true);
    if (fits) {
      this.upper = highHalf(whole);
      return lowHalf(whole);
    }
    this.upper = 0;
    if (typeof whole === 'bigint') return this.fault(`${whole} does not fit 64 bits`);
    if (Number.isInteger(whole)) return this.fault(`${whole} is beyond 2⁵³: give a bigint`);
    // A NaN that `address` made has its reason already.
    return typeof value === 'number' ? this.fault(`${whole} is no integer`) : whole;
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
    if (Number.isNaN(address)) return Number.NaN;
    if (this.wide && (address < -(2 ** 31) || address >= 2 ** 31)) {
      return this.fault(
        `address ${hexadecimal(BigInt(address))} does not fit 32 bits; load it into a register with mov64`,
      );
    }
    return isAddress(address, this.wide) ? lowHalf(address) : this.fault(`${show(address)} is no address`);
  }

  private ends(): number {
    let sum = 0;
    for (const section of this.sections) sum += section.position + section.recordEnd;
    return sum;
  }

  private refuseFailed(): void {
    if (this.failure !== undefined) throw this.failure;
  }
}

/** Does code of this size end within the address space? */
function endsInside(base: Address, size: number, wide: boolean): boolean {
  if (typeof base === 'number') return wide || base + size <= 2 ** 32;
  return base + BigInt(size) <= (wide ? 2n ** 64n : 2n ** 32n);
}

function checkGlobals(count: number): number {
  if (Number.isInteger(count) && count >= 0 && count <= LAST_GLOBAL - FIRST_GLOBAL + 1) return count;
  throw new EncodeError(Status.BAD_CALL, `${count} global labels, expected 0…237`);
}
