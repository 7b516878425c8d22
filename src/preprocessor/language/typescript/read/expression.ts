/**
 * Host expressions that stand in operands. In flows their text, out flows what the printer has to know: whether each is one
 * expression at all, whether evaluating it can have an effect, the names in it; and the members of a `.type` operand's tail.
 */
import { trimBlanks } from '../../../text/blank.ts';
import { StatementError } from '../../../diagnostic/error.ts';
import { cut, trimmed, type Slice } from '../../../text/slice.ts';
import { closer, codeOnly, isCloser } from './literal.ts';

const IDENTIFIER = /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u;
const WORD = /[\p{ID_Start}$_][\p{ID_Continue}$]*/gu;
/** Words that cannot be names in a module. */
const RESERVED = new Set(
  (
    'arguments await break case catch class const continue debugger default delete do else enum eval export extends false ' +
    'finally for function if implements import in instanceof interface let new null package private protected public return ' +
    'static super switch this throw true try typeof var void while with yield'
  ).split(' '),
);
/** Numbers and names with arithmetic between: nothing that calls, assigns or reads a member. */
const PLAIN = /^(?:[\p{ID_Continue}$\s()*/%&|^~]|\+(?!\+)|-(?!-)|<<|>>|\.(?=\d))*$/u;
const CALL = /[\p{ID_Continue}$)]\s*\(/u;
/** Names and numbers with operators between: no brackets, quotes, slashes, dots and semicolons. */
const FLAT = /^[\s+*%&|^~<>-]*[\w$][\w$\s+*%&|^~<>-]*$/;
const WORD_OPERATOR = /\b(?:await|yield|new|delete|void|typeof|in|of|instanceof|function|class|async)\b/;

/** Throws `StatementError` unless `name` can be declared in a module; `at` is the operand that it comes from. */
export function checkIdentifier(name: string, what: string, at: Slice | undefined): void {
  if (isIdentifier(name)) return;
  throw new StatementError(`${what} \`${name}' is no TypeScript identifier`, {
    code: 'identifier',
    at,
  });
}

export function isIdentifier(text: string): boolean {
  return IDENTIFIER.test(text) && !RESERVED.has(text);
}

/**
 * Throws `StatementError` for a text that could change what stands around it: empty, with brackets or quotes that do not
 * match, several statements, a spread.
 */
export function checkExpression(expression: Slice): void {
  const { text } = expression;
  if (FLAT.test(text)) return;
  const refuse = (message: string): never => {
    throw new StatementError(message, { code: 'expression', at: trimmed(expression) });
  };
  const code = codeOnly(text);
  if (trimBlanks(code) === '') refuse('an expression is missing');
  const open: number[] = [];
  for (let at = 0; at < code.length; at++) {
    const char = code.charCodeAt(at);
    const wanted = closer(char);
    if (wanted !== 0) open.push(wanted);
    else if (isCloser(char) && open.pop() !== char) refuse('unbalanced brackets in the expression');
    else if (char === 0x3b /* ; */ && open.length === 0) refuse('`;` in an expression');
    else if ('\'"`'.includes(code.charAt(at))) refuse('the string does not end on this line');
  }
  if (open.length > 0) refuse('unbalanced brackets in the expression');
  if (/\/[/*]/.test(code)) refuse('a comment in an expression');
  if (/^\s*\.\.\./.test(code)) refuse('`...` would change the number of arguments');
}

/** Whether evaluating the expression calls nothing and changes nothing, so that it does not matter when it is done. */
export function isPlain(text: string): boolean {
  return PLAIN.test(text) && !CALL.test(text) && !WORD_OPERATOR.test(text);
}

/** Parenthesised where a comma would make several arguments of it. */
export function asArgument(text: string): string {
  if (!text.includes(',')) return trimBlanks(text);
  const code = codeOnly(text);
  let level = 0;
  for (let at = 0; at < code.length; at++) {
    const char = code.charCodeAt(at);
    if (closer(char) !== 0) level++;
    else if (isCloser(char)) level--;
    else if (char === 0x2c /* , */ && level === 0) return `(${text})`;
  }
  return trimBlanks(text);
}

/** All words in the texts: names, members, keywords. */
export function wordsOf(texts: Iterable<string>): ReadonlySet<string> {
  const words = new Set<string>();
  for (const text of texts) for (const [word] of text.matchAll(WORD)) words.add(word);
  return words;
}

/** A name that is not among `words`: `name` itself, or `name` with a number. */
export function unusedName(name: string, words: ReadonlySet<string>): string {
  if (!words.has(name)) return name;
  let number = 1;
  while (words.has(`${name}${number}`)) number++;
  return `${name}${number}`;
}

/** A step into a type: a member's name, or the expression of an array's index. */
export type Step = { readonly member: string } | { readonly index: string };

/**
 * The steps of a tail such as `->a.b[i].c`. A leading index counts whole objects of the type.
 * Throws `StatementError` for anything else.
 */
export function parseTail(tail: Slice): readonly Step[] {
  const steps: Step[] = [];
  const code = codeOnly(tail.text);
  const refuse = (at: number): never => {
    const rest = trimmed(cut(tail, at));
    throw new StatementError('bad member of a type', {
      code: 'member',
      at: rest.text === '' ? trimmed(tail) : rest,
      notes: ['a member is `->name` or `.name`, an array element `[expression]`'],
    });
  };
  const member = /\s*(?:->|\.)\s*([\p{ID_Start}$_][\p{ID_Continue}$]*)\s*/uy;
  const index = /\s*\[/y;
  let at = 0;
  while (at < code.length) {
    member.lastIndex = at;
    const name = member.exec(code)?.[1];
    if (name !== undefined) {
      steps.push({ member: name });
      at = member.lastIndex;
      continue;
    }
    index.lastIndex = at;
    if (!index.test(code)) refuse(at);
    const start = index.lastIndex;
    let level = 1;
    for (at = start; at < code.length && level > 0; at++) {
      if (closer(code.charCodeAt(at)) !== 0) level++;
      else if (isCloser(code.charCodeAt(at))) level--;
    }
    if (level > 0) refuse(start - 1);
    const expression = cut(tail, start, at - 1);
    checkExpression(expression);
    steps.push({ index: expression.text });
    if (trimBlanks(code.slice(at)) === '') break;
  }
  if (steps.length === 0) refuse(0);
  return steps;
}
