/**
 * Code objects: machine code in executable memory, with its labels.
 *
 * In go a block and what the state knew of the code, out come typed functions, addresses and text. A code object
 * is made by `build()` of a state; it does not refer to the state, which may be used again.
 */
/// <reference lib="esnext.disposable" preserve="true" />
import type { ActionList, GlobalName } from '../encoder/index.ts';
import { Block } from './block.ts';
import { makeFunction, type CastOptions } from './callable.ts';
import { dump } from './dump.ts';
import { entries } from './entry.ts';
import type { FunctionOf } from './functiontype.ts';
import { native } from './native.ts';

/** What `build()` hands over. */
export interface CodeParts {
  readonly list: ActionList;
  readonly block: Block;
  readonly address: bigint;
  readonly size: number;
  /** By name; only those that have an address. */
  readonly globals: ReadonlyMap<string, bigint>;
  /** Offsets by number; negative for those that are not defined. */
  readonly pcLabels: Int32Array;
}

export class Code<L extends ActionList = ActionList> implements Disposable {
  /** Size in bytes. */
  readonly size: number;
  readonly #parts: CodeParts;
  readonly #globals: Readonly<Record<string, bigint>>;

  constructor(parts: CodeParts) {
    this.#parts = parts;
    this.size = parts.size;
    this.#globals = globalsObject(parts);
    entries.set(this, { address: parts.address, holder: parts.block });
  }

  /** Of the first byte. Throws after `free`. */
  get address(): bigint {
    return this.#live().address;
  }

  /**
   * Addresses of the global labels by name. A label that the list has, and this code has not, throws when it is read.
   */
  get globals(): Readonly<Record<GlobalName<L>, bigint>> {
    this.#live();
    return this.#globals;
  }

  /** A copy of the machine code. */
  get bytes(): Uint8Array {
    const { address, size } = this.#live();
    const bytes = new Uint8Array(size);
    native().pages.read(address, bytes);
    return bytes;
  }

  /** Whether `free` was called. */
  get freed(): boolean {
    return this.#parts.block.freed;
  }

  /**
   * Address of a pc label.
   * @throws RangeError for one that this code does not define
   */
  pcLabel(label: number): bigint {
    const { address, pcLabels } = this.#live();
    const offset = pcLabels[label];
    if (offset === undefined || offset < 0) {
      throw new RangeError(`the pc label =>${String(label)} is not defined in this code`);
    }
    return address + BigInt(offset);
  }

  /**
   * A function that calls the code. It keeps the code alive.
   * @param prototype of C, as in `int32_t (int32_t x, double *p)`; it gives the function's type. Results of 64 bits
   *   (`long` and `size_t` count as such everywhere) are bigint, whatever their value.
   * @param label where to enter: a global label's name or a pc label's number; the first byte by default
   * @throws PrototypeError; RangeError for a label that is not defined
   */
  cast<P extends string>(prototype: P, options?: CastOptions): FunctionOf<P>;
  cast<P extends string>(
    prototype: P,
    label: GlobalName<L> | number | undefined,
    options?: CastOptions,
  ): FunctionOf<P>;
  cast<P extends string>(
    prototype: P,
    second?: GlobalName<L> | number | CastOptions,
    third?: CastOptions,
  ): FunctionOf<P> {
    const { address, size, block } = this.#live();
    const [label, options] = typeof second === 'object' ? [undefined, second] : [second, third ?? {}];
    if (size === 0) throw new RangeError('this code has no bytes, and cannot be called');
    let entry = address;
    if (typeof label === 'number') entry = this.pcLabel(label);
    else if (label !== undefined) entry = this.#global(label);
    const name = typeof label === 'number' ? `=>${label}` : (label ?? '');
    return makeFunction(entry, prototype, block, name, options);
  }

  /** The code as text, one line for each instruction: address, bytes, label, instruction. */
  dump(): string {
    const { list, address, globals, pcLabels } = this.#live();
    const labels = new Map<bigint, string[]>();
    const add = (at: bigint, name: string): void => {
      labels.set(at, [...(labels.get(at) ?? []), name]);
    };
    for (const [name, at] of globals) add(at, `->${name}`);
    for (const [label, offset] of pcLabels.entries()) {
      if (offset >= 0) add(address + BigInt(offset), `=>${label}`);
    }
    return dump(this.bytes, address, { arch: list.arch, labels });
  }

  /**
   * Gives the memory back. Every use of the code object and of its functions throws from now on. If a call is under way, the memory
   * goes when it returns. Other code that jumps here by address is not told. Twice is once.
   */
  free(): void {
    this.#parts.block.free();
  }

  [Symbol.dispose](): void {
    this.free();
  }

  #global(name: string): bigint {
    const address = this.#globals[name];
    if (address !== undefined) return address;
    const names = this.#parts.list.globals.join(', ') || 'none';
    throw new RangeError(`there is no label ->${name} in the action list; it has ${names}`);
  }

  #live(): CodeParts {
    if (this.#parts.block.freed) throw new Error('the code has been freed');
    return this.#parts;
  }
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
