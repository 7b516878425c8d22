/**
 * Short branches: `jmp rel32` and `jcc rel32` become `jmp rel8` and `jcc rel8` where the distance allows it.
 * Link decides it, encode writes it. The functions take the kind of record, JMP or JCC, with SHORT or
 * without.
 */
import * as Record from '../format/record.ts';

/** The last byte of a long branch's opcode is so many bytes before its end. */
export const OPCODE_BACK = 5;

/** The size of a short branch in bytes. */
export const SHORT_BYTES = 2;

/** How many bytes the short form saves. */
export function savedBytes(kind: number): number {
  // Both branches have kinds that are twice this number; SHORT is the bit below.
  return kind >> 1;
}

/** Is it a branch that link has found short? */
export function isShort(kind: number): boolean {
  return kind === (Record.JMP | Record.SHORT) || kind === (Record.JCC | Record.SHORT);
}

/**
 * Decides whether a branch is short. A distance forward is measured before shortening, one backward after it,
 * as in DynASM: link goes through the code once.
 * @param forward distance from the end of the long branch before shortening; negative where the label is
 *   behind
 * @param backward distance from the end of the long branch after shortening
 * @returns SHORT or 0
 */
export function shortFlag(forward: number, backward: number, saves: number): number {
  // Sign masks, not conditions: a processor cannot predict which branches are short and which go back.
  const distance = forward ^ ((forward ^ backward) & (forward >> 31));
  return (~(distance + 128 + saves) & ~(127 - distance)) >>> 31;
}

/** The two bytes of a short branch, little endian. `opcode`: the last byte of the long branch's opcode. */
export function shortForm(kind: number, opcode: number, distance: number): number {
  const short = kind === (Record.JMP | Record.SHORT) ? 0xeb : opcode - 0x10;
  return short | (distance << 8);
}
