/** Loads the bundle of the translator at once. */
import { createRequire } from 'node:module';

/**
 * The translator for all languages, with the compiler of modules. It is a CommonJS file that is `require`d:
 * Node's hooks must answer at once, and an ES module that is just being imported elsewhere cannot be
 * required. (Importing this file would also take 60 ms longer, in which Node looks for the names that it
 * exports.)
 */
export function requireTranslator(): typeof import('#translator') {
  return createRequire(import.meta.url)('#translator') as typeof import('#translator');
}
