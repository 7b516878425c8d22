/**
 * Bundles the JavaScript of the package: src and bin in, dist out, with source maps that lead to the shipped sources. Declarations
 * are the TypeScript compiler's (tsconfig.build.json). What several entry points need stands in shared chunks, so that all of
 * them see one `State`, and each of them loads a few files only.
 */
import { createHash } from 'node:crypto';
import { readFileSync, rmSync } from 'node:fs';
import { build } from 'esbuild';

rmSync('dist', { recursive: true, force: true });

const options = {
  entryPoints: [
    'src/index.ts',
    'src/encoder/index.ts',
    'src/exec/index.ts',
    'src/preprocessor/index.ts',
    'src/register.ts',
    'src/loader/thread.ts',
    'bin/dynasm.ts',
  ],
  outbase: '.',
  outdir: 'dist',
  chunkNames: 'chunk/[name]-[hash]',
  bundle: true,
  splitting: true,
  packages: 'external',
  format: 'esm',
  platform: 'node',
  target: 'node20.20',
  sourcemap: true,
  sourcesContent: false,
  metafile: true,
};
const { metafile } = await build({ ...options, write: false });
// Names what the caches on disk hold: another translator, another name.
const hash = createHash('sha256');
for (const path of Object.keys(metafile.inputs).toSorted()) hash.update(readFileSync(path));
await build({ ...options, define: { BUILD: JSON.stringify(hash.digest('hex')) } });
