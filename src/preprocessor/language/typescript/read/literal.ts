/**
 * Literals and comments of TypeScript. Takes a text and the index at which a literal starts, and returns the
 * index behind it; or takes a line of assembly, and returns what in it is code. Host text, whose literals go
 * over lines, is followed in hosttext.ts.
 */
import { endOfText } from '../../../text/blank.ts';
import type { Span } from '../../../text/slice.ts';

/**
 * A part of an assembly line: code, or a whole literal or comment. A template literal has several, around
 * each `${…}`.
 */
export interface LexicalSpan extends Span {
  readonly kind: 'code' | 'literal' | 'comment' | 'open-comment';
}

const QUOTE_OR_SLASH = /["'`/]/;
/** What can stand before a division sign: a word, a number, a closing bracket or quote. */
const DIVIDEND_END = /[\p{ID_Continue}$)\]}'"`]/u;

/** Index behind the string whose quote stands at `open`; −1 if it does not end on this line. */
export function stringEnd(text: string, open: number): number {
  const quote = text[open];
  for (let at = open + 1; at < text.length; at++) {
    if (text[at] === '\\') at++;
    else if (text[at] === quote) return at + 1;
  }
  return -1;
}

/**
 * Follows a template literal's text from `from` on. Index behind its backquote or its next `${`; −1 if
 * neither comes.
 */
export function templateTextEnd(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    if (text[at] === '\\') at++;
    else if (text[at] === '`') return at + 1;
    else if (text.startsWith('${', at)) return at + 2;
  }
  return -1;
}

/**
 * Finds the ends of regular expressions. It keeps what it has learned of the last text, so that a text with
 * many slashes that start none takes time in proportion to its length.
 */
export class RegexReader {
  #text = '';
  /** The first slash that was found to start none. */
  #failed = Infinity;
  /** Nor does one between these indices. */
  #deadStart = 0;
  #deadEnd = 0;

  /**
   * Index behind the regular expression and its flags whose slash stands at `open`; −1 if it does not end on
   * this line.
   */
  end(text: string, open: number): number {
    if (text !== this.#text) {
      this.#text = text;
      this.#failed = Infinity;
      this.#deadEnd = 0;
    }
    const isBehindFailed = open >= this.#failed;
    if (open >= this.#deadStart && open < this.#deadEnd) return -1;
    let inClass = false;
    let deadEnd = text.length;
    for (let at = open + 1; at < text.length; at++) {
      const char = text[at];
      if (char === '\\') at++;
      else if (char === '[' || char === ']') {
        // From here on it goes as from the slash that failed, which has met this character, too.
        if (isBehindFailed) return this.#fail(open, at);
        if (deadEnd === text.length) deadEnd = at;
        inClass = char === '[';
      } else if (char === '/' && !inClass) {
        at++;
        while (/[a-z]/i.test(text.charAt(at))) at++;
        return at;
      }
    }
    this.#failed = Math.min(this.#failed, open);
    return this.#fail(open, deadEnd);
  }

  /** No slash between these indices starts a regular expression. */
  #fail(start: number, end: number): -1 {
    this.#deadStart = start;
    this.#deadEnd = end;
    return -1;
  }
}

/** Whether `text` certainly has no literals and no comments. */
export function isCodeOnly(text: string): boolean {
  return !QUOTE_OR_SLASH.test(text);
}

/**
 * Cuts a line of assembly into code, literals and comments, from left to right and without gaps. A quote that
 * nothing closes on the line is code. So is what stands between `${` and `}`.
 */
export function lexicalSpans(text: string): readonly LexicalSpan[] {
  if (isCodeOnly(text)) return [{ kind: 'code', start: 0, end: text.length }];
  const spans: LexicalSpan[] = [];
  /** For each open brace whether it belongs to a template literal. */
  const braces: boolean[] = [];
  /** Where the code starts that is not in a span yet. */
  let codeStart = 0;
  const regexes = new RegexReader();
  /** Quotes that nothing closes. Those behind them are not closed either. */
  let unclosed = '';
  /** Ends the code at `start` and adds another span; returns its end. */
  const add = (kind: LexicalSpan['kind'], start: number, end: number): number => {
    if (start > codeStart) spans.push({ kind: 'code', start: codeStart, end: start });
    spans.push({ kind, start, end });
    codeStart = end;
    return end;
  };
  /** Adds the literal at `start`, which reaches to `end`. A negative end makes the sign at `start` code. */
  const addLiteral = (start: number, end: number): number =>
    end < 0 ? start + 1 : add('literal', start, end);
  /** Adds a literal with such quotes, whose text starts at `start`. */
  const addQuoted = (quote: string, start: number): number => {
    if (unclosed.includes(quote)) return start + 1;
    const isTemplate = quote === '`';
    const end = isTemplate ? templateTextEnd(text, start + 1) : stringEnd(text, start);
    if (end < 0) unclosed += quote;
    else if (isTemplate && text[end - 1] === '{') braces.push(true);
    return addLiteral(start, end);
  };
  let at = 0;
  while (at < text.length) {
    const char = text[at];
    if (char === '"' || char === "'") {
      at = addQuoted(char, at);
    } else if (char === '`' || (char === '}' && braces.pop() === true)) {
      at = addQuoted('`', at);
    } else if (char === '{') {
      braces.push(false);
      at++;
    } else if (text.startsWith('//', at)) {
      at = add('comment', at, text.length);
    } else if (text.startsWith('/*', at)) {
      const end = text.indexOf('*/', at + 2);
      at = end < 0 ? add('open-comment', at, text.length) : add('comment', at, end + 2);
    } else if (char === '/' && !endsDividend(text, at)) {
      at = addLiteral(at, regexes.end(text, at));
    } else {
      at++;
    }
  }
  if (codeStart < text.length) spans.push({ kind: 'code', start: codeStart, end: text.length });
  return spans;
}

/**
 * `text` with its literals and comments masked, each character by one: literals by `_`, comments by blanks.
 * The braces of `${…}` stay. Brackets and separators in the result are code, and stand at the same index as
 * in `text`.
 */
export function maskLiterals(text: string): string {
  if (isCodeOnly(text)) return text;
  let masked = '';
  for (const { kind, start, end } of lexicalSpans(text)) {
    const part = text.slice(start, end);
    if (kind === 'code') masked += part;
    else if (kind !== 'literal') masked += ' '.repeat(part.length);
    else {
      const closes = part.startsWith('}') ? '}' : '';
      const opens = part.endsWith('${') ? '{' : '';
      masked += closes + '_'.repeat(part.length - closes.length - opens.length) + opens;
    }
  }
  return masked;
}

/** Whether what stands in front of an index can be divided: then a slash there is not that of a literal. */
function endsDividend(text: string, at: number): boolean {
  const end = endOfText(text, at);
  // TypeScript's `!` behind an operand says that this is not null.
  const isAsserted = text.charAt(end - 1) === '!' && DIVIDEND_END.test(text.charAt(end - 2));
  return isAsserted || DIVIDEND_END.test(text.charAt(end - 1));
}
