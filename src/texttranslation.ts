/**
 * Translation of files that are text: TypeScript and, types stripped, JavaScript; the other languages where they are given as text.
 */
import { nameOf, readInput, type Attempt, type Input, type TranslateOptions } from './attempt.ts';
import { includeReader } from './include.ts';
import { stripTypes, SyntaxFailure } from './javascript.ts';
import { isByteLanguage, type Language } from './language.ts';
import { inlineMap, movedMap } from './output.ts';
import { hostTarget } from './platform.ts';
import { translateSource, type ReadInclude } from './preprocessor/index.ts';
import { syntaxDiagnostic } from './syntax.ts';

const encoding = 'utf8';

/**
 * Translates `input`. Errors in it are among the diagnostics. Throws an error of the file system where it cannot be read.
 * `readInclude` finds included files, instead of looking in `include` and beside the input.
 */
export function attemptText(
  input: Input,
  lang: Language,
  {
    include = [],
    target = hostTarget(),
    sourceMap = false,
    output,
    ...options
  }: Omit<TranslateOptions, 'lang'>,
  readInclude: ReadInclude = includeReader(include, !isByteLanguage(lang), encoding),
): Attempt {
  const file = nameOf(input);
  const text = readInput(input, encoding);
  const settings = { ...options, file, lang, target, readInclude, sourceMap: sourceMap !== false };
  const { code, map, ...others } = translateSource(text, settings);
  if (code === undefined) return { ...others, encoding };
  let printed: { readonly code: string; readonly map?: string | undefined } = { code, map };
  if (lang === 'js') {
    try {
      printed = stripTypes(code, file, map);
    } catch (error) {
      if (!(error instanceof SyntaxFailure)) throw error;
      const ofCode = translateSource(text, { ...settings, sourceMap: true }).map;
      const diagnostics = [...others.diagnostics, syntaxDiagnostic(error, file, text, ofCode)];
      return { ...others, diagnostics, encoding };
    }
  }
  if (printed.map === undefined) return { code: printed.code, ...others, encoding };
  const found = output === undefined ? printed.map : movedMap(printed.map, output);
  if (sourceMap === 'inline') return { code: printed.code + inlineMap(found), ...others, encoding };
  return { code: printed.code, map: found, ...others, encoding };
}
