/**
 * Where a distance or an address goes: the places of REL_LG, REL_PC, REL_EXT and REL_A, and of PLACE. Import
 * this file as `Place`.
 *
 * Distances count from the instruction. What is out of reach, or not a multiple of 4 where the field needs
 * that, is an error.
 */

// DynASM's, in place in the actions (bits 11-15).

/** `b`, `bl`: 26 bits, ±128 MiB. */
export const BRANCH26 = 0x0000;
/** `b.cond`, `cbz`, `cbnz`, and literals that are loaded: 19 bits at bit 5, ±1 MiB. */
export const BRANCH19 = 0x0800;
/** `tbz`, `tbnz`: 14 bits at bit 5, ±32 KiB. */
export const BRANCH14 = 0x1000;
/** `adr`: 21 bits, two of them at bit 29, the others at bit 5: ±1 MiB, any byte. */
export const ADR = 0x2000;
/** `adrp`: the distance of the pages of 4 KiB, ±4 GiB, in the same bits. */
export const ADRP = 0x3000;
/** The address, as eight bytes of data behind the word in front. */
export const ADDRESS = 0x8000;

// More places of PLACE, whose parameter has bits 5-15.

/**
 * The lowest 12 bits of the address, at bit 10. LO12 itself: `add x0, x0, :lo12:label`. LO12 | s <<
 * SIZE_SHIFT: a load or store of 2ˢ bytes, s 0…4; the address must be a multiple of 2ˢ, by which it is
 * divided.
 */
export const LO12 = 0x4000;
/** A literal of 4 or 8 bytes with the sum, in the pool; the field gets its distance, as BRANCH19. */
export const POOL4 = 0x4800;
export const POOL8 = 0x5000;
/**
 * Data behind the word in front: DATA | n << SIZE_SHIFT for 2ⁿ bytes, n 0…3. With SIGNED, only what fits a
 * signed integer; without, also what fits an unsigned one.
 */
export const DATA = 0x5800;
export const SIGNED = 0x0100;

export const SIZE_SHIFT = 5;
export const SIZE_MASK = 0x07;
/** Which place it is, without its size. */
export const PLACE_MASK = 0xf800;
