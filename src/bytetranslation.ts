/**
 * Translation of C and Lua files: their bytes go through as they are. A part of its own, which needs nothing of TypeScript.
 */
import { nameOf, readInput, type Attempt, type Input, type TranslateOptions } from './attempt.ts';
import { fromByteString, readableDiagnostic, toByteString } from './bytes.ts';
import { includeReader } from './include.ts';
import type { ByteLanguage } from './language.ts';
import { hostTarget } from './platform.ts';
import type { ReadInclude } from './preprocessor/index.ts';
import { cLanguage } from './preprocessor/language/c/c.ts';
import { luaLanguage } from './preprocessor/language/lua/lua.ts';
import type { OutputLanguage } from './preprocessor/language/outputlanguage.ts';
import { translateInto, type IntoOptions } from './preprocessor/translate.ts';

const ENCODING = 'latin1';

/**
 * Translates `input`, bytes in no certain encoding. Errors in it are among the diagnostics. Throws an error of the file system where it
 * cannot be read.
 */
export function attemptBytes(
  input: Input,
  lang: ByteLanguage,
  { include = [], target: machine = hostTarget(), ...options }: Omit<TranslateOptions, 'lang' | 'sourceMap'>,
): Attempt {
  const target = lang === 'c' ? cLanguage : luaLanguage;
  const text = readInput(input, ENCODING);
  const readInclude = includeReader(include, false, ENCODING);
  return {
    ...translateBytes(target, text, { ...options, file: nameOf(input), target: machine, readInclude }),
    encoding: ENCODING,
  };
}

/** Translates a byte string: names and texts from outside become such strings, too, and diagnostics text again. */
function translateBytes(
  target: OutputLanguage,
  bytes: string,
  settings: IntoOptions & { readonly readInclude: ReadInclude },
): Omit<Attempt, 'encoding'> {
  const { file, defines = {}, readInclude } = settings;
  const { dependencies, diagnostics, ...result } = translateInto(target, bytes, {
    ...settings,
    file: toByteString(file),
    defines: Object.fromEntries(Object.entries(defines).map(([name, text]) => [name, toByteString(text)])),
    readInclude: (name, from) => {
      const found = readInclude(fromByteString(name), fromByteString(from));
      return found && { ...found, path: toByteString(found.path) };
    },
  });
  return {
    ...result,
    dependencies: dependencies.map(fromByteString),
    diagnostics: diagnostics.map(readableDiagnostic),
  };
}
