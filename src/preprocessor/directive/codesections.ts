/** Code sections: `.section NAMES…` declares them, once; each name becomes a directive that switches to its section. */
import { StatementError } from '../diagnostic/diagnostic.ts';
import type { Slice } from '../text/slice.ts';
import type { Translator } from '../translator.ts';

const SECTION_NAME = /^[A-Za-z][A-Za-z0-9_]*$/;

export class Sections {
  readonly #run: Translator;
  readonly #names: string[] = [];

  constructor(run: Translator) {
    this.#run = run;
  }

  get names(): readonly string[] {
    return this.#names;
  }

  install(): void {
    this.#run.statements.add('.section', '*', names => this.#declare(names));
  }

  #declare(operands: readonly Slice[]): void {
    const run = this.#run;
    if (this.#names.length > 0) {
      const notes = [`one \`.section' names them all; so far: ${this.#names.join(', ')}`];
      throw new StatementError('duplicate section definition', { code: 'duplicate-section', notes });
    }
    run.assembler.writer.flush();
    for (const operand of operands) {
      const name = operand.text;
      const directive = `.${name}`;
      if (!SECTION_NAME.test(name) || run.isKnown(directive, 0)) {
        throw new StatementError(`bad section name \`${name}'`, { code: 'section-name', at: operand });
      }
      const number = this.#names.push(name) - 1;
      run.statements.add(directive, 0, () => run.assembler.section(number));
    }
    run.declare({ kind: 'sections', names: operands.map(({ text }) => text) }, operands);
  }
}
