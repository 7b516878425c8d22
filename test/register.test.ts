/**
 * `.dast` files through Node's own loaders: `import` and `require`, with and without tsx, and where stack
 * traces point.
 */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { readFiles } from './casefile.ts';
import { Folder, root, type Ran } from './packagefolder.ts';

const files = readFiles('programs/register.txt', 'files');

let folder: Folder;
beforeAll(() => {
  folder = new Folder(files);
});
afterAll(() => folder.remove());

const register = ['--import', 'dynasm/register'];
const tsx = ['--import', import.meta.resolve('tsx')];

/**
 * The first line of output, and whether a stack trace names the line of the assembly statement and of its
 * callers.
 */
function expectAnswer({ status, stdout, stderr }: Ran, source?: string): void {
  expect({ status, stderr, answer: stdout.split('\n')[0] }).toEqual({ status: 0, stderr: '', answer: '42' });
  if (source === undefined) return;
  expect(stdout).toContain('1.5');
  // The put, which calls the function that was written for the chunk.
  expect(stdout).toMatch(new RegExp(`at add \\(.*${source}:9:`));
  expect(stdout).toMatch(new RegExp(`at make \\(.*${source}:15:`));
}

test('JavaScript imports a .dast file', () =>
  expectAnswer(folder.node([...register, 'import.js']), 'js.dast'));
test('CommonJS imports one with import()', () => expectAnswer(folder.node([...register, 'dynamic.cjs'])));
test('CommonJS requires one', () => expectAnswer(folder.node([...register, 'cjs/require.js']), 'js.dast'));
test('TypeScript imports one, with tsx registered first', () =>
  expectAnswer(folder.node([...tsx, ...register, 'import.ts']), 'ts.dast'));
test('TypeScript imports one, with tsx registered last', () =>
  expectAnswer(folder.node([...register, ...tsx, 'import.ts']), 'ts.dast'));
test('TypeScript requires one, with tsx registered first', () =>
  expectAnswer(folder.node([...tsx, ...register, 'require.cts'])));
test('TypeScript requires one, with tsx registered last', () =>
  expectAnswer(folder.node([...register, ...tsx, 'require.cts'])));

test('exports may be named by reserved words, and a module may begin with #!', () => {
  folder.writeAll({
    'reserved.dast':
      '#!/usr/bin/env node\n|.arch x64\n|.actionlist a\nexport const x: number = 1;\nexport { x as new };\n',
    'reserved.cjs': "const found = require('./reserved.dast');\nconsole.log(found.new, found.x);\n",
    'reserved.mjs': "import { x } from './reserved.dast';\nconsole.log(x);\n",
  });
  expect(folder.node([...register, 'reserved.cjs'])).toMatchObject({ stdout: '1 1\n', stderr: '' });
  expect(folder.node([...register, 'reserved.mjs'])).toMatchObject({ stdout: '1\n', stderr: '' });
});

test('modules load in a folder in which the package is not installed', () => {
  const elsewhere = new Folder(files);
  try {
    rmSync(join(elsewhere.path, 'node_modules'), { recursive: true });
    const there = ['--import', pathToFileURL(join(root, 'dist/src/register.js')).href];
    expectAnswer(elsewhere.node([...there, 'import.js']));
    expectAnswer(elsewhere.node([...there, 'cjs/require.js']));
  } finally {
    elsewhere.remove();
  }
});

test('an import without ending finds .dast', () => {
  const { stdout, stderr } = folder.node([...register, 'extensionless.js']);
  expect(stderr).toBe('');
  expect(stdout).toBe('42 source\n');
});

test('errors in the source are shown, not a stack of ours', () => {
  const { status, stderr } = folder.node([...register, 'bad.js']);
  expect(status).toBe(1);
  expect(stderr).toContain("bad.dast:3:3: error: `mov' takes 2 operands, not 3");
});
