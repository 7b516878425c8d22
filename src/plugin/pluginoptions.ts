/** The options of the plugin and of the transformer for Jest: what translation takes of a whole project. */
import type { TranslateOptions } from '../files/translation.ts';

/**
 * Options of translation for all `.dast` files of a project. Relative folders of `include` count from the
 * working directory. `platform` is by default that of the process that builds.
 */
export type PluginOptions = Omit<
  TranslateOptions,
  'lang' | 'output' | 'sourceMap' | 'check' | 'lineNumbers' | 'definitions'
>;
