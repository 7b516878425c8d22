/**
 * Gives numbers to global labels and externs, in order of first use. A label gets its number when an operand
 * is parsed, even if the statement then fails.
 */
import type { Labels } from '../arch/arch.ts';
import { StatementError } from '../diagnostic/error.ts';
import type { Slice } from '../text/slice.ts';
import type { ListLayout } from './listlayout.ts';

export class LabelNumbers implements Labels {
  /** What the action list can hold. */
  readonly #layout: () => ListLayout;
  readonly #globals = new Map<string, number>();
  readonly #externs = new Map<string, number>();

  constructor(layout: () => ListLayout) {
    this.#layout = layout;
  }

  /** Names of the globals; the first has the number `firstGlobal` of the layout. */
  get globals(): readonly string[] {
    return [...this.#globals.keys()];
  }

  /** Names of the externs; the first has number 0. */
  get externs(): readonly string[] {
    return [...this.#externs.keys()];
  }

  global(operand: Slice): number {
    const name = operand.text;
    const known = this.#globals.get(name);
    if (known !== undefined) return known;
    const { firstGlobal, maxGlobals, globalName, globalNameRule } = this.#layout();
    if (!globalName.test(name)) {
      throw new StatementError('bad global label', {
        code: 'label-name',
        at: operand,
        notes: [globalNameRule],
      });
    }
    const number = firstGlobal + this.#globals.size;
    if (this.#globals.size === maxGlobals) {
      const notes = [`an action list holds ${maxGlobals}; pc labels (\`=>expr\`) have no limit`];
      throw new StatementError('too many global labels', { code: 'label-count', at: operand, notes });
    }
    this.#globals.set(name, number);
    return number;
  }

  extern(operand: Slice): number {
    const name = operand.text;
    const known = this.#externs.get(name);
    if (known !== undefined) return known;
    const number = this.#externs.size;
    const { maxExterns } = this.#layout();
    if (number >= maxExterns) {
      const notes = [`an action list holds ${maxExterns}`];
      throw new StatementError('too many extern labels', { code: 'extern-count', at: operand, notes });
    }
    this.#externs.set(name, number);
    return number;
  }
}
