/**
 * What docs/library.md shows of perf and gdb, with perf and gdb themselves: the fences `shellsession`, whose
 * commands print what stands below them.
 */
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { fencesOf, matches, sessionsOf } from '../markdown.ts';

const root = join(import.meta.dirname, '../..');

const folder = mkdtempSync(join(tmpdir(), 'dynasm-debuggers-'));
after(() => rmSync(folder, { recursive: true, force: true }));
mkdirSync(join(folder, 'node_modules'));
symlinkSync(root, join(folder, 'node_modules/dynasm'), 'dir');
writeFileSync(join(folder, 'package.json'), '{"type": "module"}');

function shell(command: string): string {
  const { status, stdout, stderr } = spawnSync('sh', ['-c', command], {
    cwd: folder,
    encoding: 'utf8',
    // Folders of jitdumps go with this one.
    env: { ...process.env, NODE_OPTIONS: '', NO_COLOR: '1', TMPDIR: folder, DYNASM_CACHE: 'off' },
  });
  assert.equal(status, 0, `$ ${command}\n${stdout}${stderr}`);
  return stdout + stderr;
}

const fences = fencesOf(readFileSync(join(root, 'docs/library.md'), 'utf8'));
for (const { name, text } of fences) if (name !== undefined) writeFileSync(join(folder, name), text);

const sessions = fences
  .filter(({ language }) => language === 'shellsession')
  .map(({ text }) => sessionsOf(text));

for (const session of sessions) {
  void test(session[0]?.command ?? '', () => {
    for (const { command, expected } of session) {
      const printed = shell(command);
      assert(matches(printed, expected), `$ ${command}\n${printed}`);
    }
  });
}

/**
 * What gdb and the program print. They print into a file: node makes a pipe one that does not wait, and gdb,
 * which has it, too, loses what does not fit.
 */
function gdb(commands: string, program: string): string {
  shell(
    `DYNASM_GDB=1 gdb -nx -batch -x ${commands} --args node --import dynasm/register ${program} > printed 2>&1`,
  );
  return readFileSync(join(folder, 'printed'), 'utf8');
}

/** What may be on the stack of stepped.dast, from its top to `main`. */
const STACKS = [
  '',
  'main',
  'none main',
  'some main',
  'leaf some main',
  'all main',
  'some all main',
  'leaf some all main',
  'middle main',
  'leaf middle main',
  'handwritten main',
  'jumping main',
  'leaf main',
];

void test('gdb finds the callers at every instruction', () => {
  copyFileSync(join(import.meta.dirname, 'stepped.dast'), join(folder, 'stepped.dast'));
  const commands = [
    'set breakpoint pending on',
    'break dynasm_entry',
    'run',
    'set $step = 0',
    'while $step < 200',
    'echo \\nSTEP\\n',
    'backtrace 7',
    'stepi',
    'set $step = $step + 1',
    'end',
  ];
  writeFileSync(join(folder, 'step.gdb'), commands.join('\n'));
  const printed = gdb('step.gdb', 'stepped.dast');
  const seen = new Set<string>();
  const callers = new Set<string>();
  for (const step of printed.split('\nSTEP\n').slice(1)) {
    const names = [...step.matchAll(/^#\d+ +(?:0x\w+ in )?(\S+) \(.*?\)(.*)/gm)];
    const end = names.findIndex(([, , where]) => where?.includes('koffi.node'));
    const stack = names.slice(0, end).map(([, name]) => name);
    // The code that makes a direct call of it.
    if (stack.at(-1) === 'dynasm_direct') stack.pop();
    // The call has returned.
    if (stack.length === 0) break;
    assert.equal(stack.at(-1), 'dynasm_entry', step);
    seen.add(stack.slice(0, -1).join(' '));
    callers.add(/0x\w+/.exec(names[end]?.[0] ?? '')?.[0] ?? '');
  }
  assert.deepEqual([...seen].toSorted(), STACKS.toSorted());
  assert.equal(callers.size, 1);
});

void test('gdb has breakpoints in code that takes the place of other code, and leaves that as it is', () => {
  copyFileSync(join(import.meta.dirname, 'reused.dast'), join(folder, 'reused.dast'));
  const commands = ['set breakpoint pending on', 'break reused.dast:13', 'run'];
  for (let round = 0; round < 4; round++) commands.push('echo STOP\\n', 'continue');
  writeFileSync(join(folder, 'reused.gdb'), commands.join('\n'));
  const printed = gdb('reused.gdb', 'reused.dast');
  const results = [...printed.matchAll(/^(?:STOP|(\d) at (\d+))$/gm)];
  assert.deepEqual(
    results.map(([stop, result]) => result ?? stop),
    ['STOP', '0', 'STOP', '1', 'STOP', '2', 'STOP', '3'],
  );
  assert.equal(new Set(results.flatMap(([, , address]) => address ?? [])).size, 1);
});

void test('gdb attaches to a program that runs', async () => {
  writeFileSync(
    join(folder, 'endless.dast'),
    `import { dasm } from 'dynasm';
|.arch x64
|.actionlist actions
const Dst = dasm.new(actions);
|->endless:
|1:
|  jmp <1
const endless = Dst.build().cast('void ()');
// Otherwise only a parent may attach (prctl(2), PR_SET_PTRACER).
dasm.koffi().load('libc.so.6').func('int prctl(int, long, long, long, long)')(0x59616d61, -1, 0, 0, 0);
console.log('ready');
endless();
`,
  );
  const child = spawn('node', ['--import', 'dynasm/register', 'endless.dast'], {
    cwd: folder,
    env: { ...process.env, NODE_OPTIONS: '', DYNASM_CACHE: 'off', DYNASM_GDB: '1' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    await once(child.stdout, 'data');
    const printed = shell(`gdb -nx -batch -ex 'backtrace 2' -p ${child.pid} 2>&1`);
    assert.match(printed, /^#0 .*\bendless \(\) at .*\/endless\.dast:7$/m);
    assert.match(printed, /^#1 .*\bdynasm_entry \(\)$/m);
  } finally {
    child.kill('SIGKILL');
  }
});

void test('there are such fences', () => {
  assert(sessions.length >= 2);
});
