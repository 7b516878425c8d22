/**
 * What encode does with the records of a section: it fills in distances and addresses in the section's
 * buffer, and copies the code, without what link takes out of it. `Encoder` has what all architectures share:
 * sums and differences of 64-bit addresses in halves, externs, copying; a class for each goes through the
 * records.
 */
import { type Address, hexadecimal, highHalf, isAddress, joinHalves, lowHalf } from './address.ts';
import type { Contents } from './contents.ts';
import { actionError, externName } from './failures.ts';
import * as Record from './format/record.ts';
import { Status, show } from './format/status.ts';
import * as Instance from './instance.ts';
import type { Section } from './section.ts';
import { InvalidValue } from './value.ts';

/**
 * Returns the address of an extern; undefined if it has none. `name` is undefined where the list has no
 * names.
 */
export type ExternResolver = (name: string | undefined, index: number) => Address | InvalidValue | undefined;

/** Where branches go whose targets are out of reach. */
export interface BranchSlots {
  /**
   * The offset in the code of the slot for an address, in halves, if the field that ends at `end` of `code`
   * is that of a branch which can reach a slot.
   */
  offsetOf(code: DataView, end: number, low: number, high: number): number | undefined;
}

/** What encode needs besides the contents. */
export interface Surroundings {
  /** Addresses of the global labels by index. */
  readonly globals: (Address | undefined)[];
  readonly resolver: ExternResolver | undefined;
  /** Where the sections start before shortening, see `linkSections`. */
  readonly starts: Int32Array;
  /** A section to put the code together in. */
  readonly scratch: Section;
  /** Undefined: branches whose targets are out of reach are errors. */
  readonly slots: BranchSlots | undefined;
}

interface Extern {
  readonly address: Address;
  /** From the base, see `Encoder.offset`. */
  offset: number;
}

/**
 * Encodes the sections of a state. A list keeps its encoder for the next state: small programs are encoded in
 * less time than it takes to make one.
 */
export abstract class Encoder {
  // `start` sets what is declared here.

  /** What `put` has found. */
  low = 0;
  high = 0;
  /** Pairs: index of a global label that is defined, its instance. */
  defined: number[] | undefined = undefined;
  declare protected contents: Contents;
  declare protected scratch: Section;
  declare protected slots: BranchSlots | undefined;
  /** It may lead to the state, so that it must not stay here. */
  resolver: ExternResolver | undefined = undefined;
  /** The externs met so far, by number. */
  #externs: Extern[] | undefined = undefined;
  #baseLow = 0;
  #baseHigh = 0;
  /** The sum of the terms since the last field, modulo 2⁶⁴. */
  #sumLow = 0;
  #sumHigh = 0;

  /** Begins to encode for a base address. */
  start(contents: Contents, { resolver, scratch, slots }: Surroundings, base: Address): void {
    this.contents = contents;
    this.scratch = scratch;
    this.slots = slots;
    this.resolver = resolver;
    this.defined = undefined;
    this.#externs = undefined;
    this.#baseLow = lowHalf(base) >>> 0;
    this.#baseHigh = highHalf(base);
  }

  /**
   * Encodes a section, which starts at `start` of the code before shortening. `shift` is what link has
   * changed offsets by up to there; returns the same for its end.
   */
  abstract encodeSection(section: Section, start: number, shift: number): number;

  /** Puts the address of a final offset, or of −1 − the index of an address, into `low` and `high`. */
  put(final: number): void {
    if (final >= 0) {
      const sum = this.#baseLow + final;
      this.low = sum | 0;
      this.high = (this.#baseHigh + (sum >= 2 ** 32 ? 1 : 0)) | 0;
    } else {
      const { addresses } = this.contents.labels;
      this.low = addresses[(-1 - final) * 2]!;
      this.high = addresses[(-1 - final) * 2 + 1]!;
    }
  }

  /**
   * The offset of the address in `low` and `high` from the base. It is exact as far as 32-bit distances
   * reach.
   */
  protected offset(): number {
    const difference = (this.low >>> 0) - this.#baseLow;
    return ((this.high - this.#baseHigh - (difference < 0 ? 1 : 0)) | 0) * 2 ** 32 + (difference >>> 0);
  }

  /** Puts the address of an extern into `low` and `high`. */
  protected putExtern(number: number): void {
    const { address } = this.#externs![number]!;
    this.low = lowHalf(address);
    this.high = highHalf(address);
  }

  /** The offset of an extern, see `offset`. It is asked for once. `offset`: of the action. */
  protected externOffset(number: number, offset: number): number {
    const externs = (this.#externs ??= []);
    const known = externs[number];
    if (known !== undefined) return known.offset;
    const extern: Extern = { address: this.#resolve(number, offset), offset: 0 };
    externs[number] = extern;
    this.putExtern(number);
    return (extern.offset = this.offset());
  }

  #resolve(number: number, offset: number): Address {
    const { contents } = this;
    const address = this.resolver?.(contents.list.externs[number], number);
    if (isAddress(address, contents.is64Bit)) return address;
    const name = externName(contents, number);
    let text = `${name}: ${show(address)} is not an address`;
    if (address === undefined) text = `${name} has no address`;
    if (address instanceof InvalidValue) text = `${name} has no address: ${address.reason}`;
    throw actionError(contents, Status.UNDEF_EXT | number, text, offset);
  }

  /** Adds a term to the sum, or subtracts it. `kind`, `value`: of its record; `offset`: of its action. */
  protected term(kind: number, value: number, offset: number): void {
    if (kind >= Record.ADD_EXTERN) {
      this.externOffset(value, offset);
      this.putExtern(value);
    } else this.put(this.contents.labels.instances[value + Instance.FINAL]!);
    if (kind === Record.ADD || kind === Record.ADD_EXTERN) this.add();
    else this.subtract();
  }

  /** Adds what is in `low` and `high` to the sum. */
  protected add(): void {
    const low = (this.#sumLow >>> 0) + (this.low >>> 0);
    this.#sumLow = low | 0;
    this.#sumHigh = (this.#sumHigh + this.high + (low >= 2 ** 32 ? 1 : 0)) | 0;
  }

  /** Subtracts what is in `low` and `high` from the sum. */
  protected subtract(): void {
    const low = (this.#sumLow >>> 0) - (this.low >>> 0);
    this.#sumLow = low | 0;
    this.#sumHigh = (this.#sumHigh - this.high - (low < 0 ? 1 : 0)) | 0;
  }

  /** Takes the sum into `low` and `high`; the next one begins with 0. */
  protected takeSum(): void {
    this.low = this.#sumLow;
    this.high = this.#sumHigh;
    this.#sumLow = 0;
    this.#sumHigh = 0;
  }

  /** The address in `low` and `high`, in hexadecimal. */
  protected get address(): string {
    return hexadecimal(joinHalves(this.low, this.high));
  }

  /** What the action at `offset` refers to, and its address, which is in `low` and `high`. */
  protected describe(offset: number, instance: number): string {
    return `${this.describeReference(offset, instance)}, at ${this.address},`;
  }

  /**
   * What the action at `offset` refers to, in words; for a term that is a number, its value. `instance`: of
   * the label or address.
   */
  protected abstract describeReference(offset: number, instance: number): string;

  /** The terms of the sum that the record at `r` of a section writes, in words. */
  protected describeSum({ records }: Section, r: number): string {
    let text = '';
    for (let each = r - Record.WORDS; each >= 0; each -= Record.WORDS) {
      const word = records[each]!;
      const kind = word & Record.KIND_MASK;
      if (!isTerm(kind)) break;
      const sign = kind === Record.ADD || kind === Record.ADD_EXTERN ? '+' : '−';
      const term = this.describeReference(word >>> Record.OFFSET_SHIFT, records[each + Record.VALUE]!);
      text = ` ${sign} ${term}${text}`;
    }
    return text.replace(/^ \+ | /, '') || 'an empty sum';
  }
}

/** The number that is a term of a sum. `instance`: the address that has it. */
export function describeNumber({ labels }: Contents, instance: number): string {
  const index = (-1 - labels.instances[instance]!) * 2;
  const value = joinHalves(labels.addresses[index]!, labels.addresses[index + 1]!);
  return String(BigInt.asIntN(64, value));
}

/** Is it the record of a term? */
export function isTerm(kind: number): boolean {
  return kind >= Record.ADD && kind <= Record.SUBTRACT_EXTERN;
}

/** From this length on a call of `set` is faster than a loop. */
export const LONG_RUN = 192;

/**
 * Copies the bytes `from`…`to` of a section. It may write up to 15 bytes more: most runs are shorter than 16
 * bytes, and a processor predicts a loop that ends after one round.
 */
export function copy(source: Section, from: number, to: number, target: Section, at: number): void {
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
