/**
 * The plugin for bundlers and the transformer for Jest, as far as they need no tool besides esbuild: programs
 * print what they get. (test/tools runs the real tools.)
 */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { Folder, root } from './packagefolder.ts';

const SOURCE = `|.arch x64
|.actionlist actions
|.include value.inc
enum Value { one = 1 }
export function put(Dst: unknown): number {
  | mov eax, VALUE
  return Value.one;
}
`;
const WRONG = `|.arch x64
|.actionlist actions
|.include value.inc
|.if system == 'a'
|.endif
const system = 'ä';
| /* ä */ mov eax, [rdi+rsp*4]
|.macro load, x
| mov x, [rdi+rsp*4]
|.endmacro
| load eax
`;

let folder: Folder;
beforeAll(() => {
  folder = new Folder({
    'main.dast': SOURCE,
    'wrong.dast': WRONG,
    'value.inc': '|.define VALUE, 7\n',
  });
  symlinkSync(join(root, 'node_modules/esbuild'), join(folder.path, 'node_modules/esbuild'), 'dir');
});
afterAll(() => folder.remove());

/** What a program prints, as JSON. */
function printed(program: string): unknown {
  folder.write('program.mjs', program);
  const { stdout, stderr } = folder.node(['program.mjs']);
  expect(stderr).toBe('');
  return JSON.parse(stdout) as unknown;
}

/** A program that calls the hook `load` of a plugin, and prints what it did. */
function load(bundler: string, id: string): Record<string, unknown> {
  return printed(`
    import dynasm from 'dynasm/plugin';
    import { resolve } from 'node:path';
    const seen = { watched: [], warnings: [], errors: [] };
    const context = {
      addWatchFile: file => seen.watched.push(file),
      warn: message => seen.warnings.push(message),
      error: message => seen.errors.push(message),
      meta: { rollupVersion: '4.0.0' },
    };
    const { handler } = dynasm.${bundler}().load;
    const result = await handler.call(context, resolve('${id}'));
    console.log(JSON.stringify({ ...seen, ...result }));
  `) as Record<string, unknown>;
}

test('a module becomes JavaScript, with a map to absolute paths', () => {
  const { code, map, watched, errors, warnings } = load('rollup', 'main.dast?v=1');
  expect(code).toMatch(/^(?=[^]*files: \["main\.dast"\])(?![^]*\benum\b)/);
  expect(map).toMatchObject({
    sources: [join(folder.path, 'main.dast')],
    sourcesContent: [SOURCE],
  });
  expect([watched, errors, warnings]).toEqual([[join(folder.path, 'value.inc')], [], []]);
});

test.each(['main.dast?raw', 'main.dast?url', 'main.dast?a&worker', 'main.dast?sharedworker', 'main.ts'])(
  '%s is none of its business',
  id => {
    expect(load('rollup', id)).toEqual({ watched: [], errors: [], warnings: [] });
  },
);

test('errors have a place and a frame, and keep what is watched', () => {
  const { code, watched, errors, warnings } = load('rolldown', 'wrong.dast');
  expect([code, watched]).toEqual(['', [join(folder.path, 'value.inc')]]);
  const file = join(folder.path, 'wrong.dast');
  const second = 'wrong.dast:11:3: error: bad index register';
  expect(errors).toMatchObject([
    { id: file, loc: { file, line: 7, column: 24 }, message: "bad index register `rsp' [index-register]" },
  ]);
  expect(errors).toMatchObject([{ frame: expect.stringMatching(/^ {4}7 \| .*\n.*\^~~\n/) }]);
  expect(errors).toMatchObject([{ frame: expect.stringContaining(second) }]);
  expect(warnings).toMatchObject([
    { loc: { file, line: 4 }, message: expect.stringMatching(/\[condition-/) },
  ]);
});

test('where a bundler shows the message only, all is in it', () => {
  const { errors } = load('vite', 'wrong.dast');
  const message = expect.stringMatching(
    /^wrong\.dast:7:25: error: bad index[^]*7 \| [^]*\^~~\nwrong\.dast:11:3: /,
  );
  expect(errors).toMatchObject([{ message }]);
  expect(errors).not.toMatchObject([{ frame: expect.anything() }]);
});

/** A program that builds `file` with esbuild, and prints its messages. */
function built(file: string): unknown {
  return printed(`
    import dynasm from 'dynasm/plugin';
    import { build } from 'esbuild';
    const settings = { entryPoints: ['${file}'], write: false, bundle: true, packages: 'external', logLevel: 'silent' };
    const { errors, warnings } = await build({ ...settings, plugins: [dynasm.esbuild()] }).catch(error => error);
    console.log(JSON.stringify({ errors, warnings }));
  `);
}

test('esbuild gets each error with its line; columns count bytes', () => {
  expect(built('main.dast')).toEqual({ errors: [], warnings: [] });
  expect(built('wrong.dast')).toMatchObject({
    errors: [
      {
        pluginName: 'dynasm',
        text: "bad index register `rsp' [index-register]",
        notes: [],
        location: {
          file: 'wrong.dast',
          line: 7,
          column: 25,
          length: 3,
          lineText: '| /* ä */ mov eax, [rdi+rsp*4]',
        },
      },
      {
        location: { file: 'wrong.dast', line: 11, column: 2, length: 8 },
        notes: [{ text: expect.stringMatching(/^as: mov eax, \[rdi\+rsp\*4\]\n +\^~~\nin: /) }],
      },
    ],
    warnings: [
      {
        text: expect.stringContaining('[condition-variable]'),
        location: { line: 4, lineText: "|.if system == 'a'" },
      },
    ],
  });
});

test.each([
  ['vite({ defins: {} })', 'dynasm/plugin: there is no option `defins`; did you mean `defines`?'],
  ['rollup({ cpu: 3 })', 'dynasm/plugin: options.cpu is 3, expected an array'],
  ["rolldown({ lang: 'c' })", expect.stringContaining('there is no option `lang`')],
])('%s is a TypeError', (call, message) => {
  const program = `
    import dynasm from 'dynasm/plugin';
    try { dynasm.${call}; } catch (error) { console.log(JSON.stringify([error.name, error.message])); }
  `;
  expect(printed(program)).toEqual(['TypeError', message]);
});

test('the transformer for Jest: formats, keys, errors', () => {
  const program = `
    import jest from 'dynasm/jest';
    import { readFileSync } from 'node:fs';
    import { resolve } from 'node:path';
    const { process, getCacheKey } = jest.createTransformer({});
    const file = resolve('main.dast');
    const text = readFileSync(file, 'utf8');
    const settings = { configString: 'c', instrument: false, supportsStaticESM: true };
    const key = more => getCacheKey(text, file, { ...settings, ...more });
    const before = key();
    const keys = [key(), key({ instrument: true }), key({ supportsStaticESM: false }), key({ configString: 'd' })];
    const codes = [true, false].map(isModule => process(text, file, { ...settings, supportsStaticESM: isModule }).code);
    let stack;
    try { process(readFileSync('wrong.dast', 'utf8'), resolve('wrong.dast'), settings); } catch (error) { stack = error.stack; }
    console.log(JSON.stringify({ same: keys.map(each => each === before), codes, stack }));
  `;
  const { same, codes, stack } = printed(program) as { same: unknown; codes: string[]; stack: string };
  expect(same).toEqual([true, false, false, false]);
  expect(codes).toEqual([
    expect.stringMatching(/^export function put/m),
    expect.stringMatching(/^"use strict"/),
  ]);
  expect(stack).toMatch(/^TranslationError: [^]*\n {4}at \S*wrong\.dast:7:25$/);
});

test('the key for Jest changes with what an included file brings', () => {
  const program = `
    import jest from 'dynasm/jest';
    import { readFileSync, writeFileSync } from 'node:fs';
    import { resolve } from 'node:path';
    const { getCacheKey } = jest.createTransformer();
    const text = readFileSync('main.dast', 'utf8');
    const keys = [7, 8, 7].map(value => {
      writeFileSync('value.inc', '|.define VALUE, ' + value + '\\n');
      return getCacheKey(text, resolve('main.dast'), { configString: '', instrument: false, supportsStaticESM: true });
    });
    console.log(JSON.stringify([keys[0] === keys[1], keys[0] === keys[2]]));
  `;
  expect(printed(program)).toEqual([false, true]);
});
