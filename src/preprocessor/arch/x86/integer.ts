/**
 * Integer literals of operands. In: text of an operand. Out: a number, or undefined where the text is an expression.
 */
import { StatementError } from '../../diagnostic/error.ts';
import { luaNumber } from '../../text/luanumber.ts';
import type { Slice } from '../../text/slice.ts';

/**
 * An integer literal, −2³¹…2³²−1; undefined if it is an expression. Throws `StatementError` for other numbers, but with
 * `wide` leaves whole numbers beyond −2³¹…2³¹−1 to the host language, which may know them exactly.
 */
export function integer(slice: Slice, wide = false): number | undefined {
  const value = luaNumber(slice.text);
  if (value === undefined) return undefined;
  if (!Number.isInteger(value)) {
    throw new StatementError(`not an integer number \`${slice.text}'`, { code: 'number', at: slice });
  }
  if (wide) return value < -0x80000000 || value > 0x7fffffff ? undefined : value;
  return inRange(value, slice);
}

/** `value` if it is −2³¹…2³²−1, 0 for −0. Throws `StatementError`. */
export function inRange(value: number, at: Slice): number {
  if (value < -0x80000000 || value > 0xffffffff) {
    throw new StatementError(`bad integer number \`${at.text}'`, {
      code: 'number-range',
      at,
      notes: ['an integer is between -0x80000000 and 0xffffffff'],
    });
  }
  return value === 0 ? 0 : value;
}
