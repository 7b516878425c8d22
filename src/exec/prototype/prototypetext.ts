/**
 * Finds mistakes in prototypes in the compiler: `PrototypeText` takes a literal string type and returns it,
 * or a text that says what is wrong, so that an argument with a mistake is an error that shows this text.
 *
 * It finds what prototype.ts refuses at run time, except for types that it does not know: a program may have
 * defined them with koffi.
 */
import type { FirstWord, Join, Kind, ParameterTexts, Spaced, Split, Words } from './functiontype.ts';
import type { ReservedWord, ScalarName } from './scalartype.ts';

/**
 * The type of a parameter that is a prototype: `f<P extends string>(prototype: PrototypeText<P>)`. If the
 * string is not a literal, it is looked at when it is used.
 */
export type PrototypeText<P extends string> = string extends P
  ? P
  : P extends string
    ? [Problem<Spaced<P>>] extends [never]
      ? P
      : `bad prototype: ${Problem<Spaced<P>>}`
    : never;

/** What is wrong; `never` if nothing is. */
type Problem<P extends string> =
  Split<P> extends [infer R extends string, infer A extends string]
    ? DeclarationProblem<R, 'result'> | ParametersProblem<ParameterTexts<A>>
    : 'a prototype is a result type and the parameters in parentheses';

type ParametersProblem<A extends string[]> = A extends [
  infer First extends string,
  ...infer Rest extends string[],
]
  ? | (First extends '...' ? '`...` stands behind other parameters, at the end' : ParameterProblem<First>)
    | ParametersProblem<Rest extends ['...'] ? [] : Rest>
  : never;

type ParameterProblem<T extends string> = T extends `${string}${'(' | ')'}${string}`
  ? Split<T> extends [infer R extends string, infer A extends string]
    ? ParameterTexts<A> extends [...string[], '...']
      ? 'a pointer to a variadic function is a `void *`'
      : DeclarationProblem<R, 'result'> | ParametersProblem<ParameterTexts<A>>
    : 'parentheses do not match'
  : DeclarationProblem<T, 'parameter'>;

type DeclarationProblem<T extends string, Role extends string> = T extends `${string}[${string}`
  ? 'arrays are passed as pointers: write `*` instead of `[]`'
  : [WrongCharacter<T>] extends [never]
    ? TypeProblem<Words<T>, Role>
    : `unexpected \`${WrongCharacter<T>}\``;

type Stray =
  '(' | ')' | ']' | '{' | '}' | '&' | '=' | ':' | ';' | '.' | '+' | '-' | '/' | '<' | '>' | '"' | "'";
type WrongCharacter<T extends string> = Stray extends infer C extends string
  ? C extends Stray
    ? T extends `${string}${C}${string}`
      ? C
      : never
    : never
  : never;

type TypeProblem<W extends string[], Role extends string> = W extends []
  ? `the type of a ${Role} is missing`
  : '*' extends W[number]
    ? PointerProblem<BeforeStar<W>, AfterStar<W>>
    : W extends ['void', ...infer Name extends string[]]
      ? Role extends 'parameter'
        ? 'a parameter cannot be `void`; write `()` for none'
        : NameProblem<Name>
      : Kind<W> extends 'unknown'
        ? W[0] extends FirstWord | ReservedWord
          ? UnknownType<W>
          : W extends [string, ...infer Name extends string[]]
            ? NameProblem<Name>
            : never
        : never;

/** `Base` stands in front of the first star, `Rest` behind it. */
type PointerProblem<Base extends string[], Rest extends string[]> = Rest extends [
  '*',
  ...infer More extends string[],
]
  ? PointerProblem<Base, More>
  : '*' extends Rest[number]
    ? 'unexpected `*` behind a name'
    : Base extends []
      ? 'a type stands in front of its `*`'
      : Base[0] extends FirstWord | ReservedWord
        ? Join<Base> extends ScalarName
          ? NameProblem<Rest>
          : UnknownType<Base>
        : NameProblem<Rest>;

/** Problems of what stands where a name may stand. */
type NameProblem<W extends string[]> = W extends []
  ? never
  : W extends [infer Name]
    ? Name extends FirstWord | ReservedWord
      ? UnexpectedWord<W>
      : never
    : UnexpectedWord<W>;

type UnknownType<W extends string[]> = `unknown type \`${Join<W>}\``;
type UnexpectedWord<W extends string[]> = `unexpected \`${Join<W>}\``;

type BeforeStar<W extends string[]> = W extends [infer First extends string, ...infer Rest extends string[]]
  ? First extends '*'
    ? []
    : [First, ...BeforeStar<Rest>]
  : [];
type AfterStar<W extends string[]> = W extends [infer First, ...infer Rest extends string[]]
  ? First extends '*'
    ? Rest
    : AfterStar<Rest>
  : [];
