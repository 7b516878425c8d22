/**
 * What link takes out of the code that put has written: surplus padding, and the bytes that short branches
 * save.
 */
import * as Record from './format/record.ts';
import { isShort, savedBytes } from './x86/branch.ts';

/**
 * How many bytes of padding before the offset `end` are not needed; the offset must become a
 * multiple of 2ⁿ, and `mask` is 2ⁿ−1.
 */
export function surplusPadding(end: number, mask: number): number {
  return end & mask;
}

/**
 * How many bytes link has taken out at a record.
 * @param end the offset in the code that the record's end would have if none were taken out there
 */
export function removedBytes(kind: number, value: number, end: number): number {
  switch (kind) {
    case Record.ALIGN:
    case Record.ALIGN_NOP:
    case Record.ALIGN_FILL:
      return surplusPadding(end, value);
    default:
      return isShort(kind) ? savedBytes(kind) : 0;
  }
}
