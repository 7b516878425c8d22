/** The allocator of memory for code: random sequences against a plain list of what is in use. */
import { expect, test } from '@jest/globals';
import { CodeSegment, TRAP } from '../../src/exec/memory/codesegment.ts';
import type { Pages } from '../../src/exec/memory/pages.ts';
import { randomNumbers } from '../seededrandom.ts';

/** Memory that is not the system's. */
function plainPages(size: number): Pages {
  const bytes = new Uint8Array(size);
  return {
    address: 0x7000_0000n,
    size,
    mappings: [],
    bytes,
    write(start, end, change) {
      expect(0 <= start && start <= end && end <= size).toBe(true);
      change();
    },
    release() {
      throw new Error('not asked for');
    },
  };
}

interface Used {
  readonly offset: number;
  readonly size: number;
  readonly value: number;
}

const seed = Number(process.env['SEGMENT_SEED'] ?? Date.now() % 2 ** 31);

test(`spaces do not overlap, keep their bytes, and come back whole (SEGMENT_SEED=${seed})`, () => {
  const random = randomNumbers(seed);
  for (const [size, largest] of [
    [4096, 300],
    [65_536, 40],
    [2 ** 20, 100_000],
  ] as const) {
    const pages = plainPages(size);
    const segment = new CodeSegment(pages);
    let used: Used[] = [];
    for (let round = 0; round < 3000; round++) {
      if (random(100) < (round % 1000 < 500 ? 60 : 40)) {
        const length = random(largest);
        const offset = segment.allocate(length);
        if (offset < 0) continue;
        const value = 1 + random(200);
        expect(offset % 16).toBe(0);
        const space = segment.sizeAt(offset);
        expect(space).toBeGreaterThan(length);
        expect(space - length).toBeLessThanOrEqual(16);
        for (const other of used) {
          const isApart = offset + space <= other.offset || other.offset + other.size < offset;
          if (!isApart) expect({ offset, space, other }).toBe('apart');
        }
        segment.write(offset, offset, new Uint8Array(length).fill(value));
        used.push({ offset, size: length, value });
      } else if (used.length > 0) {
        const index = random(used.length);
        const [gone] = used.splice(index, 1);
        if (gone === undefined) continue;
        const space = segment.sizeAt(gone.offset);
        segment.free(gone.offset);
        expect(pages.bytes.subarray(gone.offset, gone.offset + space).every(byte => byte === TRAP)).toBe(
          true,
        );
        expect(segment.startOf(gone.offset)).toBe(-1);
      }
    }
    for (const { offset, size: length, value } of used) {
      expect(pages.bytes.subarray(offset, offset + length).every(byte => byte === value)).toBe(true);
      expect(pages.bytes[offset + length]).toBe(TRAP);
      if (length > 0) expect(segment.startOf(offset + length - 1)).toBe(offset);
    }
    for (const { offset } of used) segment.free(offset);
    used = [];
    expect(segment.isEmpty).toBe(true);
    // All neighbours have become one.
    expect(segment.allocate(size - 1)).toBe(0);
    expect(segment.allocate(0)).toBe(-1);
  }
});

test('a segment of 200 MB has larger granules, which small code does not suit', () => {
  const size = 200 * 2 ** 20;
  const segment = new CodeSegment(plainPages(size));
  expect(segment.suits(100)).toBe(false);
  expect(segment.allocate(size - 1)).toBe(0);
  expect(segment.sizeAt(0)).toBe(size);
});
