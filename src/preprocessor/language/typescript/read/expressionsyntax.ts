/**
 * Mistakes inside one expression of TypeScript, found by its tokens: operands and operators alternate,
 * brackets and conditionals are complete, numbers are numbers. Takes the text, with literals masked; returns
 * the first mistake with its place.
 *
 * It is not a parser. What it cannot judge (functions, types, the inside of braces) it takes for right; the
 * parser that reads the output finds mistakes there (files/syntaxcheck.ts).
 */
import { skipBlanks } from './token.ts';

/** What is wrong, and the indices in the text between which it stands. */
interface ExpressionMistake {
  readonly message: string;
  readonly start: number;
  readonly end: number;
}

const WORD = /#?[\p{ID_Start}$_\\][\p{ID_Continue}$\\\u{200c}\u{200d}]*/uy;
const DIGITS = String.raw`\d(?:_?\d)*`;
const NUMBER = new RegExp(
  String.raw`(?:0[xX][\da-fA-F](?:_?[\da-fA-F])*n?|0[oO][0-7](?:_?[0-7])*n?|0[bB][01](?:_?[01])*n?|` +
    String.raw`(?:0|[1-9](?:_?\d)*)n|(?:(?:0|[1-9](?:_?\d)*)(?:\.(?:${DIGITS})?)?|\.${DIGITS})(?:[eE][+-]?${DIGITS})?)` +
    String.raw`(?![\p{ID_Continue}$]|\.\d)`,
  'uy',
);
/** What reads as a number to the eye. */
const NUMBER_LIKE = /0[xX][\w.$]*|\.?\d(?:[eE][+-](?=\d)|[\w.$])*/y;
const PREFIX = /\+\+|--|[-+~!]/y;
const BINARY = /\*\*=?|<<=?|>>>?=?|&&=?|\|\|=?|\?\?=?|[!=]==?|[-+*/%&|^<>]=?|=(?!>)/y;
const POSTFIX = /\+\+|--|!(?!=)/y;
const MEMBER = /\.(?![.\d])|\?\.(?!\d)/y;

const PREFIX_WORDS: ReadonlySet<string> = new Set(['typeof', 'void', 'delete', 'await', 'new']);
/** From these words on the text is not judged. */
const UNKNOWN_WORDS: ReadonlySet<string> = new Set([
  'function',
  'class',
  'async',
  'yield',
  'as',
  'satisfies',
]);
/** Words of a module that are neither names nor values. */
export const KEYWORDS: readonly string[] = (
  'await break case catch class const continue debugger default delete do else enum export extends finally for function ' +
  'if implements in instanceof interface let new package private protected public return static switch throw try typeof ' +
  'var void while with yield'
).split(' ');
const RESERVED: ReadonlySet<string> = new Set(KEYWORDS);

/** An open bracket or conditional. */
interface Open {
  readonly start: number;
  readonly end: number;
  readonly kind: '(' | '[' | '?';
  /** It may be empty, or end with a comma: arguments, an array. */
  readonly mayBeEmpty: boolean;
}

/**
 * The first mistake in an expression; undefined if none was found.
 *
 * @param text a text whose brackets match
 * @param code the same with its literals masked
 */
export function findSyntaxMistake(text: string, code: string): ExpressionMistake | undefined {
  // Parameters look like anything. A label at the start is a mistake.
  if (code.indexOf('=>', 1) > 0) return undefined;
  const mistake = new ExpressionReader(text, code).read();
  // The angles may belong to types, whose text is not judged.
  return mistake !== undefined && /[\w$]\s*<[^]*>/.test(code) ? undefined : mistake;
}

/** What is expected next, or that the rest is not judged, or what is wrong. */
type Next = 'operand' | 'operator' | 'unknown' | ExpressionMistake;

class ExpressionReader {
  readonly #text: string;
  readonly #code: string;
  readonly #open: Open[] = [];
  #at = 0;
  /** The last operator, or the opening bracket. */
  #operator = { start: 0, end: 0 };
  /** Nothing has been read since the innermost bracket or its last comma. */
  #isFresh = false;

  constructor(text: string, code: string) {
    this.#text = text;
    this.#code = code;
  }

  read(): ExpressionMistake | undefined {
    const code = this.#code;
    let expectsOperand = true;
    for (;;) {
      this.#at = skipBlanks(code, this.#at);
      if (this.#at >= code.length) return this.#atEnd(expectsOperand);
      const next: Next = expectsOperand ? this.#operand() : this.#behindOperand();
      if (typeof next !== 'string') return next;
      if (next === 'unknown') return undefined;
      expectsOperand = next === 'operand';
    }
  }

  #atEnd(expectsOperand: boolean): ExpressionMistake | undefined {
    const { start, end } = this.#operator;
    if (expectsOperand) return this.#mistake('a value is missing behind', start, end);
    return this.#open.length > 0 ? this.#missingColon() : undefined;
  }

  #missingColon(): ExpressionMistake {
    const { start, end } = this.#open.at(-1) ?? this.#operator;
    return { message: '`?` without its `:`', start, end };
  }

  /** Reads what may stand where an operand is expected. Returns what is expected behind it. */
  #operand(): Next {
    const start = this.#at;
    const code = this.#code;
    const char = code.charAt(start);
    const isFresh = this.#isFresh;
    this.#isFresh = false;
    const word = this.#match(WORD);
    if (word !== undefined) {
      if (word === 'as' || word === 'satisfies') return 'operator';
      const isLast = this.#at === code.length;
      if (UNKNOWN_WORDS.has(word) && !(isLast && RESERVED.has(word))) return 'unknown';
      if (PREFIX_WORDS.has(word) && !(word === 'new' && code.startsWith('.', this.#at))) {
        return this.#expectOperand(start);
      }
      const isPrivate = word.startsWith('#') && !/^\s*in\b/.test(code.slice(this.#at));
      return isPrivate || (RESERVED.has(word) && word !== 'new')
        ? this.#mistake('not a value:', start)
        : 'operator';
    }
    if (this.#match(NUMBER) !== undefined) return 'operator';
    const number = this.#match(NUMBER_LIKE);
    if (number !== undefined) return this.#mistake('not a number of TypeScript:', start);
    if (isArrowAt(code, start)) return this.#unexpected();
    if (this.#match(PREFIX) !== undefined) return this.#expectOperand(start);
    const top = this.#open.at(-1);
    switch (char) {
      case '(':
      case '[':
        return this.#enter(char, char === '[');
      case '{':
        this.#at = closingBrace(code, start);
        return 'operator';
      case '/':
        // A regular expression behind a word, which looks like a division.
        return 'unknown';
      case '<':
        // A type assertion, unless a label is meant.
        if (/\d/.test(code.charAt(start + 1))) break;
        return 'unknown';
      case '.':
        if (!code.startsWith('...', start) || !isFresh) break;
        this.#at += 3;
        return this.#expectOperand(start);
      case ',':
        if (top?.kind !== '[' || !isFresh) break;
        this.#at++;
        this.#isFresh = true;
        return 'operand';
      case ')':
      case ']':
        if (!isFresh || top?.mayBeEmpty !== true) break;
        return this.#leave();
      default:
    }
    const text = symbolAt(code, start);
    if (/[)\],:?]/.test(char) || matchAt(BINARY, code, start)) {
      return this.#mistake('a value is missing in front of', start, start + text.length);
    }
    return this.#unexpected();
  }

  /** Reads what may stand behind an operand. Returns what is expected behind it. */
  #behindOperand(): Next {
    const start = this.#at;
    const code = this.#code;
    const top = this.#open.at(-1);
    const word = this.#match(WORD);
    if (word !== undefined) {
      // The operand is the tag of a template.
      if (this.#text.startsWith('`', start)) return 'operator';
      // A slash behind `!` looks like the start of a regular expression, which is masked as a word.
      if (UNKNOWN_WORDS.has(word) || this.#text.startsWith('/', start)) return 'unknown';
      if (word === 'in' || word === 'instanceof') return this.#expectOperand(start);
      return this.#mistake('an operator is missing in front of', start);
    }
    const member = this.#match(MEMBER);
    if (member !== undefined) {
      this.#at = skipBlanks(code, this.#at);
      const isOther = member === '?.' && /[([]/.test(code.charAt(this.#at));
      if (isOther || this.#match(WORD) !== undefined) return 'operator';
      return this.#mistake('a name is missing behind', start, start + member.length);
    }
    if (this.#match(POSTFIX) !== undefined) return 'operator';
    if (isArrowAt(code, start)) return this.#unexpected();
    if (this.#match(BINARY) !== undefined) return this.#expectOperand(start);
    switch (code.charAt(start)) {
      case '(':
        return this.#enter('(', true);
      case '[':
        return this.#enter('[', false);
      case '{':
        // What stands in the braces of a template literal.
        if (code.charAt(start - 1) !== '_') break;
        this.#at = closingBrace(code, start);
        this.#match(WORD);
        return 'operator';
      case '?':
        return this.#enter('?', false);
      case ':':
        if (top?.kind !== '?') break;
        this.#open.pop();
        this.#at++;
        return this.#expectOperand(start);
      case ',':
        if (top === undefined || top.kind === '?') break;
        this.#at++;
        this.#expectOperand(start);
        this.#isFresh = true;
        return 'operand';
      case ')':
      case ']':
        if (top?.kind === '?') return this.#missingColon();
        return this.#leave();
      default:
    }
    const number = this.#match(NUMBER_LIKE);
    if (number !== undefined) return this.#mistake('an operator is missing in front of', start);
    return this.#unexpected();
  }

  #expectOperand(start: number): 'operand' {
    this.#operator = { start, end: this.#at };
    return 'operand';
  }

  #enter(kind: Open['kind'], mayBeEmpty: boolean): 'operand' {
    const start = this.#at++;
    this.#open.push({ start, end: this.#at, kind, mayBeEmpty });
    this.#isFresh = kind !== '?';
    return this.#expectOperand(start);
  }

  #leave(): 'operator' {
    this.#open.pop();
    this.#at++;
    this.#isFresh = false;
    return 'operator';
  }

  /** The text that `pattern` matches here, and goes behind it; undefined if it does not match. */
  #match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#at;
    const text = pattern.exec(this.#code)?.[0];
    if (text !== undefined) this.#at += text.length;
    return text;
  }

  /** `problem`, and the text that it is about. */
  #mistake(problem: string, start: number, end = this.#at): ExpressionMistake {
    return { message: `${problem} \`${this.#text.slice(start, end)}'`, start, end };
  }

  #unexpected(): ExpressionMistake {
    const text = symbolAt(this.#code, this.#at);
    const code = text.codePointAt(0) ?? 0;
    const shown = /^[\p{C}\p{Z}]/u.test(text)
      ? `the character U+${code.toString(16).toUpperCase().padStart(4, '0')}`
      : `\`${text}'`;
    return {
      message: `${shown} cannot stand here in an expression`,
      start: this.#at,
      end: this.#at + text.length,
    };
  }
}

function matchAt(pattern: RegExp, code: string, at: number): boolean {
  pattern.lastIndex = at;
  return pattern.test(code);
}

/** Whether an arrow of a label or member stands at an index: TypeScript has one only behind parameters. */
function isArrowAt(code: string, at: number): boolean {
  return code.startsWith('->', at) || code.startsWith('=>', at);
}

function symbolAt(code: string, at: number): string {
  if (isArrowAt(code, at)) return code.slice(at, at + 2);
  BINARY.lastIndex = at;
  return BINARY.exec(code)?.[0] ?? String.fromCodePoint(code.codePointAt(at) ?? 0);
}

/** Index behind the brace that closes the one at `open`. */
function closingBrace(code: string, open: number): number {
  let depth = 0;
  for (let at = open; at < code.length; at++) {
    if (code[at] === '{') depth++;
    else if (code[at] === '}' && --depth === 0) return at + 1;
  }
  return code.length;
}
