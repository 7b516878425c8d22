/**
 * Runs tests on several platforms, all on one Linux x64 machine: versions of Node, Windows under Wine, and
 * other processors under qemu. Installs what it needs (docs/architecture.md, "Platforms").
 *
 *     node --import tsx test/platforms/run.ts [--tests text] [machine…]
 *
 * Without names of machines it runs on all; with `--tests` only the tests whose file names have the text.
 * Ends with status 1 if a test fails anywhere.
 */
import { spawn } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdtempSync,
  openSync,
  closeSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { bundleTests } from './bundle.ts';
import { run } from './debian.ts';
import { runExamples } from './example.ts';
import { machines, type Command, type Machine } from './machine.ts';

const root = join(import.meta.dirname, '../..');
const modules = join(import.meta.dirname, 'node_modules');

/** The `.dast` files, which are bundled for each platform. */
const PROGRAM = 'test/platforms/program.ts';

/** Runs the examples. */
const EXAMPLES = 'test/platforms/example.ts';

/** Tests of translating that need neither Jest's own functions nor parsers of other packages. */
const TRANSLATION = [
  'test/preprocessor/coutput.test.ts',
  'test/preprocessor/luaoutput.test.ts',
  'test/preprocessor/typescript/datadirective.test.ts',
  'test/preprocessor/typescript/instructionrecord.test.ts',
  'test/preprocessor/x86/address.test.ts',
  'test/preprocessor/x86/decodedrecord.test.ts',
  'test/preprocessor/x86/randomstatement.test.ts',
  'test/preprocessor/x86/referencerecord.test.ts',
];

interface Limit {
  readonly reason: string;
  runs(machine: Machine): boolean;
}

const STRIPPING: Limit = {
  reason: 'Node 20 does not remove types (striptypes.ts)',
  runs: ({ node }) => !node.startsWith('20'),
};
const ON_ARM64: Limit = { reason: 'it is for arm64', runs: ({ arch }) => arch === 'arm64' };
/** What is computed does not depend on the processor. */
const LONG: Limit = { reason: 'it takes an emulator long', runs: ({ arch }) => arch !== 'arm64' };
const ON_X86: Limit = { reason: 'its code is for x86', runs: ({ arch }) => arch !== 'arm64' };

/** Files of tests that do not run everywhere. */
const LIMITED: Readonly<Record<string, Limit>> = {
  'test/exec/fault.test.ts': {
    reason: 'it is for x64, where Jest runs it with all versions of Node (test/tools)',
    runs: () => false,
  },
  'test/exec/faultmeaning.test.ts': { reason: 'as above', runs: () => false },
  'test/exec/abuse.test.ts': { reason: 'it runs programs with the built package', runs: () => false },
  'test/exec/terminate.test.ts': { reason: 'it runs programs with the built package', runs: () => false },
  'test/exec/vector.test.ts': { reason: 'it runs programs with the built package', runs: () => false },
  'test/exec/map.test.ts': { reason: 'its code is for x64', runs: ({ arch }) => arch === 'x64' },
  'test/exec/perfmap.test.ts': {
    reason: 'perf is a tool of Linux',
    runs: ({ platform, arch }) => platform === 'linux' && arch === 'x64',
  },
  'test/exec/jitdump.test.ts': {
    reason: 'perf is a tool of Linux',
    runs: ({ platform, arch }) => platform === 'linux' && arch === 'x64',
  },
  'test/exec/frames.test.ts': {
    reason: 'gdb is told on Linux x64',
    runs: ({ platform, arch }) => platform === 'linux' && arch === 'x64',
  },
  'test/exec/pretranslated.test.ts': { reason: 'it compares sources', runs: () => false },
  'test/exec/arm64calls.test.ts': ON_ARM64,
  'test/exec/arm64fault.test.ts': ON_ARM64,
  'test/exec/arm64memory.test.ts': ON_ARM64,
  'test/exec/arm64native.test.ts': ON_ARM64,
  'test/exec/arm64veneer.test.ts': ON_ARM64,
  'test/exec/builderror.test.ts': ON_X86,
  'test/exec/cast.test.ts': ON_X86,
  'test/exec/codepointer.test.ts': ON_X86,
  'test/exec/directcall.test.ts': ON_X86,
  'test/exec/givenlabel.test.ts': ON_X86,
  'test/exec/nativevalue.test.ts': ON_X86,
  'test/exec/symbol.test.ts': ON_X86,
  'test/exec/valueaddress.test.ts': ON_X86,
  'test/exec/jumpslot.test.ts': {
    reason: STRIPPING.reason,
    runs: machine => ON_X86.runs(machine) && STRIPPING.runs(machine),
  },
  'test/encoder/arm64program.test.ts': LONG,
  'test/encoder/arm64randomprogram.test.ts': LONG,
  'test/encoder/arm64record.test.ts': LONG,
  'test/encoder/evex.test.ts': LONG,
  'test/encoder/randomprogram.test.ts': LONG,
  'test/encoder/referenceprogram.test.ts': LONG,
  'test/preprocessor/x86/decodedrecord.test.ts': LONG,
  'test/preprocessor/x86/randomstatement.test.ts': LONG,
  'test/preprocessor/x86/referencerecord.test.ts': LONG,
  'test/encoder/labelrange.test.ts': STRIPPING,
  'test/preprocessor/typescript/datadirective.test.ts': STRIPPING,
  'test/preprocessor/typescript/instructionrecord.test.ts': STRIPPING,
};

/** In seconds, for a file of tests. */
const TIME_LIMIT = 600;

function testsIn(folder: string): string[] {
  const names = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' });
  return names
    .filter(name => name.endsWith('.test.ts'))
    .map(name => join(folder, name))
    .toSorted();
}

/** Installs the versions of Node as the lock file has them, once for each lock file. */
function installModules(): void {
  const lock = readFileSync(join(import.meta.dirname, 'package-lock.json'), 'utf8');
  const installed = join(modules, '.installed');
  if (existsSync(installed) && readFileSync(installed, 'utf8') === lock) return;
  console.log('installing the versions of Node');
  // They are for other platforms than this one, and npm shall take them nevertheless.
  run('npm', [
    'ci',
    '--prefix',
    import.meta.dirname,
    '--force',
    '--ignore-scripts',
    '--no-audit',
    '--no-fund',
  ]);
  writeFileSync(installed, lock);
}

/** A folder as the bundles expect it: the built package, koffi with all binaries, and what the tests read. */
function installPackages(folder: string): void {
  for (const from of [join(root, 'node_modules'), modules]) {
    for (const name of ['koffi', '@koromix', 'iced-x86', 'oxc-transform', '@oxc-transform']) {
      if (existsSync(join(from, name)))
        cpSync(join(from, name), join(folder, 'node_modules', name), { recursive: true });
    }
  }
  for (const name of [
    'package.json',
    'dist',
    'fixtures',
    'examples',
    'test/examples',
    'test/seededrandom.ts',
  ]) {
    cpSync(join(root, name), join(folder, name), { recursive: true });
  }
}

interface Result {
  readonly passed: number;
  readonly skipped: number;
  /** What went wrong; empty if all is right. */
  readonly failure: string;
}

/** Runs a script with its input and outputs in files: under Wine, Node dies of pipes. */
async function runScript({ command, env = {} }: Command, script: string): Promise<Result> {
  const files = ['out', 'err'].map(name => `${script}.${name}`);
  const [out = 0, err = 0] = files.map(file => openSync(file, 'w'));
  const input = openSync('/dev/null', 'r');
  const inherited = Object.entries(process.env).filter(([name]) => !/^NODE_|^FORCE_COLOR$/.test(name));
  const child = spawn(
    'timeout',
    ['--kill-after=10', String(TIME_LIMIT), ...command, '--test-reporter=tap', script],
    {
      stdio: [input, out, err],
      env: { ...Object.fromEntries(inherited), NO_COLOR: '1', ...env },
    },
  );
  const [status, signal] = await new Promise<[number | null, string | null]>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (status, signal) => {
      resolve([status, signal]);
    });
  });
  for (const file of [input, out, err]) closeSync(file);
  const [stdout = '', stderr = ''] = files.map(file => readFileSync(file, 'utf8'));
  const count = (name: string): number =>
    Number(new RegExp(`^# ${name} (\\d+)\\r?$`, 'm').exec(stdout)?.[1] ?? NaN);
  const [passed, failed, skipped] = [count('pass'), count('fail'), count('skipped')];
  const isRight = status === 0 && failed === 0 && passed + skipped > 0;
  const ended = status === 124 ? `no end after ${TIME_LIMIT} s` : `status ${status ?? signal}`;
  return { passed, skipped, failure: isRight ? '' : `${ended}\n${failures(stdout)}${stderr}` };
}

/** The parts of TAP that tell of failures. Where none does, the end of the text. */
function failures(tap: string): string {
  const parts = tap.split(/^(?=[ \t]*(?:not )?ok )/m).filter(part => part.trimStart().startsWith('not ok'));
  return parts.length > 0 ? parts.join('') : tap.slice(-2000);
}

/** Does a program say that it runs on the machine that was meant? */
async function checkMachine(name: string, machine: Machine, command: Command, folder: string): Promise<void> {
  const script = join(folder, 'machine.mjs');
  writeFileSync(
    script,
    `import { test } from 'node:test';
import { deepEqual } from 'node:assert/strict';
test('machine', () => {
  deepEqual([process.platform, process.arch], ${JSON.stringify([machine.platform, machine.arch])});
  deepEqual(process.versions.node.startsWith('${machine.node}'), true, process.versions.node);
});\n`,
  );
  const { failure } = await runScript(command, script);
  if (failure !== '') throw new Error(`${name} is not what it should be: ${failure}`);
}

const { values, positionals } = parseArgs({
  options: { tests: { type: 'string', default: '' } },
  allowPositionals: true,
});
const unknown = positionals.find(name => !Object.hasOwn(machines, name));
if (unknown !== undefined)
  throw new Error(`there is no machine ${unknown}; the machines are ${Object.keys(machines).join(', ')}`);
if (process.platform !== 'linux' || process.arch !== 'x64')
  throw new Error('the other platforms run on Linux x64 only');

const names = positionals.length > 0 ? positionals : Object.keys(machines);
const folder = mkdtempSync(join(tmpdir(), 'dynasm-platforms-'));
let wrong = 0;
installModules();
const isWanted = (test: string): boolean => test.includes(values.tests);
/** What runs on any processor, and what runs only where code of ours does. */
const anywhere = [...testsIn('test/encoder'), ...TRANSLATION].filter(isWanted);
const execution = testsIn('test/exec').filter(isWanted);
const programs = [PROGRAM].filter(isWanted);
if (anywhere.length + execution.length + programs.length === 0 && !isWanted(EXAMPLES))
  throw new Error(`no file of tests has ${values.tests} in its name`);
if (anywhere.length + execution.length > 0)
  await bundleTests([...anywhere, ...execution], folder, 'x64-linux');
installPackages(folder);
for (const name of names) {
  const machine = machines[name]!;
  const start = Date.now();
  const command = machine.prepare();
  await checkMachine(name, machine, command, folder);
  if (programs.length > 0) await bundleTests(programs, folder, `${machine.arch}-${machine.platform}`);
  const wanted = [...execution, ...anywhere, ...programs].filter(test => machine.tests?.test(test) ?? true);
  const tests = wanted.filter(test => LIMITED[test]?.runs(machine) ?? true);
  for (const test of wanted) {
    if (!tests.includes(test)) console.log(`${name} without ${test}: ${LIMITED[test]?.reason}`);
  }
  const queue = [...tests];
  const total = { passed: 0, skipped: 0 };
  const work = async (): Promise<void> => {
    for (let test = queue.shift(); test !== undefined; test = queue.shift()) {
      const { passed, skipped, failure } = await runScript(
        command,
        join(folder, test.replace(/\.ts$/, '.mjs')),
      );
      total.passed += passed;
      total.skipped += skipped;
      if (failure === '') continue;
      wrong++;
      console.log(`WRONG  ${name}: ${test}: ${failure}`);
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, work));
  for (const failure of machine.runsExamples && isWanted(EXAMPLES) ? runExamples(command, folder) : []) {
    wrong++;
    console.log(`WRONG  ${name}: ${failure}`);
  }
  const seconds = Math.round((Date.now() - start) / 1000);
  console.log(
    `${name.padEnd(12)} ${tests.length} files: ${total.passed} tests passed, ${total.skipped} skipped, ${seconds} s`,
  );
}
if (wrong === 0) rmSync(folder, { recursive: true });
else console.log(`${wrong} files of tests fail; the bundles are in ${folder}`);
process.exitCode = wrong === 0 ? 0 : 1;
