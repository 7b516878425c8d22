/**
 * Gives numbers to global labels and externs, in order of first use. A label gets its number when an operand
 * is parsed, even if the statement then fails.
 */
import { FIRST_GLOBAL, LAST_GLOBAL, MAX_EXTERNS, MAX_GLOBALS } from '../../encoder/format/action.ts';
import type { Labels } from '../arch/arch.ts';
import { StatementError } from '../diagnostic/error.ts';
import type { Slice } from '../text/slice.ts';

const GLOBAL_NAME = /^[A-Za-z_][A-Za-z0-9_@]*$/;

export class LabelNumbers implements Labels {
  readonly #globals = new Map<string, number>();
  readonly #externs = new Map<string, number>();

  /** Names of the globals; the first has number `FIRST_GLOBAL`. */
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
    if (!GLOBAL_NAME.test(name)) {
      throw new StatementError('bad global label', {
        code: 'label-name',
        at: operand,
        notes: ['a global label is a letter or `_`, then letters, digits, `_` and `@`'],
      });
    }
    const number = FIRST_GLOBAL + this.#globals.size;
    if (number > LAST_GLOBAL) {
      const notes = [`an action list holds ${MAX_GLOBALS}; pc labels (\`=>expr\`) have no limit`];
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
    if (number >= MAX_EXTERNS) {
      const notes = [`an action list holds ${MAX_EXTERNS}`];
      throw new StatementError('too many extern labels', { code: 'extern-count', at: operand, notes });
    }
    this.#externs.set(name, number);
    return number;
  }
}
