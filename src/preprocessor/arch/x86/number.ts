/**
 * Integer literals of operands. In: text of an operand. Out: a number, or undefined where the text is an expression.
 */
import { StatementError } from '../../diagnostic.ts';
import { luaNumber } from '../../number.ts';

/**
 * An integer literal, −2³¹…2³²−1; undefined if `text` is an expression. Throws `StatementError` for other numbers, but with
 * `wide` leaves whole numbers beyond −2³¹…2³¹−1 to the host language, which may know them exactly.
 */
export function integer(text: string, wide = false): number | undefined {
  const value = luaNumber(text);
  if (value === undefined) return undefined;
  if (!Number.isInteger(value)) {
    throw new StatementError(`not an integer number \`${text}'`, { code: 'number', at: text });
  }
  if (wide) return value < -0x80000000 || value > 0x7fffffff ? undefined : value;
  return inRange(value, text);
}

/** `value` if it is −2³¹…2³²−1, 0 for −0. Throws `StatementError`. */
export function inRange(value: number, text: string): number {
  if (value < -0x80000000 || value > 0xffffffff) {
    throw new StatementError(`bad integer number \`${text}'`, {
      code: 'number-range',
      at: text,
      notes: ['an integer is between -0x80000000 and 0xffffffff'],
    });
  }
  return value === 0 ? 0 : value;
}
