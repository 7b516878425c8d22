/**
 * Functions that call native code, as `cast` makes them.
 *
 * `functionAt` takes an address, a prototype and the lifetime of what lies at the address. It returns a
 * JavaScript function that throws after `free`, keeps the code alive, counts its arguments, and returns
 * 64-bit integers as bigints.
 */
import { highHalf, lowHalf } from '../encoder/address.ts';
import { checkArgument, isBoolean } from '../encoder/format/argument.ts';
import { type OptionChecks, isOptions } from '../encoder/format/option.ts';
import { show } from '../encoder/format/status.ts';
import { placeOf, setAddress } from './codeaddress.ts';
import { directCalls, type Maker, rethrow, type Target as DirectTarget } from './direct/directcall.ts';
import { entry, takeThrown, variadicEntry } from './entry.ts';
import { CALLBACK_LIMIT, isCallbackLimit, koffi, type NativeFunction } from './koffi.ts';
import { faultError } from './fault/faults.ts';
import type { Lifetime } from './memory/lifetime.ts';
import { argumentCheck, describeArgument } from './prototype/check.ts';
import type { FunctionOf } from './prototype/functiontype.ts';
import { fromNative, type Conversion } from './prototype/fromnative.ts';
import { PrototypeError } from './prototype/prototype.ts';
import { promotedType, signature, type Signature, type Slot } from './prototype/signature.ts';
import { toNative } from './prototype/tonative.ts';

export interface CastOptions {
  /**
   * Whether the function throws for arguments that koffi would cut without saying so: RangeError for
   * numbers out of the type's range, fractions and NaN for integers, strings with a NUL; TypeError for
   * values of another type. Default: true. (What they cost: bench/call.ts.)
   */
  readonly checked?: boolean;
}

const checkCastOptions = isOptions({ checked: isBoolean } satisfies OptionChecks<CastOptions>);

/** What all functions of a prototype share that are checked, or that are not. */
interface Plan {
  readonly signature: Signature;
  /** Number of parameters. */
  readonly count: number;
  /** Whether the result is a bigint; koffi may give a number. */
  readonly returnsBigInt: boolean;
  /** What checks and converts the arguments, in their order; empty if they all stay as they are. */
  readonly passes: readonly Conversion[];
  readonly isChecked: boolean;
  readonly functionPrototype: object;
  /** Makes functions that pass scalars themselves. */
  readonly direct: Maker<Target> | undefined;
  /** koffi's function that calls the entry; made when it is needed. */
  call: NativeFunction | undefined;
}

/** What a function made by `cast` calls. */
interface Target extends DirectTarget {
  readonly plan: Plan;
  /** The prototype that messages name. */
  readonly shown: string;
  /** The function that calls it through koffi's conversions, beside a direct one. */
  converting: NativeFunction | undefined;
}

/** What a function closes over that calls through koffi's conversions. */
interface Callee extends Omit<Plan, 'functionPrototype' | 'direct' | 'call'> {
  readonly call: NativeFunction;
  readonly shown: string;
  readonly lifetime: Lifetime;
  readonly cell: Uint32Array;
  readonly signal: Int32Array;
  /** What the cell gets before a call. */
  readonly low: number;
  readonly high: number;
}

/**
 * @param address 1…2⁶⁴−1
 * @param text a prototype
 * @param name for stack traces; if it is empty, the name in the prototype
 * @param shown the prototype that messages name
 * @throws {PrototypeError}
 */
export function functionAt<P extends string>(
  address: bigint,
  text: string,
  lifetime: Lifetime,
  name: string,
  options: CastOptions | undefined,
  shown = text,
): FunctionOf<P> {
  checkArgument('cast', 'options', options, checkCastOptions);
  const plan = planFor(signature(text), options?.checked ?? true);
  const { prototype, parameters } = plan.signature;
  const target: Target = {
    plan,
    shown,
    lifetime,
    low: lowHalf(address),
    high: highHalf(address),
    converting: undefined,
  };
  const made = plan.direct?.(target) ?? converting(target);
  Object.setPrototypeOf(made, plan.functionPrototype);
  // Each of these takes 0.3 µs.
  if (made.length !== parameters.length) define(made, 'length', parameters.length);
  const jsName = name || prototype.name;
  if (jsName !== '') define(made, 'name', jsName);
  setAddress(made, address, lifetime);
  // The compiler has nothing to check here: the type comes from the prototype's text alone.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return made as FunctionOf<P>;
}

/** A function that calls the target through koffi's conversions. */
function converting({ plan, shown, lifetime, low, high }: Target): NativeFunction {
  const { signature, count, returnsBigInt, passes, isChecked } = plan;
  const { cell, signal } = entry();
  const call = (plan.call ??= callOf(signature));
  const parts = { signature, count, returnsBigInt, passes, isChecked, call };
  const callee: Callee = { ...parts, shown, lifetime, cell, signal, low, high };
  return (signature.prototype.isVariadic ? guardVariadic : (guards[count] ?? guardMany))(callee);
}

function define(f: NativeFunction, property: string, value: unknown): void {
  Object.defineProperty(f, property, { value, configurable: true });
}

/**
 * The JavaScript prototype of the functions that have a C prototype: a property of each function would take
 * 0.3 µs.
 */
function functionPrototype(text: string): object {
  return Object.create(Function.prototype, {
    toString: {
      value(this: object) {
        const place = placeOf(this);
        return place === undefined ? text : `${text} { [native code at 0x${place.address.toString(16)}] }`;
      },
      configurable: true,
      writable: true,
    },
  });
}

/** Plans by signature: for functions that are checked, and for others. */
const plans = new WeakMap<Signature, [checked?: Plan, unchecked?: Plan]>();

function planFor(known: Signature, isChecked: boolean): Plan {
  let both = plans.get(known);
  if (both === undefined) plans.set(known, (both = []));
  const index = isChecked ? 0 : 1;
  return (both[index] ??= makePlan(known, isChecked));
}

function makePlan(known: Signature, isChecked: boolean): Plan {
  const { parameters, prototype, result } = known;
  const passes = parameters.map((slot, i) => passing(slot, i, prototype.text, isChecked));
  return {
    signature: known,
    count: parameters.length,
    returnsBigInt: result.isBigInt,
    passes: passes.some(pass => pass !== same) ? passes : [],
    isChecked,
    functionPrototype: functionPrototype(prototype.text),
    direct: directCalls<Target>(known, { otherwise: callOtherwise, fail: failDirect }),
    call: undefined,
  };
}

function callOf({ parameters, prototype, result, type }: Signature): NativeFunction {
  const callsBack = parameters.some(parameter => toNative(parameter.type) !== undefined);
  const convertResult = result.isBigInt ? undefined : fromNative(result.type);
  const address = prototype.isVariadic ? variadicEntry(type) : entry().address;
  let call: NativeFunction = koffi().decode(address, type);
  if (callsBack) call = explainingLimit(call, prototype.text);
  if (convertResult !== undefined) call = convertingResult(convertResult, call);
  return call;
}

/** Makes a call that is not for a direct one, as its arguments or the moment are not. */
function callOtherwise(target: Target, args: ArrayLike<unknown>): unknown {
  target.converting ??= converting(target);
  return Reflect.apply(target.converting, undefined, args);
}

/** Behind a direct call that has not ended well. What a callback has thrown goes before a fault. */
function failDirect({ shown, lifetime }: Target): void {
  const { guard, signal } = entry();
  const fault = (signal[0] ?? 0) > 0 ? guard?.takeFault() : undefined;
  signal[0] = 0;
  if (takeThrown()) rethrow();
  if (fault !== undefined) throw faultError(fault, lifetime, shown);
}

/** Returns what makes of an argument the value that koffi is given. `index` counts from 0. */
function passing(slot: Slot, index: number, text: string, isChecked: boolean): Conversion {
  const convert = toNative(slot.type);
  if (!isChecked) return convert ?? same;
  const check = argumentCheck(describeArgument(index, slot.name, text), slot);
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

/** What the entry's cell is set for; undefined outside of all calls of koffi's. */
let aimed: Callee | undefined;

/**
 * Before a call: throws if it must not be made, otherwise keeps the code alive until `end`. Returns the call
 * that is under way.
 */
function begin({ lifetime, count, shown, signature }: Callee, given: number): Callee | undefined {
  const { isVariadic } = signature.prototype;
  if (lifetime.freed) throw new Error(`a call of "${shown}", whose code has been freed`);
  if (isVariadic ? given < count : given !== count) {
    const least = isVariadic ? 'at least ' : '';
    throw new TypeError(`"${shown}" takes ${least}${count} argument${count === 1 ? '' : 's'}, not ${given}`);
  }
  lifetime.beginCall();
  return aimed;
}

function finish(to: Callee, result: unknown): unknown {
  if (to.signal[0] !== 0) failFault(to);
  const { returnsBigInt } = to;
  return returnsBigInt && typeof result === 'number' ? BigInt(result) : result;
}

/** @throws {FaultError} */
function failFault({ lifetime, shown }: Callee): void {
  const fault = entry().guard?.takeFault();
  if (fault !== undefined) throw faultError(fault, lifetime, shown);
}

/**
 * After a call, also after one that threw. The call around it, `before`, may not have got to the entry: koffi
 * runs getters of structures that are its arguments.
 */
function end({ lifetime, signal }: Callee, before: Callee | undefined): void {
  lifetime.endCall();
  // What a callback has thrown goes before a fault, which then nobody has taken.
  signal[0] = 0;
  aimed = before;
  if (before === undefined) return;
  before.cell[0] = before.low;
  before.cell[1] = before.high;
}

/** Right before a call: tells the entry where to go. */
function aim(to: Callee): void {
  const { cell, low, high } = to;
  aimed = to;
  cell[0] = low;
  cell[1] = high;
}

type Guard = (callee: Callee) => (...args: unknown[]) => unknown;

/** By the number of parameters: a function with rest parameters costs some 30 ns a call more than these. */
/* oxlint-disable prefer-rest-params */
// prettier-ignore
const guards: readonly Guard[] = [
  to => { return function () { const before = begin(to, arguments.length); try { aim(to); return finish(to, to.call()); } finally { end(to, before); } }; },
  to => { const [p = same] = to.passes; return function (a: unknown) { const before = begin(to, arguments.length); try { a = p(a); aim(to); return finish(to, to.call(a)); } finally { end(to, before); } }; },
  to => { const [p = same, q = same] = to.passes; return function (a: unknown, b: unknown) { const before = begin(to, arguments.length); try { a = p(a); b = q(b); aim(to); return finish(to, to.call(a, b)); } finally { end(to, before); } }; },
  to => { const [p = same, q = same, r = same] = to.passes; return function (a: unknown, b: unknown, c: unknown) { const before = begin(to, arguments.length); try { a = p(a); b = q(b); c = r(c); aim(to); return finish(to, to.call(a, b, c)); } finally { end(to, before); } }; },
  to => { const [p = same, q = same, r = same, s = same] = to.passes; return function (a: unknown, b: unknown, c: unknown, d: unknown) { const before = begin(to, arguments.length); try { a = p(a); b = q(b); c = r(c); d = s(d); aim(to); return finish(to, to.call(a, b, c, d)); } finally { end(to, before); } }; },
  to => { const [p = same, q = same, r = same, s = same, t = same] = to.passes; return function (a: unknown, b: unknown, c: unknown, d: unknown, e: unknown) { const before = begin(to, arguments.length); try { a = p(a); b = q(b); c = r(c); d = s(d); e = t(e); aim(to); return finish(to, to.call(a, b, c, d, e)); } finally { end(to, before); } }; },
  to => { const [p = same, q = same, r = same, s = same, t = same, u = same] = to.passes; return function (a: unknown, b: unknown, c: unknown, d: unknown, e: unknown, f: unknown) { const before = begin(to, arguments.length); try { a = p(a); b = q(b); c = r(c); d = s(d); e = t(e); f = u(f); aim(to); return finish(to, to.call(a, b, c, d, e, f)); } finally { end(to, before); } }; },
];
/* oxlint-enable prefer-rest-params */

function guardMany(to: Callee): NativeFunction {
  return (...args) => {
    const before = begin(to, args.length);
    try {
      const { passes } = to;
      for (let i = 0; i < passes.length; i++) args[i] = (passes[i] ?? same)(args[i]);
      aim(to);
      return finish(to, to.call(...args));
    } finally {
      end(to, before);
    }
  };
}

/** koffi takes the further arguments of a variadic function as types and values in turn. */
function guardVariadic(to: Callee): NativeFunction {
  return (...args) => {
    const before = begin(to, args.length);
    try {
      const values = args.flatMap((value, i) => {
        return i < to.count ? [(to.passes[i] ?? same)(value)] : furtherArgument(value, i, to);
      });
      aim(to);
      return finish(to, to.call(...values));
    } finally {
      end(to, before);
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
