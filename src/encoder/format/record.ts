/**
 * Records: what put leaves for link and encode. Import this file as `Record`. It has constants only, which
 * the build replaces by their values; see step.ts.
 */

/**
 * Words of a record, and its indexes. The word with index 0 has two parts: the kind, and the offset of the
 * action.
 */
export const WORDS = 3;
/** A label instance, or another value that depends on the kind. */
export const VALUE = 1;
/** The position in the section behind the record's field. */
export const END = 2;

/** Parts of the word with index 0. Bits 0-7: the kind of record. */
export const KIND_MASK = 0xff;
/** Bits 8-31: the offset of the action in the list. */
export const OFFSET_SHIFT = 8;

/** Words of a line record, and its indexes. Lines at a fixed distance behind it have no record. */
export const LINE_WORDS = 2;
export const LINE_POSITION = 0;
export const LINE_OFFSET = 1;

// Kinds of records.

/** The definition of a label (instance). */
export const LABEL = 0;
/** The same for a global label: encode writes its address into the array of globals. */
export const GLOBAL = 1;
/** An alignment. The value is 2ⁿ−1, and put has written as many bytes of padding. */
export const ALIGN = 2;
/** The 32-bit distance to a label (instance). */
export const REL = 3;
/** The address of a label (instance). */
export const IMM = 4;
/** The address of an extern, or the distance to it. The value is its number. */
export const EXTERN = 5;

/**
 * A term of a sum: the address of a label (instance), or of an extern (the value is its number), is added or
 * subtracted. The records of a sum's terms stand in front of its FIELD.
 */
export const ADD = 10;
export const SUBTRACT = 11;
export const ADD_EXTERN = 12;
export const SUBTRACT_EXTERN = 13;
/** The sum is written. The value is the action's inline byte (field.ts), all trailing bytes included. */
export const FIELD = 14;
/** As ALIGN, padded with the long forms of NOP. */
export const ALIGN_NOP = 15;
/** The end of a procedure. The value is a label instance, as for LABEL. */
export const END_PROC = 16;
/** As ALIGN, padded with the filler of its action. */
export const ALIGN_FILL = 17;

/**
 * x86: the distance to a label behind the opcode of a `jmp` or `jcc`, which have short forms. A kind is twice
 * the number of bytes that the short form saves: `jmp` E9 d32 → EB d8, `jcc` 0F 8x d32 → 7x d8.
 */
export const JMP = 6;
export const JCC = 8;
/** Link adds this to the kind of a branch that is short. */
export const SHORT = 1;
