/**
 * The translator as one pure, synchronous function. Takes text and options; returns code and diagnostics. It
 * reads no file and asks nothing of the machine that it runs on.
 */
import { checkArgument, isText } from '../encoder/format/argument.ts';
import type { Definitions } from './definitions.ts';
import type { Diagnostic } from './diagnostic/diagnostic.ts';
import { sourceError } from './diagnostic/error.ts';
import { featureNames } from './directive/featurename.ts';
import type { Observer } from './observer.ts';
import { platformDefines } from './directive/platformdefines.ts';
import { findLanguage } from './language/index.ts';
import type { OutputLanguage } from './language/outputlanguage.ts';
import { javascriptLanguage } from './language/typescript/typescript.ts';
import {
  checkJavaScriptOptions,
  checkSourceOptions,
  type JavaScriptOptions,
  type TranslateSourceOptions,
} from './sourceoptions.ts';
import { Translator } from './translator.ts';

/** The options of a translation into a language that is known already. */
type IntoOptions = Omit<TranslateSourceOptions, 'lang'>;

export interface Translation {
  /** The generated module; absent if there were errors, unless `partial` asks for what there is. */
  readonly code?: string;
  /** Source map, version 3, as JSON text, if it was asked for. */
  readonly map?: string;
  /** Paths of the files that were read (`.include`, `.incbin`), in order, each once. */
  readonly dependencies: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
  /** What the source defines, if it was asked for; also if there were errors. */
  readonly definitions?: Definitions;
}

/**
 * Translates a file with assembly lines. Errors in the source are diagnostics, never exceptions.
 * @throws {TypeError} for an argument or option of a wrong type, and for an option that there is not
 */
export function translateSource(text: string, options: TranslateSourceOptions): Translation {
  checkArgument('translateSource', 'text', text, isText);
  checkArgument('translateSource', 'options', options, checkSourceOptions);
  let language: OutputLanguage;
  try {
    language = findLanguage(options.lang);
  } catch (thrown) {
    return failedOptions(thrown, options.file);
  }
  return translateInto(language, text, options);
}

/**
 * Translates a file with assembly lines in JavaScript as `translateSource` does that for TypeScript. If the
 * file has no types, the code has none, either: puts have no functions of their own. A bundle in which no
 * other function translates leaves the other languages out.
 * @throws {TypeError} for an argument or option of a wrong type, and for an option that there is not
 */
export function translateJavaScript(text: string, options: JavaScriptOptions): Translation {
  checkArgument('translateJavaScript', 'text', text, isText);
  checkArgument('translateJavaScript', 'options', options, checkJavaScriptOptions);
  return translateInto(javascriptLanguage, text, options);
}

/** The same for a language that is known already. */
export function translateInto(language: OutputLanguage, text: string, options: IntoOptions): Translation {
  const { file, comments = 'line', lineNumbers = true, sourceMap = false } = options;
  const { specialise = true, embedSource = false, keepLines = false } = options;
  let translator: Translator | undefined;
  try {
    translator = makeTranslator(language, options);
    const unit = translator.translate(file, text);
    const printOptions = { comments, lineNumbers, sourceMap, specialise, embedSource, keepLines };
    const definitions = options.definitions === true && {
      definitions: translator.definitions(language.captures?.(unit, printOptions) ?? new Map()),
    };
    const { failed, fatal, full } = translator.session.log;
    const isPrinted = !failed || (options.partial === true && !fatal && !full);
    if (!isPrinted) return { ...outcome(translator), ...definitions };
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

/** The translator for these options; throws `StatementError` for wrong ones. */
export function makeTranslator(
  language: OutputLanguage,
  options: IntoOptions,
  observer?: Observer,
): Translator {
  const translator = new Translator(language, {
    comments: options.comments !== 'none',
    macroComments: options.macroComments ?? false,
    flushLines: options.flushLines ?? false,
    argumentPlaces: options.sourceMap ?? false,
    maxErrors: options.maxErrors ?? Infinity,
    strict: options.strict ?? false,
    silenced: new Set(options.silenced),
    readInclude: options.readInclude ?? (() => undefined),
    readBinary: options.readBinary,
    observer,
    cpu: options.cpu === undefined ? undefined : featureNames(options.cpu),
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

function outcome({ session }: Translator): Pick<Translation, 'dependencies' | 'diagnostics'> {
  return { dependencies: [...session.dependencies], diagnostics: session.log.diagnostics };
}
