/**
 * Number literals of TypeScript. Takes the text of an operand, or a token of an expression; returns its
 * value, or throws an error that says what TypeScript has instead.
 */
import { StatementError } from '../../../diagnostic/error.ts';
import { skipBlanks, trimBlanks } from '../../../text/blank.ts';
import { luaNumber } from '../../../text/luanumber.ts';
import type { Slice } from '../../../text/slice.ts';

const FIRST = '0123456789.';
/** A number of 15 decimal digits is exact. */
const SIMPLE = /^[-+]?(?:0|[1-9]\d{0,14})$/;
const DIGITS = String.raw`\d(?:_?\d)*`;
const WHOLE = String.raw`(?:0|[1-9](?:_?\d)*)`;
const INTEGER = String.raw`(?:0[xX][\da-fA-F](?:_?[\da-fA-F])*|0[bB][01](?:_?[01])*|0[oO][0-7](?:_?[0-7])*|${WHOLE})n?`;
const FRACTION = String.raw`(?:${WHOLE}(?:\.(?:${DIGITS})?)?|\.${DIGITS})(?:[eE][+-]?${DIGITS})?`;
const LITERAL = new RegExp(`^(?:${INTEGER}|${FRACTION})$`);
/** What begins as a number and has no operators in it, but for the sign of an exponent. */
const NUMBER_LIKE = /^(?:0[xX][\w.]*(?:[pP][+-]\w*)?|(?!0[xX])\.?\d(?:[eE][+-]?(?=\d)|[\w.])*)$/;

/**
 * The value of a number, which may have a sign in front; undefined for another expression.
 * @throws {StatementError} the text is no expression either: TypeScript does not have `010`, `5u`, `0x1p4`
 */
export function readNumber(slice: Slice): number | undefined {
  // Every operand and displacement comes by here. For most of them the first characters decide.
  const begin = skipBlanks(slice.text);
  const sign = slice.text.charAt(begin);
  const start = sign === '-' || sign === '+' ? begin + 1 : begin;
  if (start === slice.text.length || !FIRST.includes(slice.text.charAt(start))) return undefined;
  const text = trimBlanks(slice.text);
  if (SIMPLE.test(text)) return Number(text);
  const digits = text.slice(start - begin);
  if (!NUMBER_LIKE.test(digits)) return undefined;
  checkNumber(digits, slice);
  const value = Number(digits.replaceAll('_', '').replace(/n$/, ''));
  return sign === '-' ? -value : value;
}

/**
 * Checks a number without a sign. `at` is where it stands.
 * @throws {StatementError} TypeScript has no such number
 */
export function checkNumber(text: string, at: Slice): void {
  if (SIMPLE.test(text) || LITERAL.test(text)) return;
  throw new StatementError(`\`${text}' is not a number of TypeScript`, {
    code: 'number',
    at,
    notes: [correction(text)],
  });
}

/** What TypeScript has instead of a number that it does not have. */
function correction(text: string): string {
  const octal = /^0+([0-7]+)$/.exec(text)?.[1];
  if (octal !== undefined) {
    const ten = octal.replace(/^0+(?=.)/, '');
    return ten.length === 1 ? `write \`${ten}'` : `write \`${ten}', or \`0o${ten}' for an octal number`;
  }
  if (/^0\d+$/.test(text)) return `write \`${text.replace(/^0+(?=.)/, '')}'`;
  const [, integer = ''] = /^(0[xX][\da-fA-F]+|\d+)(?:[uU]?[lL]{0,2}|[lL]{1,2}[uU])$/.exec(text) ?? [];
  if (integer !== '') return `write \`${integer.replace(/^0+(?=\d)/, '')}': integers have no suffixes`;
  const [, hexadecimal = ''] = /^0*([\da-fA-F]+)[hH]$/.exec(text) ?? [];
  if (hexadecimal !== '') return `write \`0x${hexadecimal}'`;
  const value = luaNumber(text);
  if (value !== undefined && Number.isFinite(value)) return `write \`${value}'`;
  return "numbers are written `42', `0x2a', `0b101010', `0o52', with `_' between two digits, or `42n'";
}
