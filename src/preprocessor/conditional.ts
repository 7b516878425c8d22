/**
 * Conditional assembly: `.if`, `.elif`, `.else`, `.endif`. In a false branch statements are skipped without being looked
 * at, but for nested conditionals.
 */
import { evaluateCondition } from './condition.ts';
import { FatalError } from './diagnostic.ts';
import type { StatementTable } from './statement.ts';

const FIRST_WORD = /^[ \t\n\v\f\r]*([^ \t\n\v\f\r]+)/;

export class Conditionals {
  readonly #javascript: boolean;
  /** Of each open `.if`: whether a branch has been taken, or that `.else` has been seen. */
  readonly #open: (boolean | 'else')[] = [];
  /** Open `.if`s inside the branch that is being skipped; undefined when nothing is. */
  #skipped: number | undefined;

  /** `javascript`: conditions take JavaScript's operators. */
  constructor(javascript: boolean) {
    this.#javascript = javascript;
  }

  /** Whether some `.if` lacks its `.endif`. */
  get unbalanced(): boolean {
    return this.#open.length > 0;
  }

  install(statements: StatementTable): void {
    statements.add('.if', 1, ([condition = '']) => this.#if(condition));
    statements.add('.elif', 1, ([condition = '']) => this.#elif(condition));
    statements.add('.else', 0, () => this.#else());
    statements.add('.endif', 0, () => {
      if (this.#open.pop() === undefined) fail('.endif without .if');
    });
  }

  /** Whether this statement stands in a false branch. What ends the branch does not. */
  skips(statement: string): boolean {
    if (this.#skipped === undefined) return false;
    const name = FIRST_WORD.exec(statement)?.[1];
    if (name === '.if') this.#skipped++;
    else if (this.#skipped > 0) {
      if (name === '.endif') this.#skipped--;
    } else if (name === '.elif' || name === '.else' || name === '.endif') {
      this.#skipped = undefined;
      return false;
    }
    return true;
  }

  #if(condition: string): void {
    const taken = evaluateCondition(condition, this.#javascript);
    this.#open.push(taken);
    if (!taken) this.#skipped = 0;
  }

  #elif(condition: string): void {
    const state = this.#open.at(-1);
    if (state === undefined) fail('.elif without .if');
    if (state === 'else') fail('.elif after .else');
    if (!state && evaluateCondition(condition, this.#javascript)) this.#open[this.#open.length - 1] = true;
    else this.#skipped = 0;
  }

  #else(): void {
    const state = this.#open.at(-1);
    if (state === undefined) fail('.else without .if');
    if (state === 'else') fail('.else after .else');
    this.#open[this.#open.length - 1] = 'else';
    if (state) this.#skipped = 0;
  }
}

function fail(message: string): never {
  throw new FatalError(message, { code: 'conditional' });
}
