/**
 * Integer literals in operands. Takes the text of an operand; returns its number, or undefined if it is an
 * expression.
 */
import { StatementError } from '../../diagnostic/error.ts';
import type { Dialect } from '../../language/outputlanguage.ts';
import { luaNumber } from '../../text/luanumber.ts';
import type { Slice } from '../../text/slice.ts';

/**
 * The value of a number literal as the language reads it; undefined for an expression.
 * @throws {StatementError} the language does not have such a number
 */
export function parseNumber(slice: Slice, { expressions }: Dialect): number | undefined {
  return expressions === undefined ? luaNumber(slice.text) : expressions.number(slice);
}

/**
 * Parses an integer literal, −2³¹…2³²−1; returns undefined for an expression. `isQword`: the literal is one
 * of 64 bits, and undefined is also returned if it is not in −2³¹…2³¹−1: the host language, unlike a double,
 * may know it exactly. Throws `StatementError` for numbers that are not integers or out of range.
 */
export function parseInteger(slice: Slice, dialect: Dialect, isQword = false): number | undefined {
  const value = parseNumber(slice, dialect);
  if (value === undefined) return undefined;
  if (!Number.isInteger(value)) {
    throw new StatementError(`not an integer number \`${slice.text}'`, { code: 'number', at: slice });
  }
  if (isQword) return value < -0x80000000 || value > 0x7fffffff ? undefined : value;
  return checkInteger(value, slice);
}

/** Returns `value` (0 for −0) if it is −2³¹…2³²−1; else throws `StatementError` for the text `at`. */
export function checkInteger(value: number, at: Slice): number {
  if (value < -0x80000000 || value > 0xffffffff) {
    throw new StatementError(`bad integer number \`${at.text}'`, {
      code: 'number-range',
      at,
      notes: ['an integer is between -0x80000000 and 0xffffffff; `mov64 rax, n` and `.qword n` take 64 bits'],
    });
  }
  return value === 0 ? 0 : value;
}

/**
 * Reads a 32-bit integer as a signed byte if it is one: 0xffffff80…0xffffffff are −128…−1. Returns others as
 * they are.
 */
export function asSignedByte(value: number): number {
  return value >= 0xffffff80 && value <= 0xffffffff ? value - 2 ** 32 : value;
}
