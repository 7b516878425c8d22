/**
 * Padding of alignments with as few instructions as possible. `fillWithNops` writes into a buffer, from one
 * position to another.
 */

/**
 * The forms of NOP by length, 1…9 bytes.
 * Intel 64 and IA-32 Architectures Software Developer's Manual, volume 2B, "NOP", table 4-12.
 */
const NOPS: readonly (readonly number[])[] = [
  [],
  [0x90],
  [0x66, 0x90],
  [0x0f, 0x1f, 0x00],
  [0x0f, 0x1f, 0x40, 0x00],
  [0x0f, 0x1f, 0x44, 0x00, 0x00],
  [0x66, 0x0f, 0x1f, 0x44, 0x00, 0x00],
  [0x0f, 0x1f, 0x80, 0x00, 0x00, 0x00, 0x00],
  [0x0f, 0x1f, 0x84, 0x00, 0x00, 0x00, 0x00, 0x00],
  [0x66, 0x0f, 0x1f, 0x84, 0x00, 0x00, 0x00, 0x00, 0x00],
];
const LONGEST = NOPS.length - 1;

/** Fills the bytes `from`…`to` with NOPs, the longest ones first. */
export function fillWithNops(bytes: Uint8Array, from: number, to: number): void {
  for (let at = from; at < to;) {
    const nop = NOPS[Math.min(to - at, LONGEST)] ?? [];
    // `bytes.set(nop, at)` takes more than twice as long.
    for (const byte of nop) bytes[at++] = byte;
  }
}
