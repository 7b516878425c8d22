/** Runs `.dast` files that were translated for the platform when this was bundled. */
import { expect, test } from '@jest/globals';
import { is64Bit, testIf } from '../exec/host.ts';

test('functions for every platform', async () => {
  const { calls, squares, largest, choose, six, mixed } =
    await import('../../fixtures/programs/portable.dast');
  expect(squares(10n)).toBe(385n);
  expect(calls).toEqual([10n, 9n, 8n, 7n, 6n, 5n, 4n, 3n, 2n, 1n]);
  const values = Int32Array.of(3, -7, 2_000_000_000, 5, -(2 ** 31));
  expect([1, 2, 3, 5].map(count => largest(values, count))).toEqual([3, 3, 2_000_000_000, 2_000_000_000]);
  expect(largest(values.subarray(4), 1)).toBe(-(2 ** 31));
  expect([0, 1, 2, 3].map(index => choose(index))).toEqual([10, 11, 12, 13]);
  expect(six(1, 2, 3, 4, 5, 6)).toBe(123_456);
  expect(mixed(-2, 0.5)).toBe(-1.5);
});

testIf(is64Bit, 'they are code for 64 bits')('the examples', async () => {
  const { multiply } = await import('../../examples/multiply.dast');
  expect(multiply(6, -7)).toBe(-42);
  const { functions } = await import('../../examples/funcs.dast');
  const found: readonly ((a: number, b: number) => number)[] = Object.values(functions);
  expect(found.map(f => f(3, 5))).toEqual([8, 15, 2, 243]);
});
