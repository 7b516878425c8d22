/**
 * Translates a `.dast` file for a bundler: takes its path, returns JavaScript and diagnostics.
 */
import { relative, resolve } from 'node:path';
import { requireTranslator } from '../loader/bundle.ts';
import type { Diagnostic } from '../preprocessor/index.ts';
import type { PluginOptions } from './pluginoptions.ts';

interface SourceMap {
  readonly version: number;
  readonly mappings: string;
  readonly names: string[];
  readonly sources: string[];
  readonly sourcesContent?: (string | null)[];
}

export interface TranslatedModule {
  /** Empty, and without a map, if there are errors. */
  readonly code: string;
  readonly map?: SourceMap;
  /** Absolute paths of the included files, also if there are errors, which a change in one may mend. */
  readonly included: readonly string[];
  readonly errors: readonly Diagnostic[];
  readonly warnings: readonly Diagnostic[];
}

/**
 * @param file its absolute path
 * @throws an error of the file system if the file cannot be read
 */
export function translateModule(file: string, options: PluginOptions | undefined): TranslatedModule {
  const { translateFile } = requireTranslator();
  const settings = { ...options, lang: 'js', sourceMap: true } as const;
  // The code has this name; that of a folder of the machine that builds would be of no use in it.
  const name = relative('', file);
  const { code = '', map, dependencies, diagnostics } = translateFile(name, settings);
  return {
    code,
    ...(map !== undefined && { map: absoluteMap(map) }),
    included: dependencies.map(path => resolve(path)),
    errors: diagnostics.filter(({ severity }) => severity === 'error'),
    warnings: diagnostics.filter(({ severity }) => severity !== 'error'),
  };
}

/** Relative sources are in the working directory; bundlers would look for them beside the module. */
function absoluteMap(text: string): SourceMap {
  const map = JSON.parse(text) as SourceMap;
  return { ...map, sources: map.sources.map(source => resolve(source)) };
}
