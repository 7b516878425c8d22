/** `dynasm repl`, with lines on its standard input, and the projects that `dynasm init` makes. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { dynasm, Folder, root } from './packagefolder.ts';

let folder: Folder;
beforeAll(() => {
  folder = new Folder();
});
afterAll(() => folder.remove());

/**
 * What one REPL prints for each of some groups of lines. A command that there is not, between the groups,
 * says where the output of one ends. Each process takes half a second to start.
 */
function repl<Name extends string>(
  groups: Readonly<Record<Name, readonly string[]>>,
  options = '',
): Readonly<Record<Name, string>> {
  const names = Object.keys(groups) as Name[];
  const lines = names.flatMap(name => [...groups[name], ':next']);
  const { status, stdout } = spawnSync(
    'sh',
    ['-c', `'${process.execPath}' '${dynasm}' repl ${options} 2>&1`],
    {
      cwd: folder.path,
      encoding: 'utf8',
      env: { ...process.env, NODE_OPTIONS: '', NO_COLOR: '1' },
      input: lines.map(line => `${line}\n`).join(''),
    },
  );
  const outputs = stdout.split(/^there is no command :next; the commands are :help, .*\n/m);
  expect([status, outputs.length]).toEqual([0, names.length + 1]);
  return Object.fromEntries(names.map((name, index) => [name, outputs[index]])) as Record<Name, string>;
}

/** The lines about registers, but for rsp. */
const registers = (output: string): string[] =>
  output.split('\n').filter(line => /^(?!rsp)[a-z]+\d* {2}/.test(line));

const FAULTS = [
  ['mov ecx, 9; mov rax, [8]', 'SIGSEGV: a read of address 0x8, a null pointer: mov rax, [8]'],
  ['xor ecx, ecx; div ecx', 'SIGFPE: a division by zero'],
  ['1:; push rax; jmp <1', 'SIGSEGV: a write of address'],
  ['mov esp, 64; push rax', 'SIGSEGV: a write of address 0x38, a null pointer'],
  ['ud2', 'SIGILL'],
  ['call extern nosuchfunction', 'extern `nosuchfunction` has no address'],
] as const;

test('what lines do to registers and memory stays, what faults do does not', () => {
  const outputs = repl({
    definitions: [
      '.define N, 5',
      'mov r15d, N*2',
      'push r15',
      'mov [rdi+64], r15',
      'pop rdx',
      'mov rbx, [rdi+64]',
      '.macro twice, r',
      '|  add r, r',
      '.endmacro',
      'twice rbx',
      ':definitions',
    ],
    error: ['mov eax, N; mov ebx, [edi+eax*3]', 'mov eax, foo'],
    vectors: ['fld1; fchs', 'mov eax, 1; movd xmm2, eax', 'fstp st0', 'xorps xmm2, xmm2'],
    jumps: ['ret', 'ret', 'mov eax, 2; jmp >1; mov eax, 3; 1:', 'call >1; jmp >2; 1:; mov ebx, 3; ret; 2:'],
    faults: ['mov ecx, 7', ...FAULTS.map(([line]) => line), 'mov esi, ecx'],
    reset: [':reset', ':registers', ':definitions', 'mov eax, N'],
    help: [':help'],
  });
  expect(registers(outputs.definitions).filter(line => !line.startsWith('flags'))).toEqual([
    'r15     0x000000000000000a  10',
    'rdx     0x000000000000000a  10',
    'rbx     0x000000000000000a  10',
    'rbx     0x0000000000000014  20',
  ]);
  expect(outputs.definitions).toContain('.define N, 5\n.macro twice, r\n|  add r, r\n.endmacro\n');
  expect(outputs.error).toMatch(
    /^\(repl\):1:\d+: error: .*\n {4}1 \| mov eax, (?:N|5); mov ebx, \[edi\+eax\*3\]\n/,
  );
  expect(outputs.error).toContain("note: `.define name, 5' gives a name a value");
  expect(registers(outputs.vectors)).toEqual([
    'st0     -1',
    'rax     0x0000000000000001  1',
    'xmm2    0x0000000000000000_0000000000000001',
    'st0     empty',
    'xmm2    0x0000000000000000_0000000000000000',
  ]);
  expect(registers(outputs.jumps)).toEqual([
    'rax     0x0000000000000002  2',
    'rbx     0x0000000000000003  3',
  ]);
  for (const [, message] of FAULTS) expect(outputs.faults).toContain(message);
  expect(outputs.faults.match(/^The registers are as before the line\.$/gm)?.length).toBe(FAULTS.length);
  expect(registers(outputs.faults)).toEqual([
    'rcx     0x0000000000000007  7',
    'rsi     0x0000000000000007  7',
  ]);
  expect(registers(outputs.reset)).toContain('rcx     0x0000000000000000  0');
  expect(outputs.reset).toContain("`N' has no value here");
  expect(outputs.help).toContain(':registers');
});

test('a line that does not end, and one that ends the process, lose only the memory', () => {
  const { lost } = repl(
    { lost: ['mov ecx, 7', '1:; jmp <1', 'mov edx, ecx', 'call extern abort', 'mov ebx, edx'] },
    '--timeout 0.2',
  );
  expect(lost).toContain(
    'stopped: it ran for more than 0.2 seconds\nThe registers are as before the line; memory',
  );
  expect(lost).toContain(
    'the process that ran it has ended: SIGABRT\nThe registers are as before the line; memory',
  );
  expect(registers(lost).filter(line => /^r[bd]x/.test(line))).toEqual([
    'rdx     0x0000000000000007  7',
    'rbx     0x0000000000000007  7',
  ]);
});

test('the time must be one', () => {
  const { status, stderr } = folder.dynasm(['repl', '--timeout', 'soon']);
  expect([status, stderr]).toEqual([1, 'dynasm: --timeout soon: expected seconds, more than 0\n']);
});

test('dynasm init makes a project that runs, is tested and checked', () => {
  expect(folder.dynasm(['init', 'A JIT']).stdout).toContain(
    "cd 'A JIT' && npm install && npm start && npm test\n",
  );
  const project = join(folder.path, 'A JIT');
  const manifest = JSON.parse(readFileSync(join(project, 'package.json'), 'utf8')) as {
    name: string;
    scripts: Record<string, string>;
  };
  expect(manifest.name).toBe('a-jit');
  for (const name of ['typescript', '@types']) {
    symlinkSync(join(root, 'node_modules', name), join(folder.path, 'node_modules', name), 'dir');
  }
  const bin = join(folder.path, 'bin');
  folder.write('bin/dynasm', `#!/bin/sh\nexec '${process.execPath}' '${dynasm}' "$@"\n`);
  const script = (name: string): string => {
    const { status, stdout, stderr } = spawnSync('sh', ['-c', manifest.scripts[name] ?? 'false'], {
      cwd: project,
      encoding: 'utf8',
      env: {
        ...process.env,
        NODE_OPTIONS: '',
        NODE_TEST_CONTEXT: undefined,
        PATH: `${bin}:${process.env['PATH']}`,
      },
    });
    expect([name, status, stderr]).toEqual([name, 0, '']);
    return stdout;
  };
  spawnSync('chmod', ['+x', join(bin, 'dynasm')]);
  expect(script('start')).toMatch(/imul edi, edi .*power\.dast:17[^]*\n3 to the power 5 is 243\n$/);
  expect(script('test')).toMatch(/^# pass 1$/m);
  expect(script('check')).toBe('');
});

test('dynasm init overwrites nothing', () => {
  folder.write('jit/tsconfig.json', 'mine');
  const { status, stderr } = folder.dynasm(['init', 'jit']);
  expect([status, stderr]).toEqual([1, 'dynasm: init: jit has tsconfig.json already; nothing is written\n']);
  expect(readFileSync(join(folder.path, 'jit/tsconfig.json'), 'utf8')).toBe('mine');
});
