/**
 * Labels of a state. A name (local 1…9, global, pc) may be defined more than once, so references belong to *instances*:
 * a reference creates the instance where the name has none yet, the definition settles it. Also holds the addresses that
 * instances are set to.
 */
import { type Address, highHalf, lowHalf } from './address.ts';
import { FIRST_GLOBAL } from './actions.ts';
import * as Instance from './instance.ts';
import { grownWords } from './section.ts';

/**
 * Capacity of DynASM's label arrays, which decides what is in range: 4, and doubled until it is enough
 * (`DASM_M_GROW` in dasm_proto.h counts bytes, from 16 on).
 */
function grownCapacity(capacity: number, need: number): number {
  if (need <= capacity) return capacity;
  let grown = Math.max(capacity, 4);
  while (grown < need) grown *= 2;
  return grown;
}

/** All labels of one state. An instance is an index into `instances`; 0 is none. */
export class Labels {
  /** By label number: 0 unknown, an instance that is referenced only, or minus an instance that is defined. */
  named = new Int32Array(0);
  /** Numbers below this one are in range. */
  namedSize = 0;
  /** The same by pc label number. */
  pc = new Int32Array(0);
  pcSize = 0;

  instances = new Int32Array(0);
  private instanceEnd = Instance.WORDS;

  /** Addresses that instances are set to, two words each. */
  addresses = new Int32Array(0);
  private addressCount = 0;

  /** Makes it as good as new, with room for so many global labels. */
  clear(globals: number): void {
    this.namedSize = 0;
    this.pcSize = 0;
    this.growNamed(globals);
  }

  /** Forgets all labels; capacities stay. */
  reset(): void {
    clear(this.named, this.namedSize);
    clear(this.pc, this.pcSize);
    this.instanceEnd = Instance.WORDS;
    this.addressCount = 0;
  }

  /** A new instance, not defined yet. */
  create(): number {
    const instance = this.instanceEnd;
    this.instanceEnd = instance + Instance.WORDS;
    if (this.instanceEnd > this.instances.length) this.growInstances();
    this.instances[instance] = Instance.PENDING;
    return instance;
  }

  /** Not in `create`, so that V8 takes that one for small. */
  private growInstances(): void {
    const end = this.instanceEnd;
    this.instances = grownWords(this.instances, end - Instance.WORDS, end);
  }

  /** A reference `>label` to a local label: a new instance also where the label is defined. */
  forward(label: number): number {
    const instance = this.named[label]!;
    return instance > 0 ? instance : (this.named[label] = this.create());
  }

  /** A reference `<label` to a local label; 0 or less if it is not defined. */
  backward(label: number): number {
    return -this.named[label]!;
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

  /** Is it the number of a pc label? */
  hasPc(label: unknown): label is number {
    return typeof label === 'number' && label >>> 0 === label && label < this.pcSize;
  }

  /** Defines a local or global label at an offset in a section. */
  define(label: number, offset: number, section: number): number {
    const instance = this.settle(this.named[label]!, offset, section);
    this.named[label] = -instance;
    return instance;
  }

  /** Defines a pc label at an offset in a section. */
  definePc(label: number, offset: number, section: number): number {
    const instance = this.settle(this.pc[label]!, offset, section);
    this.pc[label] = -instance;
    return instance;
  }

  /** Defines the instance that waits for it, or a new one. */
  private settle(waiting: number, offset: number, section: number): number {
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

  /** Room for one more address; its index. */
  reserveAddress(): number {
    const index = this.addressCount++;
    this.addresses = grownWords(this.addresses, index * 2, index * 2 + 2);
    return index;
  }

  /** Sets the address of an index. */
  writeAddress(index: number, address: Address): void {
    this.addresses[index * 2] = lowHalf(address);
    this.addresses[index * 2 + 1] = highHalf(address);
  }

  /** Makes global labels 0…`globals`−1 valid (and more, as DynASM's rounding has it). */
  growNamed(globals: number): void {
    const used = this.namedSize;
    this.namedSize = grownCapacity(used, FIRST_GLOBAL + globals);
    this.named = grownWords(this.named, used, this.namedSize);
    this.named.fill(0, used, this.namedSize);
  }

  /** Makes pc labels 0…`count`−1 valid (and more, as DynASM's rounding has it). */
  growPc(count: number): void {
    const used = this.pcSize;
    if (count <= used) return;
    this.pcSize = grownCapacity(used, count);
    this.pc = grownWords(this.pc, used, this.pcSize);
    this.pc.fill(0, used, this.pcSize);
  }
}

/** Zeroes the first `count` words; for a few of them a call into the runtime does not pay. */
function clear(words: Int32Array, count: number): void {
  if (count > 64) words.fill(0, 0, count);
  else for (let i = 0; i < count; i++) words[i] = 0;
}
