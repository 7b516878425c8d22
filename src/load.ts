/**
 * Loading `.dast` modules at run time: translated, compiled and evaluated anew at each call.
 */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { findCompiled, keepCompiled } from './loader/cache.ts';
import { EVALUATION } from './loader/hooks.ts';
import { install } from './loader/install.ts';
import type { Source } from './loader/source.ts';
import type { Input, TranslateOptions } from './attempt.ts';

/** What a module exports. */
export type Exports = Record<string, unknown>;

// Each evaluation needs a URL that the process has not imported yet.
let evaluations = 0;

/** Evaluates `input`, whose imports resolve as from a file of its name. Throws `TranslationError`, or what the module throws. */
export async function evaluate(input: Input, options: TranslateOptions): Promise<Exports> {
  const file = resolve(typeof input === 'string' ? input : (input.file ?? 'string.dast'));
  const text = typeof input === 'string' ? readFileSync(file, 'utf8') : input.source.toString();
  const code = await compiledCode({ kind: 'dast', file, text, format: 'module', options });
  const url = `${pathToFileURL(file).href}${EVALUATION}${++evaluations}`;
  install()(url, code);
  return (await import(url)) as Exports;
}

async function compiledCode(source: Source): Promise<string> {
  const kept = findCompiled(source);
  if (kept !== undefined) return kept;
  const compiled = (await import('./loader/compile.ts')).compile(source);
  keepCompiled(source, compiled);
  return compiled.code;
}
