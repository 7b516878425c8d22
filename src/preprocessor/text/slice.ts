/**
 * Spans of a statement. Whatever is cut out of a statement (its name, an operand, a part of an operand, the
 * expression of an argument) carries where it starts and ends, so that errors and source maps take their
 * place from there and nothing is searched for afterwards.
 */
import { endOfText, isBlank, skipBlanks } from './blank.ts';

/** Index at which a part of a statement's text starts, and the index behind its end. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A span with its text. */
export interface Slice extends Span {
  readonly text: string;
}

/** All of a text that starts at index `start` of its statement. */
export function whole(text: string, start = 0): Slice {
  return { text, start, end: start + text.length };
}

/** The part of `slice` between two indices of the slice's text. */
export function cut(slice: Slice, from: number, to: number = slice.text.length): Slice {
  return { text: slice.text.slice(from, to), start: slice.start + from, end: slice.start + to };
}

/**
 * The part of a text between two indices, without the blanks around it. The text begins at `offset` of its
 * statement.
 */
export function trimmedPart(text: string, from: number, to: number, offset = 0): Slice {
  let start = from;
  while (start < to && isBlank(text.charCodeAt(start))) start++;
  let end = to;
  while (end > start && isBlank(text.charCodeAt(end - 1))) end--;
  return { text: text.slice(start, end), start: offset + start, end: offset + end };
}

/** `slice` without the blanks around it. */
export function trimmed(slice: Slice): Slice {
  const { text } = slice;
  const start = skipBlanks(text);
  return start === text.length ? cut(slice, start) : cut(slice, start, endOfText(text));
}

/** What a missing operand reads as. */
export const NOTHING = whole('');
