/**
 * Numbers as DynASM reads them: by the rules of Lua's `tonumber`, which differ from JavaScript's (`010` is ten, `0x1.8p1`
 * is a number, `5u` is none). In: text. Out: a number, or undefined where the text is none.
 */
import { trimBlanks } from './blank.ts';

/** What numbers, `inf` and `nan` begin with. */
const FIRST = '0123456789+-.iInN';
const DECIMAL = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;
const HEXADECIMAL = /^([+-]?)0x([\da-f]*)(?:\.([\da-f]*))?(?:p([+-]?\d+))?$/i;
const BINARY = /^([+-]?)0b([01]+)$/i;
const NOT_FINITE = /^([+-]?)(inf|infinity|nan)$/i;

/** The value of `text`, undefined if Lua's `tonumber` gives nil for it. */
export function luaNumber(text: string): number | undefined {
  const trimmed = trimBlanks(text);
  // All but a few operands are decided by their first character.
  if (!FIRST.includes(trimmed.charAt(0))) return undefined;
  if (DECIMAL.test(trimmed)) return Number(trimmed);
  const hexadecimal = HEXADECIMAL.exec(trimmed);
  if (hexadecimal !== null) {
    const [, sign, whole = '', fraction = '', exponent = '0'] = hexadecimal;
    const digits = whole + fraction;
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
