/**
 * The command line as a user meets it: the built program in a folder of its own.
 */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { chmodSync, mkdirSync, readFileSync, readdirSync, statSync, symlinkSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { join } from 'node:path';
import { spawnSync } from 'node:child_process';
import { ERRORS } from '../src/preprocessor/index.ts';
import { readFiles } from './casefile.ts';
import { dynasm, Folder, root } from './packagefolder.ts';

let folder: Folder;
beforeEach(() => {
  folder = new Folder();
});
afterEach(() => folder.remove());

/** The files of a case of fixtures/programs/commandline.txt. */
function filesFor(name: string): Readonly<Record<string, string>> {
  return readFiles('programs/commandline.txt', name);
}

const { 'in.dast': good = '' } = filesFor('a program that prints 41 + INCREMENT and its arguments');
const { 'bad.dast': bad = '' } = filesFor('an instruction with too many operands');

function read(name: string): string {
  return readFileSync(join(folder.path, name), 'utf8');
}

describe('dynasm explain', () => {
  test('explains a code, lists the codes, and says what is not a code', () => {
    expect(folder.dynasm(['explain', 'filler'])).toEqual({
      status: 0,
      stdout:
        'filler (error)\n\nThe second operand of `.space` and `.align` is a byte, a number from 0 to 255.\n\n' +
        'wrong:\n\n    |.space 16, 256\n\nright:\n\n    |.space 16, 255\n',
      stderr: '',
    });
    expect(folder.dynasm(['explain']).stdout).toMatch(
      /^Errors:\n {2}actionlist +A[^]*\nWarnings:\n {2}address-size/,
    );
    expect(folder.dynasm(['explain', 'nope'])).toEqual({
      status: 1,
      stdout: '',
      stderr: "dynasm: no diagnostic has the code `nope'; `dynasm explain' lists the codes\n",
    });
  });

  const commands = Object.entries(ERRORS).filter(([, { wrong }]) => wrong.includes('dynasm '));
  test.each(commands)('shows a wrong and a right command for %s', (code, { wrong, right }) => {
    folder.write('in.dast', '');
    const run = (line: string): string => {
      const shell = `dynasm() { '${process.execPath}' '${dynasm}' "$@"; }\n${line}`;
      return spawnSync('sh', ['-c', shell], { cwd: folder.path, encoding: 'utf8' }).stderr;
    };
    // An option that the command line rejects is a usage error.
    expect(run(wrong)).toMatch(code === 'language' ? /--lang python: the choices are/ : `[${code}]`);
    expect(run(right)).toBe('');
  });
});

describe('dynasm translate', () => {
  test('writes TypeScript and JavaScript files that run', () => {
    folder.write('in.dast', good);
    expect(folder.dynasm(['translate', 'in.dast', '-o', 'out.ts', '-D', 'INCREMENT=1'])).toEqual({
      status: 0,
      stdout: '',
      stderr: '',
    });
    expect(read('out.ts')).toContain('const n: number');
    expect(folder.dynasm(['translate', '-DINCREMENT=1', 'in.dast', '-o', 'out.js'])).toEqual({
      status: 0,
      stdout: '',
      stderr: '',
    });
    expect(read('out.js')).not.toContain('const n: number');
    expect(read('out.js')).toContain('/** A comment that stays. */');
    expect(folder.node(['out.js'])).toEqual({ status: 0, stdout: '42 \n', stderr: '' });
  });

  test('reads standard input and writes standard output', () => {
    const { status, stdout } = folder.dynasm(
      ['translate', '--no-specialise', '-', '-D', 'INCREMENT=1'],
      good,
    );
    expect(status).toBe(0);
    expect(stdout).toContain('.put(0, n + 1)');
    expect(
      folder.dynasm(['translate', '--lang', 'js', '-', '-o', '-', '-D', 'INCREMENT=1'], good).stdout,
    ).not.toContain(': number');
  });

  test('writes C if the ending of the input or the output says so', () => {
    folder.writeAll(filesFor('a C source'));
    const { stdout } = folder.dynasm(['translate', 'in.dasc']);
    expect(stdout).toContain('dasm_put(Dst, 0, x);');
    expect(folder.dynasm(['translate', '-', '-o', 'out.c'], read('in.dasc')).status).toBe(0);
    expect(read('out.c').split('\n').slice(8)).toEqual(
      stdout.replaceAll('in.dasc', '(stdin)').split('\n').slice(8, -1).concat(''),
    );
  });

  test('keeps the bytes of C sources in any encoding', () => {
    const source = Buffer.from([
      ...Buffer.from('|.arch x64\r\n// '),
      0xe9,
      0xff,
      0x80,
      ...Buffer.from('\r\n'),
    ]);
    folder.write('in.dasc', source);
    folder.dynasm(['translate', 'in.dasc', '-o', 'out.c']);
    expect(
      readFileSync(join(folder.path, 'out.c')).includes(Buffer.from([0xe9, 0xff, 0x80, 0x0d, 0x0a])),
    ).toBe(true);
  });

  test('writes source maps beside the output or inline, of TypeScript and JavaScript', () => {
    folder.write('in.dast', good.replace('INCREMENT', '1'));
    folder.dynasm(['translate', 'in.dast', '-o', 'out.ts', '--sourcemap']);
    expect(read('out.ts')).toMatch(/\n\/\/# sourceMappingURL=out\.ts\.map\n$/);
    expect((JSON.parse(read('out.ts.map')) as { sources: string[] }).sources).toEqual(['in.dast']);
    folder.dynasm(['translate', 'in.dast', '-o', 'inline.ts', '--sourcemap', 'inline']);
    expect(read('inline.ts')).toMatch(/\n\/\/# sourceMappingURL=data:application\/json;base64,[\w+/=]+\n$/);
    folder.dynasm(['translate', 'in.dast', '-o', 'out.js', '--sourcemap']);
    expect((JSON.parse(read('out.js.map')) as { sources: string[] }).sources).toEqual(['in.dast']);
  });

  test('writes source maps that find their sources from other folders', () => {
    folder.writeAll(filesFor('a source and a file that it includes, which throws'));
    mkdirSync(join(folder.path, 'out/js'), { recursive: true });
    for (const form of ['--sourcemap', '--sourcemap=inline']) {
      const ran = folder.dynasm(['translate', 'src/in.dast', '-o', 'out/js/in.js', form]);
      expect(ran).toEqual({ status: 0, stdout: '', stderr: '' });
      const { stderr } = folder.node(['--enable-source-maps', 'out/js/in.js']);
      expect(stderr).toContain(join(folder.path, 'src/part.dasi:2:9'));
    }
    folder.dynasm(['translate', '-', '-o', 'out/text.ts', '--sourcemap'], 'export {};\n');
    expect((JSON.parse(read('out/text.ts.map')) as { sources: string[] }).sources).toEqual(['(stdin)']);
  });

  test('looks for includes in the folders of -I, the last one first, then beside the file', () => {
    folder.writeAll(filesFor('an included file in several folders'));
    const immediate = (...options: string[]): string | undefined =>
      /\b184, (\d), 0, 0, 0/.exec(folder.dynasm(['translate', ...options, 'three/in.dast']).stdout)?.[1];
    expect([immediate('-I', 'one', '-I', 'two'), immediate('-I', 'one'), immediate()]).toEqual([
      '2',
      '1',
      '3',
    ]);
  });

  test('translates for another platform; --target is another name for --platform', () => {
    const { 'in.dast': source } = filesFor('a source that depends on the platform');
    for (const option of ['--platform', '--target']) {
      const translated = (platform: string): string =>
        folder.dynasm(['translate', '-', option, platform], source).stdout;
      expect(translated('x64-windows')).toContain('194, 1, 0');
      expect(translated('x64-linux')).toContain('194, 2, 0');
    }
  });

  test('keeps nothing on disk', () => {
    folder.writeAll(filesFor('a C source'));
    expect(folder.dynasm(['-o', 'out.c', 'in.dasc']).status).toBe(0);
    expect(folder.dynasm(['translate', '-', '-o', 'out.ts'], '|.arch x64\n').status).toBe(0);
    expect(readdirSync(folder.path)).not.toContain('cache');
  });

  test('writes no output if there are errors, and leaves an existing one alone', () => {
    folder.write('in.dast', bad);
    folder.write('old.ts', 'old');
    const { status, stdout, stderr } = folder.dynasm(['translate', 'in.dast', '-o', 'new.ts', '--sourcemap']);
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toContain("in.dast:3:3: error: `mov' takes 2 operands, not 3");
    expect(folder.dynasm(['translate', 'in.dast', '-o', 'old.ts']).status).toBe(1);
    expect(read('old.ts')).toBe('old');
    expect(readdirSync(folder.path).toSorted()).toEqual([
      'in.dast',
      'node_modules',
      'old.ts',
      'package.json',
    ]);
  });

  test('shows errors in the form that --diagnostics asks for', () => {
    folder.write('in.dast', bad);
    const classic = folder.dynasm(['translate', 'in.dast', '--diagnostics', 'classic']).stderr;
    expect(classic).toBe(
      "in.dast:3: error: wrong number of parameters for `mov':\n| mov eax, ebx, ecx\n" +
        'in.dast:*: info: 1 error in input file -- no output file generated.\n',
    );
    const json = folder.dynasm(['translate', 'in.dast', '--diagnostics=json']).stderr;
    expect(JSON.parse(json)).toMatchObject({ severity: 'error', file: 'in.dast', line: 3, column: 3 });
  });

  const misuse: readonly [name: string, args: readonly string[], message: RegExp][] = [
    ['a missing file', ['translate', 'missing.dast'], /missing\.dast/],
    ['a folder', ['translate', 'node_modules'], /directory/],
    ['an output that cannot be', ['translate', 'in.dast', '-o', 'no/such/folder/out.ts'], /no\/such\/folder/],
    ['a bad define', ['translate', 'in.dast', '-D', '1x'], /-D 1x: not a name/],
    ['an unknown language', ['translate', 'in.dast', '--lang', 'pascal'], /the choices are ts, js, c, lua/],
    ['an unknown command', ['assemble'], /assemble: no such file/],
    ['no input', ['translate', '-N'], /missing input file/],
    ['several inputs', ['translate', 'in.dast', 'in.dast'], /one input file at a time/],
    ['an unknown option', ['translate', '--fast', 'in.dast'], /unknown option '--fast'/],
    ['a bad address', ['asm', 'nop', '--base', 'here'], /--base here: not an address/],
    [
      'a missing file of statements',
      ['asm', 'sub/in.s'],
      /^dynasm: sub\/in\.s: no such file or directory\n$/,
    ],
    ['a missing module', ['run', 'missing.dast'], /missing\.dast/],
  ];
  test.each(misuse)('answers %s with one clear message', (_, args, message) => {
    folder.write('in.dast', '|.arch x64\n');
    const { status, stdout, stderr } = folder.dynasm(args);
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toMatch(message);
    expect(stderr).not.toMatch(/^\s+at /m);
  });

  test('writes through links and into devices', () => {
    folder.write('in.dast', '|.arch x64\n');
    expect(folder.dynasm(['translate', 'in.dast', '-o', '/dev/null'])).toEqual({
      status: 0,
      stdout: '',
      stderr: '',
    });
    mkdirSync(join(folder.path, 'real'));
    folder.write('real/out.ts', 'old');
    chmodSync(join(folder.path, 'real/out.ts'), 0o666);
    symlinkSync('real/out.ts', join(folder.path, 'link.ts'));
    expect(folder.dynasm(['translate', 'in.dast', '-o', 'link.ts']).status).toBe(0);
    expect(read('real/out.ts')).toContain('|.arch x64');
    expect(readdirSync(join(folder.path, 'real'))).toEqual(['out.ts']);
    expect(statSync(join(folder.path, 'real/out.ts')).mode & 0o777).toBe(0o666);
  });
});

describe('dynasm run', () => {
  test('gives a module its arguments', () => {
    folder.write('main.dast', good.replace('INCREMENT', '1'));
    expect(folder.dynasm(['run', 'main.dast', '-o', 'x', '--flag'])).toEqual({
      status: 0,
      stdout: '42 -o x --flag\n',
      stderr: '',
    });
  });

  test('loads TypeScript modules around the one with assembly', () => {
    folder.writeAll(filesFor('TypeScript modules around one with assembly'));
    expect(folder.dynasm(['run', 'main.ts'])).toEqual({ status: 0, stdout: '4 1\n', stderr: '' });
  });

  test('shows syntax errors of TypeScript where they stand', () => {
    folder.writeAll(filesFor('syntax errors in TypeScript'));
    const place =
      /syntax\.dast:5:24: error: Unexpected .*\n {4}5 \|   const é = 1; let x = = 5;\n      \| {24}\^\n$/;
    for (const args of [
      ['run', 'syntax.dast'],
      ['translate', 'syntax.dast', '-o', 'syntax.js'],
    ]) {
      const { status, stderr } = folder.dynasm(args);
      expect(status).toBe(1);
      expect(stderr).toMatch(place);
    }
    expect(folder.dynasm(['run', 'syntax.ts']).stderr).toMatch(/syntax\.ts:1:17: error: Unexpected token/);
  });

  test('shows errors in the source, and exceptions with their line', () => {
    folder.write('bad.dast', bad);
    const { status, stderr } = folder.dynasm(['run', 'bad.dast']);
    expect(status).toBe(1);
    expect(stderr).toMatch(/^\S*bad\.dast:3:3: error: `mov' takes 2 operands, not 3/);
    folder.writeAll(filesFor('a program that throws'));
    const thrown = folder.dynasm(['run', 'throws.dast']);
    expect(thrown.status).toBe(1);
    expect(thrown.stderr).toMatch(/at f \(.*throws\.dast:5:9\)/);
  });
});

test('run: a file that cannot be read, and a module that cannot read a file', () => {
  folder.writeAll(filesFor('a program that reads a file that does not exist'));
  const { status, stderr } = folder.dynasm(['run', 'reads.ts']);
  expect(status).toBe(1);
  expect(stderr).toMatch(/ENOENT: no such file or directory, open 'nowhere'\n[^]*at .*reads\.ts:2:1/);
  const rejected = (file: string): string => folder.dynasm(['run', file]).stderr.replace(folder.path, '');
  expect(rejected('nowhere.ts')).toBe('dynasm: /nowhere.ts: no such file or directory\n');
  expect(rejected('.')).toBe('dynasm: : is a directory\n');
});

describe('dynasm asm', () => {
  test('shows code with its labels, values and addresses', () => {
    const { stdout, stderr } = folder.dynasm([
      'asm',
      '->top: ; mov rax, [rbx+n]; dec ecx; jnz ->top',
      '-D',
      'n=8',
      '--base',
      '0x1000',
    ]);
    expect(stderr).toBe('');
    expect(stdout.replaceAll(/ +/g, ' ')).toBe(
      '->top:\n1000 48 8b 43 08 mov rax, [rbx+8]\n1004 ff c9 dec ecx\n1006 75 f8 jne 0x1000 ; ->top\n',
    );
  });

  test('takes statements longer than the name of a file can be', () => {
    const { stdout, stderr } = folder.dynasm(['asm', 'nop; '.repeat(1000)]);
    expect(stderr).toBe('');
    expect(stdout.split('\n')).toHaveLength(1001);
  });

  test('shows errors that only the encoder finds', () => {
    const statements = ['nop\njmp <1', 'jmp >1', '=>2000:', '.space 2000000000'];
    const found = statements.map(each => folder.dynasm(['asm', each]).stderr.split('\n')[0]);
    expect(found).toEqual([
      '(statements):2:1: error: local label 1 is not defined, or referenced forward since: `<1` needs it [encode]',
      '(statements):1:1: error: local label 1 is undefined [encode]',
      '(statements):1:3: error: pc label =>2000 is out of range; there are 0…1023 (newLabel and growPc make more) [encode]',
      '(statements):1:8: error: 2000000000 does not fit the size of a .space, 0…1073741824 [encode]',
    ]);
    expect(folder.dynasm(['asm', 'nop', '--arch', 'x86', '--base', '0x100000000']).stderr).toBe(
      '(statements): error: base address 4294967296 is out of range [encode]\n',
    );
  });

  test('points at an expression that has no value', () => {
    const { status, stderr } = folder.dynasm(['asm', 'nop; mov eax, count']);
    expect(status).toBe(1);
    expect(stderr).toContain("(statements):1:15: error: `count' has no value here");
    expect(stderr).toContain('      |               ^~~~~');
  });

  test('shows several errors', () => {
    const { status, stderr } = folder.dynasm(['asm', '-'], 'mov eax\nnop\nfoo bar\n');
    expect(status).toBe(1);
    expect(stderr).toContain("(stdin):1:1: error: `mov' takes 2 operands, not 1");
    expect(stderr).toContain('(stdin):3:1: error: unknown statement');
  });

  /** The register of a type, and a statement that refers to a second global label. */
  const REFERENCE_CONTEXT: Readonly<Record<string, readonly [register: string, load: string]>> = {
    x64: ['rbx', 'lea rax, [->glob2]'],
    x86: ['ebx', 'lea eax, [->glob2]'],
    arm64: ['x19', 'b ->glob2'],
  };
  const context = ['.type TY, Tstruct, RBX', '.type NR, Nstruct', '1:', '->glob:', 'LOAD', '=>0:', '=>1:'];
  test.each(['x64', 'x86', 'arm64'])('gives every record of the reference for %s with --actions', arch => {
    const lines = gunzipSync(readFileSync(join(root, `fixtures/instructions/${arch}.jsonl.gz`)))
      .toString()
      .trimEnd()
      .split('\n')
      .map(line => JSON.parse(line) as { asm: string; actions?: number[]; args?: string; error?: string })
      // Another global label, which is the second one there.
      .filter(({ asm }) => asm !== '->other:');
    // The messages for arm64 are our own.
    const messageOf = (text?: string): string | undefined => (text && arch === 'arm64' ? 'refused' : text);
    const [register, load] = REFERENCE_CONTEXT[arch] ?? [];
    const head = context.map(line => line.replace('RBX', `${register}`).replace('LOAD', `${load}`));
    const input = [...head, ...lines.map(line => line.asm)].join('\n');
    const { status, stdout } = folder.dynasm(['asm', '--actions', '--arch', arch, '-'], `${input}\n`);
    expect(status).toBe(0);
    const results = stdout.trimEnd().split('\n').slice(head.length);
    const different = lines.flatMap((line, index) => {
      const { actions, args, error, asm } = JSON.parse(results[index] ?? '{}') as {
        asm: string;
        actions?: number[];
        args?: string[];
        error?: string;
      };
      const got = JSON.stringify({ asm, actions, args: args?.join(', '), error: messageOf(error) });
      const { actions: elements, args: texts, error: message } = line;
      const wanted = JSON.stringify({
        asm: line.asm,
        actions: elements,
        args: texts,
        error: messageOf(message),
      });
      return got === wanted ? [] : [{ got, wanted }];
    });
    expect(different).toEqual([]);
  });
});

test('--version prints the version of the package', () => {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  expect(folder.dynasm(['--version']).stdout).toContain(`dynasm ${version}, `);
});
