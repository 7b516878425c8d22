/**
 * The action codes of an ARM64 action list. Import them as `Arm64Action`.
 *
 * An action list is an array of words, and so is the code. A word whose upper half is below ACTIONS is an
 * action: the upper half is its code, the lower half has its parameters. Every other word is an instruction
 * or data, which is copied to the code; ESC stands in front of one whose upper half is below ACTIONS, too.
 * An action changes the last word of code that has been written. The actions of an instruction stand in the
 * order of its operands, and so do their arguments in the put.
 * These actions are DynASM's, bit for bit. Lists of format 2 have more (arm64extendedaction.ts).
 *
 * Label numbers in actions: 1…9 is a reference `>n`, 11…19 the definition of local label n or a reference
 * `<n`, and from FIRST_GLOBAL on they are those of global labels. Places of references are those of
 * arm64place.ts, in bits 11-15.
 */

/** Ends the put. */
export const STOP = 0;
/** Ends the put, and makes a section active. Bits 0-7: its number. */
export const SECTION = 1;
/** The next word is code, also if it looks like an action. */
export const ESC = 2;
/** The distance to an extern, or its address. Bits 0-10: its number. Bits 11-15: the place. */
export const REL_EXT = 3;
/** Aligns the code with NOPs. Bits 0-7: 2ⁿ−1. */
export const ALIGN = 4;
/** The distance to a local or global label, or its address. Bits 0-10: its number. Bits 11-15: the place. */
export const REL_LG = 5;
/** Defines a local or global label. Bits 0-10: its number. */
export const LABEL_LG = 6;
/** As REL_LG for a pc label, whose number is the argument. */
export const REL_PC = 7;
/** Defines a pc label, whose number is the argument. */
export const LABEL_PC = 8;
/** The distance to an address. Two arguments: its lower and upper half. Bits 11-15: the place. */
export const REL_A = 9;
/**
 * A field. Bits 0-4: its lowest bit; bits 5-9: its width; bits 10-14: s, the argument must be a multiple of
 * 2ˢ and is divided by that; bit 15: it is signed.
 */
export const IMM = 10;
/** The number of a bit, 0…63: five bits at bit 19, the sixth one at bit 31. */
export const IMM6 = 11;
/** 0…4095, or a multiple of 4096 below 2²⁴: imm12 at bit 10 and sh at bit 22 of ADD and SUB. */
export const IMM12 = 12;
/** A logical immediate of 32 bits: immr and imms at bit 10. */
export const IMM13W = 13;
/** A logical immediate of 64 bits: N, immr and imms at bit 10. Two arguments: its lower and upper half. */
export const IMM13X = 14;
/**
 * The offset of a load or store. Bits 0-1: s. A multiple of 2ˢ up to 4095 · 2ˢ is scaled, at bit 10, and sets
 * bit 24; else −256…255 goes unscaled to bit 12.
 */
export const IMML = 15;
/** The argument is a word of code: −2³¹…2³²−1. */
export const IMMV = 16;
/** A register number, 0…31. Bits 0-4: the lowest bit of its field. */
export const VREG = 17;

/** So many codes there are. */
export const ACTIONS = 18;

/** The word of an action. */
export function word(code: number, parameters = 0): number {
  return ((code << 16) | parameters) >>> 0;
}

/** Is the word an action? Then it needs ESC in front where it is code. */
export function isAction(word: number): boolean {
  return word >>> 16 < ACTIONS;
}

/** The number of the first global label; local label n has LOCAL + n, a reference forward to it n. */
export const FIRST_GLOBAL = 20;
export const LOCAL = 10;
/** Mask of the numbers of labels and externs. */
export const NUMBER_MASK = 0x7ff;
/** An action list can have so many global labels, … */
export const MAX_GLOBALS = 2028;
/** … and externs. */
export const MAX_EXTERNS = 2048;
/**
 * DynASM's limit for the length of one put, in its buffer positions: the preprocessor starts another put
 * there.
 */
export const MAX_POSITIONS = 25;
