/**
 * The action codes of an action list. Import them as `Action`.
 *
 * An action list is an array of bytes. The bytes 0…232 stand for themselves. The bytes 233…255 are actions:
 * some are followed by inline bytes, and some take an argument of the put. These actions are DynASM's, byte
 * for byte. Lists of format 2 have more
 * (extendedaction.ts): ESC with a byte below 233 behind it, which DynASM never writes.
 */

/** A displacement: none if it is 0 (unless the base has number 5 or 13), else disp8 or disp32. */
export const DISP = 233;
/** A signed byte, −128…127. */
export const IMM_S = 234;
/** An unsigned byte, 0…255. */
export const IMM_B = 235;
/** A word, 0…65535. */
export const IMM_W = 236;
/** A dword. */
export const IMM_D = 237;
/** A sign-extended byte (then the opcode becomes opcode + 2) if the value fits, else a word. */
export const IMM_WB = 238;
/** A sign-extended byte (then the opcode becomes opcode + 2) if the value fits, else a dword. */
export const IMM_DB = 239;
/** A variable register. Its number goes into the byte before, as the inline byte says (vreg.ts). */
export const VREG = 240;
/** As many filler bytes as the argument says. The inline byte is the filler. */
export const SPACE = 241;
/** Sets the label that the action before has defined to an address. */
export const SETLABEL = 242;
/** The 32-bit distance to an address. */
export const REL_A = 243;
/** The 32-bit distance to a local or global label. The inline byte is its number. */
export const REL_LG = 244;
/** The 32-bit distance to a pc label, whose number is the argument. */
export const REL_PC = 245;
/** The address of a local or global label. The inline byte is its number. */
export const IMM_LG = 246;
/** The address of a pc label, whose number is the argument. */
export const IMM_PC = 247;
/** Defines a local or global label. The inline byte is its number. */
export const LABEL_LG = 248;
/** Defines a pc label, whose number is the argument. */
export const LABEL_PC = 249;
/** Aligns the code. The inline byte is 2ⁿ−1. */
export const ALIGN = 250;
/**
 * The address of an extern, or the distance to it. Two inline bytes: 0 for absolute or 1 for relative, and
 * its number.
 */
export const EXTERN = 251;
/** The next byte is code, also if it is 233 or more (bytes from 233 on are actions elsewhere). */
export const ESC = 252;
/** The byte before is the ModRM byte that a following DISP, IMM_WB or IMM_DB counts from. */
export const MARK = 253;
/** Ends the put, and makes the section active whose number is the inline byte. */
export const SECTION = 254;
/** Ends the put. */
export const STOP = 255;
