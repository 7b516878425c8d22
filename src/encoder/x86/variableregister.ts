/**
 * What a variable register changes in the code before it. The functions take the bytes of a section, the
 * position `p` behind the instruction so far, and the action's inline byte (vreg.ts).
 */
import * as Vreg from '../format/vreg.ts';

/** Sets the bit of the REX or VEX prefix for a number above 7. */
export function setExtension(bytes: Uint8Array, p: number, inline: number): void {
  const prefix = p - (inline & Vreg.DISTANCE_MASK);
  const bit = inline >> Vreg.EXTENSION_SHIFT;
  // In VEX these bits are inverted, and at the other end of the next byte. Bit 7 tells VEX (C4, C5) from REX
  // (40…4F).
  if (bytes[prefix]! & 0x80) bytes[prefix + 1]! ^= 0x20 << bit;
  else bytes[prefix]! ^= 1 << bit;
}

/** Takes away the REX prefix, or makes a three-byte VEX prefix a two-byte one: the code has one byte less. */
export function dropPrefix(bytes: Uint8Array, p: number, inline: number): void {
  const prefix = p - (inline & Vreg.DISTANCE_MASK);
  let gap = prefix;
  if (bytes[prefix]! & 0x80) {
    // C4 RXBmmmmm WvvvvLpp → C5 RvvvvLpp
    bytes[prefix] = 0xc5;
    bytes[prefix + 1] = (bytes[prefix + 1]! & 0x80) | bytes[prefix + 2]!;
    gap = prefix + 2;
  }
  for (let i = gap; i < p - 1; i++) bytes[i] = bytes[i + 1]!;
}

/**
 * Writes the bits of the number that belong into its field, 0…7 or 0…15.
 * @returns the position behind the instruction, which is one higher if the base needs a SIB byte
 */
export function writeRegister(bytes: Uint8Array, p: number, inline: number, bits: number): number {
  if (inline >= Vreg.HIGH_NIBBLE) bytes[p - 1]! ^= bits << 4;
  else if (inline >= Vreg.INDEX) bytes[p - 1]! ^= bits << 3;
  else if (bits === 4 && inline < Vreg.RM) {
    // ModRM.rm = 4 announces a SIB byte, which says: no index, and this base.
    bytes[p - 1]! ^= 4;
    bytes[p] = 0x24;
    return p + 1;
  } else bytes[p - 1]! ^= bits;
  return p;
}
