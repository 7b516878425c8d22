/**
 * `dynasm init`: makes a project that runs: a package, a configuration of TypeScript, a `.dast` file, a test.
 */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import packageJson from '../package.json' with { type: 'json' };
import { writeStandardOutput } from './stream.ts';
import { UsageError } from './usage.ts';

const { version, devDependencies } = packageJson;

/** The files of the project by their names. */
function projectFiles(name: string): ReadonlyMap<string, string> {
  const manifest = {
    name,
    version: '0.1.0',
    private: true,
    type: 'module',
    scripts: {
      start: 'dynasm run src/main.ts',
      test: 'node --import dynasm/register --test',
      check: 'dynasm check',
    },
    dependencies: { dynasm: `^${version}`, 'iced-x86': devDependencies['iced-x86'] },
    devDependencies: {
      '@types/node': devDependencies['@types/node'],
      typescript: devDependencies.typescript,
    },
  };
  const configuration = {
    compilerOptions: {
      target: 'es2023',
      module: 'nodenext',
      types: ['node'],
      strict: true,
      noEmit: true,
      allowImportingTsExtensions: true,
      erasableSyntaxOnly: true,
    },
    include: ['src'],
  };
  return new Map([
    ['package.json', json(manifest)],
    ['tsconfig.json', json(configuration)],
    ['.gitignore', 'node_modules\n'],
    ['src/power.dast', POWER],
    ['src/main.ts', MAIN],
    ['test/power.test.js', TEST],
  ]);
}

const json = (value: unknown): string => `${JSON.stringify(value, undefined, 2)}\n`;

const text = (...lines: readonly string[]): string => lines.map(line => `${line}\n`).join('');

/** The architecture of this machine; on others than ARM64 it is x64. */
const isArm64 = process.arch === 'arm64';

const POWER = text(
  "import { dasm } from 'dynasm';",
  '',
  `|.arch ${isArm64 ? 'arm64' : 'x64'}`,
  '|.actionlist actions',
  '|.include <dynasm/abi>                  // CARG1 and so on: the calling convention of this system',
  '',
  '/** Makes a function that raises a number to the power n. The loop runs now: none is left in the code. */',
  'export function power(n: number) {',
  '  const Dst = dasm.new(actions);',
  '  |  .prologue',
  isArm64 ? '  |  mov CTMP1d, 1' : '  |  mov eax, 1',
  '  for (; n > 0; n >>= 1) {',
  '    if (n & 1) {',
  isArm64 ? '      |  mul CTMP1d, CTMP1d, CARG1d' : '      |  imul eax, CARG1d',
  '    }',
  '    if (n > 1) {',
  isArm64 ? '      |  mul CARG1d, CARG1d, CARG1d' : '      |  imul CARG1d, CARG1d',
  '    }',
  '  }',
  ...(isArm64 ? ['  |  mov CRETd, CTMP1d'] : []),
  '  |  .epilogue',
  '  const code = Dst.build();',
  "  return { code, call: code.cast('int (int x)') };",
  '}',
);

const MAIN = text(
  "import { power } from './power.dast';",
  '',
  'const { code, call } = power(5);',
  'console.log(code.dump({ source: true }));',
  'console.log(`3 to the power 5 is ${call(3)}`);',
);

const TEST = text(
  "import assert from 'node:assert/strict';",
  "import { test } from 'node:test';",
  "import { power } from '../src/power.dast';",
  '',
  "test('it raises to a power', () => {",
  '  for (let n = 0; n < 10; n++) {',
  '    const { call } = power(n);',
  '    for (const x of [0, 1, 2, -3]) assert.equal(call(x), x ** n);',
  '  }',
  '});',
);

/**
 * Writes the files of a project into a folder, which is made if it is not there.
 *
 * @throws {UsageError} if one of the files exists; nothing is written
 */
export function init(folder: string): void {
  const path = resolve(folder);
  const files = projectFiles(packageName(path));
  const existing = [...files.keys()].filter(name => existsSync(join(path, name)));
  if (existing.length > 0) {
    throw new UsageError(`init: ${folder} has ${existing.join(', ')} already; nothing is written`);
  }
  for (const [name, text] of files) {
    mkdirSync(dirname(join(path, name)), { recursive: true });
    writeFileSync(join(path, name), text);
  }
  const steps = [
    ...(path === process.cwd() ? [] : [`cd '${folder}'`]),
    'npm install',
    'npm start',
    'npm test',
  ];
  writeStandardOutput(
    `${[...files.keys()].map(name => `  ${name}`).join('\n')}\n\nNow: ${steps.join(' && ')}\n`,
  );
}

/** A name that npm allows, from that of the folder. */
function packageName(path: string): string {
  const name = basename(path)
    .toLowerCase()
    .replace(/[^a-z0-9._-]+/g, '-')
    .replace(/^[._-]+|-+$/g, '');
  return name === '' || name === 'dynasm' ? 'jit' : name;
}
