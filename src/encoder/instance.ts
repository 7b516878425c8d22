/**
 * Label instances: what references to labels belong to (label.ts). An instance is the index of its first word
 * in `instances`. Import this file as `Instance`; the build replaces its constants by their values.
 *
 * Words of an instance:
 *
 *     0  the offset in its section that put has defined it at, or −1 − the index of its address, or PENDING
 *     1  the number of the section
 *     2  after link: the final offset in the code, or −1 − the index of its address
 */
export const WORDS = 3;
export const SECTION = 1;
export const FINAL = 2;

/** The first word of an instance that is referenced and not defined yet. */
export const PENDING = -0x80000000;
