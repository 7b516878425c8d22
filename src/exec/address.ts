/**
 * From values to addresses: what an operand `&expr`, an extern or `dasm.cast` may be given.
 *
 * In goes a value, out comes its address; whatever must stay alive for the address to be good goes to `keep`.
 */
import { inspect, types } from 'node:util';
import { Callback } from './callback.ts';
import { entries, findBlock } from './entry.ts';
import type { Callable, Pointer } from './functiontype.ts';
import { isFunction, type NativeFunction, type TypeObject } from './koffi.ts';
import { native } from './native.ts';

/** koffi's `info` of a function; its own declaration of the parameters is out of date. */
interface PrototypeInfo {
  readonly name: string;
  readonly arguments: readonly { readonly type: TypeObject }[];
  readonly result: TypeObject;
}

/**
 * An address, memory of JavaScript's, a code object, a function made by `cast`, a callback, a function of koffi's.
 * (Memory must not be resized, transferred or detached while code refers to it.)
 */
export type AddressLike = Pointer | number | SharedArrayBuffer | Callable | ((...args: never[]) => unknown);

/**
 * @param keep called with each object that must outlive the address
 * @returns for a bigint or number the same value, whatever its range
 * @throws TypeError for a value that has no address; Error for one that has been freed
 */
export function addressOf(value: unknown, keep: (object: object) => void): number | bigint {
  if (typeof value === 'bigint' || typeof value === 'number') {
    const block = findBlock(value);
    if (block !== undefined) keep(block);
    return value;
  }
  if (value === null) return 0n;
  if (typeof value === 'object' || typeof value === 'function') {
    const entry = entries.get(value);
    if (entry !== undefined) {
      if (entry.holder.freed) throw new Error('the address of code or of a callback that has been freed');
      keep(entry.holder);
      return entry.address;
    }
    if (isFunction(value)) return functionAddress(value, keep);
    return memoryAddress(value, keep);
  }
  throw new TypeError(`${inspect(value)} has no address`);
}

/**
 * koffi does not tell the address of a library's function, so that it is called through a callback; the symbol's
 * address (`library.symbol(name)`) is the faster way.
 */
function functionAddress(
  value: NativeFunction & { info?: PrototypeInfo },
  keep: (object: object) => void,
): bigint {
  const { info } = value;
  if (info === undefined) {
    const name = value.name || '(anonymous)';
    throw new TypeError(
      `the function ${name} has no address: make it a callback, dasm.callback('int (int)', f)`,
    );
  }
  const { koffi } = native();
  const type = koffi.proto(
    info.result,
    info.arguments.map(parameter => parameter.type),
  );
  const callback = new Callback(info.name, koffi.pointer(type), value);
  // From now on the function has an entry: one callback serves all uses of it.
  entries.set(value, { address: callback.address, holder: callback });
  keep(callback);
  return callback.address;
}

function memoryAddress(value: object, keep: (object: object) => void): bigint {
  const { koffi } = native();
  const shared = value instanceof SharedArrayBuffer;
  const isMemory = shared || ArrayBuffer.isView(value) || types.isAnyArrayBuffer(value);
  if (!isMemory && !types.isExternal(value)) {
    throw new TypeError(`${inspect(value, { depth: 0, breakLength: Infinity })} has no address`);
  }
  const address = koffi.address(shared ? new Uint8Array(value) : value);
  if (address === 0n && isMemory) throw new TypeError('empty or detached memory has no address');
  keep(value);
  return address;
}
