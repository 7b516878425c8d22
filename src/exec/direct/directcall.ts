/**
 * Direct calls: functions of JavaScript's that write scalar arguments into memory themselves, and read the
 * result there (area.ts), so that nobody converts them. `directCalls` takes a signature, and returns what
 * makes such functions.
 *
 * They take what is common: the right number of arguments, each of which its type holds as it is. Everything
 * else goes to `otherwise`, which calls through koffi's conversions, or throws.
 */
import { State } from '../../encoder/index.ts';
import { FLOAT_REGISTERS, INTEGER_REGISTERS, placeArguments, SHADOW } from '../argumentplace.ts';
import { type Entry, entry } from '../entry.ts';
import { koffi } from '../koffi.ts';
import type { Lifetime } from '../memory/lifetime.ts';
import type { Block } from '../memory/block.ts';
import { MemoryError } from '../memory/pages.ts';
import { codeInPool } from '../owncode.ts';
import { hostArch } from '../process.ts';
import { type Element, elementOf } from '../prototype/element.ts';
import type { Signature, Slot } from '../prototype/signature.ts';
import { Area, CallState, MAX_WORDS } from './area.ts';
import { actions, putDirectEntry } from './directentry.ts';
import { nodeFunction } from './nodefunction.ts';

/** What is called. */
export interface Target {
  readonly lifetime: Lifetime;
  /** The address, in halves. */
  readonly low: number;
  readonly high: number;
}

/** What direct calls leave to their maker. */
export interface Exits<T extends Target> {
  /** Makes the call in another way, or throws. */
  readonly otherwise: (target: T, args: ArrayLike<unknown>) => unknown;
  /** To be called when the call has ended with a fault, or a callback has thrown: throws that. */
  readonly fail: (target: T) => void;
}

export type Maker<T extends Target> = (target: T) => (...args: unknown[]) => unknown;

/** What direct calls of this thread go through. */
interface Way {
  /** Calls what the area says. */
  readonly enter: () => void;
  readonly rethrow: () => void;
  /** Keeps the machine code in memory. */
  readonly block: Block;
}

/** Programs with fewer calls do not pay for it: making the way takes as long as thousands of calls. */
const FIRST_CALLS = 1000;
let calls = 0;
/** Empty until then. */
const way: { -readonly [K in keyof Way]?: Way[K] } = {};

/** From now on calls are direct, unless there is no memory for the entry. */
function open(): void {
  const known = entry();
  try {
    Object.assign(way, makeWay(known));
    known.state[0] = CallState.NONE;
  } catch (error) {
    if (!(error instanceof MemoryError)) throw error;
  }
}

/** Throws what a callback of a direct call has thrown, if it has not come out yet. */
export function rethrow(): void {
  way.rethrow?.();
}

function makeWay(known: Entry): Way {
  const prototype = koffi().proto('void ()');
  const outside = makeEntry(known, true);
  const enter = nodeFunction(outside.direct);
  if (enter !== undefined) {
    // An exception of a callback waits in koffi until a function of koffi's returns.
    return { enter, rethrow: koffi().decode(outside.nothing, prototype), block: outside.block };
  }
  outside.block.free();
  const { direct, block } = makeEntry(known, false);
  return { enter: koffi().decode(direct, prototype), rethrow: () => undefined, block };
}

function makeEntry(
  { area, cell, address }: Entry,
  isOutside: boolean,
): { readonly block: Block; readonly direct: bigint; readonly nothing: bigint } {
  const state = new State(actions);
  putDirectEntry(state, {
    area: koffi().address(new Uint8Array(area)),
    entry: address,
    cell: koffi().address(cell),
    integers: INTEGER_REGISTERS,
    floats: FLOAT_REGISTERS,
    shadow: SHADOW,
    isOutside,
  });
  const block = codeInPool(state, 'dynasm_direct');
  const [direct = 0n, nothing = 0n] = state.globals.map(label => BigInt(label ?? 0));
  return { block, direct, nothing };
}

/** Typed arrays over the area, by the names that the text of the functions has for them. */
const ARRAYS = {
  Int8Array,
  Uint8Array,
  Int16Array,
  Uint16Array,
  Int32Array,
  Uint32Array,
  BigInt64Array,
  BigUint64Array,
  Float32Array,
  Float64Array,
} as const;

/**
 * @returns undefined for signatures with something else than numbers, truth values and addresses, for other
 *   processors than x64, and where code from strings is forbidden
 */
export function directCalls<T extends Target>(known: Signature, exits: Exits<T>): Maker<T> | undefined {
  if (hostArch !== 'x64') return undefined;
  const text = textOf(known);
  if (text === undefined) return undefined;
  const { area, signal, state } = entry();
  const otherwise: typeof exits.otherwise = (target, args) => {
    if (state[0] === CallState.CLOSED && ++calls === FIRST_CALLS) open();
    return exits.otherwise(target, args);
  };
  const arrays = Object.values(ARRAYS).map(Type => new Type(area));
  let make: (...environment: unknown[]) => Maker<T>;
  try {
    // The text has nothing of the prototype but numbers, sizes and kinds of its types.
    // oxlint-disable-next-line typescript/no-implied-eval, typescript/no-unsafe-type-assertion
    make = new Function(...Object.keys(ARRAYS), 'way', 'signal', 'otherwise', 'fail', text) as typeof make;
  } catch (error) {
    if (error instanceof EvalError) return undefined;
    throw error;
  }
  return make(...arrays, way, signal, otherwise, exits.fail);
}

/** The text of a function's body that returns a maker; undefined if the signature is not for direct calls. */
function textOf({ prototype, parameters, result }: Signature): string | undefined {
  const elements = parameters.map(scalarOf);
  const returned = result.text === 'void' ? undefined : scalarOf(result);
  if (prototype.isVariadic || (result.text !== 'void' && returned === undefined)) return undefined;
  if (!elements.every(element => element !== undefined)) return undefined;
  const { places, stack } = placeArguments(elements.map(({ isFloat }) => isFloat));
  const words = Math.ceil((stack - SHADOW) / 16) * 2;
  if (words > MAX_WORDS) return undefined;
  const names = parameters.map((_, index) => `a${index}`);
  const writes = elements.map((element, index) => {
    const place = places[index]!;
    const at =
      place.stack === undefined
        ? (element.isFloat ? Area.FLOATS : Area.INTEGERS) + 8 * place.index
        : Area.WORDS + place.stack - SHADOW;
    return writing(names[index]!, element, parameters[index]!, at);
  });
  return `'use strict';
return to => {
  const { lifetime, low, high } = to;
  return function (${names.join(', ')}) {
    if (arguments.length !== ${names.length} || ${word(Area.STATE)} !== 0 || lifetime.freed) return otherwise(to, arguments);
    ${writes.join('\n    ')}
    lifetime.beginCall();
    try {
      ${word(Area.TARGET)} = low;
      ${word(Area.TARGET + 4)} = high;
      ${words > 0 ? `${word(Area.STACK)} = ${words};` : ''}
      way.enter();
      if (signal[0] !== 0) fail(to);
      return ${returned === undefined ? 'undefined' : reading(returned, result)};
    } finally {
      lifetime.endCall();
    }
  };
};`;
}

/** 32 bits of the area. */
function word(offset: number): string {
  return `Int32Array[${offset / 4}]`;
}

/** Undefined for what is no scalar, and for names of pointers: koffi may do more with those. */
function scalarOf({ text, type }: Slot): Element | undefined {
  const isAddress = type.primitive === 'Pointer';
  return isAddress && !text.endsWith('*') ? undefined : elementOf(type);
}

/** The statement that checks an argument and writes it, as 8 bytes, at an offset of the area. */
function writing(name: string, { array, size, isSigned }: Element, { type }: Slot, at: number): string {
  const otherwise = 'return otherwise(to, arguments);';
  const write = (value: string): string => `${array}[${at / size}] = ${value};`;
  const [low, high] = [word(at), word(at + 4)];
  const { primitive } = type;
  if (primitive === 'Float64') return `if (typeof ${name} !== 'number') ${otherwise} ${write(name)}`;
  if (primitive === 'Float32') {
    const isCut = `Math.fround(${name}) !== ${name} && Math.abs(Math.fround(${name})) === Infinity`;
    return `if (typeof ${name} !== 'number' || ${isCut}) ${otherwise} ${write(name)}`;
  }
  if (primitive === 'Bool')
    return `if (typeof ${name} !== 'boolean') ${otherwise} ${low} = ${name} ? 1 : 0; ${high} = 0;`;
  if (size < 8) {
    const shift = 32 - 8 * size;
    const held = isSigned ? `${name} << ${shift} >> ${shift}` : `${name} << ${shift} >>> ${shift}`;
    // (Bigints do not mix with shifts.) Registers have 32-bit values extended, as koffi has it.
    const upper = isSigned ? `${name} >> 31` : '0';
    return `if (typeof ${name} !== 'number' || ${name} !== (${held})) ${otherwise} ${low} = ${name}; ${high} = ${upper};`;
  }
  const range = isSigned ? '' : ` && ${name} >= 0`;
  const cases = [
    `if (typeof ${name} === 'number' && Number.isSafeInteger(${name})${range}) { ${low} = ${name}; ${high} = Math.floor(${name} / 4294967296); }`,
    `if (typeof ${name} === 'bigint' && BigInt.as${isSigned ? 'Int' : 'Uint'}N(64, ${name}) === ${name}) ${write(name)}`,
    ...(primitive === 'Pointer' ? [`if (${name} === null) { ${low} = 0; ${high} = 0; }`] : []),
    otherwise,
  ];
  return cases.join(' else ');
}

/** The expression that reads the result. */
function reading({ array, size, isFloat }: Element, { type, isBigInt }: Slot): string {
  const value = `${array}[${(isFloat ? Area.FLOAT_RESULT : Area.RESULT) / size}]`;
  if (type.primitive === 'Bool') return `(${value} & 1) !== 0`;
  if (type.primitive === 'Pointer') return `${value} || null`;
  return isBigInt && size < 8 ? `BigInt(${value})` : value;
}
