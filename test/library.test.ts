/**
 * The functions of `dynasm` that translate and load, in programs of their own, as they are used.
 */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Folder } from './process.ts';

const answer = `import { dasm } from 'dynasm';
import { base } from './base.js';
|.arch x64
|.actionlist actions
const Dst = dasm.new(actions);
| mov eax, base + INCREMENT
| ret
export const answer = Dst.build().cast('int ()');
export const evaluation = ((globalThis as { count?: number }).count = ((globalThis as { count?: number }).count ?? 0) + 1);
`;
const bad = '|.arch x64\n|.actionlist actions\n| mov eax, ebx, ecx\n';

let folder: Folder;
beforeAll(() => {
  folder = new Folder({
    'answer.dast': answer,
    'lib/base.js': 'export const base = 10;\n',
    'base.js': 'export const base = 40;\n',
    'bad.dast': bad,
    'old.ts': 'old',
  });
});
afterAll(() => folder.remove());

/** Runs a program; its output, one line for each value it prints. */
function program(text: string): string[] {
  folder.write(
    'main.mjs',
    `import * as dynasm from 'dynasm';\nconst { dasm } = dynasm;\nimport { readFileSync } from 'node:fs';\n${text}`,
  );
  const { stdout, stderr } = folder.node(['main.mjs']);
  expect(stderr).toBe('');
  return stdout.trimEnd().split('\n');
}

test('loadFile evaluates anew at each call', () => {
  expect(
    program(`
for (const INCREMENT of ['1', '2']) {
  const module = await dynasm.loadFile('answer.dast', { defines: { INCREMENT } });
  console.log(module.answer(), module.evaluation);
}
const [a, b] = await Promise.all(['3', '4'].map(INCREMENT => dynasm.loadFile('answer.dast', { defines: { INCREMENT } })));
console.log(a.answer(), b.answer());
`),
  ).toEqual(['41 1', '42 2', '43 44']);
});

test('loadString resolves imports beside the name it is given', () => {
  expect(
    program(`
const source = readFileSync('answer.dast', 'utf8');
const here = await dynasm.loadString(source, { defines: { INCREMENT: '1' } });
const there = await dynasm.loadString(source, { file: 'lib/answer.dast', defines: { INCREMENT: '1' } });
console.log(here.answer(), there.answer());
`),
  ).toEqual(['41 11']);
});

test('what a loaded module throws has its line', () => {
  const [line] = program(`
try { await dynasm.loadString('|.arch x64\\n\\nthrow new Error("here");\\n', { file: 'throws.dast' }); }
catch (error) { console.log(error.stack.split('\\n')[1]); }
`);
  expect(line).toMatch(/throws\.dast.*:3:7\)?$/);
});

test('errors in the source', () => {
  expect(
    program(`
for (const load of [() => dynasm.loadFile('bad.dast'), () => dynasm.loadString(${JSON.stringify(bad)}), () => dynasm.translate('bad.dast', 'old.ts')]) {
  try { await load(); } catch (error) {
    console.log(error.name, error.diagnostics.length, error.message.includes(":3:3: error: wrong number of parameters for \`mov'"));
  }
}
console.log(readFileSync('old.ts', 'utf8'));
`),
  ).toEqual(['TranslationError 1 true', 'TranslationError 1 true', 'TranslationError 1 true', 'old']);
});

test('platform says what to translate for; target is another name for it', () => {
  const source = '|.arch x64\n|.actionlist actions\n|.if WINDOWS\n| ret 1\n|.else\n| ret 2\n|.endif\n';
  const platforms = [
    { platform: 'x64-windows' },
    { target: 'x64-windows' },
    { platform: 'x64-linux' },
    { platform: 'x64-windows', target: 'x64-linux' },
  ];
  expect(
    program(`
for (const options of ${JSON.stringify(platforms)}) {
  console.log(/194, (\\d), 0/.exec(await dynasm.translateToString({ source: ${JSON.stringify(source)} }, options))[1]);
}`),
  ).toEqual(['1', '1', '2', '1']);
});

test('C sources: bytes of a file in any encoding, text that stays text', () => {
  const head = Buffer.from('|.arch x64\n|.actionlist actions\n// \u00e9 ');
  folder.write('utf8.dasc', head);
  folder.write('bytes.dasc', Buffer.concat([head, Buffer.from([0xff, 0x0a])]));
  expect(
    program(`
const comment = text => JSON.stringify(/\\/\\/ (.*)/.exec(text)[1]);
const source = readFileSync('utf8.dasc', 'utf8');
console.log(comment(await dynasm.translateToString('utf8.dasc')));
console.log(comment(await dynasm.translateToString({ source }, { lang: 'c' })));
console.log(comment((await dynasm.translate('utf8.dasc', 'utf8.c')).code), comment(readFileSync('utf8.c', 'utf8')));
await dynasm.translate({ source, file: '\u00e9.dasc' }, 'text.c');
console.log(comment(readFileSync('text.c', 'utf8')), readFileSync('text.c', 'utf8').includes('\u00e9.dasc'));
await dynasm.translate({ source: readFileSync('bytes.dasc'), file: 'x.dasc' }, 'bytes.c');
console.log(readFileSync('bytes.c').includes(Buffer.from([0x2f, 0x20, 0xc3, 0xa9, 0x20, 0xff, 0x0a])));
`),
  ).toEqual(['"é "', '"é "', '"é " "é "', '"é " true', 'true']);
});

test('translate writes a file, translateToString gives a text', () => {
  const before = readdirSync(folder.path);
  expect(
    program(`
const options = { defines: { INCREMENT: '1' } };
const { dependencies, diagnostics } = await dynasm.translate('answer.dast', 'out/answer.ts', options).catch(error => { console.log(error.code); return {}; });
await dynasm.translate('answer.dast', 'answer.js', { ...options, sourceMap: true });
console.log((await import('./answer.js')).answer());
const text = await dynasm.translateToString({ source: readFileSync('answer.dast', 'utf8'), file: 'x.dast' }, { ...options, specialise: false });
console.log(text.includes('.put(0, base + 1);'), text.includes("files: ['x.dast']"));
console.log((await dynasm.translateToString('answer.dast', { ...options, lang: 'js' })).includes('as {'));
`),
  ).toEqual(['ENOENT', '41', 'true true', 'false']);
  const map = JSON.parse(readFileSync(join(folder.path, 'answer.js.map'), 'utf8')) as { sources: string[] };
  expect(map.sources).toEqual(['answer.dast']);
  expect(
    readdirSync(folder.path)
      .filter(name => !before.includes(name))
      .toSorted(),
  ).toEqual(['answer.js', 'answer.js.map']);
});
