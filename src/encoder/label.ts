/**
 * The labels of a state. A label (local 1…9, macro, global or pc) may be defined more than once, so
 * references belong to *instances*: a reference creates one if the label has none yet, and the definition
 * gives it its place. The addresses that instances are set to are here, too.
 */
import { type Address, highHalf, lowHalf } from './address.ts';
import { FIRST_GLOBAL } from './format/action.ts';
import { grownWords } from './format/typedarray.ts';
import type { ChunkLabels } from './generated.ts';
import * as Instance from './instance.ts';

/** All labels of one state. An instance is an index into `instances`; no instance has the index 0. */
export class Labels implements ChunkLabels {
  /**
   * By the number of a local or global label: 0 if it is unknown, the instance if it is only referenced,
   * minus the instance if it is defined. Words from `namedSize` on are 0.
   */
  named: Int32Array = new Int32Array(0);
  /** Numbers below this one are in range. */
  namedSize = 0;
  /** The same by the number of a pc label. Words from `pcSize` on are 0. */
  pc: Int32Array = new Int32Array(0);
  pcSize = 0;
  /** How many pc labels stay valid at `reset`; −1 if all do. */
  #pcBefore = -1;
  /** The same by the number of a macro label. */
  macro: Int32Array = new Int32Array(0);
  macroSize = 0;
  /** The numbers of global labels that have an address already, so that code must not define them. */
  given: ReadonlySet<number> | undefined = undefined;

  /** The words of the instances (instance.ts). */
  instances: Int32Array = new Int32Array(0);
  #instanceEnd = Instance.WORDS;

  /** The addresses that instances are set to, two words each: lower half, upper half. */
  addresses: Int32Array = new Int32Array(0);
  #addressCount = 0;

  /** Forgets all labels and capacities, and makes room for so many global and macro labels. */
  clear(globals: number, macroLabels: number): void {
    this.reset();
    this.namedSize = 0;
    this.pcSize = 0;
    this.macroSize = macroLabels;
    this.macro = grownWords(this.macro, 0, macroLabels);
    this.given = undefined;
    this.growNamed(globals);
  }

  /** Forgets all labels; capacities stay, and so does `given`. */
  reset(): void {
    clear(this.named, this.namedSize);
    clear(this.pc, this.pcSize);
    if (this.#pcBefore >= 0) this.pcSize = this.#pcBefore;
    this.#pcBefore = -1;
    clear(this.macro, this.macroSize);
    this.#instanceEnd = Instance.WORDS;
    this.#addressCount = 0;
  }

  /** Returns a new instance, which is not defined yet. */
  create(): number {
    const instance = this.#instanceEnd;
    this.#instanceEnd = instance + Instance.WORDS;
    if (this.#instanceEnd > this.instances.length) this.#growInstances();
    this.instances[instance] = Instance.PENDING;
    return instance;
  }

  /** It is not in `create`, so that `create` is small enough for V8 to inline. */
  #growInstances(): void {
    const end = this.#instanceEnd;
    this.instances = grownWords(this.instances, end - Instance.WORDS, end);
  }

  /**
   * A reference `>label` to a local label: the instance of the next definition, also where the label is
   * defined already.
   */
  forward(label: number): number {
    const instance = this.named[label]!;
    return instance > 0 ? instance : (this.named[label] = this.create());
  }

  /** A reference `<label` to a local label; 0 or less if it is not defined. */
  backward(label: number): number {
    return -this.named[label]!;
  }

  /** A reference to a macro label that is defined further on. */
  macroForward(label: number): number {
    const instance = this.macro[label]!;
    return instance > 0 ? instance : (this.macro[label] = this.create());
  }

  /** A reference to a macro label that is defined before it; 0 or less if it is not. */
  macroBackward(label: number): number {
    return -this.macro[label]!;
  }

  /** A reference to a global label. */
  global(label: number): number {
    const instance = this.named[label]!;
    if (instance === 0) return (this.named[label] = this.create());
    return instance < 0 ? -instance : instance;
  }

  /** A reference to a pc label. */
  pcReference(label: number): number {
    const instance = this.pc[label]!;
    if (instance === 0) return (this.pc[label] = this.create());
    return instance < 0 ? -instance : instance;
  }

  /** Is it the number of a pc label that is in range? */
  hasPc(label: unknown): label is number {
    return typeof label === 'number' && label >>> 0 === label && label < this.pcSize;
  }

  /** Is it the number of a global label that is in range, not defined and not given? */
  canDefine(label: number): boolean {
    return label < this.namedSize && this.named[label]! >= 0 && this.given?.has(label) !== true;
  }

  /** Is it the number of a pc label that is in range and not defined? */
  canDefinePc(label: unknown): label is number {
    return this.hasPc(label) && this.pc[label]! >= 0;
  }

  /** Defines a local or global label at an offset in a section. */
  define(label: number, offset: number, section: number): number {
    const instance = this.#settle(this.named[label]!, offset, section);
    this.named[label] = -instance;
    return instance;
  }

  /** Defines a pc label at an offset in a section. */
  definePc(label: number, offset: number, section: number): number {
    const instance = this.#settle(this.pc[label]!, offset, section);
    this.pc[label] = -instance;
    return instance;
  }

  /** Defines a macro label at an offset in a section. */
  defineMacro(label: number, offset: number, section: number): number {
    const instance = this.#settle(this.macro[label]!, offset, section);
    this.macro[label] = -instance;
    return instance;
  }

  /** Returns a new instance at an offset in a section, to which nothing refers. */
  place(offset: number, section: number): number {
    return this.#settle(0, offset, section);
  }

  /** Returns a new instance that is an address. */
  address(address: Address): number {
    const instance = this.create();
    this.setAddress(instance, address);
    return instance;
  }

  /** Defines the instance that waits for its definition, or a new one if none does (0 or less). */
  #settle(waiting: number, offset: number, section: number): number {
    const instance = waiting > 0 ? waiting : this.create();
    this.instances[instance] = offset;
    this.instances[instance + Instance.SECTION] = section;
    return instance;
  }

  /** Sets an instance to an address. */
  setAddress(instance: number, address: Address): void {
    const index = this.reserveAddress();
    this.writeAddress(index, address);
    this.instances[instance] = -1 - index;
    this.instances[instance + Instance.FINAL] = -1 - index;
  }

  /** Makes room for one more address, and returns its index. */
  reserveAddress(): number {
    const index = this.#addressCount++;
    this.addresses = grownWords(this.addresses, index * 2, index * 2 + 2);
    return index;
  }

  /** Stores the address with this index. */
  writeAddress(index: number, address: Address): void {
    this.addresses[index * 2] = lowHalf(address);
    this.addresses[index * 2 + 1] = highHalf(address);
  }

  /** Makes the global labels 0…`globals`−1 valid; those that are valid already stay so. */
  growNamed(globals: number): void {
    const used = this.namedSize;
    this.namedSize = Math.max(used, FIRST_GLOBAL + globals);
    this.named = grownWords(this.named, used, this.namedSize);
  }

  /** Makes the macro labels 0…`count`−1 valid; those that are valid already stay so. */
  growMacro(count: number): void {
    if (count <= this.macroSize) return;
    this.macro = grownWords(this.macro, this.macroSize, count);
    this.macroSize = count;
  }

  /** Makes the pc labels 0…`count`−1 valid; those that are valid already stay so. */
  growPc(count: number): void {
    if (this.#pcBefore >= 0 && count > this.#pcBefore) this.#pcBefore = count;
    this.#growPc(count);
  }

  /** Makes `count` more pc labels valid, until `reset`. */
  addPc(count: number): void {
    if (this.#pcBefore < 0) this.#pcBefore = this.pcSize;
    this.#growPc(this.pcSize + count);
  }

  #growPc(count: number): void {
    const used = this.pcSize;
    if (count <= used) return;
    this.pcSize = count;
    if (count > this.pc.length) this.pc = grownWords(this.pc, used, count);
  }
}

/** Sets the first `count` words to 0. For a few words a loop is faster than `fill`. */
function clear(words: Int32Array, count: number): void {
  if (count > 64) words.fill(0, 0, count);
  else for (let i = 0; i < count; i++) words[i] = 0;
}
