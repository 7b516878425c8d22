/**
 * The memory that direct calls go through, as offsets in bytes: JavaScript writes the address of the code and
 * the arguments there, the entry (directentry.dast, arm64entry.dast) loads them into registers, and leaves
 * the result.
 */
export const Area = {
  /** The address of the code. */
  TARGET: 0,
  /** How many words go on the stack: an even number. The entry puts it back to 0. */
  STACK: 8,
  /** 8 bytes for each register. */
  INTEGERS: 16,
  FLOATS: 80,
  /** What goes on the stack, 8 bytes each. */
  WORDS: 144,
  /** What rax and xmm0, or x0 and d0, have after the call. */
  RESULT: 272,
  FLOAT_RESULT: 280,
  SIZE: 288,
} as const;

/** Functions with more arguments on the stack are called through koffi's conversions. */
export const MAX_WORDS = 16;
