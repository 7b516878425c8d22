/**
 * Bundles tests, with the sources that they test, to scripts that run without Jest. `bundleTests` takes files
 * of tests and a folder; the scripts lie there as the files lie in the project.
 */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { build, type Plugin } from 'esbuild';

const root = join(import.meta.dirname, '../..');

/** What stands in for packages that tests import and that do not run everywhere. */
const SUBSTITUTES: Readonly<Record<string, string>> = {
  '@jest/globals': 'jestglobals.ts',
  'oxc-transform': 'striptypes.ts',
};
const substitution: Plugin = {
  name: 'substitution',
  setup(build) {
    for (const [name, file] of Object.entries(SUBSTITUTES)) {
      build.onResolve({ filter: new RegExp(`^${name}$`) }, () => ({ path: join(import.meta.dirname, file) }));
    }
  },
};

/** Translates `.dast` files for a platform. */
function translation(platform: string): Plugin {
  return {
    name: 'translation',
    setup(build) {
      build.onLoad({ filter: /\.dast$/ }, ({ path }) => {
        const args = [join(root, 'dist/bin/dynasm.cjs'), 'translate', path, '--platform', platform];
        return { contents: execFileSync(process.execPath, args, { encoding: 'utf8' }), loader: 'ts' };
      });
    },
  };
}

/** Names that packages in CommonJS want. */
const COMMONJS = `import { createRequire as makeRequire } from 'node:module';
const require = makeRequire(import.meta.url);
const __dirname = import.meta.dirname;
const __filename = import.meta.filename;`;

/**
 * @param tests from the root of the project
 * @param platform that `.dast` files are translated for
 */
export async function bundleTests(tests: readonly string[], folder: string, platform: string): Promise<void> {
  await build({
    absWorkingDir: root,
    entryPoints: [...tests],
    outbase: '.',
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20.19',
    // The package's own name is its sources.
    conditions: ['dynasm-source'],
    external: ['koffi', 'iced-x86'],
    banner: { js: COMMONJS },
    plugins: [substitution, translation(platform)],
    logLevel: 'error',
  });
}
