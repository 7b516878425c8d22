/**
 * Reads a C prototype: `int32_t (int32_t x, double *p)`, `int f(int)`, `int (*)(int)`.
 *
 * In goes the text, out comes a Prototype: result, parameters, convention, each type as its words and stars. Whether
 * the words name a type is for signature.ts to say.
 */
import { scalarTypes, type Qualifier } from './ctype.ts';

/** A type: words (`unsigned int`) and stars, or a pointer to a function. */
export type CType =
  | { readonly words: string; readonly stars: number; readonly callback?: undefined }
  | { readonly callback: Prototype };

export interface Prototype {
  /** The text that was read. */
  readonly text: string;
  readonly result: CType;
  readonly parameters: readonly { readonly type: CType; readonly name: string }[];
  /** The function's name; empty where it has none. */
  readonly name: string;
  /** Means something on 32-bit Windows only. */
  readonly convention: '' | '__stdcall';
}

/** A prototype that cannot be used. The message has its text and what would be right. */
export class PrototypeError extends Error {
  override readonly name = 'PrototypeError';

  constructor(text: string, what: string) {
    super(`bad prototype "${text}": ${what}`);
  }
}

const qualifiers: Record<Exclude<Qualifier, '__stdcall'>, true> = {
  const: true,
  volatile: true,
  restrict: true,
  struct: true,
  union: true,
  enum: true,
  __cdecl: true,
};
/** Words that begin a scalar type, and so cannot be a name. */
const typeWords: ReadonlySet<string> = new Set(Object.keys(scalarTypes).map(name => name.replace(/ .*/, '')));
const form =
  'a prototype is a result type and the parameters in parentheses, as in "int32_t (int32_t x, double *p)"';

/**
 * Reads a prototype. The grammar:
 *
 *     prototype  = type [name | '(' ['__stdcall'] '*' [name] ')'] '(' ['void' | parameter {',' parameter}] ')' [';']
 *     parameter  = type [name] | prototype with '(*'
 *     type       = {word} {'*'}
 *
 * @throws PrototypeError
 */
export function parsePrototype(text: string): Prototype {
  if (typeof text !== 'string') throw new TypeError(`a prototype must be a string, not ${String(text)}`);
  const tokens = text.match(/[\p{L}_$][\p{L}\p{N}_$]*|\.\.\.|[^\s]/gu) ?? [];
  let at = 0;

  function fail(what: string): never {
    throw new PrototypeError(text, what);
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

  /** Words and stars up to something else, with the convention taken out. */
  function declaration(): { before: string[]; stars: number; after: string[]; convention: '' | '__stdcall' } {
    const before: string[] = [];
    const after: string[] = [];
    let stars = 0;
    let convention: '' | '__stdcall' = '';
    for (; ; at++) {
      const token = tokens[at];
      if (token === '*') {
        if (after.length > 0) fail(`unexpected \`*\` behind \`${after.join(' ')}\``);
        stars++;
      } else if (token === '__stdcall') {
        convention = token;
      } else if (token !== undefined && /^[\p{L}_$]/u.test(token)) {
        if (!Object.hasOwn(qualifiers, token)) (stars > 0 ? after : before).push(token);
      } else {
        return { before, stars, after, convention };
      }
    }
  }

  /** Tells the type's words from the name behind them. */
  function typeAndName(part: ReturnType<typeof declaration>): { type: CType; name: string } {
    const { before, stars, after } = part;
    if (before.length === 0) fail(`expected a type, found ${found()}; ${form}`);
    if (stars === 0 && before.length > 1 && !Object.hasOwn(scalarTypes, before.join(' '))) {
      const name = before.at(-1) ?? '';
      if (typeWords.has(name)) fail(`unknown type \`${before.join(' ')}\``);
      return { type: { words: before.slice(0, -1).join(' '), stars }, name };
    }
    if (after.length > 1) fail(`unexpected \`${after[1]}\` behind \`${after[0]}\``);
    return { type: { words: before.join(' '), stars }, name: after[0] ?? '' };
  }

  function parameter(): { type: CType; name: string } {
    if (tokens[at] === '...') {
      fail('variadic functions are not supported; write the types of the arguments that you pass');
    }
    const part = declaration();
    if (tokens[at] === '[') fail('arrays are passed as pointers: write `*` instead of `[]`');
    if (tokens[at] !== '(') return typeAndName(part);
    const callback = rest(part);
    return { type: { callback }, name: callback.name };
  }

  /** What follows the result type. */
  function rest(part: ReturnType<typeof declaration>): Prototype {
    const { type: result, name } = typeAndName(part);
    if (tokens[at + 1] === '*' || (tokens[at + 1] === '__stdcall' && tokens[at + 2] === '*')) {
      at++;
      const convention = accept('__stdcall') ? '__stdcall' : part.convention;
      expect('*', 'of a function pointer');
      const inner = tokens[at] === ')' ? '' : (tokens[at++] ?? '');
      expect(')', 'after the name of a function pointer');
      return { text, result, parameters: parameters(), name: inner, convention };
    }
    return { text, result, parameters: parameters(), name, convention: part.convention };
  }

  function parameters(): { type: CType; name: string }[] {
    expect('(', 'before the parameters');
    if (accept(')')) return [];
    if (tokens[at] === 'void' && tokens[at + 1] === ')') {
      at += 2;
      return [];
    }
    const list = [parameter()];
    while (accept(',')) list.push(parameter());
    expect(')', 'after the parameters');
    return list;
  }

  const prototype = rest(declaration());
  accept(';');
  if (at < tokens.length) fail(`unexpected ${found()} behind the parameters`);
  return prototype;
}
