/** What the translation of a file takes besides the input, and what it returns. */
import type { Definitions, Diagnostic, Language, TranslateSourceOptions } from '../preprocessor/index.ts';
import type { Encoding } from './filelanguage.ts';

export interface TranslateOptions extends Omit<
  TranslateSourceOptions,
  'file' | 'lang' | 'readInclude' | 'readBinary' | 'platform' | 'target' | 'sourceMap' | 'partial'
> {
  /** Output language; by default what the endings of the input and the output say. */
  readonly lang?: Language;
  /** The system to translate for, `ARCH-OS` (`x64-windows`); by default that of this process. */
  readonly platform?: string;
  /** Another name for `platform`, which wins if both are given. */
  readonly target?: string;
  /** Folders to look for files of `.include` and `.incbin` in; the first that has the file counts. */
  readonly include?: readonly string[];
  /** A source map: `true` as a text beside the code, `'inline'` as a comment at its end. */
  readonly sourceMap?: boolean | 'inline';
  /**
   * Have a parser read TypeScript output before it is written; default true. Mistakes that it finds are
   * errors of the source. JavaScript is made by that parser, and always read.
   */
  readonly check?: boolean;
  /**
   * The file that the output is for. Its ending helps to find the language if none is given, and a source map
   * names its sources from its folder. Without it, they are named from the working directory.
   */
  readonly output?: string;
}

export interface Translation {
  readonly code: string;
  /** The source map, as JSON text, if one was asked for that is not inline. */
  readonly map?: string;
  /** Every file that was read besides the input. */
  readonly dependencies: readonly string[];
  /** Warnings. */
  readonly diagnostics: readonly Diagnostic[];
  /** What the source defines, if it was asked for. */
  readonly definitions?: Definitions;
}

/**
 * What came of a translation, which may have failed: without code, there are errors among the diagnostics.
 */
export type Outcome = Omit<Translation, 'code'> & {
  readonly code?: string;
  /** How `code` and the texts of `definitions` become bytes. */
  readonly encoding: Encoding;
  /** Where files were looked for that the input names and that are not there, or cannot be read. */
  readonly missing: readonly string[];
};
