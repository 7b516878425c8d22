/**
 * Where literals and comments of TypeScript end. In goes a text and the place where one starts, out comes the place just
 * behind it. Lines of assembly are scanned with these functions alone; host text, which goes over lines, in host.ts.
 */

import { endOfText } from '../../../text/blank.ts';

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
 * Index behind a template literal's text from `from` on: behind its closing backquote, or behind a `${`; −1 if neither
 * comes.
 */
export function templateTextEnd(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    if (text[at] === '\\') at++;
    else if (text[at] === '`') return at + 1;
    else if (text.startsWith('${', at)) return at + 2;
  }
  return -1;
}

/** Index behind the regular expression (flags included) whose slash stands at `open`; −1 if it does not end on this line. */
export function regexEnd(text: string, open: number): number {
  let inClass = false;
  for (let at = open + 1; at < text.length; at++) {
    const char = text[at];
    if (char === '\\') at++;
    else if (char === '[') inClass = true;
    else if (char === ']') inClass = false;
    else if (char === '/' && !inClass) {
      at++;
      while (/[a-z]/i.test(text.charAt(at))) at++;
      return at;
    }
  }
  return -1;
}

/** A stretch of assembly text: code, or a literal or comment as a whole (a template in pieces, around its `${…}`). */
export interface Stretch {
  readonly kind: 'code' | 'literal' | 'comment' | 'open-comment';
  readonly start: number;
  readonly end: number;
}

const QUOTE_OR_SLASH = /["'`/]/;

/** What can stand before a division sign: a word, a number, a closing bracket or quote. */
const DIVIDEND_END = /[\p{ID_Continue}$)\]}'"`]/u;

/** Whether `text` is code all over: no literals, no comments. */
export function isCode(text: string): boolean {
  return !QUOTE_OR_SLASH.test(text);
}

/**
 * Cuts a line of assembly into code, literals and comments, from left to right and without gaps. A quote that nothing
 * closes on the line protects nothing; a template's `${…}` is code again.
 */
export function stretches(text: string): readonly Stretch[] {
  if (isCode(text)) return [{ kind: 'code', start: 0, end: text.length }];
  const found: Stretch[] = [];
  /** For each open brace whether it belongs to a template. */
  const braces: boolean[] = [];
  let start = 0;
  const cut = (kind: Stretch['kind'], from: number, to: number): number => {
    if (from > start) found.push({ kind: 'code', start, end: from });
    found.push({ kind, start: from, end: to });
    start = to;
    return to;
  };
  const template = (from: number, textFrom: number): number => {
    const end = templateTextEnd(text, textFrom);
    if (end < 0) return from + 1;
    if (text[end - 1] === '{') braces.push(true);
    return cut('literal', from, end);
  };
  let at = 0;
  while (at < text.length) {
    const char = text[at];
    let end = -1;
    if (char === '"' || char === "'") {
      end = stringEnd(text, at);
      at = end < 0 ? at + 1 : cut('literal', at, end);
    } else if (char === '`') {
      at = template(at, at + 1);
    } else if (char === '}' && braces.pop() === true) {
      at = template(at, at + 1);
    } else if (char === '{') {
      braces.push(false);
      at++;
    } else if (text.startsWith('//', at)) {
      at = cut('comment', at, text.length);
    } else if (text.startsWith('/*', at)) {
      end = text.indexOf('*/', at + 2);
      at = end < 0 ? cut('open-comment', at, text.length) : cut('comment', at, end + 2);
    } else if (char === '/' && !DIVIDEND_END.test(text.charAt(endOfText(text, at) - 1))) {
      end = regexEnd(text, at);
      at = end < 0 ? at + 1 : cut('literal', at, end);
    } else {
      at++;
    }
  }
  if (start < text.length) found.push({ kind: 'code', start, end: text.length });
  return found;
}

/**
 * `text` with its literals and comments masked, character by character: literals read as a word, comments as blanks, and
 * the braces of `${…}` stay, so that brackets and separators left are code.
 */
export function codeOnly(text: string): string {
  if (isCode(text)) return text;
  let code = '';
  for (const { kind, start, end } of stretches(text)) {
    const part = text.slice(start, end);
    if (kind === 'code') code += part;
    else if (kind !== 'literal') code += ' '.repeat(part.length);
    else {
      const closes = part.startsWith('}') ? '}' : '';
      const opens = part.endsWith('${') ? '{' : '';
      code += closes + '_'.repeat(part.length - closes.length - opens.length) + opens;
    }
  }
  return code;
}

/** Code of the bracket that closes the one with the code `bracket`; 0 if that is no opening one. */
export function closer(bracket: number): number {
  if (bracket === 0x28 /* ( */) return 0x29;
  return bracket === 0x5b /* [ */ || bracket === 0x7b /* { */ ? bracket + 2 : 0;
}

/** Whether the code is that of a closing bracket. */
export function isCloser(code: number): boolean {
  return code === 0x29 || code === 0x5d || code === 0x7d;
}
