/**
 * How assembly is read inside TypeScript: strings, template literals, regular expressions and comments are respected,
 * statements and operands are cut at bracket level 0 only, and defines are not replaced in literals or behind a dot.
 */
import { endOfText } from '../../../text/blank.ts';
import { StatementError } from '../../../diagnostic/error.ts';
import { cut, trimmedPart, whole, type Slice } from '../../../text/slice.ts';
import { JAVASCRIPT_WORDS, replaceWords } from '../../../text/word.ts';
import type { Dialect } from '../../outputlanguage.ts';
import { TypeScriptLines } from './classifier.ts';
import { closer, codeOnly, isCloser, isCode, stretches } from './literal.ts';

const COMMA = 0x2c;
const LETTER_A = 0x61;
const LETTER_Z = 0x7a;
const SEMICOLON = 0x3b;
const PASTE = /\s*(?<!\.)\.\.(?!\.)\s*/g;

/** Places of semicolons at bracket level 0 of `code`, and its end. */
function cuts(code: string): readonly number[] {
  const found: number[] = [];
  let level = 0;
  for (let at = 0; at < code.length; at++) {
    const char = code.charCodeAt(at);
    if (closer(char) !== 0) level++;
    else if (isCloser(char)) level = Math.max(0, level - 1);
    else if (char === SEMICOLON && level === 0) found.push(at);
  }
  found.push(code.length);
  return found;
}

/** `text` with its comments blanked out. Throws `StatementError` for one that is not closed. */
function withoutComments(text: string): string {
  if (isCode(text)) return text;
  let result = '';
  for (const { kind, start, end } of stretches(text)) {
    const part = text.slice(start, end);
    if (kind === 'open-comment') {
      throw new StatementError('the comment does not end on this line', {
        code: 'comment',
        at: { start, end },
      });
    }
    result += kind === 'comment' ? ' '.repeat(part.length) : part;
  }
  return result;
}

function statements(line: string): readonly Slice[] {
  const text = withoutComments(line);
  if (text !== '' && !text.includes(';')) return [whole(text)];
  const found: Slice[] = [];
  let start = 0;
  for (const end of cuts(codeOnly(text))) {
    if (end > start) found.push(cut(whole(text), start, end));
    start = end + 1;
  }
  return found;
}

/** Throws `StatementError` for brackets that do not match. */
function operands(text: string): Slice[] {
  const code = codeOnly(text);
  const found: Slice[] = [];
  const open: number[] = [];
  let start = 0;
  for (let at = 0; at < code.length; at++) {
    const char = code.charCodeAt(at);
    if (char >= LETTER_A && char <= LETTER_Z) continue;
    if (char === COMMA && open.length === 0) {
      found.push(trimmedPart(text, start, at));
      start = at + 1;
      continue;
    }
    const wanted = closer(char);
    if (wanted !== 0) open.push(wanted);
    else if (isCloser(char) && open.pop() !== char) {
      throw new StatementError('unbalanced (), [] or {}', { code: 'brackets', at: cut(whole(text), at) });
    }
  }
  if (open.length > 0) {
    throw new StatementError('unbalanced () or []', {
      code: 'brackets',
      notes: [`${String.fromCharCode(...open.toReversed())} is missing at the end`],
    });
  }
  found.push(trimmedPart(text, start, text.length));
  return found;
}

/** `text` with `change` applied to its stretches of code; literals and comments are left alone. */
function changeCode(text: string, change: (code: string, start: number) => string): string {
  if (isCode(text)) return change(text, 0);
  let result = '';
  for (const { kind, start, end } of stretches(text)) {
    const part = text.slice(start, end);
    result += kind === 'code' ? change(part, start) : part;
  }
  return result;
}

/** Whether a member's name would stand at `at`: behind one dot, but not two (`a .. b` pastes) or three (`...rest`). */
function isMember(text: string, at: number): boolean {
  const end = endOfText(text, at);
  return text[end - 1] === '.' && text[end - 2] !== '.';
}

function substitute(text: string, replace: (word: string, start: number) => string | undefined): string {
  const members = text.includes('.');
  if (!members && isCode(text)) return replaceWords(text, JAVASCRIPT_WORDS, replace);
  return changeCode(text, (code, start) =>
    replaceWords(code, JAVASCRIPT_WORDS, (word, index) => {
      const at = start + index;
      return members && isMember(text, at) ? undefined : replace(word, at);
    }),
  );
}

function closing(text: string, open: number): number {
  const code = codeOnly(text);
  const opening = code.charCodeAt(open);
  const wanted = closer(opening);
  let level = 0;
  for (let at = open; at < code.length; at++) {
    const char = code.charCodeAt(at);
    if (char === opening) level++;
    else if (char === wanted && --level === 0) return at;
  }
  return -1;
}

export const typescriptDialect: Dialect = {
  classifier: isStatement => new TypeScriptLines(isStatement),
  statements,
  operands,
  substitute,
  paste: text => changeCode(text, code => code.replace(PASTE, '')),
  closing,
  javascriptOperators: true,
};
