/**
 * Translation of files in every language: `translateSource` with a file system around it. Reads the input and its includes,
 * throws `TranslationError` where there are errors, and writes outputs whole or not at all.
 */
import { nameOf, type Attempt, type Input, type Translation, type TranslateOptions } from './attempt.ts';
import { fromByteString } from './bytes.ts';
import { attemptBytes } from './bytetranslation.ts';
import { successful } from './failure.ts';
import { chooseLanguage, isByteLanguage } from './language.ts';
import { writeTranslation } from './output.ts';
import { attemptText } from './texttranslation.ts';

/** Translates `input`. Errors in it are among the diagnostics. Throws an error of the file system where it cannot be read. */
function attemptTranslation(input: Input, { lang: wanted, ...options }: TranslateOptions): Attempt {
  const lang = wanted ?? chooseLanguage(nameOf(input), undefined) ?? 'ts';
  // What is given as text is text, in every language.
  const isText = typeof input !== 'string' && typeof input.source === 'string';
  return isByteLanguage(lang) && !isText
    ? attemptBytes(input, lang, options)
    : attemptText(input, lang, options);
}

/**
 * Translates `input`.
 *
 * @throws {TranslationError} where the input has errors
 * @throws an error of the file system where the input cannot be read
 */
export function translateFile(input: Input, options: TranslateOptions = {}): Translation {
  const { code, encoding, ...others } = successful(input, attemptTranslation(input, options));
  return { code: encoding === 'latin1' ? fromByteString(code) : code, ...others };
}

/**
 * Translates `input` and writes the output to the file `output`, with its source map beside it if there is one.
 *
 * @throws {TranslationError} where the input has errors; `output` is left as it was
 */
export function translateToFile(input: Input, output: string, options: TranslateOptions = {}): Translation {
  const lang = options.lang ?? chooseLanguage(nameOf(input), output) ?? 'ts';
  const result = successful(input, attemptTranslation(input, { ...options, lang, output }));
  writeTranslation(output, result);
  return result;
}
