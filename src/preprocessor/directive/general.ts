/**
 * The directives that need no state of their own: `.define`, the declarations that the output language writes
 * (`.actionlist`, `.globals`, …), and those that do nothing or fail.
 */
import { FatalError, StatementError } from '../diagnostic/error.ts';
import type { Declaration } from '../item.ts';
import type { Session } from '../session.ts';
import { NOTHING, type Slice } from '../text/slice.ts';
import { isName } from './define.ts';

export function installDirectives(session: Session): void {
  const { directives, cursor, defines } = session;
  const define = ([name = NOTHING, value]: readonly Slice[]): void => {
    if (!isName(name.text)) {
      const notes = [
        'a name is a letter or `_`, then letters, digits and `_`; names of defines are replaced here, too',
      ];
      throw new StatementError('bad or duplicate define', { code: 'define-name', at: name, notes });
    }
    defines.set(name.text, value?.text ?? '1');
  };
  directives.add('.define', 1, define);
  directives.add('.define', 2, define);
  /** A directive whose only operand is a name that the output declares. */
  const declare = (directive: string, declaration: (name: string) => Declaration): void => {
    directives.add(directive, 1, operands => session.declare(declaration(operands[0]?.text ?? ''), operands));
  };
  declare('.actionlist', name => ({
    kind: 'actions',
    name,
    place: cursor.place(),
    nested: cursor.isNested,
  }));
  declare('.globals', prefix => ({ kind: 'globals', prefix, place: cursor.place() }));
  declare('.globalnames', name => ({ kind: 'globalnames', name }));
  declare('.externnames', name => ({ kind: 'externnames', name }));
  directives.add('.nop', '*', () => {});
  directives.add('.error', 1, ([message = NOTHING]) => {
    throw new StatementError(message.text, { code: 'user' });
  });
  directives.add('.fatal', 1, ([message = NOTHING]) => {
    throw new FatalError(message.text, { code: 'user' });
  });
}
