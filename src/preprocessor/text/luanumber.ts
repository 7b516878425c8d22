/**
 * Reads numbers as DynASM does: by the rules of Lua's `tonumber`, which differ from JavaScript's (`010` is
 * ten, `0x1.8p1` is a number, `5u` is not one).
 */
import { endOfText, skipBlanks } from './blank.ts';

/** Characters that numbers, `inf` and `nan` begin with, behind their sign. */
const FIRST = '0123456789.iInN';
/** A number of this many decimal digits is exact in JavaScript. */
const MAX_DIGITS = 15;
/** Each digit can only be matched in one way: `\d+\.?\d*` would take quadratic time to fail. */
const DECIMAL = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?$/i;
const HEXADECIMAL = /^([+-]?)0x([\da-f]*)(?:\.([\da-f]*))?(?:p([+-]?\d+))?$/i;
const BINARY = /^([+-]?)0b([01]+)$/i;
const NOT_FINITE = /^([+-]?)(inf|infinity|nan)$/i;

/** The value of `text`, undefined if Lua's `tonumber` gives nil for it. */
export function luaNumber(text: string): number | undefined {
  // Every operand and displacement comes by here. For most of them the first character decides.
  const begin = skipBlanks(text);
  const first = text.charAt(begin);
  const start = first === '+' || first === '-' ? begin + 1 : begin;
  if (start === text.length || !FIRST.includes(text.charAt(start))) return undefined;
  const trimmed = text.slice(begin, endOfText(text));
  const whole = wholeNumber(trimmed, start - begin);
  if (whole !== undefined) return first === '-' ? -whole : whole;
  if (DECIMAL.test(trimmed)) return Number(trimmed);
  const hexadecimal = HEXADECIMAL.exec(trimmed);
  if (hexadecimal !== null) {
    const [, sign, high = '', fraction = '', exponent = '0'] = hexadecimal;
    const digits = high + fraction;
    if (digits === '') return undefined;
    const value = Number(`0x${digits}`) * 2 ** (Number(exponent) - 4 * fraction.length);
    return sign === '-' ? -value : value;
  }
  const binary = BINARY.exec(trimmed);
  if (binary !== null) return Number(`0b${binary[2]}`) * (binary[1] === '-' ? -1 : 1);
  const special = NOT_FINITE.exec(trimmed);
  if (special !== null)
    return special[2]?.toLowerCase() === 'nan' ? NaN : special[1] === '-' ? -Infinity : Infinity;
  return undefined;
}

/**
 * The value of the decimal digits from `start` on; undefined if there are other characters, or too many
 * digits.
 */
function wholeNumber(text: string, start: number): number | undefined {
  if (text.length - start > MAX_DIGITS) return undefined;
  let value = 0;
  for (let index = start; index < text.length; index++) {
    const digit = text.charCodeAt(index) - 0x30;
    if (digit < 0 || digit > 9) return undefined;
    value = value * 10 + digit;
  }
  return value;
}
