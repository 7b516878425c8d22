/**
 * The actions of format 2. Import them as `ExtendedAction`. Their codes are 256 (EXTENDED) and a byte,
 * 1…232. In a list they are ESC and that byte, and their inline bytes follow.
 *
 * The terms ADD_… are added up, and FIELD writes their sum, 0 if there is none: together they are the value
 * of an operand like `[->table + 4]` or `->a - ->b`. Their codes stand side by side.
 *
 * 256 + 32…47 are for EVEX.
 */

/** Defines a macro label. The inline byte is its number. */
export const LABEL_MACRO = 257;
/** The 32-bit distance to a macro label. The inline byte is its number, with MACRO_FORWARD or without. */
export const REL_MACRO = 258;
/** Adds the address of a local or global label. The inline byte is its number, as for REL_LG. */
export const ADD_LG = 259;
/** Adds the address of a macro label. The inline byte is as for REL_MACRO. */
export const ADD_MACRO = 260;
/** Adds the address of a pc label, whose number is the argument. */
export const ADD_PC = 261;
/** Adds the address of an extern. The inline byte is its number. */
export const ADD_EXTERN = 262;
/** Adds the argument, an address or another integer. */
export const ADD_VALUE = 263;
/** The next term is subtracted. */
export const SUBTRACT = 264;
/** Writes the sum of the terms before it. The inline byte says how (field.ts). */
export const FIELD = 265;
/** The instruction ends here, behind an immediate: the distance in the last FIELD counts from here. */
export const END = 266;
/** As ALIGN, but the padding consists of the long forms of NOP. */
export const ALIGN_NOP = 267;
/** The code of a global label ends here: `.endproc`. The inline byte is the label's number. */
export const END_PROC = 268;
/** As ALIGN, padded with a filler byte, the second inline byte. */
export const ALIGN_FILL = 269;
/**
 * A variable register with a number of up to five bits. Two inline bytes: the field and the limit, and the
 * distance of the EVEX prefix (registerfield.ts).
 */
export const REGISTER = 288;
/**
 * As DISP, but disp8 is a multiple of 2ˢ: the displacement is divided by that if nothing is left and the
 * quotient fits. The inline byte is s, 0…6.
 */
export const DISP_SCALED = 289;
