/**
 * The text of the functions that call directly: `makerText` takes a signature. Its text is the body of a
 * function that returns a maker (directcall.ts). What it uses: typed arrays over the area by the names of
 * their classes, and `enter`, `signal`, `otherwise`, `failFault`.
 */
import { PACKS_STACK, placeArguments, SHADOW } from '../argumentplace.ts';
import { type Element, elementOf } from '../prototype/element.ts';
import type { Signature, Slot } from '../prototype/signature.ts';
import { Area, MAX_WORDS } from './area.ts';

interface Argument {
  readonly name: string;
  readonly slot: Slot;
  readonly element: Element;
  /** The offset in the area where it goes, as 8 bytes. */
  readonly at: number;
}

const OTHERWISE = 'return otherwise(to)(...arguments);';

/**
 * @returns undefined for signatures with something else than numbers, truth values and addresses, and where
 *   arguments on the stack are not 8 bytes each
 */
export function makerText({ prototype, parameters, result }: Signature): string | undefined {
  const elements = parameters.map(scalarOf);
  const returned = result.text === 'void' ? undefined : scalarOf(result);
  if (prototype.isVariadic || (result.text !== 'void' && returned === undefined)) return undefined;
  if (!elements.every(element => element !== undefined)) return undefined;
  const { places, stack } = placeArguments(elements);
  if (PACKS_STACK && stack > 0) return undefined;
  const words = Math.ceil((stack - SHADOW) / 16) * 2;
  if (words > MAX_WORDS) return undefined;
  const args = elements.map((element, index): Argument => {
    const { stack, index: register } = places[index]!;
    const registers = element.isFloat ? Area.FLOATS : Area.INTEGERS;
    const at = stack === undefined ? registers + 8 * register : Area.WORDS + stack - SHADOW;
    return { name: `a${index}`, slot: parameters[index]!, element, at };
  });
  return `'use strict';
return to => {
  const { lifetime, low, high } = to;
  return function (${args.map(({ name }) => name).join(', ')}) {
    if (arguments.length !== ${args.length} || lifetime.freed) ${OTHERWISE}
    ${args.map(writing).join('\n    ')}
    lifetime.beginCall();
    try {
      ${word(Area.TARGET)} = low;
      ${word(Area.TARGET + 4)} = high;
      ${words > 0 ? `${word(Area.STACK)} = ${words};` : ''}
      enter();
      if (signal[0] !== 0) failFault(to);
      return ${returned === undefined ? 'undefined' : reading(returned, result)};
    } finally {
      lifetime.endCall();
      signal[0] = 0;
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

/** The statements that check an argument and write it. */
function writing({ name, slot, element: { array, size, isSigned }, at }: Argument): string {
  const write = `${array}[${at / size}] = ${name};`;
  const [low, high] = [word(at), word(at + 4)];
  const { primitive } = slot.type;
  if (primitive === 'Float64') return `if (typeof ${name} !== 'number') ${OTHERWISE} ${write}`;
  if (primitive === 'Float32') {
    const isCut = `Math.fround(${name}) !== ${name} && Math.abs(Math.fround(${name})) === Infinity`;
    return `if (typeof ${name} !== 'number' || ${isCut}) ${OTHERWISE} ${write}`;
  }
  if (primitive === 'Bool') {
    return `if (typeof ${name} !== 'boolean') ${OTHERWISE} ${low} = ${name} ? 1 : 0; ${high} = 0;`;
  }
  if (size === 8) {
    const cases = [writingNumber(name, isSigned, at), writingBigInt(name, isSigned, at), OTHERWISE];
    if (primitive === 'Pointer') cases.unshift(`if (${name} === null) { ${low} = 0; ${high} = 0; }`);
    return cases.join(' else ');
  }
  const shift = 32 - 8 * size;
  const held = isSigned ? `${name} << ${shift} >> ${shift}` : `${name} << ${shift} >>> ${shift}`;
  // (Bigints do not mix with shifts.) Registers have 32-bit values extended, as koffi has it.
  const isHeld = `typeof ${name} === 'number' && ${name} === (${held})`;
  return `if (!(${isHeld})) ${OTHERWISE} ${low} = ${name}; ${high} = ${isSigned ? `${name} >> 31` : '0'};`;
}

/** A statement for numbers as 64 bits. */
function writingNumber(name: string, isSigned: boolean, at: number): string {
  const isHeld = `typeof ${name} === 'number' && Number.isSafeInteger(${name})${isSigned ? '' : ` && ${name} >= 0`}`;
  return `if (${isHeld}) { ${word(at)} = ${name}; ${word(at + 4)} = Math.floor(${name} / 4294967296); }`;
}

function writingBigInt(name: string, isSigned: boolean, at: number): string {
  const [array, cut] = isSigned ? ['BigInt64Array', 'BigInt.asIntN'] : ['BigUint64Array', 'BigInt.asUintN'];
  return `if (typeof ${name} === 'bigint' && ${cut}(64, ${name}) === ${name}) { ${array}[${at / 8}] = ${name}; }`;
}

/** The expression that reads the result. */
function reading({ array, size, isFloat }: Element, { type, isBigInt }: Slot): string {
  const value = `${array}[${(isFloat ? Area.FLOAT_RESULT : Area.RESULT) / size}]`;
  if (type.primitive === 'Bool') return `(${value} & 1) !== 0`;
  if (type.primitive === 'Pointer') return `${value} || null`;
  return isBigInt && size < 8 ? `BigInt(${value})` : value;
}
