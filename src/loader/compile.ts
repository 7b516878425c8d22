/**
 * One `.dast` module for Node to run: source text in, JavaScript with an inline source map out.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { compileTypes } from '../javascript.ts';
import { translateFile, type Input, type TranslateOptions } from '../translation.ts';

export type ModuleFormat = 'module' | 'commonjs';

/** Translates and compiles a `.dast` input. Throws `TranslationError`. */
export function compileDast(input: Input, format: ModuleFormat, options: TranslateOptions = {}): string {
  const file = typeof input === 'string' ? input : (input.file ?? 'string.dast');
  const { code } = translateFile(input, { ...options, lang: 'ts', sourceMap: 'inline' });
  return compileTypes(code, file, format === 'module' ? 'esm' : 'cjs');
}

/** Compiles a TypeScript file without assembly. */
export function compileTypeScript(path: string, format: ModuleFormat): string {
  return compileTypes(readFileSync(path, 'utf8'), path, format === 'module' ? 'esm' : 'cjs');
}

/** The path of a `file:` URL whose name ends in `.dast`, its query set aside; else undefined. */
export function dastPath(url: string): string | undefined {
  const bare = url.replace(/[?#].*$/, '');
  return bare.startsWith('file:') && bare.endsWith('.dast') ? fileURLToPath(bare) : undefined;
}
