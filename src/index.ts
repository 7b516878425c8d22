/**
 * dynasm: the encoder, the execution layer, and the translator, which is loaded when one of its functions is
 * first called.
 */
import type { Input } from './files/input.ts';
import type { Translation, TranslateOptions } from './files/translation.ts';
import type { Exports } from './loader/evaluation.ts';

export {
  Action,
  ActionList,
  type ActionListDescription,
  actionList,
  type Address,
  type Arch,
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
export type { Input } from './files/input.ts';
export type { Translation, TranslateOptions } from './files/translation.ts';
export type { Exports } from './loader/evaluation.ts';
export { type Asm, asm, type TemplateTag, type TemplateValue } from './template/tag.ts';
export type { TemplateCode } from './template/templatecode.ts';
export type { Diagnostic, Language } from './preprocessor/index.ts';

/**
 * Translates `input` and writes the output to the file `output`, whole or not at all.
 *
 * The output language is `options.lang`. Without it, the input's ending gives the family (`.dast`: TypeScript
 * or JavaScript, `.dasc`: C, `.dasl`: Lua), and the output's ending the language within it. If the input's
 * ending is unknown, the output's decides alone.
 *
 * @throws {TypeError} for an argument or option of a wrong type, and for an option that there is not
 * @throws {TranslationError} if the input has errors; `output` is left as it was
 * @throws {OutputLanguageError} if the ending of `output` belongs to another family than the input's, and no
 * language is given
 * @throws {OutputFileError} if `output` or the source map is the input or an included file; nothing is
 * written
 */
export async function translate(
  input: Input,
  output: string,
  options: TranslateOptions = {},
): Promise<Translation> {
  return (await import('./files/translatefile.ts')).translateToFile(input, output, options);
}

/**
 * Translates `input`, and returns the output as text. The language is found as in `translate`, with
 * `options.output` as the output.
 *
 * @throws {TypeError} as `translate` does
 * @throws {TranslationError} if the input has errors
 */
export async function translateToString(input: Input, options: TranslateOptions = {}): Promise<string> {
  return (await import('./files/translatefile.ts')).translateToText(input, options).code;
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
 * is also its name in messages.
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
