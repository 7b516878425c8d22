/**
 * Bundles the JavaScript of the package: src and bin in, dist out, with source maps that lead to the shipped sources. Declarations
 * are the TypeScript compiler's (tsconfig.build.json). What several entry points need stands in shared chunks, so that all of
 * them see one `State`, and each of them loads a few files only.
 */
import { createHash } from 'node:crypto';
import { readFileSync, rmSync } from 'node:fs';
import { build } from 'esbuild';

const options = {
  outbase: '.',
  outdir: 'dist',
  bundle: true,
  packages: 'external',
  platform: 'node',
  target: 'node20.20',
  sourcemap: true,
  sourcesContent: false,
  metafile: true,
};
const modules = {
  ...options,
  entryPoints: [
    'src/index.ts',
    'src/encoder/index.ts',
    'src/exec/index.ts',
    'src/preprocessor/index.ts',
    'src/register.ts',
    'src/loader/thread.ts',
    'bin/dynasm.ts',
  ],
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

rmSync('dist', { recursive: true, force: true });
const { metafile } = await build(compiler);
// Names what the cache on disk holds: another compiler, another name.
const name = createHash('sha256');
for (const path of Object.keys(metafile.inputs).toSorted()) name.update(readFileSync(path));
await build({ ...modules, define: { BUILD: JSON.stringify(name.digest('hex')) } });
