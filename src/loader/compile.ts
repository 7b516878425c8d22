/**
 * From the source of one module to JavaScript for Node to run, with an inline source map. This is the heavy part of the loader:
 * it is only loaded where the cache has no answer.
 */
import { successful, TranslationError } from '../failure.ts';
import { includeReader } from '../include.ts';
import { compileTypes, SyntaxFailure } from '../javascript.ts';
import { inlineMap } from '../output.ts';
import { syntaxDiagnostic } from '../syntax.ts';
import { attemptText } from '../texttranslation.ts';
import type { Compiled, Inclusion } from './cache.ts';
import type { Source } from './source.ts';

/** Translates and compiles. Throws `TranslationError`. */
export function compile({ kind, file, text, format, options }: Source): Compiled {
  const inclusions: Inclusion[] = [];
  const find = includeReader(options.include ?? [], true, 'utf8');
  const translate = () => {
    const input = { source: text, file };
    const attempt = attemptText(input, 'ts', { ...options, sourceMap: true }, (name, from) => {
      const found = find(name, from);
      if (found) inclusions.push({ name, from, ...found });
      return found;
    });
    return successful(input, attempt);
  };
  const { code, map } = kind === 'typescript' ? { code: text, map: undefined } : translate();
  try {
    const mapped = map === undefined ? code : code + inlineMap(map);
    return { code: compileTypes(mapped, file, format === 'module' ? 'esm' : 'cjs'), inclusions };
  } catch (error) {
    if (!(error instanceof SyntaxFailure)) throw error;
    throw new TranslationError(file, [syntaxDiagnostic(error, file, text, map)]);
  }
}
