/**
 * Functions that call native code, as `cast` makes them.
 *
 * `functionAt` takes an address, a prototype and the lifetime of what lies at the address. It returns a
 * JavaScript function that throws after `free`, keeps the code alive, counts its arguments, and returns
 * 64-bit integers as bigints.
 */
import { type OptionChecks, checkArgument, isBoolean, isOptions } from '../encoder/format/argument.ts';
import { codeAddresses } from './codeaddress.ts';
import { CALLBACK_LIMIT, isCallbackLimit, koffi, type NativeFunction } from './koffi.ts';
import type { Lifetime } from './memory/lifetime.ts';
import { argumentsCheck } from './prototype/check.ts';
import type { FunctionOf } from './prototype/functiontype.ts';
import { fromNative, type Conversion } from './prototype/fromnative.ts';
import { signature } from './prototype/signature.ts';
import { toNative } from './prototype/tonative.ts';

export interface CastOptions {
  /**
   * Whether the function throws for arguments that koffi would cut without saying so: RangeError for
   * numbers out of the type's range, fractions and NaN for integers, strings with a NUL; TypeError for
   * values of another type. Default: false.
   */
  readonly checked?: boolean;
}

const checkCastOptions = isOptions({ checked: isBoolean } satisfies OptionChecks<CastOptions>);

/** What a function made by `cast` closes over. */
interface Callee {
  /** The prototype, for messages. */
  readonly text: string;
  /** Number of parameters. */
  readonly count: number;
  readonly lifetime: Lifetime;
  /** Whether the result is a bigint; koffi may give a number. */
  readonly returnsBigInt: boolean;
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
  text: P,
  lifetime: Lifetime,
  name: string,
  options: CastOptions | undefined,
): FunctionOf<P> {
  checkArgument('cast', 'options', options, checkCastOptions);
  const { checked = false } = options ?? {};
  const known = signature(text);
  const { parameters, prototype, result, type } = known;
  let call: NativeFunction = koffi().decode(address, type);
  const toNatives = parameters.map(parameter => toNative(parameter.type));
  if (toNatives.some(convert => convert !== undefined)) call = convertingArguments(toNatives, call, text);
  const convertResult = result.isBigInt ? undefined : fromNative(result.type);
  if (convertResult !== undefined) call = convertingResult(convertResult, call);
  if (checked) call = checking(argumentsCheck(known), call);
  const callee = { text, count: parameters.length, lifetime, returnsBigInt: result.isBigInt, call };
  const guarded = (guards[parameters.length] ?? guardMany)(callee);
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

function checking(check: (args: readonly unknown[]) => void, call: NativeFunction): NativeFunction {
  return (...args) => {
    check(args);
    return call(...args);
  };
}

function convertingArguments(
  conversions: readonly (Conversion | undefined)[],
  call: NativeFunction,
  text: string,
): NativeFunction {
  return (...args) => {
    const converted = conversions.map((convert, i) => (convert ? convert(args[i]) : args[i]));
    try {
      return call(...converted);
    } catch (error) {
      // koffi makes a callback of a function, for the time of the call.
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
function begin({ lifetime, count, text }: Callee, given: number): void {
  if (lifetime.freed) throw new Error(`a call of "${text}", whose code has been freed`);
  if (given !== count) {
    throw new TypeError(`"${text}" takes ${count} argument${count === 1 ? '' : 's'}, not ${given}`);
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
  to => function (a) { begin(to, arguments.length); try { return finish(to, to.call(a)); } finally { end(to); } },
  to => function (a, b) { begin(to, arguments.length); try { return finish(to, to.call(a, b)); } finally { end(to); } },
  to => function (a, b, c) { begin(to, arguments.length); try { return finish(to, to.call(a, b, c)); } finally { end(to); } },
  to => function (a, b, c, d) { begin(to, arguments.length); try { return finish(to, to.call(a, b, c, d)); } finally { end(to); } },
  to => function (a, b, c, d, e) { begin(to, arguments.length); try { return finish(to, to.call(a, b, c, d, e)); } finally { end(to); } },
  to => function (a, b, c, d, e, f) { begin(to, arguments.length); try { return finish(to, to.call(a, b, c, d, e, f)); } finally { end(to); } },
];
/* oxlint-enable prefer-rest-params */

const guardMany: Guard =
  to =>
  (...args) => {
    begin(to, args.length);
    try {
      return finish(to, to.call(...args));
    } finally {
      end(to);
    }
  };
