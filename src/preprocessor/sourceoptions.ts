/**
 * The options of `translateSource`, and the check of them for callers without a type checker. The check is
 * made once for a source.
 */
import {
  isArrayOf,
  isBoolean,
  isCount,
  isFunction,
  isOneOf,
  isRecordOf,
  isText,
} from '../encoder/format/argument.ts';
import { type OptionChecks, isOptions } from '../encoder/format/option.ts';
import type { WarningCode } from './diagnostic/diagnosticcode.ts';
import { isCpu } from './directive/featurename.ts';
import type { ReadBinary, ReadInclude } from './directive/include.ts';
import type { Language } from './language/index.ts';
import type { PrintOptions } from './language/outputlanguage.ts';

export interface TranslateSourceOptions {
  /** Name of the file, as diagnostics and `#line` show it. */
  readonly file: string;
  /** Output language. The source's host language is the same. `js` is an error: no types are stripped. */
  readonly lang: Language;
  /**
   * The platform that the code is for, `arch-system` (`x64-linux`): in languages that have them it gives the
   * defines `ARCH`, `OS`, `X64`, `LINUX`, … Without it there are none.
   */
  readonly platform?: string | undefined;
  /** Synonym of `platform`. */
  readonly target?: string | undefined;
  /**
   * The processor features that instructions may need, in Intel's names (`AVX2`), or a level of x86-64
   * (`x86-64-v3`), as a list or in one text with commas: instructions that need others are errors. Features
   * bring others that they imply, and what every processor has is always there. Default: all features.
   */
  readonly cpu?: string | readonly string[] | undefined;
  /** Names and the texts that they stand for, as with the option `-D NAME=TEXT`. */
  readonly defines?: Readonly<Record<string, string>> | undefined;
  /** Names that are not defined even if `defines` has them, as with the option `-U NAME`. */
  readonly undefines?: readonly string[] | undefined;
  /** Finds included files. Without it no file is found. */
  readonly readInclude?: ReadInclude | undefined;
  /** Finds the files of `.incbin`. Without it no file is found. */
  readonly readBinary?: ReadBinary | undefined;
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
  /**
   * The output has the text of the source, for listings: where that is no file on disk. Otherwise listings
   * read the file. Default false.
   */
  readonly embedSource?: boolean | undefined;
  /**
   * TypeScript: every host line of the main file stands on the line that it has there. What is added stands
   * on the lines of assembly and directives, or behind the last line. Default false.
   */
  readonly keepLines?: boolean | undefined;
  /** Translation stops after so many errors, from 1 on. Default: never. */
  readonly maxErrors?: number | undefined;
  /** Warnings are errors. */
  readonly strict?: boolean | undefined;
  /** Codes of warnings that are left out. In a language that makes errors of them they stay errors. */
  readonly silenced?: readonly WarningCode[] | undefined;
  /**
   * Also return code where there were errors, without the statements that are wrong, for tools that look at
   * the program around the assembly. It is absent if translation had to stop.
   */
  readonly partial?: boolean | undefined;
  /** Also return what the source defines. */
  readonly definitions?: boolean | undefined;
}

/** The options of `translateJavaScript`: all but those that choose a language, or a way to write puts. */
export type JavaScriptOptions = Omit<TranslateSourceOptions, 'lang' | 'lineNumbers' | 'specialise'>;

/** What the options must be. Which platforms there are is found out later, … */
const JAVASCRIPT_OPTIONS = {
  file: isText,
  platform: isText,
  target: isText,
  cpu: isCpu,
  defines: isRecordOf(isText),
  undefines: isArrayOf(isText),
  readInclude: isFunction,
  readBinary: isFunction,
  comments: isOneOf('line', 'block', 'none'),
  macroComments: isBoolean,
  flushLines: isBoolean,
  sourceMap: isBoolean,
  embedSource: isBoolean,
  keepLines: isBoolean,
  maxErrors: isCount,
  strict: isBoolean,
  silenced: isArrayOf(isText),
  partial: isBoolean,
  definitions: isBoolean,
} satisfies OptionChecks<JavaScriptOptions>;

/** … and which languages. */
export const SOURCE_OPTIONS = {
  lang: isText,
  ...JAVASCRIPT_OPTIONS,
  lineNumbers: isBoolean,
  specialise: isBoolean,
} satisfies OptionChecks<TranslateSourceOptions>;

/** Takes the options of `translateSource`. */
export const checkSourceOptions = /* @__PURE__ */ isOptions(SOURCE_OPTIONS, ['file', 'lang']);

/** Takes the options of `translateJavaScript`. */
export const checkJavaScriptOptions = /* @__PURE__ */ isOptions(JAVASCRIPT_OPTIONS, ['file']);
