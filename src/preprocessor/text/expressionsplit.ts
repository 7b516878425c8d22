/**
 * Splits expressions of addresses at their outer signs and asterisks. Takes code in which literals are
 * masked; returns indices.
 */
import { endOfText, isBlank, skipBlanks } from './blank.ts';

/** A term of a sum. */
interface TermSpan {
  /** The term without its sign. */
  readonly from: number;
  readonly to: number;
  readonly sign: 1 | -1;
  /** Where its signs begin. */
  readonly start: number;
}

const OPENING = '([{';
const CLOSING = ')]}';
/** A name or number. The sign of an exponent belongs to the number. */
const WORD = /(?:\d[\d_]*\.?[\d_]*[eE][+-]\d\w*|[\p{ID_Continue}$.]+)/uy;

/** The terms of a sum. A `+` or `-` behind an operator, or at the start, is a sign of the term behind it. */
export function splitSum(code: string): readonly TermSpan[] {
  const terms: TermSpan[] = [];
  let depth = 0;
  let sign: 1 | -1 = 1;
  let start = 0;
  let from = 0;
  /** The term has begun: something other than its signs has been read. */
  let hasBegun = false;
  let expectsOperand = true;
  for (let at = 0; at < code.length; at++) {
    const character = code.charAt(at);
    if (isBlank(code.charCodeAt(at))) continue;
    if (OPENING.includes(character)) depth++;
    else if (CLOSING.includes(character)) depth--;
    const isSign = depth === 0 && (character === '+' || character === '-');
    if (isSign && code.startsWith('->', at) && (expectsOperand || isWordBefore(code, at))) {
      // A label, or a member of a type.
      at++;
      hasBegun = true;
      expectsOperand = true;
    } else if (isSign && code.charAt(at + 1) === character && isIncrement(code, at, expectsOperand)) {
      // `n++` and `++n` are operators of the host language.
      at++;
      hasBegun = true;
    } else if (isSign && !expectsOperand) {
      terms.push({ from, to: at, sign, start });
      start = at;
      from = at + 1;
      sign = character === '-' ? -1 : 1;
      hasBegun = false;
      expectsOperand = true;
    } else if (isSign && !hasBegun) {
      from = at + 1;
      if (character === '-') sign = sign === 1 ? -1 : 1;
    } else {
      hasBegun = true;
      WORD.lastIndex = at;
      const isWord = depth === 0 && WORD.test(code);
      if (isWord) at = WORD.lastIndex - 1;
      // A `!` behind an operand says that it is not null.
      const isAsserted: boolean = character === '!' && !expectsOperand;
      expectsOperand = !isWord && !isAsserted && !CLOSING.includes(character);
    }
  }
  return [...terms, { from, to: code.length, sign, start }];
}

/**
 * Whether two equal signs at an index are one operator: in front of a name at the start of a term, or behind
 * an operand if no other operand follows them. In `rax--4` they are two.
 */
function isIncrement(code: string, at: number, expectsOperand: boolean): boolean {
  if (expectsOperand) return /[\p{ID_Start}$_]/u.test(code.charAt(at + 2));
  return !/[\p{ID_Continue}$(.[]/u.test(code.charAt(skipBlanks(code, at + 2)));
}

/** Operators that bind less tightly than a sum. */
const LOOSE = /[<>&|^=]|\?(?!\.(?!\d))|\b(?:in|instanceof|as|satisfies)\b/;

/** Whether an operator that binds less tightly than a sum stands outside of brackets. */
export function isLoose(code: string): boolean {
  return LOOSE.test(outerCode(code).replaceAll('->', '  '));
}

/** `code` with `_` for what stands in brackets. */
function outerCode(code: string): string {
  let depth = 0;
  let outer = '';
  for (const character of code) {
    if (CLOSING.includes(character)) depth--;
    outer += depth > 0 ? '_' : character;
    if (OPENING.includes(character)) depth++;
  }
  return outer;
}

/** Whether a name or a bracket stands in front of an index: then a `->` there is that of a member. */
function isWordBefore(code: string, at: number): boolean {
  return /[\p{ID_Continue}$)\]]/u.test(code.charAt(endOfText(code, at) - 1));
}

/** Where the factors of a product stand, from and to. */
export function splitProduct(code: string): readonly (readonly [from: number, to: number])[] {
  const factors: [number, number][] = [];
  let depth = 0;
  let from = 0;
  for (let at = 0; at < code.length; at++) {
    const character = code.charAt(at);
    if (OPENING.includes(character)) depth++;
    else if (CLOSING.includes(character)) depth--;
    else if (depth === 0 && code.startsWith('**', at)) at++;
    else if (depth === 0 && character === '*') {
      factors.push([from, at]);
      from = at + 1;
    }
  }
  return [...factors, [from, code.length]];
}
