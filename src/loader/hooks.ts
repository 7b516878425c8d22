/**
 * Which modules the loader answers for, and with what: `.dast` files and, for `dynasm run`, TypeScript. How
 * the hooks are installed is the business of `thread.ts` (Node 20: asynchronous, on a thread of their own)
 * and `install.ts` (later: synchronous).
 */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ModuleFormat } from '../files/compile.ts';
import { compiledCode } from './compiled.ts';
import { dastPath, readModule } from './modulefile.ts';

export interface LoaderOptions {
  /** Load TypeScript files, too (`dynasm run`); otherwise that is left to tsx or to Node. */
  readonly typescript: boolean;
}

/** Compiled code that the next import of a URL evaluates, by URL. */
export type Deliveries = Map<string, string>;

/** Hands compiled code to the loader. Returns what to import, once, so that it is evaluated. */
export type Deliver = (url: string, code: string) => string;

export interface LoadedModule {
  readonly format: ModuleFormat;
  readonly source: string;
  readonly shortCircuit: true;
}

const FORWARD = `module.exports = require('node:module').createRequire(__filename)(__filename);\n`;

/** `import` or `export` of an ES module at the start of a line; TypeScript's `import x = …` is not one. */
const MODULE_SYNTAX = /^(?:import\b(?!\s*(?:type\s+)?[\w$]+\s*=|\s*[(.])|export\b(?!\s*=))/m;

/**
 * Whether a TypeScript module is CommonJS by its name, or by the package that it belongs to. `npm init` makes
 * packages of CommonJS, also for those who write ES modules: the syntax of a `.ts` goes first.
 */
function formatOf(path: string): ModuleFormat {
  if (/\.c[jt]s$/.test(path)) return 'commonjs';
  if (/\.m[jt]s$/.test(path) || MODULE_SYNTAX.test(readFileSync(path, 'utf8'))) return 'module';
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    try {
      const text = readFileSync(join(folder, 'package.json'), 'utf8');
      return (JSON.parse(text) as { type?: unknown }).type === 'commonjs' ? 'commonjs' : 'module';
    } catch {
      if (folder === dirname(folder)) return 'module';
    }
  }
}

function loaded(format: ModuleFormat, source: string): LoadedModule {
  return { format, source, shortCircuit: true };
}

/**
 * The compiled module at `url`; undefined if it is not the loader's business. Takes it out of `deliveries` if
 * it is there.
 *
 * @throws {TranslationError} if the module has errors
 */
export function loadModule(
  url: string,
  format: unknown,
  deliveries: Deliveries,
  options: LoaderOptions,
): LoadedModule | undefined {
  const delivered = deliveries.get(url);
  if (delivered !== undefined) {
    deliveries.delete(url);
    return loaded('module', delivered);
  }
  const dast = dastPath(url);
  if (dast !== undefined) {
    // CommonJS whose source a hook gives cannot require ES modules (Node 20). Node's own loader can, and
    // takes over.
    if (format === 'commonjs') return loaded(format, FORWARD);
    return loaded('module', compiledCode(readModule('dast', dast, 'module')));
  }
  const bare = url.replace(/[?#].*$/, '');
  if (!options.typescript || !/^file:.*\.[cm]?ts$/.test(bare) || bare.includes('/node_modules/'))
    return undefined;
  const path = fileURLToPath(bare);
  const wanted = formatOf(path);
  return loaded(wanted, compiledCode(readModule('typescript', path, wanted)));
}
