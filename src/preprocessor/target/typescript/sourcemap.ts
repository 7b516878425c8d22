/**
 * Source maps, version 3: says of each piece of the output which file, line and column it comes from. In flow the lines of
 * output in their pieces, out flows the map as JSON text.
 */
import type { Place } from '../../item.ts';
import type { Unit } from '../target.ts';
import type { Line, Piece } from './line.ts';
import { AsciiText } from './text.ts';

export function sourceMap(lines: readonly Line[], unit: Unit): string {
  const mappings = new Mappings();
  for (const line of lines) {
    if (typeof line !== 'string') mapPieces(mappings, line);
    mappings.endLine();
  }
  const { sources, text } = mappings;
  return JSON.stringify({
    version: 3,
    sources,
    sourcesContent: sources.map(file => (file === unit.file ? (unit.source ?? null) : null)),
    names: [],
    mappings: text,
  });
}

function mapPieces(mappings: Mappings, pieces: readonly Piece[]): void {
  let column = 0;
  for (const { text, place, verbatim } of pieces) {
    if (place && verbatim) mapWords(mappings, column, text, place);
    else if (place) mappings.add(column, place, 0);
    column += text.length;
  }
}

/** A position in the text can be asked for at each word and each sign. */
function mapWords(mappings: Mappings, column: number, text: string, place: Place): void {
  let inWord = false;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    const isWord = isWordCharacter(code);
    if (code > 32 && !(isWord && inWord)) mappings.add(column + index, place, index, true);
    inWord = isWord;
  }
}

/** Of identifiers and numbers; beyond ASCII all count as such. */
function isWordCharacter(code: number): boolean {
  return (
    (code >= 97 && code <= 122) ||
    (code >= 65 && code <= 90) ||
    (code >= 48 && code <= 57) ||
    code === 95 ||
    code === 36 ||
    code >= 128
  );
}

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** The field `mappings`: segments of column, source, source line and source column, each as the difference to the one before. */
class Mappings {
  readonly #text = new AsciiText();
  readonly #sources = new Map<string, number>();
  #startsLine = true;
  #column = 0;
  #source = 0;
  #line = 0;
  #sourceColumn = 0;

  get text(): string {
    return this.#text.take();
  }

  get sources(): readonly string[] {
    return [...this.#sources.keys()];
  }

  /**
   * Maps what stands at `column` to `offset` behind `place`. Where the segment before leads there, too, it is left out, unless
   * `always`.
   */
  add(column: number, place: Place, offset: number, always = false): void {
    let source = this.#sources.get(place.file);
    if (source === undefined) this.#sources.set(place.file, (source = this.#sources.size));
    const line = place.line - 1;
    const sourceColumn = place.column - 1 + offset;
    const same = source === this.#source && line === this.#line && sourceColumn === this.#sourceColumn;
    if (same && !always && !this.#startsLine) return;
    if (!this.#startsLine) this.#text.add(',');
    this.#number(column - this.#column);
    this.#number(source - this.#source);
    this.#number(line - this.#line);
    this.#number(sourceColumn - this.#sourceColumn);
    this.#startsLine = false;
    this.#column = column;
    this.#source = source;
    this.#line = line;
    this.#sourceColumn = sourceColumn;
  }

  /** A number in base 64, sign in the lowest bit, five bits a digit, the lowest first; bit 5 of a digit says that more follow. */
  #number(value: number): void {
    let rest = value < 0 ? (-value << 1) | 1 : value << 1;
    for (; rest > 31; rest >>>= 5) this.#text.add(DIGITS.charAt((rest & 31) | 32));
    this.#text.add(DIGITS.charAt(rest));
  }

  endLine(): void {
    this.#text.add(';');
    this.#startsLine = true;
    this.#column = 0;
  }
}
