/**
 * 64-bit addresses. Users give them as numbers or bigints; buffers and fields need two halves of 32 bits. A
 * bigint for each step between would be slow and make garbage.
 */

import { failExpected } from './format/status.ts';

/** An address: a safe integer or a bigint, −2⁶³…2⁶⁴−1 (on x86 −2³¹…2³²−1). */
export type Address = number | bigint;

/** The bits 0…31 of an integer, signed. */
export function lowHalf(value: Address): number {
  return typeof value === 'number' ? value | 0 : Number(BigInt.asIntN(32, value));
}

/** The bits 32…63 of an integer, signed. */
export function highHalf(value: Address): number {
  return typeof value === 'number'
    ? Math.floor(value / 2 ** 32) | 0
    : Number(BigInt.asIntN(32, value >> 32n));
}

/** Is it an address that the architecture can have? */
export function isAddress(value: unknown, is64Bit: boolean): value is Address {
  if (typeof value === 'number') {
    return Number.isSafeInteger(value) && (is64Bit || (value >= -(2 ** 31) && value < 2 ** 32));
  }
  if (typeof value !== 'bigint') return false;
  return is64Bit ? value >= -(2n ** 63n) && value < 2n ** 64n : value >= -(2n ** 31n) && value < 2n ** 32n;
}

/** The unsigned address that two halves make. */
export function joinHalves(low: number, high: number): bigint {
  return (BigInt(high >>> 0) << 32n) | BigInt(low >>> 0);
}

/** The hexadecimal text of an address, for messages. */
export function hexadecimal(address: bigint): string {
  if (typeof address !== 'bigint' && typeof address !== 'number') {
    failExpected('hexadecimal: address', address, 'a bigint');
  }
  return `0x${address.toString(16)}`;
}
