/** Collects the table of source lines while the action list grows. */
import type { SourceLines } from '../item.ts';

export class LineTable implements SourceLines {
  readonly files: string[] = [];
  readonly triples: number[] = [];
  /** Index of each file in `files`. */
  readonly #indices = new Map<string, number>();
  #file: string | undefined;
  #line = 0;

  /** The bytes from `offset` on come from that line. */
  add(offset: number, file: string, line: number): void {
    if (line === this.#line && file === this.#file) return;
    this.#file = file;
    this.#line = line;
    let index = this.#indices.get(file);
    if (index === undefined) {
      index = this.files.push(file) - 1;
      this.#indices.set(file, index);
    }
    this.triples.push(offset, index, line);
  }
}
