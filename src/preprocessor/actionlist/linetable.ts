/** Collects the table of source lines while the action list grows. */
import type { SourceLines } from '../item.ts';

export class LineTable implements SourceLines {
  readonly files: string[] = [];
  readonly triples: number[] = [];
  #file: string | undefined;
  #line = 0;

  /** The bytes from `offset` on come from that line. */
  add(offset: number, file: string, line: number): void {
    if (line === this.#line && file === this.#file) return;
    this.#file = file;
    this.#line = line;
    let index = this.files.indexOf(file);
    if (index < 0) index = this.files.push(file) - 1;
    this.triples.push(offset, index, line);
  }
}
