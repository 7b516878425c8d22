/**
 * The action codes of an action list: what preprocessor and encoder agree on.
 *
 * An action list is a byte array. Bytes 0…232 stand for themselves; 233…255 are actions, some followed by
 * inline bytes, some taking an argument of the put call. This file is their only definition.
 */
export const Action = {
  /** Displacement: dropped when 0 (unless the base is number 5 modulo 8), disp8 or disp32. */
  DISP: 233,
  /** Signed byte, −128…127. */
  IMM_S: 234,
  /** Unsigned byte, 0…255. */
  IMM_B: 235,
  /** Word, 0…65535. */
  IMM_W: 236,
  /** Dword. */
  IMM_D: 237,
  /** Sign-extended byte form (opcode + 2) if the value fits, else word. */
  IMM_WB: 238,
  /** Sign-extended byte form (opcode + 2) if the value fits, else dword. */
  IMM_DB: 239,
  /**
   * Variable register; its number goes into the byte in front, as the inline byte says. Bits 5-7, the field: 00h base of a memory
   * operand without SIB, 20h r/m, base or opcode, 40h SIB.index, 80h ModRM.reg, A0h VEX.vvvv, C0h the upper half of an immediate;
   * the lower three bits of a number go there, and bit 3 of the first four into REX or VEX, as many bytes back as bits 0-2
   * say. Bits 3-4: so many registers, this one the last, are all that needs that prefix; it goes if none is above 7.
   */
  VREG: 240,
  /** Argument many filler bytes; the inline byte is the filler. */
  SPACE: 241,
  /** Sets the label defined just before to an address. */
  SETLABEL: 242,
  /** 32-bit distance to an address. */
  REL_A: 243,
  /** 32-bit distance to a local or global label (inline byte). */
  REL_LG: 244,
  /** 32-bit distance to a pc label (argument). */
  REL_PC: 245,
  /** Address of a local or global label (inline byte). */
  IMM_LG: 246,
  /** Address of a pc label (argument). */
  IMM_PC: 247,
  /** Definition of a local or global label (inline byte). */
  LABEL_LG: 248,
  /** Definition of a pc label (argument). */
  LABEL_PC: 249,
  /** Alignment; the inline byte is 2ⁿ−1. */
  ALIGN: 250,
  /** Extern: two inline bytes, 0 absolute or 1 relative, and its number. */
  EXTERN: 251,
  /** The next byte is a literal ≥ 233. */
  ESC: 252,
  /** The byte before is the ModRM (or SIB) that a following DISP belongs to. */
  MARK: 253,
  /** Switches to the section in the inline byte, and ends the put. */
  SECTION: 254,
  /** Ends the put. */
  STOP: 255,
} as const;

/** Bytes from here on are actions, or must be escaped. */
export const FIRST_ACTION = Action.DISP;

/** A put occupies at most this many buffer positions. */
export const MAX_POSITIONS = 25;

/** Label numbers: 1…9 local, 10…246 global, 246 + n a forward reference to local n. */
export const FIRST_GLOBAL = 10;
export const LAST_GLOBAL = 246;
export const FORWARD = 246;
export const MAX_EXTERNS = 256;
