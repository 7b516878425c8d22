/**
 * TypeScript output is parsed before it is written: what the parser finds becomes an error of the source,
 * with its place, on the command line, in the library and in the loaders.
 */
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { translateNow } from '../src/files/translatefile.ts';
import { renderClassic, translateSource, type Diagnostic } from '../src/preprocessor/index.ts';
import { Folder } from './packagefolder.ts';

const HEAD =
  "import { dasm } from 'dynasm';\n|.arch x64\n|.actionlist actions\nconst Dst = dasm.new(actions);\n";

/** What follows the head, and where the first mistake stands: line (from 1, without the head) and column. */
type Case = readonly [source: string, place: string, note?: string];

const CONTINUES =
  'the line goes on with the one above: assembly stands where a statement may begin; put braces around it';
const BEGINS = 'a line of assembly begins with its bar';

// prettier-ignore
const CASES: readonly Case[] = [
  ['function f() {\n  | mov eax, await g()\n}', '2:14'],
  ['function f() {\n  | nop\n  | mov eax, 1; mov ecx, [rdi+await g()]\n}', '3:31'],
  ['const f = () =>\n  | nop', '2:3', CONTINUES],
  ['const f = () =>\n| nop\nconst g = 1;', '2:1', CONTINUES],
  ['const f = () => | nop', '1:17', BEGINS],
  ['for (const x of [1]) | nop', '1:22', BEGINS],
  ['for (;;) | nop', '1:10', BEGINS],
  ['if (Dst) | nop', '1:10', BEGINS],
  ['const x = ;', '1:11'],
  ['let é = "ß😀"; const z = = 1;', '1:26'],
  ['class A { x = 1 }}', '1:18'],
  ['const a = 1;\nconst a = 2;', '2:7'],
  ['const actions = 1;', '1:7'],
  ['const y = 1;\n|.globalnames y', '2:15'],
  ['|| const = 5;', '1:9'],
  ['|.include part.inc\nconst b = 1;', 'part.inc:2:7'],
];
const FILES = { 'part.inc': '| nop\nconst = 1;\n' };

const RIGHT: readonly string[] = [
  'const x = await Promise.resolve(1);\n| mov eax, await f()',
  'for await (const x of y) {}\nusing z = f();',
  'async function f() {\n| mov eax, await g()\n}',
  'enum E { A }\nnamespace N { export const x = 1; }\nabstract class A { abstract f(): void }\ndeclare const z: unique symbol;',
  'function f(): void;\nfunction f(a?: number): void {}\nconst v = <any>5;\ninterface A {}\ninterface A { x: 1 }',
  'type actions = 1;',
  'import x = require("y");\n@dec class D { constructor(private x = 1) {} accessor y = 1 }',
  '{ const actions = 1; }\nfunction f() {\n|.globalnames names\n}\nfunction g() {\n|.globalnames names\n}',
];
const SEVERAL = 'const a = 1;\nconst a = 2;\nconst b = 1; const b = 2;';

/** Translates and loads each source in each way, and prints the diagnostics as JSON. */
const SCRIPT = `
import { loadString, translateToString } from 'dynasm';
import { readFileSync } from 'node:fs';
const ways = [{}, { sourceMap: true }, { lang: 'js' }, { specialise: false }, { keepLines: true }];
const diagnosticsOf = async action => {
  try {
    await action();
    return [];
  } catch (error) {
    return error.diagnostics ?? (error.name === 'TranslationError' ? [String(error)] : []);
  }
};
const results = [];
for (const { source, options, load } of JSON.parse(readFileSync('cases.json', 'utf8'))) {
  const found = [];
  for (const way of ways) {
    found.push(await diagnosticsOf(() => translateToString({ source, file: 'in.dast', ...options }, { ...way, ...options })));
  }
  if (load) found.push(await diagnosticsOf(() => loadString(source, { file: 'in.dast' })));
  results.push(found);
}
console.log(JSON.stringify(results));
`;

interface Source {
  readonly source: string;
  readonly options?: object;
  /** Also load it as a module. */
  readonly load?: boolean;
}

function shown({ file, line = 0, column, notes, code }: Diagnostic): readonly unknown[] {
  const base = basename(file);
  const place = base === 'in.dast' ? line - HEAD.split('\n').length + 1 : `${base}:${line}`;
  return [code, `${place}:${column}`, notes[0]];
}

/** The diagnostics of each source in each way. */
function translateAll(sources: readonly Source[]): readonly (readonly (readonly Diagnostic[])[])[] {
  folder.write('cases.json', JSON.stringify(sources));
  folder.write('script.mjs', SCRIPT);
  const { stdout, stderr } = folder.node(['script.mjs']);
  expect(stderr).toBe('');
  return JSON.parse(stdout) as ReturnType<typeof translateAll>;
}

let folder: Folder;
beforeEach(() => {
  folder = new Folder(FILES);
});
afterEach(() => folder.remove());

test('a mistake is an error with its place in the source', () => {
  const sources = CASES.map(([text]) => ({ source: `${HEAD}${text}\n`, load: true }));
  for (const [index, found] of translateAll(sources).entries()) {
    const [text = '', place = '', note] = CASES[index] ?? [];
    const firsts = found.map(([first]) => first && shown(first));
    expect([text, ...firsts]).toEqual([text, ...found.map(() => ['host-syntax', place, note])]);
    const [{ lineText, line = 0 } = { lineText: '' }] = found[0] ?? [];
    const file = place.startsWith('part') ? FILES['part.inc'] : `${HEAD}${text}`;
    expect(lineText).toBe(file.split('\n')[line - 1]);
  }
});

test('all mistakes that the parser finds are errors', () => {
  for (const found of translateAll([{ source: `${HEAD}${SEVERAL}\n`, load: true }])[0] ?? []) {
    expect(found.map(each => shown(each)[1])).toEqual(['2:7', '3:20']);
  }
});

test('what is TypeScript is not an error', () => {
  const found = translateAll(RIGHT.map(text => ({ source: `${HEAD}${text}\n` })));
  expect(found.map((each, index) => [RIGHT[index], each])).toEqual(
    RIGHT.map(text => [text, [[], [], [], [], []]]),
  );
});

test('the ending says what TypeScript it is', () => {
  const jsx = 'const a = <div>1</div>;\n';
  const declarations = 'export function f(): void;\nexport const x: number;\n';
  const found = translateAll([
    { source: jsx, options: { lang: 'ts', output: 'out.tsx' } },
    { source: jsx, options: { lang: 'ts', output: 'out.ts' } },
    { source: declarations, options: { lang: 'ts', file: 'in.d.ts' } },
  ]);
  expect(found.map(([first]) => first?.length)).toEqual([0, 1, 0]);
});

test('the translator of one text is free of it, and so are C and Lua', () => {
  const source = `|.arch x64\n|.actionlist actions\nconst = ;\n`;
  expect(translateSource(source, { file: 'f', lang: 'ts' }).diagnostics).toEqual([]);
  for (const lang of ['c', 'lua'] as const) {
    expect(translateNow({ source, file: 'f' }, { lang }).diagnostics).toEqual([]);
  }
});

const read = (name: string): string => readFileSync(join(folder.path, name), 'utf8');

test('the command line writes nothing, unless it is told not to look', () => {
  folder.write('in.dast', `${HEAD}const x = ;\n`);
  folder.write('out.ts', 'as it was');
  expect(folder.dynasm(['translate', '-o', 'out.ts', 'in.dast'])).toEqual({
    status: 1,
    stdout: '',
    stderr: 'in.dast:5:11: error: Unexpected token [host-syntax]\n    5 | const x = ;\n      |           ^\n',
  });
  expect(read('out.ts')).toBe('as it was');
  expect(folder.dynasm(['translate', '-o', 'new.ts', '--sourcemap', 'in.dast']).status).toBe(1);
  expect(readdirSync(folder.path).filter(name => name.startsWith('new'))).toEqual([]);
  expect(folder.dynasm(['translate', '--no-check', '-o', 'out.ts', 'in.dast'])).toEqual({
    status: 0,
    stdout: '',
    stderr: '',
  });
  expect(read('out.ts')).toContain('const x = ;');
  const source = `${HEAD}const x = ;\n`;
  expect(translateNow({ source, file: 'in.dast' }, { check: false })).toMatchObject({
    code: expect.stringContaining('const x = ;'),
    diagnostics: [],
  });
});

test('line ends of the source stay those of JavaScript and source maps', () => {
  folder.write('in.dast', `${HEAD}const x: number = 1;\n| nop\n`.replaceAll('\n', '\r\n'));
  for (const args of [
    ['-o', 'out.ts'],
    ['-o', 'out.js'],
    ['-o', 'out.js', '--sourcemap'],
    ['-o', 'out.ts', '--sourcemap=inline'],
  ]) {
    expect(folder.dynasm(['translate', ...args, 'in.dast'])).toEqual({ status: 0, stdout: '', stderr: '' });
    expect(read(args[1] ?? '')).not.toMatch(/(?<!\r)\n/);
  }
});

test('an output that cannot be written is not taken for the input', () => {
  folder.write('in.dast', HEAD);
  folder.write('file', '');
  const messages = [
    ['no/x.ts', 'cannot write no/x.ts: there is no folder no'],
    ['no/x.js', 'cannot write no/x.js: there is no folder no'],
    ['file/x.ts', 'cannot write file/x.ts: not a directory'],
    ['node_modules', 'cannot write node_modules: illegal operation on a directory'],
  ] as const;
  for (const [output, message] of messages) {
    expect(folder.dynasm(['translate', '-o', output, 'in.dast']).stderr).toBe(`dynasm: ${message}\n`);
  }
  expect(folder.dynasm(['translate', '-o', 'x.ts', 'no/in.dast']).stderr).toBe(
    'dynasm: no/in.dast: no such file or directory\n',
  );
});

test('dynasm run shows the same place', () => {
  folder.write('in.dast', `${HEAD}function f() {\n  | mov eax, await g()\n}\n`);
  const { status, stderr } = folder.dynasm(['run', 'in.dast']);
  expect([status, stderr]).toEqual([
    1,
    expect.stringMatching(/in\.dast:6:14: error: .*await.*\[host-syntax\]/),
  ]);
});

test('where there is no parser, a note says so', () => {
  folder.write('in.dast', `${HEAD}const x = ;\n`);
  folder.write(
    'without.cjs',
    `const { Module } = require('node:module');
const load = Module._load;
Module._load = function (name, ...rest) {
  if (name === 'oxc-transform') throw new Error('no native binding');
  return load.call(this, name, ...rest);
};
`,
  );
  const run = (...args: readonly string[]): ReturnType<Folder['node']> =>
    folder.node(['--require', './without.cjs', join(import.meta.dirname, '../dist/bin/dynasm.cjs'), ...args]);
  const message =
    'nobody has looked whether the output parses: the package oxc-transform cannot be loaded here';
  expect(run('translate', '--strict', '-o', 'out.ts', 'in.dast')).toEqual({
    status: 0,
    stdout: '',
    stderr: `in.dast: note: ${message} [unchecked]\n      note: --no-check (option \`check: false\`) turns this note off\n`,
  });
  expect(existsSync(join(folder.path, 'out.ts'))).toBe(true);
  expect(run('translate', '--no-check', '-o', 'out.ts', 'in.dast').stderr).toBe('');
  const json = run('translate', '--diagnostics=json', '-o', 'out.ts', 'in.dast').stderr;
  const [note] = json
    .trim()
    .split('\n')
    .map(line => JSON.parse(line) as Diagnostic);
  expect(note).toMatchObject({ severity: 'note', code: 'unchecked', file: 'in.dast' });
  expect(renderClassic(note ? [note] : [], 'in.dast')).toBe('');
});
