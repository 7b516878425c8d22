/**
 * String literals as operands of data directives. Takes an operand; returns the text that the literal stands
 * for, by the rules of ECMAScript (12.9.4, "String Literals", in a module: without octal escapes).
 */
import { StatementError } from '../../../diagnostic/error.ts';
import { skipBlanks } from '../../../text/blank.ts';
import { cut, type Slice } from '../../../text/slice.ts';
import { stringEnd } from './literal.ts';

/** An escape sequence: two hexadecimal digits, four, any number in braces; or a character. */
const ESCAPE = /\\(?:x([\dA-Fa-f]{2})|u([\dA-Fa-f]{4})|u\{([\dA-Fa-f]+)\}|([^]))/gu;
const CHARACTERS: Readonly<Record<string, string>> = {
  0: '\0',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
  // A line continuation. (Other line breaks do not stand within a line of assembly.)
  '\u2028': '',
  '\u2029': '',
};
/** Characters that are not an escape sequence alone. */
const INCOMPLETE = /^[xu1-9]$/;
const MAX_CODE_POINT = 0x10ffff;

/**
 * The text of a string literal in single or double quotes; undefined if the operand is something else, or the
 * literal only a part of it.
 * @throws {StatementError} a bad escape sequence, or another literal that follows without a comma
 */
export function readString(operand: Slice): string | undefined {
  const { text } = operand;
  if (!text.startsWith('"') && !text.startsWith("'")) return undefined;
  const end = stringEnd(text, 0);
  if (end < 0) return undefined;
  if (end < text.length) {
    const next = skipBlanks(text, end);
    if (!/^["']/.test(text.slice(next))) return undefined;
    throw new StatementError('a comma is missing between texts', { code: 'text', at: cut(operand, next) });
  }
  const body = cut(operand, 1, end - 1);
  if (!body.text.includes('\\')) return body.text;
  return body.text.replace(
    ESCAPE,
    (escape: string, two?: string, four?: string, braced?: string, character = '', index = 0) => {
      const digits = two ?? four ?? braced;
      const code = digits === undefined ? 0 : Number.parseInt(digits, 16);
      const isOctal = character === '0' && /\d/.test(body.text.charAt(index + escape.length));
      if (code > MAX_CODE_POINT || INCOMPLETE.test(character) || isOctal) {
        failEscape(cut(body, index, index + escape.length));
      }
      return digits === undefined ? (CHARACTERS[character] ?? character) : String.fromCodePoint(code);
    },
  );
}

function failEscape(at: Slice): never {
  throw new StatementError(`\`${at.text}' is not an escape sequence`, {
    code: 'text',
    at,
    notes: ['there are \\n \\r \\t \\b \\f \\v \\0, \\xHH, \\uHHHH and \\u{H…}'],
  });
}
