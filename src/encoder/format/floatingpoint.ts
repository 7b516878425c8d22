/**
 * Numbers as the data of `.float` and `.double` (IEEE 754). Takes numbers, returns their bits as integers.
 * NaN has one form, the quiet one with a zero sign.
 */

const FLOAT_NAN = 0x7fc00000;
const DOUBLE_NAN_HIGH = 0x7ff80000;

/** The largest float. */
export const MAX_FLOAT = (2 - 2 ** -23) * 2 ** 127;

/** Does the number lie beyond the floats, so that it would be rounded to an infinite one? */
export function isBeyondFloats(value: number): boolean {
  return Number.isFinite(value) && !Number.isFinite(Math.fround(value));
}

/** The bits of the nearest float, a signed integer of 32 bits. */
export function floatBits(value: number): number {
  if (Number.isNaN(value)) return FLOAT_NAN;
  const view = new DataView(new ArrayBuffer(4));
  view.setFloat32(0, value);
  return view.getInt32(0);
}

/** The bits of a double, as signed integers of 32 bits. */
export function doubleHalves(value: number): readonly [low: number, high: number] {
  if (Number.isNaN(value)) return [0, DOUBLE_NAN_HIGH];
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, value);
  return [view.getInt32(4), view.getInt32(0)];
}
