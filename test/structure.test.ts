/**
 * Holds the import rules of docs/architecture.md: reads every import line under src and bin.
 */
import { expect, test } from '@jest/globals';
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

const root = join(import.meta.dirname, '..');

interface Import {
  readonly from: string;
  readonly to: string;
}

function sources(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.ts'))
    .map(name => join(folder, name));
}

/** Every static, dynamic and `require`d import, relative ones as paths from the root. */
function imports(file: string): Import[] {
  const text = readFileSync(join(root, file), 'utf8').replace(/^\s*(?:\*|\/[/*]).*$/gm, '');
  const statements = text.matchAll(/^(?:import|export)\b(?:[^;'"`]*\bfrom)?\s*'([^'\n]+)'/gm);
  const calls = text.matchAll(/\b(?:import|require)\(\s*'([^'\n]+)'/g);
  return [...statements, ...calls].map(([, name = '']) => ({
    from: file,
    to: name.startsWith('.') ? relative(root, join(root, dirname(file), name)) : name,
  }));
}

const all = [...sources('src'), ...sources('bin')].flatMap(imports);

/** Folder or file prefix → what files in it may import. The first row that fits a file counts. */
const rules: readonly [within: string, allowed: readonly string[]][] = [
  ['src/encoder/format/', ['src/encoder/format/']],
  ['src/encoder/', ['src/encoder/']],
  ['src/preprocessor/arch/', ['src/preprocessor/', 'src/encoder/format/']],
  [
    'src/preprocessor/language/typescript/',
    ['src/preprocessor/', 'src/encoder/format/', '@jridgewell/gen-mapping'],
  ],
  ['src/preprocessor/', ['src/preprocessor/', 'src/encoder/format/']],
  ['src/exec/', ['src/exec/', 'src/encoder/', 'koffi', 'iced-x86', 'node:']],
  ['src/', ['src/', '#', 'node:', 'esbuild', 'oxc-transform', '@jridgewell/']],
  ['bin/', ['bin/', 'src/', 'dynasm', 'package.json', 'node:', 'commander']],
];

/** Narrower rules: what must not be imported by whom. */
const forbidden: readonly [within: string, target: RegExp, except?: RegExp][] = [
  ['src/preprocessor/arch/', /^src\/preprocessor\/language\/(?!outputlanguage\.ts$)/],
  ['src/preprocessor/language/', /^src\/preprocessor\/arch\//],
  ['src/', /^bin\//],
  ['src/', /^koffi$/, /^src\/exec\//],
  ['bin/', /^src\/preprocessor\/(?!index\.ts$)/],
];

test('imports stay within the rules', () => {
  const broken = all.filter(({ from, to }) => {
    const allowed = rules.find(([within]) => from.startsWith(within))?.[1] ?? [];
    return (
      !allowed.some(prefix => to.startsWith(prefix)) ||
      forbidden.some(
        ([within, target, except]) => from.startsWith(within) && target.test(to) && !except?.test(from),
      )
    );
  });
  expect(broken).toEqual([]);
});

test('the rules see imports', () => {
  expect(all.length).toBeGreaterThan(100);
  expect(all).toContainEqual({ from: 'bin/commands.ts', to: 'commander' });
});

test('only targets name an output language', () => {
  const named = sources('src/preprocessor')
    .filter(file => !file.startsWith('src/preprocessor/language/'))
    .filter(file => /\blang(?:uage)?\s*[!=]==?\s*['"]/.test(readFileSync(join(root, file), 'utf8')));
  expect(named).toEqual([]);
});
