/**
 * The translation of files in every language, as the library offers it: the output is returned as text or
 * written, and errors in the input are exceptions.
 *
 * The arguments of `translateLater` and `translateNow` are those of `translate`: the second one is the
 * output, or, without an output, the options.
 */
import { translateSource } from '../preprocessor/index.ts';
import { fileOf, type Input } from './input.ts';
import { checkOutcome, translateInput } from './inputtranslator.ts';
import { writeTranslation } from './output.ts';
import { gather, gatherSync, type AnyInput, type SyncInput } from './pieces.ts';
import { asText, isSink, linesOf, writeToSink, type Output, type PieceSink } from './sink.ts';
import type { Outcome, Translation, TranslateOptions } from './translation.ts';
import {
  checkInput,
  checkOptions,
  checkOutput,
  checkSyncInput,
  checkSyncOutput,
} from './translationargument.ts';
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
 * See `translate` of the library. `where` is the function's name in messages.
 *
 * @throws {TypeError} for wrong arguments, and for a piece of the input that is neither text nor bytes
 * @throws {TranslationError} if the input has errors; the output is left as it was
 * @throws {OutputLanguageError} if the name of the output does not fit the input and no language is given;
 * nothing was read or written
 * @throws {OutputFileError} if the output or the source map is the input or an included file; nothing was
 * written
 * @throws an error of the file system or of a stream, if the input cannot be read or the output cannot be
 * written
 */
export async function translateLater(
  where: string,
  input: AnyInput,
  second?: Output | TranslateOptions,
  third?: TranslateOptions,
): Promise<Translation> {
  checkInput(where, input);
  const { output, options } = splitArguments(second, third);
  checkOptions(where, options);
  if (output !== undefined) checkOutput(where, output);
  const whole = await gather(where, input);
  if (typeof output === 'string') return translateToFile(whole, output, options);
  const outcome = checkOutcome(whole, translateFile(whole, options));
  if (output !== undefined) await writeToSink(output, outcome);
  return asText(outcome);
}

/** The same at once. */
export function translateNow(
  input: SyncInput,
  second?: string | PieceSink | TranslateOptions,
  third?: TranslateOptions,
): Translation {
  const where = 'translateSync';
  checkSyncInput(where, input);
  const { output, options } = splitArguments(second, third);
  checkOptions(where, options);
  if (output !== undefined) checkSyncOutput(where, output);
  const whole = gatherSync(where, input);
  if (typeof output === 'string') return translateToFile(whole, output, options);
  const translation = asText(checkOutcome(whole, translateFile(whole, options)));
  if (output !== undefined) for (const line of linesOf(translation)) output.write(line);
  return translation;
}

/** See `translateToIterator` of the library. */
export async function* translateToLines(
  input: AnyInput,
  options: TranslateOptions,
): AsyncGenerator<string, void> {
  yield* linesOf(await translateLater('translateToIterator', input, undefined, options));
}

function splitArguments<O extends Output>(
  second: O | TranslateOptions | undefined,
  third: TranslateOptions | undefined,
): { output: O | undefined; options: TranslateOptions } {
  const isOutput = typeof second === 'string' || isSink(second) || third !== undefined;
  // What is neither an output nor undefined fails in the checks that follow.
  return isOutput
    ? { output: second as O | undefined, options: third === undefined ? {} : third }
    : { output: undefined, options: second === undefined ? {} : second };
}

function translateToFile(input: Input, output: string, options: TranslateOptions): Translation {
  const outcome = checkOutcome(input, translateFile(input, { ...options, output }));
  writeTranslation(output, outcome, filesRead(fileOf(input), outcome.dependencies));
  return asText(outcome);
}
