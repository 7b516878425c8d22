/**
 * Bundles the JavaScript of the package: src and bin in, dist out, with source maps that lead to the shipped sources. Declarations
 * are the TypeScript compiler's (tsconfig.build.json). What several entry points need stands in shared chunks, so that all of
 * them see one `State`, and each of them loads a few files only.
 */
import { createHash } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { build } from 'esbuild';

const options = {
  outbase: '.',
  outdir: 'dist',
  bundle: true,
  // Writes exported constants into the code that uses them.
  minifySyntax: true,
  packages: 'external',
  platform: 'node',
  target: 'node20.20',
  sourcemap: true,
  sourcesContent: false,
  metafile: true,
};
const modules = {
  ...options,
  entryPoints: {
    'src/index': 'src/index.ts',
    'src/encoder/index': 'src/encoder/index.ts',
    'src/exec/index': 'src/exec/index.ts',
    'src/preprocessor/index': 'src/preprocessor/index.ts',
    'src/register': 'src/register.ts',
    'src/loader/thread': 'src/loader/thread.ts',
    'command/run': 'bin/run.ts',
    'command/commands': 'bin/commands.ts',
    'command/report': 'bin/report.ts',
  },
  chunkNames: 'chunk/[name]-[hash]',
  splitting: true,
  format: 'esm',
};
// The loader's hooks must answer at once, and so cannot import.
const compiler = {
  ...options,
  entryPoints: ['src/loader/compile.ts'],
  outExtension: { '.js': '.cjs' },
  format: 'cjs',
  define: { 'import.meta.url': '__filename' },
};
// The command line starts sooner as scripts, without the loader of modules: 20 ms of the 200 that LuaJIT's vm_x64.dasc takes. What
// it imports when it is called is another script (translation) or a module (the rest, which shares the library's).
const commandLine = {
  ...options,
  entryPoints: ['bin/dynasm.ts', 'bin/translate.ts'],
  format: 'cjs',
  define: { 'import.meta.url': '__filename', 'import.meta.dirname': '__dirname' },
  plugins: [
    {
      name: 'what is loaded when it is called',
      setup({ onResolve, onLoad }) {
        onResolve({ filter: /^\.\/(run|commands|report)\.ts$/ }, ({ kind, path }) =>
          kind === 'dynamic-import'
            ? { path: `../command/${path.slice(2, -3)}.js`, external: true }
            : undefined,
        );
        onResolve({ filter: /^\.\/translate\.ts$/ }, ({ kind }) =>
          kind === 'dynamic-import' ? { path: 'translate', namespace: 'script' } : undefined,
        );
        onLoad({ filter: /^/, namespace: 'script' }, () => ({
          contents: `module.exports = require('./translate.js');`,
        }));
        onResolve({ filter: /^/, namespace: 'script' }, ({ path }) => ({ path, external: true }));
      },
    },
  ],
};

rmSync('dist', { recursive: true, force: true });
const { metafile } = await build(compiler);
// Names what the cache on disk holds: another compiler, another name.
const name = createHash('sha256');
for (const path of Object.keys(metafile.inputs).toSorted()) name.update(readFileSync(path));
await build({ ...modules, define: { BUILD: JSON.stringify(name.digest('hex')) } });
await build(commandLine);
writeFileSync('dist/bin/package.json', '{ "type": "commonjs" }\n');
