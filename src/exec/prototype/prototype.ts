/**
 * Reads C prototypes: `int32_t (int32_t x, double *p)`, `int f(int)`, `int (*)(int)`.
 *
 * `parsePrototype` takes the text and returns the result type, the parameters and the calling convention. A
 * type is returned as its words and the number of its stars; signature.ts finds out what they stand for.
 */
import { show } from '../../encoder/format/status.ts';
import { isScalarName, qualifiers, reservedWords, scalarTypes } from './scalartype.ts';

/** A type as it is written: words (`unsigned int`) and the number of stars, or a pointer to a function. */
export type CType =
  | { readonly words: string; readonly stars: number; readonly functionPointer?: undefined }
  | { readonly functionPointer: Prototype };

/** A parameter; its name is empty where the prototype has none. */
interface Parameter {
  readonly type: CType;
  readonly name: string;
}

/** The calling convention; empty for the usual one. `__stdcall` differs from it on 32-bit Windows only. */
export type Convention = '' | '__stdcall';

export interface Prototype {
  /** The text that was read; that of a function pointer is the whole prototype. */
  readonly text: string;
  readonly result: CType;
  readonly parameters: readonly Parameter[];
  /** The function's name; empty where the prototype has none. */
  readonly name: string;
  readonly convention: Convention;
  /** Whether further arguments may follow: `...` at the end. */
  readonly isVariadic: boolean;
}

/** A prototype cannot be used. The message has its text, what is wrong, and what would be right. */
export class PrototypeError extends Error {
  override readonly name = 'PrototypeError';

  /** @param text of the prototype */
  constructor(text: string, reason: string) {
    super(`bad prototype "${text}": ${reason}`);
  }
}

const qualifierWords: ReadonlySet<string> = new Set(qualifiers);
/** Words that cannot be a name: those that begin a scalar type, and other words of C. */
const notNames: ReadonlySet<string> = new Set([
  ...Object.keys(scalarTypes).map(name => name.replace(/ .*/, '')),
  ...reservedWords,
]);
const form =
  'a prototype is a result type and the parameters in parentheses, as in "int32_t (int32_t x, double *p)"';

/** Words and stars, without qualifiers. */
interface Declaration {
  /** The words before the first star; all words if there is none. */
  readonly before: readonly string[];
  readonly stars: number;
  /** The words behind the first star. */
  readonly after: readonly string[];
  readonly convention: Convention;
}

/**
 * Reads a prototype. The grammar, in which qualifiers may stand between any two words:
 *
 *     prototype  = result '(' ['void' | parameter {',' parameter} [',' '...']] ')' [';']
 *     result     = type [name | '(' ['__stdcall'] '*' [name] ')']
 *     parameter  = type [name] | prototype with '(*'
 *     type       = {word} {'*'}
 *
 * @throws {PrototypeError}, and {TypeError} for what is not a string
 */
export function parsePrototype(text: string): Prototype {
  if (typeof text !== 'string') {
    throw new TypeError(
      `prototype is ${show(text)}, expected a string, as in "int32_t (int32_t x, double *p)"`,
    );
  }
  const tokens = text.match(/[\p{L}_$][\p{L}\p{N}_$]*|\.\.\.|[^\s]/gu) ?? [];
  let at = 0;

  function fail(reason: string): never {
    throw new PrototypeError(text, reason);
  }

  function accept(token: string): boolean {
    if (tokens[at] !== token) return false;
    at++;
    return true;
  }

  function expect(token: string, where: string): void {
    if (!accept(token)) fail(`expected \`${token}\` ${where}, found ${found()}; ${form}`);
  }

  function found(): string {
    const token = tokens[at];
    return token === undefined ? 'the end' : `\`${token}\``;
  }

  /** Reads words and stars up to any other token. */
  function declaration(): Declaration {
    const before: string[] = [];
    const after: string[] = [];
    let stars = 0;
    let convention: Convention = '';
    for (; ; at++) {
      const token = tokens[at];
      if (token === '*') {
        if (after.length > 0) fail(`unexpected \`*\` behind \`${after.join(' ')}\``);
        stars++;
      } else if (token === '__stdcall') {
        convention = token;
      } else if (token !== undefined && /^[\p{L}_$]/u.test(token)) {
        if (!qualifierWords.has(token)) (stars > 0 ? after : before).push(token);
      } else {
        return { before, stars, after, convention };
      }
    }
  }

  /** Splits a declaration into its type and the name behind it. */
  function typeAndName({ before, stars, after }: Declaration): Parameter {
    if (before.length === 0) fail(`expected a type, found ${found()}; ${form}`);
    if (stars === 0 && before.length > 1 && !isScalarName(before.join(' '))) {
      const name = before.at(-1) ?? '';
      if (notNames.has(name)) fail(`unknown type \`${before.join(' ')}\``);
      return { type: { words: before.slice(0, -1).join(' '), stars }, name };
    }
    if (after.length > 1) fail(`unexpected \`${after[1]}\` behind \`${after[0]}\``);
    const [name = ''] = after;
    if (notNames.has(name))
      fail(`unexpected \`${name}\` behind \`${before.join(' ')} ${'*'.repeat(stars)}\``);
    return { type: { words: before.join(' '), stars }, name };
  }

  function parameter(): Parameter {
    if (tokens[at] === '...') fail('`...` stands behind other parameters, at the end');
    const declared = declaration();
    if (tokens[at] === '[') fail('arrays are passed as pointers: write `*` instead of `[]`');
    if (tokens[at] !== '(') return typeAndName(declared);
    const functionPointer = prototypeFrom(declared);
    if (functionPointer.isVariadic) fail('a pointer to a variadic function is a `void *`');
    return { type: { functionPointer }, name: functionPointer.name };
  }

  /** @param declared the result type, and the function's name if no parenthesis stands around it */
  function prototypeFrom(declared: Declaration): Prototype {
    const { type: result, name } = typeAndName(declared);
    if (tokens[at + 1] === '*' || (tokens[at + 1] === '__stdcall' && tokens[at + 2] === '*')) {
      at++;
      const convention = accept('__stdcall') ? '__stdcall' : declared.convention;
      expect('*', 'of a function pointer');
      const inner = tokens[at] === ')' ? '' : (tokens[at++] ?? '');
      if (notNames.has(inner)) fail(`unexpected \`${inner}\` in the place of a name`);
      expect(')', 'after the name of a function pointer');
      return { text, result, ...parameters(), name: inner, convention };
    }
    return { text, result, ...parameters(), name, convention: declared.convention };
  }

  function parameters(): Pick<Prototype, 'parameters' | 'isVariadic'> {
    expect('(', 'before the parameters');
    if (accept(')')) return { parameters: [], isVariadic: false };
    if (tokens[at] === 'void' && tokens[at + 1] === ')') {
      at += 2;
      return { parameters: [], isVariadic: false };
    }
    const list = [parameter()];
    let isVariadic = false;
    while (!isVariadic && accept(',')) {
      isVariadic = accept('...');
      if (!isVariadic) list.push(parameter());
    }
    expect(')', 'after the parameters');
    return { parameters: list, isVariadic };
  }

  const prototype = prototypeFrom(declaration());
  accept(';');
  if (at < tokens.length) fail(`unexpected ${found()} behind the parameters`);
  return prototype;
}
