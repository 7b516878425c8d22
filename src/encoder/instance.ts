/**
 * Label instances: what references to labels belong to (label.ts). To be imported as `Instance`; single constants, which the build
 * writes into the code that uses them.
 *
 * Words of an instance: offset in its section when it was put, or −1 − index of its address, or PENDING; then …
 */
export const WORDS = 3;

/** … number of the section; … */
export const SECTION = 1;
/** … after link the final offset in the code, or −1 − index of its address. */
export const FINAL = 2;

/** Offset of an instance that is referenced, but not defined. */
export const PENDING = -0x80000000;
