/**
 * Steps: what a chunk is decoded into (chunk.ts), and put follows (emitter.ts). A chunk has a head, then its steps; a step stores
 * up to four literal bytes and does one action. To be imported as `Step`; single constants, which the build writes into the code
 * that uses them: put's switch becomes a table.
 *
 * Words of a step:
 *
 *     0  kind | number of literal bytes << 8 | LINE and LAST | inline << 16 | bytes of a reference's field << 24
 *     1  the literal bytes, little endian
 *     2  record kind (0 where there is none) | action offset << 8
 *     3  with LINE: offset at which the line starts
 */
export const WORDS = 4;

/** Words of the head. */
export const HEAD_WORDS = 4;

/** A source line with a record of its own starts in front of the step. */
export const LINE = 0x1000;
/** It is the last one of its chunk. */
export const LAST = 0x2000;

/** Literal bytes only. */
export const NONE = 0;
/** Inline: number of the section. */
export const SECTION = 1;
export const MARK = 2;
/** References; inline: label numbers, local 1…9 … */
export const FORWARD = 3;
export const BACKWARD = 4;
/** … or 10…246. */
export const GLOBAL = 5;
export const EXTERN = 6;
/** Inline: the label number. */
export const LABEL = 7;
/** Inline: 2ⁿ−1. */
export const ALIGN = 8;

// From here on they take an argument.
/** Inline: the action's inline byte. */
export const VREG = 9;
/** A VREG with a register number of three bits. */
export const VREG_NARROW = 10;
/** Inline: 1 if an immediate follows that may shrink, and needs the mark, too. */
export const DISP = 11;
export const IMM_S = 12;
export const IMM_B = 13;
export const IMM_W = 14;
export const IMM_D = 15;
export const IMM_WB = 16;
export const IMM_DB = 17;
/** The same as without, for a 32-bit field that the processor sign-extends. */
export const DISP_SIGNED = 18;
export const IMM_D_SIGNED = 19;
export const IMM_DB_SIGNED = 20;
/** Inline: the filler. */
export const SPACE = 21;
/** Reference to a pc label. */
export const PC = 22;
export const LABEL_PC = 23;
export const REL_A = 24;
export const SETLABEL = 25;
