/**
 * Which values the actions take. `rangeOf` takes a kind of step and returns the range of its argument. The
 * preprocessor uses the same ranges for values that it knows.
 */
import * as Step from './step.ts';

/** The integers low…high. */
export interface Range {
  readonly low: number;
  readonly high: number;
  /** What has this range, for messages. */
  readonly field: string;
  /** How larger values are cut, for messages. */
  readonly hint?: string;
}

/** The largest size of a section, and of one `.space`. */
export const MAX_SECTION_BYTES = 2 ** 30;

export const SIGNED_BYTE: Range = { low: -128, high: 127, field: 'a signed byte' };
export const BYTE: Range = { low: 0, high: 255, field: 'a byte', hint: '& 0xff' };
export const WORD: Range = { low: 0, high: 65535, field: 'a word', hint: '& 0xffff' };
/** DynASM takes negative values only where the sign-extended byte form does. */
const SHRINKING_WORD: Range = { ...WORD, low: SIGNED_BYTE.low };
const DWORD: Range = { low: -(2 ** 31), high: 2 ** 32 - 1, field: 'a dword' };
const SIGNED_DWORD: Range = {
  low: -(2 ** 31),
  high: 2 ** 31 - 1,
  field: 'a 32-bit field that the processor sign-extends',
};
const REGISTER: Range = { low: 0, high: 15, field: 'a register number' };
const LOW_REGISTER: Range = { ...REGISTER, high: 7 };

const RANGES: { readonly [kind: number]: Range } = {
  [Step.VREG]: REGISTER,
  [Step.VREG_LOW]: LOW_REGISTER,
  [Step.REGISTER_8]: LOW_REGISTER,
  [Step.REGISTER_16]: REGISTER,
  [Step.REGISTER_32]: { ...REGISTER, high: 31 },
  [Step.REGISTER_MASK]: { low: 1, high: 7, field: 'the number of a mask' },
  [Step.DISP]: DWORD,
  [Step.DISP_SIGNED]: { ...SIGNED_DWORD, field: 'a displacement' },
  [Step.IMM_S]: SIGNED_BYTE,
  [Step.IMM_B]: BYTE,
  [Step.IMM_W]: WORD,
  [Step.IMM_WB]: SHRINKING_WORD,
  [Step.IMM_D]: DWORD,
  [Step.IMM_D_SIGNED]: SIGNED_DWORD,
  [Step.IMM_DB]: DWORD,
  [Step.IMM_DB_SIGNED]: SIGNED_DWORD,
  [Step.SPACE]: { low: 0, high: MAX_SECTION_BYTES, field: 'the size of a .space' },
};

/** The range of the argument of a step of this kind; undefined where it is an address or a label. */
export function rangeOf(kind: number): Range | undefined {
  return RANGES[kind];
}

/** Is the number in the range? */
export function contains({ low, high }: Pick<Range, 'low' | 'high'>, n: number): boolean {
  return n >= low && n <= high;
}

// The same for put, as masks for integers of 32 bits; the build replaces the constants by their values.

/** An integer n is in BYTE if (n & NOT_BYTE) is 0, … */
export const NOT_BYTE = -256;
/** … in SIGNED_BYTE if ((n + SIGN) & NOT_BYTE) is 0, … */
export const SIGN = 128;
/** … and in WORD if (n & NOT_WORD) is 0. */
export const NOT_WORD = -65536;
