/**
 * Steps: what a chunk is decoded into (decoder.ts) and what put follows (emitter.ts). A chunk has a head and
 * then its steps, all in one array of words; a step stores up to four literal bytes and does one action.
 * Import this file as `Step`. It has constants only, which the build replaces by their values: with functions
 * instead put took 8 % longer, and V8 compiles put's switch to a table.
 */

/** Words of a head, and its indexes: what the chunk takes at most, and how many arguments. */
export const HEAD_WORDS = 4;
/** Bytes of code, without those of `.space`. */
export const MAX_BYTES = 0;
/** Words of records. */
export const RECORD_WORDS = 1;
/** Words of line records. */
export const LINE_WORDS = 2;
export const ARGUMENTS = 3;

/** Words of a step, and its indexes. The word with index 0 has several parts, see below. */
export const WORDS = 4;
/** The literal bytes, little endian. */
export const LITERAL = 1;
/**
 * The first word of the record that the step leaves (record.ts): its kind (0 if it leaves none), and the
 * action's offset.
 */
export const RECORD = 2;
/** With LINE: the offset at which the line starts. */
export const LINE_OFFSET = 3;

/** Parts of the word with index 0. Bits 0-7: the kind of step. */
export const KIND_MASK = 0xff;
/** Bits 8-10: the number of literal bytes, 0…4. */
export const LITERALS_SHIFT = 8;
export const LITERALS_MASK = 7;
/** Bit 12: a source line that has its own record starts before the step. */
export const LINE = 0x1000;
/** Bit 13: the step is the last one of its chunk. */
export const LAST = 0x2000;
/** Bits 16-23: a value that depends on the kind. */
export const INLINE_SHIFT = 16;
export const INLINE_MASK = 0xff;
/** That of DISP. Bit 0: an immediate follows that may shrink, and needs the mark, too. */
export const KEEPS_MARK = 1;
/** The other bits: the s of DISP_SCALED, 0 for DISP. */
export const SCALE_SHIFT = 1;
/** Bits 24-31: the number of bytes of a reference's field; for REGISTER the distance of the prefix. */
export const FIELD_SHIFT = 24;

// Kinds of steps.

/** Literal bytes only. */
export const NONE = 0;
/** Inline: the number of the section. */
export const SECTION = 1;
export const MARK = 2;
/** References to labels. Inline: the label's number, 1…9 for local ones, … */
export const FORWARD = 3;
export const BACKWARD = 4;
/** … 10…246 for global ones. */
export const GLOBAL = 5;
/** Inline: the number of the extern. */
export const EXTERN = 6;
/** The definition of a local or global label. Inline: the label's number. */
export const LABEL = 7;
/** Inline: 2ⁿ−1. */
export const ALIGN = 8;
/** The definition of a global label that must not be defined already. Inline: the label's number. */
export const UNIQUE_LABEL = 9;
/** References to macro labels, and their definition. Inline: the label's number, 0…127. */
export const MACRO_FORWARD = 10;
export const MACRO_BACKWARD = 11;
export const LABEL_MACRO = 12;
/** Inline: that of the action (field.ts). */
export const FIELD = 13;
/** The instruction ends, whose last record is that of a FIELD. */
export const END = 14;
export const END_PROC = 15;

/** Kinds from here on take an argument. */
export const FIRST_WITH_ARGUMENT = 16;

/** A variable register. Inline: the action's inline byte (vreg.ts). */
export const VREG = 16;
/** The same where the number must be below 8. */
export const VREG_LOW = 17;
/** DISP, and DISP_SCALED. Inline: see KEEPS_MARK. */
export const DISP = 18;
export const IMM_S = 19;
export const IMM_B = 20;
export const IMM_W = 21;
export const IMM_D = 22;
export const IMM_WB = 23;
export const IMM_DB = 24;
/** The same for a 32-bit field that the processor sign-extends. */
export const DISP_SIGNED = 25;
export const IMM_D_SIGNED = 26;
export const IMM_DB_SIGNED = 27;
/** Inline: the filler. */
export const SPACE = 28;
/** A reference to a pc label. */
export const PC = 29;
export const LABEL_PC = 30;
/** A label instance that has the argument as its address. */
export const ADDRESS = 31;
export const SETLABEL = 32;
/** The definition of a pc label that must not be defined already. */
export const UNIQUE_LABEL_PC = 33;
/** The action REGISTER with the limits 0…7, … Inline: the action's first inline byte (registerfield.ts). */
export const REGISTER_8 = 34;
/** … 0…15, … */
export const REGISTER_16 = 35;
/** … 0…31, … */
export const REGISTER_32 = 36;
/** … 1…7. */
export const REGISTER_MASK = 37;
