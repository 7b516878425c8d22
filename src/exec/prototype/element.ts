/**
 * Scalars as machine code and typed arrays have them: `elementOf` takes koffi's type of a parameter or of a
 * result, and returns its size, its kind, and which typed array holds such elements.
 */
import type { TypeObject } from '../koffi.ts';

export interface Element {
  /** In bytes: 1, 2, 4 or 8. */
  readonly size: number;
  readonly isFloat: boolean;
  readonly isSigned: boolean;
  /** The name of the typed array. */
  readonly array: string;
}

/** Undefined for types that are no scalars: structures, strings, pointers to functions. */
export function elementOf({ primitive, size }: TypeObject): Element | undefined {
  if (primitive === 'Bool') return { size, isFloat: false, isSigned: false, array: 'Uint8Array' };
  if (primitive === 'Float32') return { size, isFloat: true, isSigned: true, array: 'Float32Array' };
  if (primitive === 'Float64') return { size, isFloat: true, isSigned: true, array: 'Float64Array' };
  if (primitive === 'Pointer') return { size, isFloat: false, isSigned: false, array: 'BigUint64Array' };
  const [, sign] = /^(U?)Int\d+$/.exec(primitive) ?? [];
  if (sign === undefined) return undefined;
  const isSigned = sign === '';
  const big = size === 8 ? 'Big' : '';
  return { size, isFloat: false, isSigned, array: `${big}${isSigned ? 'Int' : 'Uint'}${8 * size}Array` };
}
