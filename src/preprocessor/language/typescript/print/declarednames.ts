/**
 * The names that directives declare at module level. Takes the names of each directive, and refuses one that
 * is declared already. What the text around the assembly declares is not known here, and in a block a name
 * may be declared again.
 */
import { StatementError } from '../../../diagnostic/error.ts';
import type { Place } from '../../../item.ts';

export class DeclaredNames {
  readonly #places = new Map<string, Place>();

  /** @throws {StatementError} one of `names` is declared already */
  add(names: readonly string[], { place, nested }: { place: Place; nested: boolean }): void {
    if (nested) return;
    for (const name of names) {
      const first = this.#places.get(name);
      if (first !== undefined) {
        const where = `${first.file}:${first.line}`;
        throw new StatementError(`\`${name}' is declared already, at ${where}`, {
          code: 'duplicate-name',
          place,
        });
      }
      this.#places.set(name, place);
    }
  }
}
