/**
 * Holds the shape of the source tree that docs/architecture.md describes: reads the import lines and
 * names of every file under src and bin, and the comments there and in the tests.
 */
import { expect, test } from '@jest/globals';
import { readFileSync, readdirSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';

const root = join(import.meta.dirname, '..');

function sources(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.ts'))
    .map(name => join(folder, name));
}

const files = [...sources('src'), ...sources('bin')];
const texts: ReadonlyMap<string, string> = new Map(
  files.map(file => [file, readFileSync(join(root, file), 'utf8')]),
);

interface Import {
  readonly from: string;
  /** A path from the root, or the name of a package. */
  readonly to: string;
}

/** Every import of a file: static, dynamic, `require`d, and of types. */
function imports(file: string): Import[] {
  const text = (texts.get(file) ?? '').replace(/^\s*(?:\*|\/[/*]).*$/gm, '');
  const statements = text.matchAll(/^(?:import|export)\b(?:[^;'"`]*\bfrom)?\s*'([^'\n]+)'/gm);
  const calls = text.matchAll(/\b(?:import|require)\(\s*'([^'\n]+)'/g);
  return [...statements, ...calls].map(([, name = '']) => ({
    from: file,
    to: name.startsWith('.') ? relative(root, join(root, dirname(file), name)) : name,
  }));
}

const all = files.flatMap(imports);

const FORMAT = 'src/encoder/format/';
const PREPROCESSOR = 'src/preprocessor/';
const TEXT = `${PREPROCESSOR}text/`;
const DIAGNOSTIC = `${PREPROCESSOR}diagnostic/`;
const ITEM = `${PREPROCESSOR}item.ts`;
const LANGUAGE = `${PREPROCESSOR}language/`;

/** Folder or file, and what may be imported in it. The first row that a file is in counts. */
const RULES: readonly (readonly [within: string, allowed: readonly string[]])[] = [
  [FORMAT, [FORMAT]],
  ['src/encoder/', ['src/encoder/']],
  [TEXT, [TEXT]],
  [DIAGNOSTIC, [DIAGNOSTIC, TEXT, ITEM]],
  [`${LANGUAGE}typescript/`, [LANGUAGE, DIAGNOSTIC, TEXT, ITEM, FORMAT, '@jridgewell/gen-mapping']],
  [LANGUAGE, [LANGUAGE, DIAGNOSTIC, TEXT, ITEM]],
  [PREPROCESSOR, [PREPROCESSOR, FORMAT]],
  ['src/exec/', ['src/exec/', 'src/encoder/', 'koffi', 'iced-x86', 'node:']],
  [
    'src/files/',
    ['src/files/', PREPROCESSOR, 'node:', '#translator', 'esbuild', 'oxc-transform', '@jridgewell/remapping'],
  ],
  ['src/cache/', ['src/cache/', 'src/files/', 'node:']],
  ['src/loader/', ['src/loader/', 'src/cache/', 'src/files/', 'node:']],
  ['src/asm/', ['src/files/', 'src/encoder/', 'src/exec/listing.ts', `${PREPROCESSOR}index.ts`]],
  ['src/', ['src/']],
  [
    'bin/',
    // prettier-ignore
    ['bin/', 'src/files/', 'src/asm/assembly.ts', 'src/loader/install.ts', `${PREPROCESSOR}index.ts`,
      'dynasm', 'package.json', 'node:', 'commander'],
  ],
];

/** Folder or file, and what must not be imported in it although the rules above allow it. */
const FORBIDDEN: readonly (readonly [within: string, target: RegExp])[] = [
  ['src/preprocessor/arch/', /^src\/preprocessor\/language\/(?!outputlanguage\.ts$)/],
];

test('imports stay within the rules', () => {
  const broken = all.filter(({ from, to }) => {
    const allowed = RULES.find(([within]) => from.startsWith(within))?.[1] ?? [];
    return (
      !allowed.some(prefix => to.startsWith(prefix)) ||
      FORBIDDEN.some(([within, target]) => from.startsWith(within) && target.test(to))
    );
  });
  expect(broken).toEqual([]);
});

test('every permission in the rules is used', () => {
  const unused = RULES.flatMap(([within, allowed], index) => {
    const own = all.filter(({ from }) => RULES.findIndex(([prefix]) => from.startsWith(prefix)) === index);
    return allowed
      .filter(prefix => !own.some(({ to }) => to.startsWith(prefix)))
      .map(prefix => [within, prefix]);
  });
  expect(unused).toEqual([]);
});

test('no files import one another in a circle, types included', () => {
  const targets = new Map(
    files.map(file => [file, imports(file).flatMap(({ to }) => (texts.has(to) ? [to] : []))]),
  );
  const finished = new Set<string>();
  const circles: string[][] = [];
  const visit = (file: string, path: readonly string[]): void => {
    if (path.includes(file)) circles.push([...path.slice(path.indexOf(file)), file]);
    else if (!finished.has(file))
      for (const target of targets.get(file) ?? []) visit(target, [...path, file]);
    finished.add(file);
  };
  for (const file of files) visit(file, []);
  expect(circles).toEqual([]);
});

test('only entry points lie loose in src', () => {
  expect(readdirSync(join(root, 'src')).filter(name => name.endsWith('.ts'))).toEqual([
    'index.ts',
    'register.ts',
  ]);
});

test('no two files have the same base name', () => {
  const names = files.map(file => basename(file)).filter(name => name !== 'index.ts');
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
});

test('only the tables of languages tell one output language from another', () => {
  const tables = 'src/preprocessor/language/';
  const switches = /\b(?:lang|language)\b[^\n;]*[!=]==?\s*'(?:ts|js|c|lua)'|\bcase '(?:ts|js|c|lua)'/;
  const telling = files.filter(file => switches.test(texts.get(file) ?? ''));
  expect(telling.filter(file => !file.startsWith(tables))).toEqual([]);
  expect(telling).not.toEqual([]);
});

test('comment lines have at most 110 columns', () => {
  const long = [...files, ...sources('test')].flatMap(file =>
    readFileSync(join(root, file), 'utf8')
      .split('\n')
      .flatMap((line, index) =>
        /^\s*(?:\/\/|\/\*|\*)/.test(line) && line.length > 110 ? [`${file}:${index + 1}`] : [],
      ),
  );
  expect(long).toEqual([]);
});

test('these tests see imports, types among them', () => {
  expect(all.length).toBeGreaterThan(100);
  expect(all).toContainEqual({ from: 'bin/commands.ts', to: 'commander' });
  expect(all).toContainEqual({ from: 'src/encoder/link.ts', to: 'src/encoder/section.ts' });
});
