/**
 * What Node's module loader asks, answered for `.dast` (and, for `dynasm run`, TypeScript) modules. Pure of how the hooks
 * are installed: `thread.ts` (Node 20, asynchronous, on a thread of its own) and `install.ts` (later, synchronous) do that.
 */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compiledCode } from './module.ts';
import { dastPath, readSource, type ModuleFormat } from './source.ts';

export interface LoaderOptions {
  /** Load TypeScript files, too (`dynasm run`); else that is left to tsx or to Node. */
  readonly typescript: boolean;
}

export interface LoadedModule {
  readonly format: ModuleFormat;
  readonly source: string;
  readonly shortCircuit: true;
}

const FORWARD = `module.exports = require('node:module').createRequire(__filename)(__filename);\n`;

/** Query of the URLs of modules that were compiled already: there need be no file. */
export const EVALUATION = '?evaluation=';

const pathLike = /^(?:\.{0,2}\/|file:)/;

/**
 * What else a specifier may mean where Node finds nothing. An import without ending prefers translated code that was
 * shipped beside the `.dast` file; `./x.js` may stand for `x.ts` or `x.dast`, as in TypeScript.
 */
export function alternatives(specifier: string): string[] {
  if (!pathLike.test(specifier)) return [];
  const javascript = /^(.*)\.([cm]?)js$/.exec(specifier);
  if (javascript) return [`${javascript[1]}.${javascript[2]}ts`, `${javascript[1]}.dast`];
  return ['.js', '.ts', '.mjs', '.mts', '.dast'].map(ending => specifier + ending);
}

/** `dynasm` and its entry points, which generated code imports, are found even where the importer has no such dependency. */
export function isOwnSpecifier(specifier: string): boolean {
  return specifier === 'dynasm' || specifier.startsWith('dynasm/');
}

/** Whether a module is CommonJS by its name, or by the package that it stands in. */
function formatOf(path: string): ModuleFormat {
  if (/\.c[jt]s$/.test(path)) return 'commonjs';
  if (/\.m[jt]s$/.test(path)) return 'module';
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    try {
      const text = readFileSync(join(folder, 'package.json'), 'utf8');
      return (JSON.parse(text) as { type?: unknown }).type === 'commonjs' ? 'commonjs' : 'module';
    } catch {
      if (folder === dirname(folder)) return 'module';
    }
  }
}

/**
 * The format in which a `.dast` module goes to its importer. The conditions do not tell `require` in a CommonJS parent that a
 * loader hook compiled (tsx with `.cts`, Node 20) from `import`; that it hands on a whole URL does.
 */
export function formatFor(specifier: string, parentURL: string | undefined): ModuleFormat {
  const required = specifier.startsWith('file:') && /\.cts(?:\?|$)/.test(parentURL ?? '');
  return required ? 'commonjs' : 'module';
}

/** The compiled module at `url`, or undefined if it is none of ours. */
export function load(url: string, format: unknown, options: LoaderOptions): LoadedModule | undefined {
  const dast = dastPath(url);
  if (dast !== undefined) {
    // CommonJS whose source a hook gives cannot require ES modules (Node 20): Node's own loader, which can, takes over.
    if (format === 'commonjs') return { format, source: FORWARD, shortCircuit: true };
    return {
      format: 'module',
      source: compiledCode(readSource('dast', dast, 'module')),
      shortCircuit: true,
    };
  }
  const bare = url.replace(/[?#].*$/, '');
  if (options.typescript && /^file:.*\.[cm]?ts$/.test(bare) && !bare.includes('/node_modules/')) {
    const path = fileURLToPath(bare);
    const wanted = formatOf(path);
    return {
      format: wanted,
      source: compiledCode(readSource('typescript', path, wanted)),
      shortCircuit: true,
    };
  }
  return undefined;
}
