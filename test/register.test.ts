/**
 * `.dast` files through Node's own loaders: `import` and `require`, with and without tsx, and where stack
 * traces point.
 */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Folder, root, type Ran } from './process.ts';

const dast = `// a comment, so that lines differ
import { dasm, type State } from 'dynasm';
import { base } from './base.EXT';

|.arch x64
|.actionlist actions

function add(Dst: State<typeof actions>, n: number): void {
  | add eax, n
}

export function make(n: number): (x: number) => number {
  const Dst = dasm.new(actions);
  | mov eax, edi
  add(Dst, n);
  | ret
  return Dst.build().cast('int (int x)');
}

export const answer = make(base)(2);
`;

const files = {
  'js.dast': dast.replace('EXT', 'js'),
  'ts.dast': dast.replace('EXT', 'ts'),
  'base.js': 'export const base = 40;\n',
  'cjs/base.js': 'exports.base = 40;\n',
  'cjs/package.json': '{}',
  'cjs/js.dast': dast.replace('EXT', 'js'),
  'base.ts': 'export const base: number = 40;\n',
  'import.js': `import { answer, make } from './js.dast';
console.log(answer);
try { make(1.5); } catch (error) { console.log(error.stack); }
`,
  'dynamic.cjs': `import('./js.dast').then(({ answer }) => console.log(answer));\n`,
  'cjs/require.js': `const { answer, make } = require('./js.dast');
console.log(answer);
try { make(1.5); } catch (error) { console.log(error.stack); }
`,
  'import.ts': `import { answer, make } from './ts.dast';
const text: string = String(answer);
console.log(text);
try { make(1.5); } catch (error) { console.log((error as Error).stack); }
`,
  'require.cts': `const { answer }: { answer: number } = require('./ts.dast');
console.log(answer);
`,
  'extensionless.js': `import { answer } from './js';\nimport { shipped } from './both.dast';\nconsole.log(answer, shipped);\n`,
  'both.dast': `export const shipped = 'source';\n`,
  'bad.dast': `|.arch x64\n|.actionlist actions\n| mov eax, ebx, ecx\n`,
  'bad.js': `import './bad.dast';\n`,
};

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
  // The function that was written for the chunk, and the put that calls it.
  expect(stdout).toMatch(new RegExp(`at \\$put\\d+ \\(.*${source}:9:`));
  expect(stdout).toMatch(new RegExp(`at add \\(.*${source}:9:`));
  expect(stdout).toMatch(new RegExp(`at make \\(.*${source}:15:`));
}

test('import from JavaScript', () => expectAnswer(folder.node([...register, 'import.js']), 'js.dast'));
test('import() from CommonJS', () => expectAnswer(folder.node([...register, 'dynamic.cjs'])));
test('require from CommonJS', () => expectAnswer(folder.node([...register, 'cjs/require.js']), 'js.dast'));
test('import from TypeScript, tsx first', () =>
  expectAnswer(folder.node([...tsx, ...register, 'import.ts']), 'ts.dast'));
test('import from TypeScript, tsx last', () =>
  expectAnswer(folder.node([...register, ...tsx, 'import.ts']), 'ts.dast'));
test('require from TypeScript, tsx first', () =>
  expectAnswer(folder.node([...tsx, ...register, 'require.cts'])));
test('require from TypeScript, tsx last', () =>
  expectAnswer(folder.node([...register, ...tsx, 'require.cts'])));

test('a folder that the package is not installed in', () => {
  const elsewhere = new Folder({
    'import.js': `import { answer } from './js.dast';\nconsole.log(answer);\n`,
    'js.dast': files['js.dast'],
    'base.js': files['base.js'],
    'cjs/package.json': '{}',
    'cjs/js.dast': files['cjs/js.dast'],
    'cjs/base.js': files['cjs/base.js'],
    'cjs/require.js': `const { answer } = require('./js.dast');\nconsole.log(answer);\n`,
  });
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
  expect(stderr).toContain('bad.dast:3:3: error: wrong number of parameters');
});
