/**
 * Encode: takes linked contents and a base address. It fills in distances and addresses in the buffers of the
 * sections, and copies the code, without what link takes out of it, into the user's buffer.
 */
import { type Address, hexadecimal, highHalf, isAddress, joinHalves, lowHalf } from './address.ts';
import type { Contents } from './contents.ts';
import {
  actionError,
  describeReference,
  describeSum,
  externName,
  isAddressSum,
  labelName,
} from './failures.ts';
import { FIRST_GLOBAL } from './format/action.ts';
import * as Field from './format/field.ts';
import * as Record from './format/record.ts';
import { Status, show } from './format/status.ts';
import * as Instance from './instance.ts';
import type { Section } from './section.ts';
import { surplusPadding } from './shortening.ts';
import { InvalidValue } from './value.ts';
import { OPCODE_BACK, SHORT_BYTES, savedBytes, shortForm } from './x86/branch.ts';
import type { JumpSlots } from './x86/jumpslots.ts';
import { fillWithNops } from './x86/padding.ts';

/**
 * Returns the address of an extern; undefined if it has none. `name` is undefined where the list has no
 * names.
 */
export type ExternResolver = (name: string | undefined, index: number) => Address | InvalidValue | undefined;

/** What encode needs besides the contents. */
interface Surroundings {
  /** Addresses of the global labels by index. */
  readonly globals: (Address | undefined)[];
  readonly resolver: ExternResolver | undefined;
  /** Where the sections start before shortening, see `linkSections`. */
  readonly starts: Int32Array;
  /** A section to put the code together in. */
  readonly scratch: Section;
  /** Where branches go whose targets are out of reach; undefined: they are errors. */
  readonly slots: JumpSlots | undefined;
}

/**
 * Encodes the code, which has `size` bytes, for the address `base`. If it throws, nothing is written.
 * @throws {EncodeError} RANGE_REL, UNDEF_EXT
 */
export function encodeSections(
  contents: Contents,
  { globals, resolver, starts, scratch, slots }: Surroundings,
  buffer: Uint8Array,
  base: Address,
  size: number,
): void {
  const { sections, labels, is64Bit } = contents;
  scratch.grow(0, size, 0, 0);
  const out = scratch.view;
  fillGlobals(contents, globals);
  const { instances } = labels;
  const addresses = new AddressEncoder(contents, resolver, base, slots);
  /** Pairs: index of a global label, its instance. */
  const defined: number[] = [];
  let shift = 0;
  for (let index = 0; index < sections.length; index++) {
    const section = sections[index]!;
    const { records, recordEnd, view } = section;
    const start = starts[index]!;
    /** The start of what is not copied yet. */
    let run = 0;
    for (let r = 0; r < recordEnd; r += Record.WORDS) {
      const word = records[r]!;
      const value = records[r + Record.VALUE]!;
      const end = records[r + Record.END]!;
      const kind = word & Record.KIND_MASK;
      switch (kind) {
        case Record.GLOBAL:
          defined.push(contents.list.actions[(word >>> Record.OFFSET_SHIFT) + 1]! - FIRST_GLOBAL, value);
          break;
        case Record.ALIGN:
        case Record.ALIGN_NOP:
        case Record.ALIGN_FILL: {
          const surplus = surplusPadding(start + end + shift, value);
          if (kind === Record.ALIGN_NOP) fillWithNops(section.bytes, end - value, end - surplus);
          else if (kind === Record.ALIGN_FILL) {
            const filler = contents.list.inlineAt(word >>> Record.OFFSET_SHIFT, 1);
            section.bytes.fill(filler, end - value, end - surplus);
          }
          if (surplus > 0) {
            copy(section, run, end - surplus, scratch, start + run + shift);
            run = end;
            shift -= surplus;
          }
          break;
        }
        case Record.REL:
        case Record.JMP:
        case Record.JCC: {
          const target = instances[value + Instance.FINAL]!;
          const here = start + end + shift;
          const distance = target >= 0 ? target - here : addresses.distance(section, r, here, target);
          view.setInt32(end - 4, distance, true);
          break;
        }
        case Record.JMP | Record.SHORT:
        case Record.JCC | Record.SHORT: {
          const saved = savedBytes(kind);
          copy(section, run, end - saved - SHORT_BYTES, scratch, start + run + shift);
          run = end;
          shift -= saved;
          const here = start + end + shift;
          const opcode = view.getUint8(end - OPCODE_BACK);
          const distance = instances[value + Instance.FINAL]! - here;
          out.setInt16(here - SHORT_BYTES, shortForm(kind, opcode, distance), true);
          break;
        }
        case Record.IMM:
          addresses.put(instances[value + Instance.FINAL]!);
          if (is64Bit) {
            view.setInt32(end - 8, addresses.low, true);
            view.setInt32(end - 4, addresses.high, true);
          } else view.setInt32(end - 4, addresses.low, true);
          break;
        case Record.EXTERN:
          view.setInt32(end - 4, addresses.extern(section, r, start + end + shift), true);
          break;
        case Record.ADD:
          addresses.add(instances[value + Instance.FINAL]!);
          break;
        case Record.SUBTRACT:
          addresses.subtract(instances[value + Instance.FINAL]!);
          break;
        case Record.ADD_EXTERN:
          addresses.addExtern(value, word >>> Record.OFFSET_SHIFT);
          break;
        case Record.SUBTRACT_EXTERN:
          addresses.subtractExtern(value, word >>> Record.OFFSET_SHIFT);
          break;
        case Record.FIELD:
          addresses.writeSum(section, r, start + end + shift);
          break;
        default:
      }
    }
    copy(section, run, section.position, scratch, start + run + shift);
  }
  if (starts[sections.length]! + shift !== size) {
    throw actionError(contents, Status.PHASE, 'encoded and linked size differ', undefined);
  }
  copyOut(scratch.bytes, buffer, size);
  for (let i = 0; i < defined.length; i += 2) {
    const [index = 0, instance = 0] = [defined[i], defined[i + 1]];
    addresses.put(instances[instance + Instance.FINAL]!);
    globals[index] = is64Bit ? joinHalves(addresses.low, addresses.high) : BigInt(addresses.low >>> 0);
  }
}

/** From this length on a call of `set` is faster than a loop. */
const LONG_RUN = 192;

/**
 * Copies the bytes `from`…`to` of a section. It may write up to 15 bytes more: most runs are shorter than 16
 * bytes, and a processor predicts a loop that ends after one round.
 */
function copy(source: Section, from: number, to: number, target: Section, at: number): void {
  if (to - from > LONG_RUN) {
    target.bytes.set(source.bytes.subarray(from, to), at);
    return;
  }
  const input = source.view;
  const output = target.view;
  for (; from < to; from += 16, at += 16) {
    output.setInt32(at, input.getInt32(from, true), true);
    output.setInt32(at + 4, input.getInt32(from + 4, true), true);
    output.setInt32(at + 8, input.getInt32(from + 8, true), true);
    output.setInt32(at + 12, input.getInt32(from + 12, true), true);
  }
}

function copyOut(source: Uint8Array, target: Uint8Array, size: number): void {
  if (size > LONG_RUN) target.set(source.subarray(0, size));
  else for (let i = 0; i < size; i++) target[i] = source[i]!;
}

/**
 * Takes the addresses of labels that nothing defines from the array of globals; one that is not there is 0,
 * as in DynASM.
 */
function fillGlobals(contents: Contents, globals: readonly (Address | undefined)[]): void {
  const { labels, is64Bit } = contents;
  for (let number = FIRST_GLOBAL; number < labels.namedSize; number++) {
    const instance = labels.named[number]!;
    if (instance <= 0) continue;
    const address = globals[number - FIRST_GLOBAL] ?? 0;
    if (!isAddress(address, is64Bit)) {
      const text = `${labelName(contents, number)}: ${show(address)} in globals is not an address`;
      throw actionError(contents, Status.RANGE_REL, text, undefined);
    }
    labels.writeAddress(-1 - labels.instances[instance + Instance.FINAL]!, address);
  }
}

/** Sums and differences of 64-bit addresses in halves. */
class AddressEncoder {
  /** What `put` has found. */
  low = 0;
  high = 0;
  readonly #contents: Contents;
  readonly #resolver: ExternResolver | undefined;
  readonly #slots: JumpSlots | undefined;
  /** The addresses of the externs met so far, by number, and their offsets from the base. */
  readonly #externs: Address[] = [];
  readonly #externOffsets: number[] = [];
  readonly #baseLow: number;
  readonly #baseHigh: number;
  /** The sum of the terms since the last field, modulo 2⁶⁴. */
  #sumLow = 0;
  #sumHigh = 0;

  constructor(
    contents: Contents,
    resolver: ExternResolver | undefined,
    base: Address,
    slots: JumpSlots | undefined,
  ) {
    this.#contents = contents;
    this.#resolver = resolver;
    this.#slots = slots;
    this.#baseLow = lowHalf(base) >>> 0;
    this.#baseHigh = highHalf(base);
  }

  /** Puts the address of a final offset, or of −1 − the index of an address, into `low` and `high`. */
  put(final: number): void {
    if (final >= 0) {
      const sum = this.#baseLow + final;
      this.low = sum | 0;
      this.high = (this.#baseHigh + (sum >= 2 ** 32 ? 1 : 0)) | 0;
    } else {
      const { addresses } = this.#contents.labels;
      this.low = addresses[(-1 - final) * 2]!;
      this.high = addresses[(-1 - final) * 2 + 1]!;
    }
  }

  /**
   * For the record at `r` of a section: the distance from the offset `here` of a label that is set to an
   * address. `final`: −1 − the index of the address.
   */
  distance(section: Section, r: number, here: number, final: number): number {
    this.put(final);
    const { records, view } = section;
    const distance = this.#offset() - here;
    if (this.#isNear(distance)) return distance | 0;
    const slot = this.#slotOf(view, records[r + Record.END]!);
    if (slot !== undefined) return slot - here;
    return this.#failReach(here, records[r]! >>> Record.OFFSET_SHIFT, records[r + Record.VALUE]!);
  }

  /** Adds an address, see `put`, to the sum. */
  add(final: number): void {
    this.put(final);
    this.#addToSum();
  }

  /** Subtracts an address, see `put`, from the sum. */
  subtract(final: number): void {
    this.put(final);
    this.#subtractFromSum();
  }

  /** Adds the address of an extern to the sum. `offset`: of the action. */
  addExtern(number: number, offset: number): void {
    this.#take(this.#externAddress(number, offset));
    this.#addToSum();
  }

  subtractExtern(number: number, offset: number): void {
    this.#take(this.#externAddress(number, offset));
    this.#subtractFromSum();
  }

  /**
   * Writes the sum into the field of the FIELD record at `r` of a section; the next sum begins with 0.
   * `here`: the offset in the code behind the field.
   */
  writeSum(section: Section, r: number, here: number): void {
    const { records, view } = section;
    const inline = records[r + Record.VALUE]!;
    const end = records[r + Record.END]!;
    const isRelative = (inline & Field.RELATIVE) !== 0;
    if (isRelative) this.subtract(here + (inline >> Field.TRAILING_SHIFT));
    const low = this.#sumLow;
    // On x86 distances wrap around at 2³²; other sums are those of the numbers.
    const high = isRelative && !this.#contents.is64Bit ? low >> 31 : this.#sumHigh;
    this.#sumLow = 0;
    this.#sumHigh = 0;
    const bytes = Field.bytesOf(inline);
    if (bytes === 8) {
      view.setInt32(end - 8, low, true);
      view.setInt32(end - 4, high, true);
      return;
    }
    const isSigned = isRelative || (inline & Field.SIGNED) !== 0;
    if (!fits(low, high, bytes, isSigned) && (bytes < 4 || this.#contents.is64Bit)) {
      const slot = isRelative && bytes === 4 ? this.#slotOfDistance(view, end, here, low, high) : undefined;
      if (slot === undefined) this.#failSum(section, r, inline, low, high);
      else view.setInt32(end - 4, slot - here, true);
      return;
    }
    if (bytes === 4) view.setInt32(end - 4, low, true);
    else if (bytes === 2) view.setInt16(end - 2, low, true);
    else view.setInt8(end - 1, low);
  }

  /** The 32-bit field of the EXTERN record at `r` of a section. */
  extern(section: Section, r: number, here: number): number {
    const { list, is64Bit } = this.#contents;
    const { records, view } = section;
    const offset = records[r]! >>> Record.OFFSET_SHIFT;
    const number = records[r + Record.VALUE]!;
    const address = this.#externAddress(number, offset);
    const isRelative = list.actions[offset + 1] === 1;
    const distance = (this.#externOffsets[number] ?? 0) - here;
    if (isRelative && this.#isNear(distance)) return distance | 0;
    this.#take(address);
    if (isRelative) {
      const slot = this.#slotOf(view, records[r + Record.END]!);
      return slot === undefined ? this.#failReach(here, offset, 0) : slot - here;
    }
    const { low, high } = this;
    const fits = low >= 0 ? high === 0 : high === -1 || (high === 0 && !list.chunks.isSigned(offset));
    if (is64Bit && !fits) this.#failReference(offset, 0, 'does not fit a 32-bit field');
    return low;
  }

  /** The address of an extern, which is asked for once. */
  #externAddress(number: number, offset: number): Address {
    let address = this.#externs[number];
    if (address === undefined) {
      address = this.#resolve(number, offset);
      this.#externs[number] = address;
      this.#take(address);
      this.#externOffsets[number] = this.#offset();
    }
    return address;
  }

  #resolve(number: number, offset: number): Address {
    const contents = this.#contents;
    const address = this.#resolver?.(contents.list.externs[number], number);
    if (isAddress(address, contents.is64Bit)) return address;
    const name = externName(contents, number);
    let text = `${name}: ${show(address)} is not an address`;
    if (address === undefined) text = `${name} has no address`;
    if (address instanceof InvalidValue) text = `${name} has no address: ${address.reason}`;
    throw actionError(contents, Status.UNDEF_EXT | number, text, offset);
  }

  #addToSum(): void {
    const low = (this.#sumLow >>> 0) + (this.low >>> 0);
    this.#sumLow = low | 0;
    this.#sumHigh = (this.#sumHigh + this.high + (low >= 2 ** 32 ? 1 : 0)) | 0;
  }

  #subtractFromSum(): void {
    const low = (this.#sumLow >>> 0) - (this.low >>> 0);
    this.#sumLow = low | 0;
    this.#sumHigh = (this.#sumHigh - this.high - (low < 0 ? 1 : 0)) | 0;
  }

  #take(address: Address): void {
    this.low = lowHalf(address);
    this.high = highHalf(address);
  }

  /**
   * The offset of the address in `low` and `high` from the base. It is exact as far as 32-bit distances
   * reach.
   */
  #offset(): number {
    const difference = (this.low >>> 0) - this.#baseLow;
    return ((this.high - this.#baseHigh - (difference < 0 ? 1 : 0)) | 0) * 2 ** 32 + (difference >>> 0);
  }

  /** Does the distance fit its field? On x86 every address is in reach. */
  #isNear(distance: number): boolean {
    return distance === (distance | 0) || !this.#contents.is64Bit;
  }

  /**
   * The offset of the jump slot for the address in `low` and `high`, if the field that ends at `end` of the
   * section is a branch's, and the caller has slots.
   */
  #slotOf(code: DataView, end: number): number | undefined {
    return this.#slots?.offsetOf(code, end, this.low, this.high);
  }

  /** The same for a distance, in halves, from the offset `here`. */
  #slotOfDistance(code: DataView, end: number, here: number, low: number, high: number): number | undefined {
    this.put(here);
    const sum = (this.low >>> 0) + (low >>> 0);
    this.high = (this.high + high + (sum >= 2 ** 32 ? 1 : 0)) | 0;
    this.low = sum | 0;
    return this.#slotOf(code, end);
  }

  /** The sum that the FIELD record at `r` stands for does not fit its field. */
  #failSum(section: Section, r: number, inline: number, low: number, high: number): never {
    const contents = this.#contents;
    const offset = section.records[r]! >>> Record.OFFSET_SHIFT;
    const bits = Field.bytesOf(inline) * 8;
    const value = BigInt.asIntN(64, joinHalves(low, high));
    const sum = describeSum(contents, section, r);
    let text = `${sum} is ${value}, which does not fit ${bits} bits`;
    if ((inline & Field.RELATIVE) !== 0) {
      text = `${sum} is ${value} bytes away, out of reach of ${bits === 8 ? 'an' : 'a'} ${bits}-bit distance`;
    } else if ((inline & Field.SIGNED) !== 0) {
      const address = hexadecimal(joinHalves(low, high));
      const way = 'load it first, `lea rcx, [label]`, then write `[rcx+rax*8]`';
      text = isAddressSum(contents, section, r)
        ? `${sum}, at ${address}, does not fit 32 bits beside a register: ${way}`
        : `${text} that the processor sign-extends`;
    }
    throw actionError(contents, Status.RANGE_REL | offset, text, offset);
  }

  /** The address in `low` and `high` is too far from the offset `here`. */
  #failReach(here: number, offset: number, instance: number): never {
    const sum = this.#baseLow + here;
    const from = hexadecimal(joinHalves(sum | 0, this.#baseHigh + (sum >= 2 ** 32 ? 1 : 0)));
    const hint = '`mov64 r11, address` and `call r11` (or `jmp r11`) reach any address';
    this.#failReference(offset, instance, `is out of reach of a 32-bit distance from ${from}; ${hint}`);
  }

  /** The address in `low` and `high`, to which the action at `offset` refers, does not fit. */
  #failReference(offset: number, instance: number, problem: string): never {
    const contents = this.#contents;
    const address = hexadecimal(joinHalves(this.low, this.high));
    const text = `${describeReference(contents, offset, instance)}, at ${address}, ${problem}`;
    throw actionError(contents, Status.RANGE_REL | offset, text, offset);
  }
}

/**
 * Does a value, in halves, fit a field of 1, 2 or 4 bytes? If the field is not signed, it may be signed or
 * unsigned.
 */
function fits(low: number, high: number, bytes: number, isSigned: boolean): boolean {
  if (high !== low >> 31) return !isSigned && bytes === 4 && high === 0;
  if (bytes === 4) return true;
  const limit = 2 ** (8 * bytes - 1);
  return low >= -limit && low < (isSigned ? limit : 2 * limit);
}
