/**
 * The source line that is being translated, and the statement in it: says where in the file a stretch of the statement stands.
 */
import { skipBlanks } from './blank.ts';
import type { Place } from '../item.ts';
import type { Marked } from '../diagnostic/log.ts';
import { trimmed, whole, type Span } from './slice.ts';

export class SourceLine {
  readonly file: string;
  /** Macro expansions around the file's inclusion. */
  readonly base: number;
  /** Blanks in front of the bar of the last assembly line. */
  indent = '';
  /** From 1 on. */
  number = 0;
  text = '';
  /** Text of the statement; all of the line while it is not cut. */
  #statement = '';
  /** Index in the line at which that begins. */
  #start = 0;
  /** Where the statement begins, once that was asked for. */
  #place: Place | undefined;

  constructor(file: string, base: number) {
    this.file = file;
    this.base = base;
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

  /** Where the statement (or the line's text) begins, behind its blanks. */
  place(): Place {
    return (this.#place ??= this.#placeAt(skipBlanks(this.#statement)));
  }

  /** Where a stretch of the statement begins. */
  placeOf({ start }: Span): Place {
    return this.#placeAt(start);
  }

  /** A stretch of the statement, by default all of it. */
  mark(stretch: Span = trimmed(whole(this.#statement))): Marked {
    const length = Math.max(1, stretch.end - stretch.start);
    return { ...this.#placeAt(stretch.start), length, lineText: this.text };
  }

  #placeAt(index: number): Place {
    return { file: this.file, line: this.number, column: this.#start + index + 1 };
  }
}
