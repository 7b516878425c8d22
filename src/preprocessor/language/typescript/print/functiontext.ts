/**
 * Texts that the functions for chunks are made of: positions, numbers, calls. Most functions consist of the
 * same few, which are made once: printing functions is a good part of a translation.
 */

/** For these distances from `p`, which nearly all are, the texts are made once. */
const OFFSETS = Array.from({ length: 64 }, (_, offset) => offset);
const POSITIONS = OFFSETS.map(newPosition);
const CALL_STARTS = {
  line: OFFSETS.map(offset => newCallStart('line', offset)),
  word: OFFSETS.map(offset => newCallStart('word', offset)),
};
const BYTES = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/** The position that stands `offset` bytes behind the variable `p` (in front of it if that is negative). */
export function positionText(offset: number): string {
  return POSITIONS[offset] ?? newPosition(offset);
}

/** Start of a statement that calls a method of the section with a position, up to the next argument. */
export function callStart(method: keyof typeof CALL_STARTS, offset: number): string {
  return CALL_STARTS[method][offset] ?? newCallStart(method, offset);
}

/** 32 bits as an unsigned literal. `toString(16)` alone takes three times as long. */
export function hexadecimal(word: number): string {
  let text = '';
  let rest = word >>> 0;
  for (; rest > 255; rest >>>= 8) text = BYTES[rest & 255] + text;
  return `0x${rest.toString(16)}${text}`;
}

function newPosition(offset: number): string {
  if (offset === 0) return 'p';
  return offset < 0 ? `p - ${-offset}` : `p + ${offset}`;
}

function newCallStart(method: string, offset: number): string {
  return `  s.${method}(${newPosition(offset)}, `;
}
