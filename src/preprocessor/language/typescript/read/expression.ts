/**
 * Checks names and expressions of the host language that stand in operands. Takes their text as it stands in
 * the statement, and throws errors that point at it.
 */
import { trimBlanks } from '../../../text/blank.ts';
import { StatementError } from '../../../diagnostic/error.ts';
import { cut, trimmed, type Slice } from '../../../text/slice.ts';
import { scanBrackets } from '../../bracket.ts';
import { findSyntaxMistake, KEYWORDS } from './expressionsyntax.ts';
import { maskLiterals } from './literal.ts';

const IDENTIFIER = /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u;
/** Words that cannot be names in a module. */
const RESERVED: ReadonlySet<string> = new Set(
  KEYWORDS.concat('arguments eval false import null super this true'.split(' ')),
);
const OPERAND = String.raw`(?:(?!(?:${KEYWORDS.join('|')})\b)[A-Za-z_$][\w$]*|0[xX][\da-fA-F]+|(?:0|[1-9]\d*)(?![\w.$]))`;
/** Names and integers with operators between them. Nearly all expressions are such. */
const SIMPLE = new RegExp(String.raw`^\s*[-+~]?\s*${OPERAND}(?:\s*(?:[-+*%&|^]|<<|>>>?)\s*${OPERAND})*\s*$`);

/** Whether `text` is a name that can be declared in a module. */
export function isIdentifier(text: string): boolean {
  return IDENTIFIER.test(text) && !RESERVED.has(text);
}

/**
 * Checks a name that is to be declared in a module. `what` says in the message what is named; `at` is the
 * operand that the name comes from.
 * @throws {StatementError} the name cannot be declared
 */
export function checkIdentifier(name: string, what: string, at: Slice | undefined): void {
  if (isIdentifier(name)) return;
  throw new StatementError(`${what} \`${name}' is not a TypeScript identifier`, { code: 'identifier', at });
}

/**
 * Checks that a text is one expression, which changes nothing in the code around it.
 * @throws {StatementError} the text is empty, has brackets or quotes that do not match, a comment, a `;`,
 * starts with `...`, or is not an expression in another way that its tokens show
 */
export function checkExpression(expression: Slice): void {
  if (SIMPLE.test(expression.text)) return;
  const code = maskLiterals(expression.text);
  const message = findMistake(code);
  const mistake = message === undefined ? findSyntaxMistake(expression.text, code) : undefined;
  if (message === undefined && mistake === undefined) return;
  throw new StatementError(message ?? mistake?.message ?? '', {
    code: 'expression',
    at: mistake === undefined ? trimmed(expression) : cut(expression, mistake.start, mistake.end),
  });
}

/** What is wrong with an expression, as a message; `code` is its text with its literals masked. */
function findMistake(code: string): string | undefined {
  if (trimBlanks(code) === '') return 'an expression is missing';
  const { separators, unmatched, missing } = scanBrackets(code, ';');
  if (unmatched >= 0 || missing !== '') return 'unbalanced brackets in the expression';
  if (separators.length > 0) return '`;` in an expression';
  if (code.includes(',') && scanBrackets(code, ',').separators.length > 0) return '`,` in an expression';
  if (/['"`]/.test(code)) return 'the string does not end on this line';
  if (/\/[/*]/.test(code)) return 'a comment in an expression';
  return /^\s*\.\.\./.test(code) ? '`...` would change the number of arguments' : undefined;
}
