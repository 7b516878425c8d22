/**
 * The bytes of machine code that consist of bit fields: REX, VEX, ModRM and SIB (Intel's manual, volume 2,
 * 2.1.3, 2.1.5, 2.2.1 and 2.3.5). Functions take the values of the fields and return a byte.
 */

export const OPERAND_SIZE_PREFIX = 0x66;
export const ADDRESS_SIZE_PREFIX = 0x67;

/**
 * Bits of the REX prefix, 0100WRXB. R, X and B are the fourth bits of ModRM.reg, SIB.index and ModRM.rm (or
 * SIB.base).
 */
export const Rex = { FIXED: 0x40, W: 8, R: 4, X: 2, B: 1, LAST: 15 } as const;

/**
 * The prefix REX2 is this byte, and one whose lower half is as in REX: M0 R4 X4 B4 W R X B. M0 is the opcode
 * map, 0 or 1; R4, X4 and B4 are the fifth bits of the registers (APX, 3.1.2).
 */
export const REX2 = 0xd5;
export const REX2_M0 = 0x80;

/** The bits of REX, or of REX2 without M0, for the fourth and fifth bit of a register's number. */
export function extensionBits(number: number, bit: number): number {
  return ((number & 8) === 0 ? 0 : bit) | ((number & 16) === 0 ? 0 : bit << 4);
}

/** First bytes of the VEX prefixes. */
export const VEX_2_BYTES = 0xc5;
export const VEX_3_BYTES = 0xc4;
/** First byte of AMD's prefix XOP, which is as VEX of three bytes otherwise. */
export const XOP = 0x8f;

/**
 * The second byte of a VEX prefix of three bytes: R, X, B, each inverted, and the opcode map (mmmmm). `rex`:
 * bits as in REX.
 */
export function vexMapByte(rex: number, map: number): number {
  return ((~rex & (Rex.R | Rex.X | Rex.B)) << 5) | map;
}

/**
 * The last byte of a VEX prefix: `highBit`, vvvv inverted, L, pp. The high bit is W, or R inverted in a
 * prefix of two bytes.
 */
export function vexLastByte(highBit: boolean, vvvv: number, l: boolean, pp: number): number {
  return (highBit ? 0x80 : 0) | ((~vvvv & 15) << 3) | (l ? 4 : 0) | pp;
}

/** First byte of the EVEX prefix. */
export const EVEX = 0x62;

/** What a row does not say of an EVEX prefix. Registers have numbers 0…31. */
export interface EvexRegisters {
  /** ModRM.reg. */
  readonly reg: number;
  /** ModRM.rm: a vector register; else −1, and the general registers of the operand are `base`, `index`. */
  readonly rm: number;
  readonly base: number;
  readonly index: number;
  readonly isVectorIndex: boolean;
  readonly vvvv: number;
}

/** An inverted bit: `place` is set if the number does not have `mask`. */
function bit(number: number, mask: number, place: number): number {
  return (number & mask) === 0 ? place : 0;
}

/**
 * The three bytes behind 62h (Intel's manual, volume 2, 2.7.1; APX, 3.1.3). `last`: the third without V'. The
 * fifth bits of base (not inverted) and index stand where EVEX had fixed ones before APX.
 */
export function evexBytes(
  { reg, rm, base, index, isVectorIndex, vvvv }: EvexRegisters,
  map: number,
  pp: number,
  w: boolean,
  last: number,
): readonly [number, number, number] {
  const [x, low] = rm < 0 ? [bit(index, 8, 0x40), base] : [bit(rm, 16, 0x40), rm];
  const high = vvvv | (isVectorIndex ? index : 0);
  const b4 = rm < 0 && (base & 16) !== 0 ? 8 : 0;
  const x4 = isVectorIndex ? 4 : bit(index, 16, 4);
  return [
    bit(reg, 8, 0x80) | x | bit(low, 8, 0x20) | bit(reg, 16, 0x10) | b4 | map,
    (w ? 0x80 : 0) | ((~vvvv & 15) << 3) | x4 | pp,
    last | bit(high, 16, 8),
  ];
}

/** ModRM.mod: memory without displacement or with one of that many bits; a register. */
export const Mod = {
  NO_DISPLACEMENT: 0,
  DISPLACEMENT_8: 1,
  DISPLACEMENT_32: 2,
  /** In addresses of 16 bits. */
  DISPLACEMENT_16: 2,
  REGISTER: 3,
} as const;

/** ModRM.rm of a memory operand with a SIB byte. */
export const RM_SIB = 4;
/** SIB.index of a memory operand without index. */
export const NO_INDEX = 4;
/**
 * ModRM.rm (or SIB.base) of a memory operand without base, where mod is 0. A displacement of 32 bits follows;
 * on x64 it is relative to rip if there is no SIB byte.
 */
export const NO_BASE = 5;

/** Of `reg` and `rm` the lower three bits count. */
export function modRm(mod: number, reg: number, rm: number): number {
  return (mod << 6) | ((reg & 7) << 3) | (rm & 7);
}

/** `scale`: 0…3. Of `index` and `base` the lower three bits count. */
export function sib(scale: number, index: number, base: number): number {
  return (scale << 6) | ((index & 7) << 3) | (base & 7);
}
