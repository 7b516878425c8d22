/** The one place where modules are compiled, unless the cache has them. */
import { findCompiled, keepCompiled } from '../cache/modulecache.ts';
import type { ModuleSource } from '../files/compile.ts';
import { requireTranslator } from './bundle.ts';

/**
 * The JavaScript of a module, with an inline source map.
 *
 * @throws {TranslationError} if the module has errors
 */
export function compiledCode(source: ModuleSource): string {
  const kept = findCompiled(source);
  if (kept !== undefined) return kept;
  const compiled = requireTranslator().compile(source);
  keepCompiled(source, compiled);
  return compiled.code;
}
