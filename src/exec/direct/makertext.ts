/**
 * The text of the functions that call directly: `makerText` takes a signature. Its text is the body of a
 * function that returns a maker (directcall.ts). What it uses: typed arrays over the area by the names of
 * their classes, and `way`, `signal`, `otherwise`, `fail`.
 */
import { placeArguments, SHADOW } from '../argumentplace.ts';
import { type Element, elementOf } from '../prototype/element.ts';
import type { Signature, Slot } from '../prototype/signature.ts';
import { Area, MAX_POINTERS, MAX_WORDS } from './area.ts';

interface Argument {
  readonly name: string;
  readonly slot: Slot;
  readonly element: Element;
  /** The offset in the area where it goes, as 8 bytes. */
  readonly at: number;
}

const OTHERWISE = 'return otherwise(to, arguments);';

/** @returns undefined for signatures with something else than numbers, truth values and addresses */
export function makerText({ prototype, parameters, result }: Signature): string | undefined {
  const elements = parameters.map(scalarOf);
  const returned = result.text === 'void' ? undefined : scalarOf(result);
  if (prototype.isVariadic || (result.text !== 'void' && returned === undefined)) return undefined;
  if (!elements.every(element => element !== undefined)) return undefined;
  const { places, stack } = placeArguments(elements.map(({ isFloat }) => isFloat));
  const words = Math.ceil((stack - SHADOW) / 16) * 2;
  if (words > MAX_WORDS) return undefined;
  const args = elements.map((element, index): Argument => {
    const { stack, index: register } = places[index]!;
    const registers = element.isFloat ? Area.FLOATS : Area.INTEGERS;
    const at = stack === undefined ? registers + 8 * register : Area.WORDS + stack - SHADOW;
    return { name: `a${index}`, slot: parameters[index]!, element, at };
  });
  const pointers = args.filter(({ slot }) => takesMemory(slot));
  const hasMemory = pointers.length > 0 && pointers.length <= MAX_POINTERS;
  const writes = args.map(arg =>
    arg.slot.type.primitive === 'Pointer'
      ? writingPointer(arg, hasMemory ? pointers.indexOf(arg) : -1, pointers.length)
      : writing(arg),
  );
  return `'use strict';
return to => {
  const { lifetime, low, high } = to;
  return function (${args.map(({ name }) => name).join(', ')}) {
    if (arguments.length !== ${args.length} || ${word(Area.STATE)} !== 0 || lifetime.freed) ${OTHERWISE}
    ${hasMemory ? 'let memory = 0;' : ''}
    ${writes.join('\n    ')}
    lifetime.beginCall();
    try {
      ${word(Area.TARGET)} = low;
      ${word(Area.TARGET + 4)} = high;
      ${words > 0 ? `${word(Area.STACK)} = ${words};` : ''}
      ${hasMemory ? calling(pointers) : 'way.enter();'}
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

/** Whether a parameter takes memory as it is: koffi swaps the bytes of some types. */
function takesMemory({ type }: Slot): boolean {
  return type.primitive === 'Pointer' && type.ref !== undefined && !type.ref.primitive.endsWith('S');
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
    return `${writingNumber(name, isSigned, at)} else ${writingBigInt(name, isSigned, at)} else ${OTHERWISE}`;
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

/**
 * The same for a pointer. `index` counts those that memory can be passed for, of which there are `count`; −1
 * for others.
 */
function writingPointer({ name, at }: Argument, index: number, count: number): string {
  const offset = word(Area.SLOTS + 4 * index);
  const cases = [
    `if (${name} === null) { ${word(at)} = 0; ${word(at + 4)} = 0; }`,
    writingNumber(name, false, at),
    writingBigInt(name, false, at),
    OTHERWISE,
  ];
  if (index < 0) return cases.join(' else ');
  const memory = `if (way.takesMemory && ArrayBuffer.isView(${name})) { ${offset} = ${at}; memory = ${count}; }`;
  return `${offset} = 0; ${[memory, ...cases].join(' else ')}`;
}

/** The call, where one of the pointers may be to memory. */
function calling(pointers: readonly Argument[]): string {
  return `${word(Area.MEMORY)} = memory;
      way.enter(${pointers.map(({ name }) => name).join(', ')});
      if (${word(Area.REFUSED)} !== 0) {
        ${word(Area.REFUSED)} = 0;
        ${word(Area.STACK)} = 0;
        ${OTHERWISE}
      }`;
}

/** The expression that reads the result. */
function reading({ array, size, isFloat }: Element, { type, isBigInt }: Slot): string {
  const value = `${array}[${(isFloat ? Area.FLOAT_RESULT : Area.RESULT) / size}]`;
  if (type.primitive === 'Bool') return `(${value} & 1) !== 0`;
  if (type.primitive === 'Pointer') return `${value} || null`;
  return isBigInt && size < 8 ? `BigInt(${value})` : value;
}
