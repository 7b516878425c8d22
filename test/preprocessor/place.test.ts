/** Where things stand: places of arguments, the line table, and the defines of the machine that the code is for. */
import { expect, test } from '@jest/globals';
import { translateSource } from '../../src/preprocessor/index.ts';
import type { Argument } from '../../src/preprocessor/item.ts';
import { findLanguage } from '../../src/preprocessor/language/index.ts';
import { Translator } from '../../src/preprocessor/translator.ts';

/** Translates for TypeScript as file `f`; included files by name. */
function run(source: string, files: Readonly<Record<string, string>> = {}) {
  const translator = new Translator(findLanguage('ts'), {
    comments: false,
    macroComments: false,
    flushLines: false,
    maxErrors: Infinity,
    strict: false,
    silenced: new Set(),
    readInclude: path => ({ path, text: files[path] ?? '' }),
  });
  return { unit: translator.translate('f', source), log: translator.session.log };
}

const showPlace = ({ text, place }: Argument): string =>
  `${text}@${place.file}:${place.line}:${place.column}`;

/** Source, then the arguments of all puts with their places. */
// prettier-ignore
const places: readonly (readonly [string, string])[] = [
  ['| mov eax, [rdi+d]', 'd@f:2:17'],
  ['\t|\tmov eax, value', 'value@f:2:13'],
  ['| nop; mov eax, x; add ecx, x', 'x@f:2:17, x@f:2:29'],
  ['| mov eax, e', 'e@f:2:12'],
  ['| mov Rd(r), r', '(r)@f:2:9, r@f:2:14'],
  ['|.define D, one\n| mov eax, D\n| mov ecx, two + D', 'one@f:3:3, two + one@f:4:3'],
  ['|.define A, ecx\n| mov A, value', 'value@f:3:3'],
  ['|.macro m, a\n| mov eax, a\n|.endmacro\n  | nop; m value', 'value@f:5:10'],
  ['|.include part\n| mov ecx, b', 'a@part:2:14, b@f:3:12'],
];

test('places of arguments', () => {
  const failures: string[] = [];
  for (const [source, wanted] of places) {
    const { unit, log } = run(`|.arch x64\n${source}`, { part: '\n  | mov eax, a' });
    const found = unit.items
      .flatMap(item => (item.kind === 'put' ? item.arguments.map(showPlace) : []))
      .join(', ');
    if (log.failed || found !== wanted) failures.push(`${source}: ${found}`);
  }
  expect(failures).toEqual([]);
});

test('the line table follows includes and stays at the line that calls a macro', () => {
  const source = [
    '|.arch x64',
    '|.macro two',
    '| nop',
    '| ret',
    '|.endmacro',
    '| two',
    '| nop; nop',
    'host();',
    '|.include part',
    '|.if 0',
    '| nop',
    '|.endif',
    '| ret',
  ].join('\n');
  const { unit } = run(source, { part: '| nop\n| ret\n' });
  expect(unit.bytes).toEqual([0x90, 0xc3, 0x90, 0x90, 255, 0x90, 0xc3, 255, 0xc3, 255]);
  expect(unit.lines.files).toEqual(['f', 'part']);
  // prettier-ignore
  expect(unit.lines.triples).toEqual([0, 0, 6,  2, 0, 7,  5, 1, 1,  6, 1, 2,  8, 0, 13]);
});

/** OutputLanguage and condition, then whether it holds. */
const machines: readonly (readonly [string | undefined, string, boolean])[] = [
  ['x64-linux', 'X64 && LINUX', true],
  ['x64-linux', 'X86 or WINDOWS or OSX', false],
  ['x86-windows', 'X86 and WINDOWS', true],
  ['ia32-win32', 'X86 and WINDOWS', true],
  ['x64-darwin', 'OSX', true],
  ['x64-freebsd', 'BSD', true],
  [undefined, 'X64 or X86 or LINUX', false],
];

test('defines of the machine that the code is for', () => {
  const failures: string[] = [];
  for (const [platform, condition, wanted] of machines) {
    const source = `|.arch x64\n|.if ${condition}\n|| yes();\n|.endif`;
    const { code = '' } = translateSource(source, { file: 'f', lang: 'ts', platform });
    if (code.includes('yes()') !== wanted) failures.push(`${platform}: ${condition}`);
  }
  expect(failures).toEqual([]);
  const byDefine = translateSource('|.arch ARCH\n|.actionlist a', {
    file: 'f',
    lang: 'ts',
    platform: 'x86-linux',
  });
  expect(byDefine.code).toContain('x86');
});

const messages = (options: Partial<Parameters<typeof translateSource>[1]>): readonly string[] =>
  translateSource('', { file: 'f', lang: 'ts', ...options }).diagnostics.map(({ message }) => message);

test('options that cannot be met are diagnostics', () => {
  expect(messages({ platform: 'vax-vms' })).toEqual(["unknown platform `vax-vms'"]);
});

test('dependencies are what was read, each once', () => {
  const { dependencies } = translateSource('|.include a\n|.include b\n|.include a', {
    file: 'f',
    lang: 'ts',
    readInclude: path => ({ path: `folder/${path}`, text: '' }),
  });
  expect(dependencies).toEqual(['folder/a', 'folder/b']);
});
