/**
 * Where outputs go, on the command line and in the library: never over a file that the translation reads,
 * through links, and whole or not at all.
 */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  linkSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  readlinkSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { writePart } from '../src/files/part.ts';
import { dynasm, Folder } from './packagefolder.ts';

const posix = process.platform === 'win32' ? describe.skip : describe;

const C = '|.arch x64\n|.actionlist actions\n|.include part.inc\n| nop\n';
const files = {
  'in.dast': C,
  'in.dasc': C,
  'in.dasl': C.replace('part.inc', 'sub/other.inc'),
  'part.inc': '|.include sub/other.inc\n',
  'sub/other.inc': '|.define NOTHING\n',
};

let folder: Folder;
beforeEach(() => {
  folder = new Folder(files);
});
afterEach(() => folder.remove());

const at = (path: string): string => join(folder.path, path);
const read = (path: string): string => readFileSync(at(path), 'utf8');

/** The plain files below a folder. (Node's own recursion follows links.) */
function filesBelow(path: string): string[] {
  return readdirSync(at(path), { withFileTypes: true }).flatMap(entry => {
    const name = join(path, entry.name);
    if (entry.isDirectory() && name !== 'node_modules') return filesBelow(name);
    return entry.isFile() ? [name] : [];
  });
}

/** Everything in the folder, with what it holds. */
function contents(): Record<string, string> {
  return Object.fromEntries(filesBelow('').map(name => [name, read(name)]));
}

/** Runs a line of the shell, in which `dynasm` is the command. */
function shell(line: string): { status: number | null; stderr: string } {
  const script = `dynasm() { '${process.execPath}' '${dynasm}' "$@"; }\n${line}`;
  const { status, stderr } = spawnSync('sh', ['-c', script], { cwd: folder.path, encoding: 'utf8' });
  return { status, stderr };
}

posix('an output that is read is refused, and nothing is written', () => {
  // prettier-ignore
  const refused: readonly (readonly [line: string, output: string, other: string])[] = [
    ['dynasm translate in.dast -o in.dast', "output `in.dast'", "input `in.dast'"],
    ['dynasm in.dasc -o in.dasc', "output `in.dasc'", "input `in.dasc'"],
    ['dynasm in.dasl -o ./sub/../in.dasl', "output `./sub/../in.dasl'", "input `in.dasl'"],
    ['dynasm in.dasc -o "$PWD/in.dasc"', "in.dasc'", "input `in.dasc'"],
    ['ln -s in.dasc link; dynasm in.dasc -o link', "output `link'", "input `in.dasc'"],
    ['ln -s in.dasc link; dynasm --lang c link -o in.dasc', "output `in.dasc'", "input `link'"],
    ['ln in.dasc hard; dynasm in.dasc -o hard', "output `hard'", "input `in.dasc'"],
    ['ln -s . here; dynasm in.dasc -o here/in.dasc', "output `here/in.dasc'", "input `in.dasc'"],
    ['dynasm in.dasc -o part.inc', "output `part.inc'", "included file `part.inc'"],
    ['dynasm in.dasc -o sub/other.inc', "output `sub/other.inc'", "included file `sub/other.inc'"],
    ['dynasm translate in.dast -o sub/other.inc', "output `sub/other.inc'", "included file `sub/other.inc'"],
    ['cp part.inc sub; dynasm -I sub in.dasc -o sub/part.inc', "output `sub/part.inc'", "included file `sub/part.inc'"],
    ['dynasm translate --lang ts - -o in.dasc <in.dasc', "output `in.dasc'", 'standard input'],
    ['dynasm - -o part.inc <in.dasc', "output `part.inc'", "included file `part.inc'"],
    ['dynasm in.dasc >>in.dasc', 'standard output', "input `in.dasc'"],
    ['dynasm in.dasc -o - 1<>in.dasc', 'standard output', "input `in.dasc'"],
    ['dynasm - <in.dasc >>in.dasc', 'standard output', 'standard input'],
    ['dynasm in.dasc >>part.inc', 'standard output', "included file `part.inc'"],
    ['dynasm in.dasc -o /dev/stdout >>in.dasc', "output `/dev/stdout'", "input `in.dasc'"],
    ['ln -s in.dast out.ts.map; dynasm translate in.dast -o out.ts --sourcemap', "source map `out.ts.map'", "input `in.dast'"],
    ['ln part.inc out.ts.map; dynasm translate in.dast -o out.ts --sourcemap', "source map `out.ts.map'", "included file `part.inc'"],
    ['echo >out.ts; ln -s out.ts out.ts.map; dynasm translate in.dast -o out.ts --sourcemap', "output `out.ts'", "source map `out.ts.map'"],
    ['ln -s new out.ts; ln -s sub/../new out.ts.map; dynasm translate in.dast -o out.ts --sourcemap', "output `out.ts'", "source map `out.ts.map'"],
  ];
  test.each(refused)('%s', (line, output, other) => {
    const [, prepare = '', command = ''] = /^(.*; )?(.*)$/.exec(line) ?? [];
    expect(shell(prepare)).toEqual({ status: 0, stderr: '' });
    const before = contents();
    const { status, stderr } = shell(command);
    expect({ status, after: contents() }).toEqual({ status: 1, after: before });
    expect(stderr.split('\n')).toHaveLength(2);
    expect(stderr).toMatch(/^dynasm: .*: choose another output\n$/);
    expect(stderr).toContain(`${output} is the same file as `);
    expect(stderr).toContain(`${other}: `);
  });

  test('what is not read, or holds nothing, may be an output', () => {
    folder.write('in.dasc', '|.arch x64\n|.if 0\n|.include part.inc\n|.endif\n');
    for (const line of [
      'dynasm in.dasc -o part.inc',
      'dynasm /dev/null -o /dev/null; dynasm in.dasc -o /dev/null </dev/null >/dev/null',
      'dynasm in.dasc -o out.c; dynasm in.dasc -o out.c; dynasm in.dasc >>out.c',
      'cat in.dasc | dynasm - | cat >in.c',
      "cp in.dasc '(stdin)'; dynasm - -o '(stdin)' <in.dasc",
      'dynasm translate - -o out.ts --no-check --sourcemap <in.dast',
    ]) {
      const { stderr } = shell(line);
      expect([line, stderr.replaceAll(/.*missing \.arch.*\n|.*no output file.*\n/g, '')]).toEqual([line, '']);
    }
    expect(read('part.inc')).toContain('DASM_VERSION');
  });
});

test('the library refuses, too', () => {
  symlinkSync('in.dast', at('link.ts'));
  symlinkSync('in.dast', at('out.ts.map'));
  const before = contents();
  const program = `import { translate } from 'dynasm';
import { readFileSync } from 'node:fs';
const source = readFileSync('in.dast');
for (const [input, output, options] of [
  ['in.dast', 'in.dast'],
  ['in.dast', 'part.inc'],
  ['in.dast', 'link.ts'],
  ['in.dast', 'out.ts', { sourceMap: true }],
  [{ source, file: 'in.dast' }, 'in.dast'],
  [{ source, file: 'new.dast' }, './new.dast'],
  [{ source }, 'sub/other.inc'],
]) await translate(input, output, options).then(() => console.log('written'), error => console.log(String(error)));
`;
  const { stdout, stderr } = folder.node(['--input-type=module', '--eval', program]);
  expect(stderr).toBe('');
  expect(stdout.trimEnd().split('\n')).toEqual(
    [
      "the output `in.dast' is the same file as the input `in.dast'",
      "the output `part.inc' is the same file as the included file `part.inc'",
      "the output `link.ts' is the same file as the input `in.dast'",
      "the source map `out.ts.map' is the same file as the input `in.dast'",
      "the output `in.dast' is the same file as the input `in.dast'",
      "the output `./new.dast' is the same file as the input `new.dast'",
      "the output `sub/other.inc' is the same file as the included file `sub/other.inc'",
    ].map(text => `OutputFileError: ${text}: choose another output`),
  );
  expect(contents()).toEqual(before);
});

/** Translates to `output`; returns what is said about it. */
function translate(output: string): string {
  return folder.dynasm(['translate', 'in.dast', '-o', output]).stderr;
}

posix('links', () => {
  // prettier-ignore
  const links: readonly (readonly [name: string, links: readonly (readonly [link: string, target: string])[], written: string])[] = [
    ['to a file', [['out.ts', 'old']], 'old'],
    ['to nothing', [['out.ts', 'new']], 'new'],
    ['to nothing in another folder', [['out.ts', 'sub/new']], 'sub/new'],
    ['to links', [['out.ts', 'sub/next'], ['sub/next', '../last'], ['last', 'sub/new']], 'sub/new'],
    ['to nothing, with .. behind a link to a folder', [['to', 'sub/deep'], ['out.ts', 'to/../new']], 'sub/new'],
    ['in a folder that is a link', [['to', 'sub/deep'], ['sub/deep/out.ts', '../new'], ['out.ts', 'to/out.ts']], 'sub/new'],
  ];
  test.each(links)('%s: the target is written, and they go on being links', (_, made, written) => {
    mkdirSync(at('sub/deep'), { recursive: true });
    folder.write('old', 'old');
    for (const [link, target] of made) symlinkSync(target, at(link));
    for (let round = 0; round < 2; round++) {
      expect(translate('out.ts')).toBe('');
      expect(read(written)).toContain('|.arch x64');
      for (const [link, target] of made) expect(readlinkSync(at(link))).toBe(target);
      writeFileSync(at(written), 'old');
    }
    expect(filesBelow('').filter(name => name.endsWith('.part'))).toEqual([]);
  });

  test('.. behind a link to a folder means the folder above its target', () => {
    mkdirSync(at('sub/deep'));
    symlinkSync('sub/deep', at('to'));
    for (let round = 0; round < 2; round++) expect(translate('to/../out.ts')).toBe('');
    expect(read('sub/out.ts')).toContain('|.arch x64');
    expect(existsSync(at('out.ts'))).toBe(false);
  });

  test('an absolute link to nothing', () => {
    symlinkSync(at('sub/new'), at('out.ts'));
    expect(translate('out.ts')).toBe('');
    expect(read('sub/new')).toContain('|.arch x64');
  });

  test('links that lead into no folder, or to themselves, are an error', () => {
    symlinkSync('missing/new', at('out.ts'));
    symlinkSync('loop.ts', at('loop.ts'));
    expect(translate('out.ts')).toBe('dynasm: cannot write out.ts: no such file or directory\n');
    expect(translate('loop.ts')).toMatch(/^dynasm: cannot write loop\.ts: too many symbolic links/);
    expect(translate('new.ts/')).toMatch(/^dynasm: cannot write new\.ts\/: not a directory\n$/);
    expect(existsSync(at('missing'))).toBe(false);
  });
});

posix('whole or not at all', () => {
  test('names as long as names can be', () => {
    const name = `${'x'.repeat(252)}.ts`;
    for (let round = 0; round < 2; round++) {
      expect(translate(name)).toBe('');
      expect(read(name)).toContain('|.arch x64');
    }
  });

  test('a source map is not replaced if the output cannot be written', () => {
    folder.write('out.ts.map', 'old');
    mkdirSync(at('out.ts'));
    const before = contents();
    const { status, stderr } = folder.dynasm(['translate', 'in.dast', '-o', 'out.ts', '--sourcemap']);
    expect([status, stderr]).toEqual([
      1,
      expect.stringMatching(/^dynasm: cannot write out\.ts: .*directory\n$/),
    ]);
    expect(contents()).toEqual(before);
  });

  test('permissions of an existing file stay', () => {
    for (const mode of [0o600, 0o666, 0o755]) {
      folder.write('out.ts', 'old');
      chmodSync(at('out.ts'), mode);
      expect(translate('out.ts')).toBe('');
      expect(statSync(at('out.ts')).mode & 0o777).toBe(mode);
    }
  });
});

describe('the new file that takes the place of another', () => {
  test('has a name of its own each time', () => {
    const parts = Array.from({ length: 100 }, () => writePart(folder.path, 'text'));
    expect(new Set(parts).size).toBe(100);
  });

  test('is not written through a link or over a file of its name', () => {
    const { random } = Math;
    try {
      Math.random = () => 0.5;
      const part = writePart(folder.path, 'first');
      expect(() => writePart(folder.path, 'second')).toThrow('EEXIST');
      expect(readFileSync(part, 'utf8')).toBe('first');
      linkSync(part, at('kept'));
      folder.write('victim', 'victim');
      for (const target of ['victim', 'nowhere']) {
        spawnSync('ln', ['-sf', target, part]);
        expect(() => writePart(folder.path, 'second')).toThrow('EEXIST');
        expect(readlinkSync(part)).toBe(target);
      }
    } finally {
      Math.random = random;
    }
    expect([read('victim'), read('kept'), existsSync(at('nowhere'))]).toEqual(['victim', 'first', false]);
  });

  test('a link that was planted under the name that used to be taken', () => {
    folder.write('victim', 'victim');
    const script = `ln -s victim "out.c.$$.part"; exec '${process.execPath}' '${dynasm}' in.dasc -o out.c`;
    expect(spawnSync('sh', ['-c', script], { cwd: folder.path, encoding: 'utf8' }).stderr).toBe('');
    expect(read('victim')).toBe('victim');
    expect(read('out.c')).toContain('DASM_VERSION');
  });

  test('nothing is left of what cannot be written', () => {
    const before = readdirSync(folder.path);
    expect(() => writePart(folder.path, Symbol('not data') as never)).toThrow();
    expect(readdirSync(folder.path)).toEqual(before);
  });
});
