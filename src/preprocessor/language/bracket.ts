/**
 * Brackets in a statement: where one is closed, and what stands outside of all of them. Takes code, in which
 * a language with literals has masked them (a bracket inside of a string does not count), and returns
 * indices, or the operands between commas.
 */
import { StatementError } from '../diagnostic/error.ts';
import { cut, trimmedPart, whole, type Slice } from '../text/slice.ts';

const CLOSING: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };
/** The closing brackets by their kinds, from 1 on. */
const CLOSING_BRACKETS = ')]}';
/** A number holds the kinds of so many brackets, with two bits for each. */
const BRACKETS_IN_WORD = 15;

interface BracketScan {
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
  // The kinds of the open brackets, as a stack: two bits each, the innermost lowest. For the few brackets of
  // most statements V8 allocates nothing.
  let open = 0;
  let depth = 0;
  let outer: number[] | undefined;
  const separatorCode = separator.charCodeAt(0);
  let unmatched = -1;
  // Every new statement is read by this loop: it looks at each character once, and compares numbers.
  const { length } = code;
  for (let index = 0; index < length; index++) {
    const character = code.charCodeAt(index);
    if (character === separatorCode) {
      if (depth === 0) {
        if (separators === undefined) separators = [index];
        else separators.push(index);
      }
      continue;
    }
    switch (character) {
      case 0x28: // (
      case 0x5b: // [
      case 0x7b: // {
        if (depth > 0 && depth % BRACKETS_IN_WORD === 0) {
          (outer ??= []).push(open);
          open = 0;
        }
        open = (open << 2) | kindOf(character);
        depth++;
        break;
      case 0x29: // )
      case 0x5d: // ]
      case 0x7d: // }
        if ((open & 3) !== kindOf(character) && unmatched < 0) unmatched = index;
        if (depth === 0) break;
        open >>>= 2;
        depth--;
        if (depth > 0 && depth % BRACKETS_IN_WORD === 0) open = outer?.pop() ?? 0;
        break;
    }
  }
  return { separators: separators ?? [], unmatched, missing: depth === 0 ? '' : missingText(open, outer) };
}

/** 1, 2 or 3 for a bracket `()`, `[]` or `{}`: these are the upper bits of both codes. */
function kindOf(character: number): number {
  return character >> 5;
}

/** The brackets that close those of a stack, the innermost first. */
function missingText(innermost: number, outer: readonly number[] = []): string {
  let text = '';
  for (const word of [innermost, ...outer.toReversed()]) {
    for (let rest = word; rest > 0; rest >>>= 2) text += CLOSING_BRACKETS.charAt((rest & 3) - 1);
  }
  return text;
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
