/**
 * Immediates of the logical instructions and of floating point, as bits and back. A logical immediate is a
 * run of ones, rotated, in an element of 2 to 64 bits that is repeated (Arm ARM, DecodeBitMasks); a
 * floating-point immediate has four bits of fraction and three of exponent (VFPExpandImm).
 */

/** N:immr:imms for a value of `size` bits; undefined if it is no logical immediate. */
export function encodeBitmask(value: bigint, size: 32 | 64): number | undefined {
  if (value < -(1n << BigInt(size - 1)) || value >= 1n << BigInt(size)) return undefined;
  const bits = BigInt.asUintN(size, value);
  let length = size as number;
  let element = bits;
  while (length > 2) {
    const half = length / 2;
    const low = BigInt.asUintN(half, element);
    if (low !== element >> BigInt(half)) break;
    element = low;
    length = half;
  }
  const all = (1n << BigInt(length)) - 1n;
  if (element === 0n || element === all) return undefined;
  for (let rotation = 0; rotation < length; rotation++) {
    const turned = ((element << BigInt(rotation)) | (element >> BigInt(length - rotation))) & all;
    if ((turned & (turned + 1n)) !== 0n) continue;
    const ones = turned.toString(2).length;
    const n = length === 64 ? 1 : 0;
    const imms = ((~(length * 2 - 1) & 63) | (ones - 1)) & 63;
    return (n << 12) | (rotation << 6) | imms;
  }
  return undefined;
}

/** The value that N:immr:imms stands for; undefined if that is reserved. */
export function decodeBitmask(bits: number, size: 32 | 64): bigint | undefined {
  const n = bits >> 12;
  const immr = (bits >> 6) & 63;
  const imms = bits & 63;
  const length = 2 ** (31 - Math.clz32((n << 6) | (~imms & 63)));
  if (length < 2 || length > size || (n === 1 && size === 32)) return undefined;
  const ones = (imms & (length - 1)) + 1;
  if (ones === length) return undefined;
  const rotation = BigInt(immr & (length - 1));
  // The processor ignores the bits of immr beyond the element; an assembler writes zeros there.
  if (immr >= length) return undefined;
  const run = (1n << BigInt(ones)) - 1n;
  const all = (1n << BigInt(length)) - 1n;
  const element = ((run >> rotation) | (run << (BigInt(length) - rotation))) & all;
  let value = 0n;
  for (let at = 0; at < size; at += length) value |= element << BigInt(at);
  return value;
}

/** The eight bits of a floating-point immediate; undefined if the value is none. */
export function encodeFloat(value: number): number | undefined {
  const magnitude = Math.abs(value);
  for (let exponent = -3; exponent <= 4; exponent++) {
    const fraction = (magnitude / 2 ** exponent) * 16 - 16;
    if (!Number.isInteger(fraction) || fraction < 0 || fraction > 15) continue;
    return (value < 0 ? 128 : 0) | (((exponent + 7) % 8) << 4) | fraction;
  }
  return undefined;
}

export function decodeFloat(bits: number): number {
  const exponent = (bits >> 4) & 7;
  const power = exponent < 4 ? exponent + 1 : exponent - 7;
  return (bits & 128 ? -1 : 1) * ((16 + (bits & 15)) / 16) * 2 ** power;
}
