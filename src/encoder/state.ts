/**
 * The state of one code generation: DynASM's interface in camel case, with exceptions for errors. It has an
 * `Emitter`, which takes the puts and writes code; `link` lays the code out, and `encode` writes it into a
 * buffer for an address.
 */
import { type ActionList, isActionList } from './actionlist.ts';
import { type Address, hexadecimal, highHalf, isAddress, lowHalf } from './address.ts';
import type { Emitter } from './emitter.ts';
import { encodeSections } from './encode.ts';
import type { BranchSlots, ExternResolver } from './encoder.ts';
import { actionError, sectionName, undefinedLabelError } from './failures.ts';
import { FIRST_GLOBAL, FORWARD, MAX_SECTIONS } from './format/action.ts';
import { type Check, isIntegerIn, isObject } from './format/argument.ts';
import { doubleHalves, floatBits, isBeyondFloats, MAX_FLOAT } from './format/floatingpoint.ts';
import { EncodeError, INSPECT, Status, failCall, show, failExpected } from './format/status.ts';
import * as Instance from './instance.ts';
import { linkSections } from './link.ts';
import type { Section } from './section.ts';
import { InvalidValue, type Value } from './value.ts';

/** Sizes that the action list does not know, or that are to differ from it. */
export interface StateOptions {
  /** The number of sections, 1…256. Default: as many as the list names, at least one. */
  readonly sections?: number;
  /** The number of global labels, 0…237, for arm64 0…2028. Default: as many as the list names. */
  readonly globals?: number;
}

/** What `getPcLabel` returns when there is no offset. */
export const PcLabel = {
  /** The label is referenced and not defined. */
  UNDEFINED: -1,
  /** It is neither referenced nor defined, or out of range. */
  UNUSED: -2,
  /** It is set to an address (`.label =>pc, &address`). */
  ADDRESS: -3,
} as const;

/** So many numbers: a tuple where the count is a literal below 65, else an array. */
export type LabelNumbers<Count extends number, Numbers extends number[] = []> = number extends Count
  ? number[]
  : Numbers['length'] extends Count
    ? Numbers
    : Numbers['length'] extends 64
      ? number[]
      : LabelNumbers<Count, [...Numbers, number]>;

/** What refers to the records of a state as long as they are those of its code. */
interface HeldLayout {
  detach(): void;
}

/** A state for code of the action list `L`. */
export class State<L extends ActionList = ActionList> {
  readonly list: L;
  /** Takes the puts; `list.on(state)` returns it. @internal */
  readonly emitter: Emitter;
  /**
   * The addresses of the global labels by index (number of the label − 10). `encode` reads those of labels
   * that are referenced and not defined, and writes those of labels that are defined, as bigint.
   */
  globals: (Address | undefined)[] = [];
  #resolver: ExternResolver | undefined = undefined;
  /** Encode puts the code together in it. */
  readonly #scratch: Section;
  /** Since link: where the sections start in the code before shortening, and where the last one ends. */
  #starts: Int32Array;
  /** The linked size; −1 before link. */
  #size = -1;
  /** See `Emitter.ends`, at link: it tells whether a put has come since. */
  #linkedEnds = 0;
  /** The layout that refers to the records, if there is one. */
  #layout: HeldLayout | undefined = undefined;
  /** The upper half of the last value given to `low`. */
  #upper = 0;

  /** @throws {EncodeError} BAD_CALL for sizes out of range */
  constructor(list: L, options: StateOptions = NO_OPTIONS) {
    if (!isActionList(list)) {
      failExpected('new State: list', list, 'an action list, as `actionList` makes it');
    }
    if (options !== NO_OPTIONS) checkOptions(options, list.machine.globals);
    const { sections = Math.max(1, list.sections.length), globals = list.globals.length } = options;
    this.list = list;
    this.emitter = new list.machine.Emitter(list, sections, globals);
    this.#scratch = list.takeSection();
    this.#starts = new Int32Array(sections + 1);
  }

  /** The status of the last put or checkStep that failed; 0 if none has failed since `setup`. */
  get status(): number {
    return this.emitter.failure?.status ?? Status.OK;
  }

  /**
   * Since link: where the sections start in the code before shortening; undefined before. @internal
   */
  get linkedStarts(): Int32Array | undefined {
    return this.#size < 0 ? undefined : this.#starts;
  }

  /** Starts anew: forgets code, labels and status. Sizes, resolver and globals stay. */
  setup(): void {
    this.emitter.checkChangeable();
    this.#detachLayout();
    this.emitter.reset();
    this.#size = -1;
  }

  /**
   * Gives the array in which `encode` reads and writes addresses of global labels, and the number of global
   * labels, as in `StateOptions`. To be called before puts. (DynASM rounds the number up; here labels beyond
   * it are out of range. A smaller number than the state has already changes nothing.) @throws {EncodeError}
   * BAD_CALL if the number is out of range
   */
  setupGlobal(globals: (Address | undefined)[], count: number = this.list.globals.length): void {
    this.emitter.checkChangeable();
    if (!Array.isArray(globals)) {
      failExpected('setupGlobal: globals', globals, 'an array of addresses');
    }
    checkCall('setupGlobal', isIntegerIn(0, this.list.machine.globals)(count, 'count'));
    this.emitter.labels.growNamed(count);
    this.globals = globals;
  }

  /**
   * Makes the pc labels 0…`count`−1 valid, at any time. (DynASM rounds the number up; here labels beyond it
   * are out of range.) A smaller number than before changes nothing.
   * @throws {EncodeError} BAD_CALL if the number is not 0…2²⁴; NOMEM
   */
  growPc(count: number): void {
    this.emitter.checkChangeable();
    // Compilers call it for every label: without the condition a tenth of their time would go into the call.
    if (!Number.isInteger(count) || count < 0 || count > MAX_PC) {
      checkCall('growPc', isIntegerIn(0, MAX_PC)(count, 'count'));
    }
    this.emitter.labels.growPc(count);
  }

  /**
   * Makes a new pc label: returns its number, and makes room for it. The number is behind all that `growPc`
   * has made valid and that `newLabel` has returned since `setup`.
   * @throws {EncodeError} BAD_CALL if there are 2²⁴ labels already; NOMEM
   */
  newLabel(): number {
    this.emitter.checkChangeable();
    const { labels } = this.emitter;
    const label = labels.pcSize;
    if (label >= MAX_PC) failCall(`newLabel: there are ${MAX_PC} pc labels already`);
    labels.addPc(1);
    return label;
  }

  /**
   * Makes several new pc labels, as `newLabel` does: `const [loop, end] = Dst.newLabels(2)`.
   * @returns `count` numbers, each one higher than the one before
   * @throws {EncodeError} BAD_CALL if `count` is not an integer from 0 on, or there would be more than 2²⁴
   *   labels; NOMEM
   */
  newLabels<const Count extends number>(count: Count): LabelNumbers<Count> {
    this.emitter.checkChangeable();
    const { labels } = this.emitter;
    const first = labels.pcSize;
    checkCall('newLabels', isIntegerIn(0, MAX_PC - first)(count, 'count'));
    labels.addPc(count);
    return Array.from({ length: count }, (_, n) => first + n) as LabelNumbers<Count>;
  }

  /**
   * Sets the function that gives the addresses of externs. Each `encode` calls it once for each extern that
   * the code refers to.
   */
  setupExtern(resolver: ExternResolver | undefined): void {
    this.emitter.checkChangeable();
    if (resolver !== undefined && typeof resolver !== 'function') {
      failExpected('setupExtern: resolver', resolver, 'a function or undefined');
    }
    this.#resolver = resolver;
  }

  /**
   * Plays the chunk at the offset `start` of the action list with these arguments: appends its code to the
   * active section. A put that fails adds nothing, but makes `link` fail.
   * @throws {EncodeError} RANGE_I, RANGE_SEC, RANGE_LG, RANGE_PC, RANGE_VREG, BAD_LIST, NOMEM
   */
  put(start: number, ...args: readonly Value[]): void {
    this.emitter.put(start, ...args);
  }

  /**
   * To be called between independent pieces of code: local labels can be defined anew, and none must be
   * referenced and not defined. With `section`, the section with this number must be the active one.
   * @throws {EncodeError} UNDEF_L, MATCH_SEC, or the error that the state has already
   */
  checkStep(section = -1): void {
    const { emitter } = this;
    emitter.checkChangeable();
    if (typeof section !== 'number') {
      failExpected('checkStep: section', section, 'the number of a section');
    }
    this.#checkFailure();
    const error = undefinedLabel(emitter, true);
    if (error !== undefined) emitter.fail(error);
    emitter.labels.macro.fill(0);
    const active = emitter.sectionIndex;
    if (section < 0 || section === active) return;
    const text = `the active section is ${sectionName(emitter, active)}, not ${sectionName(emitter, section)}`;
    emitter.fail(actionError(emitter, Status.MATCH_SEC | active, text, undefined));
  }

  /**
   * Lays out the sections, one behind the other, shortens branches and aligns.
   * @returns the size of the code in bytes
   * @throws {EncodeError} the error of the last put that failed; UNDEF_PC, UNDEF_L for labels that are
   *   referenced and not defined. (`encode` takes global labels that are not defined from `globals`.)
   */
  link(): number {
    const { emitter } = this;
    emitter.checkChangeable();
    this.#detachLayout();
    this.#size = -1;
    this.#checkFailure();
    const { sections, labels } = emitter;
    for (let pc = 0; pc < labels.pcSize; pc++) {
      const instance = labels.pc[pc]!;
      if (instance > 0) {
        throw undefinedLabelError(emitter, Status.UNDEF_PC | pc, 'pc', `=>${pc}`, instance);
      }
    }
    const error = undefinedLabel(emitter, false);
    if (error !== undefined) throw error;
    if (this.#starts.length <= sections.length) this.#starts = new Int32Array(sections.length + 1);
    this.#linkedEnds = emitter.close();
    this.#size = linkSections(sections, labels, this.#starts);
    return this.#size;
  }

  /**
   * Writes the code for the address `base` into `buffer`, and the addresses of the global labels into
   * `globals`. It can be repeated for another base. If it throws, nothing is written.
   * @param buffer at least as long as `link` has returned
   * @param base where the code will be: 0…2⁶⁴−1, on x86 0…2³²−1
   * @throws {EncodeError} RANGE_REL where a distance or an address does not fit; UNDEF_EXT for externs
   *   without address; BAD_CALL before link, or with a wrong buffer or base
   */
  encode(buffer: Uint8Array, base: Address): void {
    this.encodeWithSlots(buffer, base, undefined);
  }

  /** The same; branches whose targets are out of reach go to slots, which the caller writes. @internal */
  encodeWithSlots(buffer: Uint8Array, base: Address, slots: BranchSlots | undefined): void {
    const {
      emitter,
      globals,
      list: { machine, spareEncoders },
    } = this;
    emitter.checkChangeable();
    this.#checkFailure();
    const size = this.#size;
    if (size < 0 || this.#linkedEnds !== emitter.ends()) {
      failCall('encode comes after link, and link after the last put');
    }
    if (!(buffer instanceof Uint8Array)) {
      failExpected('encode: buffer', buffer, 'a Uint8Array');
    }
    if (buffer.length < size) {
      failCall(`the code has ${size} bytes, the buffer only ${buffer.length}`);
    }
    const { is64Bit } = emitter;
    if (!isAddress(base, is64Bit) || base < 0 || !endsInside(base, size, is64Bit)) {
      failCall(`base address ${show(base)} is out of range`);
    }
    const surroundings = {
      globals,
      resolver: this.#resolver,
      starts: this.#starts,
      scratch: this.#scratch,
      slots,
    };
    const encoder = spareEncoders.pop() ?? new machine.Encoder();
    if (this.#resolver === undefined && globals.length === 0) {
      encodeSections(encoder, emitter, surroundings, buffer, base, size);
      spareEncoders.push(encoder);
      return;
    }
    // The resolver, or an accessor in `globals`, may call this state.
    emitter.hold();
    try {
      encodeSections(encoder, emitter, surroundings, buffer, base, size);
      spareEncoders.push(encoder);
    } finally {
      emitter.release();
    }
  }

  /**
   * The offset of a pc label in the code after link (before link, its offset in its section before
   * shortening), or one of the codes `PcLabel`.
   */
  getPcLabel(pc: number): number {
    this.emitter.checkUsable();
    if (typeof pc !== 'number') failExpected('getPcLabel: pc', pc, 'the number of a label');
    const { pcSize, pc: pcLabels, instances } = this.emitter.labels;
    const named = Number.isInteger(pc) && pc >= 0 && pc < pcSize ? pcLabels[pc]! : 0;
    if (named === 0) return PcLabel.UNUSED;
    if (named > 0) return PcLabel.UNDEFINED;
    const offset = instances[-named]!;
    if (offset < 0) return PcLabel.ADDRESS;
    return this.#size < 0 ? offset : instances[-named + Instance.FINAL]!;
  }

  /** Tells the layout when the records are to change; the one before is told now. @internal */
  holdLayout(layout: HeldLayout): void {
    this.emitter.checkUsable();
    this.#detachLayout();
    this.#layout = layout;
  }

  /**
   * Gives the buffers back to the list, for the next state. Afterwards all methods but `free` throw BAD_CALL.
   */
  free(): void {
    const { emitter, list } = this;
    this.#detachLayout();
    if (!emitter.free()) return;
    this.#size = -1;
    list.spareSections.push(this.#scratch);
  }

  /**
   * The lower half of a 64-bit value, signed; `high` then returns the upper half. A value is a safe integer,
   * a bigint, −2⁶³…2⁶⁴−1, or an object or function that `address` takes. For other values it returns an
   * `InvalidValue`, with which a put fails.
   */
  low(value: unknown): number | InvalidValue {
    this.emitter.checkUsable();
    const number = isReference(value) ? this.address(value) : value;
    if (isAddress(number, true)) {
      this.#upper = highHalf(number);
      return lowHalf(number);
    }
    this.#upper = 0;
    if (number instanceof InvalidValue) return number;
    if (typeof number === 'bigint') return new InvalidValue(`${number} does not fit 64 bits`);
    const problem = Number.isInteger(number) ? 'is beyond 2⁵³: give a bigint' : 'is not an integer';
    return new InvalidValue(`${show(number)} ${problem}`);
  }

  /**
   * The bits of a number as a float, signed, for `.float`. For other values, and numbers that are too large
   * for a float, it returns an `InvalidValue`, with which a put fails.
   */
  float(value: unknown): number | InvalidValue {
    this.emitter.checkUsable();
    if (typeof value !== 'number') return notNumber(value);
    if (!isBeyondFloats(value)) return floatBits(value);
    return new InvalidValue(`${value} does not fit a float, which reaches to ±${MAX_FLOAT}`);
  }

  /**
   * The lower half of a number as a double, signed, for `.double`; `high` then returns the upper half. For
   * other values it returns an `InvalidValue`.
   */
  double(value: unknown): number | InvalidValue {
    this.emitter.checkUsable();
    this.#upper = 0;
    if (typeof value !== 'number') return notNumber(value);
    const [low, high] = doubleHalves(value);
    this.#upper = high;
    return low;
  }

  /** The upper half, signed, of the last value given to `low` or `double`. */
  high(): number {
    this.emitter.checkUsable();
    return this.#upper;
  }

  /**
   * The address that an operand `&expr` means. Here a number or bigint is its own address; the execution
   * layer overrides this method for pointers, buffers and functions. For other values it returns an
   * `InvalidValue`, with which a put fails.
   */
  address(value: unknown): Address | InvalidValue {
    this.emitter.checkUsable();
    if (typeof value === 'number' || typeof value === 'bigint') return value;
    return new InvalidValue(`${show(value)} is not an address`);
  }

  /** The same for a field of 32 bits. */
  address32(value: unknown): number | InvalidValue {
    const address = this.address(value);
    if (address instanceof InvalidValue) return address;
    const { is64Bit } = this.emitter;
    if (!isAddress(address, is64Bit)) return new InvalidValue(`${show(address)} is not an address`);
    if (is64Bit && (address < -(2 ** 31) || address >= 2 ** 31)) {
      const text = hexadecimal(BigInt(address));
      return new InvalidValue(`address ${text} does not fit 32 bits; load it into a register with mov64`);
    }
    return lowHalf(address);
  }

  #detachLayout(): void {
    this.#layout?.detach();
    this.#layout = undefined;
  }

  /** What `console.log` prints in Node. @internal */
  [INSPECT](): string {
    const { emitter, list } = this;
    const sizes = emitter.sections.map(
      ({ position }, index) => `${list.sections[index] ?? index}: ${position}`,
    );
    const bytes = sizes.join(', ') || 'freed';
    return `${this.constructor.name} { list: '${list.id}', bytes: { ${bytes} }, status: ${emitter.failure?.code ?? 'OK'} }`;
  }

  /** @throws {EncodeError} the error of the last put or checkStep that failed */
  #checkFailure(): void {
    if (this.emitter.failure !== undefined) throw this.emitter.failure;
  }
}

function notNumber(value: unknown): InvalidValue {
  return new InvalidValue(`${typeof value === 'bigint' ? `${value}n` : show(value)} is not a number`);
}

/** Can the value have an address? `null` in place of an integer is a mistake, not the address 0. */
function isReference(value: unknown): value is object {
  const isObject = typeof value === 'object' || typeof value === 'function';
  return isObject && value !== null && !(value instanceof InvalidValue);
}

/** `growPc` takes at most so many labels. */
const MAX_PC = 2 ** 24;
const NO_OPTIONS: StateOptions = {};

/** The options of `new State`, for lists with at most so many global labels. */
export const stateOptions = (globals: number) =>
  ({
    sections: isIntegerIn(1, MAX_SECTIONS),
    globals: isIntegerIn(0, globals),
  }) satisfies Record<keyof StateOptions, Check>;

/** @throws {EncodeError} BAD_CALL */
function checkOptions(options: StateOptions, globals: number): void {
  checkCall('new State', isObject(options, 'options'));
  const checks: Readonly<Record<string, Check>> = stateOptions(globals);
  for (const [key, value] of Object.entries(options)) {
    const check = Object.hasOwn(checks, key) ? checks[key] : undefined;
    if (check === undefined) {
      const names = Object.keys(checks).join(', ');
      failCall(`new State: there is no option \`${key}\`; the options are ${names}`);
    }
    if (value !== undefined) checkCall('new State', check(value, `options.${key}`));
  }
}

/** Does code of this size end within the address space? */
function endsInside(base: Address, size: number, is64Bit: boolean): boolean {
  if (typeof base === 'number') return is64Bit || base + size <= 2 ** 32;
  return base + BigInt(size) <= (is64Bit ? 2n ** 64n : 2n ** 32n);
}

/** @throws {EncodeError} BAD_CALL, if there is a problem with the arguments of a method */
function checkCall(method: string, problem: string | undefined): void {
  if (problem !== undefined) failCall(`${method}: ${problem}`);
}

/**
 * The error for the first local or macro label that is referenced and not defined; undefined if there is
 * none. With `forgets`, local labels before it are no longer defined, as in DynASM.
 */
function undefinedLabel(emitter: Emitter, forgets: boolean): EncodeError | undefined {
  const { named, macro, macroSize } = emitter.labels;
  for (let label = 1; label < FIRST_GLOBAL; label++) {
    const instance = named[label]!;
    if (instance > 0) return undefinedLabelError(emitter, Status.UNDEF_L | label, 'local', label, instance);
    if (forgets) named[label] = 0;
  }
  for (let label = 0; label < macroSize; label++) {
    const instance = macro[label]!;
    const status = Status.UNDEF_L | (FORWARD + label);
    if (instance > 0) return undefinedLabelError(emitter, status, 'macro', label, instance);
  }
  return undefined;
}
