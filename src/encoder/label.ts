/**
 * Labels of a state. A name (local 1…9, global, pc) may be defined more than once, so references belong to *instances*:
 * a reference creates the instance where the name has none yet, the definition settles it. Also holds the addresses that
 * instances are set to.
 */
import { type Address, highHalf, lowHalf } from './address.ts';
import { FIRST_GLOBAL } from './actions.ts';
import { grownWords } from './section.ts';

/** Offset of an instance that is referenced, but not defined. */
export const PENDING = -0x80000000;

/**
 * Capacity of DynASM's label arrays, which decides what is in range: 4, and doubled until it is enough
 * (`DASM_M_GROW` in dasm_proto.h counts bytes, from 16 on).
 */
export function grownCapacity(capacity: number, need: number): number {
  if (need <= capacity) return capacity;
  let grown = Math.max(capacity, 4);
  while (grown < need) grown *= 2;
  return grown;
}

/** All labels of one state. */
export class Labels {
  /** By label number: 0 unknown, an instance that is referenced only, or minus an instance that is defined. */
  readonly named = new Int32Array(256);
  /** Numbers below this one are in range. */
  namedSize = 0;
  /** The same by pc label number. */
  pc = new Int32Array(0);
  pcSize = 0;

  /** Number of instances; they count from 1. */
  count = 0;
  /** By instance: offset in its section when it was put, or −1 − index of its address, or PENDING. */
  offset = new Int32Array(0);
  /** By instance: its section. */
  section = new Int32Array(0);
  /** By instance, after link: final offset in the code, or −1 − index of its address. */
  final = new Int32Array(0);

  /** Addresses, two words each. */
  addresses = new Int32Array(0);
  addressCount = 0;

  /** Makes it as good as new, with room for so many global labels. */
  clear(globals: number): void {
    this.namedSize = 0;
    this.pcSize = 0;
    this.growNamed(globals);
  }

  /** Forgets all labels; capacities stay. */
  reset(): void {
    this.named.fill(0);
    this.pc.fill(0, 0, this.pcSize);
    this.count = 0;
    this.addressCount = 0;
  }

  /** A new instance, not defined yet. */
  create(): number {
    const instance = ++this.count;
    if (instance >= this.offset.length) {
      this.offset = grownWords(this.offset, instance, instance + 1);
      this.section = grownWords(this.section, instance, instance + 1);
      this.final = grownWords(this.final, instance, instance + 1);
    }
    this.offset[instance] = PENDING;
    return instance;
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

  /** Defines a local or global label at an offset in a section. */
  define(label: number, offset: number, section: number): number {
    let instance = this.named[label]!;
    if (instance <= 0) instance = this.create();
    this.named[label] = -instance;
    this.offset[instance] = offset;
    this.section[instance] = section;
    return instance;
  }

  /** Defines a pc label at an offset in a section. */
  definePc(label: number, offset: number, section: number): number {
    let instance = this.pc[label]!;
    if (instance <= 0) instance = this.create();
    this.pc[label] = -instance;
    this.offset[instance] = offset;
    this.section[instance] = section;
    return instance;
  }

  /** Sets an instance to an address. */
  setAddress(instance: number, address: Address): void {
    const index = this.reserveAddress();
    this.addresses[index * 2] = lowHalf(address);
    this.addresses[index * 2 + 1] = highHalf(address);
    this.offset[instance] = -1 - index;
    this.final[instance] = -1 - index;
  }

  /** Room for one more address; its index. */
  reserveAddress(): number {
    const index = this.addressCount++;
    this.addresses = grownWords(this.addresses, index * 2, index * 2 + 2);
    return index;
  }

  /** Makes global labels 0…`globals`−1 valid (and more, as DynASM's rounding has it). */
  growNamed(globals: number): void {
    this.namedSize = grownCapacity(this.namedSize, FIRST_GLOBAL + globals);
  }

  /** Makes pc labels 0…`count`−1 valid (and more, as DynASM's rounding has it). */
  growPc(count: number): void {
    const used = this.pcSize;
    this.pcSize = grownCapacity(used, count);
    this.pc = grownWords(this.pc, used, this.pcSize);
    this.pc.fill(0, used, this.pcSize);
  }
}
