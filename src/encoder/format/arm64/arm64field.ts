/**
 * The first word behind the action FIELD: how a value becomes a field of an instruction. The preprocessor
 * packs it, the encoder unpacks it. Import this file as `Arm64Field`; the build replaces its constants by
 * their values.
 *
 *     31 … 24 | 23       | 22    | 21  | 20    | 19    | 18 … 14 | 13 … 10 | 9 … 5     | 4 … 0
 *     bias    | REGISTER | BOUND | SUM | AGAIN | MINUS | drop    | scale   | width − 1 | position
 *
 * The value must be in the action's range and a multiple of 2^scale. What the field gets is
 *
 *     ((bias ± value / 2^scale) >> drop) & (2^width − 1)
 *
 * - position, width: of the field.
 * - drop: the bits below go to another field.
 * - MINUS: the value is subtracted: `lsl` by n has immr = −n and imms = 31 − n.
 * - AGAIN: there is no argument. The value is that of the last FIELD which had one.
 * - SUM: the value is the sum of the argument and the value of the FIELD before: `ubfx` has imms =
 *   lsb + width − 1.
 * - BOUND: this sum must not be larger than the largest value of the range. It may stand without SUM: `bfi`
 *   has imms = width − 1.
 * - REGISTER: the value is a register number. One that is out of range has the status RANGE_VREG.
 * - bias: −128…127. A bias of 2^width is a bias of 0.
 */

export const WIDTH_SHIFT = 5;
export const SCALE_SHIFT = 10;
export const DROP_SHIFT = 14;
export const MINUS = 1 << 19;
export const AGAIN = 1 << 20;
export const SUM = 1 << 21;
export const BOUND = 1 << 22;
export const REGISTER = 1 << 23;
export const BIAS_SHIFT = 24;
/** Of position, width − 1 and drop. */
export const BITS_MASK = 0x1f;
export const SCALE_MASK = 0x0f;

/** What can be said of a field. */
export interface FieldShape {
  /** The lowest bit, 0…31. */
  readonly position: number;
  /** 1…32 */
  readonly width: number;
  /** 0…15 */
  readonly scale?: number;
  /** 0…31 */
  readonly drop?: number;
  /** −128…127 */
  readonly bias?: number;
  /** MINUS, AGAIN, SUM, BOUND, REGISTER. */
  readonly flags?: number;
}

/** Makes the word. */
export function pack({ position, width, scale = 0, drop = 0, bias = 0, flags = 0 }: FieldShape): number {
  const shape = position | ((width - 1) << WIDTH_SHIFT) | (scale << SCALE_SHIFT) | (drop << DROP_SHIFT);
  return (shape | flags | (bias << BIAS_SHIFT)) >>> 0;
}

/** The bits of the field for a value. */
export function fieldBits(how: number, value: number): number {
  const units = value >> ((how >> SCALE_SHIFT) & SCALE_MASK);
  const biased = (how >> BIAS_SHIFT) + ((how & MINUS) === 0 ? units : -units);
  const mask = -1 >>> (31 - ((how >> WIDTH_SHIFT) & BITS_MASK));
  return ((biased >> ((how >> DROP_SHIFT) & BITS_MASK)) & mask) << (how & BITS_MASK);
}
