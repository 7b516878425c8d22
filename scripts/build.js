/**
 * Bundles the JavaScript of the package: takes src and bin, writes dist, with source maps that lead to the
 * shipped sources. The declarations are made by the TypeScript compiler (tsconfig.build.json).
 *
 * Times are whole processes on Node 20, medians: what would be added to 26 ms of an empty program.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';

/**
 * In a script, `import()` of another script or of a module of Node is a `require`: to start Node's loader of
 * modules takes 12 ms.
 */
const scriptsRequire = {
  name: 'scripts require',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^node:|^\.\/(?:commands|lsp)\.ts$|\/src\/files\// }, ({ kind, path }) =>
      kind === 'dynamic-import' ? { path: path.replace(/\.ts$/, '.cjs'), namespace: 'script' } : undefined,
    );
    onLoad({ filter: /^/, namespace: 'script' }, ({ path }) => ({
      contents: `module.exports = require('${path}');`,
    }));
    onResolve({ filter: /^/, namespace: 'script' }, ({ path }) => ({ path, external: true }));
  },
};

/**
 * In scripts `#x` is `_x`. Most of a translation runs before V8 has optimised it, and then takes longer by a tenth
 * for private members.
 */
const PRIVATE = /(?<=\w\.|^ +(?:(?:readonly|get|set|static|async) )*\*?)#(?=[a-z])/gm;
const privateMembers = {
  name: 'private members',
  setup({ onLoad }) {
    onLoad({ filter: /\.ts$/ }, ({ path }) => ({
      contents: readFileSync(path, 'utf8').replaceAll(PRIVATE, '_'),
      loader: 'ts',
    }));
  },
};

/** The instruction table without what only readers of its source want: columns that are aligned, and remarks. */
const denseTable = {
  name: 'dense table',
  setup({ onLoad }) {
    onLoad({ filter: /\/x86\/table\/\w+\.ts$/ }, ({ path }) => ({
      contents: readFileSync(path, 'utf8').replaceAll(/^\/\/.*\n|(?<! \|) +(?= \| )/gm, ''),
      loader: 'ts',
    }));
  },
};

// The libraries for source maps are bundled: a package less to install each, and to find them in their folders
// takes 10 ms of the first translation.
const { dependencies, peerDependencies } = JSON.parse(readFileSync('package.json', 'utf8'));

// Modules of ours do nothing when they are loaded (`sideEffects` in package.json): one whose exports are not used
// is left out.
const options = {
  outbase: '.',
  outdir: 'dist',
  bundle: true,
  // Writes exported constants into the code that uses them.
  minifySyntax: true,
  external: [...Object.keys({ ...dependencies, ...peerDependencies }), '#*', 'dynasm', 'dynasm/*'],
  platform: 'node',
  target: 'node20.19',
  sourcemap: true,
  sourcesContent: false,
  metafile: true,
  plugins: [denseTable],
};

// These share their code, so that there is one `State`.
const library = {
  ...options,
  entryPoints: ['src/index.ts', 'src/encoder/index.ts', 'src/exec/index.ts'],
  format: 'esm',
  splitting: true,
  chunkNames: 'chunk/[name]-[hash]',
};
// These have copies of what they need. If they shared it, too, it would come in smaller chunks: `register`
// would take 3 ms more.
const standalone = {
  ...options,
  entryPoints: ['src/preprocessor/index.ts', 'src/register.ts', 'src/loader/thread.ts'],
  format: 'esm',
};
// The command line, as modules, would take 15 ms more.
const scripts = {
  ...options,
  entryPoints: [
    'bin/dynasm.ts',
    // Inside the first script, the others would take 10 ms of every command.
    'bin/commands.ts',
    'src/files/index.ts',
    // Without it, C output would take 5 ms more: TypeScript's part of the translator is loaded, too.
    'src/files/classic.ts',
    // Loaded only if environment variables ask for it.
    'src/exec/debugger/index.ts',
    // Loaded with the first listing of ARM64 code.
    'src/preprocessor/arch/arm64/disassembler.ts',
  ],
  format: 'cjs',
  outExtension: { '.js': '.cjs' },
  define: { 'import.meta.url': '__filename' },
  plugins: [scriptsRequire, denseTable, privateMembers],
  // Otherwise translation would take 2 ms more. The lines are for stack traces.
  minifyWhitespace: true,
  lineLimit: 120,
};

// Only editors load it. It has a library for their protocol, which would be five packages; most of it is that.
const server = {
  ...scripts,
  entryPoints: ['bin/lsp.ts'],
  minify: true,
  sourcemap: false,
};

/**
 * unplugin is bundled: it would bring nine packages, for people who build nothing, too. Its plugin for webpack
 * requires a package that it uses for plugins that resolve names, which ours does not do.
 */
const withoutVirtualModules = {
  name: 'without virtual modules',
  setup({ onLoad }) {
    onLoad({ filter: /\/unplugin\/dist\/index\.mjs$/ }, ({ path }) => {
      const text = readFileSync(path, 'utf8');
      const contents = text.replaceAll('__require("webpack-virtual-modules")', 'class {}');
      if (contents === text) throw new Error(`${path} does not look as expected`);
      return { contents };
    });
  },
};
const bundlers = {
  ...options,
  entryPoints: ['src/plugin/index.ts', 'src/jest/index.ts'],
  format: 'esm',
  minifyWhitespace: true,
  lineLimit: 120,
  plugins: [withoutVirtualModules],
};
// webpack and Rspack load these by their paths, which unplugin knows from its own file.
const loaders = {
  ...bundlers,
  entryPoints: ['webpack', 'rspack'].map(name => `node_modules/unplugin/dist/${name}/loaders/load.mjs`),
  outbase: 'node_modules/unplugin/dist',
  outdir: 'dist/src/plugin',
  outExtension: { '.js': '.mjs' },
};

rmSync('dist', { recursive: true, force: true });
const { metafile } = await build({ ...scripts, entryPoints: ['src/files/index.ts'], write: false });
// Names what the cache on disk holds: another compiler, another name.
const name = createHash('sha256');
for (const path of Object.keys(metafile.inputs).toSorted()) name.update(readFileSync(path));
const BUILD = JSON.stringify(name.digest('hex'));
const outputs = [];
for (const part of [library, standalone, scripts, server, bundlers, loaders]) {
  const built = await build({ ...part, define: { ...part.define, BUILD } });
  outputs.push(...Object.values(built.metafile.outputs));
}
/**
 * esbuild makes the object for `export * as` in a call, which bundlers of users must take for one that does
 * something. As a literal, on as many lines, it is left out where nothing uses it.
 */
const NAMESPACE = /^var (\w+) = \{\};\n__export\(\1, \{\n((?: {2}\w+: \(\) => \w+,?\n)+)\}\);$/gm;
const asLiteral = (_, name, members) =>
  `var ${name} =\n{\n${members.replaceAll(/(\w+): \(\) => (\w+)/g, 'get $1() { return $2; }')}};`;
for (const file of readdirSync('dist', { recursive: true }).filter(name => /\.c?js$/.test(name))) {
  const path = join('dist', file);
  const text = readFileSync(path, 'utf8');
  // The sources say `REQUIRE` where bundlers shall see a `require`, out of which esbuild would make something else.
  const changed = text.replaceAll(/\bREQUIRE\(/g, 'require(').replaceAll(NAMESPACE, asLiteral);
  if (changed !== text) writeFileSync(path, changed);
}
// Packages whose code stands in ours keep their licences.
const files = outputs.flatMap(({ inputs }) => Object.keys(inputs));
const packages = new Set(files.flatMap(file => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file) ?? []));
const licenceOf = path => {
  const name = readdirSync(path).find(each => /^licen[cs]e/i.test(each));
  return readFileSync(join(path, name), 'utf8');
};
const licences = [...packages].map(path => `${path.replace(/^.*node_modules\//, '')}\n\n${licenceOf(path)}`);
writeFileSync('dist/licences.txt', licences.join('\n'));
