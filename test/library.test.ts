/**
 * The functions of `dynasm` that translate and load, in programs of their own, as they are used. The programs
 * are in fixtures/programs/library.txt.
 */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { readFiles, testCases } from './casefile.ts';
import { Folder } from './packagefolder.ts';

const IMPORTS = `import * as dynasm from 'dynasm';
import { readFileSync, readdirSync } from 'node:fs';
`;

let folder: Folder;
beforeAll(() => {
  folder = new Folder(readFiles('programs/libraryfiles.txt', 'files'));
  const head = Buffer.from('|.arch x64\n|.actionlist actions\n// \u00e9 ');
  folder.write('utf8.dasc', head);
  folder.write('bytes.dasc', Buffer.concat([head, Buffer.from([0xff, 0x0a])]));
});
afterAll(() => folder.remove());

/** Runs a program, and returns what it prints. */
function output(program: string): string {
  folder.write('main.mjs', IMPORTS + program);
  const { stdout, stderr } = folder.node(['main.mjs']);
  expect(stderr).toBe('');
  return stdout.trimEnd();
}

testCases('programs/library.txt', ['program'], parts => ({ output: output(parts.get('program') ?? '') }));

test('what a loaded module throws has its line', () => {
  const stack = output(`
try { await dynasm.loadString('|.arch x64\\n\\nthrow new Error("here");\\n', { file: 'throws.dast' }); }
catch (error) { console.log(error.stack.split('\\n')[1]); }
`);
  expect(stack).toMatch(/throws\.dast.*:3:7\)?$/);
});
