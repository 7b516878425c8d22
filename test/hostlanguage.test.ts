/**
 * TypeScript that is more than types with blanks in their place, in modules that `dynasm run` and `require`
 * compile; and what happens where the compiler has no binary.
 */
import { expect, test } from '@jest/globals';
import { readFiles } from './casefile.ts';
import { Folder, type Ran } from './packagefolder.ts';

const NODE = process.versions.node.split('.').map(Number);
const [major = 0, minor = 0] = NODE;
/** Node itself strips types. */
const strips = major > 22 || (major === 22 && minor >= 13);

/** Runs `args` in a folder with the files of a case. */
function run(name: string, act: (folder: Folder) => Ran): Ran {
  const folder = new Folder(readFiles('programs/hostlanguage.txt', name));
  try {
    return act(folder);
  } finally {
    folder.remove();
  }
}

const runMain = (folder: Folder): Ran => folder.dynasm(['run', 'main.dast']);
const requireMain = (folder: Folder): Ran => folder.node(['--import', 'dynasm/register', 'main.cjs']);

function expectLines(ran: Ran, lines: readonly string[]): void {
  expect(ran).toEqual({ status: 0, stdout: lines.map(line => `${line}\n`).join(''), stderr: '' });
}

test('enum, namespaces, parameter properties, imports of types', () =>
  expectLines(run('enum, namespace and parameter properties', runMain), [
    '6 cx 2 ax {"left":1,"right":2} { x: 1 }',
  ]));

test('using and await using', () =>
  expectLines(run('using', runMain), [
    'a b null',
    'close b',
    'close a',
    'body d object undefined',
    'close d',
    'later',
    'close second',
    'close first',
    'SuppressedError first second body',
    'TypeError',
    'e',
    'close e',
    'f',
    'close f',
    'outer',
    'close outer',
  ]));

test('decorators are an error with its place', () => {
  const { status, stderr } = run('decorators', runMain);
  expect(status).toBe(1);
  expect(stderr).toContain('main.dast:5:1: error: Node does not know decorators');
});

test('a required module', () => {
  expectLines(run('required modules', requireMain), [
    "42 0 1 2 { name: 'plain' } a/plain",
    '1 true string true',
    'true count 1',
    'true',
    '1',
  ]);
});

test('await outside of functions in a required module', () => {
  const { status, stdout } = run('await outside of functions in a required module', requireMain);
  expect([status, stdout.split(' ')[1]]).toEqual([0, 'true\n']);
});

test('TypeScript that is CommonJS', () =>
  expectLines(run('TypeScript that is CommonJS', runMain), ['old.cts 2 whole.cts']));

/** Loaded first, as if the package had no binary for this machine. */
const WITHOUT = `
const module_ = require('node:module');
const load = module_._load;
module_._load = function (name, ...rest) {
  if (name === 'oxc-transform') throw new Error('no binary');
  return load.call(this, name, ...rest);
};
`;

/** Runs a source with types and assembly where there is no compiler. */
function withoutCompiler(source: string, ...args: readonly string[]): Ran {
  const folder = new Folder({ 'without.cjs': WITHOUT, 'main.dast': source });
  try {
    const options = ['--no-warnings', '--require', './without.cjs'];
    return folder.node([...options, 'node_modules/dynasm/dist/bin/dynasm.cjs', ...args], '', {
      NODE_OPTIONS: '--require=./without.cjs',
    });
  } finally {
    folder.remove();
  }
}

const TYPED = '|.arch x64\n|.actionlist actions\nconst x: number = 42;\nconsole.log(x);\n';

test('without a compiler Node strips the types, or an error says what to do', () => {
  const { status, stdout, stderr } = withoutCompiler(TYPED, 'run', 'main.dast');
  if (strips) expect([status, stdout, stderr]).toEqual([0, '42\n', '']);
  else {
    expect(status).toBe(1);
    expect(stderr).toContain('the package oxc-transform cannot be loaded here [unchecked]');
    expect(stderr).toContain('dynasm translate x.dast -o x.js');
  }
  const translated = withoutCompiler(TYPED, 'translate', 'main.dast', '--lang', 'js');
  if (strips) expect(translated.stdout).toContain('const x         = 42;');
  else expect(translated.stderr).toContain('JavaScript cannot be made');
});

test('without a compiler TypeScript that is more than types is an error with its place', () => {
  if (!strips) return;
  const { status, stderr } = withoutCompiler(`${TYPED}enum E { A }\n`, 'run', 'main.dast');
  expect(status).toBe(1);
  expect(stderr).toContain('main.dast:5:1: error: TypeScript enum is not supported');
  expect(stderr).toContain('oxc-transform');
});
