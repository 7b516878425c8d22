/**
 * `keepLines`: every host line stands on its line, and the module is the same as without. Checked with all
 * fixtures and examples, and with random programs; DYNASM_SEED=<seed> replays one of these.
 */
import { expect, test } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { originalPositionFor, TraceMap } from '@jridgewell/trace-mapping';
import { transformSync } from 'esbuild';
import type { TranslateSourceOptions } from '../../../src/preprocessor/sourceoptions.ts';
import { translateSource } from '../../../src/preprocessor/translate.ts';
import { filesOf, testCases } from '../../casefile.ts';
import { randomNumbers, type Random } from '../../seededrandom.ts';
import { translate } from './generatedmodule.ts';

const root = join(import.meta.dirname, '../../..');

/** The module without comments and line breaks. */
function essence(code: string): string {
  return transformSync(code, { loader: 'ts', minifyWhitespace: true, legalComments: 'none' }).code;
}

/** Lines of the source that are certainly host lines, and not the same in the output. */
function movedLines(source: string, code: string): string[] {
  const output = code.split('\n');
  let inCapture = false;
  return source.split('\n').flatMap((line, index) => {
    if (/^\s*\|\s*\.(?:end)?capture/.test(line)) inCapture = !line.includes('.end');
    const isHost = /^[^|]*\w[^|]*$/.test(line) && !inCapture;
    return isHost && output[index] !== line ? [`${index + 1}: ${line} | ${output[index]}`] : [];
  });
}

type Options = Partial<TranslateSourceOptions>;

function checkKept(source: string, options: Options = {}): string {
  const kept = translate(source, { ...options, keepLines: true });
  expect(movedLines(source, kept)).toEqual([]);
  const usual = translate(source, options);
  expect(essence(kept)).toBe(essence(usual));
  // Nothing else stands between the lines.
  const end = kept.indexOf('\n// One function');
  const lines = (end < 0 ? kept : kept.slice(0, end)).replace(/\n$/, '').split('\n').length;
  expect(lines).toBe(source.replace(/\n$/, '').split('\n').length);
  checkMap(source, options);
  return kept;
}

/** The map leads from each line to the same line; from a put also to its further lines. */
function checkMap(source: string, options: Options): void {
  const file = options.file ?? 'test.dast';
  const { map, code } = translateSource(source, {
    target: 'x64-linux',
    ...options,
    lang: 'ts',
    file,
    keepLines: true,
    sourceMap: true,
  });
  const trace = new TraceMap(map ?? '');
  const wrong: string[] = [];
  for (const [index, line] of (code ?? '').split('\n').entries()) {
    if (line.startsWith('// One function')) break;
    for (let column = 0; column < line.length; column++) {
      const { source: origin, line: original } = originalPositionFor(trace, { line: index + 1, column });
      if (origin !== file || original === index + 1) continue;
      const lines = source.split('\n').slice(index, original ?? 0);
      if (lines.length > 1 && lines.every(each => /^\s*($|\||\/\/)/.test(each))) continue;
      // What a capture brings comes from elsewhere.
      if (!source.includes('capture')) wrong.push(`${index + 1}:${column} ${original}`);
      break;
    }
  }
  expect(wrong).toEqual([]);
}

const FOLDERS = ['fixtures/typescript/print', 'examples', 'examples/brainfuck'];
const files = FOLDERS.flatMap(folder =>
  readdirSync(join(root, folder)).flatMap(name => (name.endsWith('.dast') ? [join(folder, name)] : [])),
);

test.each(files)('%s keeps its lines', file => {
  const source = readFileSync(join(root, file), 'utf8');
  for (const comments of ['line', 'block', 'none'] as const) {
    checkKept(source, { file, comments });
    checkKept(source, { file, comments, specialise: false, macroComments: true });
  }
});

testCases('typescript/keptlines.txt', ['source'], parts => {
  const files = filesOf(parts);
  const source = parts.get('source') ?? '';
  const output = checkKept(source, {
    readInclude: name => (files[name] === undefined ? undefined : { path: name, text: files[name] }),
  });
  const shown = output
    .replace(/\n\n\/\/ One function[^]*/, '')
    .replace(/actionList\(\{.*?\}\)/, 'actionList({…})');
  return { output: shown.trimEnd() };
});

test('lines end as those of the source do', () => {
  const source = '|.arch x64\r\n|.actionlist a\r\n| nop\r\nf(Dst);\r\n';
  const kept = translate(source, { keepLines: true }).split('\r\n');
  expect(kept[3]).toBe('f(Dst);');
  expect(kept.some(line => line.includes('\n'))).toBe(false);
});

test('a literal that goes over lines of a macro is an error', () => {
  const source = '|.arch x64\n|.macro m\n|| f(`a\n|| b`);\n|.endmacro\n|m\n';
  const { code, diagnostics } = translateSource(source, { file: 'f', lang: 'ts', keepLines: true });
  expect(code).toBeUndefined();
  expect(diagnostics).toMatchObject([{ code: 'keep-lines', line: 6, severity: 'error' }]);
});

/** Lines of a random program, which may stand in a function. */
function randomLines(random: Random, depth: number, indent = '  '): string[] {
  const lines: string[] = [];
  const nested = (): string[] => randomLines(random, depth - 1, `${indent}  `);
  for (let count = random(7); count > 0; count--) {
    const kind = random(depth > 0 ? 16 : 11);
    const header = ['if (f(1))', 'for (let i = 0; i < 3; i++)', 'while (f(2))'][random(3)];
    if (kind < 3) lines.push(`${indent}|  mov eax, f(${count})`, `${indent}|  add eax, ${count}; nop // c`);
    else if (kind === 3) lines.push(`${indent}f(${count}); // | nop`);
    else if (kind === 4) lines.push('', `${indent}/* a`, `${indent} | nop */`);
    else if (kind === 5) lines.push(`${indent}f(\`a`, `${indent}| nop`, `\`);`);
    else if (kind === 6) lines.push(`${indent}| two f(${count})`);
    else if (kind === 7) lines.push(`${indent}| looped f(3) // more`, `${indent}| imul Rd(f(1)), 5`);
    else if (kind === 8)
      lines.push(`${indent}|| f(${count}); // own`, `${indent}|.define a${random(1e9)}, 1`);
    else if (kind === 9) lines.push(`${indent}|.include part`, `${indent}f(`, `${indent}  5);`);
    else if (kind === 10) lines.push(`${indent}|.dumpcapture c`);
    else if (kind === 11)
      lines.push(`${indent}${header}`, `${indent}  | two 5`, `${indent}  | nop`, `${indent}f();`);
    else if (kind === 12) lines.push(`${indent}${header} {`, ...nested(), `${indent}}`);
    else if (kind === 13)
      lines.push(
        `${indent}${header}`,
        `${indent}  |.if 0`,
        `${indent}  | nop`,
        `${indent}  |.endif`,
        '',
        `${indent};`,
      );
    else if (kind === 14) lines.push(`${indent}{`, ...nested(), `${indent}}`);
    else
      lines.push(
        `${indent}${header}`,
        `${indent}  |->g${random(1e9)}:`,
        '',
        `${indent}  // c`,
        `${indent}f(0);`,
      );
  }
  return lines;
}

const PART = `// Part
| nop
/* of
   several lines */ f(6); // | nop
if (f(7)) {
  | two 8
}
`;

function randomProgram(random: Random): string {
  const head = [
    '#!shebang',
    "import { f } from './f.ts';",
    '|.arch x64',
    '|.actionlist actions',
    '|.globals G_',
  ];
  const macros = [
    ...'|.macro two, x\n| mov eax, x; nop\n| nop\n|.endmacro'.split('\n'),
    ...'|.macro looped, n\n|| for (let i = 0; i < n; i++) { // loop\n| two i\n|| }\n|.endmacro'.split('\n'),
  ];
  const capture = ['|.capture c', '| nop', '|| f(9);', 'f(10);', '| two 11', '|.endcapture'];
  const bodies = Array.from({ length: 1 + random(3) }, (_, index) => [
    `function gen${index}(Dst: any): void {`,
    ...randomLines(random, 3),
    '}',
  ]);
  const last = ['function dump(Dst: any): void {', '|.dumpcapture c', '}'];
  const blocks = [...bodies, capture];
  for (let n = blocks.length; n > 1; n--) blocks.push(...blocks.splice(random(n), 1));
  return `${[...head, ...macros, ...blocks.flat(), ...last].join('\n')}${'\n'.repeat(random(2))}`;
}

const replay = process.env['DYNASM_SEED'] || undefined;
const firstSeed = replay === undefined ? Math.floor(Math.random() * 2 ** 31) : Number(replay);

test('random programs keep their lines', () => {
  for (let seed = firstSeed; seed < firstSeed + (replay === undefined ? 60 : 1); seed++) {
    const source = randomProgram(randomNumbers(seed));
    try {
      checkKept(source, { readInclude: () => ({ path: 'part', text: PART }) });
    } catch (error) {
      const command = `DYNASM_SEED=${seed} npm test -- keptlines`;
      throw new Error(`seed ${seed} (${command}): ${String(error)}\n${source}`, { cause: error });
    }
  }
});
