/**
 * The inline byte of the action FIELD: how the sum of the terms before it is written. The preprocessor packs
 * the byte, the encoder unpacks it. Import this file as `Field`; the build replaces its constants by their
 * values.
 *
 *     7 6 5 4  | 3      | 2        | 1 0
 *     trailing | signed | relative | size
 *
 * - trailing: so many bytes of the instruction follow the field, 0…15. END adds to it.
 * - signed: the processor sign-extends the field, so it takes −2ⁿ⁻¹…2ⁿ⁻¹−1 only.
 * - relative: the field is the distance from the end of the instruction to the sum.
 * - size: 0, 1, 2 or 3 for 1, 2, 4 or 8 bytes.
 */

const SIZE_MASK = 0x03;
export const RELATIVE = 0x04;
export const SIGNED = 0x08;
export const TRAILING_SHIFT = 4;

/** Makes the byte. `bytes`: 1, 2, 4 or 8; `flags`: RELATIVE, SIGNED or 0; `trailing`: 0…15. */
export function pack(bytes: number, flags: number, trailing = 0): number {
  return (31 - Math.clz32(bytes)) | flags | (trailing << TRAILING_SHIFT);
}

/** The size of the field in bytes. */
export function bytesOf(inline: number): number {
  return 1 << (inline & SIZE_MASK);
}
