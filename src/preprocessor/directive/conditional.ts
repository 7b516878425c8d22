/**
 * Conditional assembly: `.if`, `.elif`, `.else`, `.endif`. The statements of a false branch are skipped
 * without being parsed; only nested conditionals are counted.
 */
import { evaluateCondition } from './condition.ts';
import type { DirectiveTable } from './directivetable.ts';
import { FatalError } from '../diagnostic/error.ts';
import type { Place } from '../item.ts';
import type { LogEndError } from '../diagnostic/log.ts';
import { NOTHING, type Slice } from '../text/slice.ts';

const FIRST_WORD = /^[ \t\n\v\f\r]*([^ \t\n\v\f\r]+)/;

/** The error about open conditionals names this many of them, the innermost. */
const MAX_NAMED = 3;

/** An `.if` that is not ended. */
interface OpenConditional {
  readonly place: Place;
  /** Whether a branch has been taken; `else` behind `.else`. */
  state: boolean | 'else';
}

export class Conditionals {
  readonly #javascript: boolean;
  readonly #place: () => Place;
  readonly #open: OpenConditional[] = [];
  /**
   * Number of `.if`s that are open inside the branch that is being skipped; undefined outside of such a
   * branch.
   */
  #skipped: number | undefined;

  /**
   * `javascript`: conditions take JavaScript's operators. `place` returns where the current statement stands.
   */
  constructor(javascript: boolean, place: () => Place) {
    this.#javascript = javascript;
    this.#place = place;
  }

  /** Logs, at the end of the file, that `.if`s lack their `.endif`. */
  finish(logError: LogEndError): void {
    if (this.#open.length === 0) return;
    const notes = this.#open
      .slice(-MAX_NAMED)
      .map(({ place: { file, line } }) => `${file}:${line}: this .if has no .endif`);
    logError('conditional', 'unbalanced conditional', undefined, notes);
  }

  install(directives: DirectiveTable): void {
    directives.add('.if', 1, ([condition = NOTHING]) => this.#if(condition));
    directives.add('.elif', 1, ([condition = NOTHING]) => this.#elif(condition));
    directives.add('.else', 0, () => this.#else());
    directives.add('.endif', 0, () => {
      if (this.#open.pop() === undefined) fail('.endif without .if');
    });
  }

  /** Whether a statement stands in a false branch. The statement that ends the branch does not. */
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
