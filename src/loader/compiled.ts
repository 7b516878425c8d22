/** The one place where modules are compiled, unless the cache has them. */
import { findCompiled, keepCompiled } from '../cache/modulecache.ts';
import type { Compiled, ModuleSource } from '../files/compile.ts';
import { requireTranslator } from './bundle.ts';
import { reportIncluded } from './watch.ts';

/**
 * The JavaScript of a module, with an inline source map.
 *
 * @throws {TranslationError} if the module has errors
 */
export function compiledCode(source: ModuleSource): string {
  const { code, inclusions } = findCompiled(source) ?? compileAnew(source);
  reportIncluded(inclusions.map(({ path }) => path));
  return code;
}

function compileAnew(source: ModuleSource): Compiled {
  const compiled = requireTranslator().compile(source);
  keepCompiled(source, compiled);
  return compiled;
}
