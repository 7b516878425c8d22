/**
 * The checks of values of all types, down to the members of structures and the elements of arrays: koffi ends
 * the process if one of these is of a wrong type, or if reading it throws.
 *
 * `valueCheck` takes a koffi type and returns a function that takes a value. It returns what koffi is given,
 * where each object and array is a copy that has been read once; or throws a `Misfit`, or what reading
 * throws.
 */
import { types } from 'node:util';
import { elementOf } from './element.ts';
import { placeOf } from '../codeaddress.ts';
import { koffi, type TypeObject } from '../koffi.ts';
import { isDetached, isMemory, viewKind, withoutSharing } from '../memoryvalue.ts';
import { numberType } from './fromnative.ts';
import { Misfit } from './misfit.ts';
import { integerCheck, scalarCheck } from './scalarcheck.ts';

/** `depth` counts the objects around the value that it is pointed to from. */
export type ValueCheck = (value: unknown, depth: number) => unknown;

/** An object that points to itself would be copied for ever, and koffi's stack is small. */
const MAX_DEPTH = 256;
/** Longer arrays should be typed ones, which are not copied. */
const MAX_ELEMENTS = 2 ** 24;

const checks = new WeakMap<TypeObject, ValueCheck>();

export function valueCheck(type: TypeObject): ValueCheck {
  let check = checks.get(type);
  if (check === undefined) checks.set(type, (check = makeCheck(type)));
  return check;
}

function makeCheck(type: TypeObject): ValueCheck {
  const { name, primitive } = type;
  const scalar = scalarCheck(numberType(type), name, misfit);
  if (scalar !== undefined) return scalar;
  if (primitive === 'Record') return recordCheck(type);
  if (primitive === 'Union') return unionCheck(type);
  if (primitive === 'Array') return arrayCheck(type);
  return pointerCheck(type);
}

function misfit(value: unknown, expected: string, isRange?: boolean): never {
  throw new Misfit(value, expected, isRange);
}

/** Members by name. koffi leaves out those that are undefined: they are 0. */
type Members = readonly (readonly [name: string, check: ValueCheck])[];

function membersOf({ members = {} }: TypeObject): Members {
  return Object.values(members).map(({ name, type }) => [name, valueCheck(type)]);
}

function recordCheck(type: TypeObject): ValueCheck {
  // (A structure may point to itself.)
  let members: Members | undefined;
  return (value, depth) => {
    members ??= membersOf(type);
    const object = objectOf(value, type);
    const copy: Record<string, unknown> = {};
    let current = '';
    let hasMember = false;
    try {
      for (const [name, check] of members) {
        current = name;
        const member = object[name];
        if (member === undefined) continue;
        hasMember = true;
        copy[name] = check(member, depth);
      }
    } catch (error) {
      throw error instanceof Misfit ? error.within(current) : error;
    }
    if (!hasMember) requireEmpty(object, type);
    return copy;
  };
}

/** For an object that has none of the members: `{}` is a structure of zeros, a Map or a Date is a mistake. */
function requireEmpty(object: object, type: TypeObject): void {
  const prototype: unknown = Object.getPrototypeOf(object);
  const isPlain = prototype === null || Object.getPrototypeOf(prototype) === null;
  if (!isPlain || Object.keys(object).length > 0) misfitObject(object, type);
}

function objectOf(value: unknown, type: TypeObject): Readonly<Record<string, unknown>> {
  const isObject =
    typeof value === 'object' &&
    value !== null &&
    (isPlain(value) || !(Array.isArray(value) || isMemory(value) || placeOf(value) !== undefined));
  return isObject ? (value as Readonly<Record<string, unknown>>) : misfitObject(value, type);
}

/** The most common objects, of which nothing else needs to be asked: each question takes 15 ns. */
function isPlain(value: object): boolean {
  return Object.getPrototypeOf(value) === Object.prototype;
}

function misfitObject(value: unknown, { name, members = {} }: TypeObject): never {
  const names = Object.keys(members).join(', ');
  return misfit(value, `${name} takes an object with the members ${names}`, false);
}

/** Takes an object with one member, or one of koffi's objects of the union. */
function unionCheck(type: TypeObject): ValueCheck {
  let members: Members | undefined;
  let unionClass: object | undefined;
  return (value, depth) => {
    members ??= membersOf(type);
    unionClass ??= Object.getPrototypeOf(new (koffi().Union)(type)) as object;
    const object = objectOf(value, type);
    const isKoffis = Object.getPrototypeOf(object) === unionClass;
    const { names, isSet } = isKoffis
      ? membersInUse(object, type)
      : { names: Object.keys(object), isSet: true };
    const [name = ''] = names;
    const check = members.find(([each]) => each === name)?.[1];
    if (check === undefined || names.length > 1) {
      if (isKoffis && names.length > 0) return value;
      const all = members.map(([each]) => each).join(', ');
      return misfit(value, `${type.name} takes an object with one of the members ${all}`);
    }
    try {
      const copy = { [name]: check(object[name], depth) };
      return isSet ? copy : value;
    } catch (error) {
      throw error instanceof Misfit ? error.within(name) : error;
    }
  };
}

/**
 * The members that one of koffi's objects of a union can be asked for, and whether the program has certainly
 * set one: the others cannot be asked for then, while an object from native code has all. A text is not asked
 * for before that is certain, as native code may have given something else, which is no address.
 */
function membersInUse(
  union: Readonly<Record<string, unknown>>,
  { members = {} }: TypeObject,
): { readonly names: readonly string[]; readonly isSet: boolean } {
  const canBeRead = (name: string): boolean => {
    try {
      return Reflect.has(union, name) && union[name] !== undefined;
    } catch {
      return false;
    }
  };
  const all = Object.values(members);
  const others = all.filter(({ type }) => !holdsText(type)).map(({ name }) => name);
  if (others.length === 0) return { names: all.map(({ name }) => name), isSet: false };
  const names = others.filter(canBeRead);
  if (names.length === others.length) return { names, isSet: false };
  return { names: names.length > 0 ? names : all.map(({ name }) => name).filter(canBeRead), isSet: true };
}

/** Is a value of the type a string, or has it one in it? */
function holdsText({ primitive, ref, members = {} }: TypeObject): boolean {
  if (primitive === 'Array')
    return ref !== undefined && (/^Int(8|16|32)$/.test(ref.primitive) || holdsText(ref));
  return primitive.startsWith('String') || Object.values(members).some(({ type }) => holdsText(type));
}

/** An array inside of a structure: what is missing is 0. */
function arrayCheck({ name, size, length = 0, ref }: TypeObject): ValueCheck {
  if (ref === undefined) return value => value;
  const elements = elementsCheck(ref, length, name);
  const array = elementOf(numberType(ref))?.array;
  // One unit is for the NUL at the end.
  const unit = ref.primitive === 'Int8' ? 1 : ref.primitive === 'Int16' ? 2 : undefined;
  const kinds = ['array', ...(array === undefined ? [] : [array])].join(' or ');
  const text = unit === undefined ? '' : 'a text, ';
  const expected = `${name} takes an ${kinds} of up to ${length} elements, ${text}or bytes`;
  return (value, depth) => {
    if (Array.isArray(value)) return elements(value, depth);
    if (typeof value === 'string' && unit !== undefined) {
      const bytes = unit === 1 ? Buffer.byteLength(value) : 2 * value.length;
      if (bytes > size - unit) return misfit(value, `${name} takes texts of up to ${size - unit} bytes`);
      return terminated(value);
    }
    if (typeof value !== 'object' || value === null || !isMemory(value) || types.isExternal(value)) {
      return misfit(value, expected, false);
    }
    const kind = ArrayBuffer.isView(value) ? viewKind(value) : 'DataView';
    const isBytes = ['DataView', 'Uint8Array', 'Uint8ClampedArray'].includes(kind);
    if (!isBytes && kind !== array) return misfit(value, expected, false);
    const { byteLength } = value as Uint8Array;
    if (byteLength > size) return misfit(value, `${name} has ${size} bytes, not ${byteLength}`, true);
    return memory(value);
  };
}

/** Arrays of up to `limit` elements. */
function elementsCheck(
  ref: TypeObject,
  limit: number,
  name: string,
): (array: readonly unknown[], depth: number) => unknown {
  const hint = limit === MAX_ELEMENTS ? '; typed arrays may have more' : '';
  let check: ValueCheck | undefined;
  return (array, depth) => {
    check ??= valueCheck(ref);
    const { length } = array;
    if (length > limit)
      return misfit(array, `${name} takes up to ${limit} elements, not ${length}${hint}`, true);
    const copy: unknown[] = [];
    let index = 0;
    try {
      for (; index < length; index++) copy.push(check(array[index], depth));
    } catch (error) {
      throw error instanceof Misfit ? error.within(index) : error;
    }
    return copy;
  };
}

function terminated(text: string): string {
  return text.includes('\0') ? misfit(text, 'a C string ends at its first NUL character') : text;
}

function memory(value: object): object {
  return isDetached(value) ? misfit(value, 'its memory has been detached', false) : withoutSharing(value);
}

/** Strings, pointers, pointers to functions. */
function pointerCheck({ name: written, primitive, size, ref }: TypeObject): ValueCheck {
  // koffi numbers the types that have no name.
  const name = written.startsWith('<anonymous') ? 'a pointer to a function' : written;
  const address = integerCheck('an address', false, size, misfit);
  // What has an address of its own is for tonative.ts.
  const takesCode = primitive === 'Callback' || ref?.primitive === 'Void';
  const elements = ref === undefined || ref.size === 0 ? undefined : elementsCheck(ref, MAX_ELEMENTS, name);
  const pointsToObject = ref?.members !== undefined;
  const takes = [
    'an address',
    'null',
    ...(primitive === 'Callback' ? ['a function', 'code'] : ['memory']),
    ...(ref?.primitive === 'Void' ? ['code'] : []),
    ...(elements === undefined ? [] : ['an array']),
    ...(pointsToObject ? ['an object'] : []),
  ];
  const expected = `${name} takes ${takes.slice(0, -1).join(', ')} or ${takes.at(-1)}`;
  let target: ValueCheck | undefined;
  return (value, depth) => {
    if (typeof value === 'bigint' || typeof value === 'number') return address(value);
    if (value === null) return value;
    if (typeof value === 'string') return terminated(value);
    if (value === undefined) return misfit(value, `${name} takes null for no address`);
    if (typeof value === 'function' && takesCode) return value;
    if (typeof value !== 'object') return misfit(value, expected);
    if (!pointsToObject || !isPlain(value)) {
      if (ArrayBuffer.isView(value) && value.byteLength > 0) return value;
      if (isMemory(value)) return memory(value);
      if (takesCode && placeOf(value) !== undefined) return value;
      if (elements !== undefined && Array.isArray(value)) return elements(value, depth);
    }
    if (ref === undefined || !pointsToObject) return misfit(value, expected);
    if (depth >= MAX_DEPTH) {
      return misfit(value, `objects can be nested up to ${MAX_DEPTH} deep; memory can point to memory`, true);
    }
    target ??= valueCheck(ref);
    return target(value, depth + 1);
  };
}
