/**
 * The package as it is published: what publint and attw say of the packed file, and whether the README works
 * where it is installed. The README's files and commands are its own; only the name of the package is that of
 * the packed file.
 */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { after, before, test } from 'node:test';
import { fencesOf, matches, sessionsOf } from '../markdown.ts';

const root = join(import.meta.dirname, '../..');
const tools = join(import.meta.dirname, 'node_modules/.bin');
const readme = readFileSync(join(root, 'README.md'), 'utf8');
const fences = fencesOf(readme);

const folder = mkdtempSync(join(tmpdir(), 'dynasm-packed-'));
after(() => rmSync(folder, { recursive: true, force: true }));

/** What a command in a shell prints. It must end with status 0. */
function shell(command: string, cwd = folder, path = ''): string {
  const { status, stdout, stderr } = spawnSync('sh', ['-c', command], {
    cwd,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    env: {
      ...process.env,
      PATH: [path, process.env['PATH']].filter(Boolean).join(delimiter),
      NODE_OPTIONS: '',
      NO_COLOR: '1',
      DYNASM_CACHE: join(cwd, 'cache'),
    },
  });
  assert.equal(status, 0, `$ ${command}\n${stdout}${stderr}`);
  return stdout + stderr;
}

let packed = '';
before(() => {
  const output = shell(`npm pack --silent --pack-destination '${folder}'`, root);
  packed = join(folder, output.trim().split('\n').at(-1) ?? '');
});

void test('publint says nothing', () => {
  const output = shell(`'${tools}/publint' run '${packed}' --strict`);
  assert.match(output, /Linting\.\.\.\s+All good!\s*$/);
});

interface Attw {
  readonly analysis: {
    readonly entrypoints: Readonly<Record<string, unknown>>;
    readonly problems: readonly { readonly kind: string; readonly resolutionKind?: string }[];
  };
}

void test('attw says of every entry point that it is an ES module, and nothing else', () => {
  const file = join(folder, 'attw.json');
  shell(`'${tools}/attw' '${packed}' --ignore-rules cjs-resolves-to-esm --format json > '${file}'`);
  const { analysis } = JSON.parse(readFileSync(file, 'utf8')) as Attw;
  const { exports } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { exports: object };
  assert.deepEqual(Object.keys(analysis.entrypoints), Object.keys(exports));
  const problems = new Set(
    analysis.problems.map(({ kind, resolutionKind }) => `${kind} ${String(resolutionKind)}`),
  );
  assert.deepEqual([...problems], ['CJSResolvesToESM node16-cjs']);
});

/** Projects without anything, and as `npm init` makes them, which says `commonjs` since npm 11. */
const PROJECTS: readonly (readonly [name: string, manifest: string | undefined])[] = [
  ['an empty folder', undefined],
  ['a project of CommonJS', '{"type": "commonjs"}'],
  ['a project of ES modules', '{"type": "module"}'],
];

for (const [name, manifest] of PROJECTS) {
  void test(`the README works in ${name}`, () => {
    const project = mkdtempSync(join(folder, 'project-'));
    if (manifest !== undefined) writeFileSync(join(project, 'package.json'), manifest);
    for (const fence of fences) {
      if (fence.name !== undefined) writeFileSync(join(project, fence.name), fence.text);
    }
    const install = fences.find(({ text }) => text.startsWith('npm install dynasm\n'));
    assert(install !== undefined);
    const commands = install.text.replaceAll('npm install dynasm', `npm install '${packed}'`);
    const printed = shell(commands, project);
    assert.match(printed, /^42$/m);
    const [, packages] = /installs (\d+) packages/.exec(readme) ?? [];
    assert.match(printed, new RegExp(`^added ${packages} packages`, 'm'));
    // "Listings need one more"
    shell('npm install iced-x86', project);

    const installed = join(project, 'node_modules/.bin');
    writeFileSync(join(project, 'vm.dasc'), '|.arch x64\n|.actionlist actions\n| ret\n');
    let count = 0;
    for (const { language, text } of fences) {
      for (const { command, expected } of language === 'console' ? sessionsOf(text) : []) {
        const printed = shell(command, project, installed);
        assert(matches(printed, expected), `$ ${command}\n${printed}`);
        count++;
      }
      if (language === 'sh' && text.startsWith('dynasm ')) {
        shell(text, project, installed);
        count++;
      }
    }
    assert(count >= 4);
    assert.match(readFileSync(join(project, 'vm.h'), 'utf8'), /static const unsigned char actions\[/);
    assert.match(shell('npx dynasm run power.dast', project), /imul[^]*^243$/m);
    assert.equal(shell('npx dynasm run add.ts', project), '42\n');
    writeFileSync(join(project, 'main.mjs'), "import './multiply.dast';\n");
    assert.equal(shell('node --import dynasm/register main.mjs', project), '42\n');
  });
}
