/**
 * Immediates of ARM64: all that there are, and values beside them, compared with tables that are made by
 * decoding (arm64modelimmediate.ts).
 */
import { expect, test } from '@jest/globals';
import {
  bitMaskBits,
  byteMaskBits,
  float8Bits,
  mov32Bits,
  mov64Bits,
  NONE,
} from '../../src/encoder/format/arm64/arm64immediate.ts';
import { randomNumbers } from '../seededrandom.ts';
import { BIT_MASKS, byteMask, FLOATS, moveBits, splitBits, twice } from './arm64modelimmediate.ts';

const seed = Number(process.env['DYNASM_SEED'] || Math.floor(Math.random() * 2 ** 31));
const replay = `replay: DYNASM_SEED=${seed} npm test -- test/encoder/arm64immediate`;

const halves = (value: bigint): readonly [low: number, high: number] => [
  Number(BigInt.asIntN(32, value)),
  Number(BigInt.asIntN(32, value >> 32n)),
];
const signed = (bits: bigint | undefined): number =>
  bits === undefined ? NONE : Number(BigInt.asIntN(32, bits));

/** All logical immediates, the same with a bit changed, and random values. */
function values(): ReadonlySet<bigint> {
  const random = randomNumbers(seed);
  const all = new Set<bigint>([0n, (1n << 64n) - 1n]);
  for (const mask of BIT_MASKS.keys()) {
    all.add(mask);
    all.add(mask ^ (1n << BigInt(random(64))));
    all.add(twice(BigInt(random(2 ** 16)) << BigInt(random(17))));
    all.add(BigInt.asUintN(64, BigInt(random(2 ** 32)) << BigInt(random(64))));
    all.add(BigInt.asUintN(64, ~(BigInt(random(2 ** 16)) << BigInt(16 * random(4)))));
  }
  return all;
}

test('logical immediates, and what one `mov` loads', () => {
  expect(BIT_MASKS.size).toBe(5334);
  const failures: string[] = [];
  for (const value of values()) {
    const [low, high] = halves(value);
    const mask = BIT_MASKS.get(value);
    const mask32 = BIT_MASKS.get(twice(value));
    const ok =
      bitMaskBits(low, high) === signed(mask === undefined ? undefined : mask << 10n) &&
      bitMaskBits(low, low) === signed(mask32 === undefined ? undefined : mask32 << 10n) &&
      mov64Bits(low, high) === signed(moveBits(value, 64)) &&
      mov32Bits(low) === signed(moveBits(value, 32));
    if (!ok) failures.push(`${value.toString(16)}; ${replay}`);
  }
  expect(failures).toEqual([]);
});

test('floating-point immediates and byte masks', () => {
  expect(FLOATS.size).toBe(256);
  for (const [value, bits] of FLOATS) {
    expect(float8Bits(value, false)).toBe(signed(bits << 13n));
    expect(float8Bits(value, true)).toBe(signed(splitBits(bits)));
  }
  for (const value of [0, -0, 0.1, 1 / 16, 32, 31.5, 1.03125, NaN, Infinity, 1e300, 5e-324]) {
    expect([value, float8Bits(value, false)]).toEqual([value, NONE]);
  }
  for (let bits = 0n; bits < 256n; bits++) {
    const value = BigInt(
      `0x${Array.from(bits.toString(2).padStart(8, '0'), bit => (bit === '1' ? 'ff' : '00')).join('')}`,
    );
    expect(byteMaskBits(...halves(value))).toBe(signed(splitBits(bits)));
    expect(byteMask(value)).toBe(bits);
    expect(byteMaskBits(...halves(value ^ 0x100n))).toBe(NONE);
  }
});
