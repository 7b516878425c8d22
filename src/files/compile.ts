/**
 * Compiles one module for Node to run: takes a `.dast` or TypeScript source, returns JavaScript with an
 * inline source map, and which files were included.
 */
import { translateSource } from '../preprocessor/index.ts';
import { syntaxDiagnostics } from './hostsyntax.ts';
import { moduleReaders } from './includepath.ts';
import { checkOutcome, parserMissing, translateInput } from './inputtranslator.ts';
import { compileTypes, HostSyntaxError, ParserMissingError } from './javascript.ts';
import { inlineMap } from './output.ts';
import type { TranslateOptions } from './translation.ts';
import { TranslationError } from './translationerror.ts';

export type ModuleFormat = 'module' | 'commonjs';

/** A module, and all that its compiled form depends on, apart from the files that it includes. */
export interface ModuleSource {
  /** With assembly lines, or plain TypeScript. */
  readonly kind: 'dast' | 'typescript';
  /** Absolute path; the file need not exist. */
  readonly file: string;
  readonly text: string;
  /** What the module is compiled to. */
  readonly format: ModuleFormat;
  readonly options: TranslateOptions;
}

/** What an `.include` or `.incbin` led to. */
interface Inclusion {
  /** As it is written. */
  readonly name: string;
  /** The file that it stands in. */
  readonly from: string;
  readonly path: string;
  /** The text of an `.include`; absent for `.incbin`. */
  readonly text?: string;
  /** The bytes of an `.incbin` in Base64; absent for `.include`. */
  readonly base64?: string;
}

export interface Compiled {
  readonly code: string;
  readonly inclusions: readonly Inclusion[];
}

/** @throws {TranslationError} if there are errors in the assembly or in the TypeScript around it */
export function compile(source: ModuleSource): Compiled {
  const { kind, file, text, format, options } = source;
  const inclusions: Inclusion[] = [];
  const { code, map } =
    kind === 'typescript' ? { code: text, map: undefined } : translateModule(source, inclusions);
  try {
    const { keepLines = false } = options;
    const compiled = compileTypes(code, file, format === 'module' ? 'esm' : 'cjs', map, keepLines);
    const comment = compiled.map === undefined ? '' : inlineMap(compiled.map);
    return { code: `${compiled.code}${comment}`, inclusions };
  } catch (error) {
    if (error instanceof ParserMissingError)
      throw new TranslationError(file, [parserMissing(file, error, true)]);
    if (!(error instanceof HostSyntaxError)) throw error;
    const texts = new Map([...inclusions.map(each => [each.path, each.text ?? ''] as const), [file, text]]);
    throw new TranslationError(file, syntaxDiagnostics(error, file, texts, map));
  }
}

/** Translates the module, and adds what it reads to `inclusions`. */
function translateModule({ file, text, options }: ModuleSource, inclusions: Inclusion[]) {
  const { readInclude, readBinary, missing } = moduleReaders(options);
  const input = { source: text, file };
  const outcome = translateInput(
    translateSource,
    input,
    // The compiler parses it.
    { ...options, lang: 'ts', sourceMap: true, check: false },
    {
      missing,
      readInclude(name, from) {
        const found = readInclude(name, from);
        if (found) inclusions.push({ name, from, ...found });
        return found;
      },
      readBinary(name, from) {
        const found = readBinary(name, from);
        // A macro may take many parts of one file.
        const isKnown = inclusions.some(
          each => each.name === name && each.from === from && each.base64 !== undefined,
        );
        if (found && !isKnown) {
          inclusions.push({ name, from, path: found.path, base64: toBase64(found.bytes) });
        }
        return found;
      },
    },
  );
  return checkOutcome(input, outcome);
}

/** The bytes as they are kept in the cache. */
function toBase64(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('base64');
}
