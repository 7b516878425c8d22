/** Puts a template to a state: at the first time it translates it and adds it to the state's action list. */
import type { State } from '../encoder/index.ts';
import { ListSite } from './listsite.ts';
import { siteOf, type Tag } from './site.ts';

/**
 * @param tag what was called with the template
 * @throws {TranslationError} if the template has errors; {EncodeError} as `put` does
 */
export function putTemplate(
  state: State,
  strings: TemplateStringsArray,
  values: readonly unknown[],
  tag: Tag,
): void {
  const { list } = state;
  const known = list.templates.get(strings);
  if (known !== undefined) {
    known.run(state, values);
    return;
  }
  state.emitter.checkChangeable();
  const site = new ListSite(siteOf(strings, list.arch, tag), list);
  list.templates.set(strings, site);
  site.run(state, values);
}
