/**
 * How values become immediates of instructions for ARM64 (Arm's manual, "DecodeBitMasks", "VFPExpandImm",
 * "AdvSIMDExpandImm"). Each function takes an integer of 32 bits, signed, or the halves of one of 64 bits;
 * returns the bits by which the instruction's word changes (exclusive or), or NONE if there is no such
 * immediate.
 */
import { floatBits } from '../floatingpoint.ts';
import { logicalBits } from './logicalimmediate.ts';

/** No word has to change all its bits. */
export const NONE = -1;

/** ADD is SUB with this bit, and MOVN is MOVZ without it. */
const OPPOSITE = 0x4000_0000;
/** The register form of a load or store is the scaled one with this bit. */
const SCALED = 0x0100_0000;
/** ORR (immediate) of register 31 instead of MOVZ. */
const ORR = 0x6080_03e0;

/** See IMM12. */
export function addSubBits(n: number): number {
  if ((n & ~0xfff) === 0) return n << 10;
  return (n & ~0xff_f000) === 0 ? (n >> 2) | 0x0040_0000 : NONE;
}

/** See ADD_SUB. */
export function signedAddSubBits(n: number): number {
  const bits = addSubBits(n);
  if (bits !== NONE || n >= 0) return bits;
  const negated = addSubBits(-n);
  return negated === NONE ? NONE : negated ^ OPPOSITE;
}

/** See IMM6. */
export function bitNumberBits(n: number): number {
  return (n & ~63) === 0 ? ((n & 31) << 19) | ((n & 32) << 26) : NONE;
}

/** See IMML and OFFSET: of a load or store of 2^scale bytes. */
export function offsetBits(n: number, scale: number): number {
  const scaled = n >> scale;
  if (scaled << scale === n && (scaled & ~0xfff) === 0) return (scaled << 10) | SCALED;
  return ((n + 256) & ~511) === 0 ? (n & 511) << 12 : NONE;
}

/** See IMM13X; for IMM13W both halves are the same. */
export function bitMaskBits(low: number, high: number): number {
  const bits = logicalBits(low, high);
  return bits === NONE ? NONE : bits << 10;
}

/** See MOV_W. */
export function mov32Bits(n: number): number {
  const wide = wideBits(n, 0);
  if (wide !== NONE) return wide;
  const inverted = wideBits(~n, 0);
  if (inverted !== NONE) return inverted ^ OPPOSITE;
  const mask = bitMaskBits(n, n);
  return mask === NONE ? NONE : mask ^ ORR;
}

/** See MOV_X. */
export function mov64Bits(low: number, high: number): number {
  const wide = wideBits(low, high);
  if (wide !== NONE) return wide;
  const inverted = wideBits(~low, ~high);
  if (inverted !== NONE) return inverted ^ OPPOSITE;
  const mask = bitMaskBits(low, high);
  return mask === NONE ? NONE : mask ^ ORR;
}

/** 16 bits at a multiple of 16, all others 0: imm16 and hw of MOVZ. */
function wideBits(low: number, high: number): number {
  if (high === 0) {
    if ((low & ~0xffff) === 0) return low << 5;
    return (low & 0xffff) === 0 ? ((low >>> 16) << 5) | (1 << 21) : NONE;
  }
  if (low !== 0) return NONE;
  if ((high & ~0xffff) === 0) return (high << 5) | (2 << 21);
  return (high & 0xffff) === 0 ? ((high >>> 16) << 5) | (3 << 21) : NONE;
}

/**
 * See FLOAT8. Takes any number. `isVector`: the immediate has two parts, as in vector instructions.
 */
export function float8Bits(value: number, isVector: boolean): number {
  if (Math.fround(value) !== value) return NONE;
  const bits = floatBits(value);
  /** From the exponent −3 on, 0…7. */
  const exponent = ((bits >> 23) & 0xff) - 124;
  if ((exponent & ~7) !== 0 || (bits & 0x7_ffff) !== 0) return NONE;
  // The exponent is NOT(b) b b b b b c d; 0…3 have b = 1.
  const imm8 =
    ((bits >>> 31) << 7) | ((exponent < 4 ? 1 : 0) << 6) | ((exponent & 3) << 4) | ((bits >> 19) & 15);
  return isVector ? splitBits(imm8) : imm8 << 13;
}

/** See BYTE_MASK. */
export function byteMaskBits(low: number, high: number): number {
  let imm8 = 0;
  for (let index = 0; index < 8; index++) {
    const byte = ((index < 4 ? low : high) >>> ((index & 3) * 8)) & 0xff;
    if (byte !== 0 && byte !== 0xff) return NONE;
    imm8 |= (byte & 1) << index;
  }
  return splitBits(imm8);
}

/** An immediate of eight bits in its two parts. */
function splitBits(imm8: number): number {
  return ((imm8 >> 5) << 16) | ((imm8 & 31) << 5);
}
