/**
 * Checks of the arguments of public functions, for callers without a type checker. A check takes a value and
 * its name. It returns what is wrong, in a sentence that names the parameter, what was passed and what would
 * be right; or undefined. It does not throw, since the encoder has errors of its own.
 */
import { show } from './status.ts';

/** Says what is wrong with the value that is called `name`. */
export type Check = (value: unknown, name: string) => string | undefined;

/** A check for values that `takes` returns true for. */
export function expecting(expected: string, takes: (value: unknown) => boolean): Check {
  return (value, name) => (takes(value) ? undefined : `${name} is ${show(value)}, expected ${expected}`);
}

export const isText = /* @__PURE__ */ expecting('a string', value => typeof value === 'string');
export const isBoolean = /* @__PURE__ */ expecting('true or false', value => typeof value === 'boolean');
export const isFunction = /* @__PURE__ */ expecting('a function', value => typeof value === 'function');
export const isObject = /* @__PURE__ */ expecting(
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
export const isCount = /* @__PURE__ */ expecting(
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

/** The first problem that `problemOf` returns. */
export function firstOf<T>(
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
