/**
 * The action codes of an action list, and the numbers of labels in it.
 *
 * An action list is an array of bytes. The bytes 0…232 stand for themselves. The bytes 233…255 are actions:
 * some are followed by inline bytes, and some take an argument of the put. These actions are DynASM's, byte
 * for byte. Lists of format 2 have more: ESC with a byte below 233 behind it, which DynASM never writes.
 */
export const Action = {
  /** A displacement: none if it is 0 (unless the base has number 5 or 13), else disp8 or disp32. */
  DISP: 233,
  /** A signed byte, −128…127. */
  IMM_S: 234,
  /** An unsigned byte, 0…255. */
  IMM_B: 235,
  /** A word, 0…65535. */
  IMM_W: 236,
  /** A dword. */
  IMM_D: 237,
  /** A sign-extended byte (then the opcode becomes opcode + 2) if the value fits, else a word. */
  IMM_WB: 238,
  /** A sign-extended byte (then the opcode becomes opcode + 2) if the value fits, else a dword. */
  IMM_DB: 239,
  /** A variable register. Its number goes into the byte before, as the inline byte says (vreg.ts). */
  VREG: 240,
  /** As many filler bytes as the argument says. The inline byte is the filler. */
  SPACE: 241,
  /** Sets the label that the action before has defined to an address. */
  SETLABEL: 242,
  /** The 32-bit distance to an address. */
  REL_A: 243,
  /** The 32-bit distance to a local or global label. The inline byte is its number. */
  REL_LG: 244,
  /** The 32-bit distance to a pc label, whose number is the argument. */
  REL_PC: 245,
  /** The address of a local or global label. The inline byte is its number. */
  IMM_LG: 246,
  /** The address of a pc label, whose number is the argument. */
  IMM_PC: 247,
  /** Defines a local or global label. The inline byte is its number. */
  LABEL_LG: 248,
  /** Defines a pc label, whose number is the argument. */
  LABEL_PC: 249,
  /** Aligns the code. The inline byte is 2ⁿ−1. */
  ALIGN: 250,
  /**
   * The address of an extern, or the distance to it. Two inline bytes: 0 for absolute or 1 for relative, and
   * its number.
   */
  EXTERN: 251,
  /** The next byte is code, also if it is 233 or more (bytes from 233 on are actions elsewhere). */
  ESC: 252,
  /** The byte before is the ModRM byte that a following DISP, IMM_WB or IMM_DB counts from. */
  MARK: 253,
  /** Ends the put, and makes the section active whose number is the inline byte. */
  SECTION: 254,
  /** Ends the put. */
  STOP: 255,
} as const;

/**
 * The actions of format 2. Their codes are 256 (EXTENDED) and a byte, 1…232. In a list they are ESC and that
 * byte, and their inline bytes follow.
 *
 * The terms ADD_… are added up, and FIELD writes their sum, 0 if there is none: together they are the value
 * of an operand like `[->table + 4]` or `->a - ->b`.
 *
 * Reserved for EVEX: 256 + 32…47 (registers with five bits, displacements that are multiples).
 */
export const ExtendedAction = {
  /** Defines a macro label. The inline byte is its number. */
  LABEL_MACRO: 257,
  /** The 32-bit distance to a macro label. The inline byte is its number, with MACRO_FORWARD or without. */
  REL_MACRO: 258,
  /** Adds the address of a local or global label. The inline byte is its number, as for REL_LG. */
  ADD_LG: 259,
  /** Adds the address of a macro label. The inline byte is as for REL_MACRO. */
  ADD_MACRO: 260,
  /** Adds the address of a pc label, whose number is the argument. */
  ADD_PC: 261,
  /** Adds the address of an extern. The inline byte is its number. */
  ADD_EXTERN: 262,
  /** Adds the argument, an address or another integer. */
  ADD_VALUE: 263,
  /** The next term is subtracted. */
  SUBTRACT: 264,
  /** Writes the sum of the terms before it. The inline byte says how (field.ts). */
  FIELD: 265,
  /** The instruction ends here, behind an immediate: the distance in the last FIELD counts from here. */
  END: 266,
  /** As ALIGN, but the padding consists of the long forms of NOP. */
  ALIGN_NOP: 267,
  /** The code of a global label ends here: `.endproc`. The inline byte is the label's number. */
  END_PROC: 268,
  /** As ALIGN, padded with a filler byte, the second inline byte. */
  ALIGN_FILL: 269,
} as const;

/** Codes from here on are those of format 2. */
export const EXTENDED = 256;

/** Bytes from here on are actions. A byte of code that is as large has ESC before it. */
export const FIRST_ACTION = Action.DISP;

/**
 * DynASM's limit for the length of one put, in its buffer positions: the preprocessor starts another put
 * there.
 */
export const MAX_POSITIONS = 25;

/**
 * Label numbers: 1…9 are local, FIRST_GLOBAL…LAST_GLOBAL global; FORWARD + n is a reference `>n` to local
 * label n.
 */
export const FIRST_GLOBAL = 10;
export const LAST_GLOBAL = 246;
export const FORWARD = 246;

/** Macro labels have the numbers 0…127 (`%%name` in a macro); with this bit it is a reference forward. */
export const MACRO_FORWARD = 0x80;

/** An action list can have so many global labels, … */
export const MAX_GLOBALS = LAST_GLOBAL - FIRST_GLOBAL + 1;
/** … externs, … */
export const MAX_EXTERNS = 256;
/** … sections, … */
export const MAX_SECTIONS = 256;
/** … and macro labels. */
export const MAX_MACRO_LABELS = 128;
