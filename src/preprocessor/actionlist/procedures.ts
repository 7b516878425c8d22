/**
 * Procedures, `.proc` … `.endproc`. Takes their beginnings and ends as the source has them, checks that they
 * match, and returns the global label that an end belongs to.
 */
import { StatementError } from '../diagnostic/error.ts';
import type { LogEndError } from '../diagnostic/log.ts';
import type { Place } from '../item.ts';
import type { Session } from '../session.ts';
import type { Slice } from '../text/slice.ts';

interface Procedure {
  readonly name: string;
  /** Of its global label. */
  readonly number: number;
  readonly place: Place;
  /** The section that is active where it begins, as far as the source tells. */
  readonly section: number;
  readonly capture: string | undefined;
}

export class Procedures {
  readonly #session: Session;
  #open: Procedure | undefined;
  /** The section that the source has switched to last. */
  section = 0;

  constructor(session: Session) {
    this.#session = session;
  }

  /** `.proc name`. `number`: of its global label. */
  begin(name: Slice, number: number): void {
    const open = this.#open;
    if (open !== undefined) {
      const text = `\`.proc ${name.text}' inside of \`.proc ${open.name}' (line ${open.place.line})`;
      throw new StatementError(text, { code: 'proc', notes: ['a procedure ends with .endproc'] });
    }
    const { cursor, capture } = this.#session;
    this.#open = { name: name.text, number, place: cursor.place(), section: this.section, capture };
  }

  /** `.endproc` or `.endproc name`. Returns the number of the global label. */
  end(name: Slice | undefined): number {
    const open = this.#open;
    if (open === undefined) throw new StatementError('.endproc without .proc', { code: 'proc' });
    const { number, place } = open;
    this.#open = undefined;
    const begins = `.proc ${open.name}' (line ${place.line})`;
    if (name !== undefined && name.text !== open.name) {
      throw new StatementError(`\`.endproc ${name.text}' ends \`${begins}`, { code: 'proc', at: name });
    }
    if (open.section !== this.section) {
      throw new StatementError(`\`${begins} ends in another section`, { code: 'proc' });
    }
    if (open.capture !== this.#session.capture) {
      throw new StatementError(`a capture begins or ends inside of \`${begins}`, { code: 'proc' });
    }
    return number;
  }

  /** Logs, at the end of the file, that a procedure lacks its end. */
  finish(logError: LogEndError): void {
    const open = this.#open;
    if (open !== undefined) logError('proc', `unfinished .proc \`${open.name}'`, open.place);
  }
}
