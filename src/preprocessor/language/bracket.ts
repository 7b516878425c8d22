/**
 * Brackets in a statement: where one is closed, and what stands outside of all of them. Takes code, in which
 * a language with literals has masked them (a bracket inside of a string does not count), and returns
 * indices, or the operands between commas.
 */
import { StatementError } from '../diagnostic/error.ts';
import { cut, trimmedPart, whole, type Slice } from '../text/slice.ts';

const CLOSING: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };

export interface BracketScan {
  /** Indices at which the separator stands outside of brackets. */
  readonly separators: readonly number[];
  /** Index of the first closing bracket that does not close the innermost open one; −1 if there is none. */
  readonly unmatched: number;
  /** The closing brackets that are missing at the end, the innermost first. */
  readonly missing: string;
}

/**
 * Index of the bracket that closes the one at index `open`; −1 if none does. Counts brackets of that kind
 * only.
 */
export function closingBracket(code: string, open: number): number {
  const opening = code.charAt(open);
  const closing = CLOSING[opening];
  let level = 0;
  for (let index = open; index < code.length; index++) {
    const character = code.charAt(index);
    if (character === opening) level++;
    else if (character === closing && --level === 0) return index;
  }
  return -1;
}

/** Looks for a separator, a character that is not a bracket, and for brackets that do not match. */
export function scanBrackets(code: string, separator: string): BracketScan {
  let separators: number[] | undefined;
  // A string as a stack: for the one or two brackets of most statements V8 allocates nothing.
  let open = '';
  const separatorCode = separator.charCodeAt(0);
  let unmatched = -1;
  // Every new statement is read by this loop: it looks at each character once, and compares numbers.
  for (let index = 0; index < code.length; index++) {
    const character = code.charCodeAt(index);
    if (character === separatorCode) {
      if (open === '') {
        if (separators === undefined) separators = [index];
        else separators.push(index);
      }
      continue;
    }
    switch (character) {
      case 0x28: // (
        open += ')';
        break;
      case 0x5b: // [
        open += ']';
        break;
      case 0x7b: // {
        open += '}';
        break;
      case 0x29: // )
      case 0x5d: // ]
      case 0x7d: // }
        if (!open.endsWith(code.charAt(index)) && unmatched < 0) unmatched = index;
        open = open.slice(0, -1);
        break;
    }
  }
  const missing = open.length > 1 ? open.split('').toReversed().join('') : open;
  return { separators: separators ?? [], unmatched, missing };
}

/**
 * Cuts `text` at the commas outside of brackets and trims the parts. `code` is `text` with its literals
 * masked, of the same length.
 * @throws {StatementError} brackets do not match
 */
export function cutOperands(text: string, code: string = text): Slice[] {
  const { separators, unmatched, missing } = scanBrackets(code, ',');
  if (unmatched >= 0) {
    const at = cut(whole(text), unmatched);
    throw new StatementError('unbalanced (), [] or {}', { code: 'brackets', at });
  }
  if (missing !== '') {
    const notes = [`${missing} is missing at the end`];
    throw new StatementError('unbalanced () or []', { code: 'brackets', notes });
  }
  const operands: Slice[] = [];
  let start = 0;
  for (const comma of separators) {
    operands.push(trimmedPart(text, start, comma));
    start = comma + 1;
  }
  operands.push(trimmedPart(text, start, text.length));
  return operands;
}
