/**
 * `dynasm check` and `dynasm types` in projects of their own (fixtures/programs/typecheck.txt), by the
 * TypeScript that the environment variable TYPESCRIPT names a folder of, or this project's own. Whatever
 * version it is, the results are the same.
 */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { filesOf, linesOf, readFiles, testCases } from './casefile.ts';
import { dynasm, Folder, root } from './packagefolder.ts';

const CASES = 'programs/typecheck.txt';
const typescript = process.env['TYPESCRIPT'] ?? join(root, 'node_modules/typescript');

let folder: Folder;
beforeEach(() => {
  folder = new Folder();
  symlinkSync(typescript, join(folder.path, 'node_modules/typescript'), 'dir');
});
afterEach(() => folder.remove());

/** All paths in the project. */
const paths = (): readonly string[] =>
  readdirSync(folder.path, { recursive: true, encoding: 'utf8' }).toSorted((a, b) => (a < b ? -1 : 1));

const read = (name: string): string => readFileSync(join(folder.path, name), 'utf8');

/** Versions of TypeScript have different words for the reasons of an error. */
const REASON = /^ {6}note: (?:\S+:\d+: )?[A-Z].*\n/gm;

/** What commands print, each with its status if that is not 0. */
function run(commands: readonly string[]): string {
  const printed = commands.map(command => {
    const { status, stdout, stderr } = folder.dynasm(command.split(' '));
    return `$ dynasm ${command}\n${stdout}${stderr}${status === 0 ? '' : `status ${status}\n`}`;
  });
  return printed.join('').replaceAll(folder.path, 'FOLDER').replaceAll(REASON, '').trimEnd();
}

testCases(CASES, ['commands'], parts => {
  folder.writeAll(filesOf(parts));
  const output = run(linesOf(parts, 'commands'));
  const declarations = [...parts.keys()].filter(name => name.startsWith('written '));
  return {
    output,
    ...Object.fromEntries(
      declarations.map(name => {
        const file = name.slice('written '.length);
        return [name, existsSync(join(folder.path, file)) ? read(file).trimEnd() : 'not there'];
      }),
    ),
  };
});

const program = readFiles(CASES, 'declarations keep comments and have the types that are inferred');

describe('dynasm check', () => {
  test('leaves nothing behind, in the project or in the folder for temporary files', () => {
    const temporary = join(folder.path, 'tmp');
    mkdirSync(temporary);
    folder.writeAll(program);
    const before = paths();
    const environment = { TMPDIR: temporary, TEMP: temporary, TMP: temporary };
    expect(folder.dynasm(['check'], '', environment)).toEqual({ status: 0, stdout: '', stderr: '' });
    folder.write('tsconfig.json', '{"extends": "./none.json"}');
    expect(folder.dynasm(['check'], '', environment).status).toBe(1);
    expect(paths()).toEqual(before);
  });

  test('says how to install a compiler, and which versions it takes', () => {
    folder.write('tsconfig.json', '{}');
    folder.write('a.dast', '');
    rmSync(join(folder.path, 'node_modules/typescript'));
    expect(folder.dynasm(['check'])).toEqual({
      status: 1,
      stdout: '',
      stderr: `dynasm: types are checked by the TypeScript of the project, and ${folder.path} has none: \`npm install --save-dev typescript' installs it\n`,
    });
    folder.write(
      'node_modules/typescript/package.json',
      '{"name": "typescript", "version": "5.3.3", "bin": {"tsc": "bin/tsc"}}',
    );
    expect(folder.dynasm(['types']).stderr).toMatch(/^dynasm: TypeScript 5\.3\.3 of .* is too old; .* 5\.4 /);
    folder.write(
      'node_modules/typescript/package.json',
      '{"name": "typescript", "version": "5.5.0", "bin": {"tsc": "bin/tsc"}}',
    );
    folder.write('node_modules/typescript/bin/tsc', 'throw new Error("broken")');
    expect(folder.dynasm(['types']).stderr).toMatch(/^dynasm: .*tsc ended with status 1:\n[^]*broken/);
  });
});

describe('dynasm types', () => {
  test('writes a declaration anew only if it has changed, whatever its line ends', () => {
    folder.writeAll(program);
    folder.dynasm(['types']);
    const file = 'src/multiply.d.dast.ts';
    const written = read(file);
    folder.write(file, written.replaceAll('\n', '\r\n'));
    const { mtimeMs } = statSync(join(folder.path, file));
    expect(folder.dynasm(['types', '--check'])).toEqual({ status: 0, stdout: '', stderr: '' });
    expect(folder.dynasm(['types'])).toEqual({ status: 0, stdout: '', stderr: '' });
    expect(statSync(join(folder.path, file)).mtimeMs).toBe(mtimeMs);
  });

  test('writes nothing if a source has errors, and says so', () => {
    folder.writeAll({ ...program, 'src/bad.dast': '|.arch x64\n|.nothing\n' });
    const file = join(folder.path, 'src/multiply.d.dast.ts');
    rmSync(file, { force: true });
    const { status, stderr } = folder.dynasm(['types']);
    rmSync(join(folder.path, 'src/bad.dast'));
    expect({ status, written: existsSync(file) }).toEqual({ status: 1, written: false });
    expect(stderr).toMatch(
      /^src\/bad\.dast:2:2: error: [^]*\ndynasm: no declaration was written: first mend/m,
    );
  });

  test('makes declarations that tsc takes in place of the .dast files', () => {
    folder.writeAll(program);
    folder.dynasm(['types']);
    folder.write(
      'src/wrong.ts',
      "import { five } from './pair.dast';\nexport const text: string = five(2);\n",
    );
    const { stdout } = folder.node([join(typescript, 'bin/tsc'), '--noEmit', '-p', '.']);
    expect(stdout).toBe(
      "src/wrong.ts(2,14): error TS2322: Type 'number' is not assignable to type 'string'.\n",
    );
  });

  test('writes the same wherever the project is', () => {
    folder.writeAll(program);
    folder.dynasm(['types']);
    const other = new Folder(program);
    symlinkSync(typescript, join(other.path, 'node_modules/typescript'), 'dir');
    const { stdout } = other.node([dynasm, 'types', 'pair.dast', '-p', '..'], '', {});
    expect(stdout).toBe('');
    other.dynasm(['types', 'src/pair.dast']);
    expect(readFileSync(join(other.path, 'src/pair.d.dast.ts'), 'utf8')).toBe(read('src/pair.d.dast.ts'));
    expect(existsSync(join(other.path, 'src/multiply.d.dast.ts'))).toBe(false);
    expect(read('src/pair.d.dast.ts')).not.toContain(tmpdir());
    other.remove();
  });

  test('--watch writes when a source, an included file or the configuration changes, or a source comes', async () => {
    folder.writeAll(program);
    folder.write('src/part.dasi', 'export const part = 1;\n');
    folder.write('src/whole.dast', '|.arch x64\n|.actionlist actions\n|.include part.dasi\n');
    const watching = spawn(process.execPath, [dynasm, 'types', '--watch'], {
      cwd: folder.path,
      env: { ...process.env, NODE_OPTIONS: '' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let printed = '';
    let seen: (() => void) | undefined;
    for (const stream of [watching.stdout, watching.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        printed += text;
        seen?.();
      });
    }
    /** Waits for the end of a run. What it has printed is taken. */
    const round = async (): Promise<string> => {
      while (!printed.includes('waiting')) await new Promise<void>(resolve => (seen = resolve));
      const text = printed;
      printed = '';
      return text;
    };
    try {
      expect(await round()).toContain('src/whole.d.dast.ts\n');
      folder.write('src/part.dasi', "export const part = 'a';\n");
      expect(await round()).toMatch(/^src\/whole\.d\.dast\.ts\n/);
      expect(read('src/whole.d.dast.ts')).toContain('part = "a"');
      folder.write('src/new.dast', 'export const a: number = "";\n');
      expect(await round()).toMatch(/^src\/new\.dast:1:14: error: .*\[TS2322\]\n/);
      folder.write('src/new.dast', 'export const a: number = 1;\n');
      expect(await round()).toMatch(/^src\/new\.d\.dast\.ts\n/);
      folder.write('tsconfig.json', '{"extends": "./none.json"}');
      expect(await round()).toMatch(/^tsconfig\.json: error: .*none\.json.*\[TS5083\]/);
    } finally {
      watching.kill();
    }
  });
});
