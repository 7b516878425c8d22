/**
 * Immediates as DynASM reads them. The text behind `#` is a number if Lua can evaluate it (`2*8`, `7/2`,
 * `2^3`, and `010`, which is ten); all else is an expression of the host program. The functions take such a
 * number, and return the bits that it is encoded as, or undefined if it cannot be.
 */
import * as Arm64Action from '../../../../encoder/format/arm64/arm64action.ts';
import { evaluateNumber } from '../../../directive/condition.ts';
import { luaNumber } from '../../../text/luanumber.ts';
import type { Slice } from '../../../text/slice.ts';

/** Adding this leaves the integer nearest to a number in the lower bits of the double. */
const TO_BITS = 2 ** 52 + 2 ** 51;
const view = new DataView(new ArrayBuffer(8));

/** The 32 bits that LuaJIT's `bit` library makes of a number: rounded, and without what lies above. */
export function toBits(number: number): number {
  view.setFloat64(0, number + TO_BITS);
  return view.getInt32(4);
}

/** The number that Lua sees in a text; undefined for an expression. */
export function parseNumber(text: Slice): number | undefined {
  return luaNumber(text.text) ?? evaluateNumber(text);
}

/** An immediate of `width` bits at bit `shift`, in units of `1 << scale`. */
export function encodeField(
  number: number,
  shift: number,
  width: number,
  scale: number,
  isSigned: boolean,
): number | undefined {
  const units = toBits(number) >> scale;
  if (units << scale !== number) return undefined;
  const limit = 1 << (isSigned ? width - 1 : width);
  if (units >= limit || units < (isSigned ? -limit : 0)) return undefined;
  return ((units & ((1 << width) - 1)) << shift) >>> 0;
}

/** The action for such an immediate. */
export function fieldAction(shift: number, width: number, scale: number, isSigned: boolean): number {
  return Arm64Action.word(Arm64Action.IMM, shift | (width << 5) | (scale << 10) | (isSigned ? 0x8000 : 0));
}

/** The immediate of an addition: 12 bits, or 12 bits that are shifted by 12. */
export function encodeAddition(number: number): number | undefined {
  const bits = toBits(number);
  if (bits >>> 12 === 0) return bits << 10;
  return (bits & 0xff00_0fff) === 0 ? (bits >>> 2) | (1 << 22) : undefined;
}

/** The number of a bit: five bits at 19, the sixth at 31. */
export function encodeBitNumber(number: number): number | undefined {
  if (!(number >= 0 && number <= 63)) return undefined;
  const bits = toBits(number);
  return (((bits & 31) << 19) | ((bits >> 5) << 31)) >>> 0;
}

/** The offset of a load or store: 12 bits in units of the access and a bit that says so, or 9 signed bits. */
export function encodeOffset(number: number, scale: number): number | undefined {
  const bits = toBits(number);
  const units = bits >> scale;
  if (units << scale === number && units >= 0 && units < 1 << 12) return (units << 10) | (1 << 24);
  return number >= -256 && number <= 255 ? (bits & 0x1ff) << 12 : undefined;
}

/**
 * A logical immediate: a run of ones, rotated, and repeated through the register (Arm ARM,
 * DecodeBitMasks). `bits` are the register's `size` bits. Returns N:immr:imms at bit 10.
 */
export function encodeLogical(bits: bigint, size: 32 | 64): number | undefined {
  let width = size;
  let element = BigInt.asUintN(size, bits);
  if (element === 0n || element === (1n << BigInt(size)) - 1n) return undefined;
  for (; width > 2; width /= 2) {
    const half = BigInt(width / 2);
    const low = BigInt.asUintN(width / 2, element);
    if (low !== element >> half) break;
    element = low;
  }
  const ones = element.toString(2).replaceAll('0', '').length;
  const run = (1n << BigInt(ones)) - 1n;
  for (let rotation = 0; rotation < width; rotation++) {
    if (rotateRight(run, rotation, width) !== element) continue;
    const imms = (~(width * 2 - 1) & 0x3f) | (ones - 1);
    const isWide = width === 64 ? 1 : 0;
    return (isWide << 22) | (rotation << 16) | (imms << 10);
  }
  return undefined;
}

function rotateRight(value: bigint, count: number, width: number): bigint {
  return BigInt.asUintN(width, (value >> BigInt(count)) | (value << BigInt(width - count)));
}

/** A floating-point immediate, ±(16…31)/16 × 2^(−3…4), at bit 13. */
export function encodeFloat(number: number): number | undefined {
  const magnitude = Math.abs(number);
  for (let exponent = -3; exponent <= 4; exponent++) {
    const mantissa = (magnitude / 2 ** exponent) * 16;
    if (mantissa < 16 || mantissa > 31 || !Number.isInteger(mantissa)) continue;
    const sign = number < 0 ? 0x80 : 0;
    return (sign | (((exponent - 1) & 7) << 4) | (mantissa - 16)) << 13;
  }
  return undefined;
}
