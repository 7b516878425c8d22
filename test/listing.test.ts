/**
 * Listings of code that has been built: with its source lines, by `code.dump` and `dynasm run --dump`. (The
 * text of data is in fixtures/programs/asm.txt.)
 */
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { stripVTControlCharacters } from 'node:util';
import { asm, dasm } from '../src/index.ts';
import { dynasm, Folder } from './packagefolder.ts';

let folder: Folder;
beforeEach(() => {
  folder = new Folder();
});
afterEach(() => folder.remove());

const BODY = `import { dasm } from 'dynasm';
|.arch x64
|.actionlist actions
|.include part.dasi
export function make(n: number) {
  const Dst = dasm.new(actions);
  |->main:
  |  mov eax, n; |  ret
  |.align 8, 0
  |  .dword 1, 2
  |  part
  return Dst.build();
}
`.replace('; |', ';');
const PART = `|.macro part
|  nop
|  .asciz "part"
|.endmacro
`;

/** A listing without its addresses, and with blanks between its columns. */
function plain(listing: string): string[] {
  return listing
    .trimEnd()
    .split('\n')
    .map(line => line.replace(/^[0-9a-f]{4,} /, '').replaceAll(/ {2,}/g, '  '));
}

function writeProgram(main: string): void {
  folder.writeAll({ 'made.dast': BODY, 'part.dasi': PART, 'main.ts': main });
}

const LISTING = [
  '->main:',
  ' b8 2a 00 00 00  mov eax, 0x2a  ; made.dast:8  mov eax, n; ret',
  ' c3  ret',
  ' 00 00  .space 2  ; made.dast:9  .align 8, 0',
  ' 01 00 00 00 02 00 00 00  .dword 1, 2  ; made.dast:10  .dword 1, 2',
  ' 90  nop  ; made.dast:11  part',
  ' 70 61 72 74 00  .asciz "part"',
];

test('code shows its source lines while the file is the same', () => {
  writeProgram(`
import { renameSync, writeFileSync, readFileSync } from 'node:fs';
import { make } from './made.dast';
const code = make(42);
const show = () => console.log(code.dump({ source: true }));
show();
const text = readFileSync('made.dast', 'utf8');
writeFileSync('made.dast', text.replaceAll('\\n', '\\r\\n'));
console.log(make(42).dump({ source: true }));
writeFileSync('made.dast', text + '// changed');
show();
renameSync('made.dast', 'gone.dast');
show();
console.log(code.dump());
`);
  const { stdout, stderr } = folder.dynasm(['run', 'main.ts']);
  expect(stderr).toBe('');
  const shown = stdout.trimEnd().split('\n\n').map(plain);
  const placed = LISTING.map(line => line.replace(/(made\.dast:\d+) .*/, '$1'));
  expect(shown).toEqual([
    LISTING,
    LISTING,
    placed,
    placed,
    LISTING.map(line => line.replace(/ {2}; made.*/, '')),
  ]);
});

test('a text that loadString loads shows its lines, also from the cache', () => {
  folder.write(
    'main.mjs',
    `import { loadString } from 'dynasm';
const text = ${JSON.stringify(BODY.replace('|.include part.dasi\n', '').replace('  |  part\n', ''))};
for (const options of [{}, { file: 'other/name.dast' }]) {
  const { make } = await loadString(text, options);
  console.log(make(42).dump({ source: true }));
}
`,
  );
  for (let round = 0; round < 2; round++) {
    const { stdout, stderr } = folder.node(['main.mjs']);
    expect(stderr).toBe('');
    expect(stdout).toMatch(/; string\.dast:7 {2}mov eax, n; ret\n/);
    expect(stdout).toMatch(/; other\/name\.dast:9 {2}\.dword 1, 2\n/);
  }
});

test('templates show their lines, and what a state has put earlier', () => {
  const list = asm.actionList();
  const Dst = dasm.new(list);
  const two = 2;
  Dst.asm`
    mov eax, ${two}
    .align 8, 4
    .dword ${two}, 3`;
  Dst.asm`ret`;
  const code = Dst.build();
  const expected = plain(code.dump({ source: true }));
  const place = String.raw`test[\\/]listing\.test\.ts:\d+`;
  expect(expected.map(line => line.replace(new RegExp(place), 'FILE'))).toEqual([
    ' b8 02 00 00 00  mov eax, 2  ; FILE  mov eax, ${…}',
    ' 04 04 04  .space 3, 4  ; FILE  .align 8, 4',
    ' 02 00 00 00 03 00 00 00  .dword 2, 3  ; FILE  .dword ${…}, 3',
    ' c3  ret  ; FILE  ret',
  ]);
  // The state goes on, the code stays.
  Dst.asm`nop`;
  expect(plain(code.dump({ source: true }))).toEqual(expected);
  Dst.link();
  Dst.setup();
  for (let n = 0; n < 100; n++) Dst.asm`1:; jmp <1; .dword ${n}`;
  Dst.link();
  expect(plain(code.dump({ source: true }))).toEqual(expected);
  Dst.free();
  expect(plain(code.dump({ source: true }))).toEqual(expected);
  code.free();
});

test('what the disassembler does not know is one row, and the rest is shown', () => {
  const expected = [
    '90  nop',
    '62 f4 fc 18 01 cb  (unknown)',
    '90  nop',
    'd5 58 89 c8  (unknown)',
    'c3  ret',
  ];
  const code = asm.x64`nop; add rax, rbx, rcx; nop; mov r16, r17; ret`;
  const listing = code.build().dump();
  const { stdout } = folder.node([dynasm, 'asm', 'nop; add rax, rbx, rcx; nop; mov r16, r17; ret']);
  for (const each of [listing, stdout]) expect(plain(each).map(line => line.trim())).toEqual(expected);
});

test('a prefix and its instruction are one row', () => {
  const { stdout } = folder.node([
    dynasm,
    'asm',
    'lock; add [rax], rbx; rep; movsb; fs; o16; nop; lock; add [r16], rbx',
  ]);
  expect(plain(stdout).map(line => line.trim())).toEqual([
    'f0 48 01 18  lock add [rax], rbx',
    'f3 a4  rep movsb',
    '64 66 90  xchg ax, ax',
    'f0 d5 18 01 18  (unknown)',
  ]);
});

test('colours come with the option, and change nothing else', () => {
  const code = asm`1:; mov eax, 1; jmp <1; .asciz "x"`.build();
  const colored = code.dump({ color: true, source: true });
  expect(colored).toContain('\x1b[33;1m1:\x1b[0m\n');
  expect(stripVTControlCharacters(colored)).toBe(code.dump({ source: true }));
  const bytes = code.bytes.subarray(0, 5);
  expect(dasm.dump(bytes, 0, { arch: 'x64', color: true })).toContain('\x1b[1mmov eax, 1\x1b[0m\n');
  // @ts-expect-error that is not an option
  expect(() => code.dump({ colour: true })).toThrow(TypeError);
  // @ts-expect-error it is a boolean
  expect(() => code.dump({ source: 1 })).toThrow('dump: options.source is 1, expected true or false');
});

test('dynasm run --dump shows what a program builds, on standard error', () => {
  writeProgram(
    "import { make } from './made.dast';\nmake(1);\nconsole.log(make(42).size, process.argv[2]);\n",
  );
  const { status, stdout, stderr } = folder.dynasm(['run', '--dump', 'main.ts', '--dump']);
  expect({ status, stdout }).toEqual({ status: 0, stdout: '22 --dump\n' });
  const shown = stderr.trimEnd().split('\n\n').map(plain);
  expect(shown[1]).toEqual(['; 22 bytes (->main)', ...LISTING]);
  expect(shown).toHaveLength(2);
  const colored = folder.dynasm(['run', '--dump', 'main.ts'], '', { FORCE_COLOR: '1' }).stderr;
  expect(colored).toContain('\x1b[1mret\x1b[0m');
});

test('without iced-x86 there is a hint how to install it', () => {
  folder.write(
    'missing.cjs',
    `const Module = require('node:module');
const { _resolveFilename } = Module;
Module._resolveFilename = function (name, ...rest) {
  if (name === 'iced-x86') throw Object.assign(new Error('no iced-x86'), { code: 'MODULE_NOT_FOUND' });
  return _resolveFilename.call(this, name, ...rest);
};
`,
  );
  writeProgram("import { make } from './made.dast';\nconsole.log('runs');\nmake(1).dump();\n");
  const hint = 'a listing needs the package iced-x86, which cannot be loaded here: npm install iced-x86\n';
  const run = (...args: string[]) => folder.node(['-r', './missing.cjs', dynasm, ...args]);
  expect(run('asm', 'nop')).toEqual({ status: 1, stdout: '', stderr: `dynasm: ${hint}` });
  // Before the program runs.
  expect(run('run', '--dump', 'main.ts')).toEqual({
    status: 1,
    stdout: '',
    stderr: `dynasm: --dump: ${hint}`,
  });
  const { stdout, stderr } = run('run', 'main.ts');
  expect(stdout).toBe('runs\n');
  expect(stderr).toContain(hint.trim());
});
