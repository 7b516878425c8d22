/**
 * Makes CommonJS of an ES module, for `require` on Node 20 and for TypeScript that is CommonJS by its name or
 * package. oxc-transform turns imports and exports into calls; what they call is written in front.
 */
import type { SourceMap } from 'oxc-transform';

type Parser = typeof import('oxc-transform');

/** One line. The names are oxc-transform's. CommonJS that is imported is its own `default`. */
const PRELUDE = `"use strict";
Object.defineProperty(exports, '__esModule', { value: true });
const __vite_ssr_exports__ = exports;
const __vite_ssr_import__ = name => {
  const value = require(name);
  const isModule = value?.__esModule || value?.[Symbol.toStringTag] === 'Module';
  return isModule ? value : Object.create(new Object(value), { default: { value, enumerable: true } });
};
const __vite_ssr_exportAll__ = from => {
  for (const name in from) {
    if (name === 'default' || Object.hasOwn(exports, name)) continue;
    Object.defineProperty(exports, name, { enumerable: true, get: () => from[name] });
  }
};
const __vite_ssr_dynamic_import__ = (name, options) => import(name, options);
const __vite_ssr_import_meta__ = {
  filename: __filename,
  dirname: __dirname,
  get url() { return require('node:url').pathToFileURL(__filename).href; },
};
`.replaceAll(/\n */g, ' ');

/**
 * `code` as CommonJS, with the map from it to `code`. Code without imports and exports stays as it is.
 * An `await` outside of functions is left to Node, which says that it is wrong.
 */
export function commonJS(
  { moduleRunnerTransformSync }: Parser,
  code: string,
): { readonly code: string; readonly map: SourceMap | undefined } {
  const { code: converted, map } = moduleRunnerTransformSync('module.js', code, { sourcemap: true });
  if (!converted.includes('__vite_ssr_')) return { code: converted, map };
  // (Blanks: the map has the columns.)
  const script = converted.replaceAll(/^(const __vite_ssr_import_\d+__ = )await /gm, '$1      ');
  return {
    code: `${PRELUDE}\n${script}${exportList(converted)}`,
    map: map && { ...map, mappings: `;${map.mappings}` },
  };
}

/** Tells the names of the exports to Node, which looks for this form when an ES module imports the script. */
function exportList(converted: string): string {
  const names = [...converted.matchAll(/^Object\.defineProperty\(__vite_ssr_exports__, "([\w$]+)"/gm)];
  const stars = [...converted.matchAll(/^__vite_ssr_exportAll__\((__vite_ssr_import_\d+__)\)/gm)];
  const sources = stars.flatMap(
    ([, star = '']) => new RegExp(`^const ${star} = .*?\\("([^"]*)"`, 'm').exec(converted)?.[1] ?? [],
  );
  // Every importer finds `default`.
  const list = [
    // (A name by itself cannot be a reserved word.)
    ...names.flatMap(([, name]) => (name === 'default' ? [] : `${name}: _`)),
    ...sources.map(name => `...require("${name}")`),
  ];
  return list.length === 0 ? '' : `0 && (module.exports = { ${list.join(', ')} });\n`;
}
