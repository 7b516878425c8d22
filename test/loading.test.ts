/**
 * Loading in other ways than `node --import`: `--require`, `node --watch`, imports without ending, threads,
 * and bundles of the library.
 */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { build } from 'esbuild';
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { Folder, root } from './packagefolder.ts';

const MAIN = `import { dasm } from 'dynasm';
|.arch x64
|.actionlist actions
|.include values.inc
const Dst = dasm.new(actions);
| mov eax, VALUE
| ret
export const answer: number = Dst.build().cast('int ()')();
console.log(answer);
`;

const FILES = {
  'main.dast': MAIN,
  'values.inc': '|.define VALUE, 42\n',
  'import.mjs': "import './main.dast';\n",
  'require.cjs': "require('./main.dast');\n",
  'worker.cjs': "new (require('node:worker_threads').Worker)('require(\"./main.dast\")', { eval: true });\n",
};

let folder: Folder;
beforeAll(() => {
  folder = new Folder(FILES);
});
afterAll(() => folder.remove());

const OUTPUT = { status: 0, stdout: '42\n', stderr: '' };

test('node --require dynasm/register', () => {
  for (const program of ['import.mjs', 'require.cjs', 'worker.cjs']) {
    const ran = folder.node(['--no-warnings', '--require', 'dynasm/register', program]);
    expect([program, ran]).toEqual([program, OUTPUT]);
  }
});

test('dynasm run takes a .ts with ES module syntax in a package that `npm init` has made', () => {
  const made = new Folder({
    ...FILES,
    'package.json': '{ "type": "commonjs" }',
    'run.ts':
      "import { answer } from './main.dast';\nexport const twice: number = 2 * answer;\nconsole.log(twice);\n",
    'plain.ts': "import { dasm } from 'dynasm';\nconsole.log(typeof dasm.new);\n",
  });
  expect(made.dynasm(['run', 'run.ts'])).toEqual({ status: 0, stdout: '42\n84\n', stderr: '' });
  expect(made.dynasm(['run', 'plain.ts'])).toEqual({ status: 0, stdout: 'function\n', stderr: '' });
  made.remove();
});

test('an import without an ending prefers translated code', () => {
  folder.write('both.dast', "export const from = 'dast';\n");
  const program = "import { from } from './both'; console.log(from);";
  const shipped = {
    'both.ts': "export const from: string = 'ts';\n",
    'both.js': "export const from = 'js';\n",
  };
  const tsx = import.meta.resolve('tsx');
  const register = ['--import', 'dynasm/register'];
  folder.write('none.mts', program);
  folder.write('required.cts', "console.log(require('./both').from);");
  const runs = [
    [...register, '--import', tsx],
    ['--import', tsx, ...register],
  ];
  const found = (...args: readonly string[]): string => folder.node(['--no-warnings', ...args]).stdout;
  for (const options of runs) {
    for (const file of ['none.mts', 'required.cts'])
      expect([file, found(...options, file)]).toEqual([file, 'dast\n']);
  }
  folder.write('both.ts', shipped['both.ts']);
  for (const options of runs) expect(found(...options, 'none.mts')).toBe('ts\n');
  folder.write('none.mjs', program);
  folder.write('both.js', shipped['both.js']);
  expect(found(...register, 'none.mjs')).toBe('js\n');
});

test('node --watch starts anew when an included file changes', async () => {
  const child = spawn(process.execPath, ['--watch', '--import', 'dynasm/register', 'import.mjs'], {
    cwd: folder.path,
    env: { ...process.env, NODE_OPTIONS: '', DYNASM_CACHE: join(folder.path, 'cache'), NO_COLOR: '1' },
  });
  let output = '';
  child.stdout.on('data', data => (output += String(data)));
  const seen = async (text: string): Promise<void> => {
    while (!output.includes(text)) await new Promise(done => setTimeout(done, 50));
  };
  try {
    await seen('42\n');
    // The reports of what was loaded arrive with the end of the program.
    await seen('Completed running');
    await new Promise(done => setTimeout(done, 300));
    folder.write('values.inc', '|.define VALUE, 43\n');
    await seen('43\n');
  } finally {
    child.kill();
    folder.write('values.inc', FILES['values.inc']);
  }
}, 60_000);

const PROGRAM = `import { dasm } from 'dynasm';
const Dst = dasm.new([0xb8, 42, 0, 0, 0, 0xc3, 255], { arch: 'x64' });
Dst.put(0);
const code = Dst.build();
console.log(code.cast('int ()')(), code.dump().split('\\n').length);
`;

test.each(['cjs', 'esm'] as const)('a bundle of the library: %s', async format => {
  folder.write('program.mjs', PROGRAM);
  const outfile = join(folder.path, format === 'cjs' ? 'bundle.cjs' : 'bundle.mjs');
  const options = { entryPoints: ['program.mjs'], absWorkingDir: folder.path, outfile, bundle: true, format };
  const { metafile } = await build({
    ...options,
    platform: 'node',
    external: ['koffi', 'iced-x86', 'oxc-transform'],
    logLevel: 'error',
    metafile: true,
  });
  const seen = Object.values(metafile.outputs).flatMap(({ imports }) => imports.map(({ path }) => path));
  expect(seen).toEqual(expect.arrayContaining(['koffi', 'iced-x86']));
  const env = { NODE_PATH: join(root, 'node_modules') };
  // An ES module finds packages in the folders above it only.
  if (format === 'cjs') expect(folder.node([outfile], '', env)).toEqual({ ...OUTPUT, stdout: '42 3\n' });
});
