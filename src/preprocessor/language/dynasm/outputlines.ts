/**
 * Collects the output of the languages that print item by item. Takes lines and captures in the order of
 * processing, returns the text. A capture comes out where it is dumped, with all that was ever stored in it.
 */

/** A line of output, or the name of a capture that is dumped here. */
type LineOrDump = string | { readonly capture: string };

export class OutputLines {
  readonly #main: LineOrDump[] = [];
  readonly #captures = new Map<string, LineOrDump[]>();
  /** Where lines go at the moment. */
  #current = this.#main;

  write(line: string): void {
    this.#current.push(line);
  }

  writeAll(lines: readonly string[]): void {
    for (const line of lines) this.#current.push(line);
  }

  startCapture(name: string): void {
    this.#current = this.#captures.get(name) ?? [];
    this.#captures.set(name, this.#current);
  }

  endCapture(): void {
    this.#current = this.#main;
  }

  dump(name: string): void {
    this.#current.push({ capture: name });
  }

  /** The lines of each capture. A capture dumped inside it is a line with its name in parentheses. */
  get captures(): ReadonlyMap<string, readonly string[]> {
    return new Map(
      [...this.#captures].map(([name, lines]) => [
        name,
        lines.map(line => (typeof line === 'string' ? line : `(${line.capture})`)),
      ]),
    );
  }

  /** The text of all lines, with `head` in front. */
  text(head: readonly string[]): string {
    return [...head, ...this.#resolve(this.#main), ''].join('\n');
  }

  #resolve(lines: readonly LineOrDump[]): readonly string[] {
    // Most programs have no captures, and very many lines: no copy is made of them.
    if (lines.every(line => typeof line === 'string')) return lines;
    return lines.flatMap(line =>
      typeof line === 'string' ? [line] : this.#resolve(this.#captures.get(line.capture) ?? []),
    );
  }
}
