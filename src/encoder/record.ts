/**
 * Records: what put leaves for link and encode. To be imported as `Record`; single constants, which the build writes into the code
 * that uses them.
 *
 * Words of a record: kind | action offset << 8, a label or value, and the position behind it.
 */
export const WORDS = 3;

/** Words of a line record: position, action offset. Lines at a fixed distance behind it have none. */
export const LINE_WORDS = 2;

/** Definition of a label (instance). */
export const LABEL = 0;
/** The same of a global label: its address goes into the globals array. */
export const GLOBAL = 1;
/** Alignment: mask (2ⁿ−1); the padding written is as long as the mask says. */
export const ALIGN = 2;
/** 32-bit distance to a label. */
export const REL = 3;
/** Address of a label. */
export const IMM = 4;
/** Address of an extern, or the distance to it. */
export const EXTERN = 5;
/** Distance to a label behind a `jmp` or `jcc` opcode; `+ SHORT` when link has found it short. */
export const JMP = 6;
export const JCC = 8;
/** What link adds to JMP and JCC. */
export const SHORT = 1;

/** Bytes that the short form saves: `jmp` E9 d32 → EB d8, `jcc` 0F 8x d32 → 7x d8. */
export const JMP_SAVES = 3;
export const JCC_SAVES = 4;
