/**
 * A line of output in pieces, so that a source map can say where each comes from. The printer writes them, the source map
 * reads them.
 */
import type { Place } from '../../../item.ts';

export interface Piece {
  readonly text: string;
  /** Where the text comes from; without one it belongs to the piece before. */
  readonly place?: Place;
  /** The text stands there as it is: its columns are those of the source. */
  readonly verbatim?: boolean;
}

/** A line without origin is a text; so are all where nobody asks for it. */
export type Line = string | readonly Piece[];

export function lineText(line: Line): string {
  if (typeof line === 'string') return line;
  let text = '';
  for (const piece of line) text += piece.text;
  return text;
}

/** Puts a line together from its parts: in pieces, or as a text where nobody asks where it comes from. */
export class LineWriter {
  readonly #pieces: Piece[] | undefined;
  #text = '';

  constructor(inPieces: boolean) {
    this.#pieces = inPieces ? [] : undefined;
  }

  add(text: string, place?: Place): void {
    if (this.#pieces === undefined) this.#text += text;
    else this.#pieces.push(place ? { text, place } : { text });
  }

  get line(): Line {
    return this.#pieces ?? this.#text;
  }
}
