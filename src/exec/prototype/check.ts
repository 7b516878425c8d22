/**
 * The checks of what native code is given: koffi cuts what does not fit, and says nothing, and ends the
 * process for what is wrong inside of a structure.
 *
 * `argumentCheck` takes a parameter. It returns a function that takes the argument, and returns it, or a copy
 * of what is in it, or throws.
 */
import type { TypeObject } from '../koffi.ts';
import type { Conversion } from './fromnative.ts';
import { Misfit } from './misfit.ts';
import { scalarCheck } from './scalarcheck.ts';
import { valueCheck } from './valuecheck.ts';

/**
 * @param describe names the argument in messages, and the way to a value inside of it, which may be empty
 * @returns a function that throws RangeError for a value that the parameter's type cannot hold (out of
 *   range, a fraction or NaN for an integer, a bigint that a double does not represent, a NUL inside a
 *   string, a text or array that is too long), and TypeError for a value of another type
 */
export function argumentCheck(
  describe: (path: string) => string,
  { text, type }: { readonly text: string; readonly type: TypeObject },
): Conversion {
  const scalar = scalarCheck(type, text, (value, expected) => {
    throw new Misfit(value, expected).error(describe);
  });
  if (scalar !== undefined) return scalar;
  const check = valueCheck(type);
  return value => {
    try {
      return check(value, 0);
    } catch (error) {
      throw error instanceof Misfit ? error.error(describe) : error;
    }
  };
}

/** How messages name an argument, `index` from 0 on: `argument 1 (p.x[2]) of "int (point *p)"`. */
export function describeArgument(index: number, name: string, prototype: string): (path: string) => string {
  return path => {
    const inside = name + path;
    return `argument ${index + 1}${inside === '' ? '' : ` (${inside})`} of "${prototype}"`;
  };
}
