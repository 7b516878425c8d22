/**
 * The cache of compiled modules, in processes of their own. The tests change the code that an entry holds, so
 * that the output shows whether it came from the cache.
 */
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { chmodSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readFiles } from './casefile.ts';
import { Folder, type Ran } from './packagefolder.ts';

const CASES = 'programs/modulecache.txt';
const files = readFiles(CASES, 'a module that prints its bytes, and a file that it includes');
const { 'main.dast': main = '', 'lib/values.inc': values = '' } = files;

let folder: Folder;
beforeEach(() => {
  folder = new Folder(files);
});
afterEach(() => folder.remove());

const FRESH = 'bytes 184,1,0,0,0,255\n';

function run(env: Readonly<Record<string, string>> = {}): Ran {
  return folder.dynasm(['run', 'main.dast'], '', env);
}

function expectOutput(stdout: string, ran = run()): void {
  expect(ran).toEqual({ status: 0, stdout, stderr: '' });
}

function entries(): string[] {
  return readdirSync(join(folder.path, 'cache')).map(name => join(folder.path, 'cache', name));
}

/** Changes what entries hold. */
function edit(change: (text: string) => string): void {
  for (const path of entries()) writeFileSync(path, change(readFileSync(path, 'utf8')));
}

/** The compiler writes its strings in double quotes; those of the source have single ones. */
const mark = (text: string): string => text.replaceAll(`\\"bytes\\"`, `\\"kept\\"`);
const KEPT = FRESH.replace('bytes', 'kept');

test('an unchanged module comes from the cache', () => {
  expectOutput(FRESH);
  expect(entries()).toHaveLength(1);
  edit(mark);
  expectOutput(KEPT);
});

test('a changed module is compiled anew', () => {
  expectOutput(FRESH);
  edit(mark);
  folder.write('main.dast', `${main}// changed\n`);
  expectOutput(FRESH);
  expect(entries()).toHaveLength(1);
});

test('a changed include compiles the module anew', () => {
  expectOutput(FRESH);
  edit(mark);
  folder.write('lib/values.inc', '|.define FIRST, 2\n');
  expectOutput(FRESH.replace('184,1', '184,2'));
});

test('an include that is found elsewhere now compiles the module anew', () => {
  folder.write('main.dast', main.replace('lib/values', 'values'));
  folder.write('values.inc', values);
  const from = (path: string): Ran => folder.dynasm(['run', path]);
  folder.write('sub/main.dast', main.replace('lib/values', 'values'));
  expectOutput(FRESH, from('sub/main.dast'));
  edit(mark);
  expectOutput(KEPT, from('sub/main.dast'));
  folder.write('sub/values.inc', values);
  expectOutput(FRESH, from('sub/main.dast'));
});

test('each set of options has an entry of its own', () => {
  folder.write(
    'load.mjs',
    `import { loadFile } from 'dynasm';
for (const FIRST of ['3', '4', '3']) await loadFile('string.dast', { defines: { FIRST } });
`,
  );
  folder.write('string.dast', main.replace('|.include lib/values.inc\n', ''));
  expectOutput(
    FRESH.replace('184,1', '184,3') + FRESH.replace('184,1', '184,4') + FRESH.replace('184,1', '184,3'),
    folder.node(['load.mjs']),
  );
  expect(entries()).toHaveLength(2);
});

test('TypeScript that a module imports is kept, too', () => {
  folder.writeAll(readFiles(CASES, 'a module in TypeScript that imports another'));
  expectOutput('bytes\n');
  expect(entries()).toHaveLength(2);
  edit(text => text.replaceAll(`\\"bytes\\"`, `\\"kept\\"`));
  expectOutput('kept\n');
});

const damages: readonly [name: string, damage: (text: string) => string][] = [
  ['empty', () => ''],
  ['cut', text => text.slice(0, text.length / 2)],
  ['no JSON', () => '\u0000\u0001'],
  ['another value', () => 'null'],
  ['without code', text => text.replace('"code":"', '"other":"')],
];
test('damaged entries are passed over, and replaced', () => {
  for (const [name, damage] of damages) {
    expectOutput(FRESH);
    edit(damage);
    expect([name, run().stdout]).toEqual([name, FRESH]);
    edit(mark);
    expect([name, run().stdout]).toEqual([name, KEPT]);
    folder.write('main.dast', `${readFileSync(join(folder.path, 'main.dast'), 'utf8')}// next\n`);
  }
});

test('without a folder that can be written nothing is kept, and nothing is said', () => {
  folder.write('file', '');
  for (const DYNASM_CACHE of [
    'off',
    join(folder.path, 'file'),
    join(folder.path, 'file/below'),
    '/dev/null/x',
  ]) {
    expectOutput(FRESH, run({ DYNASM_CACHE }));
  }
  folder.write('locked/x', '');
  chmodSync(join(folder.path, 'locked'), 0o500);
  expectOutput(FRESH, run({ DYNASM_CACHE: join(folder.path, 'locked') }));
  chmodSync(join(folder.path, 'locked'), 0o700);
  expect(readdirSync(folder.path)).not.toContain('cache');
});

test('errors are not kept', () => {
  folder.writeAll(readFiles(CASES, 'a module with an error'));
  for (let round = 0; round < 2; round++) expect(run().stderr).toContain('main.dast:3:3: error:');
  expect(readdirSync(folder.path)).not.toContain('cache');
});
