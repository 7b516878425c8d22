/**
 * The translation of files in every language: reads an input and the files that it includes, and returns the
 * generated code with its diagnostics and source map. Which function translates the text is the caller's
 * choice: one for all languages, or one for a few.
 */
import type { Diagnostic } from '../preprocessor/index.ts';
import { withByteStrings, type TranslateText } from './encoding.ts';
import { chooseLanguage, FILE_LANGUAGES } from './filelanguage.ts';
import { syntaxDiagnostics } from './hostsyntax.ts';
import { fileReaders, type FileReaders } from './includepath.ts';
import { isText, nameOf, readInput, type Input } from './input.ts';
import { checkSyntax, HostSyntaxError, ParserMissingError, stripTypes } from './javascript.ts';
import { inlineMap, movedMap } from './output.ts';
import { processPlatform } from './processplatform.ts';
import { withLineEnds } from '../preprocessor/text/lineend.ts';
import type { Outcome, Translation, TranslateOptions } from './translation.ts';
import { TranslationError } from './translationerror.ts';

/**
 * Translates `input` by `translate`. Errors in the input are among the diagnostics.
 *
 * @param readers read the files that the input names, in place of what looks into `options.include` and the
 * folder of the input
 * @throws {OutputLanguageError} if the name of `options.output` does not fit the input and no language is
 * given
 * @throws an error of the file system if the input cannot be read
 */
export function translateInput(
  translate: TranslateText,
  input: Input,
  options: TranslateOptions,
  readers?: FileReaders,
): Outcome {
  const {
    lang: given,
    include = [],
    platform,
    target,
    sourceMap = false,
    output,
    check = true,
    ...others
  } = options;
  const file = nameOf(input);
  const lang = given ?? chooseLanguage(file, output) ?? 'ts';
  // A language that does not exist is an error that `translate` reports.
  const { stripsTypes, isParsed, includesBeside, encoding: own } = FILE_LANGUAGES[lang] ?? FILE_LANGUAGES.ts;
  const encoding = isText(input) ? 'utf8' : own;
  const text = readInput(input, encoding);
  const texts = new Map([[file, text]]);
  const { readInclude, readBinary, missing } = readers ?? fileReaders(include, includesBeside, encoding);
  const settings = {
    ...others,
    file,
    // The language whose types are stripped afterwards.
    lang: stripsTypes ? 'ts' : lang,
    platform: platform ?? target ?? processPlatform(),
    readInclude: (name: string, from: string) => {
      const found = readInclude(name, from);
      if (found) texts.set(found.path, found.text);
      return found;
    },
    readBinary,
    sourceMap: sourceMap !== false,
  };
  const translateText = encoding === 'latin1' ? withByteStrings(translate) : translate;
  const { code, map, diagnostics, ...rest } = translateText(text, settings);
  const failed = (...more: readonly Diagnostic[]): Outcome => ({
    ...rest,
    diagnostics: [...diagnostics, ...more],
    encoding,
    missing: [...missing],
  });
  if (code === undefined) return failed();
  const outcome = (printed: Printed, ...more: readonly Diagnostic[]): Outcome => ({
    ...failed(...more),
    ...withMap(printed, sourceMap === 'inline', output),
  });
  const generated = { code, ...(map !== undefined && { map }) };
  try {
    if (stripsTypes) return outcome(stripTypes(code, file, map, others.keepLines ?? false));
    if (check && isParsed) checkSyntax(code, output ?? file);
    return outcome(generated);
  } catch (error) {
    if (error instanceof ParserMissingError) {
      const unchecked = parserMissing(file, error, stripsTypes);
      return stripsTypes ? failed(unchecked) : outcome(generated, unchecked);
    }
    if (!(error instanceof HostSyntaxError)) throw error;
    const mapOfCode = map ?? translateText(text, { ...settings, sourceMap: true }).map;
    const mistakes = syntaxDiagnostics(error, file, texts, mapOfCode);
    return failed(...mistakes);
  }
}

/** @throws {TranslationError} if `input` has not been translated */
export function checkOutcome(input: Input, { code, ...others }: Outcome): Outcome & Translation {
  if (code === undefined) throw new TranslationError(nameOf(input), others.diagnostics);
  return { code, ...others };
}

/** Says that the output could not be parsed: a note, or an error where the output is made by the parser. */
export function parserMissing(file: string, { message }: ParserMissingError, isNeeded: boolean): Diagnostic {
  const what = isNeeded ? 'JavaScript cannot be made' : 'nobody has looked whether the output parses';
  return {
    severity: isNeeded ? 'error' : 'note',
    code: 'unchecked',
    message: `${what}: ${message}`,
    file,
    notes: isNeeded
      ? [
          'Node strips types itself from version 22.13 on; or make JavaScript on another machine: dynasm translate x.dast -o x.js',
        ]
      : ['--no-check (option `check: false`) turns this note off'],
  };
}

interface Printed {
  readonly code: string;
  readonly map?: string;
}

/** `printed` with its map, if it has one, in the place where it is wanted. */
function withMap({ code, map }: Printed, inline: boolean, output: string | undefined): Printed {
  if (map === undefined) return { code };
  const moved = output === undefined ? map : movedMap(map, output);
  return inline ? { code: withLineEnds(code + inlineMap(moved), code) } : { code, map: moved };
}
