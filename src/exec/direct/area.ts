/**
 * The memory that direct calls go through, as offsets in bytes: JavaScript writes the address of the code and
 * the arguments there, the entry (directentry.dast) loads them into registers, and leaves the result.
 */
export const Area = {
  /** The address of the code. */
  TARGET: 0,
  /** How many words go on the stack: an even number. The entry puts it back to 0. */
  STACK: 8,
  /** 8 bytes for each register. */
  INTEGERS: 16,
  FLOATS: 64,
  /** What goes on the stack, 8 bytes each. */
  WORDS: 128,
  /** What rax and xmm0 have after the call. */
  RESULT: 256,
  FLOAT_RESULT: 264,
  SIZE: 272,
} as const;

/** Functions with more arguments on the stack are called through koffi's conversions. */
export const MAX_WORDS = 16;
