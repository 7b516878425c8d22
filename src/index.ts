/**
 * dynasm: the encoder, the execution layer, and the translator, which loads when one of its functions is first called.
 */
import type { Input, Translation, TranslateOptions } from './attempt.ts';
import type { Exports } from './load.ts';

export * from './encoder/index.ts';
export * from './exec/index.ts';
export type { Input, Translation, TranslateOptions } from './attempt.ts';
export type { Language } from './language.ts';
export type { Exports } from './load.ts';
export type { Diagnostic } from './preprocessor/diagnostic/diagnostic.ts';

/**
 * Translates `input` and writes the output to the file `output`, whole or not at all. The language is `options.lang`, else
 * what the output's ending stands for, else what the input's does.
 *
 * @throws {TranslationError} where the input has errors; `output` is left as it was
 */
export async function translate(
  input: Input,
  output: string,
  options: TranslateOptions = {},
): Promise<Translation> {
  return (await import('./translation.ts')).translateToFile(input, output, options);
}

/**
 * Translates `input`; the output as text.
 *
 * @throws {TranslationError} where the input has errors
 */
export async function translateToString(input: Input, options: TranslateOptions = {}): Promise<string> {
  return (await import('./translation.ts')).translateFile(input, options).code;
}

/**
 * Loads a `.dast` file: its exports. The module is translated and evaluated anew at each call; what it imports is not.
 *
 * @throws {TranslationError} where the file has errors
 */
export async function loadFile(path: string, options: TranslateOptions = {}): Promise<Exports> {
  return (await import('./load.ts')).evaluate(path, options);
}

/**
 * Loads a `.dast` module from its text; `file` is the name it has in messages, beside which its imports resolve.
 *
 * @throws {TranslationError} where the text has errors
 */
export async function loadString(
  source: string,
  options: TranslateOptions & { file?: string } = {},
): Promise<Exports> {
  const { file, ...rest } = options;
  return (await import('./load.ts')).evaluate(file === undefined ? { source } : { source, file }, rest);
}
