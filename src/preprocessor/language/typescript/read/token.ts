/**
 * Tokens of TypeScript. Takes a line and an index outside of literals that started on an earlier line, and
 * returns the token there. What a token means, and whether it may stand there, is not decided here
 * (grammar.ts).
 */
import { skipBlanks as skipAsciiBlanks } from '../../../text/blank.ts';
import { JAVASCRIPT_WORDS } from '../../../text/word.ts';
import { type RegexReader, stringEnd } from './literal.ts';

export interface Token {
  readonly kind: 'word' | 'number' | 'string' | 'regex' | 'punctuator' | 'template' | 'comment';
  /** Of a literal or comment only its start: a quote, a slash, `//`, `/*`. */
  readonly text: string;
  /** Index behind the token. */
  readonly end: number;
}

/** A name or keyword, or a private name. A backslash is the start of a Unicode escape. */
const WORD = /#?[\p{ID_Start}$_\\](?:[\p{ID_Continue}$\\]|\u{200c}|\u{200d})*/uy;
const NUMBER = /\.?\d(?:[eE][+-]?(?=\d)|[\w.])*/y;
/** Each `>` is a token of its own: it may close two lists of type arguments in a row. */
const PUNCTUATOR = /=>|\.\.\.|\?\.(?!\d)|\?\?=?|\+\+|--|&&=?|\|\|=?|[!=]==?|\*\*=?|<<=?|<=|[-+*%&|^/]=|[^]/uy;
/** Characters that start neither a word nor a number, but may start a longer punctuator. */
const OPERATOR_STARTS = new Set(':?<>=!+-*/%&|^~@');
/** Characters that are always tokens of their own. */
const SINGLE_CHARACTERS = new Set('(){}[];,');
const BLANKS = /\s*/y;
const DIGIT_9 = 0x39;
const BACKSLASH = 0x5c;

/** First index from `at` on at which there is not a blank. */
export function skipBlanks(line: string, at: number): number {
  const end = skipAsciiBlanks(line, at);
  return line.charCodeAt(end) < 128 ? end : matchEnd(BLANKS, line, end);
}

/**
 * The token at index `at`, where there is not a blank. `regexes` is given where a slash may start a regular
 * expression. The token of a template literal is only its backquote, that of a block comment
 * only its `/*`. A string that is not closed reaches to the end of the line.
 */
export function tokenAt(line: string, at: number, regexes: RegexReader | undefined): Token {
  const char = line.charAt(at);
  if (char === '`') return { kind: 'template', text: char, end: at + 1 };
  if (char === '"' || char === "'") {
    const end = stringEnd(line, at);
    return { kind: 'string', text: char, end: end < 0 ? line.length : end };
  }
  if (char === '/') {
    if (line[at + 1] === '/') return { kind: 'comment', text: '//', end: line.length };
    if (line[at + 1] === '*') return { kind: 'comment', text: '/*', end: at + 2 };
    const end = regexes?.end(line, at) ?? -1;
    if (end > 0) return { kind: 'regex', text: '/', end };
  }
  if (SINGLE_CHARACTERS.has(char)) return { kind: 'punctuator', text: char, end: at + 1 };
  if (OPERATOR_STARTS.has(char)) return newToken('punctuator', line, at, matchEnd(PUNCTUATOR, line, at));
  let end = wordEnd(line, at);
  if (end > at) return newToken('word', line, at, end);
  end = matchEnd(NUMBER, line, at);
  if (end > at) return newToken('number', line, at, end);
  return newToken('punctuator', line, at, Math.max(matchEnd(PUNCTUATOR, line, at), at + 1));
}

function newToken(kind: Token['kind'], line: string, at: number, end: number): Token {
  return { kind, text: line.slice(at, end), end };
}

/**
 * Index behind the word at `at`; `at` if there is none. Words in ASCII, most of all tokens, do without the
 * regular expression.
 */
function wordEnd(line: string, at: number): number {
  const { ascii } = JAVASCRIPT_WORDS;
  let end = at;
  while (end < line.length && ascii[line.charCodeAt(end)] === 1) end++;
  const next = line.charCodeAt(end);
  const isWhole = end > at && line.charCodeAt(at) > DIGIT_9 && next !== BACKSLASH && !(next >= 128);
  return isWhole ? end : matchEnd(WORD, line, at);
}

/** Index behind what matches at `at`; `at` if nothing does. */
function matchEnd(pattern: RegExp, line: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(line) ? pattern.lastIndex : at;
}
