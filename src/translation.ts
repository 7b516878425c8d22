/**
 * Translation of files: `translateSource` with a file system around it. Reads the input and its includes, throws
 * `TranslationError` where there are errors, strips types where JavaScript is wanted, and writes outputs whole or not
 * at all.
 */
import { readFileSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import {
  translateSource,
  renderPretty,
  type Diagnostic,
  type TranslateSourceOptions,
} from './preprocessor/index.ts';
import { stripTypes } from './javascript.ts';
import { hostTarget } from './platform.ts';

export type Language = 'ts' | 'js' | 'c' | 'lua';

/** A translation's input: the path of a file, or text with the name to use for it in messages. */
export type Input = string | { readonly source: string; readonly file?: string };

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
}

export interface Translation {
  readonly code: string;
  readonly map?: string;
  /** Every file that was read besides the input. */
  readonly dependencies: readonly string[];
  /** Warnings. */
  readonly diagnostics: readonly Diagnostic[];
}

/** The input has errors; `diagnostics` holds all of them, the message shows them. */
export class TranslationError extends Error {
  readonly file: string;
  readonly diagnostics: readonly Diagnostic[];

  constructor(file: string, diagnostics: readonly Diagnostic[]) {
    super(renderPretty(diagnostics, { color: false }).trimEnd());
    this.name = 'TranslationError';
    this.file = file;
    this.diagnostics = diagnostics;
  }
}

const languages: Readonly<Record<string, Language>> = {
  '.dast': 'ts',
  '.dasc': 'c',
  '.dasl': 'lua',
  '.ts': 'ts',
  '.mts': 'ts',
  '.cts': 'ts',
  '.js': 'js',
  '.mjs': 'js',
  '.c': 'c',
  '.h': 'c',
  '.lua': 'lua',
};

/** The output language that a file's ending stands for. */
export function languageOf(path: string): Language | undefined {
  return languages[extname(path).toLowerCase()];
}

/** The name of an input for messages. */
function nameOf(input: Input): string {
  return typeof input === 'string' ? input : (input.file ?? '(string)');
}

/** C and Lua sources are bytes in no certain encoding: each byte is a character, and comes out as it went in. */
function encodingOf(lang: Language): 'utf8' | 'latin1' {
  return lang === 'c' || lang === 'lua' ? 'latin1' : 'utf8';
}

/** Finds included files: in `folders`, then (where `beside`) beside the including file, then in the working directory. */
function includeReader(folders: readonly string[], beside: boolean, encoding: 'utf8' | 'latin1') {
  return (name: string, from: string): { path: string; text: string } | undefined => {
    const candidates = [
      ...folders.map(folder => `${folder}/${name}`),
      ...(beside ? [join(dirname(from), name)] : []),
      name,
    ];
    for (const path of candidates) {
      if (statSync(path, { throwIfNoEntry: false })?.isFile())
        return { path, text: readFileSync(path, encoding) };
    }
    return undefined;
  };
}

/**
 * Translates `input`. Synchronous, because `require` is; the promise-based functions are in `library.ts`.
 *
 * @throws {TranslationError} where the input has errors
 * @throws an error of the file system where the input cannot be read
 */
export function translateFile(input: Input, options: TranslateOptions = {}): Translation {
  const { lang: wanted, target = hostTarget(), include = [], sourceMap, ...rest } = options;
  const file = nameOf(input);
  const lang = wanted ?? languageOf(file) ?? 'ts';
  const encoding = encodingOf(lang);
  const text = typeof input === 'string' ? readFileSync(input, encoding) : input.source;
  const result = translateSource(text, {
    ...rest,
    file,
    lang,
    target,
    readInclude: includeReader(include, lang === 'ts' || lang === 'js', encoding),
    sourceMap: sourceMap !== undefined && sourceMap !== false,
  });
  if (result.code === undefined) throw new TranslationError(file, result.diagnostics);
  const { dependencies, diagnostics } = result;
  const printed = { code: result.code, ...(result.map !== undefined && { map: result.map }) };
  const { code, map } = lang === 'js' ? stripTypes(printed.code, file, printed.map) : printed;
  if (map === undefined) return { code, dependencies, diagnostics };
  if (sourceMap === 'inline') return { code: code + inlineMap(map), dependencies, diagnostics };
  return { code, map, dependencies, diagnostics };
}

/** The comment that carries a source map inside its file. */
function inlineMap(map: string): string {
  return `//# sourceMappingURL=data:application/json;base64,${Buffer.from(map).toString('base64')}\n`;
}

/**
 * Translates `input` and writes the output to the file `output`, with its source map beside it if there is one.
 *
 * @throws {TranslationError} where the input has errors; `output` is left as it was
 */
export function translateToFile(input: Input, output: string, options: TranslateOptions = {}): Translation {
  const lang = options.lang ?? languageOf(output) ?? languageOf(nameOf(input)) ?? 'ts';
  const result = translateFile(input, { ...options, lang });
  if (result.map === undefined) writeOutput(output, result.code, lang);
  else {
    writeOutput(`${output}.map`, result.map, lang);
    writeOutput(output, `${result.code}//# sourceMappingURL=${basename(output)}.map\n`, lang);
  }
  return result;
}

/** Writes a text output whole or not at all: an existing file stays as it is until the new one is complete. */
export function writeOutput(path: string, text: string, lang: Language): void {
  const existing = statSync(path, { throwIfNoEntry: false });
  if (existing && !existing.isFile()) {
    writeFileSync(path, text, encodingOf(lang)); // a device or pipe: there is nothing to keep
    return;
  }
  const goal = existing ? realpathSync(path) : path;
  const part = `${goal}.${process.pid}.part`;
  try {
    writeFileSync(part, text, { encoding: encodingOf(lang), ...(existing && { mode: existing.mode }) });
    renameSync(part, goal);
  } catch (error) {
    rmSync(part, { force: true });
    throw error;
  }
}
