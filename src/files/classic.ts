/**
 * The translation of C and Lua files: what the command line loads in place of DynASM's. It is a bundle of its
 * own, without all that TypeScript output needs.
 */
import type { Language } from '../preprocessor/index.ts';
import { cLanguage } from '../preprocessor/language/c/c.ts';
import { luaLanguage } from '../preprocessor/language/lua/lua.ts';
import type { OutputLanguage } from '../preprocessor/language/outputlanguage.ts';
import { translateInto } from '../preprocessor/translate.ts';
import type { Input } from './input.ts';
import { translateInput } from './inputtranslator.ts';
import type { Outcome, TranslateOptions } from './translation.ts';

const LANGUAGES: Partial<Record<Language, OutputLanguage>> = { c: cLanguage, lua: luaLanguage };

/**
 * Translates `input` to C, or to Lua if `options.lang` says so. Errors in it are among the diagnostics.
 *
 * @throws an error of the file system if it cannot be read
 */
export function translateFile(input: Input, options: TranslateOptions): Outcome {
  return translateInput(
    (text, { lang, ...settings }) => translateInto(LANGUAGES[lang] ?? cLanguage, text, settings),
    input,
    options,
  );
}
