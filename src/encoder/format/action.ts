/** Limits of an action list, and the numbers of labels in it. */
import { DISP } from './actioncode.ts';

/** Codes from here on are those of format 2. */
export const EXTENDED = 256;

/** Bytes from here on are actions. A byte of code that is as large has ESC before it. */
export const FIRST_ACTION = DISP;

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
export const MAX_GLOBALS = 237;
/** … externs, … */
export const MAX_EXTERNS = 256;
/** … sections, … */
export const MAX_SECTIONS = 256;
/** … and macro labels. */
export const MAX_MACRO_LABELS = 128;
