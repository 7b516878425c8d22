/**
 * Code objects: machine code in executable memory, with its labels.
 *
 * `build()` of a state makes them from a block of memory and from what the state knows of the code. They give
 * typed functions, addresses and a listing. They do not refer to their state, which may be used again.
 */
import type { ActionList, GlobalName } from '../encoder/index.ts';
import { checkArgument, isBoolean } from '../encoder/format/argument.ts';
import { type OptionChecks, isOptions } from '../encoder/format/option.ts';
import type { Layout } from '../encoder/codelayout.ts';
import { show } from '../encoder/format/status.ts';
import { mapAt } from './batch/map.ts';
import { functionAt, type CastOptions } from './cast.ts';
import { setAddress } from './codeaddress.ts';
import { placeAt } from './codeplace.ts';
import { type BuiltCode, type CodeDumpOptions, listCode } from './listedcode.ts';
import type { Block } from './memory/block.ts';
import type { Space } from './memory/pool.ts';
import type { CodeSymbol } from './symbol.ts';
import type { BatchOf, Callable, FunctionOf } from './prototype/functiontype.ts';
import type { PrototypeText } from './prototype/prototypetext.ts';

/** What `build()` passes on. */
interface CodeParts {
  readonly list: ActionList;
  readonly block: Block;
  readonly space: Space;
  readonly size: number;
  /** Addresses of global labels by name; without those that have none. */
  readonly globals: ReadonlyMap<string, bigint>;
  readonly symbols: readonly CodeSymbol[];
  /** Names of the externs that the code refers to, by address. */
  readonly externs: ReadonlyMap<bigint, readonly string[]>;
  /** Offsets of pc labels by number; negative for those that are not defined. */
  readonly pcLabels: Int32Array;
  readonly layout: Layout;
}

const checkDumpOptions = isOptions({
  source: isBoolean,
  color: isBoolean,
} satisfies OptionChecks<CodeDumpOptions>);

/** Code that can be run. Made by `build()` of a state. */
export class Code<L extends ActionList = ActionList> implements Callable {
  /** Size in bytes; may be 0. */
  readonly size: number;
  readonly #parts: CodeParts;
  /** Made when it is first asked for. */
  #globals: Readonly<Record<string, bigint>> | undefined;

  constructor(parts: CodeParts) {
    this.#parts = parts;
    this.size = parts.size;
    setAddress(this, parts.space.address, parts.block);
    parts.block.setDescription(offset => placeAt(builtCode(parts), offset));
  }

  /**
   * Address of the first byte.
   * @throws {Error} after `free`, as every member does except `size`, `freed` and `free`
   */
  get address(): bigint {
    return this.#exposed().space.address;
  }

  /**
   * Addresses of the global labels by name. For a label of the list that this code does not define, reading
   * the property throws a RangeError.
   */
  get globals(): Readonly<Record<GlobalName<L>, bigint>> {
    const parts = this.#exposed();
    return (this.#globals ??= globalsObject(parts));
  }

  /** The global labels that this code defines, by address, with the sizes of procedures. */
  get symbols(): readonly CodeSymbol[] {
    return this.#exposed().symbols;
  }

  /** A copy of the machine code. */
  get bytes(): Uint8Array {
    return builtCode(this.#live()).bytes;
  }

  /** Whether `free` was called. */
  get freed(): boolean {
    return this.#parts.block.freed;
  }

  /**
   * Address of a pc label.
   * @param label its number, from 0 on
   * @throws {RangeError} for a label that this code does not define
   */
  pcLabel(label: number): bigint {
    const { space, pcLabels } = this.#exposed();
    if (typeof label !== 'number') {
      throw new TypeError(`pcLabel: label is ${show(label)}, expected the number of a pc label`);
    }
    const offset = pcLabels[label];
    if (offset === undefined || offset < 0) {
      throw new RangeError(`the pc label =>${String(label)} is not defined in this code`);
    }
    return space.address + BigInt(offset);
  }

  /**
   * Makes a function that calls the code, and keeps it alive. It throws for arguments that their C types do
   * not hold, unless `options.checked` is false: then 2³² and NaN arrive as 0 in an `int`.
   * @param prototype in C, as in `int32_t (int32_t x, double *p)`; the function's type comes from it. Results
   *   that are 64-bit integers are bigints, whatever their value, and so are `long` and `size_t` everywhere.
   *   Behind a `...` each further argument is a type and a value: `f('%d', ['int', 5])`
   * @param label name of a global label or number of a pc label to call. Default: the first byte
   * @returns a function that throws Error after `free`, and TypeError for a wrong number of arguments
   * @throws {PrototypeError}; {RangeError} for a label that is not defined, and for code of no bytes
   */
  cast<P extends string>(prototype: PrototypeText<P>, options?: CastOptions): FunctionOf<P>;
  cast<P extends string>(
    prototype: PrototypeText<P>,
    label: GlobalName<L> | number | undefined,
    options?: CastOptions,
  ): FunctionOf<P>;
  cast<P extends string>(
    prototype: PrototypeText<P>,
    second?: GlobalName<L> | number | CastOptions,
    third?: CastOptions,
  ): FunctionOf<P> {
    const [label, options] =
      typeof second === 'object' && second !== null ? [undefined, second] : [second, third];
    const { entry, name } = this.#entry('cast', label);
    return functionAt<P>(entry, prototype, this.#live().block, name, options);
  }

  /**
   * Makes a function that calls the code for each element of typed arrays, in one native call:
   * `code.map('double (double x, double y)')(results, xs, 2)`. Its arguments are an array for the results,
   * which it returns, and for each parameter an array or one value for all calls. Without results
   * (`void`) there is no such array. Element by element arguments are read and then the result is written, in
   * ascending order, so that an array may also take the results, and overlapping arrays see earlier ones.
   *
   * A parameter's array is the one of its size and sign: Int32Array for `int`, BigInt64Array for `int64_t`,
   * Float64Array for `double`, Uint8Array for `bool`, BigUint64Array for pointers (for which other memory
   * stands for its address). All arrays are of one length; of length 0 nothing is called. Callbacks must not
   * detach or resize them. x64 only.
   * @param label name of a global label or number of a pc label to call. Default: the first byte
   * @returns a function that throws TypeError for a wrong array or number of arguments, RangeError for arrays
   *   of different lengths and values out of range, {FaultError} as functions made by `cast`, and Error after
   *   `free`
   * @throws {PrototypeError}, also for a prototype with something else than scalars and pointers;
   *   {RangeError} for a label that is not defined, and for code of no bytes
   */
  map<P extends string>(prototype: PrototypeText<P>, label?: GlobalName<L> | number): BatchOf<P> {
    const { entry, name } = this.#entry('map', label);
    return mapAt<P>(entry, prototype, this.#live().block, name);
  }

  /**
   * The code as text: a line for each label and end of a procedure, and a line with address and bytes for
   * each instruction. What `.byte`, `.dword`, `.asciz` and so on have written is shown as data.
   * @param options `source`: with the line that the code comes from; `color`: for a terminal
   * @throws {MissingPackageError} iced-x86, which people install who want listings, is not there
   */
  dump(options: CodeDumpOptions = {}): string {
    checkArgument('dump', 'options', options, checkDumpOptions);
    return listCode(builtCode(this.#live()), options);
  }

  /**
   * Gives the memory back to the system; if a call is under way, when it returns. From now on the functions
   * made from the code throw. Other code must not jump here any more. A second call of `free` does nothing.
   */
  free(): void {
    this.#parts.block.free();
    this.#parts.layout.release();
  }

  [Symbol.dispose](): void {
    this.free();
  }

  /** The address that `method` is to call, and the name of what lies there. */
  #entry(method: string, label: GlobalName<L> | number | undefined): { entry: bigint; name: string } {
    const { space, size } = this.#live();
    if (size === 0) throw new RangeError('this code has no bytes, and cannot be called');
    if (typeof label === 'number') return { entry: this.pcLabel(label), name: `=>${label}` };
    if (label !== undefined && typeof label !== 'string') {
      throw new TypeError(
        `${method}: label is ${show(label)}, expected the name of a global label or the number of a pc label`,
      );
    }
    return { entry: label === undefined ? space.address : this.#global(label), name: label ?? '' };
  }

  #global(name: string): bigint {
    const { list, globals } = this.#parts;
    const address = globals.get(name);
    if (address !== undefined) return address;
    if (list.globals.includes(name)) throw new RangeError(`the label ->${name} is not defined in this code`);
    const names = list.globals.join(', ') || 'none';
    throw new RangeError(`there is no label ->${name} in the action list; it has ${names}`);
  }

  /** An address in the code is given away. */
  #exposed(): CodeParts {
    const parts = this.#live();
    parts.block.expose();
    return parts;
  }

  #live(): CodeParts {
    if (this.#parts.block.freed) throw new Error('the code has been freed');
    return this.#parts;
  }
}

function builtCode(parts: CodeParts): BuiltCode {
  const { space, size } = parts;
  return { ...parts, address: space.address, bytes: space.read(size) };
}

function globalsObject({ list, globals }: CodeParts): Readonly<Record<string, bigint>> {
  const object: Record<string, bigint> = Object.create(null);
  for (const name of list.globals) {
    const address = globals.get(name);
    if (address !== undefined) object[name] = address;
    else {
      Object.defineProperty(object, name, {
        get() {
          throw new RangeError(`the label ->${name} is not defined in this code`);
        },
      });
    }
  }
  return Object.freeze(object);
}
