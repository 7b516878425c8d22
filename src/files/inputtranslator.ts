/**
 * The translation of files in every language: reads an input and the files that it includes, and returns the
 * generated code with its diagnostics and source map. Which function translates the text is the caller's
 * choice: one for all languages, or one for a few.
 */
import type { ReadInclude } from '../preprocessor/index.ts';
import { withByteStrings, type TranslateText } from './encoding.ts';
import { chooseLanguage, FILE_LANGUAGES } from './filelanguage.ts';
import { syntaxDiagnostic } from './hostsyntax.ts';
import { includeReader } from './includepath.ts';
import { isText, nameOf, readInput, type Input } from './input.ts';
import { HostSyntaxError, stripTypes } from './javascript.ts';
import { inlineMap, movedMap } from './output.ts';
import { processPlatform } from './processplatform.ts';
import type { Outcome, TranslateOptions } from './translation.ts';

/**
 * Translates `input` by `translate`. Errors in the input are among the diagnostics.
 *
 * @param readInclude finds included files, in place of `options.include` and the folder of the input
 * @throws {OutputLanguageError} if the name of `options.output` does not fit the input and no language is
 * given
 * @throws an error of the file system if the input cannot be read
 */
export function translateInput(
  translate: TranslateText,
  input: Input,
  options: TranslateOptions,
  readInclude?: ReadInclude,
): Outcome {
  const { lang: given, include = [], platform, target, sourceMap = false, output, ...others } = options;
  const file = nameOf(input);
  const lang = given ?? chooseLanguage(file, output) ?? 'ts';
  // A language that does not exist is an error that `translate` reports.
  const { stripsTypes, includesBeside, encoding: own } = FILE_LANGUAGES[lang] ?? FILE_LANGUAGES.ts;
  const encoding = isText(input) ? 'utf8' : own;
  const text = readInput(input, encoding);
  const settings = {
    ...others,
    file,
    lang,
    platform: platform ?? target ?? processPlatform(),
    readInclude: readInclude ?? includeReader(include, includesBeside, encoding),
    sourceMap: sourceMap !== false,
  };
  const translateText = encoding === 'latin1' ? withByteStrings(translate) : translate;
  const { code, map, ...rest } = translateText(text, settings);
  const failed = { ...rest, encoding };
  if (code === undefined) return failed;
  try {
    const printed = stripsTypes ? stripTypes(code, file, map) : { code, ...(map !== undefined && { map }) };
    return { ...failed, ...withMap(printed, sourceMap === 'inline', output) };
  } catch (error) {
    if (!(error instanceof HostSyntaxError)) throw error;
    const mapOfCode = map ?? translateText(text, { ...settings, sourceMap: true }).map;
    return { ...failed, diagnostics: [...rest.diagnostics, syntaxDiagnostic(error, file, text, mapOfCode)] };
  }
}

interface Printed {
  readonly code: string;
  readonly map?: string;
}

/** `printed` with its map, if it has one, in the place where it is wanted. */
function withMap({ code, map }: Printed, inline: boolean, output: string | undefined): Printed {
  if (map === undefined) return { code };
  const moved = output === undefined ? map : movedMap(map, output);
  return inline ? { code: code + inlineMap(moved) } : { code, map: moved };
}
