/** Memory of JavaScript's as a value: typed arrays, DataViews, buffers, and what native code has made. */
import { types } from 'node:util';

export function isMemory(value: object): boolean {
  return ArrayBuffer.isView(value) || types.isAnyArrayBuffer(value) || types.isExternal(value);
}

// An array may have properties of its own that say something else.
const typedArray: object = Reflect.getPrototypeOf(Uint8Array.prototype) ?? {};

/** The class of a view: the name of a typed array, or DataView. */
export function viewKind(view: ArrayBufferView): string {
  return (Reflect.get(typedArray, Symbol.toStringTag, view) as string | undefined) ?? 'DataView';
}

/** The number of elements of a typed array. */
export function elementCount(array: ArrayBufferView): number {
  return Reflect.get(typedArray, 'length', array) as number;
}

/** koffi takes shared memory only through an array. */
export function withoutSharing(value: object): object {
  return types.isSharedArrayBuffer(value) ? new Uint8Array(value) : value;
}

/** Is the memory gone? (Node 20 does not say it.) */
export function isDetached(value: object): boolean {
  if (types.isExternal(value) || types.isSharedArrayBuffer(value)) return false;
  const buffer = ArrayBuffer.isView(value) ? value.buffer : value;
  if (!types.isArrayBuffer(buffer) || buffer.byteLength > 0) return false;
  try {
    return new Uint8Array(buffer).length > 0;
  } catch {
    return true;
  }
}
