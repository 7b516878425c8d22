/**
 * The inline bytes of the action REGISTER: how a register number of up to five bits goes into the instruction
 * before it. The preprocessor packs the first byte, the encoder unpacks it, and only this file knows its
 * bits. Import it as `RegisterField`; the build replaces its constants by their values.
 *
 *     7 6 5 4 | 3 2 1 0     second byte
 *     limit   | field       distance
 *
 * - limit: which numbers the register may have.
 * - field: where the number goes. Literals stand there as for number 0, and the number is combined with them
 *   by exclusive or, so that inverted fields need no care.
 * - distance: so many bytes before the end of the code is 62h, the first byte of the EVEX prefix. 0 for
 *   fields that need no prefix.
 *
 * The EVEX prefix, as Intel's manual has it (volume 2, 2.7.1). A line above a name: the bit is inverted.
 *
 *              7   6   5   4   3   2   1   0
 *     byte 1   R̅   X̅   B̅   R̅'      m   m   m
 *     byte 2   W   v̅   v̅   v̅   v̅       p   p
 *     byte 3   z   L'  L   b   V̅'  a   a   a
 */

export const FIELD_MASK = 0x0f;
export const LIMIT_SHIFT = 4;

// Fields that need the EVEX prefix. "The byte" is the last one before the action.

/** ModRM.reg: bits 3…5 of the byte, R and R'. */
export const REG = 0;
/** ModRM.rm for a register, or SIB.base: bits 0…2 of the byte, B, and X for a vector register. */
export const RM = 1;
/** ModRM.rm for the base of a memory operand without SIB byte, 0…15. Numbers 4 and 12 need one. */
export const MEMORY = 2;
/** SIB.index, 0…15 without 4: bits 3…5 of the byte, and X. */
export const INDEX = 3;
/** SIB.index for a vector register: bits 3…5 of the byte, X and V'. */
export const VECTOR_INDEX = 4;
/** vvvv and V'. */
export const VVVV = 5;
/** aaa: a mask register, up to 7. */
export const MASK = 6;

// Fields of three bits: mask, MMX, bound and tile registers in other encodings.

/** Bits 3…5 of the byte. */
export const LOW_REG = 7;
/** Bits 0…2 of the byte. */
export const LOW_RM = 8;
/** Bits 3…5 of the byte, the last one of a VEX prefix: vvvv. */
export const LOW_VVVV = 9;

// Limits. In 32-bit mode none goes beyond 7.

export const UP_TO_7 = 0;
export const UP_TO_15 = 1;
export const UP_TO_31 = 2;
/** 1…7: a mask, where 0 would mean that there is none. */
export const FROM_1_TO_7 = 3;

/** How many bytes an EVEX prefix has. */
export const PREFIX_BYTES = 4;

/** Makes the first byte. `field`, `limit`: of the values above. */
export function pack(field: number, limit: number): number {
  return field | (limit << LIMIT_SHIFT);
}
