/**
 * Bundles the JavaScript of the package: src and bin in, dist out, with source maps that lead to the shipped sources. Declarations
 * are the TypeScript compiler's (tsconfig.build.json). What the library's entry points need stands in shared chunks, so that all of
 * them see one `State`; everything else has its own copy of what it needs, so that a process loads a few files only.
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

/** What is imported when it is called is a file of its own: `name`, without its ending, to the path from the importing file. */
const loadedWhenCalled = pathOf => ({
  name: 'what is loaded when it is called',
  setup({ initialOptions, onResolve, onLoad }) {
    // The library is the user's, too: there must be one.
    onResolve({ filter: /^\.\.\/src\// }, ({ kind, path }) =>
      kind === 'dynamic-import' ? { path: path.replace('.ts', '.js'), external: true } : undefined,
    );
    onResolve({ filter: /^\.\/\w+\.ts$/ }, ({ kind, path }) => {
      if (kind !== 'dynamic-import') return undefined;
      const file = pathOf(path.slice(2, -3));
      return file.endsWith('.cjs') ? { path: file, namespace: 'script' } : { path: file, external: true };
    });
    // Scripts are required, by scripts: that is quicker than to import them, as it is with what belongs to Node.
    onResolve({ filter: /^node:/ }, ({ kind, path }) =>
      kind === 'dynamic-import' && initialOptions.format === 'cjs'
        ? { path, namespace: 'script' }
        : undefined,
    );
    onLoad({ filter: /^/, namespace: 'script' }, ({ path }) => ({
      contents: `module.exports = require('${path}');`,
    }));
    onResolve({ filter: /^/, namespace: 'script' }, ({ path }) => ({ path, external: true }));
  },
});

// The library without the translator: few files, as each costs a millisecond.
const library = {
  ...options,
  entryPoints: ['src/index.ts', 'src/encoder/index.ts', 'src/exec/index.ts'],
  chunkNames: 'chunk/[name]-[hash]',
  splitting: true,
  format: 'esm',
  plugins: [loadedWhenCalled(name => `./${name}.js`), withoutSideEffects],
};
const translator = {
  ...options,
  entryPoints: {
    'src/translation': 'src/translation.ts',
    'src/load': 'src/load.ts',
    'src/preprocessor/index': 'src/preprocessor/index.ts',
    'command/commands': 'bin/commands.ts',
    'command/instructions': 'bin/instructions.ts',
  },
  chunkNames: 'chunk/[name]-[hash]',
  splitting: true,
  format: 'esm',
  plugins: [
    {
      name: 'what runs modules is the script, which shares the library',
      setup({ onResolve }) {
        onResolve({ filter: /^\.\/run\.ts$/ }, () => ({ path: './run.cjs', external: true }));
      },
    },
    withoutSideEffects,
  ],
};
const loader = { ...options, entryPoints: ['src/register.ts', 'src/loader/thread.ts'], format: 'esm' };
const script = {
  ...options,
  format: 'cjs',
  outExtension: { '.js': '.cjs' },
  define: { 'import.meta.url': '__filename', 'import.meta.dirname': '__dirname' },
};
// The loader's hooks must answer at once, and so cannot import.
const compiler = { ...script, entryPoints: ['src/loader/compile.ts'] };
// The command line starts sooner as scripts, without the loader of modules: 20 ms of the 200 that LuaJIT's vm_x64.dasc took.
const TRANSLATING = ['bytes', 'text', 'report'];
const SCRIPTS = [...TRANSLATING, 'run'];
const commandLine = {
  ...script,
  plugins: [
    loadedWhenCalled(name => `../command/${name}.${SCRIPTS.includes(name) ? 'cjs' : 'js'}`),
    withoutSideEffects,
  ],
};
const main = { ...commandLine, entryPoints: ['bin/dynasm.ts'], outExtension: {} };
const running = { ...commandLine, entryPoints: { 'command/run': 'bin/run.ts' } };
// Users see no stack traces of these. V8 takes 1.5 ms of 5.8 less to parse bytes.cjs.
const translating = {
  ...commandLine,
  entryPoints: Object.fromEntries(TRANSLATING.map(name => [`command/${name}`, `bin/${name}.ts`])),
  minifyWhitespace: true,
  lineLimit: 120,
};

rmSync('dist', { recursive: true, force: true });
const { metafile } = await build(compiler);
// Names what the cache on disk holds: another compiler, another name.
const name = createHash('sha256');
for (const path of Object.keys(metafile.inputs).toSorted()) name.update(readFileSync(path));
const BUILD = JSON.stringify(name.digest('hex'));
for (const part of [library, translator, loader, main, running, translating]) {
  await build({ ...part, define: { ...part.define, BUILD } });
}
// Whose code stands in ours keeps its licence.
const files = Object.values(metafile.outputs).flatMap(({ inputs }) => Object.keys(inputs));
const packages = new Set(files.flatMap(file => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file) ?? []));
const licences = [...packages].map(
  path => `${path.replace(/^.*node_modules\//, '')}\n\n${readFileSync(join(path, 'LICENSE'), 'utf8')}`,
);
writeFileSync('dist/licences.txt', licences.join('\n'));
writeFileSync('dist/bin/package.json', '{ "type": "commonjs" }\n');
