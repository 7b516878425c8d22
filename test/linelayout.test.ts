/**
 * JavaScript with `keepLines`: tools that know no source maps name the lines of the source, whatever
 * oxc-transform makes of the TypeScript around the assembly.
 */
import { afterAll, expect, test } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { transformSync } from 'oxc-transform';
import { layOutLines } from '../src/files/linelayout.ts';
import { Folder, root } from './packagefolder.ts';

const folder = new Folder();
afterAll(() => folder.remove());

/** `HERE` is the number of its line; `at` finds out whether it is called there. */
const PROGRAM = `#!/usr/bin/env node
// A comment, which goes.
import { dasm,
  type BuildState } from 'dynasm';
interface Point { x: number }

|.arch x64
/** A comment of
    several lines. */
|.actionlist actions
const lines: number[] = [];
function at(line: number, ...rest: readonly unknown[]): number {
  const found = Number(/:(\\d+):\\d+\\)?$/.exec(new Error().stack!.split('\\n')[2]!)![1]);
  if (found !== line) throw new Error(\`\${line} is \${found}\`);
  lines.push(line);
  return rest.length; }
at(HERE);
enum Color { red = at(HERE), green = 1 }
export function make<T extends number>(Dst: BuildState<typeof actions>,
  n: T, // the number
  m: number = at(HERE)): number {
  |  mov eax, n
  |  ret
  const object = { a: at(HERE), b: at(HERE),
    c: at(HERE), [\`d\${
      at(HERE) }
    e\`]: at(HERE) };
  if (n > 0)
    |  add eax, at(HERE)
  else return (
    at(HERE)
  );
  const sum = [1, 2]
    .map((each): number => each + at(HERE))
    .map(each => {
      at(HERE);

      return each; // so
    }) as number[];
  at(HERE, () => 1, /\\/\\/ [/*]/.test('/*'),
    at(HERE)); for (const each of sum) at(HERE,
      each); do { at(HERE) } while (at(HERE) > 0)
  return n satisfies number
}
/* a */ at(HERE); /* b */ at(HERE)
class Base<T> { private x: T | undefined;
  constructor(readonly p: number = at(HERE)) {

    at(HERE); } get y(): number { return at(HERE); }
  static z = at(HERE)
  declare w: string;
}
|.macro count, n
|| at(n); at(
||   n); // n
|  nop
|.endmacro
const Dst = dasm.new(actions);
at(HERE, make(Dst, 5));
|  count HERE
new Base<string>(1).y;
throw new Error(\`\${lines.length} of \${Color.green}\`, { cause:
  at(HERE) });
`
  .split('\n')
  .map((line, index) => line.replaceAll('HERE', String(index + 1)))
  .join('\n');

/** What the module prints and throws, without source maps. */
function run(name: string, code: string): string {
  folder.write(name, code);
  const { stdout, stderr } = folder.node([name]);
  return stdout + stderr;
}

/** The output of the command line. */
function translated(...options: readonly string[]): string {
  folder.write('program.dast', PROGRAM);
  const { status, stdout, stderr } = folder.dynasm(['translate', 'program.dast', '--lang=js', ...options]);
  expect([status, stderr]).toEqual([0, '']);
  return stdout;
}

const LAST = PROGRAM.split('\n').findIndex(line => line.startsWith('throw')) + 1;

test('a translated file runs with the lines of its source', () => {
  const shown = run('kept.js', translated('--keep-lines'));
  expect(shown).toContain(`kept.js:${LAST}\n`);
  expect(shown).toMatch(/Error: 27 of 1\n/);
  // Without the option it does not.
  expect(run('usual.js', translated())).toMatch(/Error: \d+ is \d+/);
});

test('the map of the lines leads to the source', () => {
  const code = translated('--keep-lines', '--sourcemap=inline');
  folder.write('mapped.js', code);
  const { stderr } = folder.node(['--enable-source-maps', 'mapped.js']);
  expect(stderr).toMatch(new RegExp(`program\\.dast:${LAST}:7\\b`));
});

/** A program that compiles `program.dast` as a loader does. */
function compiling(format: string): string {
  return `
    import { createRequire } from 'node:module';
    import { readFileSync, writeFileSync } from 'node:fs';
    const { compile } = createRequire(import.meta.url)('${join(root, 'dist/src/files/index.cjs')}');
    const text = readFileSync('program.dast', 'utf8');
    const module = { kind: 'dast', file: 'program.dast', text, format: '${format}', options: { keepLines: true } };
    writeFileSync('compiled.${format === 'module' ? 'mjs' : 'cjs'}', compile(module).code);
  `;
}

test('modules that are loaded have them if that is wanted, as ES modules and as CommonJS', () => {
  folder.write('program.dast', PROGRAM);
  for (const [format, file] of [
    ['module', 'compiled.mjs'],
    ['commonjs', 'compiled.cjs'],
  ] as const) {
    folder.write('compile.mjs', compiling(format));
    expect(folder.node(['compile.mjs'])).toMatchObject({ status: 0, stderr: '' });
    expect(folder.node([file]).stderr).toMatch(/Error: 27 of 1\n/);
  }
});

test.each(['examples', 'examples/brainfuck', 'fixtures/typescript/print'])('the files of %s', from => {
  for (const name of readdirSync(join(root, from)).filter(each => each.endsWith('.dast'))) {
    const file = join(root, from, name);
    const { status, stdout, stderr } = folder.dynasm(['translate', '--keep-lines', '--lang=js', file]);
    expect([status, stderr]).toEqual([0, '']);
    const source = readFileSync(file, 'utf8');
    const output = stdout.split('\n');
    const wrong = source.split('\n').flatMap((line, index) => {
      // A call that stands nowhere else.
      const [call = ''] = /^ *[\w.]+\([\w, ]*(?=\);$)/.exec(line) ?? [];
      if (call === '' || source.split(call.trim()).length !== 2) return [];
      return output[index]?.includes(call.trim()) ? [] : [`${name}:${index + 1}: ${line}`];
    });
    expect(wrong).toEqual([]);
  }
});

/** Compiles the sources of the package, and prints what is wrong. */
const SOURCES = `
  import { createRequire } from 'node:module';
  import { readdirSync, readFileSync } from 'node:fs';
  const { compile } = createRequire(import.meta.url)('${join(root, 'dist/src/files/index.cjs')}');
  const folder = '${join(root, 'src')}/';
  const withoutComments = text =>
    text.replace(/\\/\\*[^]*?\\*\\/|\\/\\/.*/g, comment => comment.replace(/[^\\n]/g, ''));
  const wordsOf = text => {
    const counts = new Map();
    for (const [word] of text.matchAll(/\\w+/g)) counts.set(word, (counts.get(word) ?? 0) + 1);
    return counts;
  };
  let count = 0;
  for (const file of readdirSync(folder, { recursive: true }).filter(name => name.endsWith('.ts'))) {
    const text = readFileSync(folder + file, 'utf8');
    for (const format of ['module', 'commonjs']) {
      const { code } = compile({ kind: 'typescript', file, text, format, options: { keepLines: true } });
      const lines = withoutComments(code).split('\\n');
      const source = withoutComments(text);
      const [before, after] = [source, lines.join('\\n')].map(wordsOf);
      for (const [index, line] of source.split('\\n').entries()) {
        for (const [word] of line.matchAll(/\\b(?!import|export|else|from)\\w{3,}/g)) {
          if (format !== 'module' || before.get(word) !== 1 || after.get(word) !== 1) continue;
          // What is returned begins behind \`return\`.
          if (source.split('\\n')[index - 1]?.endsWith('return (')) continue;
          count++;
          if (!lines[index]?.includes(word)) console.log(format, file, index + 1, word);
        }
      }
    }
  }
  if (count < 1000) console.log(count);
`;

test('the sources of this package: every word that stands in them once has its line', () => {
  folder.write('sources.mjs', SOURCES);
  expect(folder.node(['sources.mjs'])).toEqual({ status: 0, stdout: '', stderr: '' });
}, 120_000);

const MAPPED: readonly (readonly [source: string, laidOut: string])[] = [
  ['a(\n\n  b)', 'a(\n\nb);\n'],
  ['function f() {\n  return (\n    1)\n}', 'function f() {\n\treturn 1;\n\n}\n'],
  ['f(async x =>\n\n  x)', 'f(async (x) =>\n\nx);\n'],
  ['if (a)\n  b();\n\n// c\n/* d */\nc()', 'if (a)\nb();\n\n// c\n/* d */\nc();\n'],
];

test.each(MAPPED)('%j', (source, laidOut) => {
  const { code, map } = transformSync('x.ts', source, { sourcemap: true });
  expect(layOutLines(code, JSON.stringify(map)).code).toBe(laidOut);
});
