/**
 * Runs the examples as their head comments say. Their translations must pass TypeScript's strict checks.
 */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { Folder, root } from './packagefolder.ts';

let folder: Folder;
beforeAll(() => {
  folder = new Folder();
  cpSync(join(root, 'examples'), join(folder.path, 'examples'), { recursive: true });
});
afterAll(() => folder.remove());

const bf = 'examples/brainfuck/bf.ts';
const programs = 'examples/brainfuck/programs';
const primes =
  '2 3 5 7 11 13 17 19 23 29 31 37 41 43 47 53 59 61 67 71 73 79 83 89 97 101 103 107 109 113 127 131 137 139 149 151 ' +
  '157 163 167 173 179 181 191 193 197 199 211 223 227 229 233 239 241 \n';

const runs: readonly [args: readonly string[], input: string, stdout: string | RegExp][] = [
  [['examples/multiply.dast', '6', '-7'], '', '-42\n'],
  [['examples/multiply.dast'], '', ''],
  [
    ['examples/funcs.dast'],
    '',
    /^add\(3, 5\) = 8 .*\nmultiply\(3, 5\) = 15 .*\ndistance\(3, 5\) = 2 .*\npower\(3, 5\) = 243 .*\n$/,
  ],
  [[bf, `${programs}/hello.bf`], '', 'Hello from generated code\n'],
  [[bf, `${programs}/reverse.bf`], 'abc', 'cba'],
  [[bf, `${programs}/primes.bf`], '', primes],
];

test.each(runs)('dynasm run %j prints what it should', (args, input, stdout) => {
  const ran = folder.dynasm(['run', ...args], input);
  expect(ran).toMatchObject({ status: 0, stderr: '' });
  if (typeof stdout === 'string') expect(ran.stdout).toBe(stdout);
  else expect(ran.stdout).toMatch(stdout);
});

test.each([
  ['+[-\n  ]]', '2:4: `]` without `[`'],
  ['[\n[-', '2:1: `[` without `]`'],
])('the compiler of brainfuck finds the bracket that is wrong in %j', (source, message) => {
  folder.write('bad.bf', source);
  expect(folder.dynasm(['run', bf, 'bad.bf'])).toEqual({
    status: 1,
    stdout: '',
    stderr: `bad.bf:${message}\n`,
  });
});

test('translated examples pass tsc --strict', () => {
  for (const name of ['multiply', 'funcs', 'brainfuck/compiler']) {
    const out = `examples/${name}.ts`;
    expect(folder.dynasm(['translate', `examples/${name}.dast`, '-o', out])).toMatchObject({
      status: 0,
      stderr: '',
    });
  }
  const compilerOptions = {
    strict: true,
    module: 'nodenext',
    target: 'es2022',
    noEmit: true,
    types: ['node'],
    typeRoots: [join(root, 'node_modules/@types')],
  };
  const files = ['multiply', 'funcs', 'brainfuck/compiler'].map(name => `examples/${name}.ts`);
  folder.write('tsconfig.json', JSON.stringify({ compilerOptions, files }));
  const tsc = join(root, 'node_modules/typescript/bin/tsc');
  const { stdout, status } = spawnSync(process.execPath, [tsc, '-p', folder.path], { encoding: 'utf8' });
  expect({ stdout, status }).toEqual({ stdout: '', status: 0 });
});
