/**
 * The translator as one pure, synchronous function. Takes text and options; returns code and diagnostics. It
 * reads no file and asks nothing of the machine that it runs on.
 */
import type { Definitions } from './definitions.ts';
import type { Diagnostic } from './diagnostic/diagnostic.ts';
import { sourceError } from './diagnostic/error.ts';
import { platformDefines } from './directive/platformdefines.ts';
import type { ReadInclude } from './directive/include.ts';
import type { Language } from './language/index.ts';
import { findLanguage } from './language/index.ts';
import type { PrintOptions, OutputLanguage } from './language/outputlanguage.ts';
import { Translator } from './translator.ts';
import type { WarningCode } from './diagnostic/diagnosticcode.ts';

export interface TranslateSourceOptions {
  /** Name of the file, as diagnostics and `#line` show it. */
  readonly file: string;
  /** Output language. The source's host language is the same. */
  readonly lang: Language;
  /**
   * The platform that the code is for, `arch-system` (`x64-linux`): in languages that have them it gives the
   * defines `ARCH`, `OS`, `X64`, `LINUX`, … Without it there are none.
   */
  readonly platform?: string | undefined;
  /** Synonym of `platform`. */
  readonly target?: string | undefined;
  /** Names and the texts that they stand for, as with the option `-D NAME=TEXT`. */
  readonly defines?: Readonly<Record<string, string>> | undefined;
  /** Names that are not defined even if `defines` has them, as with the option `-U NAME`. */
  readonly undefines?: readonly string[] | undefined;
  /** Finds included files. Without it no file is found. */
  readonly readInclude?: ReadInclude | undefined;
  /** How assembly lines are echoed. Default `line`. */
  readonly comments?: PrintOptions['comments'] | undefined;
  /** Also echo what macros expand to. */
  readonly macroComments?: boolean | undefined;
  /** `#line` directives, where the language has them. Default true. */
  readonly lineNumbers?: boolean | undefined;
  /** End the put at every line. */
  readonly flushLines?: boolean | undefined;
  /** Also make a source map. */
  readonly sourceMap?: boolean | undefined;
  /**
   * Write a function for each chunk, which is faster than the generic put, where the language does that.
   * Default true.
   */
  readonly specialise?: boolean | undefined;
  /** Translation stops after so many errors, from 1 on. Default: never. */
  readonly maxErrors?: number | undefined;
  /** Warnings are errors. */
  readonly strict?: boolean | undefined;
  /** Codes of warnings that are left out. In a language that makes errors of them they stay errors. */
  readonly silenced?: readonly WarningCode[] | undefined;
  /** Also return what the source defines. */
  readonly definitions?: boolean | undefined;
}

/** The options of a translation into a language that is known already. */
type IntoOptions = Omit<TranslateSourceOptions, 'lang'>;

export interface Translation {
  /** The generated module; absent if there were errors. */
  readonly code?: string;
  /** Source map, version 3, as JSON text, if it was asked for. */
  readonly map?: string;
  /** Paths of the files that were included, in order, each once. */
  readonly dependencies: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
  /** What the source defines, if it was asked for; also if there were errors. */
  readonly definitions?: Definitions;
}

/** Translates a file with assembly lines. Errors in the source are diagnostics, never exceptions. */
export function translateSource(text: string, options: TranslateSourceOptions): Translation {
  let language: OutputLanguage;
  try {
    language = findLanguage(options.lang);
  } catch (thrown) {
    return failedOptions(thrown, options.file);
  }
  return translateInto(language, text, options);
}

/** The same for a language that is known already. */
export function translateInto(language: OutputLanguage, text: string, options: IntoOptions): Translation {
  const { file, comments = 'line', lineNumbers = true, sourceMap = false, specialise = true } = options;
  let translator: Translator | undefined;
  try {
    translator = makeTranslator(language, options);
    const unit = translator.translate(file, text);
    const printOptions = { comments, lineNumbers, sourceMap, specialise };
    const definitions = options.definitions === true && {
      definitions: translator.definitions(language.captures?.(unit, printOptions) ?? new Map()),
    };
    if (translator.session.log.failed) return { ...outcome(translator), ...definitions };
    return { ...language.print(unit, printOptions), ...outcome(translator), ...definitions };
  } catch (thrown) {
    if (!translator) return failedOptions(thrown, file);
    translator.session.logError(thrown);
  }
  return outcome(translator);
}

/** The translation that ended with an error in the options, before anything was read. */
function failedOptions(thrown: unknown, file: string): Translation {
  const { code, message, notes } = sourceError(thrown);
  return { dependencies: [], diagnostics: [{ severity: 'error', code, message, file, notes }] };
}

function makeTranslator(language: OutputLanguage, options: IntoOptions): Translator {
  const translator = new Translator(language, {
    comments: options.comments !== 'none',
    macroComments: options.macroComments ?? false,
    flushLines: options.flushLines ?? false,
    maxErrors: options.maxErrors ?? Infinity,
    strict: options.strict ?? false,
    silenced: new Set(options.silenced),
    readInclude: options.readInclude ?? (() => undefined),
  });
  const { defines } = translator.session;
  const { platform = options.target } = options;
  for (const [name, value] of Object.entries(options.defines ?? {})) defines.set(name, value);
  for (const name of options.undefines ?? []) defines.delete(name);
  if (language.capabilities.platformDefines && platform !== undefined) {
    for (const [name, value] of platformDefines(platform)) defines.set(name, value);
  }
  return translator;
}

function outcome(translator: Translator): Pick<Translation, 'dependencies' | 'diagnostics'> {
  return { dependencies: translator.dependencies, diagnostics: translator.session.log.diagnostics };
}
