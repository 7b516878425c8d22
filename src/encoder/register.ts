/**
 * What variable registers do to the bytes in front of them: set bits of the REX or VEX prefix, or take it away where no
 * register needs it.
 */

/** Sets the prefix bit of one field (0 B, 1 X, 2 R) in the REX or VEX byte at `prefix`. */
export function setExtension(bytes: Uint8Array, prefix: number, field: number): void {
  // VEX bits are inverted and stand at the other end; bit 7 tells the second byte of VEX from REX (40…4F).
  if (bytes[prefix]! & 0x80) bytes[prefix + 1]! ^= 0x20 << field;
  else bytes[prefix]! ^= 1 << field;
}

/** Takes away the REX byte at `prefix`, or makes a three-byte VEX a two-byte one; `end` is the end of the code so far. */
export function dropPrefix(bytes: Uint8Array, prefix: number, end: number): void {
  let gap = prefix;
  if (bytes[prefix]! & 0x80) {
    // C4 RXBmmmmm WvvvvLpp → C5 RvvvvLpp
    bytes[prefix] = 0xc5;
    bytes[prefix + 1] = (bytes[prefix + 1]! & 0x80) | bytes[prefix + 2]!;
    gap = prefix + 2;
  }
  for (let i = gap; i < end - 1; i++) bytes[i] = bytes[i + 1]!;
}
