/**
 * Translation of files: `translateSource` with a file system around it. Reads the input and its includes, throws
 * `TranslationError` where there are errors, strips types where JavaScript is wanted, and writes outputs whole or not
 * at all.
 */
import { readFileSync } from 'node:fs';
import { basename, extname } from 'node:path';
import {
  translateSource,
  renderPretty,
  type Definitions,
  type Diagnostic,
  type ReadInclude,
  type TranslateSourceOptions,
} from './preprocessor/index.ts';
import { fromByteString, readableDiagnostic, toByteString } from './bytes.ts';
import { includeReader } from './include.ts';
import { stripTypes, SyntaxFailure } from './javascript.ts';
import { writeOutput } from './output.ts';
import { hostTarget } from './platform.ts';
import { syntaxDiagnostic } from './syntax.ts';

export type Language = 'ts' | 'js' | 'c' | 'lua';

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

/** So many diagnostics stand in a message. */
const MAX_SHOWN = 20;

/** The input has errors; `diagnostics` holds all of them, the message shows the first. */
export class TranslationError extends Error {
  readonly file: string;
  readonly diagnostics: readonly Diagnostic[];

  constructor(file: string, diagnostics: readonly Diagnostic[]) {
    super(renderPretty(diagnostics.slice(0, MAX_SHOWN)).trimEnd());
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

/**
 * The output language: what the input's ending says, but for `.dast` JavaScript where the output's says so. Where the input's
 * says nothing, the output's counts.
 */
export function chooseLanguage(input: string, output: string | undefined): Language | undefined {
  const own = languages[extname(input).toLowerCase()];
  const wanted = output === undefined ? undefined : languages[extname(output).toLowerCase()];
  return own === undefined || (own === 'ts' && wanted === 'js') ? (wanted ?? own) : own;
}

/** The name of an input for messages. */
function nameOf(input: Input): string {
  return typeof input === 'string' ? input : (input.file ?? '(string)');
}

export type Encoding = 'utf8' | 'latin1';

/** C and Lua files are bytes in no certain encoding. What is given as text is text, in every language. */
function encodingOf(input: Input, lang: Language): Encoding {
  const isText = typeof input !== 'string' && typeof input.source === 'string';
  return !isText && (lang === 'c' || lang === 'lua') ? 'latin1' : 'utf8';
}

/** A translation of which it is not yet known whether it has errors. */
export type Attempt = Omit<Translation, 'code'> & {
  /** Absent if there were errors. */
  readonly code?: string;
  /** Of code and definitions; `latin1`: they are byte strings. */
  readonly encoding: Encoding;
};

/**
 * Translates `input`. Errors in it are among the diagnostics.
 *
 * @param readInclude finds included files, instead of looking in `options.include` and beside the input
 * @throws an error of the file system where the input cannot be read
 */
export function attemptTranslation(
  input: Input,
  options: TranslateOptions = {},
  readInclude?: ReadInclude,
): Attempt {
  const { lang: wanted, target = hostTarget(), include = [], sourceMap, ...rest } = options;
  const file = nameOf(input);
  const lang = wanted ?? chooseLanguage(file, undefined) ?? 'ts';
  const encoding = encodingOf(input, lang);
  const text = readInput(input, encoding);
  const settings = {
    ...rest,
    lang,
    target,
    sourceMap: sourceMap !== undefined && sourceMap !== false,
  };
  const reader = readInclude ?? includeReader(include, lang === 'ts' || lang === 'js', encoding);
  if (encoding === 'latin1') return { ...translateBytes(text, file, settings, reader), encoding };
  const { code, map, ...others } = translateSource(text, { ...settings, file, readInclude: reader });
  if (code === undefined) return { ...others, encoding };
  let printed: { readonly code: string; readonly map?: string | undefined } = { code, map };
  if (lang === 'js') {
    try {
      printed = stripTypes(code, file, map);
    } catch (error) {
      if (!(error instanceof SyntaxFailure)) throw error;
      const ofCode = translateSource(text, { ...settings, file, readInclude: reader, sourceMap: true }).map;
      const diagnostics = [...others.diagnostics, syntaxDiagnostic(error, file, text, ofCode)];
      return { ...others, diagnostics, encoding };
    }
  }
  if (printed.map === undefined) return { code: printed.code, ...others, encoding };
  if (sourceMap === 'inline') return { code: printed.code + inlineMap(printed.map), ...others, encoding };
  return { code: printed.code, map: printed.map, ...others, encoding };
}

/** Translates a byte string: names and texts from outside become such strings, too, and diagnostics text again. */
function translateBytes(
  bytes: string,
  file: string,
  settings: Omit<TranslateSourceOptions, 'file' | 'readInclude'>,
  reader: ReadInclude,
): Omit<Attempt, 'encoding'> {
  const defines = Object.entries(settings.defines ?? {}).map(([name, text]) => [name, toByteString(text)]);
  const { dependencies, diagnostics, ...result } = translateSource(bytes, {
    ...settings,
    file: toByteString(file),
    defines: Object.fromEntries(defines),
    readInclude: (name, from) => {
      const found = reader(fromByteString(name), fromByteString(from));
      return found && { ...found, path: toByteString(found.path) };
    },
  });
  return {
    ...result,
    dependencies: dependencies.map(fromByteString),
    diagnostics: diagnostics.map(readableDiagnostic),
  };
}

/** The text of an input; errors of the file system carry the path. */
function readInput(input: Input, encoding: Encoding): string {
  if (typeof input !== 'string') {
    return typeof input.source === 'string' ? input.source : Buffer.from(input.source).toString(encoding);
  }
  try {
    return readFileSync(input, encoding);
  } catch (error) {
    throw Object.assign(error as Error, { path: input });
  }
}

/**
 * Translates `input`. Synchronous, because `require` is.
 *
 * @param readInclude as for `attemptTranslation`
 * @throws {TranslationError} where the input has errors
 * @throws an error of the file system where the input cannot be read
 */
export function translateFile(
  input: Input,
  options: TranslateOptions = {},
  readInclude?: ReadInclude,
): Translation {
  const { code, encoding, ...others } = successful(input, attemptTranslation(input, options, readInclude));
  return { code: encoding === 'latin1' ? fromByteString(code) : code, ...others };
}

function successful(input: Input, { code, ...others }: Attempt): Attempt & Translation {
  if (code === undefined) throw new TranslationError(nameOf(input), others.diagnostics);
  return { code, ...others };
}

/** The comment that carries a source map inside its file. */
export function inlineMap(map: string): string {
  return `//# sourceMappingURL=data:application/json;base64,${Buffer.from(map).toString('base64')}\n`;
}

/**
 * Translates `input` and writes the output to the file `output`, with its source map beside it if there is one.
 *
 * @throws {TranslationError} where the input has errors; `output` is left as it was
 */
export function translateToFile(input: Input, output: string, options: TranslateOptions = {}): Translation {
  const lang = options.lang ?? chooseLanguage(nameOf(input), output) ?? 'ts';
  const result = successful(input, attemptTranslation(input, { ...options, lang }));
  writeTranslation(output, result);
  return result;
}

/** Writes a translation to the file `output`, with its source map beside it if there is one. */
export function writeTranslation(output: string, { code, map, encoding }: Attempt & Translation): void {
  if (map === undefined) {
    writeOutput(output, Buffer.from(code, encoding));
    return;
  }
  writeOutput(`${output}.map`, Buffer.from(map));
  writeOutput(output, Buffer.from(`${code}//# sourceMappingURL=${basename(output)}.map\n`));
}
