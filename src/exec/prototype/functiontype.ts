/**
 * The TypeScript type of a function from the text of its C prototype: `FunctionOf<'int32_t (int32_t x, double
 * *p)'>` is `(x: number, p: Pointer) => number`.
 *
 * `FunctionOf` and `CallbackOf` take a literal string type and return a function type. A C type that they do
 * not know becomes `unknown`. If the string is not a literal, so do all parameters and the result. They
 * report no errors: prototypetext.ts does.
 */
/// <reference lib="esnext.disposable" preserve="true" />
import type { Qualifier, ReservedWord, ScalarName, scalarTypes } from './scalartype.ts';

/**
 * What a parameter takes that is a pointer to data: an address, null for address 0, or memory of
 * JavaScript's, whose address is valid while the call lasts.
 */
export type Pointer = bigint | null | ArrayBuffer | ArrayBufferView;

/**
 * An object of this library that native code can call: a code object or a callback. A parameter that is a
 * pointer to a function takes one, besides functions and addresses.
 */
export interface Callable extends Disposable {
  /**
   * Absolute address, 1…2⁶⁴−1.
   * @throws {Error} after `free`
   */
  readonly address: bigint;
  /** Whether `free` was called. */
  readonly freed: boolean;
  /** Makes the address invalid. If a call is under way, that happens when it returns. */
  free(): void;
}

/**
 * What a `void *` takes besides: code, functions made by `cast`, and callbacks, which stand for their
 * address.
 */
type CodeLike = Callable | ((...args: never[]) => unknown);

/** The type of a prototype's function that is native and called from JavaScript. */
export type FunctionOf<P extends string> = string extends P
  ? (...args: unknown[]) => unknown
  : Split<Spaced<P>> extends [infer R extends string, infer A extends string]
    ? ParameterTexts<A> extends [...infer Fixed extends string[], '...']
      ? <T extends readonly string[]>(...args: [...Inputs<Fixed>, ...FurtherArguments<T>]) => Output<R>
      : (...args: Inputs<ParameterTexts<A>>) => Output<R>
    : (...args: unknown[]) => unknown;

/** The arguments for the `...` of a variadic function: `['int', 5]`, a C type and the value, for each. */
export type FurtherArguments<T extends readonly string[]> = {
  [I in keyof T]: readonly [type: T[I], value: Input<T[I]>];
};

/**
 * The type of a batch call of a prototype's function: it takes an array for the results, unless there are
 * none, and for each parameter an array or a value. It returns the array of results.
 */
export type BatchOf<P extends string> = string extends P
  ? (...args: unknown[]) => unknown
  : Split<Spaced<P>> extends [infer R extends string, infer A extends string]
    ? [Output<R>] extends [undefined | void]
      ? (...args: BatchInputs<ParameterTexts<A>>) => void
      : <Results extends ElementArray<Kind<Words<R>>>>(
          results: Results,
          ...args: BatchInputs<ParameterTexts<A>>
        ) => Results
    : (...args: unknown[]) => unknown;

type BatchInputs<A extends string[]> = { [I in keyof A]: Input<A[I]> | ElementArray<Kind<Words<A[I]>>> };

/** The arrays whose elements are of such a type. Which of them it is, the size and the sign say. */
type ElementArray<K> = K extends 'number'
  ? | Int8Array
    | Uint8Array
    | Uint8ClampedArray
    | Int16Array
    | Uint16Array
    | Int32Array
    | Uint32Array
    | Float32Array
    | Float64Array
  : K extends 'bigint'
    ? BigInt64Array | BigUint64Array
    : K extends 'pointer'
      ? BigUint64Array
      : K extends 'boolean'
        ? Uint8Array
        : never;

/** The type of a prototype's function that is written in JavaScript and called from native code. */
export type CallbackOf<P extends string> = string extends P
  ? (...args: never[]) => unknown
  : Split<Spaced<P>> extends [infer R extends string, infer A extends string]
    ? (...args: Outputs<ParameterTexts<A>>) => Input<R>
    : (...args: never[]) => unknown;

/** `P` with blanks for other white space, and without the semicolon that may end it. */
export type Spaced<P extends string> =
  Trim<Blank<Blank<Blank<P, '\n'>, '\t'>, '\r'>> extends infer T extends string
    ? T extends `${infer A};`
      ? Trim<A>
      : T
    : never;
type Blank<P extends string, Character extends string> = P extends `${infer A}${Character}${infer B}`
  ? Blank<`${A} ${B}`, Character>
  : P;

/** Cuts a prototype into result and parameters: 'R name(A)', 'R (A)' and 'R (*name)(A)' become [R, A]. */
export type Split<P extends string> =
  Trim<P> extends `${infer R}(${infer D})${infer S}(${infer A})`
    ? [Trim<D>, Trim<S>] extends [`${'' | '__stdcall' | '__stdcall '}*${string}`, '']
      ? [R, A]
      : Plain<Trim<P>>
    : Plain<Trim<P>>;
type Plain<P extends string> = P extends `${infer R}(${infer A})` ? [R, A] : [];

/** Splits parameters at the commas outside parentheses. */
export type ParameterTexts<A extends string> = Words<A> extends [] | ['void'] ? [] : Commas<A, ''>;
type Commas<A extends string, Open extends string> = A extends `${infer Head},${infer Tail}`
  ? Count<`${Open}${Head}`, '('>['length'] extends Count<`${Open}${Head}`, ')'>['length']
    ? [Trim<`${Open}${Head}`>, ...Commas<Tail, ''>]
    : Commas<Tail, `${Open}${Head},`>
  : [Trim<`${Open}${A}`>];
type Count<S extends string, C extends string> = S extends `${string}${C}${infer T}`
  ? [...Count<T, C>, 0]
  : [];

type Inputs<A extends string[]> = { [I in keyof A]: Input<A[I]> };
type Outputs<A extends string[]> = { [I in keyof A]: Output<A[I]> };

/** The JavaScript type of a value that goes to native code. */
type Input<T extends string> = T extends `${string}(${string}`
  ? Callable | bigint | null | CallbackOf<T>
  : Kind<Words<T>> extends infer K
    ? K extends 'bigint'
      ? number | bigint
      : K extends 'string'
        ? string | Pointer
        : K extends 'pointer'
          ? Words<T> extends ['void', '*', ...infer Rest]
            ? '*' extends Rest[number]
              ? Pointer
              : Pointer | CodeLike
            : Pointer
          : Scalar<K>
    : never;

/** The JavaScript type of a value that comes from native code. */
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

/**
 * What the words of a declaration stand for: a result type of `scalarTypes`, 'string', 'pointer' or
 * 'unknown'. `W` has the stars of pointers among its words, and may end in a parameter's name.
 */
export type Kind<W extends string[]> = '*' extends W[number]
  ? W extends ['char' | 'char16_t' | 'char32_t' | 'wchar_t', '*', ...infer Rest]
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
      ? Name extends FirstWord | ReservedWord
        ? 'unknown'
        : Join<Type> extends ScalarName
          ? (typeof scalarTypes)[Join<Type>][1]
          : 'unknown'
      : 'unknown';
/** The words that begin a scalar type. */
export type FirstWord = ScalarName extends infer N ? (N extends `${infer W} ${string}` ? W : N) : never;

/** Splits a declaration at blanks and stars, and leaves the qualifiers out. */
export type Words<S extends string> = S extends `${infer A}*${infer B}`
  ? [...Blanks<A>, '*', ...Words<B>]
  : Blanks<S>;
type Blanks<S extends string> = S extends `${infer A} ${infer B}` ? [...Word<A>, ...Blanks<B>] : Word<S>;
type Word<W extends string> = W extends '' | Qualifier ? [] : [W];
export type Join<W extends string[]> = W extends [infer A extends string]
  ? A
  : W extends [infer A extends string, ...infer B extends string[]]
    ? `${A} ${Join<B>}`
    : '';
type Trim<S extends string> = S extends ` ${infer T}` ? Trim<T> : S extends `${infer T} ` ? Trim<T> : S;
