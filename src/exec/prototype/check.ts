/**
 * The checks of `cast(prototype, …, { checked: true })`: koffi cuts arguments that do not fit, and says
 * nothing.
 *
 * `argumentsCheck` takes a signature. It returns a function that takes the arguments of a call, and throws.
 */
import type { Signature, Slot } from './signature.ts';

/** Says what a type takes if it does not take this value; returns undefined if it does. */
type Check = (value: unknown) => string | undefined;

/**
 * @returns a function that throws for the first argument that does not fit: RangeError for a value that the
 *   parameter's type cannot hold (out of range, a fraction or NaN for an integer, a bigint that a double does
 *   not represent, a NUL inside a string), TypeError for a value of another type
 */
export function argumentsCheck({ parameters, prototype }: Signature): (args: readonly unknown[]) => void {
  const checks = parameters.map(slotCheck);
  return args => {
    for (let i = 0; i < checks.length; i++) {
      const expected = checks[i]?.(args[i]);
      if (expected === undefined) continue;
      const name = parameters[i]?.name;
      fail(`argument ${i + 1}${name ? ` (${name})` : ''} of "${prototype.text}"`, args[i], expected);
    }
  };
}

function fail(argument: string, value: unknown, expected: string): never {
  const shown = typeof value === 'string' ? JSON.stringify(value) : String(value);
  const text = `${argument} is ${shown}: ${expected}`;
  throw ['number', 'bigint', 'string'].includes(typeof value) ? new RangeError(text) : new TypeError(text);
}

/** The types are told apart by the names that koffi has for them in `primitive`. */
function slotCheck(slot: Slot): Check {
  const { primitive, size } = slot.type;
  const integer = /^(U?)Int\d+S?$/.exec(primitive);
  if (integer !== null) return integerCheck(slot.text, integer[1] === '', size);
  if (primitive === 'Float32' || primitive === 'Float64')
    return floatCheck(slot.text, primitive === 'Float32');
  if (primitive === 'Bool') {
    return value => (typeof value === 'boolean' ? undefined : 'bool takes true or false');
  }
  const address = integerCheck('an address', false, size);
  return value => {
    if (typeof value === 'number' || typeof value === 'bigint') return address(value);
    if (value === undefined) return `${slot.text} takes null for no address`;
    const isCut = typeof value === 'string' && value.includes('\0');
    return isCut ? 'a C string ends at its first NUL character' : undefined;
  };
}

function integerCheck(type: string, signed: boolean, size: number): Check {
  const bits = BigInt(8 * size);
  const low = signed ? -(2n ** (bits - 1n)) : 0n;
  const high = 2n ** (signed ? bits - 1n : bits) - 1n;
  // Beyond 2⁵³ these are not exact, but there numbers are rejected anyway.
  const lowNumber = Number(low);
  const highNumber = Number(high);
  const takes = `${type} takes integers from ${low} to ${high}`;
  return value => {
    if (typeof value === 'bigint') return value >= low && value <= high ? undefined : takes;
    if (typeof value !== 'number' || !Number.isInteger(value)) return takes;
    if (value < lowNumber || value > highNumber) return takes;
    return Number.isSafeInteger(value) ? undefined : `${takes}, and a bigint beyond 2**53`;
  };
}

function floatCheck(type: string, single: boolean): Check {
  return value => {
    if (typeof value === 'bigint') {
      return BigInt(Number(value)) === value ? undefined : `${type} does not hold it exactly`;
    }
    if (typeof value !== 'number') return `${type} takes a number`;
    const isCut = single && Number.isFinite(value) && !Number.isFinite(Math.fround(value));
    return isCut ? `${type} takes magnitudes up to 3.4e38` : undefined;
  };
}
