/**
 * Addresses of values: of what an operand `&expr`, an extern, a global or `dasm.cast` may be given.
 *
 * `addressOf` takes a value and returns its address. It also reports the object that must stay alive as long
 * as the address is in use.
 */
import { inspect, types } from 'node:util';
import { Callback, findCallback } from './callback.ts';
import { failFunction, knownAddress, placeOf, setAddress } from './codeaddress.ts';
import { isFunction, koffi, parameterTypes, type FunctionInfo, type NativeFunction } from './koffi.ts';
import { findBlock } from './memory/block.ts';
import { isMemory, withoutSharing } from './memoryvalue.ts';
import { functionType } from './prototype/functionpointer.ts';
import type { Callable, Pointer } from './prototype/functiontype.ts';

/**
 * A value that has an address: an address (0…2⁶⁴−1, or null for 0), memory of JavaScript's, a code object, a
 * function made by `cast`, a callback, a function of koffi's. Memory must not be resized, transferred or
 * detached while code refers to it.
 */
export type AddressLike = Pointer | number | SharedArrayBuffer | Callable | ((...args: never[]) => unknown);

/**
 * @param keep is called with the object that must stay alive while the address is in use, if there is one
 * @returns a bigint or number as it was given, whatever its range; 0n for null
 * @throws {TypeError} for a value that has no address
 * @throws {Error} for code or a callback that has been freed; where koffi can make no more callbacks
 */
export function addressOf(value: unknown, keep: (object: object) => void): number | bigint {
  if (typeof value === 'bigint' || typeof value === 'number') {
    const owner = findBlock(value) ?? findCallback(value);
    if (owner !== undefined) keep(owner);
    return value;
  }
  if (value === null) return 0n;
  if (typeof value === 'object' || typeof value === 'function') {
    const known = knownAddress(value);
    if (known !== undefined) {
      keep(placeOf(value)!.lifetime);
      return known;
    }
    if (isFunction(value)) return functionAddress(value, keep);
    return memoryAddress(value, keep);
  }
  throw new TypeError(`${inspect(value)} has no address`);
}

/** The same for an argument of this name, with which TypeErrors begin. */
export function argumentAddress(
  name: string,
  value: unknown,
  keep: (object: object) => void,
): number | bigint {
  try {
    return addressOf(value, keep);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new TypeError(`${name}: ${error.message}`, { cause: error });
  }
}

/**
 * Returns the address of a callback that calls a function of koffi's: koffi does not tell where the native
 * function is. (The address of its symbol, `library.symbol(name)`, is faster.)
 */
function functionAddress(
  value: NativeFunction & { info?: FunctionInfo },
  keep: (object: object) => void,
): bigint {
  const { info } = value;
  if (info === undefined) failFunction(value);
  const { pointer } = functionType('', info.result, parameterTypes(info));
  const callback = new Callback(info.name, pointer, value);
  // One callback serves all uses of the function.
  setAddress(value, callback.address, callback);
  keep(callback);
  return callback.address;
}

function memoryAddress(value: object, keep: (object: object) => void): bigint {
  if (!isMemory(value)) {
    throw new TypeError(`${inspect(value, { depth: 0, breakLength: Infinity })} has no address`);
  }
  const address = koffi().address(withoutSharing(value));
  if (address === 0n && !types.isExternal(value))
    throw new TypeError('empty or detached memory has no address');
  keep(value);
  return address;
}
