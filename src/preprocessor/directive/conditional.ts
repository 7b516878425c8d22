/**
 * Conditional assembly: `.if`, `.elif`, `.else`, `.endif`. In a false branch statements are skipped without being looked
 * at, but for nested conditionals.
 */
import { evaluateCondition } from './condition.ts';
import type { DirectiveTable } from './directivetable.ts';
import { FatalError } from '../diagnostic/error.ts';
import type { Place } from '../item.ts';
import type { EndError } from '../diagnostic/log.ts';
import { NOTHING, type Slice } from '../text/slice.ts';

const FIRST_WORD = /^[ \t\n\v\f\r]*([^ \t\n\v\f\r]+)/;

/** So many open conditionals are named at the end of the file, the innermost. */
const MAX_NAMED = 3;

/** An open `.if`: whether a branch has been taken, or that `.else` has been seen. */
interface Open {
  readonly place: Place;
  state: boolean | 'else';
}

export class Conditionals {
  readonly #javascript: boolean;
  readonly #place: () => Place;
  readonly #open: Open[] = [];
  /** Open `.if`s inside the branch that is being skipped; undefined when nothing is. */
  #skipped: number | undefined;

  /** `javascript`: conditions take JavaScript's operators. `place`: where the statement at hand stands. */
  constructor(javascript: boolean, place: () => Place) {
    this.#javascript = javascript;
    this.#place = place;
  }

  /** At the end of the file: `.if`s that lack their `.endif`. */
  finish(fail: EndError): void {
    if (this.#open.length === 0) return;
    const notes = this.#open
      .slice(-MAX_NAMED)
      .map(({ place: { file, line } }) => `${file}:${line}: this .if has no .endif`);
    fail('conditional', 'unbalanced conditional', undefined, notes);
  }

  install(directives: DirectiveTable): void {
    directives.add('.if', 1, ([condition = NOTHING]) => this.#if(condition));
    directives.add('.elif', 1, ([condition = NOTHING]) => this.#elif(condition));
    directives.add('.else', 0, () => this.#else());
    directives.add('.endif', 0, () => {
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

  #if(condition: Slice): void {
    const taken = evaluateCondition(condition, this.#javascript);
    this.#open.push({ place: this.#place(), state: taken });
    if (!taken) this.#skipped = 0;
  }

  #elif(condition: Slice): void {
    const open = this.#open.at(-1);
    if (open === undefined) fail('.elif without .if');
    if (open.state === 'else') fail('.elif after .else');
    if (!open.state && evaluateCondition(condition, this.#javascript)) open.state = true;
    else this.#skipped = 0;
  }

  #else(): void {
    const open = this.#open.at(-1);
    if (open === undefined) fail('.else without .if');
    if (open.state === 'else') fail('.else after .else');
    if (open.state) this.#skipped = 0;
    open.state = 'else';
  }
}

function fail(message: string): never {
  throw new FatalError(message, { code: 'conditional' });
}
