/**
 * The directives that need no state of their own: `.define`, the declarations that the output language writes
 * (`.actionlist`, `.globals`, …), and those that do nothing or fail.
 */
import { StatementError, StopError } from '../diagnostic/error.ts';
import type { Declaration, Place } from '../item.ts';
import type { Session } from '../session.ts';
import { NOTHING, type Slice } from '../text/slice.ts';
import { isName } from './define.ts';

export function installDirectives(session: Session): void {
  const { directives, cursor, defines } = session;
  const define = ([name = NOTHING, value]: readonly Slice[]): void => {
    if (!isName(name.text)) {
      const [, word = '', text = ''] = /^([A-Za-z_]\w*)\s+(.+)$/.exec(name.text) ?? [];
      const notes = [
        ...(word === '' ? [] : [`a comma stands behind the name: \`.define ${word}, ${text}'`]),
        'a name is a letter or `_`, then letters, digits and `_`; names of defines are replaced here, too',
      ];
      throw new StatementError('bad or duplicate define', { code: 'define-name', at: name, notes });
    }
    const text = value?.text ?? '1';
    defines.set(name.text, text);
    session.observation?.name('define', name.text, name, true, text);
  };
  directives.add('.define', 1, define);
  directives.add('.define', 2, define);
  const where = (at?: Slice): { place: Place; nested: boolean } => ({
    place: at === undefined ? cursor.place() : cursor.placeOf(at),
    nested: cursor.isNested,
  });
  /** A directive whose only operand is a name that the output declares. */
  const declare = (directive: string, declaration: (name: Slice) => Declaration): void => {
    directives.add(directive, 1, operands => session.declare(declaration(operands[0] ?? NOTHING), operands));
  };
  declare('.actionlist', ({ text }) => ({ kind: 'actions', name: text, ...where() }));
  declare('.globals', ({ text }) => ({ kind: 'globals', prefix: text, ...where() }));
  declare('.globalnames', name => ({ kind: 'globalnames', name: name.text, ...where(name) }));
  declare('.externnames', name => ({ kind: 'externnames', name: name.text, ...where(name) }));
  directives.add('.nop', '*', () => {});
  directives.add('.error', 1, ([message = NOTHING]) => {
    throw new StatementError(message.text, { code: 'user' });
  });
  directives.add('.fatal', 1, ([message = NOTHING]) => {
    throw new StopError(message.text, { code: 'user' });
  });
}
