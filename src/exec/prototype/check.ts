/**
 * The checks of arguments: koffi cuts what does not fit, and says nothing.
 *
 * `argumentCheck` takes a parameter. It returns a function that takes the argument, and returns it or throws.
 * The function tests what is common first, and at once: two integers take 2 ns.
 */
import type { Conversion } from './fromnative.ts';
import type { Slot } from './signature.ts';

/**
 * @param argument names the argument in messages
 * @returns a function that throws RangeError for a value that the parameter's type cannot hold (out of
 *   range, a fraction or NaN for an integer, a bigint that a double does not represent, a NUL inside a
 *   string), and TypeError for a value of another type
 */
export function argumentCheck(argument: string, { text, type }: Slot): Conversion {
  const { primitive, size } = type;
  // The types are told apart by the names that koffi has for them.
  const integer = /^(U?)Int\d+S?$/.exec(primitive);
  if (integer !== null) return integerCheck(argument, text, integer[1] === '', size);
  if (primitive === 'Float32' || primitive === 'Float64') {
    return floatCheck(argument, text, primitive === 'Float32');
  }
  if (primitive === 'Bool') {
    return value => (typeof value === 'boolean' ? value : fail(argument, value, 'bool takes true or false'));
  }
  const address = integerCheck(argument, 'an address', false, size);
  return value => {
    if (typeof value === 'object') return value;
    if (typeof value === 'number' || typeof value === 'bigint') return address(value);
    if (value === undefined) return fail(argument, value, `${text} takes null for no address`);
    const isCut = typeof value === 'string' && value.includes('\0');
    return isCut ? fail(argument, value, 'a C string ends at its first NUL character') : value;
  };
}

function fail(argument: string, value: unknown, expected: string): never {
  const shown = typeof value === 'string' ? JSON.stringify(value) : String(value);
  const text = `${argument} is ${shown}: ${expected}`;
  throw ['number', 'bigint', 'string'].includes(typeof value) ? new RangeError(text) : new TypeError(text);
}

function integerCheck(argument: string, type: string, signed: boolean, size: number): Conversion {
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
    return fail(argument, value, isBeyond ? `${takes}, and a bigint beyond 2**53` : takes);
  };
}

function floatCheck(argument: string, type: string, single: boolean): Conversion {
  return value => {
    if (typeof value === 'number') {
      if (!single || !Number.isFinite(value) || Number.isFinite(Math.fround(value))) return value;
      return fail(argument, value, `${type} takes magnitudes up to 3.4e38`);
    }
    if (typeof value !== 'bigint') return fail(argument, value, `${type} takes a number`);
    return BigInt(Number(value)) === value
      ? value
      : fail(argument, value, `${type} does not hold it exactly`);
  };
}
