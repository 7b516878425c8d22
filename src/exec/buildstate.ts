/**
 * A state that builds: the encoder's state with addresses of values of all kinds, and externs by name.
 *
 * It takes an action list and puts; `build` returns a code object in executable memory.
 */
import { channel } from 'node:diagnostics_channel';
import { layoutOf } from '../encoder/codelayout.ts';
import { FIRST_GLOBAL } from '../encoder/format/action.ts';
import { checkArgument, expecting } from '../encoder/format/argument.ts';
import { type OptionChecks, isOptions } from '../encoder/format/option.ts';
import { stateOptions } from '../encoder/state.ts';
import { JumpSlots } from '../encoder/jumpslots.ts';
import {
  codeLines,
  EncodeError,
  InvalidValue,
  State,
  Status,
  type ActionList,
  type Address,
  type GlobalName,
  type StateOptions,
  undefinedGlobals,
} from '../encoder/index.ts';
import { slotKind } from './branchslot.ts';
import { Code } from './code.ts';
import { sourceLines, statementStarts } from './codeparts.ts';
import { symbolAddress } from './library.ts';
import { Block } from './memory/block.ts';
import { allocate, type Space } from './memory/pool.ts';
import { checkHost } from './process.ts';
import { checkFeatures } from './processorfeatures.ts';
import { symbolsOf } from './symbol.ts';
import { announce, isWatched } from './tool.ts';
import { putTemplate } from '../template/puttemplate.ts';
import { addressOf, type AddressLike } from './valueaddress.ts';

/**
 * Values whose addresses externs have: by name, or a function that takes an extern's name and its number in
 * the list. The name is undefined where the list has no names.
 */
export type Externs =
  | Readonly<Record<string, AddressLike>>
  | ((name: string | undefined, index: number) => AddressLike | undefined);

export interface BuildOptions<Global extends string = string> extends Omit<StateOptions, 'globals'> {
  /**
   * The number of global labels, 0…237, for arm64 0…2028; or values by name, for labels that the code refers
   * to and does not define. Default: the number of the list's global labels.
   */
  readonly globals?: number | { readonly [K in Global]?: AddressLike };
  /**
   * What `extern name` stands for. Names that are missing are looked up in the C library, the mathematical
   * library and the process.
   */
  readonly externs?: Externs;
}

/** Gets `{ code }` for each code object that is built, by whichever copy of the package. */
const builds = channel('dynasm:build');

/** The options of `dasm.new` for an action list. How many global labels there may be, the list tells. */
export const BUILD_OPTIONS = {
  ...stateOptions(0),
  globals: (value, name) =>
    typeof value === 'number'
      ? undefined
      : isTable('a number of labels, or an object of addresses by name')(value, name),
  externs: (value, name) =>
    typeof value === 'function'
      ? undefined
      : isTable('an object of addresses by name, or a function')(value, name),
} satisfies OptionChecks<BuildOptions>;
const checkBuildOptions = isOptions(BUILD_OPTIONS);

function isTable(expected: string) {
  return expecting(
    expected,
    value =>
      typeof value === 'object' && value !== null && !Array.isArray(value) && !ArrayBuffer.isView(value),
  );
}

function isWhole(address: Address): boolean {
  return typeof address === 'bigint' || Number.isInteger(address);
}

const NO_OFFSETS = new Int32Array(0);
const NO_GLOBALS: ReadonlyMap<string, bigint> = new Map();
const NO_NAMES: ReadonlyMap<bigint, readonly string[]> = new Map();

/** A state whose code can be run. Made by `dasm.new`. */
export class BuildState<L extends ActionList = ActionList> extends State<L> {
  readonly #externs: Externs;
  /** Objects that the code put since the last `setup` refers to. */
  #kept = new Set<object>();
  /** Objects that the addresses in the options refer to. */
  readonly #keptAlways = new Set<object>();
  /** Names of the externs of the build that is under way, by address. */
  #externNames: ReadonlyMap<bigint, readonly string[]> = NO_NAMES;
  /** What the options gave in that build: they are asked once, however often it encodes. */
  #externAddresses: (Address | InvalidValue)[] | undefined;
  /** `globals` before the first build since `setup`: builds write addresses of labels there. */
  #globalsBefore: (Address | undefined)[] | undefined;

  /** Use `dasm.new`. */
  constructor(list: L, options: BuildOptions<GlobalName<L>> = {}) {
    checkArgument('dasm.new', 'options', options, checkBuildOptions);
    const { globals, externs = {}, ...sizes } = options;
    if (typeof globals === 'number') {
      checkArgument('dasm.new', 'options.globals', globals, stateOptions(list.machine.globals).globals);
    }
    super(list, typeof globals === 'number' ? { ...sizes, globals } : sizes);
    this.#externs = externs;
    this.setupExtern((name, index) => {
      const address = this.#externAddresses
        ? (this.#externAddresses[index] ??= this.#extern(name, index))
        : this.#extern(name, index);
      // (Of other numbers the encoder says that they are no addresses.)
      if (name !== undefined && !(address instanceof InvalidValue) && isWhole(address)) {
        this.#externNames = new Map([...this.#externNames, [BigInt(address), [`extern ${name}`]]]);
      }
      return address;
    });
    if (typeof globals !== 'object') return;
    const given = new Set<number>();
    this.emitter.labels.given = given;
    for (const [name, value] of Object.entries(globals)) {
      const index = list.globals.indexOf(name);
      if (index < 0) {
        const names = list.globals.join(', ') || 'none';
        throw new RangeError(`there is no label ->${name} in the action list; it has ${names}`);
      }
      if (value === undefined) continue;
      try {
        this.globals[index] = addressOf(value, object => this.#keptAlways.add(object));
      } catch (error) {
        throw new TypeError(
          `dasm.new: options.globals.${name}: ${error instanceof Error ? error.message : String(error)}`,
          {
            cause: error,
          },
        );
      }
      given.add(FIRST_GLOBAL + index);
    }
  }

  /**
   * Starts anew, as the encoder's state does. Keeps alive what the options refer to, but no longer what the
   * code referred to.
   */
  override setup(): void {
    super.setup();
    this.#kept = new Set();
    if (this.#globalsBefore === undefined) return;
    for (let i = 0; i < this.globals.length; i++) this.globals[i] = this.#globalsBefore[i];
    this.#globalsBefore = undefined;
  }

  /**
   * The address of a value, as operands `&expr` want it. What it belongs to is kept alive by the state and by
   * the code built from it. (See AddressLike for what has an address; for other values this returns an
   * `InvalidValue`.)
   */
  override address(value: unknown): Address | InvalidValue {
    this.emitter.checkUsable();
    // Most common, and its own address; what it points into is the caller's to keep.
    return typeof value === 'number' || typeof value === 'bigint' ? value : this.#keep(value);
  }

  /**
   * Puts the code of a template, as the tag of it: `` Dst.asm`mov eax, ${n}` ``. Labels, sections and externs
   * have the names that they have in the other code of the list.
   * @throws {TranslationError} if the template has errors; {EncodeError} as `put` does
   */
  asm(strings: TemplateStringsArray, ...values: readonly AddressLike[]): this {
    // What is left out of the stack: the frames above are the caller's.
    // oxlint-disable-next-line typescript/unbound-method
    putTemplate(this, strings, values, this.asm);
    return this;
  }

  #keep(value: unknown): Address | InvalidValue {
    // It says already why it has no address.
    if (value instanceof InvalidValue) return value;
    try {
      return addressOf(value, object => this.#kept.add(object));
    } catch (error) {
      return new InvalidValue(error instanceof Error ? error.message : String(error));
    }
  }

  /**
   * Checks, links, maps memory, encodes for its address, and makes it executable. The state stays as it is:
   * it can build again, or start anew with `setup`.
   * @throws {EncodeError} as `link` and `encode` do, and UNDEF_L for a global label that has no address
   * @throws {MemoryError} if the system does not give memory or does not make it executable
   * @throws {ProcessorError} if code has been put that needs a feature which this processor does not have
   * @throws {Error} if this process cannot run code of this architecture, or koffi cannot be loaded
   */
  build(): Code<L> {
    checkHost(this.list.arch);
    const size = this.link();
    checkFeatures(this);
    this.requireGlobals();
    this.#globalsBefore ??= [...this.globals];
    this.#externNames = NO_NAMES;
    const { space, bytes } = this.#encodeForSpace(size);
    const hasKept = this.#kept.size + this.#keptAlways.size > 0;
    const block = new Block(space, hasKept ? [...this.#keptAlways, ...this.#kept] : []);
    try {
      space.write(bytes);
      const symbols = symbolsOf(this, space.address, size);
      const layout = layoutOf(this, size);
      if (isWatched) {
        space.beforeFree = announce({
          address: space.address,
          bytes,
          symbols,
          name: this.list.id,
          lines: sourceLines(layout),
          statements: statementStarts(layout),
        });
      }
      const code = new Code<L>({
        list: this.list,
        block,
        space,
        size: bytes.length,
        globals: definedGlobals(this),
        symbols,
        externs: this.#externNames,
        pcLabels: this.#pcOffsets(),
        layout,
      });
      if (builds.hasSubscribers) builds.publish({ code });
      return code;
    } catch (error) {
      block.free();
      throw error;
    }
  }

  /** Encodes code of so many bytes for the address of a new space, in which it returns the code's bytes. */
  #encodeForSpace(size: number): { space: Space; bytes: Uint8Array } {
    // Only when the address is known does it show which branches need slots, and so how much room.
    for (let room = size; ;) {
      const space = allocate(room, this.emitter.alignment);
      const slots = new JumpSlots(slotKind(this.list.arch), size);
      const bytes = new Uint8Array(room);
      try {
        this.#externAddresses ??= [];
        this.encodeWithSlots(bytes, space.base, slots);
      } catch (error) {
        this.#externAddresses = undefined;
        space.free();
        throw error;
      }
      const end = slots.end(size);
      if (end <= room) {
        this.#externAddresses = undefined;
        slots.write(bytes, size);
        return { space, bytes: end < room ? bytes.subarray(0, end) : bytes };
      }
      space.free();
      room = end;
    }
  }

  #pcOffsets(): Int32Array {
    const { pcSize } = this.emitter.labels;
    if (pcSize === 0) return NO_OFFSETS;
    return Int32Array.from({ length: pcSize }, (_, label) => this.getPcLabel(label));
  }

  /** See `codeLines` of `dynasm/encoder`. */
  codeLines(): Int32Array {
    return codeLines(this);
  }

  /** Throws for a referenced global label that has no address. (`encode` would not notice.) @internal */
  requireGlobals(): void {
    const missing = undefinedGlobals(this).find(({ index }) => this.globals[index] === undefined);
    if (!missing) return;
    const { index, name = String(index), source } = missing;
    throw new EncodeError(
      Status.UNDEF_L | (FIRST_GLOBAL + index),
      `global label ->${name} is undefined`,
      source,
    );
  }

  /** The address of an extern, or why it has none. */
  #extern(name: string | undefined, index: number): Address | InvalidValue {
    const given =
      typeof this.#externs === 'function'
        ? this.#externs(name, index)
        : name !== undefined && Object.hasOwn(this.#externs, name)
          ? this.#externs[name]
          : undefined;
    if (given !== undefined) return this.#keep(given);
    if (name === undefined) {
      return new InvalidValue(
        'the list does not name it; a function as option `externs` of dasm.new can give it',
      );
    }
    // `name@4` is __stdcall's spelling; libraries export the bare name.
    return (
      symbolAddress(name) ??
      symbolAddress(name.replace(/@.*/, '')) ??
      new InvalidValue('no library has it, and neither has the option `externs` of dasm.new')
    );
  }
}

/** Returns the addresses of global labels by name, after `encode`; without those that have none. */
export function definedGlobals({ list, globals }: State): ReadonlyMap<string, bigint> {
  if (list.globals.length === 0) return NO_GLOBALS;
  const defined = new Map<string, bigint>();
  for (const [i, name] of list.globals.entries()) {
    const address = globals[i];
    if (address !== undefined) defined.set(name, BigInt(address));
  }
  return defined;
}
