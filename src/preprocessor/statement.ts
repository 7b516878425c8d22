/**
 * The statements that a translation knows at a moment, apart from those of its arch: directives, macros, sections, each
 * under its name and operand count (or for any count).
 */
export type Count = number | '*';

/** Carries a statement out. Throws `StatementError` or `FatalError`. */
export type Directive = (operands: readonly string[]) => void;

export class StatementTable {
  readonly #handlers = new Map<string, Map<Count, Directive>>();

  add(name: string, count: Count, handler: Directive): void {
    const counts = this.#handlers.get(name) ?? new Map<Count, Directive>();
    this.#handlers.set(name, counts.set(count, handler));
  }

  find(name: string, count: number): Directive | undefined {
    const counts = this.#handlers.get(name);
    return counts && (counts.get(count) ?? counts.get('*'));
  }

  /** Operand counts that `name` takes; empty if it is unknown. */
  counts(name: string): readonly Count[] {
    return [...(this.#handlers.get(name)?.keys() ?? [])];
  }
}
