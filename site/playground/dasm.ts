/**
 * The package `dynasm` as programs of the playground import it: states and lists are the real ones; what would
 * be run is listed instead. Addresses are made up, but stay the same from run to run.
 */
import { layoutOf } from '../../src/encoder/codelayout.ts';
import { FIRST_GLOBAL } from '../../src/encoder/format/action.ts';
import * as encoder from '../../src/encoder/index.ts';
import {
  type ActionList,
  type ActionListDescription,
  type Address,
  EncodeError,
  InvalidValue,
  State,
  Status,
  undefinedGlobals,
} from '../../src/encoder/index.ts';
import type { BuiltCode } from '../../src/exec/listedcode.ts';
import { symbolsOf } from '../../src/exec/symbol.ts';
import { NativeTypes, type TypeLike } from './nativetypes.ts';
import { notRun } from './notrun.ts';

/** Where things are said to be: near enough to one another for every branch. */
const CODE = 0x1_0000n;
const EXTERNS = 0x400_0000n;
const CALLBACKS = 0x500_0000n;
const MEMORY = 0x3000_0000n;
const GAP = 0x1000n;

type Externs = Readonly<Record<string, unknown>> | ((name: string | undefined, index: number) => unknown);

interface Options {
  readonly arch?: encoder.Arch;
  readonly sections?: number;
  readonly globals?: number | Readonly<Record<string, unknown>>;
  readonly externs?: Externs;
}

/** Is told what the program makes. */
export interface Observer {
  list(list: ActionList): void;
  code(code: BuiltCode): void;
  /** Machine code is called, which is not run. */
  call(): void;
}

/** What has an address of its own. */
interface Placed {
  readonly address: bigint;
}

/** Gives addresses to objects. */
class Places {
  readonly #known = new WeakMap<object, bigint>();
  readonly #externs = new Map<string, bigint>();
  #memory = MEMORY;
  #callbacks = CALLBACKS;
  #code = CODE;

  /** Of what a program may give as an address; undefined for what has none. */
  addressOf(value: unknown): Address | undefined {
    if (typeof value === 'number' || typeof value === 'bigint') return value;
    if (value === null) return 0;
    if (typeof value !== 'object' && typeof value !== 'function') return undefined;
    const known = this.#known.get(value);
    if (known !== undefined) return known;
    if (ArrayBuffer.isView(value))
      return (this.addressOf(value.buffer)! as bigint) + BigInt(value.byteOffset);
    if (value instanceof ArrayBuffer) {
      const address = this.#memory;
      this.#memory += (BigInt(value.byteLength) / GAP + 1n) * GAP;
      this.#known.set(value, address);
      return address;
    }
    return undefined;
  }

  /** For code of so many bytes. */
  takeCode(size: number): bigint {
    const address = this.#code;
    this.#code += (BigInt(size) / GAP + 1n) * GAP;
    return address;
  }

  externOf(name: string): bigint {
    const address = this.#externs.get(name) ?? EXTERNS + 16n * BigInt(this.#externs.size);
    this.#externs.set(name, address);
    return address;
  }

  takeCallback(): bigint {
    return (this.#callbacks += 16n);
  }

  set(value: object, address: bigint): void {
    this.#known.set(value, address);
  }
}

/** The state classes and the namespace `dasm` for one run of a program. */
export class Package {
  readonly #observer: Observer;
  readonly #places = new Places();
  readonly #types: NativeTypes;
  /** States whose code has not been encoded. */
  readonly #open = new Set<BuildState>();

  constructor(observer: Observer, types: NativeTypes) {
    this.#observer = observer;
    this.#types = types;
  }

  /** Lists the code of states that the program has left as they are. */
  finish(): void {
    for (const state of this.#open) {
      const { emitter } = state;
      if (emitter.ends() > emitter.sections.length) state.build();
    }
  }

  /** What the modules of the package export, by name. */
  get modules(): Readonly<Record<string, Readonly<Record<string, unknown>>>> {
    const { asList, asState, dasm } = this;
    const types = this.#types;
    const own = {
      ...encoder,
      actionList: asList(encoder.actionList),
      arm64ActionList: asList(encoder.arm64ActionList),
      State: asState(),
    };
    const exec = {
      dasm,
      sizeOf: types.sizeOf.bind(types),
      offsetOf: types.offsetOf.bind(types),
      FaultError: class FaultError extends Error {},
      MemoryError: class MemoryError extends Error {},
      ProcessorError: class ProcessorError extends Error {},
      PrototypeError: class PrototypeError extends Error {},
    };
    return { dynasm: { ...own, ...exec }, 'dynasm/encoder': own, 'dynasm/exec': exec };
  }

  readonly asList =
    (make: (description: ActionListDescription) => ActionList) =>
    (description: ActionListDescription): ActionList => {
      const list = make(description);
      this.#observer.list(list);
      return list;
    };

  /** The class `State` of this run. */
  readonly asState = (): typeof State => {
    const context = this.#context();
    return class extends BuildState {
      constructor(list: ActionList, options: encoder.StateOptions = {}) {
        super(context, list, options);
      }
    } as unknown as typeof State;
  };

  /** A function of a library: it has an address. */
  #native(prototype: string): unknown {
    const [, name = prototype] = /(\w+)\s*(?:\(|$)/.exec(prototype) ?? [];
    const native = (): unknown => this.#call();
    this.#places.set(native, this.#places.externOf(name));
    return native;
  }

  #call(): unknown {
    this.#observer.call();
    return notRun();
  }

  #context(): Context {
    return { places: this.#places, open: this.#open, observer: this.#observer };
  }

  readonly dasm = {
    new: (list: ActionList | ArrayLike<number>, options: Options = {}): BuildState => {
      const { arch, ...others } = options;
      if ('takeSection' in list) return new BuildState(this.#context(), list, others);
      if (arch === undefined) {
        throw new TypeError(
          'raw bytes of an action list need their architecture: dasm.new(bytes, { arch: "x64" })',
        );
      }
      const make = this.asList(arch === 'arm64' ? encoder.arm64ActionList : encoder.actionList);
      return new BuildState(this.#context(), make({ format: 1, arch, actions: list }), others);
    },
    callback: (prototype: string, fn: () => unknown): Placed => {
      const address = this.#places.takeCallback();
      const made = {
        prototype,
        fn,
        address,
        freed: false,
        free: () => undefined,
        [Symbol.dispose]: () => undefined,
      };
      this.#places.set(made, address);
      return made;
    },
    cast: (): unknown => () => this.#call(),
    address: (value: unknown): bigint => {
      const address = this.#places.addressOf(value);
      if (address === undefined) throw new TypeError('dasm.address: value has no address');
      return BigInt(address);
    },
    globals: ({ list, globals }: State): Readonly<Record<string, bigint>> =>
      Object.fromEntries(
        list.globals.flatMap((name, index) => {
          const address = globals[index];
          return address === undefined ? [] : [[name, BigInt(address)] as const];
        }),
      ),
    catchFaults: (): void => undefined,
    /** Code is made for every processor. */
    cpu: { features: new Set(), level: 'x86-64-v4', has: (): boolean => true },
    sizeOf: (type: TypeLike): number => this.#types.sizeOf(type),
    offsetOf: (type: TypeLike, ...path: (string | number)[]): number => this.#types.offsetOf(type, ...path),
    koffi: (): unknown => this.#koffi,
  };

  readonly #koffi = {
    struct: (name: string | Record<string, TypeLike>, fields?: Record<string, TypeLike>) =>
      typeof name === 'string' ? this.#types.structure(name, fields ?? {}) : this.#types.structure('', name),
    pack: (name: string | Record<string, TypeLike>, fields?: Record<string, TypeLike>) =>
      typeof name === 'string'
        ? this.#types.structure(name, fields ?? {}, { isPacked: true })
        : this.#types.structure('', name, { isPacked: true }),
    union: (name: string | Record<string, TypeLike>, fields?: Record<string, TypeLike>) =>
      typeof name === 'string'
        ? this.#types.structure(name, fields ?? {}, { isUnion: true })
        : this.#types.structure('', name, { isUnion: true }),
    array: (type: TypeLike, count: number) => this.#types.array(type, count),
    pointer: (type: TypeLike) => this.#types.pointer(type),
    opaque: (name: string) => this.#types.opaque(name),
    load: () => ({
      func: (name: string) => this.#native(name),
      symbol: (name: string) => this.#native(name),
    }),
    alias: (name: string, type: TypeLike) => this.#types.alias(name, type),
    type: (type: TypeLike) => this.#types.type(type),
    sizeof: (type: TypeLike) => this.#types.sizeOf(type),
    alignof: (type: TypeLike) => this.#types.type(type).alignment,
    offsetof: (type: TypeLike, member: string) => this.#types.offsetOf(type, member),
  };
}

interface Context {
  readonly places: Places;
  readonly open: Set<BuildState>;
  readonly observer: Observer;
}

class BuildState extends State {
  readonly #context: Context;
  readonly #externNames = new Map<bigint, readonly string[]>();

  constructor(context: Context, list: ActionList, options: Omit<Options, 'arch'>) {
    const { globals, externs = {}, ...sizes } = options;
    super(list, typeof globals === 'number' ? { ...sizes, globals } : sizes);
    this.#context = context;
    context.open.add(this);
    this.setupExtern((name, index) => {
      const given = typeof externs === 'function' ? externs(name, index) : name && externs[name];
      const { places } = context;
      const address = places.addressOf(given) ?? places.externOf(name ?? String(index));
      if (name !== undefined) this.#externNames.set(BigInt(address), [`extern ${name}`]);
      return address;
    });
    if (typeof globals !== 'object') return;
    for (const [name, value] of Object.entries(globals)) {
      const index = list.globals.indexOf(name);
      if (index < 0) {
        const names = list.globals.join(', ') || 'none';
        throw new RangeError(`there is no label ->${name} in the action list; it has ${names}`);
      }
      this.globals[index] = context.places.addressOf(value);
    }
  }

  override address(value: unknown): Address | InvalidValue {
    return this.#context.places.addressOf(value) ?? super.address(value);
  }

  /** The program encodes for itself; that is listed, too. */
  override encode(buffer: Uint8Array, base: Address): void {
    super.encode(buffer, base);
    const size = this.link();
    this.#list(buffer.slice(0, size), BigInt(base));
  }

  build(): Code {
    const size = this.link();
    const [missing] = undefinedGlobals(this).filter(({ index }) => this.globals[index] === undefined);
    if (missing !== undefined) {
      const { name = String(missing.index), source } = missing;
      const status = Status.UNDEF_L | (FIRST_GLOBAL + missing.index);
      throw new EncodeError(status, `global label ->${name} is undefined`, source);
    }
    const bytes = new Uint8Array(size);
    const base = this.#context.places.takeCode(size);
    super.encode(bytes, base);
    return new Code(this.#context, this.#list(bytes, base));
  }

  asm(): never {
    throw new Error('the playground has no templates: write lines that begin with a bar');
  }

  #list(bytes: Uint8Array, address: bigint): BuiltCode {
    const { list } = this;
    const defined = list.globals.flatMap((name, index) => {
      const at = this.globals[index];
      return at === undefined ? [] : [[name, BigInt(at)] as const];
    });
    const { pcSize } = this.emitter.labels;
    const code: BuiltCode = {
      list,
      layout: layoutOf(this, bytes.length),
      address,
      bytes,
      globals: new Map(defined),
      symbols: symbolsOf(this, address, bytes.length),
      pcLabels: Int32Array.from({ length: pcSize }, (_, label) => this.getPcLabel(label)),
      externs: new Map(this.#externNames),
    };
    this.#context.open.delete(this);
    this.#context.observer.code(code);
    return code;
  }
}

/** Code that cannot be run. */
class Code {
  readonly size: number;
  readonly address: bigint;
  readonly bytes: Uint8Array;
  readonly symbols: BuiltCode['symbols'];
  readonly globals: Readonly<Record<string, bigint>>;
  readonly freed = false;
  readonly #context: Context;
  readonly #code: BuiltCode;

  constructor(context: Context, code: BuiltCode) {
    this.#context = context;
    this.#code = code;
    this.size = code.bytes.length;
    this.address = code.address;
    this.bytes = code.bytes;
    this.symbols = code.symbols;
    this.globals = Object.fromEntries(code.globals);
    context.places.set(this, code.address);
  }

  pcLabel(label: number): bigint {
    const offset = this.#code.pcLabels[label];
    if (offset === undefined || offset < 0) {
      throw new RangeError(`the pc label =>${label} is not defined in this code`);
    }
    return this.address + BigInt(offset);
  }

  cast(_: string, label?: string | number | object): unknown {
    const made = (): unknown => {
      this.#context.observer.call();
      return notRun();
    };
    this.#context.places.set(made, this.#entry(label));
    return made;
  }

  map(_: string, label?: string | number): unknown {
    return this.cast(_, label);
  }

  dump(): string {
    return '(the listing is on this page)';
  }

  free(): void {
    // There is no memory to give back.
  }

  [Symbol.dispose](): void {
    this.free();
  }

  #entry(label: string | number | object | undefined): bigint {
    if (typeof label === 'number') return this.pcLabel(label);
    if (typeof label !== 'string') return this.address;
    const address = this.globals[label];
    if (address !== undefined) return address;
    const names = Object.keys(this.globals).join(', ') || 'none';
    throw new RangeError(`there is no label ->${label} in this code; it has ${names}`);
  }
}
