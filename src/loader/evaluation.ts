/**
 * Loads `.dast` modules at run time: takes a file or a text, evaluates it anew at each call, and returns what
 * it exports.
 */
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Input } from '../files/input.ts';
import type { TranslateOptions } from '../files/translation.ts';
import { checkLoadFile, checkLoadString } from '../files/translationargument.ts';
import { compiledCode } from './compiled.ts';
import { install } from './install.ts';
import { EVALUATION } from './resolution.ts';

/** What a module exports. */
export type Exports = Record<string, unknown>;

/** See `loadFile` of the library. */
export async function loadFile(path: string, options: TranslateOptions): Promise<Exports> {
  checkLoadFile(path, options);
  return evaluate(path, options);
}

/** See `loadString` of the library. */
export async function loadString(
  source: string,
  options: TranslateOptions & { readonly file?: string },
): Promise<Exports> {
  checkLoadString(source, options);
  const { file, ...rest } = options;
  return evaluate(file === undefined ? { source } : { source, file }, rest);
}

/**
 * Evaluates `input`, whose imports are resolved as those of a file with its name.
 *
 * @throws {TranslationError} if the input has errors
 * @throws what the module throws
 */
async function evaluate(input: Input, options: TranslateOptions): Promise<Exports> {
  const file = resolve(typeof input === 'string' ? input : (input.file ?? 'string.dast'));
  const text = typeof input === 'string' ? readFileSync(file, 'utf8') : input.source.toString();
  const embedSource = typeof input !== 'string';
  const code = compiledCode({
    kind: 'dast',
    file,
    text,
    format: 'module',
    options: { embedSource, ...options },
  });
  // Each evaluation needs a URL that the process has not imported yet.
  const url = `${pathToFileURL(file).href}${EVALUATION}${randomUUID()}`;
  return (await import(install()(url, code))) as Exports;
}
