/**
 * Calls through koffi, which converts arguments and results of all types. `convertedCalls` takes a signature,
 * and returns what makes such functions.
 */
import { highHalf, lowHalf } from '../encoder/address.ts';
import { show } from '../encoder/format/status.ts';
import { type Entry, entry, variadicEntry } from './entry.ts';
import { CALLBACK_LIMIT, isCallbackLimit, koffi, type NativeFunction, type TypeObject } from './koffi.ts';
import { faultError } from './fault/faults.ts';
import type { Block } from './memory/block.ts';
import type { Lifetime } from './memory/lifetime.ts';
import { argumentCheck, describeArgument } from './prototype/check.ts';
import { functionType } from './prototype/functionpointer.ts';
import { fromNative, type Conversion } from './prototype/fromnative.ts';
import { PrototypeError } from './prototype/prototype.ts';
import { promotedType, signature, type Signature, type Slot } from './prototype/signature.ts';
import { toNative } from './prototype/tonative.ts';
import { returnedText } from './returnedtext.ts';
import { textFunction } from './textfunction.ts';

/** What is called. */
export interface Target {
  readonly lifetime: Lifetime;
  /** The prototype that messages name. */
  readonly shown: string;
  /** The address, in halves. */
  readonly low: number;
  readonly high: number;
}

export type Maker = (target: Target) => NativeFunction;

/** How a signature's functions call. */
interface Way {
  readonly signature: Signature;
  readonly isChecked: boolean;
  /** What checks and converts the arguments, in their order. */
  readonly passes: readonly Conversion[];
  /** koffi's function that calls the entry. */
  readonly call: NativeFunction;
  readonly convertResult: Conversion;
}

/** What makes the functions of a signature. `isChecked`: whether they check their arguments. */
export function convertedCalls(known: Signature, isChecked: boolean): Maker {
  const { parameters, prototype, result } = known;
  const text = entry().guard && returnedText(result.type, code => guardedReader(code, prototype.text));
  const type = text === undefined ? known.type : returningAddress(known);
  const callsBack = parameters.some(parameter => toNative(parameter.type) !== undefined);
  const address = prototype.isVariadic ? variadicEntry(type) : entry().address;
  const call: NativeFunction = koffi().decode(address, type);
  const way: Way = {
    signature: known,
    isChecked,
    passes: parameters.map((slot, i) => passing(slot, i, prototype.text, isChecked)),
    call: callsBack ? explainingLimit(call, prototype.text) : call,
    convertResult: text ?? (result.isBigInt ? toBigInt : (fromNative(result.type) ?? same)),
  };
  if (prototype.isVariadic) return to => variadicCall(to, way);
  return fixedCalls(way) ?? (to => anyCall(to, way));
}

/** The type of such functions that return a pointer. */
function returningAddress({ prototype, parameters }: Signature): TypeObject {
  const types = parameters.map(({ type }) => type);
  return functionType(prototype.convention, koffi().type('void *'), types, prototype.isVariadic).type;
}

/** Calls machine code that reads a text. `shown`: the prototype of the function that has returned it. */
function guardedReader(code: Block, shown: string): NativeFunction {
  const { address } = code;
  const make = convertedCalls(signature('void (void *)'), false);
  return make({ lifetime: code, shown, low: lowHalf(address), high: highHalf(address) });
}

/** koffi gives a number for a small value. */
function toBigInt(value: unknown): unknown {
  return typeof value === 'number' ? BigInt(value) : value;
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

/** What the entry's cell is set for; undefined outside of all calls of koffi's. */
let aimed: Target | undefined;

/** Right before a call: tells the entry where to go. */
function aim(cell: Uint32Array, to: Target): void {
  aimed = to;
  cell[0] = to.low;
  cell[1] = to.high;
}

/** Before a call: keeps the code alive until `end`. Returns the call that is under way. */
function begin({ lifetime }: Target): Target | undefined {
  lifetime.beginCall();
  return aimed;
}

/**
 * After a call, also after one that threw. The call around it, `before`, may not have got to the entry: koffi
 * runs getters of structures that are its arguments.
 */
function end({ cell, signal }: Entry, { lifetime }: Target, before: Target | undefined): void {
  lifetime.endCall();
  // What a callback has thrown goes before a fault, which then nobody has taken.
  signal[0] = 0;
  if (before === undefined) aimed = undefined;
  else aim(cell, before);
}

/** koffi's room for arguments, where further ones take two places; it does not look whether they fit. */
const MAX_ARGUMENTS = 64;

/** Is a call with so many arguments none? @throws {Error} after `free`; {TypeError}, {RangeError} */
function refuse({ lifetime, shown }: Target, { signature }: Way, given: number): void {
  const { parameters, prototype } = signature;
  const { length } = parameters;
  if (lifetime.freed) throw new Error(`a call of "${shown}", whose code has been freed`);
  if (!prototype.isVariadic && given === length) return;
  const most = length + Math.floor((MAX_ARGUMENTS - length) / 2);
  if (prototype.isVariadic && given > most) {
    throw new RangeError(`"${shown}" takes up to ${most} arguments, not ${given}`);
  }
  if (prototype.isVariadic && given >= length) return;
  const least = prototype.isVariadic ? 'at least ' : '';
  throw new TypeError(`"${shown}" takes ${least}${length} argument${length === 1 ? '' : 's'}, not ${given}`);
}

/** @throws {FaultError} */
export function failFault({ lifetime, shown }: Target): void {
  const fault = entry().guard?.takeFault();
  if (fault !== undefined) throw faultError(fault, lifetime, shown);
}

/** Functions with a text of their own; undefined where code from strings is forbidden. */
function fixedCalls(way: Way): Maker | undefined {
  const { passes, call, convertResult } = way;
  const names = passes.map((_, i) => `a${i}`);
  const converted = passes.flatMap((pass, i) => (pass === same ? [] : [`a${i} = pass${i}(a${i});`]));
  const known = entry();
  const tools = {
    known,
    cell: known.cell,
    signal: known.signal,
    call,
    convertResult,
    begin,
    aim,
    end,
    failFault,
  };
  const text = `'use strict';
return to => {
  const { lifetime } = to;
  return function (${names.join(', ')}) {
    if (arguments.length !== ${names.length} || lifetime.freed) refuse(to, arguments.length);
    const before = begin(to);
    try {
      ${converted.join(' ')}
      aim(cell, to);
      const result = call(${names.join(', ')});
      if (signal[0] !== 0) failFault(to);
      return ${convertResult === same ? 'result' : 'convertResult(result)'};
    } finally {
      end(known, to, before);
    }
  };
};`;
  const parameters = [...Object.keys(tools), 'refuse', ...passes.map((_, i) => `pass${i}`)];
  const make = textFunction(parameters, text);
  const refuseCall = (to: Target, given: number): void => {
    refuse(to, way, given);
  };
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return make?.(...Object.values(tools), refuseCall, ...passes) as Maker | undefined;
}

/** A function for any number of arguments. */
function anyCall(to: Target, way: Way): NativeFunction {
  const { passes, call, convertResult } = way;
  return (...args) => {
    refuse(to, way, args.length);
    const before = begin(to);
    try {
      for (const [i, pass] of passes.entries()) args[i] = pass(args[i]);
      aim(entry().cell, to);
      const result = call(...args);
      if (entry().signal[0] !== 0) failFault(to);
      return convertResult(result);
    } finally {
      end(entry(), to, before);
    }
  };
}

/** koffi takes the further arguments of a variadic function as types and values in turn. */
function variadicCall(to: Target, way: Way): NativeFunction {
  const { passes, call, convertResult } = way;
  return (...args) => {
    refuse(to, way, args.length);
    const before = begin(to);
    try {
      const values = args.flatMap((value, i) => {
        const pass = passes[i];
        return pass === undefined ? furtherArgument(value, i, way) : [pass(value)];
      });
      aim(entry().cell, to);
      const result = call(...values);
      if (entry().signal[0] !== 0) failFault(to);
      return convertResult(result);
    } finally {
      end(entry(), to, before);
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
  { signature: { prototype }, isChecked }: Way,
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
