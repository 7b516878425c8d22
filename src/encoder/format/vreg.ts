/**
 * The inline byte of the action VREG: how the number of a variable register goes into the instruction before
 * it. The preprocessor packs the byte, the encoder unpacks it, and only this file knows its bits. Import it
 * as `Vreg`.
 *
 *     7 6 5 | 4 3   | 2 1 0
 *     field | count | distance
 *
 * - field: the field of the instruction that takes the number. It is in the byte before the action.
 * - count: if it is not 0, the REX prefix is dropped (or the VEX prefix shortened) when the last `count`
 *   registers, this one included, all have numbers below 8.
 * - distance: so many bytes before the end of the code is the REX prefix, or the first byte of the VEX
 *   prefix.
 *
 * Put reads the byte with these constants, as the build replaces them by their values; with functions it took
 * 10 % longer.
 */

/**
 * The mask of the field, and its values, in place. Fields below VVVV have three bits: the fourth bit goes
 * into the prefix.
 */
export const FIELD_MASK = 0xe0;
/** ModRM.rm, for the base of a memory operand without SIB byte. Numbers 4 and 12 need one. */
export const MEMORY = 0x00;
/** ModRM.rm for a register, SIB.base, or the lowest bits of the opcode. */
export const RM = 0x20;
/** SIB.index. Number 4 is not possible. */
export const INDEX = 0x40;
/** ModRM.reg. */
export const REG = 0x80;
/** VEX.vvvv, four bits. */
export const VVVV = 0xa0;
/** The upper half of an immediate byte (is4), four bits. */
export const HIGH_NIBBLE = 0xc0;

/**
 * The bit in a REX prefix that extends MEMORY, RM (0, that is B), INDEX (1, X) or REG (2, R) is the byte
 * shifted by this.
 */
export const EXTENSION_SHIFT = 6;

/** The mask of the count, and the values 1 and 2 in place. */
export const COUNT_MASK = 0x18;
export const COUNT_SHIFT = 3;
export const COUNT_1 = 0x08;
export const COUNT_2 = 0x10;

export const DISTANCE_MASK = 0x07;

/** Makes the byte. `field`: one of the values above; `count`: 0…3; `distance`: 0…7. */
export function pack(field: number, count: number, distance: number): number {
  return field | (count << COUNT_SHIFT) | distance;
}

/** How many registers decide whether the prefix is needed, 0…3; 0 if it stays in any case. */
export function countOf(inline: number): number {
  return (inline & COUNT_MASK) >> COUNT_SHIFT;
}

/** The distance of the prefix from the end of the code, 0…7 bytes. */
export function distanceOf(inline: number): number {
  return inline & DISTANCE_MASK;
}

/** Does the fourth bit of the number go into the prefix? */
export function hasExtension(inline: number): boolean {
  return inline < VVVV;
}

/** Is it the field MEMORY, which may need a SIB byte? */
export function isMemory(inline: number): boolean {
  return (inline & FIELD_MASK) === MEMORY;
}

/** Is it the field INDEX? */
export function isIndex(inline: number): boolean {
  return (inline & FIELD_MASK) === INDEX;
}

/** How far the number is shifted to the left in its byte. */
export function shiftOf(inline: number): number {
  if (inline >= HIGH_NIBBLE) return 4;
  return inline >= INDEX ? 3 : 0;
}
