/**
 * The actions of format 2 for ARM64. Import them as `Arm64ExtendedAction`. In a list they are ESC with a
 * lower half that is not 0: bits 0-4 are the code, bits 5-15 a parameter. DynASM never writes that. Words may
 * follow the action, as said below.
 *
 * The terms ADD_… are added up, and PLACE writes their sum: together they are an operand like `->table + 8`.
 */
import * as Arm64Field from './arm64field.ts';

/**
 * A field of the instruction in front. Three words follow: how the value becomes the field (arm64field.ts),
 * the least value, signed, and the largest one, unsigned. With AGAIN, that takes no argument, only the first
 * word.
 */
export const FIELD = 1;
/**
 * The immediate of `mov wd, #imm`, −2³¹…2³²−1. The word in front is MOVZ without immediate; it becomes MOVZ,
 * MOVN or ORR, the first one that can have the value.
 */
export const MOV_W = 2;
/** The same for `mov xd, #imm`. Two arguments: the lower and the upper half. */
export const MOV_X = 3;
/** As IMM12, but a negative value makes ADD a SUB and SUB an ADD: bit 30 of the word in front changes. */
export const ADD_SUB = 4;
/**
 * The immediate of FMOV, ±(16…31)/16 · 2ⁿ with n −3…4; the argument may have a fraction. Parameter 0: eight
 * bits at bit 13. Parameter 1: three bits at bit 16, five at bit 5, as vectors have it.
 */
export const FLOAT8 = 5;
/**
 * The immediate of `movi dd, #imm`: 64 bits, each byte 00 or FF. Two arguments: its lower and upper half.
 * Three bits at bit 16, five at bit 5.
 */
export const BYTE_MASK = 6;
/** As IMML for every scale. The parameter is s, 0…4. */
export const OFFSET = 7;

/** Defines a macro label. The parameter is its number, 0…127. */
export const LABEL_MACRO = 8;
/** The code of a global label ends here: `.endproc`. The parameter is the label's number. */
export const END_PROC = 9;
/** Sets the label that the action before has defined to the address that is the argument. */
export const SETLABEL = 10;

// Terms of a sum.

/** Adds the address of a local or global label. The parameter is its number, as for REL_LG. */
export const ADD_LG = 11;
/**
 * Adds the address of a macro label. The parameter is its number; with MACRO_FORWARD it is defined behind.
 */
export const ADD_MACRO = 12;
/** Adds the address of a pc label, whose number is the argument. */
export const ADD_PC = 13;
/** Adds the address of an extern. The parameter is its number. */
export const ADD_EXTERN = 14;
/** Adds the argument, an address or another integer of 64 bits. */
export const ADD_VALUE = 15;
/** Adds a constant: the word that follows, signed. */
export const ADD_CONSTANT = 16;
/** Adds an integer of 64 bits. Two arguments: its lower and upper half. */
export const ADD_HALVES = 17;
/** The next term is subtracted. */
export const SUBTRACT = 18;
/**
 * Writes the sum of the terms in front. Bits 5-15 say where: one of the values of arm64place.ts, as it stands
 * there.
 */
export const PLACE = 19;

// Data.

/** The lowest bytes of the word that follows. The parameter says how many, 1…3. */
export const BYTES = 20;
/**
 * The argument is data. The parameter: 0, 1 or 2 for a byte, a half-word or a word, signed or unsigned; with
 * SIGNED only signed.
 */
export const VALUE = 21;
export const SIZE_MASK = 3;
/** The size of a word. */
export const WORD_SIZE = 2;
export const SIGNED = 4;
/** As many filler bytes as the argument says. The parameter is the filler. */
export const SPACE = 22;
/** Aligns with a filler byte. The parameter is 2ⁿ−1, up to 255. The word that follows is the filler. */
export const ALIGN_FILL = 23;
/** The literals that PLACE has collected for this section stand here: `.ltorg`. */
export const POOL = 24;

const ESC_WORD = 0x20000;
export const CODE_MASK = 0x1f;
export const PARAMETER_SHIFT = 5;

/** The word of an action. */
export function extendedWord(code: number, parameter = 0): number {
  return ESC_WORD | (parameter << PARAMETER_SHIFT) | code;
}

/** The word of PLACE for a place. */
export function placeWord(place: number): number {
  return ESC_WORD | place | PLACE;
}

/** How many words follow the action. `how`: the first of them. */
export function inlineWords(code: number, how = 0): number {
  switch (code) {
    case FIELD:
      return (how & Arm64Field.AGAIN) === 0 ? 3 : 1;
    case ADD_CONSTANT:
    case BYTES:
    case ALIGN_FILL:
      return 1;
    default:
      return 0;
  }
}
