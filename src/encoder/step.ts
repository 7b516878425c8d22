/**
 * Steps: what a chunk is decoded into (chunk.ts), and put follows (emitter.ts). A chunk has a head, then its steps; a step stores
 * up to four literal bytes and does one action. To be imported as `Step`; single constants, which the build writes into the code
 * that uses them: put's switch becomes a table.
 *
 * Words of a step:
 *
 *     0  kind | number of literal bytes << 8 | inline << 16 | bytes of a reference's field << 24
 *     1  the literal bytes, little endian
 *     2  record kind (0 where there is none) | action offset << 8; for LONG more literal bytes
 */
export const WORDS = 3;

/** Words of the head. */
export const HEAD_WORDS = 4;

export const STOP = 0;
/** Inline: number of the section. */
export const SECTION = 1;
/** Four literal bytes and up to four more; the count is that of all. */
export const LONG = 2;
/** A source line starts here. */
export const LINE = 3;
export const MARK = 4;
/** References; inline: label numbers, local 1…9 … */
export const FORWARD = 5;
export const BACKWARD = 6;
/** … or 10…246. */
export const GLOBAL = 7;
export const EXTERN = 8;
/** Inline: the label number. */
export const LABEL = 9;
/** Inline: 2ⁿ−1. */
export const ALIGN = 10;

// From here on they take an argument.
/** Inline: the action's inline byte. */
export const VREG = 11;
/** A VREG with a register number of three bits. */
export const VREG_NARROW = 12;
/** Inline: 1 if an immediate follows that may shrink, and needs the mark, too. */
export const DISP = 13;
export const IMM_S = 14;
export const IMM_B = 15;
export const IMM_W = 16;
export const IMM_D = 17;
export const IMM_WB = 18;
export const IMM_DB = 19;
/** The same as without, for a 32-bit field that the processor sign-extends. */
export const DISP_SIGNED = 20;
export const IMM_D_SIGNED = 21;
export const IMM_DB_SIGNED = 22;
/** Inline: the filler. */
export const SPACE = 23;
/** Reference to a pc label. */
export const PC = 24;
export const LABEL_PC = 25;
export const REL_A = 26;
export const SETLABEL = 27;
