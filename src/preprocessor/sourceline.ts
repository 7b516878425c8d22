/**
 * The source line that is being translated, and the statement in it. Says where in the file a span of the
 * statement stands.
 */
import { skipBlanks } from './text/blank.ts';
import type { Place } from './item.ts';
import type { Marked } from './diagnostic/log.ts';
import { trimmed, whole, type Span } from './text/slice.ts';

export class SourceLine {
  readonly file: string;
  /** How many macro expansions stand around the `.include` of the file. */
  readonly base: number;
  /** For an included file: the line of the main file that brings it in. */
  readonly mainLine: number | undefined;
  /** Blanks in front of the bar of the last assembly line. */
  indent = '';
  /** Number of the line, from 1 on. */
  number = 0;
  text = '';
  /** Text of the statement; before the line is cut, all of the line. */
  #statement = '';
  /** Index in the line at which `#statement` begins. */
  #start = 0;
  /** Place of the statement; undefined until somebody has asked for it. */
  #place: Place | undefined;

  constructor(file: string, base: number, mainLine: number | undefined) {
    this.file = file;
    this.base = base;
    this.mainLine = mainLine;
  }

  next(text: string): void {
    this.number++;
    this.text = text;
    this.#statement = text;
    this.#start = 0;
    this.#place = undefined;
  }

  /** A statement begins, at an index of the text behind the bar. */
  startStatement(text: string, index: number): void {
    this.#statement = text;
    this.#start = this.indent.length + 1 + index;
    this.#place = undefined;
  }

  /** Where the line begins. */
  begin(): Place {
    return this.#placeAt(-this.#start);
  }

  /** Where the statement (or the line's text) begins, behind its blanks. */
  place(): Place {
    return (this.#place ??= this.#placeAt(skipBlanks(this.#statement)));
  }

  /** Where the last character of the statement stands, behind which there may be blanks. */
  end(): Place {
    return this.#placeAt(Math.max(0, trimmed(whole(this.#statement)).end - 1));
  }

  /** Where a span of the statement begins. */
  placeOf({ start }: Span): Place {
    return this.#placeAt(start);
  }

  /** A span of the statement, by default all of it, as diagnostics mark it. */
  mark(stretch: Span = trimmed(whole(this.#statement))): Marked {
    const length = Math.max(1, stretch.end - stretch.start);
    const { file, line, column } = this.#placeAt(stretch.start);
    return { file, line, column, length, lineText: this.text };
  }

  #placeAt(index: number): Place {
    const place = { file: this.file, line: this.number, column: this.#start + index + 1 };
    return this.mainLine === undefined ? place : { ...place, mainLine: this.mainLine };
  }
}
