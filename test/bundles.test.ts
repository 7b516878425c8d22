/**
 * Which modules the built package loads for each use, and that its entry points share their code.
 */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { build } from 'esbuild';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { readFiles } from './casefile.ts';
import { dynasm, Folder, root } from './packagefolder.ts';

const CASES = 'programs/bundles.txt';

let folder: Folder;
beforeAll(() => {
  folder = new Folder(
    readFiles(CASES, 'a preload that prints the URL of every module which is imported or required'),
  );
});
afterAll(() => folder.remove());

/** The URLs of the modules and scripts that node loads for `args`. */
function loaded(...args: readonly string[]): string[] {
  const { status, stdout, stderr } = folder.node(['--no-deprecation', '--import', './watch.mjs', ...args]);
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  return stdout.split('\n').filter(line => line.startsWith('file:'));
}

/** The scripts that the command line loads for `args`. */
function scripts(...args: readonly string[]): string[] {
  const urls = loaded(dynasm, ...args);
  return [
    ...new Set(urls.flatMap(url => /\/dist\/(?:bin|src\/files)\/(.*)/.exec(url)?.[1] ?? [])),
  ].toSorted();
}

/** The packages that a program loads, by name, and `translator` if it loads that. */
function heavy(program: string): string[] {
  folder.write('main.mjs', program);
  const urls = loaded('main.mjs');
  expect(urls.some(url => url.includes('/dist/src/'))).toBe(true);
  const packages = urls.flatMap(
    url => /\/node_modules\/((?:@[^/]+\/)?(?!dynasm\/)[^/]+)/.exec(url)?.[1] ?? [],
  );
  const translator = urls.some(
    url =>
      !url.includes('/node_modules/') &&
      readFileSync(fileURLToPath(url), 'utf8').includes('first statement must be .arch'),
  );
  return [...new Set([...packages, ...(translator ? ['translator'] : [])])].toSorted();
}

test('the entry points load nothing heavy', () => {
  for (const entry of ['dynasm', 'dynasm/encoder', 'dynasm/exec']) {
    expect([entry, heavy(`import '${entry}';`)]).toEqual([entry, []]);
  }
});

test('koffi comes with the first build, the translator with the first translation', () => {
  const build = `const { dasm } = await import('dynasm'); dasm.new([0xc3, 255], { arch: 'x64' }).put(0);`;
  expect(heavy(build)).toEqual([]);
  const translate = `const { translateToString } = await import('dynasm'); await translateToString({ source: '' }, { check: false });`;
  // The library for source maps and its own packages come with the translator.
  expect(heavy(translate).filter(name => !name.startsWith('@jridgewell/'))).toEqual(['translator']);
  const parsed = heavy(translate.replace('false', 'true')).filter(name => !name.startsWith('@'));
  expect(parsed).toEqual(['oxc-transform', 'translator']);
});

test('the command line loads the scripts that it needs', () => {
  const source = '|.arch x64\n|.actionlist actions\n| ret\n';
  folder.write('in.dasc', source);
  folder.write('in.dast', source.replace('| ret\n', ''));
  expect(scripts('--version')).toEqual(['dynasm.cjs']);
  expect(scripts('in.dasc', '-o', 'out.h')).toEqual(['classic.cjs', 'dynasm.cjs']);
  expect(scripts('translate', 'in.dast', '-o', 'out.ts')).toEqual(['dynasm.cjs', 'index.cjs']);
  // On Node 20 the loader's thread loads the compiler. If the cache has the module, nobody does.
  scripts('run', 'in.dast');
  expect(scripts('run', 'in.dast')).toEqual(['dynasm.cjs']);
});

test('the entry points share one State', () => {
  folder.writeAll(readFiles(CASES, 'a program that compares what the entry points export'));
  expect(folder.node(['main.mjs']).stdout).toBe('true true true true true true\n');
});

test('a program that translates can be bundled', async () => {
  folder.write(
    'translates.mjs',
    `import { translateToString } from 'dynasm';
     console.log(await translateToString({ source: '|.arch x64\\n|.actionlist actions\\n| ret\\n' }));`,
  );
  await build({
    absWorkingDir: folder.path,
    entryPoints: ['translates.mjs'],
    outfile: 'bundled.mjs',
    bundle: true,
    platform: 'node',
    format: 'esm',
    external: ['koffi', 'oxc-transform', 'iced-x86'],
    logLevel: 'error',
  });
  const { stdout, stderr } = folder.node(['bundled.mjs']);
  expect([stderr, stdout.includes('195, 255')]).toEqual(['', true]);
});

/** A program for browsers that has `names` of the module `from`, bundled and minified. */
async function browserBundle(names: string, from: string): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: `export { ${names} } from '${from}';`, resolveDir: folder.path },
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    write: false,
  });
  return outputFiles[0]?.text ?? '';
}

test.each([
  ['State, actionList', 'dynasm/encoder', 14],
  ['State, arm64ActionList', 'dynasm/encoder', 18],
  ['translateJavaScript', 'dynasm/preprocessor', 133],
  ['translateSource', 'dynasm/preprocessor', 143],
])('%s in a browser: the bundle is as small as the documentation says', async (names, from, limit) => {
  const bundle = await browserBundle(names, from);
  const text = readFileSync(join(root, 'docs/library.md'), 'utf8');
  const row = names.split(', ').map(name => `\`${name}\``);
  const stated = new RegExp(`^\\| ${row.join(', ')}\\W.*\\| (\\d+) KB +\\| (\\d+) KB`, 'm').exec(text) ?? [];
  const [brotli, gzip] = stated.slice(1).map(Number);
  expect(brotli).toBe(limit);
  for (const [kilobytes, compressed] of [
    [brotli, brotliCompressSync(bundle)],
    [gzip, gzipSync(bundle, { level: 9 })],
  ] as const) {
    expect(compressed.length / 1000).toBeLessThanOrEqual(Number(kilobytes));
    expect(compressed.length / 1000).toBeGreaterThan(Number(kilobytes) * 0.9);
  }
});

test('a bundle has only what its program uses', async () => {
  const x86 = await browserBundle('State, actionList', 'dynasm/encoder');
  const arm64 = await browserBundle('State, arm64ActionList', 'dynasm/encoder');
  // What only one of the machines has.
  expect([x86.includes('no logical immediate'), arm64.includes('no logical immediate')]).toEqual([
    false,
    true,
  ]);
  expect([x86.includes('VREG looks for'), arm64.includes('VREG looks for')]).toEqual([true, false]);
  const javascript = await browserBundle('translateJavaScript', 'dynasm/preprocessor');
  const all = await browserBundle('translateSource', 'dynasm/preprocessor');
  // C output, Lua output, and functions for chunks.
  for (const part of ['#if DASM_VERSION', 'if dasm._VERSION', 'what its put does, straight on']) {
    expect([part, javascript.includes(part), all.includes(part)]).toEqual([part, false, true]);
  }
  // What only `explain` prints.
  expect(all).not.toContain('Assembly in TypeScript needs one');
});
