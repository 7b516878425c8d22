/**
 * A state and the list that it puts: templates add sections and labels to the list, for which the state makes
 * room.
 */
import type { State } from '../encoder/index.ts';
import { FIRST_GLOBAL } from '../encoder/format/action.ts';
import { failCall } from '../encoder/format/status.ts';

/**
 * Makes room for the sections and labels that the list has by now.
 * @throws {EncodeError} BAD_CALL if the state has some that the list does not name
 */
export function fitList({ emitter, list }: State): void {
  emitter.checkChangeable();
  const { sections, labels } = emitter;
  const sectionCount = Math.max(1, list.sections.length);
  const namedSize = FIRST_GLOBAL + list.globals.length;
  if (sections.length > sectionCount || labels.namedSize > namedSize) {
    failCall(
      'a template is put by names, but the state has sections or global labels that the list does not name',
    );
  }
  while (sections.length < sectionCount) sections.push(list.takeSection());
  if (labels.namedSize < namedSize) labels.growNamed(list.globals.length);
  labels.growMacro(list.macroLabels);
}
