/**
 * The TypeScript type of a function from the text of its C prototype:
 * `FunctionOf<'int32_t (int32_t x, double *p)'>` is `(x: number, p: Pointer) => number`.
 *
 * In goes a literal string type, out comes a function type; what is not understood becomes `unknown`, and a text
 * that is not a literal `(...args: unknown[]) => unknown`. signature.ts reads the same texts at run time and
 * reports what is wrong with them.
 */
import type { Callback } from './callback.ts';
import type { Code } from './code.ts';
import type { Qualifier, ScalarName, scalarTypes } from './ctype.ts';

/** What a pointer parameter takes: an address, or memory of JavaScript's (valid while the call lasts). */
export type Pointer = bigint | null | ArrayBuffer | ArrayBufferView;

/** What a parameter that is a pointer to a function takes, besides functions and addresses. */
export type Callable = Code | Callback;

/** A prototype's function, called from JavaScript. */
export type FunctionOf<P extends string> = string extends P
  ? (...args: unknown[]) => unknown
  : Split<P> extends [infer R extends string, infer A extends string]
    ? (...args: Inputs<Parameters_<A>>) => Output<R>
    : (...args: unknown[]) => unknown;

/** A prototype's function, written in JavaScript and called from native code. */
export type CallbackOf<P extends string> = string extends P
  ? (...args: never[]) => unknown
  : Split<P> extends [infer R extends string, infer A extends string]
    ? (...args: Outputs<Parameters_<A>>) => Input<R>
    : (...args: never[]) => unknown;

/** 'R name(A)', 'R (A)', 'R (*name)(A)' → [R, A]. */
type Split<P extends string> =
  Trim<P> extends `${infer R}(${infer D})${infer S}(${infer A})`
    ? [Trim<D>, Trim<S>] extends [`${'' | '__stdcall' | '__stdcall '}*${string}`, '']
      ? [R, A]
      : Plain<Trim<P>>
    : Plain<Trim<P>>;
type Plain<P extends string> = P extends `${infer R}(${infer A})` ? [R, A] : [];

/** Splits at the commas outside parentheses. */
type Parameters_<A extends string> = Words<A> extends [] | ['void'] ? [] : Commas<A, ''>;
type Commas<A extends string, Open extends string> = A extends `${infer Head},${infer Tail}`
  ? Count<`${Open}${Head}`, '('>['length'] extends Count<`${Open}${Head}`, ')'>['length']
    ? [`${Open}${Head}`, ...Commas<Tail, ''>]
    : Commas<Tail, `${Open}${Head},`>
  : [`${Open}${A}`];
type Count<S extends string, C extends string> = S extends `${string}${C}${infer T}`
  ? [...Count<T, C>, 0]
  : [];

type Inputs<A extends string[]> = { [I in keyof A]: Input<A[I]> };
type Outputs<A extends string[]> = { [I in keyof A]: Output<A[I]> };

/** From JavaScript to native code. */
type Input<T extends string> = T extends `${string}(${string}`
  ? Callable | bigint | null | CallbackOf<T>
  : Kind<Words<T>> extends infer K
    ? K extends 'bigint'
      ? number | bigint
      : K extends 'string'
        ? string | Pointer
        : K extends 'pointer'
          ? Pointer
          : Scalar<K>
    : never;

/** From native code to JavaScript. */
type Output<T extends string> = T extends `${string}(${string}`
  ? bigint | null
  : Kind<Words<T>> extends infer K
    ? K extends 'bigint'
      ? bigint
      : K extends 'string'
        ? string | null
        : K extends 'pointer'
          ? bigint | null
          : Scalar<K>
    : never;

type Scalar<K> = K extends 'number'
  ? number
  : K extends 'boolean'
    ? boolean
    : K extends 'undefined'
      ? void
      : unknown;

/** The words of a type, pointer stars among them; then what they stand for, with or without a name behind. */
type Kind<W extends string[]> = '*' extends W[number]
  ? W extends ['char', '*', ...infer Rest]
    ? '*' extends Rest[number]
      ? 'pointer'
      : 'string'
    : W extends [infer Base extends string, ...string[]]
      ? Base extends FirstWord
        ? 'pointer'
        : 'unknown'
      : 'unknown'
  : Join<W> extends ScalarName
    ? (typeof scalarTypes)[Join<W>][1]
    : W extends [...infer Type extends string[], infer Name]
      ? Name extends FirstWord
        ? 'unknown'
        : Join<Type> extends ScalarName
          ? (typeof scalarTypes)[Join<Type>][1]
          : 'unknown'
      : 'unknown';
type FirstWord = ScalarName extends infer N ? (N extends `${infer W} ${string}` ? W : N) : never;

type Words<S extends string> = S extends `${infer A}*${infer B}`
  ? [...Blanks<A>, '*', ...Words<B>]
  : Blanks<S>;
type Blanks<S extends string> = S extends `${infer A} ${infer B}` ? [...Word<A>, ...Blanks<B>] : Word<S>;
type Word<W extends string> = W extends '' | Qualifier ? [] : [W];
type Join<W extends string[]> = W extends [infer A extends string]
  ? A
  : W extends [infer A extends string, ...infer B extends string[]]
    ? `${A} ${Join<B>}`
    : '';
type Trim<S extends string> = S extends ` ${infer T}` ? Trim<T> : S extends `${infer T} ` ? Trim<T> : S;
