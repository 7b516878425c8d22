// Examples check what they compute.
import { deepStrictEqual } from 'node:assert';

/** Prints a value, and throws if it is another one than expected. */
export function check(what: string, actual: unknown, expected: unknown): void {
  deepStrictEqual(actual, expected, what);
  console.log(`${what} =`, actual);
}
