/** The examples, when the site is built. */
import { type Example, examples } from './examples.ts';

declare const data: readonly Example[];
export { data };

export default {
  load: (): readonly Example[] => examples(),
};
