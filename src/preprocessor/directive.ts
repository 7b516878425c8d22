/**
 * The directives that need no state of their own: `.arch`, `.include`, `.define`, the items that the target writes
 * (`.actionlist`, `.globals`, …), and those that do nothing or fail.
 */
import { isName } from './define.ts';
import { FatalError, StatementError } from './diagnostic.ts';
import type { Translator } from './translator.ts';

/** What may stand before `.arch` (beside conditionals), and stays. */
export function installFirstDirectives(run: Translator): void {
  run.statements.add('.arch', 1, ([name = '']) => run.setArch(name));
  run.statements.add('.include', 1, ([name = '']) => run.include(name));
}

export function installDirectives(run: Translator): void {
  const { statements } = run;
  const define = ([name = '', text = '1']: readonly string[]): void => {
    if (!isName(name)) {
      const notes = [
        'a name is a letter or `_`, then letters, digits and `_`; names of defines are replaced here, too',
      ];
      throw new StatementError('bad or duplicate define', { code: 'define-name', at: name, notes });
    }
    run.defines.set(name, text);
  };
  statements.add('.define', 1, define);
  statements.add('.define', 2, define);
  statements.add('.actionlist', 1, ([name = '']) => {
    run.declare({ kind: 'actions', name, place: run.place(), nested: run.nested });
  });
  statements.add('.globals', 1, ([prefix = '']) => {
    run.declare({ kind: 'globals', prefix, place: run.place() });
  });
  statements.add('.globalnames', 1, ([name = '']) => run.declare({ kind: 'globalnames', name }));
  statements.add('.externnames', 1, ([name = '']) => run.declare({ kind: 'externnames', name }));
  statements.add('.nop', '*', () => {});
  statements.add('.error', 1, ([message = '']) => {
    throw new StatementError(message, { code: 'user' });
  });
  statements.add('.fatal', 1, ([message = '']) => {
    throw new FatalError(message, { code: 'user' });
  });
}
