/**
 * The memory that direct calls go through, as offsets in bytes: JavaScript writes the address of the code and
 * the arguments there, the entry (directentry.dast) loads them into registers, and leaves the result.
 */
export const Area = {
  /** The address of the code. */
  TARGET: 0,
  /** Where the thread is, see `CallState`. */
  STATE: 8,
  /** Not 0: an argument is no memory that has an address, and the code has not been called. */
  REFUSED: 12,
  /** How many words go on the stack: an even number. The entry puts it back to 0. */
  STACK: 16,
  /** How many pointers there are, if one of them is to memory. The entry puts it back to 0. */
  MEMORY: 20,
  /** 8 bytes for each register. */
  INTEGERS: 24,
  FLOATS: 72,
  /** What goes on the stack, 8 bytes each. */
  WORDS: 136,
  /** What rax and xmm0 have after the call. */
  RESULT: 264,
  FLOAT_RESULT: 272,
  /** For each pointer, 4 bytes: the offset where the address of its memory goes, or 0. */
  SLOTS: 280,
  SIZE: 312,
} as const;

/** Functions with more arguments on the stack are called through koffi's conversions. */
export const MAX_WORDS = 16;

/** So are those with more pointers, if one of them is to memory. */
export const MAX_POINTERS = 8;

export const CallState = {
  /** There are no direct calls yet: every call goes through koffi's conversions. */
  CLOSED: 3,
  /** No direct call is under way, or koffi has made it. */
  NONE: 0,
  /** Code runs that was called outside of koffi. */
  CODE: 1,
  /** That code has called JavaScript. */
  CALLBACK: 2,
} as const;
