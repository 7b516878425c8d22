/**
 * Which names an expression uses. Takes its text as it stands in a statement; returns the identifiers that
 * are not members or keys and that it does not declare itself. Also checks its numbers.
 */
import { endOfText, skipBlanks } from '../../../text/blank.ts';
import { cut, type Slice } from '../../../text/slice.ts';
import { closingBracket } from '../../bracket.ts';
import { maskLiterals } from './literal.ts';
import { checkNumber } from './numberliteral.ts';

/** A name, with the dot or arrow that makes it a member; or a number. */
const TOKEN =
  /(?:(\?\.|(?<!\.)\.|->)\s*)?([\p{ID_Start}$_][\p{ID_Continue}$]*)|0[xXbBoO]\w*|(?:\d[\d_]*(?:\.[\d_]*)?|\.\d[\d_]*)(?:[eE][+-]?\d[\d_]*)?\w*/gu;
const NAME = /[\p{ID_Start}$_][\p{ID_Continue}$]*/gu;
/** One name, which nearly all expressions are; also in parentheses. */
const ONE_NAME = /^(\(?)[A-Za-z_$][\w$]*(\)?)$/;
/** What declares the name behind it. */
const DECLARATION = /\b(?:const|let|var|function|class)$/;
/** Longer than each of these words. */
const LONGEST = 10;
const FUNCTION = /\bfunction\s*[\w$]*\s*\(/g;

/** @throws {StatementError} a number is not one of TypeScript */
export function usedNames(expression: Slice): readonly Slice[] {
  const [only, open = '', close = ''] = ONE_NAME.exec(expression.text) ?? [];
  if (only !== undefined) return [cut(expression, open.length, only.length - close.length)];
  const code = maskLiterals(expression.text);
  const names: Slice[] = [];
  let parameters: ReadonlySet<string> | undefined;
  for (const { 0: token, 1: member, 2: name, index } of code.matchAll(TOKEN)) {
    const end = index + token.length;
    if (name === undefined) {
      checkNumber(token, cut(expression, index, end));
      continue;
    }
    if (member !== undefined || isKey(code, index, end)) continue;
    parameters ??= declaredIn(code);
    if (!parameters.has(name)) names.push(cut(expression, end - name.length, end));
  }
  return names;
}

/** Whether the name between two indices is the key of an object literal. */
function isKey(code: string, start: number, end: number): boolean {
  return code[skipBlanks(code, end)] === ':' && '{,'.includes(code.charAt(endOfText(code, start) - 1) || ' ');
}

const NONE: ReadonlySet<string> = new Set();

/** The names that functions in an expression declare: their parameters and variables. */
function declaredIn(code: string): ReadonlySet<string> {
  if (!code.includes('=>') && !code.includes('function')) return NONE;
  const declared = new Set<string>();
  const add = (text: string): void => {
    for (const [name] of text.matchAll(NAME)) declared.add(name);
  };
  for (const { index } of code.matchAll(/=>/g)) {
    const before = code.slice(0, index).trimEnd();
    if (before.endsWith(')')) add(before.slice(openingParenthesis(before)));
    else add(/[\p{ID_Continue}$]+$/u.exec(before)?.[0] ?? '');
  }
  for (const { 0: head, index } of code.matchAll(FUNCTION)) {
    const open = index + head.length - 1;
    add(code.slice(open, closingBracket(code, open) + 1));
  }
  for (const { 0: name, index } of code.matchAll(NAME)) {
    const before = endOfText(code, index);
    if (DECLARATION.test(code.slice(Math.max(0, before - LONGEST), before))) declared.add(name);
  }
  return declared;
}

/** Index of the parenthesis that the last character of `code` closes; 0 if none does. */
function openingParenthesis(code: string): number {
  let level = 0;
  for (let index = code.length - 1; index > 0; index--) {
    if (code[index] === ')') level++;
    else if (code[index] === '(' && --level === 0) return index;
  }
  return 0;
}
