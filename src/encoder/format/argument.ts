/**
 * Checks of the arguments of public functions, for callers without a type checker. A check takes a value and
 * its name. It returns what is wrong, in a sentence that names the parameter, what was passed and what would
 * be right; or undefined. It does not throw, since the encoder has errors of its own.
 */
import { show } from './status.ts';

/** Says what is wrong with the value that is called `name`. */
export type Check = (value: unknown, name: string) => string | undefined;

/** By the name of the option. All options may be undefined. */
export type OptionChecks<Options> = { readonly [Key in keyof Required<Options>]: Check };

/** A check for values that `takes` returns true for. */
export function expecting(expected: string, takes: (value: unknown) => boolean): Check {
  return (value, name) => (takes(value) ? undefined : `${name} is ${show(value)}, expected ${expected}`);
}

export const isText = expecting('a string', value => typeof value === 'string');
export const isBoolean = expecting('true or false', value => typeof value === 'boolean');
export const isFunction = expecting('a function', value => typeof value === 'function');
const isObject = expecting(
  'a plain object',
  value => typeof value === 'object' && value !== null && !Array.isArray(value) && !ArrayBuffer.isView(value),
);

export function isOneOf(...texts: readonly string[]): Check {
  return expecting(texts.map(text => `'${text}'`).join(' or '), value => texts.some(text => text === value));
}

/** An integer, low…high. */
export function isIntegerIn(low: number, high: number): Check {
  return expecting(
    `an integer, ${low}…${high}`,
    value => Number.isInteger(value) && Number(value) >= low && Number(value) <= high,
  );
}

/** A number of things, from 1 on; or Infinity. */
export const isCount = expecting(
  'an integer from 1 on',
  value => value === Infinity || (Number.isInteger(value) && Number(value) >= 1),
);

/** An array of what `check` takes. */
export function isArrayOf(check: Check): Check {
  const isArray = expecting('an array', value => Array.isArray(value));
  return (value, name) =>
    isArray(value, name) ??
    firstOf(value as readonly unknown[], (each, index) => check(each, `${name}[${index}]`));
}

/** An object of what `check` takes, by names. */
export function isRecordOf(check: Check): Check {
  return (value, name) =>
    isObject(value, name) ??
    firstOf(Object.entries(value as object), ([key, each]) => check(each, `${name}.${key}`));
}

/**
 * Options: an object, or undefined if none is required. An option that there is not is wrong, too.
 * @param required the options that must be given
 */
export function isOptions(checks: Readonly<Record<string, Check>>, required: readonly string[] = []): Check {
  return (options, name) => {
    if (options === undefined && required.length === 0) return undefined;
    return (
      isObject(options, name) ??
      firstOf(Object.keys(options as object), key =>
        Object.hasOwn(checks, key) ? undefined : unknownOption(key, Object.keys(checks)),
      ) ??
      firstOf(Object.entries(checks), ([key, check]) => {
        const value: unknown = Reflect.get(options as object, key);
        const isMissing = value === undefined && !required.includes(key);
        return isMissing ? undefined : check(value, `${name}.${key}`);
      })
    );
  };
}

function unknownOption(key: string, known: readonly string[]): string {
  const near = nearest(key, known);
  return `there is no option \`${key}\`; ${near === undefined ? `the options are ${known.join(', ')}` : `did you mean \`${near}\`?`}`;
}

function firstOf<T>(
  values: readonly T[],
  problemOf: (value: T, index: number) => string | undefined,
): string | undefined {
  for (const [index, value] of values.entries()) {
    const problem = problemOf(value, index);
    if (problem !== undefined) return problem;
  }
  return undefined;
}

/**
 * Checks the argument `name` of the function `where`.
 * @throws {TypeError}
 */
export function checkArgument(where: string, name: string, value: unknown, check: Check): void {
  const problem = check(value, name);
  if (problem !== undefined) throw new TypeError(`${where}: ${problem}`);
}

/**
 * The name among `names` that was probably meant by `text`; undefined if none is near. A third of the
 * characters, but not more than three, may be wrong, and letter case does not count.
 */
export function nearest(text: string, names: readonly string[]): string | undefined {
  let best: string | undefined;
  let limit = Math.min(3, Math.ceil(text.length / 3));
  for (const name of names) {
    const distance = editDistance(text.toLowerCase(), name.toLowerCase(), limit);
    if (distance > limit) continue;
    best = name;
    limit = distance - 1;
  }
  return best;
}

/**
 * How many characters must be dropped, added, replaced or swapped with their neighbour to make one text of
 * the other; more than `limit` if it is more than that.
 */
function editDistance(text: string, other: string, limit: number): number {
  if (Math.abs(text.length - other.length) > limit) return limit + 1;
  // The distances of the beginnings of `other` from the beginning of `text` without its last two characters,
  // and without its last one.
  let before: readonly number[] = [];
  let last: readonly number[] = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let i = 1; i <= text.length; i++) {
    const row = [i];
    for (let j = 1; j <= other.length; j++) {
      const replaced = last[j - 1]! + (text[i - 1] === other[j - 1] ? 0 : 1);
      let least = Math.min(replaced, last[j]! + 1, row[j - 1]! + 1);
      if (text[i - 1] === other[j - 2] && text[i - 2] === other[j - 1])
        least = Math.min(least, before[j - 2]! + 1);
      row.push(least);
    }
    before = last;
    last = row;
  }
  return last[other.length]!;
}
