/**
 * The translation of files in every language, as the library offers it: the output is returned as text or
 * written to a file, and errors in the input are exceptions.
 */
import { translateSource } from '../preprocessor/index.ts';
import { fromByteString } from './encoding.ts';
import { fileOf, type Input } from './input.ts';
import { translateInput } from './inputtranslator.ts';
import { writeTranslation } from './output.ts';
import type { Outcome, Translation, TranslateOptions } from './translation.ts';
import { checkOutput, checkTranslation } from './translationargument.ts';
import { checkOutcome } from './translationerror.ts';
import { filesRead } from './usedfile.ts';

/**
 * Translates `input`. Errors in it are among the diagnostics.
 *
 * @throws {OutputLanguageError} if the name of `options.output` does not fit the input and no language is
 * given
 * @throws an error of the file system if the input cannot be read
 */
export function translateFile(input: Input, options: TranslateOptions): Outcome {
  return translateInput(translateSource, input, options);
}

/**
 * Translates `input`.
 *
 * @throws {TranslationError} if the input has errors
 * @throws {OutputLanguageError} if the name of `options.output` does not fit the input and no language is
 * given
 * @throws an error of the file system if the input cannot be read
 */
export function translateToText(input: Input, options: TranslateOptions): Translation {
  checkTranslation('translateToString', input, options);
  return asText(checkOutcome(input, translateFile(input, options)));
}

/**
 * Translates `input` and writes the output to the file `output`, with its source map beside it if there is
 * one.
 *
 * @throws {TranslationError} if the input has errors; `output` is left as it was
 * @throws {OutputLanguageError} if the name of `output` does not fit the input and no language is given;
 * nothing was read or written
 * @throws {OutputFileError} if `output` or the source map is the input or an included file; nothing was
 * written
 * @throws an error of the file system if the input cannot be read or the output cannot be written
 */
export function translateToFile(input: Input, output: string, options: TranslateOptions): Translation {
  checkTranslation('translate', input, options);
  checkOutput('translate', output);
  const outcome = checkOutcome(input, translateFile(input, { ...options, output }));
  writeTranslation(output, outcome, filesRead(fileOf(input), outcome.dependencies));
  return asText(outcome);
}

function asText({ code, encoding, ...others }: Outcome & Translation): Translation {
  return { code: encoding === 'latin1' ? fromByteString(code) : code, ...others };
}
