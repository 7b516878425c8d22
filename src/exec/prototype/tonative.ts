/**
 * What koffi is given for a value that goes to native code: an argument of a call, a result of a callback.
 *
 * `toNative` takes a koffi type and returns a function that takes the value and returns what koffi is given:
 * for a function pointer, an address or a function that koffi may call; for a `void *`, the address of code
 * or of a callback. Other values stay as they are.
 * `receiver` takes the types of a function and returns such a function.
 */
import { failFunction, knownAddress } from '../codeaddress.ts';
import { calledByCode } from '../entry.ts';
import {
  isFunction,
  parameterTypes,
  type FunctionInfo,
  type NativeFunction,
  type TypeObject,
} from '../koffi.ts';
import { isMemory } from '../memoryvalue.ts';
import { argumentCheck } from './check.ts';
import { fromNative, type Conversion } from './fromnative.ts';

/** By koffi's type. koffi never frees a type that has a name. */
const known = new WeakMap<TypeObject, Conversion | undefined>();

/** Returns undefined for a type in which there is neither a function pointer nor a `void *`. */
export function toNative(type: TypeObject): Conversion | undefined {
  if (!known.has(type)) known.set(type, makeConversion(type));
  return known.get(type);
}

function makeConversion({ primitive, proto, ref, members = {} }: TypeObject): Conversion | undefined {
  if (primitive === 'Callback') return proto && (value => functionValue(proto, value));
  if (primitive === 'Pointer' && ref?.primitive === 'Void') return pointerValue;
  if (primitive === 'Array' || (primitive === 'Pointer' && ref?.primitive === 'Record')) {
    const convert = ref && toNative(ref);
    return convert && (value => (Array.isArray(value) ? value.map(convert) : convert(value)));
  }
  if (primitive !== 'Record') return undefined;
  const converted = Object.values(members).flatMap(({ name, type }) => {
    // What a member points to is the caller's; it may be the structure itself.
    const isOthers = type.primitive === 'Pointer' && type.ref?.primitive !== 'Void';
    const convert = isOthers ? undefined : toNative(type);
    return convert === undefined ? [] : [{ name, convert }];
  });
  if (converted.length === 0) return undefined;
  return value => {
    if (typeof value !== 'object' || value === null || isMemory(value)) return value;
    // The caller's object stays as it is.
    const copy: object = Object.create(value);
    for (const { name, convert } of converted) {
      Object.defineProperty(copy, name, { value: convert(Reflect.get(value, name)), enumerable: true });
    }
    return copy;
  };
}

/**
 * What koffi gets for a pointer to a function: the address of a value that has one. koffi makes a callback of
 * other functions, for the time of the call.
 */
function functionValue(info: FunctionInfo, value: unknown): unknown {
  if (!isFunction(value) && (typeof value !== 'object' || value === null)) return value;
  return (
    knownAddress(value) ??
    (isFunction(value) ? calledByCode(receiver(parameterTypes(info), info.result, value)) : value)
  );
}

/** What koffi gets for a `void *`: addresses and memory as they are. */
function pointerValue(value: unknown): unknown {
  if (isFunction(value)) return knownAddress(value) ?? failFunction(value);
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return value;
  return knownAddress(value) ?? value;
}

function describeResult(path: string): string {
  return `the result${path === '' ? '' : ` (${path})`} of a callback`;
}

/**
 * Returns a function that takes what koffi gives. It passes that on to `fn` as `fromNative` gives it, and
 * checks its result.
 */
export function receiver(
  parameters: readonly TypeObject[],
  result: TypeObject,
  fn: (...args: never[]) => unknown,
): NativeFunction {
  const conversions = parameters.map(fromNative);
  const convertResult = toNative(result);
  const check =
    result.primitive === 'Void'
      ? undefined
      : argumentCheck(describeResult, { text: result.name, type: result });
  return (...args) => {
    const converted = conversions.map((convert, i) => (convert ? convert(args[i]) : args[i]));
    const given: unknown = Reflect.apply(fn, undefined, converted);
    const returned = check ? check(given) : given;
    return convertResult ? convertResult(returned) : returned;
  };
}
