/**
 * The memory for all code of this thread. `allocate` takes a size and returns a `Space`; the spaces of many
 * builds share pages.
 *
 * Segments double in size, so that a program with much code has few of them. One that is empty is kept for
 * the next build; if there is one already, it goes back to the system.
 */
import { CollectionWatch } from './collection.ts';
import { atThreadEnd } from './lifetime.ts';
import type { Pages } from './pages.ts';
import { allocatePages } from './systempages.ts';
import { GRANULE, CodeSegment } from './codesegment.ts';

const FIRST_SIZE = 2 ** 18;
const MAX_SIZE = 2 ** 24;

const segments: CodeSegment[] = [];
/** Bytes in all segments that are in use. */
let used = 0;
const watch = new CollectionWatch();

/** What wants to know where code is. */
export interface SegmentWatcher {
  added(pages: Pages): void;
  removed(pages: Pages): void;
}

let watcher: SegmentWatcher | undefined;

/** From now on `next` is told of all segments, also of those that there are. */
export function watchSegments(next: SegmentWatcher): void {
  watcher = next;
  for (const { pages } of segments) next.added(pages);
}

// Nothing else gives the memory of a worker back when it ends.
atThreadEnd(() => {
  for (const segment of segments.splice(0)) release(segment);
});

function release({ pages }: CodeSegment): void {
  watcher?.removed(pages);
  pages.release();
}

/** Memory for the code of one build. */
export class Space {
  readonly segment: CodeSegment;
  /** In the segment. */
  readonly offset: number;
  /** The address where the code runs, a multiple of the alignment that was asked for. */
  readonly base: number;
  /** What is to be done before the memory is given back. It must not refer to what holds the space. */
  beforeFree: (() => void) | undefined;

  constructor(segment: CodeSegment, offset: number, alignment: number) {
    this.segment = segment;
    this.offset = offset;
    this.base = Math.ceil((segment.base + offset) / alignment) * alignment;
  }

  get address(): bigint {
    return BigInt(this.base);
  }

  /** Writes code of at most the size that the space was allocated for. */
  write(code: Uint8Array): void {
    this.segment.write(this.offset, this.#start, code);
  }

  /** Whether an address lies in the space. */
  contains(address: number): boolean {
    const { segment, offset } = this;
    const start = segment.base + offset;
    return start <= address && address < start + segment.sizeAt(offset);
  }

  /** A copy of the first bytes. */
  read(size: number): Uint8Array {
    return this.segment.pages.bytes.slice(this.#start, this.#start + size);
  }

  /** Where the code begins in the segment. */
  get #start(): number {
    return this.base - this.segment.base;
  }

  /** Gives the memory back; to be called once. */
  free(): void {
    const { segment } = this;
    this.beforeFree?.();
    // At the end of a worker all segments are released at once.
    if (!segments.includes(segment)) return;
    used -= segment.sizeAt(this.offset);
    watch.shrunk(used);
    segment.free(this.offset);
    if (!segment.isEmpty) return;
    const isSpare =
      segment.pages.size <= MAX_SIZE && !segments.some(each => each !== segment && each.isEmpty);
    if (isSpare) return;
    segments.splice(segments.indexOf(segment), 1);
    release(segment);
  }
}

/**
 * @param size of the code in bytes, from 0 on
 * @param alignment of its first byte, a power of two
 * @throws {MemoryError} if the system does not give memory
 */
export function allocate(size: number, alignment = 1): Space {
  const room = size + Math.max(0, alignment - GRANULE);
  // The largest segment comes last, and has most room.
  for (let index = segments.length - 1; index >= 0; index--) {
    const segment = segments[index]!;
    const offset = segment.suits(room) ? segment.allocate(room) : -1;
    if (offset >= 0) return take(segment, offset, alignment);
  }
  watch.growing(used);
  const last = segments.at(-1)?.pages.size ?? 0;
  const wanted = Math.min(Math.max(FIRST_SIZE, 2 * last), MAX_SIZE);
  const segment = new CodeSegment(allocatePages(Math.max(wanted, room + 1)));
  // One larger than others serves a single build.
  if (segment.pages.size > MAX_SIZE) segments.unshift(segment);
  else segments.push(segment);
  watcher?.added(segment.pages);
  return take(segment, segment.allocate(room), alignment);
}

function take(segment: CodeSegment, offset: number, alignment: number): Space {
  used += segment.sizeAt(offset);
  return new Space(segment, offset, alignment);
}

/** The segment that an address lies in, and the offset of the space in use there. */
export function findSpace(address: bigint | number): { segment: CodeSegment; offset: number } | undefined {
  const at = Number(address);
  for (const segment of segments) {
    const offset = at - segment.base;
    if (offset < 0 || offset >= segment.pages.size) continue;
    const start = segment.startOf(offset);
    return start < 0 ? undefined : { segment, offset: start };
  }
  return undefined;
}

/** Bytes that code takes, and bytes that the system has given. */
export function statistics(): { readonly used: number; readonly mapped: number } {
  return { used, mapped: segments.reduce((sum, { pages }) => sum + pages.size, 0) };
}
