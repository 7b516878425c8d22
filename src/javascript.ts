/**
 * From generated TypeScript to JavaScript: types stripped for people who ship it, or compiled for Node to run at once.
 * Both tools load when they are first used.
 */
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

export interface JavaScript {
  readonly code: string;
  readonly map?: string;
}

/** Strips the types of `code`, and leaves the rest, comments too, as readable as it was. `map` is the map of `code`. */
export function stripTypes(code: string, file: string, map?: string): JavaScript {
  const { transformSync } = require('oxc-transform') as typeof import('oxc-transform');
  const result = transformSync(file, code, { lang: 'ts', sourcemap: map !== undefined });
  const error = result.errors[0];
  if (error)
    throw new SyntaxError(`${file}: ${error.message}${error.codeframe ? `\n${error.codeframe}` : ''}`);
  if (map === undefined || result.map === undefined) return { code: result.code };
  const remapping = require('@jridgewell/remapping') as typeof import('@jridgewell/remapping').default;
  const [inner, outer] = [map, JSON.stringify(result.map)];
  return { code: result.code, map: remapping([outer, inner], () => null).toString() };
}

/**
 * Compiles TypeScript for this Node to run, as an ES module or as CommonJS, with an inline source map. `code` may carry
 * an inline map of its own, which is followed.
 */
export function compileTypes(code: string, file: string, format: 'esm' | 'cjs'): string {
  const { transformSync } = require('esbuild') as typeof import('esbuild');
  return transformSync(code, {
    loader: 'ts',
    format,
    platform: 'node',
    target: `node${process.versions.node}`,
    sourcemap: 'inline',
    sourcefile: file,
    // What a type-only use imports is dropped, as the TypeScript compiler does.
    tsconfigRaw: { compilerOptions: { verbatimModuleSyntax: false } },
  }).code;
}
