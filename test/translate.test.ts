/**
 * Inputs and outputs of the functions of `dynasm` that translate, and their errors. The programs are in
 * fixtures/programs/translate.txt.
 */
import { afterAll, beforeAll, expect } from '@jest/globals';
import { testCases } from './casefile.ts';
import { Folder } from './packagefolder.ts';

const SOURCE = `|.arch x64
|.actionlist actions
const Dst = dasm.new(actions);
| mov eax, 5 // é
| ret
const x: number = 1;
`;

const HEAD = `import * as dynasm from 'dynasm';
import { createReadStream, readFileSync } from 'node:fs';
import { Readable, Writable } from 'node:stream';
const text = readFileSync('in.dast', 'utf8');
const bytes = readFileSync('in.dast');
const code = await dynasm.translateToString('in.dast');
/** Prints what the functions throw. */
async function errors(...calls) {
  for (const call of calls) {
    try { await call(); console.log('no error'); } catch (error) { console.log(error.name + ': ' + error.message.split('\\n')[0]); }
  }
}
`;

let folder: Folder;
beforeAll(() => {
  folder = new Folder({ 'in.dast': SOURCE, 'bad.dast': '|.arch x64\n|.actionlist a\n| mov eax\n' });
  folder.write('bytes.dasc', Buffer.concat([Buffer.from('|.arch x64\n// '), Buffer.from([0xff, 0x0a])]));
});
afterAll(() => folder.remove());

testCases('programs/translate.txt', ['program'], parts => {
  folder.write('main.mjs', HEAD + (parts.get('program') ?? ''));
  const { stdout, stderr } = folder.node(['main.mjs']);
  expect(stderr).toBe('');
  return { output: stdout.trimEnd() };
});
