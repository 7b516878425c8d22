/** A value that its type does not hold, and where it is: inside of an argument, or the argument itself. */
import { inspect } from 'node:util';

/** In characters. */
const MAX_SHOWN = 80;

export class Misfit extends Error {
  readonly #value: unknown;
  readonly #expected: string;
  readonly #isRange: boolean;
  /** The way from the argument to the value, as in `.x[2]`. */
  #path = '';

  /** @param isRange whether the value is of a type that is right, but too large or too long */
  constructor(
    value: unknown,
    expected: string,
    isRange = ['number', 'bigint', 'string'].includes(typeof value),
  ) {
    super();
    this.#value = value;
    this.#expected = expected;
    this.#isRange = isRange;
  }

  /** The value is in something larger, by this name or index. */
  within(step: string | number): this {
    this.#path = (typeof step === 'string' ? `.${step}` : `[${step}]`) + this.#path;
    return this;
  }

  /** @param describe takes the way to the value, which may be empty, and says what is wrong there */
  error(describe: (path: string) => string): Error {
    const path = this.#path;
    const short =
      path.length > MAX_SHOWN ? `${path.slice(0, MAX_SHOWN / 2)}…${path.slice(-MAX_SHOWN / 2)}` : path;
    const text = `${describe(short)} is ${shown(this.#value)}: ${this.#expected}`;
    return this.#isRange ? new RangeError(text) : new TypeError(text);
  }
}

/** (`inspect` runs no code of the value's.) */
function shown(value: unknown): string {
  const text =
    typeof value === 'string'
      ? JSON.stringify(value.slice(0, MAX_SHOWN))
      : typeof value === 'bigint'
        ? String(value)
        : inspect(value, { depth: 0, customInspect: false, breakLength: Infinity, maxArrayLength: 3 });
  return text.length > MAX_SHOWN ? `${text.slice(0, MAX_SHOWN)}…` : text;
}
