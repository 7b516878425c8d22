/**
 * The directives that need no state of their own: `.arch`, `.include`, `.define`, the items that the target writes
 * (`.actionlist`, `.globals`, …), and those that do nothing or fail.
 */
import { isName } from './define.ts';
import { FatalError, StatementError } from '../diagnostic/diagnostic.ts';
import type { Declaration } from '../item.ts';
import { NOTHING, type Slice } from '../text/slice.ts';
import type { Translator } from '../translator.ts';

/** What may stand before `.arch` (beside conditionals), and stays. */
export function installFirstDirectives(run: Translator): void {
  run.statements.add('.arch', 1, ([name = NOTHING]) => run.setArch(name.text, name));
  run.statements.add('.include', 1, ([name = NOTHING]) => run.include(name));
}

export function installDirectives(run: Translator): void {
  const { statements } = run;
  const define = ([name = NOTHING, value]: readonly Slice[]): void => {
    if (!isName(name.text)) {
      const notes = [
        'a name is a letter or `_`, then letters, digits and `_`; names of defines are replaced here, too',
      ];
      throw new StatementError('bad or duplicate define', { code: 'define-name', at: name, notes });
    }
    run.defines.set(name.text, value?.text ?? '1');
  };
  statements.add('.define', 1, define);
  statements.add('.define', 2, define);
  /** A directive whose only operand is a name that the output declares. */
  const declare = (directive: string, declaration: (name: string) => Declaration): void => {
    statements.add(directive, 1, operands => run.declare(declaration(operands[0]?.text ?? ''), operands));
  };
  declare('.actionlist', name => ({ kind: 'actions', name, place: run.place(), nested: run.nested }));
  declare('.globals', prefix => ({ kind: 'globals', prefix, place: run.place() }));
  declare('.globalnames', name => ({ kind: 'globalnames', name }));
  declare('.externnames', name => ({ kind: 'externnames', name }));
  statements.add('.nop', '*', () => {});
  statements.add('.error', 1, ([message = NOTHING]) => {
    throw new StatementError(message.text, { code: 'user' });
  });
  statements.add('.fatal', 1, ([message = NOTHING]) => {
    throw new FatalError(message.text, { code: 'user' });
  });
}
