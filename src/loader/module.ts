/**
 * Compiled modules, from the cache or made now. Node asks for modules on the main thread and on the loader's thread, and wants some of
 * them at once: what compiles is `require`d, as one CommonJS file, which no import that is under way can hold up.
 */
import { createRequire } from 'node:module';
import { findCompiled, keepCompiled } from './cache.ts';
import type { Source } from './source.ts';

/** The JavaScript of a module, with an inline source map. Throws `TranslationError`. */
export function compiledCode(source: Source): string {
  const kept = findCompiled(source);
  if (kept !== undefined) return kept;
  const { compile } = createRequire(import.meta.url)('#loader-compile') as typeof import('./compile.ts');
  const compiled = compile(source);
  keepCompiled(source, compiled);
  return compiled.code;
}
