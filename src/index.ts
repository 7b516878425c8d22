/**
 * dynasm: the encoder, the execution layer, and the translator, which is loaded when one of its functions is
 * first called.
 */
import type { AnyInput, SyncInput } from './files/pieces.ts';
import type { Output, PieceSink } from './files/sink.ts';
import type { Translation, TranslateOptions } from './files/translation.ts';
import { requireTranslator } from './loader/bundle.ts';
import type { Exports } from './loader/evaluation.ts';

export {
  Action,
  type ActionList,
  type ActionListDescription,
  actionList,
  type Address,
  type Arch,
  arm64ActionList,
  Arm64Status,
  arm64StatusName,
  EncodeError,
  type ExternResolver,
  FORMAT,
  type GlobalName,
  hexadecimal,
  InvalidValue,
  type Names,
  PcLabel,
  type SourceLine,
  State,
  type StateOptions,
  Status,
  statusName,
  type UndefinedGlobal,
  type Value,
} from './encoder/index.ts';
export * from './exec/index.ts';
export { arrayOutfile, funcOutfile, stringInfile } from './files/adapter.ts';
export type { Input } from './files/input.ts';
export type { AnyInput, Piece, SyncInput } from './files/pieces.ts';
export type { NodeSink, Output, PieceSink, Sink, WebSink } from './files/sink.ts';
export { OutputFileError, OutputLanguageError, TranslationError } from './files/translationerror.ts';
export type { Translation, TranslateOptions } from './files/translation.ts';
export type { Exports } from './loader/evaluation.ts';
export { type Asm, asm, type TemplateTag, type TemplateValue } from './template/tag.ts';
export type { TemplateCode } from './template/templatecode.ts';
export type { Diagnostic, Language } from './preprocessor/index.ts';

/**
 * Translates `input`. With an output the code is written there as well: to a file, which is written whole or
 * not at all, or to a stream or a function.
 *
 * The output language is `options.lang`. Without it, the input's ending gives the family (`.dast`: TypeScript
 * or JavaScript, `.dasc`: C, `.dasl`: Lua), and the ending of `output` or `options.output` the language
 * within it. If the input's ending is unknown, the output's decides alone; without both it is TypeScript.
 *
 * @param input the path of a file; `{ source, file }`, a text or bytes with their name; or a stream or other
 * iterable of texts and bytes, also as `source`
 * @param output the path of a file; a writable stream of Node's or of the web, which gets the bytes and stays
 * open; or an object whose `write` is called with each line
 * @returns the code; the source map if `options.sourceMap` is `true`; the paths of the files that were read
 * besides the input; warnings and notes
 * @throws {TypeError} for an argument or option of a wrong type, and for an option that there is not
 * @throws {TranslationError} if the input has errors; nothing is written
 * @throws {OutputLanguageError} if the ending of the output belongs to another family than the input's, and
 * no language is given
 * @throws {OutputFileError} if the output or the source map is the input or an included file; nothing is
 * written
 * @throws an error of the file system or of a stream, if the input cannot be read or the output cannot be
 * written
 */
export function translate(input: AnyInput, options?: TranslateOptions): Promise<Translation>;
export function translate(
  input: AnyInput,
  output: Output | undefined,
  options?: TranslateOptions,
): Promise<Translation>;
export async function translate(
  input: AnyInput,
  second?: Output | TranslateOptions,
  third?: TranslateOptions,
): Promise<Translation> {
  return (await import('./files/translatefile.ts')).translateLater('translate', input, second, third);
}

/**
 * The same at once, for inputs and outputs that nobody has to wait for: paths, texts, iterables, and objects
 * whose `write` takes the lines.
 *
 * @throws as `translate` does
 */
export function translateSync(input: SyncInput, options?: TranslateOptions): Translation;
export function translateSync(
  input: SyncInput,
  output: string | PieceSink | undefined,
  options?: TranslateOptions,
): Translation;
export function translateSync(
  input: SyncInput,
  second?: string | PieceSink | TranslateOptions,
  third?: TranslateOptions,
): Translation {
  return requireTranslator().translateNow(input, second, third);
}

/**
 * Translates `input`, and returns the code. The language is found as in `translate`, with `options.output` as
 * the output.
 *
 * @throws as `translate` does
 */
export async function translateToString(input: AnyInput, options: TranslateOptions = {}): Promise<string> {
  const { translateLater } = await import('./files/translatefile.ts');
  return (await translateLater('translateToString', input, undefined, options)).code;
}

/**
 * Translates `input`, and iterates over the lines of the code, line ends included. Errors are thrown by the
 * first step, before there is a line.
 *
 * @throws as `translate` does
 */
export async function* translateToIterator(
  input: AnyInput,
  options: TranslateOptions = {},
): AsyncGenerator<string, void> {
  yield* (await import('./files/translatefile.ts')).translateToLines(input, options);
}

/**
 * Loads a `.dast` file and returns its exports. The module is evaluated anew at each call; the modules that
 * it imports are not.
 *
 * @throws {TypeError} as `translate` does
 * @throws {TranslationError} if the file has errors
 */
export async function loadFile(path: string, options: TranslateOptions = {}): Promise<Exports> {
  return (await import('./loader/evaluation.ts')).loadFile(path, options);
}

/**
 * Loads a `.dast` module from its text. Its imports are resolved as if it were the file `options.file`, which
 * is also its name in messages; by default `string.dast` in the working directory.
 *
 * @throws {TypeError} as `translate` does
 * @throws {TranslationError} if the text has errors
 */
export async function loadString(
  source: string,
  options: TranslateOptions & { file?: string } = {},
): Promise<Exports> {
  return (await import('./loader/evaluation.ts')).loadString(source, options);
}
