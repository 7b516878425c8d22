/**
 * Loading `.dast` modules at run time: translated, compiled and evaluated anew at each call.
 */
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { compileDast } from './loader/compile.ts';
import { EVALUATION } from './loader/hooks.ts';
import { install } from './loader/install.ts';
import type { Input, TranslateOptions } from './translation.ts';

/** What a module exports. */
export type Exports = Record<string, unknown>;

// Each evaluation needs a URL that the process has not imported yet.
let evaluations = 0;

/** Evaluates `input`, whose imports resolve as from a file of its name. Throws `TranslationError`, or what the module throws. */
export async function evaluate(input: Input, options: TranslateOptions): Promise<Exports> {
  const named =
    typeof input === 'string' ? resolve(input) : { ...input, file: resolve(input.file ?? 'string.dast') };
  const code = compileDast(named, 'module', options);
  const url = `${pathToFileURL(typeof named === 'string' ? named : named.file).href}${EVALUATION}${++evaluations}`;
  install()(url, code);
  return (await import(url)) as Exports;
}
