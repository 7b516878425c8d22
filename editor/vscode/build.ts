/**
 * Builds the extension into `dist`: its code, the language server with the translator in it, the check of types that it runs on
 * a thread, and the grammars.
 */
import { copyFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, type BuildOptions } from 'esbuild';
import { GRAMMARS } from './grammar.ts';

const root = join(import.meta.dirname, '../..');
const dist = join(import.meta.dirname, 'dist');
rmSync(dist, { recursive: true, force: true });
mkdirSync(dist);

const common: BuildOptions = {
  absWorkingDir: import.meta.dirname,
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  minify: true,
  legalComments: 'none',
  conditions: ['dynasm-source'],
  // The parser of JavaScript output, and koffi, are not used here.
  external: ['vscode', 'oxc-transform', 'koffi', 'iced-x86'],
  define: { 'import.meta.dirname': '__dirname' },
  logLevel: 'warning',
};

await build({
  ...common,
  entryPoints: {
    extension: 'src/extension.ts',
    server: 'src/server.ts',
    checkproject: join(root, 'src/types/projectcheck.ts'),
  },
  outdir: dist,
  outExtension: { '.js': '.cjs' },
});
for (const grammar of GRAMMARS)
  writeFileSync(join(dist, `${grammar.name}.tmLanguage.json`), JSON.stringify(grammar));
copyFileSync(join(root, 'LICENSE'), join(import.meta.dirname, 'LICENSE'));
