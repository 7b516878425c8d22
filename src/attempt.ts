/**
 * What goes into a translation of files and what comes out of it, whatever the language: inputs, options, results.
 */
import { readFileSync } from 'node:fs';
import type { Language } from './language.ts';
import type { Definitions, Diagnostic, TranslateSourceOptions } from './preprocessor/index.ts';

/** A translation's input: the path of a file, or text (or a file's bytes) with the name to use for it in messages. */
export type Input = string | { readonly source: string | Uint8Array; readonly file?: string };

export interface TranslateOptions extends Omit<
  TranslateSourceOptions,
  'file' | 'lang' | 'readInclude' | 'target' | 'sourceMap'
> {
  /** Output language; by default that of the file's ending (`.dast` ts, `.dasc` c, `.dasl` lua). */
  readonly lang?: Language;
  /** Platform to translate for (`x64-windows`); by default the process's own. */
  readonly target?: string;
  /** Folders to look for included files in, first match wins. */
  readonly include?: readonly string[];
  /** A source map: `true` as a text beside the code, `'inline'` as a comment at its end. */
  readonly sourceMap?: boolean | 'inline';
  /** The file that the output is for: a source map names its sources from there. By default from the working directory. */
  readonly output?: string;
}

export interface Translation {
  readonly code: string;
  readonly map?: string;
  /** Every file that was read besides the input. */
  readonly dependencies: readonly string[];
  /** Warnings. */
  readonly diagnostics: readonly Diagnostic[];
  /** What the source defines, if it was asked for. */
  readonly definitions?: Definitions;
}

/** Of bytes as a string: `latin1` stands for a byte string, in which each character is a byte. */
export type Encoding = 'utf8' | 'latin1';

/** A translation of which it is not yet known whether it has errors. */
export type Attempt = Omit<Translation, 'code'> & {
  /** Absent if there were errors. */
  readonly code?: string;
  /** Of code and definitions. */
  readonly encoding: Encoding;
};

/** The name of an input for messages. */
export function nameOf(input: Input): string {
  return typeof input === 'string' ? input : (input.file ?? '(string)');
}

/** The text of an input; errors of the file system carry the path. */
export function readInput(input: Input, encoding: Encoding): string {
  if (typeof input !== 'string') {
    return typeof input.source === 'string' ? input.source : Buffer.from(input.source).toString(encoding);
  }
  try {
    return readFileSync(input, encoding);
  } catch (error) {
    throw Object.assign(error as Error, { path: input });
  }
}
