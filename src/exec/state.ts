/**
 * States that build: the encoder's state with addresses of all kinds, externs by name, and `build`.
 *
 * In go an action list and puts, out comes a code object in executable memory.
 */
import { FIRST_GLOBAL } from '../encoder/actions.ts';
import {
  EncodeError,
  State,
  Status,
  type ActionList,
  type Address,
  type Arch,
  type GlobalName,
  type StateOptions,
} from '../encoder/index.ts';
import { addressOf, type AddressLike } from './address.ts';
import { Block, mapCode } from './block.ts';
import { Code } from './code.ts';
import { native } from './native.ts';

/** Where externs are: by name, or a function that is asked for each. */
export type Externs =
  | Readonly<Record<string, AddressLike>>
  | ((name: string | undefined, index: number) => AddressLike | undefined);

export interface BuildOptions<Global extends string = string> extends Omit<StateOptions, 'globals'> {
  /** Number of global labels, or addresses by name for those that the code refers to and does not define. */
  readonly globals?: number | { readonly [K in Global]?: AddressLike };
  /**
   * What `extern name` stands for. Names that are not here are looked up in the C library, the mathematical library and the process.
   */
  readonly externs?: Externs;
}

/** A state whose code can be run. */
export class BuildState<L extends ActionList = ActionList> extends State<L> {
  readonly #externs: Externs;
  /** What code of this state refers to; for as long as the state is used without `setup`. */
  #kept = new Set<object>();
  /** What the addresses in the options refer to. */
  readonly #keptAlways = new Set<object>();
  /** `globals` as they were before a build wrote addresses of labels there. */
  #before: (Address | undefined)[] | undefined;

  /** Use `dasm.new`. */
  constructor(list: L, { globals, externs = {}, ...sizes }: BuildOptions<GlobalName<L>> = {}) {
    super(list, typeof globals === 'number' ? { ...sizes, globals } : sizes);
    this.#externs = externs;
    this.setupExtern((name, index) => this.#extern(name, index));
    if (typeof globals !== 'object') return;
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
        throw new TypeError(`globals.${name}: ${error instanceof Error ? error.message : String(error)}`, {
          cause: error,
        });
      }
    }
  }

  /** Starts anew, see the encoder. What the code referred to is kept alive no longer; what the options refer to is. */
  override setup(): void {
    super.setup();
    this.#kept = new Set();
    if (this.#before === undefined) return;
    for (let i = 0; i < this.globals.length; i++) this.globals[i] = this.#before[i];
    this.#before = undefined;
  }

  /**
   * The address of a value, as operands `&expr` want it. What it belongs to is kept alive by the state and by the code
   * built from it. (See AddressLike for what has one; what has none gives NaN, which the put refuses with the reason.)
   */
  override address(value: unknown): Address {
    // Most common, and its own address; what it points into is the caller's to keep.
    return typeof value === 'number' || typeof value === 'bigint' ? value : this.#keep(value);
  }

  #keep(value: unknown): Address {
    try {
      return addressOf(value, object => this.#kept.add(object));
    } catch (error) {
      return this.fault(error instanceof Error ? error.message : String(error));
    }
  }

  /**
   * Checks, links, maps memory, encodes for its address, and makes it executable. The state stays as it is: it can build again, or
   * start anew with `setup`.
   * @throws EncodeError for what the encoder finds; MemoryError; Error where this process cannot run the code
   */
  build(): Code<L> {
    checkProcessor(this.list.arch);
    const size = this.link();
    this.#requireGlobals();
    this.#before ??= [...this.globals];
    const region = mapCode(size, (bytes, address) => {
      this.encode(bytes, address);
    });
    const block = new Block(region, [...this.#keptAlways, ...this.#kept]);
    return new Code<L>({
      list: this.list,
      block,
      address: region.address,
      size,
      globals: definedGlobals(this),
      pcLabels: Int32Array.from({ length: this.labels.pcSize }, (_, label) => this.getPcLabel(label)),
    });
  }

  /** The encoder takes what `globals` holds for the address of a label that is nowhere. */
  #requireGlobals(): void {
    const missing = this.undefinedGlobals().find(({ index }) => this.globals[index] === undefined);
    if (!missing) return;
    const { index, name = String(index), source } = missing;
    throw new EncodeError(
      Status.UNDEF_L | (FIRST_GLOBAL + index),
      `global label ->${name} is undefined`,
      source,
    );
  }

  /** The address of an extern; NaN where it has none, and the encoder's error says why. */
  #extern(name: string | undefined, index: number): Address {
    const given =
      typeof this.#externs === 'function'
        ? this.#externs(name, index)
        : name !== undefined && Object.hasOwn(this.#externs, name)
          ? this.#externs[name]
          : undefined;
    if (given !== undefined) return this.#keep(given);
    if (name === undefined) {
      return this.fault('the list does not name it; a function as option `externs` of dasm.new can give it');
    }
    // `name@4` is __stdcall's spelling; libraries export the bare name.
    return (
      native().symbol(name) ??
      native().symbol(name.replace(/@.*/, '')) ??
      this.fault('no library has it, and neither has the option `externs` of dasm.new')
    );
  }
}

/** Addresses of global labels by name, after `encode`. */
export function definedGlobals({ list, globals }: State): Map<string, bigint> {
  const defined = new Map<string, bigint>();
  for (const [i, name] of list.globals.entries()) {
    const address = globals[i];
    if (address !== undefined) defined.set(name, BigInt(address));
  }
  return defined;
}

/** Instruction sets by what Node calls the processor. */
const runs: Partial<Record<string, Arch>> = { x64: 'x64', ia32: 'x86' };

function checkProcessor(arch: Arch): void {
  if (runs[process.arch] === arch) return;
  const needs = arch === 'x64' ? 'a 64-bit Node on an x64 processor' : 'a 32-bit Node (ia32)';
  throw new Error(
    `this is ${arch} code, and running it needs ${needs}; this process is ${process.arch}. ` +
      'Translating, link, encode and dump work everywhere',
  );
}
