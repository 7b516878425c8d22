/**
 * Conditions of `.if` and `.elif`. Takes an expression whose defines have been replaced; returns whether it
 * holds. The expression is evaluated while it is read; an operand of `and` or `or` that does not matter is
 * read, but not computed.
 *
 * Syntax and meaning are Lua's, and every name is `nil`. The result is false if it is `false`, `nil` or the
 * number 0. Languages may add JavaScript's operators `&& || ! != === !==`; in `&&`, `||` and `!` the number 0
 * is false, too.
 *
 *   lowest   or ||                      (left)
 *            and &&                     (left)
 *            < <= > >= == ~= != === !== (left)
 *            ..                         (right)
 *            + -                        (left)
 *            * / %                      (left)
 *            not ! # -                  (prefix)
 *   highest  ^                          (right)
 *
 * Numbers are decimal, 0x…, 0b… or hexadecimal floats; a suffix LL or ULL is ignored. Strings stand in 'a' or
 * "a", with Lua's escapes.
 */
import { FatalError } from '../diagnostic/error.ts';
import { luaNumber } from '../text/luanumber.ts';
import { cut, type Slice, type Span } from '../text/slice.ts';

type Value = number | string | boolean | undefined;

type Token = Slice &
  ({ readonly kind: 'value'; readonly value: Value } | { readonly kind: 'symbol' | 'end' });

/** Limit on the nesting of parentheses, prefix and right-associative operators; it is Lua's. */
const MAX_DEPTH = 200;

/** Binding strength to the left and to the right. */
const BINARY: ReadonlyMap<string, readonly [number, number]> = new Map([
  ['or', [1, 1]],
  ['||', [1, 1]],
  ['and', [2, 2]],
  ['&&', [2, 2]],
  ['<', [3, 3]],
  ['<=', [3, 3]],
  ['>', [3, 3]],
  ['>=', [3, 3]],
  ['==', [3, 3]],
  ['~=', [3, 3]],
  ['!=', [3, 3]],
  ['===', [3, 3]],
  ['!==', [3, 3]],
  ['..', [5, 4]],
  ['+', [6, 6]],
  ['-', [6, 6]],
  ['*', [7, 7]],
  ['/', [7, 7]],
  ['%', [7, 7]],
  ['^', [10, 9]],
]);
const PREFIX_STRENGTH = 8;
const PREFIX: ReadonlySet<string> = new Set(['not', '!', '-', '#']);

/** Symbols; one that another begins with stands behind it. */
const LUA_SYMBOLS = ['==', '~=', '<=', '>=', '..', '<', '>', '+', '-', '*', '/', '%', '^', '#', '(', ')'];
const JAVASCRIPT_SYMBOLS = ['===', '!==', '!=', '&&', '||', ...LUA_SYMBOLS, '!'];
const WORD_OPERATORS: ReadonlySet<string> = new Set(['and', 'or', 'not']);
const RESERVED: ReadonlySet<string> = new Set(
  'break do else elseif end for function goto if in local repeat return then until while'.split(' '),
);

const BLANKS = /[ \t\n\v\f\r]+/y;
const NAME = /[A-Za-z_][A-Za-z0-9_]*/y;
/** Text that looks like a number; `luaNumber` decides whether it is one. */
const NUMBER = /\.?[0-9](?:[eEpP][+-]|[A-Za-z0-9_.])*/y;
const ESCAPES: Readonly<Record<string, string>> = {
  a: '\x07',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
};

function fail(message: string, at?: Span): never {
  throw new FatalError(`bad condition: ${message}`, { code: 'condition', at });
}

/** A number as Lua's `..` writes it: C's `%.14g`. */
function formatNumber(value: number): string {
  if (Number.isNaN(value)) return 'nan';
  if (!Number.isFinite(value)) return value < 0 ? '-inf' : 'inf';
  const [mantissa = '', exponent = '0'] = value.toExponential(13).split('e');
  const power = Number(exponent);
  if (power >= -4 && power < 14) return String(Number(value.toPrecision(14)));
  const sign = power < 0 ? '-' : '+';
  return `${String(Number(mantissa))}e${sign}${String(Math.abs(power)).padStart(2, '0')}`;
}

function typeName(value: Value): string {
  return value === undefined ? 'nil' : typeof value;
}

class Condition {
  readonly #source: Slice;
  readonly #text: string;
  readonly #javascript: boolean;
  #position = 0;
  #token: Token;
  #depth = 0;
  /** Above 0 inside an operand that does not matter: it is read, but not computed. */
  #skip = 0;

  constructor(source: Slice, javascript: boolean) {
    this.#source = source;
    this.#text = source.text;
    this.#javascript = javascript;
    this.#token = this.#read();
  }

  evaluate(): Value {
    const value = this.#expression(0);
    if (this.#token.kind !== 'end') this.#unexpected();
    return value;
  }

  #unexpected(): never {
    if (this.#token.kind === 'end') fail('the expression ends too early');
    fail(`unexpected \`${this.#token.text}'`, this.#token);
  }

  #match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#position;
    const text = pattern.exec(this.#text)?.[0];
    if (text !== undefined) this.#position += text.length;
    return text;
  }

  #read(): Token {
    this.#match(BLANKS);
    const character = this.#text.charAt(this.#position);
    if (character === '' || (!this.#javascript && this.#text.startsWith('--', this.#position))) {
      return { kind: 'end', ...cut(this.#source, this.#position, this.#position) };
    }
    const start = this.#position;
    if (character === '"' || character === "'") return this.#string(character);
    const number = this.#match(NUMBER);
    if (number !== undefined) {
      const value = luaNumber(number.replace(/u?ll$/i, ''));
      if (value === undefined) fail(`malformed number \`${number}'`, this.#since(start));
      return { kind: 'value', value, ...this.#since(start) };
    }
    const name = this.#match(NAME);
    if (name !== undefined) {
      if (WORD_OPERATORS.has(name)) return { kind: 'symbol', ...this.#since(start) };
      if (RESERVED.has(name)) fail(`unexpected \`${name}'`, this.#since(start));
      const value = name === 'true' ? true : name === 'false' ? false : undefined;
      return { kind: 'value', value, ...this.#since(start) };
    }
    const symbols = this.#javascript ? JAVASCRIPT_SYMBOLS : LUA_SYMBOLS;
    const symbol = symbols.find(each => this.#text.startsWith(each, this.#position));
    if (symbol === undefined) fail(`unexpected \`${character}'`, cut(this.#source, start, start + 1));
    this.#position += symbol.length;
    return { kind: 'symbol', ...this.#since(start) };
  }

  /** The text that has been read since the index `start`. */
  #since(start: number): Slice {
    return cut(this.#source, start, this.#position);
  }

  #string(quote: string): Token {
    const start = this.#position++;
    let value = '';
    for (;;) {
      const character = this.#text.charAt(this.#position++);
      if (character === '') fail('unfinished string', cut(this.#source, start));
      if (character === quote) break;
      if (character !== '\\') {
        value += character;
        continue;
      }
      const code = /[0-9]{1,3}|x[0-9a-fA-F]{2}/y;
      const digits = this.#match(code);
      if (digits === undefined) {
        const escaped = this.#text.charAt(this.#position++);
        value += ESCAPES[escaped] ?? escaped;
      } else {
        value += String.fromCharCode(Number(digits.startsWith('x') ? `0${digits}` : digits));
      }
    }
    return { kind: 'value', value, ...this.#since(start) };
  }

  #next(): void {
    this.#token = this.#read();
  }

  #expression(limit: number): Value {
    if (++this.#depth > MAX_DEPTH) fail('the expression is nested too deep');
    let left = this.#operand();
    for (;;) {
      const operator = this.#token.text;
      const strength = this.#token.kind === 'symbol' ? BINARY.get(operator) : undefined;
      if (strength === undefined || strength[0] <= limit) break;
      this.#next();
      left = this.#binary(operator, left, strength[1]);
    }
    this.#depth--;
    return left;
  }

  #operand(): Value {
    const token = this.#token;
    if (token.kind === 'value') {
      this.#next();
      return token.value;
    }
    if (token.text === '(') {
      this.#next();
      const value = this.#expression(0);
      if (this.#token.text !== ')') this.#unexpected();
      this.#next();
      return value;
    }
    if (token.kind !== 'symbol' || !PREFIX.has(token.text)) this.#unexpected();
    this.#next();
    const value = this.#expression(PREFIX_STRENGTH);
    if (this.#skip > 0) return undefined;
    if (token.text === '-') return -this.#number(value, '-');
    if (token.text === '#') {
      if (typeof value !== 'string') fail(`\`#' of a ${typeName(value)} value`);
      return value.length;
    }
    return !isTrue(value, token.text === '!');
  }

  #binary(operator: string, left: Value, strength: number): Value {
    const and = operator === 'and' || operator === '&&';
    if (and || operator === 'or' || operator === '||') {
      const decided = isTrue(left, operator === '&&' || operator === '||') !== and;
      if (decided) this.#skip++;
      const right = this.#expression(strength);
      if (decided) this.#skip--;
      return decided ? left : right;
    }
    const right = this.#expression(strength);
    if (this.#skip > 0) return undefined;
    switch (operator) {
      case '==':
      case '===':
        return left === right;
      case '~=':
      case '!=':
      case '!==':
        return left !== right;
      case '<':
        return this.#less(left, right, operator);
      case '>':
        return this.#less(right, left, operator);
      case '<=':
        return this.#less(left, right, operator) || left === right;
      case '>=':
        return this.#less(right, left, operator) || left === right;
      case '..':
        return this.#join(left) + this.#join(right);
      default:
        return arithmetic(operator, this.#number(left, operator), this.#number(right, operator));
    }
  }

  #less(left: Value, right: Value, operator: string): boolean {
    if (typeof left === 'number' && typeof right === 'number') return left < right;
    if (typeof left === 'string' && typeof right === 'string') return left < right;
    return fail(`\`${operator}' compares a ${typeName(left)} with a ${typeName(right)} value`);
  }

  /** As in Lua, a string that reads as a number counts as that number. */
  #number(value: Value, operator: string): number {
    const number = typeof value === 'string' ? luaNumber(value) : value;
    if (typeof number !== 'number') fail(`\`${operator}' of a ${typeName(value)} value`);
    return number;
  }

  #join(value: Value): string {
    if (typeof value === 'number') return formatNumber(value);
    if (typeof value !== 'string') fail(`\`..' of a ${typeName(value)} value`);
    return value;
  }
}

function isTrue(value: Value, zeroIsFalse: boolean): boolean {
  return value !== undefined && value !== false && !(zeroIsFalse && value === 0);
}

function arithmetic(operator: string, left: number, right: number): number {
  switch (operator) {
    case '+':
      return left + right;
    case '-':
      return left - right;
    case '*':
      return left * right;
    case '/':
      return left / right;
    case '%':
      return left - Math.floor(left / right) * right;
    default:
      return left ** right;
  }
}

/** Without these a name makes no number: it is nil, and so is what is made of it. */
const OTHER_VALUES = /["']|\b(?:and|or|not)\b/;
const NAMES = /(?<![\w.])[A-Za-z_]/;
/** A number of 64 bits, which is no number of Lua's. */
const WIDE = /\du?ll\b/i;

/** The number that Lua makes of an expression; undefined if it is no number, or none of Lua's expressions. */
export function evaluateNumber(expression: Slice): number | undefined {
  const { text } = expression;
  if (WIDE.test(text) || (NAMES.test(text) && !OTHER_VALUES.test(text))) return undefined;
  try {
    const value = new Condition(expression, false).evaluate();
    return typeof value === 'number' ? value : undefined;
  } catch (error) {
    if (error instanceof FatalError) return undefined;
    throw error;
  }
}

/**
 * Whether the condition holds. `javascript`: JavaScript's operators are allowed, too.
 * Throws `FatalError` ("bad condition: …") for a syntax or evaluation error.
 */
export function evaluateCondition(condition: Slice, javascript: boolean): boolean {
  return isTrue(new Condition(condition, javascript).evaluate(), true);
}
