/**
 * Conditional assembly: `.if`, `.elif`, `.else`, `.endif`. The statements of a false branch are skipped
 * without being parsed; only nested conditionals are counted.
 */
import { evaluateCondition } from './condition.ts';
import type { DirectiveTable } from './directivetable.ts';
import { FatalError } from '../diagnostic/error.ts';
import type { Place } from '../item.ts';
import type { LogEndError } from '../diagnostic/log.ts';
import type { Session } from '../session.ts';
import { cut, NOTHING, type Slice } from '../text/slice.ts';

const FIRST_WORD = /^[ \t\n\v\f\r]*([^ \t\n\v\f\r]+)/;

/** A string, or a name. */
const NAME = /"[^"]*"|'[^']*'|\b([A-Za-z_]\w*)\b/g;
const KEYWORDS: ReadonlySet<string> = new Set(['and', 'or', 'not', 'true', 'false', 'nil']);

/** The error about open conditionals names this many of them, the innermost. */
const MAX_NAMED = 3;

/** An `.if` that is not ended. */
interface OpenConditional {
  readonly place: Place;
  /** Whether a branch has been taken; `else` behind `.else`. */
  state: boolean | 'else';
}

export class Conditionals {
  readonly #session: Session;
  readonly #open: OpenConditional[] = [];
  /**
   * Number of `.if`s that are open inside the branch that is being skipped; undefined outside of such a
   * branch.
   */
  #skipped: number | undefined;

  constructor(session: Session) {
    this.#session = session;
  }

  /** Logs, at the end of the file, that `.if`s lack their `.endif`. */
  finish(logError: LogEndError): void {
    if (this.#open.length === 0) return;
    const notes = this.#open
      .slice(-MAX_NAMED)
      .map(({ place: { file, line } }) => `${file}:${line}: this .if has no .endif`);
    const { goesOnBehindErrors } = this.#session.capabilities;
    const last = goesOnBehindErrors ? this.#open.at(-1)?.place : undefined;
    logError('conditional', 'unbalanced conditional', last, notes);
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
    const { cursor, capabilities } = this.#session;
    const open: OpenConditional = { place: cursor.place(), state: true };
    if (capabilities.goesOnBehindErrors) {
      // Of a bad condition no branch is taken.
      this.#open.push(open);
      this.#skipped = 0;
    }
    open.state = this.#evaluate(condition);
    if (!capabilities.goesOnBehindErrors) this.#open.push(open);
    this.#skipped = open.state ? undefined : 0;
  }

  #elif(condition: Slice): void {
    const open = this.#open.at(-1);
    if (open === undefined) fail('.elif without .if');
    if (open.state === 'else') fail('.elif after .else');
    const wasTaken = open.state;
    if (wasTaken || this.#session.capabilities.goesOnBehindErrors) {
      open.state = true;
      this.#skipped = 0;
    }
    if (wasTaken) return;
    open.state = this.#evaluate(condition);
    this.#skipped = open.state ? undefined : 0;
  }

  #evaluate(condition: Slice): boolean {
    this.#warnVariables(condition);
    return evaluateCondition(condition, this.#session.dialect.javascriptOperators);
  }

  /** Warns about names that are not defined, and that the file has as variables: they count as `nil`. */
  #warnVariables(condition: Slice): void {
    const session = this.#session;
    if (!session.capabilities.goesOnBehindErrors) return;
    for (const { 0: text, 1: name = '', index } of condition.text.matchAll(NAME)) {
      if (name === '' || KEYWORDS.has(name) || !session.isHostName(name)) continue;
      const message = `\`${name}' counts as false here: .if knows .define, -D and the platform, not variables of the program`;
      session.warn('condition-variable', message, cut(condition, index, index + text.length));
    }
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
