/**
 * The checks of `cast(prototype, …, {checked: true})`: what koffi would silently cut is refused.
 *
 * In goes a signature, out comes a function that takes the arguments and throws for the first that does not fit.
 */
import type { Signature, Slot } from './signature.ts';

/** What is wrong with a value; undefined if nothing is. */
type Check = (value: unknown) => string | undefined;

/**
 * @returns a function that throws RangeError for a value that its type cannot hold (out of range, a fraction, NaN for an integer, a
 *   bigint that a double does not represent, a NUL inside a string), TypeError for a value of another type
 */
export function argumentsCheck({ parameters, prototype }: Signature): (args: readonly unknown[]) => void {
  const checks = parameters.map(slotCheck);
  return args => {
    for (let i = 0; i < checks.length; i++) {
      const wrong = checks[i]?.(args[i]);
      if (wrong === undefined) continue;
      const name = parameters[i]?.name;
      throw failure(`argument ${i + 1}${name ? ` (${name})` : ''} of "${prototype.text}"`, args[i], wrong);
    }
  };
}

function failure(what: string, value: unknown, wrong: string): Error {
  const text = `${what} is ${typeof value === 'string' ? JSON.stringify(value) : String(value)}: ${wrong}`;
  return ['number', 'bigint', 'string'].includes(typeof value) ? new RangeError(text) : new TypeError(text);
}

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
    const cut = typeof value === 'string' && value.includes('\0');
    return cut ? 'a C string ends at its first NUL character' : undefined;
  };
}

function integerCheck(type: string, signed: boolean, size: number): Check {
  const bits = BigInt(8 * size);
  const low = signed ? -(2n ** (bits - 1n)) : 0n;
  const high = 2n ** (signed ? bits - 1n : bits) - 1n;
  // Numbers beyond 2⁵³ are refused, so that these are as good for them.
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
    const cut = single && Number.isFinite(value) && !Number.isFinite(Math.fround(value));
    return cut ? `${type} takes magnitudes up to 3.4e38` : undefined;
  };
}
