/**
 * From the source of one module to JavaScript for Node to run, with an inline source map. This is the heavy part of the loader:
 * it is only loaded where the cache has no answer.
 */
import { includeReader } from '../include.ts';
import { compileTypes, SyntaxFailure } from '../javascript.ts';
import { syntaxDiagnostic } from '../syntax.ts';
import { inlineMap, translateFile, TranslationError } from '../translation.ts';
import type { Compiled, Inclusion } from './cache.ts';
import type { Source } from './source.ts';

/** Translates and compiles. Throws `TranslationError`. */
export function compile({ kind, file, text, format, options }: Source): Compiled {
  const inclusions: Inclusion[] = [];
  const find = includeReader(options.include ?? [], true, 'utf8');
  const { code, map } =
    kind === 'typescript'
      ? { code: text }
      : translateFile({ source: text, file }, { ...options, lang: 'ts', sourceMap: true }, (name, from) => {
          const found = find(name, from);
          if (found) inclusions.push({ name, from, ...found });
          return found;
        });
  try {
    const mapped = map === undefined ? code : code + inlineMap(map);
    return { code: compileTypes(mapped, file, format === 'module' ? 'esm' : 'cjs'), inclusions };
  } catch (error) {
    if (!(error instanceof SyntaxFailure)) throw error;
    throw new TranslationError(file, [syntaxDiagnostic(error, file, text, map)]);
  }
}
