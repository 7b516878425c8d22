/**
 * A segment: pages that are cut into spaces for code. `allocate` takes a size and returns an offset; `free`
 * takes the offset. Both take constant time, whatever is in use, and free neighbours become one.
 *
 * A space consists of granules. It has at least one byte more than its code, which traps where it is
 * executed; so does whatever has been freed. Free spaces are in bins by size, as in "TLSF: a new dynamic
 * memory allocator for real-time systems" (Masmano et al., 2004): a bin for each size below 32 granules, then
 * 8 for each power of two.
 */
import { hostArch } from '../process.ts';
import type { Pages } from './pages.ts';

/** What traps: on x86 `int3`, a breakpoint; on ARM64 `udf #0`, whose four bytes are 0. */
export const TRAP = hostArch === 'arm64' ? 0 : 0xcc;
/** The smallest granule in bytes, and the alignment of every space. */
export const GRANULE = 16;
/** A segment has at most so many granules, of which larger ones are larger. */
const MAX_GRANULES = 2 ** 20;

/** Sizes below it have a bin each. */
const EXACT = 32;
const EXACT_BITS = 5;
/** Bins for each power of two, as a number of bits. */
const FRACTION_BITS = 3;
const BINS = EXACT + (31 - EXACT_BITS) * (1 << FRACTION_BITS);
const NONE = -1;

/** From this length on a call of `set` or `fill` is faster than a loop. */
const LONG_RUN = 192;

export class CodeSegment {
  readonly pages: Pages;
  /** The address of the pages; exact, as addresses have less than 53 bits. */
  readonly base: number;
  /** In bytes. */
  readonly #granule: number;
  /** Number of granules. */
  readonly #count: number;
  /** At the first granule of a space: its size in granules, negative if it is free. Elsewhere 0. */
  readonly #sizes: Int32Array;
  /** At the last granule of a free space: its size. Elsewhere 0. */
  readonly #freeEnds: Int32Array;
  /** At the first granule of a free space: its neighbours in the bin. */
  readonly #next: Int32Array;
  readonly #previous: Int32Array;
  /** The first free space of each bin. */
  readonly #bins = new Int32Array(BINS).fill(NONE);
  /** A bit for each bin that is not empty. */
  readonly #occupied = new Int32Array((BINS + 31) >> 5);
  #used = 0;

  constructor(pages: Pages) {
    this.pages = pages;
    this.base = Number(pages.address);
    let granule = GRANULE;
    while (pages.size / granule > MAX_GRANULES) granule *= 2;
    this.#granule = granule;
    this.#count = Math.floor(pages.size / granule);
    this.#sizes = new Int32Array(this.#count);
    this.#freeEnds = new Int32Array(this.#count);
    this.#next = new Int32Array(this.#count);
    this.#previous = new Int32Array(this.#count);
    this.#insert(0, this.#count);
  }

  /** Whether nothing is in use. */
  get isEmpty(): boolean {
    return this.#used === 0;
  }

  /** Whether spaces of this size, in bytes, waste little here. */
  suits(size: number): boolean {
    return this.#granule === GRANULE || size >= 8 * this.#granule;
  }

  /**
   * Takes space for code of so many bytes, and returns its offset; −1 if there is none. The trap behind the
   * code is the caller's to write.
   */
  allocate(size: number): number {
    const count = Math.floor(size / this.#granule) + 1;
    const start = this.#find(count);
    if (start === NONE) return NONE;
    const found = -this.#sizes[start]!;
    this.#remove(start, found);
    if (found > count) this.#insert(start + count, found - count);
    this.#sizes[start] = count;
    this.#used += count;
    return start * this.#granule;
  }

  /** Size in bytes of the space at `offset`, which `allocate` has returned. */
  sizeAt(offset: number): number {
    return this.#sizes[offset / this.#granule]! * this.#granule;
  }

  /** Gives back the space at `offset`, and fills it. */
  free(offset: number): void {
    const end = offset + this.sizeAt(offset);
    this.pages.write(offset, end, () => {
      fill(this.pages.bytes, offset, end);
    });
    let start = offset / this.#granule;
    let count = this.#sizes[start]!;
    this.#used -= count;
    this.#sizes[start] = 0;
    const following = start + count < this.#count ? this.#sizes[start + count]! : 0;
    if (following < 0) {
      this.#remove(start + count, -following);
      count -= following;
    }
    const before = start > 0 ? this.#freeEnds[start - 1]! : 0;
    if (before > 0) {
      start -= before;
      this.#remove(start, before);
      count += before;
    }
    this.#insert(start, count);
  }

  /** Writes code at `start`, in the space at `offset`, and traps around it. */
  write(offset: number, start: number, code: Uint8Array): void {
    const end = offset + this.sizeAt(offset);
    const { bytes } = this.pages;
    this.pages.write(offset, end, () => {
      fill(bytes, offset, start);
      if (code.length > LONG_RUN) bytes.set(code, start);
      else for (let i = 0; i < code.length; i++) bytes[start + i] = code[i]!;
      fill(bytes, start + code.length, end);
    });
  }

  /** Where the space in use that `offset` lies in begins; −1 if it lies in none. */
  startOf(offset: number): number {
    let granule = Math.floor(offset / this.#granule);
    while (this.#sizes[granule] === 0) granule--;
    return this.#sizes[granule]! > 0 ? granule * this.#granule : NONE;
  }

  /** The first granule of a free space of at least `count` granules. */
  #find(count: number): number {
    // All spaces in the bins from here on are large enough.
    const first = binOf(count < EXACT ? count : count + (1 << (31 - Math.clz32(count) - FRACTION_BITS)) - 1);
    for (let word = first >> 5; word < this.#occupied.length; word++) {
      const bits = this.#occupied[word]! & (word === first >> 5 ? -1 << (first & 31) : -1);
      if (bits !== 0) return this.#bins[word * 32 + 31 - Math.clz32(bits & -bits)]!;
    }
    // Perhaps one of the bin of `count` itself is.
    let start = this.#bins[binOf(count)]!;
    while (start !== NONE && -this.#sizes[start]! < count) start = this.#next[start]!;
    return start;
  }

  #insert(start: number, count: number): void {
    const bin = binOf(count);
    const next = this.#bins[bin]!;
    this.#sizes[start] = -count;
    this.#freeEnds[start + count - 1] = count;
    this.#next[start] = next;
    this.#previous[start] = NONE;
    if (next !== NONE) this.#previous[next] = start;
    this.#bins[bin] = start;
    this.#occupied[bin >> 5]! |= 1 << (bin & 31);
  }

  #remove(start: number, count: number): void {
    const bin = binOf(count);
    const next = this.#next[start]!;
    const previous = this.#previous[start]!;
    this.#sizes[start] = 0;
    this.#freeEnds[start + count - 1] = 0;
    if (next !== NONE) this.#previous[next] = previous;
    if (previous !== NONE) this.#next[previous] = next;
    else {
      this.#bins[bin] = next;
      if (next === NONE) this.#occupied[bin >> 5]! &= ~(1 << (bin & 31));
    }
  }
}

function fill(bytes: Uint8Array, start: number, end: number): void {
  if (end - start > LONG_RUN) bytes.fill(TRAP, start, end);
  else for (let i = start; i < end; i++) bytes[i] = TRAP;
}

/** The bin of free spaces of so many granules. */
function binOf(count: number): number {
  if (count < EXACT) return count;
  const bits = 31 - Math.clz32(count);
  const fraction = (count >> (bits - FRACTION_BITS)) & ((1 << FRACTION_BITS) - 1);
  return EXACT + ((bits - EXACT_BITS) << FRACTION_BITS) + fraction;
}
