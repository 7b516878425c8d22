/**
 * Functions that call native code, as `cast` makes them.
 *
 * `functionAt` takes an address, a prototype and the lifetime of what lies at the address. It returns a
 * JavaScript function that throws after `free`, keeps the code alive, counts its arguments, and returns
 * 64-bit integers as bigints.
 */
import { type OptionChecks, checkArgument, isBoolean, isOptions } from '../encoder/format/argument.ts';
import { show } from '../encoder/format/status.ts';
import { codeAddresses } from './codeaddress.ts';
import { CALLBACK_LIMIT, isCallbackLimit, koffi, type NativeFunction } from './koffi.ts';
import type { Lifetime } from './memory/lifetime.ts';
import { argumentCheck } from './prototype/check.ts';
import type { FunctionOf } from './prototype/functiontype.ts';
import { fromNative, type Conversion } from './prototype/fromnative.ts';
import { PrototypeError } from './prototype/prototype.ts';
import { promotedType, signature, type Signature, type Slot } from './prototype/signature.ts';
import { toNative } from './prototype/tonative.ts';

export interface CastOptions {
  /**
   * Whether the function throws for arguments that koffi would cut without saying so: RangeError for
   * numbers out of the type's range, fractions and NaN for integers, strings with a NUL; TypeError for
   * values of another type. Default: true. (The checks of two integers take 2 ns of 52; see bench/call.ts.)
   */
  readonly checked?: boolean;
}

const checkCastOptions = isOptions({ checked: isBoolean } satisfies OptionChecks<CastOptions>);

/** What a function made by `cast` closes over. */
interface Callee {
  readonly signature: Signature;
  /** Number of parameters. */
  readonly count: number;
  readonly lifetime: Lifetime;
  /** Whether the result is a bigint; koffi may give a number. */
  readonly returnsBigInt: boolean;
  /** What checks and converts the arguments, in their order; empty if they all stay as they are. */
  readonly passes: readonly Conversion[];
  readonly isChecked: boolean;
  readonly call: NativeFunction;
}

/**
 * @param address 1…2⁶⁴−1
 * @param text a prototype
 * @param name for stack traces; if it is empty, the name in the prototype
 * @throws {PrototypeError}
 */
export function functionAt<P extends string>(
  address: bigint,
  text: string,
  lifetime: Lifetime,
  name: string,
  options: CastOptions | undefined,
): FunctionOf<P> {
  checkArgument('cast', 'options', options, checkCastOptions);
  const { checked = true } = options ?? {};
  const known = signature(text);
  const { parameters, prototype, result, type } = known;
  let call: NativeFunction = koffi().decode(address, type);
  if (parameters.some(parameter => toNative(parameter.type) !== undefined))
    call = explainingLimit(call, text);
  const convertResult = result.isBigInt ? undefined : fromNative(result.type);
  if (convertResult !== undefined) call = convertingResult(convertResult, call);
  const passes = parameters.map((slot, i) => passing(slot, i, text, checked));
  const callee: Callee = {
    signature: known,
    count: parameters.length,
    lifetime,
    returnsBigInt: result.isBigInt,
    passes: passes.some(pass => pass !== same) ? passes : [],
    isChecked: checked,
    call,
  };
  const guard = prototype.isVariadic ? guardVariadic : (guards[parameters.length] ?? guardMany);
  const guarded = guard(callee);
  const shown = `${text} { [native code at 0x${address.toString(16)}] }`;
  Object.defineProperties(guarded, {
    name: { value: name || prototype.name },
    length: { value: parameters.length },
    toString: { value: () => shown },
  });
  codeAddresses.set(guarded, { address, lifetime });
  // The compiler has nothing to check here: the type comes from the prototype's text alone.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return guarded as FunctionOf<P>;
}

/** Returns what makes of an argument the value that koffi is given. `index` counts from 0. */
function passing(slot: Slot, index: number, text: string, isChecked: boolean): Conversion {
  const convert = toNative(slot.type);
  if (!isChecked) return convert ?? same;
  const name = slot.name === '' ? '' : ` (${slot.name})`;
  const check = argumentCheck(`argument ${index + 1}${name} of "${text}"`, slot);
  return convert === undefined ? check : value => convert(check(value));
}

function same(value: unknown): unknown {
  return value;
}

/** koffi makes a callback of a function, for the time of the call. */
function explainingLimit(call: NativeFunction, text: string): NativeFunction {
  return (...args) => {
    try {
      return call(...args);
    } catch (error) {
      if (!isCallbackLimit(error)) throw error;
      const problem = `no callback for a function in a call of "${text}": ${String(error)}`;
      throw new Error(`${problem}. ${CALLBACK_LIMIT}`, { cause: error });
    }
  };
}

function convertingResult(convert: Conversion, call: NativeFunction): NativeFunction {
  return (...args) => convert(call(...args));
}

/** Before a call: throws if it must not be made, otherwise keeps the code alive until `end`. */
function begin({ lifetime, count, signature: { prototype } }: Callee, given: number): void {
  if (lifetime.freed) throw new Error(`a call of "${prototype.text}", whose code has been freed`);
  if (prototype.isVariadic ? given < count : given !== count) {
    const least = prototype.isVariadic ? 'at least ' : '';
    throw new TypeError(
      `"${prototype.text}" takes ${least}${count} argument${count === 1 ? '' : 's'}, not ${given}`,
    );
  }
  lifetime.beginCall();
}

function finish({ returnsBigInt }: Callee, result: unknown): unknown {
  return returnsBigInt && typeof result === 'number' ? BigInt(result) : result;
}

/** After a call, also after one that threw. */
function end({ lifetime }: Callee): void {
  lifetime.endCall();
}

type Guard = (callee: Callee) => (...args: unknown[]) => unknown;

/** By the number of parameters: a function with rest parameters costs some 30 ns a call more than these. */
/* oxlint-disable prefer-rest-params */
// prettier-ignore
const guards: readonly Guard[] = [
  to => function () { begin(to, arguments.length); try { return finish(to, to.call()); } finally { end(to); } },
  to => { const [p = same] = to.passes; return function (a) { begin(to, arguments.length); try { return finish(to, to.call(p(a))); } finally { end(to); } }; },
  to => { const [p = same, q = same] = to.passes; return function (a, b) { begin(to, arguments.length); try { return finish(to, to.call(p(a), q(b))); } finally { end(to); } }; },
  to => { const [p = same, q = same, r = same] = to.passes; return function (a, b, c) { begin(to, arguments.length); try { return finish(to, to.call(p(a), q(b), r(c))); } finally { end(to); } }; },
  to => { const [p = same, q = same, r = same, s = same] = to.passes; return function (a, b, c, d) { begin(to, arguments.length); try { return finish(to, to.call(p(a), q(b), r(c), s(d))); } finally { end(to); } }; },
  to => { const [p = same, q = same, r = same, s = same, t = same] = to.passes; return function (a, b, c, d, e) { begin(to, arguments.length); try { return finish(to, to.call(p(a), q(b), r(c), s(d), t(e))); } finally { end(to); } }; },
  to => { const [p = same, q = same, r = same, s = same, t = same, u = same] = to.passes; return function (a, b, c, d, e, f) { begin(to, arguments.length); try { return finish(to, to.call(p(a), q(b), r(c), s(d), t(e), u(f))); } finally { end(to); } }; },
];
/* oxlint-enable prefer-rest-params */

function guardMany(to: Callee): NativeFunction {
  return (...args) => {
    begin(to, args.length);
    try {
      const { passes } = to;
      for (let i = 0; i < passes.length; i++) args[i] = (passes[i] ?? same)(args[i]);
      return finish(to, to.call(...args));
    } finally {
      end(to);
    }
  };
}

/** koffi takes the further arguments of a variadic function as types and values in turn. */
function guardVariadic(to: Callee): NativeFunction {
  return (...args) => {
    begin(to, args.length);
    try {
      const values = args.flatMap((value, i) => {
        return i < to.count ? [(to.passes[i] ?? same)(value)] : furtherArgument(value, i, to);
      });
      return finish(to, to.call(...values));
    } finally {
      end(to);
    }
  };
}

/**
 * A further argument of a variadic function, which is `[type, value]`: its type, after C's promotions, and
 * what koffi is given for the value.
 */
function furtherArgument(
  pair: unknown,
  index: number,
  { signature: { prototype }, isChecked }: Callee,
): unknown[] {
  const { text } = prototype;
  if (!Array.isArray(pair) || pair.length !== 2 || typeof pair[0] !== 'string') {
    throw new TypeError(
      `argument ${index + 1} of "${text}" is ${show(pair)}, expected a type and a value, as in ['int', 5]`,
    );
  }
  const [type, value] = pair as [string, unknown];
  const { parameters, prototype: read } = signature(`void (${type})`);
  const [slot] = parameters;
  const promoted = slot && parameters.length === 1 && !read.isVariadic && promotedType(slot.type);
  if (!promoted) {
    throw new PrototypeError(
      text,
      `\`${type}\` is not the type of a further argument, such as int or double`,
    );
  }
  const passed = passing({ ...slot, name: '' }, index, text, isChecked)(value);
  return [promoted, typeof passed === 'boolean' ? Number(passed) : passed];
}
