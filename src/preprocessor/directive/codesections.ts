/**
 * Code sections. `.section NAMES…` declares them, once; then each name is a directive, `.NAME`, that switches
 * to its section.
 */
import { StatementError } from '../diagnostic/error.ts';
import type { Slice } from '../text/slice.ts';
import type { Assembler } from '../actionlist/assembler.ts';
import type { Session } from '../session.ts';

const SECTION_NAME = /^[A-Za-z][A-Za-z0-9_]*$/;

export class CodeSections {
  readonly #session: Session;
  readonly #assembler: Assembler;
  readonly #names: string[] = [];

  constructor(session: Session, assembler: Assembler) {
    this.#session = session;
    this.#assembler = assembler;
  }

  get names(): readonly string[] {
    return this.#names;
  }

  install(): void {
    this.#session.directives.add('.section', '*', names => this.#declare(names));
  }

  #declare(operands: readonly Slice[]): void {
    const session = this.#session;
    const assembler = this.#assembler;
    if (this.#names.length > 0) {
      const notes = [`one \`.section' names them all; so far: ${this.#names.join(', ')}`];
      throw new StatementError('duplicate section definition', { code: 'duplicate-section', notes });
    }
    assembler.writer.flush();
    for (const operand of operands) {
      const name = operand.text;
      const directive = `.${name}`;
      if (!SECTION_NAME.test(name) || session.isKnown(directive, 0)) {
        throw new StatementError(`bad section name \`${name}'`, { code: 'section-name', at: operand });
      }
      session.observation?.name('section', name, operand, true);
      const number = this.#names.push(name) - 1;
      session.directives.add(directive, 0, () => assembler.section(number));
    }
    const { cursor } = session;
    const where = { place: cursor.place(), nested: cursor.isNested };
    session.declare({ kind: 'sections', names: operands.map(({ text }) => text), ...where }, operands);
  }
}
