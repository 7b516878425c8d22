/**
 * The command line as a replacement for dynasm.lua: options, output, and how it fails. The text that it
 * translates to is tested in preprocessor/coutput.test.ts and preprocessor/luaoutput.test.ts.
 */
import { afterAll, expect, test } from '@jest/globals';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseCommand } from '../bin/options.ts';
import { WARNINGS } from '../src/preprocessor/index.ts';
import { readFiles } from './casefile.ts';
import { dynasm, Folder, root, type Ran } from './packagefolder.ts';

const folder = new Folder();
afterAll(() => folder.remove());

/** What most sources begin with. */
const HEAD = '|.arch x64\n|.actionlist actions\n';
const CASES = 'programs/dynasmlua.txt';
folder.writeAll(readFiles(CASES, 'sources'));

function read(name: string): string {
  return readFileSync(join(folder.path, name), 'latin1');
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === 0 || ['[]', '{}'].includes(JSON.stringify(value));
}

/** Options that a command line sets, apart from what is empty. */
function parsed(...args: string[]): unknown {
  const command = parseCommand([...args, 'in.dasc']);
  if (command.kind !== 'translate') return command;
  const { outfile, dumps, diagnostics, options } = command;
  const all = { outfile, dumps, diagnostics, ...options };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => !isEmpty(value)));
}

// prettier-ignore
const commandLines: readonly (readonly [args: string, options: unknown])[] = [
  ['', {}],
  ['-o out.c', { outfile: 'out.c' }],
  ['--outfile out.c', { outfile: 'out.c' }],
  ['--outfile=out.c', { outfile: 'out.c' }],
  ['--o out.c', { outfile: 'out.c' }],
  ['-Lo out.c', { lineNumbers: false, outfile: 'out.c' }],
  ['-oL out.c', { lineNumbers: false, outfile: 'out.c' }],
  ['-oD out.c X', { outfile: 'out.c', defines: { X: '1' } }],
  ['-oout.c', { outfile: 'out.c' }],
  ['-LN', { lineNumbers: false, comments: 'none' }],
  ['-c -C', { comments: 'line' }],
  ['-cMF', { comments: 'block', macroComments: true, flushLines: true }],
  ['--ccomment --maccomment --flushline --nolineno', { comments: 'block', macroComments: true, flushLines: true, lineNumbers: false }],
  ['-D X -D Y=2 -D Z=', { defines: { X: '1', Y: '2', Z: '' } }],
  ['-D X=a=b', { defines: { X: 'a=b' } }],
  ['-D X -D Y -U X', { defines: { Y: '1' } }],
  ['-U X -D X', { defines: { X: '1' } }],
  ['-DX=1 -DX64', { defines: { X: '1', X64: '1' } }],
  ['-I one -I two', { include: ['two', 'one'] }],
  ['-P -P', { dumps: 2 }],
  ['-PP', { dumps: 2 }],
  ['-l Lua', { lang: 'lua' }],
  ['--platform x86-windows', { platform: 'x86-windows' }],
  ['--target x86-windows', { platform: 'x86-windows' }],
  ['-A x64', { kind: 'arch', name: 'x64' }],
  ['-N -V --unknown', { kind: 'version' }],
  ['-?', { kind: 'help' }],
  ['--max-errors 3 --strict', { maxErrors: 3, strict: true }],
  ['--no-specialise', { specialise: false }],
  ['--keep-lines', { keepLines: true }],
  ['--no-warn=defect -W no-bad-idea', { silenced: ['defect', 'bad-idea'] }],
  ['--sourcemap', { sourceMap: true }],
  ['--sourcemap inline', { sourceMap: 'inline' }],
  ['--sourcemap=inline', { sourceMap: 'inline' }],
  ['-D A --lang=c -U A', { lang: 'c' }],
  ['--diagnostics json', { diagnostics: 'json' }],
];

test('options are read as DynASM reads them, and ours beside them', () => {
  for (const [args, options] of commandLines) {
    expect([args, parsed(...args.split(' ').filter(Boolean))]).toEqual([args, options]);
  }
  expect(parseCommand(['-', '-N'])).toMatchObject({ input: '-', options: { comments: 'none' } });
  expect(parseCommand(['--', '-N'])).toMatchObject({ input: '-N' });
});

// prettier-ignore
const rejected: readonly (readonly [args: string, message: RegExp])[] = [
  ['-x in.dasc', /^unknown option '-x'/],
  ['--xyz in.dasc', /^unknown option '--xyz'/],
  ['-L=x in.dasc', /^unknown option '-='/],
  ['--nolineno=x in.dasc', /^unknown option '--nolineno=x'\n\(Did you mean --nolineno\?\)/],
  ['in.dasc -o', /^option '-o, --outfile <FILE>' argument missing/],
  ['-D 1x in.dasc', /^-D 1x: not a name/],
  ['-U a=b in.dasc', /^-U a=b: not a name/],
  ['-W defekt in.dasc', /^no warning has the code `defekt'; there are .*\bdefect\b/],
  ['--max-errors none in.dasc', /^--max-errors none: not a number/],
  ['--lang pascal in.dasc', /^--lang pascal: the choices are ts, js, c, lua/],
  ['-N', /^missing input file/],
  ['a.dasc b.dasc', /^one input file at a time, not also `b.dasc'/],
];

test('wrong options are errors that name them', () => {
  for (const [args, message] of rejected) expect(() => parseCommand(args.split(' '))).toThrow(message);
});

test('output to a file and to standard output are the same; standard input has a name', () => {
  const { status, stdout, stderr } = folder.dynasm(['-LN', '-D', 'SIZE=8', 'in.dasc']);
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(stdout.split('\n').slice(7).join('\n')).toBe(readFiles(CASES, 'the output for in.dasc')['out.c']);
  const toFile = folder.dynasm(['-LND', 'SIZE=8', '-o', 'out.c', '-'], read('in.dasc'));
  expect(toFile).toEqual({ status: 0, stdout: '', stderr: '' });
  expect(read('out.c')).toBe(stdout.replace('"in.dasc"', '"(stdin)"'));
});

test('-P writes dumps to where the output does not go', () => {
  const dump = /^Sections:\n\nDefines:\n {2}SIZE {17}8\n\nType definitions:\n/;
  expect(folder.dynasm(['-P', '-D', 'SIZE=8', 'in.dasc']).stderr).toMatch(dump);
  expect(folder.dynasm(['-P', '-D', 'SIZE=8', '-o', 'out.c', 'in.dasc']).stdout).toMatch(dump);
  expect(folder.dynasm(['-P', '-D', 'SIZE=8']).stdout).toBe(
    'Sections:\n\nDefines:\n  SIZE                 8\n\nMacros:\n\nCaptures:\n\n',
  );
  expect(folder.dynasm(['-P', 'bad.dasc']).stderr).toContain('no output file generated.\nSections:\n');
});

test('errors have the classic form if a program reads them, status 1, and no output', () => {
  folder.write('old.c', 'old');
  const ran = folder.dynasm(['-o', 'old.c', 'bad.dasc']);
  expect(ran).toEqual({
    status: 1,
    stdout: '',
    stderr:
      "bad.dasc:3: error: mixed operand size in `mov rd,rb':\n| mov eax, al\n" +
      "bad.dasc:4: error: bad operand size in `push rb':\n| push al\n" +
      'bad.dasc:*: info: 2 errors in input file -- no output file generated.\n',
  });
  expect(read('old.c')).toBe('old');
  expect(readdirSync(folder.path).filter(name => name.includes('part'))).toEqual([]);
  const json = folder.dynasm(['--max-errors=1', '--diagnostics=json', 'bad.dasc']).stderr;
  expect(JSON.parse(json)).toMatchObject({ severity: 'error', line: 3, column: 3 });
});

function questionable(...args: string[]): Ran {
  return folder.dynasm([...args, '-o', 'out.c', 'questionable.dasc']);
}

test('warnings are not shown in classic form, can be turned off, and are errors with --strict', () => {
  expect(questionable()).toEqual({ status: 0, stdout: '', stderr: '' });
  const { stderr } = questionable('--diagnostics=pretty');
  expect(stderr.match(/\[[a-z]+-[a-z-]+\]$/gm)).toEqual([
    ...Array.from({ length: 3 }, () => '[mixed-address]'),
    '[address-size]',
    '[sign-extended]',
  ]);
  expect(stderr).toContain('base and index of different sizes in `[rbx+ecx]');
  expect(stderr).toMatch(
    /dynasm: 6 more warnings \[mixed-address\]; --no-warn=mixed-address turns them off\n$/,
  );
  const off = ['-W', 'no-mixed-address', '--no-warn', 'address-size', '--no-warn=sign-extended'];
  expect(questionable('--diagnostics=pretty', ...off)).toEqual({ status: 0, stdout: '', stderr: '' });
  expect(questionable('--strict').stderr).toContain('11 errors in input file');
  expect(questionable('--strict', ...off).status).toBe(0);
});

test('-A, -V, --help and instructions print what is supported', () => {
  const arch = folder.dynasm(['-A', 'x86']).stdout;
  for (const part of ['eax=r0', '.globals ', 'IMM_DB ', 'addpd ']) expect(arch).toContain(part);
  expect(arch).not.toContain('rax');
  expect(folder.dynasm(['-V']).stdout).toMatch(/^dynasm \d+\.\d+\.\d+, /);
  expect(folder.dynasm([]).stdout).toBe(folder.dynasm(['--help']).stdout);
  expect(folder.dynasm(['help', 'asm']).stdout).toContain('--base <address>');
  expect(folder.dynasm(['instructions', 'addp?']).stdout).toBe(
    'addpd  xmm, xmm/m128  66 0F 58 /r  SSE2\naddps  xmm, xmm/m128  0F 58 /r     SSE\n',
  );
  expect(folder.dynasm(['instructions', 'frob*'])).toEqual({
    status: 1,
    stdout: '',
    stderr: "dynasm: no instruction of x64 matches `frob*'\n",
  });
});

test('the bytes of the source come out as they went in', () => {
  const text = Buffer.from(`/* \xe9\xff\x80\t\xa0 */\r\n${HEAD}|| "\x85\xa0";\r\n`, 'latin1');
  folder.write('bytes.dasc', text);
  folder.dynasm(['-LN', '-o', 'bytes.c', 'bytes.dasc']);
  expect(read('bytes.c')).toContain('/* \xe9\xff\x80\t\xa0 */\r\n');
  expect(read('bytes.c')).toContain('\n "\x85\xa0";\r\n');
});

test('names and messages are UTF-8', () => {
  folder.write('\u00fc/\u00e4.dasc', `${HEAD}|.include \u00f6.dasi\n| mov al, X // \u00e4\n`);
  folder.write('\u00fc/\u00f6.dasi', '// \u00f6\n');
  const args = ['-I', '\u00fc', '\u00fc/\u00e4.dasc', '-D'];
  const { stdout } = folder.dynasm([...args, 'X=\u00df']);
  for (const part of ['#line 1 "\u00fc/\u00f6.dasi"\n// \u00f6', 'dasm_put(Dst, 0, \u00df);']) {
    expect(stdout).toContain(part);
  }
  expect(folder.dynasm([...args, 'X=eax']).stderr).toContain(
    "\u00fc/\u00e4.dasc:4: error: mixed operand size in `mov rb,rd':\n| mov al, X // \u00e4\n",
  );
});

mkdirSync(join(folder.path, 'directory'));

// prettier-ignore
const failures: readonly (readonly [command: string, stderr: RegExp])[] = [
  ['dynasm missing.dasc', /^dynasm: missing\.dasc: no such file or directory\n$/],
  ['dynasm directory', /^dynasm: directory: .*directory\n$/],
  ['dynasm -A vax', /^dynasm: option '-A, --dumparch <ARCH>' argument 'vax' is invalid. Allowed choices are x64, x86, arm64.\n$/],
  ['dynasm -D SIZE -o no/such/out.c in.dasc', /^dynasm: cannot write no\/such\/out\.c: there is no folder no\/such\n$/],
  ['dynasm -o directory in.dasc', /^dynasm: cannot write directory: .*directory\n$/],
  ['dynasm include.dasc', /^include\.dasc:1: error: include file `directory' cannot be read: directory is a directory:\n/],
  ['dynasm deep.dasc', /^deep\.dasc:1: error: macros or include files nested too deep:\n/],
  ...process.platform === 'linux' ? [
    ['dynasm -o /dev/full in.dasc', /^dynasm: cannot write \/dev\/full: no space left on device\n$/],
    ['dynasm in.dasc >/dev/full', /^dynasm: standard output: no space left on device\n$/],
  ] as const : [],
];

test.each(failures)('%s is one clear message', (command, message) => {
  const script = `dynasm() { '${process.execPath}' '${dynasm}' "$@"; }\n${command}`;
  const { status, stdout, stderr } = spawnSync('sh', ['-c', script], { cwd: folder.path, encoding: 'utf8' });
  expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
  expect(stderr).toMatch(message);
  expect(stderr).not.toMatch(/^\s+at /m);
});

test('a pipe that nobody reads is one clear message', () => {
  folder.write('long.dasc', `${HEAD}// line\n${'// a line of the host\n'.repeat(100_000)}`);
  const script = `{ '${process.execPath}' '${dynasm}' long.dasc; echo $? >status; } 2>errors | head -c 1`;
  execFileSync('sh', ['-c', script], { cwd: folder.path });
  expect([read('status'), read('errors')]).toEqual(['1\n', 'dynasm: standard output: broken pipe\n']);
});

test('the documents know all options and warnings', () => {
  const text = readFileSync(join(root, 'docs/command-line.md'), 'utf8');
  for (const code of Object.keys(WARNINGS)) expect(text).toContain(`| \`${code}\``);
  const help = folder.dynasm(['-h']).stdout;
  const options = help.match(/(?<=^ +(?:-., )?)--[a-z-]+/gm) ?? [];
  expect(options.length).toBeGreaterThan(15);
  const missing = options.filter(
    option => !/help|version|nocomment|comment/.test(option) && !text.includes(option),
  );
  expect(missing).toEqual([]);
});

test('translation loads no tools of other commands', () => {
  const seen = new Set<string>();
  const visit = (file: string): void => {
    if (seen.has(file)) return;
    seen.add(file);
    const text = readFileSync(file, 'utf8');
    for (const [, name = ''] of text.matchAll(
      /^(?:import|export) (?!type\b)(?:[^;'"`]*\bfrom )?'([^'\n]+)'/gm,
    )) {
      if (name.startsWith('.')) visit(join(file, '..', name));
      else seen.add(name);
    }
  };
  for (const file of ['bin/dynasm.ts', 'src/files/index.ts']) visit(join(root, file));
  for (const name of ['koffi', 'esbuild', 'oxc-transform']) expect(seen).not.toContain(name);
  expect([...seen].filter(name => name.includes('/src/exec/'))).toEqual([]);
  expect(seen.size).toBeGreaterThan(30);
});
