/**
 * The values of constant expressions, for `dynasm asm`. Takes the text of an expression; returns its value,
 * an integer of 64 bits or, for `.float` and `.double`, a number. Operators and their precedence are those of
 * TypeScript and C:
 *
 *     |   ^   &   << >>   + -   * / %   and, in front of a value,   + - ~
 *
 * Those of bits (| ^ & << >> ~) are for integers only.
 */

/** The expression has no value. `start` and `end` say what of the text is wrong. */
export class ConstantError extends Error {
  readonly start: number;
  readonly end: number;
  /** The name that has no value, if that is what is wrong. */
  readonly unknown: string | undefined;

  constructor(message: string, { start, end }: Token, unknown?: string) {
    super(message);
    this.start = start;
    this.end = end;
    this.unknown = unknown;
  }
}

export interface Token {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** How strongly an operator binds. */
const PRECEDENCE: ReadonlyMap<string, number> = new Map([
  ['|', 1],
  ['^', 2],
  ['&', 3],
  ['<<', 4],
  ['>>', 4],
  ['+', 5],
  ['-', 5],
  ['*', 6],
  ['/', 6],
  ['%', 6],
]);

const INTEGER =
  /^(?:0|[1-9](?:_?\d)*|0[xX][\da-fA-F](?:_?[\da-fA-F])*|0[oO][0-7](?:_?[0-7])*|0[bB][01](?:_?[01])*)n?$/;
const LOWEST = -(2n ** 63n);
const HIGHEST = 2n ** 64n - 1n;
const NAMED_NUMBERS: ReadonlyMap<string, number> = new Map([
  ['NaN', NaN],
  ['Infinity', Infinity],
]);
/** Deeper parentheses and longer chains of signs are a mistake. */
const MAX_DEPTH = 200;

/**
 * The value of an expression of integers.
 * @throws {ConstantError}
 */
export function constantValue(text: string): bigint {
  return parseExpression(text, INTEGERS);
}

/**
 * The value of an expression of numbers.
 * @throws {ConstantError}
 */
export function constantNumber(text: string): number {
  return parseExpression(text, NUMBERS);
}

/**
 * What an expression is in an arithmetic of the caller's.
 * @throws {ConstantError}
 */
export function parseExpression<Value>(text: string, arithmetic: Arithmetic<Value>): Value {
  return new Parser(text, arithmetic).parse();
}

/** The values that expressions consist of. The functions throw `ConstantError`. */
export interface Arithmetic<Value> {
  /** What a literal looks like: it begins with a digit, or with a dot. */
  readonly literal: RegExp;
  /** The value of a literal; undefined if the text is not one. */
  readonly read: (literal: Token) => Value | undefined;
  /** The value of a name; undefined if it has none. */
  readonly readName: (name: string) => Value | undefined;
  readonly sign: (operator: Token, value: Value) => Value;
  readonly apply: (operator: Token, left: Value, right: Value) => Value;
  /** What the values are, for messages. */
  readonly title: string;
}

export const INTEGERS: Arithmetic<bigint> = {
  literal: /\d[\w.]*/,
  read: token => {
    const { text } = token;
    return INTEGER.test(text) ? inRange(BigInt(text.replaceAll(/[_n]/g, '')), token) : undefined;
  },
  readName: () => undefined,
  sign: (operator, value) => inRange(operator.text === '-' ? -value : ~value, operator),
  apply,
  title: 'an integer',
};

export const NUMBERS: Arithmetic<number> = {
  literal: /0[xXoObB]\w*|(?:\d[\d_]*\.?[\d_]*|\.\d[\d_]*)(?:[eE][+-]?\d+)?\w*/,
  read: ({ text }) => {
    const number = Number(text.replaceAll(/(?<=\w)_(?=\w)/g, ''));
    return Number.isNaN(number) ? undefined : number;
  },
  readName: name => NAMED_NUMBERS.get(name),
  sign: (operator, value) => (operator.text === '-' ? -value : failOperator(operator)),
  apply: (operator, left, right) => {
    switch (operator.text) {
      case '+':
        return left + right;
      case '-':
        return left - right;
      case '*':
        return left * right;
      case '/':
        return left / right;
      case '%':
        return left % right;
      default:
        return failOperator(operator);
    }
  },
  title: 'a number',
};

function failOperator(operator: Token): never {
  throw new ConstantError(`\`${operator.text}' is for integers`, operator);
}

class Parser<Value> {
  readonly #arithmetic: Arithmetic<Value>;
  readonly #tokens: readonly Token[];
  #next = 0;
  #depth = 0;

  constructor(text: string, arithmetic: Arithmetic<Value>) {
    this.#arithmetic = arithmetic;
    const other = /[A-Za-z_$][\w$.]*|<<|>>>|>>|\*\*|&&|\|\||\S/;
    const found = text.matchAll(new RegExp(`${arithmetic.literal.source}|${other.source}`, 'g'));
    const tokens = [...found].map(({ 0: token, index }) => ({
      text: token,
      start: index,
      end: index + token.length,
    }));
    this.#tokens = [...tokens, { text: '', start: text.trimEnd().length, end: text.length + 1 }];
  }

  parse(): Value {
    const value = this.#binary(1);
    const rest = this.#token;
    if (rest.text !== '')
      throw new ConstantError(`unexpected \`${rest.text}' in a constant expression`, rest);
    return value;
  }

  get #token(): Token {
    return this.#tokens[this.#next]!;
  }

  /** An expression of operators that bind as strongly as `least`, or more. */
  #binary(least: number): Value {
    let left = this.#operand();
    for (;;) {
      const operator = this.#token;
      const precedence = PRECEDENCE.get(operator.text) ?? 0;
      if (precedence < least) return left;
      this.#next++;
      left = this.#arithmetic.apply(operator, left, this.#binary(precedence + 1));
    }
  }

  #operand(): Value {
    const token = this.#token;
    if (++this.#depth > MAX_DEPTH) throw new ConstantError('the expression is nested too deep', token);
    const value = this.#value(token);
    this.#depth--;
    return value;
  }

  #value(token: Token): Value {
    const { text } = token;
    if (text !== '') this.#next++;
    switch (text) {
      case '':
        throw new ConstantError('a value is missing', token);
      case '+':
        return this.#operand();
      case '-':
      case '~':
        return this.#arithmetic.sign(token, this.#operand());
      case '(': {
        const value = this.#binary(1);
        const close = this.#token;
        if (close.text !== ')') throw new ConstantError("`)' is missing", close);
        this.#next++;
        return value;
      }
      default:
    }
    const { read, readName, title } = this.#arithmetic;
    if (/^\.?\d/.test(text)) {
      const value = read(token);
      if (value === undefined) throw new ConstantError(`\`${text}' is not ${title}`, token);
      return value;
    }
    const named = readName(text);
    if (named !== undefined) return named;
    const isName = /^[\w$.]/.test(text);
    throw isName
      ? new ConstantError(`\`${text}' has no value here`, token, text)
      : new ConstantError(`unexpected \`${text}' in a constant expression`, token);
  }
}

function apply(operator: Token, left: bigint, right: bigint): bigint {
  switch (operator.text) {
    case '|':
      return left | right;
    case '^':
      return left ^ right;
    case '&':
      return left & right;
    case '<<':
    case '>>':
      if (right < 0n || right > 63n)
        throw new ConstantError(`a shift by ${right} bits, not by 0…63`, operator);
      return inRange(operator.text === '<<' ? left << right : left >> right, operator);
    case '+':
      return inRange(left + right, operator);
    case '-':
      return inRange(left - right, operator);
    case '*':
      return inRange(left * right, operator);
    case '%':
      if (right === 0n) throw new ConstantError('a division by zero', operator);
      return left % right;
    default:
      if (right === 0n) throw new ConstantError('a division by zero', operator);
      if (left % right !== 0n) throw new ConstantError(`${left}/${right} is not an integer`, operator);
      return left / right;
  }
}

function inRange(value: bigint, token: Token): bigint {
  if (value >= LOWEST && value <= HIGHEST) return value;
  throw new ConstantError(`the value ${value} does not fit 64 bits`, token);
}
