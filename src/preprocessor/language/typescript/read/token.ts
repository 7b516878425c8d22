/**
 * Tokens of TypeScript's code, outside of literals that go over lines. In goes a line and a place in it, out comes the
 * token there. What can stand where is not decided here, but in host.ts.
 */
import { skipBlanks as skipAscii } from '../../../text/blank.ts';
import { JAVASCRIPT_WORDS } from '../../../text/word.ts';
import { regexEnd, stringEnd } from './literal.ts';

export interface Token {
  readonly kind: 'word' | 'number' | 'string' | 'regex' | 'punctuator' | 'template' | 'comment';
  readonly text: string;
  readonly end: number;
}

/** A name or keyword; also a private name. A backslash is the start of a Unicode escape. */
const WORD = /#?[\p{ID_Start}$_\\](?:[\p{ID_Continue}$\\]|\u{200c}|\u{200d})*/uy;
const NUMBER = /\.?\d(?:[eE][+-]?(?=\d)|[\w.])*/y;
/** `>` stands alone: it may close two lists of type arguments in a row. */
const PUNCTUATOR = /=>|\.\.\.|\?\.(?!\d)|\?\?=?|\+\+|--|&&=?|\|\|=?|[!=]==?|\*\*=?|<<=?|<=|[-+*%&|^/]=|[^]/uy;
/** What starts neither a word nor a number … */
const SIGNS = new Set(':?<>=!+-*/%&|^~@');
/** … and what is always a token of its own. */
const SINGLE = new Set('(){}[];,');
const BLANKS = /\s*/y;
const DIGIT_9 = 0x39;
const BACKSLASH = 0x5c;

/** Where what matches at `at` ends; `at` if nothing does. */
function matchEnd(pattern: RegExp, line: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(line) ? pattern.lastIndex : at;
}

/** Where the word at `at` ends; `at` if there is none. By hand where it is ASCII: most tokens are such words. */
function wordEnd(line: string, at: number): number {
  const { ascii } = JAVASCRIPT_WORDS;
  let end = at;
  while (end < line.length && ascii[line.charCodeAt(end)] === 1) end++;
  const next = line.charCodeAt(end);
  const isWhole = end > at && line.charCodeAt(at) > DIGIT_9 && next !== BACKSLASH && !(next >= 128);
  return isWhole ? end : matchEnd(WORD, line, at);
}

/** First place from `at` on that is not blank. */
export function skipBlanks(line: string, at: number): number {
  const end = skipAscii(line, at);
  return line.charCodeAt(end) < 128 ? end : matchEnd(BLANKS, line, end);
}

/**
 * The token at `at`, which is not blank. `regexAllowed` tells whether a slash may start a regular expression there. A
 * template's token is its backquote, a block comment's its `/*`; a string that is not closed reaches to the end of the line.
 */
export function tokenAt(line: string, at: number, regexAllowed: boolean): Token {
  const char = line.charAt(at);
  if (char === '`') return { kind: 'template', text: char, end: at + 1 };
  if (char === '"' || char === "'") {
    const end = stringEnd(line, at);
    return { kind: 'string', text: char, end: end < 0 ? line.length : end };
  }
  if (char === '/') {
    if (line[at + 1] === '/') return { kind: 'comment', text: '//', end: line.length };
    if (line[at + 1] === '*') return { kind: 'comment', text: '/*', end: at + 2 };
    const end = regexAllowed ? regexEnd(line, at) : -1;
    if (end > 0) return { kind: 'regex', text: '/', end };
  }
  if (SINGLE.has(char)) return { kind: 'punctuator', text: char, end: at + 1 };
  if (SIGNS.has(char)) return stretch('punctuator', line, at, matchEnd(PUNCTUATOR, line, at));
  let end = wordEnd(line, at);
  if (end > at) return stretch('word', line, at, end);
  end = matchEnd(NUMBER, line, at);
  if (end > at) return stretch('number', line, at, end);
  return stretch('punctuator', line, at, Math.max(matchEnd(PUNCTUATOR, line, at), at + 1));
}

function stretch(kind: Token['kind'], line: string, at: number, end: number): Token {
  return { kind, text: line.slice(at, end), end };
}
