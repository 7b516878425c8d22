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
    .filter(name => /\.[cm]?ts$/.test(name) && !name.includes('node_modules'))
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

/** Comments; strings, which may look like one, are captured. */
const COMMENTS = /\/\*[^]*?\*\/|\/\/[^\n]*|('(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*")/g;

/** Every import of a text: static, dynamic, `require`d, and of types. */
function imports(file: string, source: string = texts.get(file) ?? ''): Import[] {
  const text = source.replace(COMMENTS, (_, string: string | undefined) => string ?? '');
  const statements = text.matchAll(/^\s*(?:import|export)\b(?:[^;'"`]*\bfrom)?\s*'([^'\n]+)'/gm);
  const calls = text.matchAll(/\b(?:import|require)\(\s*'([^'\n]+)'/g);
  return [...statements, ...calls].map(([, name = '']) => ({
    from: file,
    to: name.startsWith('.') ? relative(root, join(root, dirname(file), name)) : name,
  }));
}

const all = files.flatMap(file => imports(file));

/** Names of ours that stand for files. */
const ALIASES: Readonly<Record<string, string>> = {
  '#translator': 'src/files/index.ts',
  '#debugger': 'src/exec/debugger/index.ts',
  '#disassembler': 'src/preprocessor/arch/arm64/disassembler.ts',
  '#loader-thread': 'src/loader/thread.ts',
  dynasm: 'src/index.ts',
};

const FORMAT = 'src/encoder/format/';
const PREPROCESSOR = 'src/preprocessor/';
const ARGUMENT = `${FORMAT}argument.ts`;
const OPTION = `${FORMAT}option.ts`;
const NEAREST = `${FORMAT}nearestname.ts`;
const TEXT = `${PREPROCESSOR}text/`;
const DIAGNOSTIC = `${PREPROCESSOR}diagnostic/`;
const ITEM = `${PREPROCESSOR}item.ts`;
const LANGUAGE = `${PREPROCESSOR}language/`;

/** Folder or file, and what may be imported in it. The first row that a file is in counts. */
const RULES: readonly (readonly [within: string, allowed: readonly string[]])[] = [
  [FORMAT, [FORMAT]],
  ['src/encoder/', ['src/encoder/']],
  [TEXT, [TEXT]],
  [DIAGNOSTIC, [DIAGNOSTIC, TEXT, ITEM, ARGUMENT, OPTION]],
  [`${PREPROCESSOR}convention/`, [`${PREPROCESSOR}convention/`, DIAGNOSTIC, TEXT]],
  [`${LANGUAGE}typescript/`, [LANGUAGE, DIAGNOSTIC, TEXT, ITEM, FORMAT, '@jridgewell/sourcemap-codec']],
  [LANGUAGE, [LANGUAGE, DIAGNOSTIC, TEXT, ITEM, FORMAT]],
  [PREPROCESSOR, [PREPROCESSOR, FORMAT]],
  [
    'src/exec/',
    [
      'src/exec/',
      'src/encoder/',
      'src/template/',
      '#debugger',
      '#disassembler',
      'koffi',
      'iced-x86',
      'node:',
    ],
  ],
  [
    'src/files/',
    [
      'src/files/',
      PREPROCESSOR,
      ARGUMENT,
      OPTION,
      'node:',
      'oxc-transform',
      '@jridgewell/remapping',
      '@jridgewell/trace-mapping',
    ],
  ],
  ['src/cache/', ['src/cache/', 'src/files/', 'node:']],
  ['src/loader/', ['src/loader/', 'src/cache/', 'src/files/', '#', 'node:']],
  [
    'src/asm/',
    [
      'src/asm/',
      'src/files/',
      'src/encoder/',
      'src/exec/codeparts.ts',
      'src/exec/listedcode.ts',
      'src/exec/symbol.ts',
      `${PREPROCESSOR}index.ts`,
      `${PREPROCESSOR}arch/index.ts`,
    ],
  ],
  [
    'src/template/',
    // prettier-ignore
    ['src/template/', 'src/encoder/', 'src/exec/', 'src/asm/constant.ts', 'src/files/index.ts',
      'src/loader/bundle.ts', `${PREPROCESSOR}index.ts`],
  ],
  ['src/jest/', ['src/files/', 'src/loader/', 'src/plugin/pluginoptions.ts', 'node:']],
  [
    'src/plugin/',
    // prettier-ignore
    ['src/plugin/', 'src/files/', 'src/loader/', `${PREPROCESSOR}index.ts`, `${DIAGNOSTIC}render.ts`,
      'unplugin', 'esbuild', 'node:'],
  ],
  [
    'src/lsp/',
    // prettier-ignore
    ['src/lsp/', '#translator', PREPROCESSOR, 'src/types/', 'vscode-languageserver', '@jridgewell/sourcemap-codec', 'node:'],
  ],
  ['src/types/', ['src/types/', 'src/files/', `${PREPROCESSOR}index.ts`, 'node:']],
  ['src/', ['src/']],
  [
    'bin/',
    // prettier-ignore
    ['bin/', 'src/files/', 'src/types/index.ts', 'src/lsp/server.ts', 'src/asm/assembly.ts', NEAREST, `${FORMAT}feature.ts`, 'src/loader/install.ts',
      `${PREPROCESSOR}index.ts`, 'dynasm', 'package.json', 'node:', 'commander'],
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
    files.map(file => [
      file,
      imports(file).flatMap(({ to }) => [ALIASES[to] ?? to].filter(target => texts.has(target))),
    ]),
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
  const names = files.map(file => basename(file).toLowerCase()).filter(name => name !== 'index.ts');
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
});

test('only the tables of languages tell one output language from another', () => {
  const tables = 'src/preprocessor/language/';
  const name = "'(?:ts|js|c|lua)'";
  const switches = new RegExp(
    `\\b(?:lang|language)\\b[^\\n;]*[!=]==?\\s*${name}|${name}\\s*[!=]==?[^\\n;]*\\b(?:lang|language)\\b|` +
      `\\bcase ${name}|\\[[^\\]]*${name}[^\\]]*\\]\\.includes`,
  );
  for (const text of ["lang === 'c'", "'ts' !== lang", "case 'lua':", "['c', 'lua'].includes(lang)"]) {
    expect(switches.test(text)).toBe(true);
  }
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
  const text = `
import {
  a, // the caller's own
} from './a.ts';
/* own */ import type { B } from './b.ts';
export * from "./c.ts";
const d = await import('./d.ts'); // import('./e.ts')
`;
  const found = imports('src/x.ts', text.replaceAll('"', "'"));
  expect(found.map(({ to }) => to)).toEqual(['src/a.ts', 'src/b.ts', 'src/c.ts', 'src/d.ts']);
});
