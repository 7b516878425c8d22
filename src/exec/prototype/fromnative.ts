/**
 * What JavaScript gets for a value of native code: a result of a call, an argument of a callback.
 *
 * `fromNative` takes a koffi type and returns a function. That takes what koffi gives for a value of the
 * type, and returns the value by our rule: an integer of 64 bits is a bigint, any smaller one is a number,
 * and what C has unsigned is not negative. The rule also holds for members and elements.
 */
import { types } from 'node:util';
import { koffi, type TypeObject } from '../koffi.ts';
import { scalarTypes } from './scalartype.ts';

export type Conversion = (value: unknown) => unknown;

/** koffi's names of the types that are bigints, whatever their size on this machine. */
const bigIntNames: ReadonlySet<string> = new Set(
  Object.values(scalarTypes).flatMap(([name, result]) => (result === 'bigint' ? [name] : [])),
);

/** Whether JavaScript gets a value of this type as a bigint. (koffi gives a number for a small value.) */
export function isBigIntType({ name, primitive }: TypeObject): boolean {
  return /^U?Int64/.test(primitive) || (bigIntNames.has(name) && /^U?Int/.test(primitive));
}

/** Returns an unsigned type for a character type that is unsigned in C and signed in koffi. */
export function numberType(type: TypeObject): TypeObject {
  const { name, primitive, size } = type;
  if (name === 'char32_t' && primitive === 'Int32') return koffi().type('uint32_t');
  const isUnsigned16 = name === 'char16_t' || (name === 'wchar_t' && size === 2);
  return isUnsigned16 && primitive === 'Int16' ? koffi().type('uint16_t') : type;
}

/** By koffi's type. koffi never frees a type that has a name. */
const conversions = new WeakMap<TypeObject, Conversion | undefined>();

/** Returns undefined for a type whose values koffi gives by our rule. */
export function fromNative(type: TypeObject): Conversion | undefined {
  if (!conversions.has(type)) conversions.set(type, makeConversion(type));
  return conversions.get(type);
}

function makeConversion(type: TypeObject): Conversion | undefined {
  if (isBigIntType(type)) {
    // koffi gives arguments of callbacks as signed.
    const isUnsigned = type.primitive.startsWith('U');
    return value => {
      if (typeof value !== 'number' && typeof value !== 'bigint') return value;
      return isUnsigned ? BigInt.asUintN(64, BigInt(value)) : BigInt(value);
    };
  }
  const number = numberType(type);
  if (number !== type) {
    const bits = 8 * number.size;
    return value => (typeof value === 'number' ? Number(BigInt.asUintN(bits, BigInt(value))) : value);
  }
  const { primitive, ref, members = {} } = type;
  if (primitive === 'Array' && ref !== undefined) return elementsConversion(ref);
  if (primitive !== 'Record' && primitive !== 'Union') return undefined;
  const converted = Object.values(members).flatMap(member => {
    const convert = memberConversion(member.type);
    return convert === undefined ? [] : [{ name: member.name, convert }];
  });
  if (converted.length === 0) return undefined;
  const convertMember = primitive === 'Record' ? convertProperty : convertAccessor;
  return value => {
    if (typeof value === 'object' && value !== null) {
      for (const { name, convert } of converted) convertMember(value, name, convert);
    }
    return value;
  };
}

/** For a pointer with a count koffi gives an array. What it points to may be the structure itself. */
function memberConversion(type: TypeObject): Conversion | undefined {
  const { primitive, ref } = type;
  if (primitive !== 'Pointer' || ref === undefined) return fromNative(type);
  return value => (typeof value === 'object' ? (elementsConversion(ref)?.(value) ?? value) : value);
}

function elementsConversion(ref: TypeObject): Conversion | undefined {
  const convert = fromNative(ref);
  if (convert === undefined) return undefined;
  return value => {
    if (Array.isArray(value)) return value.map(convert);
    if (numberType(ref) === ref) return value;
    if (types.isInt16Array(value)) return new Uint16Array(value.buffer, value.byteOffset, value.length);
    if (types.isInt32Array(value)) return new Uint32Array(value.buffer, value.byteOffset, value.length);
    return value;
  };
}

function convertProperty(object: object, name: string, convert: Conversion): void {
  Reflect.set(object, name, convert(Reflect.get(object, name)));
}

/** A union decodes a member when it is read. */
function convertAccessor(union: object, name: string, convert: Conversion): void {
  const prototype: object | null = Object.getPrototypeOf(union);
  if (prototype === null) return;
  Object.defineProperty(union, name, {
    enumerable: true,
    get: () => convert(Reflect.get(prototype, name, union)),
    set: value => {
      Reflect.set(prototype, name, value, union);
    },
  });
}
