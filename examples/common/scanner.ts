// Reads the text of one of the small languages here, from left to right. The parsers that use it are recursive, so
// that it bounds how long and how deeply nested a text may be.
import { SourceError } from './inputerror.ts';

const LONGEST = 2000;
const DEEPEST = 50;

export class Scanner {
  position = 0;
  readonly #source: string;
  #depth = 0;

  constructor(source: string) {
    this.#source = source;
    if (source.length > LONGEST) this.fail(`longer than ${LONGEST} characters`, LONGEST);
  }

  get atEnd(): boolean {
    return this.position === this.#source.length;
  }

  /** The text at the position if it matches the pattern, which must be sticky; moves behind it. */
  take(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.position;
    const text = pattern.exec(this.#source)?.[0];
    if (text !== undefined) this.position += text.length;
    return text;
  }

  /** Reads something in brackets. */
  nest<T>(read: () => T): T {
    if (++this.#depth > DEEPEST) this.fail(`nested more than ${DEEPEST} deep`);
    const result = read();
    this.#depth--;
    return result;
  }

  /** What stands at the position, for an error. */
  get next(): string {
    return this.atEnd
      ? 'the end'
      : `\`${String.fromCodePoint(this.#source.codePointAt(this.position) ?? 0)}\``;
  }

  fail(what: string, offset: number = this.position): never {
    throw new SourceError(this.#source, offset, what);
  }
}
