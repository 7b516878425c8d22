/**
 * Output as lines, for the targets that print item by item: in flow lines and captures in the order of processing, out flows
 * text with each capture where it is dumped, in the state that it has at the end.
 */

/** A line of output, or the name of a capture whose lines come out here. */
type Line = string | { readonly capture: string };

export class OutputLines {
  readonly #main: Line[] = [];
  readonly #captures = new Map<string, Line[]>();
  #lines = this.#main;

  write(line: string): void {
    this.#lines.push(line);
  }

  writeAll(lines: readonly string[]): void {
    for (const line of lines) this.#lines.push(line);
  }

  startCapture(name: string): void {
    this.#lines = this.#captures.get(name) ?? [];
    this.#captures.set(name, this.#lines);
  }

  endCapture(): void {
    this.#lines = this.#main;
  }

  dump(name: string): void {
    this.#lines.push({ capture: name });
  }

  /** What each capture holds; a capture dumped inside it is a line that names it. */
  get captures(): ReadonlyMap<string, readonly string[]> {
    return new Map(
      [...this.#captures].map(([name, lines]) => [
        name,
        lines.map(line => (typeof line === 'string' ? line : `(${line.capture})`)),
      ]),
    );
  }

  /** All lines, with `head` in front. */
  text(head: readonly string[]): string {
    return [...head, ...this.#resolve(this.#main), ''].join('\n');
  }

  #resolve(lines: readonly Line[]): readonly string[] {
    // Most programs have no captures, and very many lines.
    if (lines.every(line => typeof line === 'string')) return lines;
    return lines.flatMap(line =>
      typeof line === 'string' ? [line] : this.#resolve(this.#captures.get(line.capture) ?? []),
    );
  }
}

/** A line of the action list ends with the value that brings it to this length. */
const ACTIONS_WIDTH = 75;

/** The values of an action list as DynASM breaks them into lines. An empty list is a lone STOP, 255. */
export function actionLines(bytes: readonly number[]): readonly string[] {
  const lines: string[] = [];
  const last = bytes.length - 1;
  let start = 0;
  let width = 2;
  for (let index = 0; index < last; index++) {
    const byte = bytes[index] ?? 0;
    width += byte < 10 ? 2 : byte < 100 ? 3 : 4;
    if (width < ACTIONS_WIDTH) continue;
    lines.push(`  ${bytes.slice(start, index + 1).join(',')},`);
    start = index + 1;
    width = 2;
  }
  lines.push(`  ${last < 0 ? 255 : bytes.slice(start).join(',')}`);
  return lines;
}
