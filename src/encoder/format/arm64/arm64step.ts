/**
 * The kinds of steps that lists for ARM64 have besides those that they share with others (step.ts). Import
 * this file as `Arm64Step`. Their numbers stand for other kinds in steps for x86, so that the switch of each
 * put is dense.
 *
 * A step has up to 16 bits of its own where x86 has 8 and the size of a field: bits 16-31 of its first word.
 * In references and their terms these are the number of the label, as `Labels` counts, and the place in bits
 * 11-15 as the action has it.
 */

/** The place of a reference in its inline bits. */
export const PLACE_MASK = 0xf800;
export const NUMBER_MASK = 0x7ff;

/** FIELD with AGAIN: takes no argument. */
export const AGAIN = 2;
/** Inline: the place (arm64place.ts). */
export const PLACE = 13;
/** The term ADD_CONSTANT. */
export const CONSTANT = 14;

// Kinds with an argument, or its upper half, which change the instruction in front. Inline: the action's
// parameters.

export const VREG = 16;
export const IMM = 17;
export const IMM6 = 18;
export const IMM12 = 19;
export const IMM13W = 20;
export const IMM13X = 21;
export const MOV_X = 22;
export const BYTE_MASK = 23;
/** IMML and OFFSET. Inline: s. */
export const IMML = 24;
export const MOV_W = 25;
export const ADD_SUB = 26;
export const FLOAT8 = 27;
/** Kinds from the first to the last one, and the two above, do no more than that. */
export const FIRST_CHANGE = IMM6;
export const LAST_CHANGE = FLOAT8;

// 28 is SPACE, and 29 to 33 are references.

/** The lower half of an argument. The next step takes the upper one. */
export const LOW = 34;
/** FIELD with an argument. */
export const FIELD = 35;
/** Data. Inline: the parameter of the action VALUE; IMMV is a word. */
export const VALUE = 36;
/** An address or another integer as a label instance. */
export const HALVES = 37;

/** It takes no argument. */
export const POOL = 38;
