/**
 * The table of source lines that the parts of an action list come from, in the form that the encoder takes.
 */
export class LineTable {
  readonly #files: string[] = [];
  readonly #triples: number[] = [];
  #file: string | undefined;
  #line = 0;

  /** The files of the lines, in order of first use. */
  get files(): readonly string[] {
    return this.#files;
  }

  /**
   * For each offset at which another line begins, three numbers: the offset, the index of the file, the line.
   * Offsets ascend.
   */
  get triples(): readonly number[] {
    return this.#triples;
  }

  /** The bytes from `offset` on come from that line. */
  add(offset: number, file: string, line: number): void {
    if (line === this.#line && file === this.#file) return;
    this.#file = file;
    this.#line = line;
    let index = this.#files.indexOf(file);
    if (index < 0) index = this.#files.push(file) - 1;
    this.#triples.push(offset, index, line);
  }
}
