/**
 * Elements of the arrays that a batch call goes through: what koffi's type of a parameter or a result means
 * for the loop, and which typed array holds such elements.
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

/** A parameter, and where it is passed. */
export interface Placed {
  readonly element: Element;
  /** Whether its values come from an array. */
  readonly isArray: boolean;
  /** Number of the register; of an xmm register for floating-point numbers. */
  readonly register: number;
  /** Offset from rsp at the call, if it is on the stack. */
  readonly stack: number | undefined;
}

/** What the loop reads, as offsets in bytes: 8 bytes each. */
export const Context = { FUNCTION: 0, COUNT: 8, RESULT: 16, ARGUMENTS: 24 } as const;

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
