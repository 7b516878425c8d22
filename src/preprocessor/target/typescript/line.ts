/**
 * A line of output in pieces, so that a source map can say where each comes from. The printer writes them, the source map
 * reads them.
 */
import type { Place } from '../../item.ts';

export interface Piece {
  readonly text: string;
  /** Where the text comes from; without one it belongs to the piece before. */
  readonly place?: Place;
  /** The text stands there as it is: its columns are those of the source. */
  readonly verbatim?: boolean;
}

/** A line without origin is a text. */
export type Line = string | readonly Piece[];

export function piecesOf(line: Line): readonly Piece[] {
  return typeof line === 'string' ? [{ text: line }] : line;
}

export function lineText(line: Line): string {
  if (typeof line === 'string') return line;
  let text = '';
  for (const piece of line) text += piece.text;
  return text;
}
