/**
 * The source line at hand, and the statement at hand in it: says where in the file what stands. In flow lines and statements as
 * they are read, out flow places and spans.
 */
import { isBlank, skipBlanks, trimBlanks } from './blank.ts';
import type { Place } from './item.ts';
import type { Span } from './report.ts';
import type { Dialect, StatementText } from './target/target.ts';
import { WORDS } from './word.ts';

export class SourceLine {
  readonly file: string;
  /** Macro expansions around the file's inclusion. */
  readonly base: number;
  /** Blanks in front of the bar of the last assembly line. */
  indent = '';
  /** From 1 on. */
  number = 0;
  text = '';
  /** As it stands in the line; undefined while the line is not yet cut. */
  #statement: StatementText | undefined;
  /** Where the statement at hand begins, once that was asked for. */
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

  startStatement(statement: StatementText): void {
    this.#statement = statement;
    this.#place = undefined;
  }

  /** Where the statement begins; else the line's text. */
  place(): Place {
    return (this.#place ??= this.#findPlace());
  }

  #findPlace(): Place {
    const statement = this.#statement;
    const column = statement
      ? this.#column(statement, skipBlanks(statement.text))
      : skipBlanks(this.text) + 1;
    return { file: this.file, line: this.number, column };
  }

  /** 1-based column in the line of an index in the statement. */
  #column(statement: StatementText, index: number): number {
    return this.indent.length + 1 + statement.column + index + 1;
  }

  /**
   * Where an expression of the operand with that index stands, if that is certain; else where the statement begins. Without
   * `operand` (a define has changed the statement) only what stands there once is certain.
   */
  expression(text: string, operand: number | undefined, dialect: Dialect): Place {
    const statement = this.#statement;
    if (!statement) return this.place();
    let index = indexOfWord(statement.text, text, 0);
    if (index >= 0 && indexOfWord(statement.text, text, index + 1) >= 0) {
      index =
        operand === undefined
          ? -1
          : indexOfWord(statement.text, text, operandStart(statement.text, operand, dialect));
    }
    if (index < 0) return this.place();
    return { file: this.file, line: this.number, column: this.#column(statement, index) };
  }

  /** The stretch of the statement that is `text`; else the whole statement. */
  span(text = ''): Span {
    const { file, number: line, text: lineText } = this;
    const statement = this.#statement;
    const index = statement && text !== '' ? indexOfText(statement.text, text) : -1;
    if (statement && index >= 0) {
      return { file, line, column: this.#column(statement, index), length: text.length, lineText };
    }
    const { length } = trimBlanks(statement?.text ?? lineText);
    return { file, line, column: this.place().column, length, lineText };
  }
}

/** Index behind the operands in front of `operand`; of the end if there are not as many. */
function operandStart(statement: string, operand: number, dialect: Dialect): number {
  let start = skipBlanks(statement);
  if (operand === 0) {
    while (start < statement.length && !isBlank(statement.charCodeAt(start))) start++;
    return start;
  }
  for (const piece of dialect.operands(statement).slice(0, operand)) {
    start = statement.indexOf(piece, start) + piece.length;
  }
  return start;
}

/** Where `word` stands on its own in `text`, from `start` on; −1 if nowhere. */
function indexOfWord(text: string, word: string, start: number): number {
  const isPart = (index: number, neighbour: number): boolean =>
    WORDS.ascii[word.charCodeAt(index)] === 1 && WORDS.ascii[text.charCodeAt(neighbour)] === 1;
  let index = text.indexOf(word, start);
  while (index >= 0 && (isPart(0, index - 1) || isPart(word.length - 1, index + word.length))) {
    index = text.indexOf(word, index + 1);
  }
  return index;
}

/** Where `word` stands in `text`, on its own if it does; −1 if nowhere. */
function indexOfText(text: string, word: string): number {
  const index = indexOfWord(text, word, 0);
  return index >= 0 ? index : text.indexOf(word);
}
