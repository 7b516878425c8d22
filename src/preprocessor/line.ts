/**
 * The source line that is being translated, and the statement in it: says where in the file a stretch of the statement stands.
 */
import { skipBlanks } from './blank.ts';
import type { Place } from './item.ts';
import type { Marked } from './report.ts';
import { trimmed, whole, type Slice, type Stretch } from './slice.ts';

export class SourceLine {
  readonly file: string;
  /** Macro expansions around the file's inclusion. */
  readonly base: number;
  /** Blanks in front of the bar of the last assembly line. */
  indent = '';
  /** From 1 on. */
  number = 0;
  text = '';
  /** The statement, cut out of the text behind the bar; undefined while the line is not cut. */
  #statement: Slice | undefined;
  /** Where the statement begins, once that was asked for. */
  #place: Place | undefined;

  constructor(file: string, base: number) {
    this.file = file;
    this.base = base;
  }

  next(text: string): void {
    this.number++;
    this.text = text;
    this.#statement = undefined;
    this.#place = undefined;
  }

  startStatement(statement: Slice): void {
    this.#statement = statement;
    this.#place = undefined;
  }

  /** Where the statement begins; without a statement, the text of the line. */
  place(): Place {
    return (this.#place ??= this.#placeAt(skipBlanks(this.#statement?.text ?? this.text)));
  }

  /** Where a stretch of the statement begins. */
  placeOf({ start }: Stretch): Place {
    return this.#placeAt(start);
  }

  /** A stretch of the statement, by default all of it; without a statement, the line. */
  mark(stretch: Stretch = trimmed(whole(this.#statement?.text ?? this.text))): Marked {
    const length = Math.max(1, stretch.end - stretch.start);
    return { ...this.#placeAt(stretch.start), length, lineText: this.text };
  }

  /** The place of an index in the statement; without a statement, in the line. */
  #placeAt(index: number): Place {
    // The text of a statement starts behind the bar.
    const before = this.#statement === undefined ? 0 : this.indent.length + 1 + this.#statement.start;
    return { file: this.file, line: this.number, column: before + index + 1 };
  }
}
