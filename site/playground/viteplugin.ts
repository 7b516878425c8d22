/**
 * What the playground needs of Vite: files of the package that need Node are replaced by those in `standins`, and
 * iced-x86, whose package is for Node, becomes a module for browsers.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import type { Plugin } from 'vitepress';

const STANDINS = ['loadedpackage.ts', 'process.ts', 'sourcetext.ts'];
const ICED = 'virtual:iced-x86';

export function playgroundPlugin(): NonNullable<Plugin> {
  return {
    name: 'dynasm-playground',
    enforce: 'pre',
    resolveId(id, importer) {
      if (id === ICED) return `\0${ICED}`;
      const isOurs = importer !== undefined && /[/\\]src[/\\]exec[/\\][^/\\]+$/.test(importer);
      const name = basename(id);
      return isOurs && STANDINS.includes(name) ? join(import.meta.dirname, 'standins', name) : undefined;
    },
    load(id) {
      return id === `\0${ICED}` ? icedModule() : undefined;
    },
  };
}

function icedModule(): string {
  const path = createRequire(import.meta.url).resolve('iced-x86');
  const text = readFileSync(path, 'utf8');
  const body = text
    .replace(/^const \{ TextDecoder, TextEncoder \} = require\(`util`\);$/m, '')
    .replace(/^const path = require\('path'\).*\n^const bytes = require\('fs'\).*$/m, '');
  if (/^[^*\n]*\brequire\(/m.test(body))
    throw new Error(`${path} requires something that browsers do not have`);
  const wasm = join(dirname(path), 'iced_x86_bg.wasm');
  return `import url from ${JSON.stringify(`${wasm}?url`)};
export async function loadIced() {
  const response = await fetch(new URL(url, import.meta.url));
  if (!response.ok) throw new Error(\`\${response.status} for \${url}\`);
  const module = { exports: {} };
  start(module, await response.arrayBuffer());
  return module.exports;
}
function start(module, bytes) {
${body}
}
`;
}
