/**
 * Bundles the JavaScript of the package: src and bin in, dist out, with source maps that lead to the shipped sources. Declarations
 * are the TypeScript compiler's (tsconfig.build.json). What several entry points need stands in shared chunks, so that all of
 * them see one `State`, and each of them loads a few files only.
 */
import { createHash } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';

const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8'));
// Small, and slow to be found in its folders: 10 ms of what the first translation with a source map takes.
const BUNDLED = ['@jridgewell/gen-mapping'];

/** What a module of ours is imported for is what it exports: where nothing of that is used, the module is left out. */
const withoutSideEffects = {
  name: 'modules without side effects',
  setup({ onResolve }) {
    onResolve({ filter: /^\.{1,2}\/.*\.ts$/ }, ({ resolveDir, path }) => ({
      path: join(resolveDir, path),
      sideEffects: false,
    }));
  },
};

const options = {
  outbase: '.',
  outdir: 'dist',
  bundle: true,
  // Writes exported constants into the code that uses them.
  minifySyntax: true,
  external: Object.keys(dependencies).filter(name => !BUNDLED.includes(name)),
  platform: 'node',
  target: 'node20.20',
  sourcemap: true,
  sourcesContent: false,
  metafile: true,
  plugins: [withoutSideEffects],
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
    'command/instructions': 'bin/instructions.ts',
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
// it imports when it is called is another script (SCRIPTS: what translation needs, by language) or a module (the rest, which shares
// the library's).
const SCRIPTS = ['bytes', 'text', 'report'];
const commandLine = {
  ...options,
  entryPoints: ['dynasm', ...SCRIPTS].map(name => `bin/${name}.ts`),
  format: 'cjs',
  define: { 'import.meta.url': '__filename', 'import.meta.dirname': '__dirname' },
  plugins: [
    {
      name: 'what is loaded when it is called',
      setup({ onResolve, onLoad }) {
        onResolve({ filter: /^\.\/\w+\.ts$|^node:/ }, ({ kind, path }) => {
          if (kind !== 'dynamic-import') return undefined;
          if (path.startsWith('node:')) return { path, namespace: 'script' };
          const file = path.replace('.ts', '.js');
          return SCRIPTS.includes(path.slice(2, -3))
            ? { path: file, namespace: 'script' }
            : { path: `../command/${file}`, external: true };
        });
        onLoad({ filter: /^/, namespace: 'script' }, ({ path }) => ({
          contents: `module.exports = require('${path}');`,
        }));
        onResolve({ filter: /^/, namespace: 'script' }, ({ path }) => ({ path, external: true }));
      },
    },
    withoutSideEffects,
  ],
};

rmSync('dist', { recursive: true, force: true });
const { metafile } = await build(compiler);
// Names what the cache on disk holds: another compiler, another name.
const name = createHash('sha256');
for (const path of Object.keys(metafile.inputs).toSorted()) name.update(readFileSync(path));
await build({ ...modules, define: { BUILD: JSON.stringify(name.digest('hex')) } });
await build(commandLine);
// Whose code stands in ours keeps its licence.
const files = Object.values(metafile.outputs).flatMap(({ inputs }) => Object.keys(inputs));
const packages = new Set(files.flatMap(file => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file) ?? []));
const licences = [...packages].map(
  path => `${path.replace(/^.*node_modules\//, '')}\n\n${readFileSync(join(path, 'LICENSE'), 'utf8')}`,
);
writeFileSync('dist/licences.txt', licences.join('\n'));
writeFileSync('dist/bin/package.json', '{ "type": "commonjs" }\n');
