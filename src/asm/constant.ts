/**
 * The values of constant expressions, for `dynasm asm`. Takes the text of an expression; returns its value,
 * an integer of 64 bits. Operators and their precedence are those of TypeScript and C:
 *
 *     |   ^   &   << >>   + -   * / %   and, in front of a value,   + - ~
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

interface Token {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** How strongly an operator binds. */
const PRECEDENCE: Readonly<Record<string, number>> = {
  '|': 1,
  '^': 2,
  '&': 3,
  '<<': 4,
  '>>': 4,
  '+': 5,
  '-': 5,
  '*': 6,
  '/': 6,
  '%': 6,
};

const INTEGER =
  /^(?:0|[1-9](?:_?\d)*|0[xX][\da-fA-F](?:_?[\da-fA-F])*|0[oO][0-7](?:_?[0-7])*|0[bB][01](?:_?[01])*)n?$/;
const LOWEST = -(2n ** 63n);
const HIGHEST = 2n ** 64n - 1n;
/** Deeper parentheses and longer chains of signs are a mistake. */
const MAX_DEPTH = 200;

/** @throws {ConstantError} */
export function constantValue(text: string): bigint {
  return new Parser(text).parse();
}

class Parser {
  readonly #tokens: readonly Token[];
  #next = 0;
  #depth = 0;

  constructor(text: string) {
    const found = text.matchAll(/\d[\w.]*|[A-Za-z_$][\w$.]*|<<|>>>|>>|\*\*|&&|\|\||\S/g);
    const tokens = [...found].map(({ 0: token, index }) => ({
      text: token,
      start: index,
      end: index + token.length,
    }));
    this.#tokens = [...tokens, { text: '', start: text.trimEnd().length, end: text.length + 1 }];
  }

  parse(): bigint {
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
  #binary(least: number): bigint {
    let left = this.#operand();
    for (;;) {
      const operator = this.#token;
      const precedence = PRECEDENCE[operator.text] ?? 0;
      if (precedence < least) return left;
      this.#next++;
      left = apply(operator, left, this.#binary(precedence + 1));
    }
  }

  #operand(): bigint {
    const token = this.#token;
    if (++this.#depth > MAX_DEPTH) throw new ConstantError('the expression is nested too deep', token);
    const value = this.#value(token);
    this.#depth--;
    return value;
  }

  #value(token: Token): bigint {
    const { text } = token;
    if (text !== '') this.#next++;
    switch (text) {
      case '':
        throw new ConstantError('a value is missing', token);
      case '+':
        return this.#operand();
      case '-':
        return inRange(-this.#operand(), token);
      case '~':
        return inRange(~this.#operand(), token);
      case '(': {
        const value = this.#binary(1);
        const close = this.#token;
        if (close.text !== ')') throw new ConstantError("`)' is missing", close);
        this.#next++;
        return value;
      }
      default:
    }
    if (/^\d/.test(text)) {
      if (!INTEGER.test(text)) throw new ConstantError(`\`${text}' is not an integer`, token);
      return inRange(BigInt(text.replaceAll(/[_n]/g, '')), token);
    }
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
