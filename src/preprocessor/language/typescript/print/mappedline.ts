/**
 * A line of output that knows where each piece of it comes from, for the source map. Without a source map it
 * is a plain text, which takes less time. The printer writes such lines, sourcemap.ts reads them.
 */
import type { Place } from '../../../item.ts';

export interface Piece {
  readonly text: string;
  /** Where the text comes from; without it the text belongs to the piece in front. */
  readonly place?: Place | undefined;
  /** The text stands in the source as it is: column by column it comes from there. */
  readonly verbatim?: boolean;
}

export type MappedLine = string | readonly Piece[];

export function lineText(line: MappedLine): string {
  if (typeof line === 'string') return line;
  let text = '';
  for (const piece of line) text += piece.text;
  return text;
}

/** Makes a line of its parts. */
export class LineWriter {
  readonly #pieces: Piece[] | undefined;
  #text = '';

  /** `inPieces`: the line is to know where it comes from. */
  constructor(inPieces: boolean) {
    this.#pieces = inPieces ? [] : undefined;
  }

  add(text: string, place?: Place): void {
    if (this.#pieces === undefined) this.#text += text;
    else this.#pieces.push(place ? { text, place } : { text });
  }

  get line(): MappedLine {
    return this.#pieces ?? this.#text;
  }
}
