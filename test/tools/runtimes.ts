/**
 * Runs the package with other runtimes: the tests of loading with newer versions of Node, and programs with
 * Bun and Deno. They are installed from the lock file of this folder. Ends with status 1 if anything fails.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { check } from './check.ts';

const root = join(import.meta.dirname, '../..');
const tools = join(import.meta.dirname, 'node_modules');

/** Tests of what differs between versions of Node. */
const TESTS = [
  'register',
  'hostlanguage',
  'loading',
  'modulecache',
  'bundles',
  'workerthread',
  'uncaughterror',
  'fault',
  'gdb',
  'unwinder',
];
const NODES = ['node-22', 'node-24', 'node-26'];

/** Programs, and what they print. `main.dast` prints 42. */
const FILES: Readonly<Record<string, string>> = {
  'package.json': '{"type": "module"}',
  'main.dast': `import { dasm } from 'dynasm';
import { FACTOR } from './factor.js';
|.arch x64
|.actionlist actions
const Dst = dasm.new(actions);
|  mov eax, edi
|  imul eax, FACTOR
|  ret
enum Value { six = 6 }
export const answer: number = Dst.build().cast('int (int)')(Value.six);
console.log(answer);
`,
  'factor.js': 'export const FACTOR = 7;\n',
  'import.mjs': "import './main.dast';\n",
  'register.mjs': "import 'dynasm/register';\nawait import('./main.dast');\n",
  'both.mjs': `import { createRequire } from 'node:module';
await import('./main.dast');
console.log(createRequire(import.meta.url)('./main.dast').answer);
`,
  'load.mjs': `import { loadFile, loadString } from 'dynasm';
for (let round = 0; round < 2; round++) await loadFile('main.dast');
const text = '|.arch x64\\n|.actionlist a\\nimport { FACTOR } from "./factor.js";\\n';
console.log((await loadString(text + 'export const x: number = FACTOR + 1;\\n')).x);
try {
  await loadString(text + '| mov eax\\n');
} catch (error) {
  console.log(/string\\.dast:4:3: error: .mov. takes 2 operands/.test(error.message));
}
`,
};

const command = join(root, 'dist/bin/dynasm.cjs');
const register = './node_modules/dynasm/dist/src/register.js';
const bun = join(tools, '.bin/bun');
const deno = join(tools, '.bin/deno');

type Run = readonly [program: string, args: readonly string[], output: string];
const RUNS: readonly Run[] = [
  [bun, [command, 'run', 'main.dast'], '42\n'],
  [bun, ['--preload', 'dynasm/register', 'import.mjs'], '42\n'],
  [bun, ['--preload', 'dynasm/register', 'both.mjs'], '42\n42\n'],
  [bun, ['register.mjs'], '42\n'],
  [bun, ['load.mjs'], '42\n42\n8\ntrue\n'],
  [deno, ['run', '-A', command, 'run', 'main.dast'], '42\n'],
  [deno, ['run', '-A', '--preload', register, 'import.mjs'], '42\n'],
  [deno, ['run', '-A', 'register.mjs'], '42\n'],
  [deno, ['run', '-A', 'load.mjs'], '42\n42\n8\ntrue\n'],
];

for (const name of NODES) {
  const node = join(tools, name, 'bin/node');
  const jest = ['--experimental-vm-modules', '--no-warnings', 'node_modules/jest/bin/jest.js', '--silent'];
  const tests = TESTS.map(test => `/${test}\\.test`);
  const { status, stderr } = spawnSync(node, [...jest, ...tests], { cwd: root, encoding: 'utf8' });
  check(`${name}: ${TESTS.join(', ')}`, status === 0, stderr);
}

const folder = mkdtempSync(join(tmpdir(), 'dynasm-tools-'));
try {
  mkdirSync(join(folder, 'node_modules'));
  symlinkSync(root, join(folder, 'node_modules/dynasm'), 'dir');
  for (const [name, text] of Object.entries(FILES)) writeFileSync(join(folder, name), text);
  for (const cache of ['off', join(folder, 'cache')]) {
    for (const [program, args, output] of RUNS) {
      const env = { ...process.env, DYNASM_CACHE: cache, NO_COLOR: '1' };
      const ran = spawnSync(program, args, { cwd: folder, env, encoding: 'utf8', timeout: 60_000 });
      const isRight = ran.status === 0 && ran.stdout === output;
      check([program.replace(/^.*\//, ''), ...args].join(' '), isRight, ran.stdout + ran.stderr);
    }
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
