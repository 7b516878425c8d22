/**
 * The checks of numbers and truth values: koffi cuts what does not fit, and says nothing. They test what is
 * common first, and at once: two integers take 2 ns.
 */
import type { TypeObject } from '../koffi.ts';
import type { Conversion } from './fromnative.ts';

/** Throws for a value; `expected` says what would be right. */
export type Fail = (value: unknown, expected: string) => never;

/**
 * Returns a function that returns its argument if a type holds it, and otherwise fails; undefined for types
 * that are no scalars. (They are told apart by the names that koffi has for them.)
 * @param text the type as messages name it
 */
export function scalarCheck(
  { primitive, size }: TypeObject,
  text: string,
  fail: Fail,
): Conversion | undefined {
  const integer = /^(U?)Int\d+S?$/.exec(primitive);
  if (integer !== null) return integerCheck(text, integer[1] === '', size, fail);
  if (primitive === 'Float32' || primitive === 'Float64') {
    return floatCheck(text, primitive === 'Float32', fail);
  }
  if (primitive !== 'Bool') return undefined;
  return value => (typeof value === 'boolean' ? value : fail(value, 'bool takes true or false'));
}

/** @param size in bytes */
export function integerCheck(type: string, signed: boolean, size: number, fail: Fail): Conversion {
  const bits = BigInt(8 * size);
  const low = signed ? -(2n ** (bits - 1n)) : 0n;
  const high = 2n ** (signed ? bits - 1n : bits) - 1n;
  // Numbers beyond 2⁵³ are not exact.
  const lowNumber = Math.max(Number(low), Number.MIN_SAFE_INTEGER);
  const highNumber = Math.min(Number(high), Number.MAX_SAFE_INTEGER);
  return value => {
    if (typeof value === 'number') {
      if (Number.isInteger(value) && value >= lowNumber && value <= highNumber) return value;
    } else if (typeof value === 'bigint' && value >= low && value <= high) return value;
    const isInexact = typeof value === 'number' && value >= Number(low) && value <= Number(high);
    const isBeyond = isInexact && Number.isInteger(value) && !Number.isSafeInteger(value);
    const takes = `${type} takes integers from ${low} to ${high}`;
    return fail(value, isBeyond ? `${takes}, and a bigint beyond 2**53` : takes);
  };
}

function floatCheck(type: string, single: boolean, fail: Fail): Conversion {
  return value => {
    if (typeof value === 'number') {
      if (!single || !Number.isFinite(value) || Number.isFinite(Math.fround(value))) return value;
      return fail(value, `${type} takes magnitudes up to 3.4e38`);
    }
    if (typeof value !== 'bigint') return fail(value, `${type} takes a number`);
    return BigInt(Number(value)) === value ? value : fail(value, `${type} does not hold it exactly`);
  };
}
