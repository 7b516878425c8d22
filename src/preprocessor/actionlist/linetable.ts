/** Collects the table of source lines, and which actions are data, while the action list grows. */
import { DATA_KINDS, type DataKind } from '../../encoder/format/datakind.ts';
import type { SourceLines } from '../item.ts';

export class LineTable implements SourceLines {
  readonly files: string[] = [];
  readonly triples: number[] = [];
  readonly data: number[] = [];
  /** Index of each file in `files`. */
  readonly #indices = new Map<string, number>();
  #file: string | undefined;
  #line = 0;
  #kind: DataKind = 'code';

  /** The actions from `offset` on come from that line. `kind`: what they are; undefined if there are none. */
  add(offset: number, file: string, line: number, kind: DataKind | undefined): void {
    const isOther = kind !== undefined && kind !== this.#kind;
    if (isOther) {
      this.#kind = kind;
      this.data.push(offset, DATA_KINDS.indexOf(kind));
    }
    // A line that has instructions and data has a part for each.
    if (!isOther && line === this.#line && file === this.#file) return;
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
