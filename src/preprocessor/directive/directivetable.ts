/**
 * The statements that a translation knows at a moment, apart from those of its arch: directives, macros and
 * sections, each under its name and number of operands, or for any number.
 */
import type { Slice } from '../text/slice.ts';

/** How many operands a statement takes; `'*'`: any number. */
export type OperandCount = number | '*';

/** Carries a statement out. Throws `StatementError` or `FatalError`. */
export type Directive = (operands: readonly Slice[]) => void;

export class DirectiveTable {
  readonly #directives = new Map<string, Map<OperandCount, Directive>>();

  add(name: string, count: OperandCount, directive: Directive): void {
    const counts = this.#directives.get(name) ?? new Map<OperandCount, Directive>();
    this.#directives.set(name, counts.set(count, directive));
  }

  find(name: string, count: number): Directive | undefined {
    const counts = this.#directives.get(name);
    return counts && (counts.get(count) ?? counts.get('*'));
  }

  /** Operand counts that `name` takes; empty if it is unknown. */
  counts(name: string): readonly OperandCount[] {
    return [...(this.#directives.get(name)?.keys() ?? [])];
  }
}
