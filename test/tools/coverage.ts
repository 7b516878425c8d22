/**
 * What tools that measure coverage say of a program with assembly in it: nothing of what the translator adds,
 * and of a program that a test runs half, the lines of the `.dast` that were not reached.
 */
import assert from 'node:assert/strict';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { example } from './example.ts';
import { Project, tools } from './project.ts';

const command = './node_modules/dynasm/dist/bin/dynasm.cjs';

/**
 * `//!` stands behind what a test that runs half of the program does not reach, `//! more` where a statement
 * goes on.
 */
const PROGRAM = `import { dasm, type BuildState } from 'dynasm';

|.arch x64
|.include shared.inc
|.actionlist actions
|.globals GLOBAL

/** The argument, negated or not, and n more or less. */
export function make(negate: boolean, n: number): (x: number) => number {
  const Dst = dasm.new(actions);
  |->start:
  |  mov eax, edi
  if (negate)
    |  neg eax                           //! body
    |  twice eax                         //! more body
  const isSmall = n < 5;
  if (isSmall) {
    |  sub eax, n                        //!
    n++;                                 //!
  } else {
    addTo(Dst, n + GLOBAL_MAX - 1);
  }
  for (let times = 0; times < n; times++)
    |  add eax, 1; sub eax, 1
  n *= 2;
  |  mov ecx, (n++); mov edx, (n++)
  |  ret
  return Dst.build().cast('int (int)', 'start');
}

function addTo(Dst: BuildState<typeof actions>, n: number): void {
  |  add eax, n
}
`;
const SHARED = `|.macro twice, r
|  inc r
|  inc r
|.endmacro
export function getName(): string {
  return 'shared';                       //!
} //! more
`;
const FULL = 'make(true, 2)(3) + make(false, 9)(3) + getName().length';
const HALF = 'make(false, 9)(3)';
const RESULTS = { [FULL]: -3 + 12 + 6, [HALF]: 12 };

/** What a tool counts: lines, or statements, each of which counts for the line on which it begins. */
type Unit = 'line' | 'statement';

/** The numbers of the lines with the mark, in the units of a tool. */
function unreached(text: string, unit: Unit): number[] {
  const mark = unit === 'line' ? /\/\/!/ : /\/\/!(?! more)/;
  return text.split('\n').flatMap((line, index) => (mark.test(line) ? [index + 1] : []));
}

interface Report {
  readonly statementMap: Readonly<Record<string, { readonly start: { readonly line: number } }>>;
  readonly s: Readonly<Record<string, number>>;
}
interface Percent {
  readonly pct: number;
}
type Summary = Readonly<Record<'lines' | 'statements' | 'functions' | 'branches', Percent>>;

const project = new Project();
after(() => project.remove());

/** What is in a report of the tool, by the names of the files. */
function readReport<R>(cwd: string, name: string): ReadonlyMap<string, R> {
  const report = JSON.parse(readFileSync(join(cwd, 'coverage', name), 'utf8')) as Record<string, R>;
  return new Map(Object.entries(report).map(([file, each]) => [file.replace(/^.*\//, ''), each]));
}

function percentages(cwd: string, file: string): readonly number[] {
  const summary = readReport<Summary>(cwd, 'coverage-summary.json').get(file);
  assert(summary, file);
  const { lines, statements, functions, branches } = summary;
  return [lines, statements, functions, branches].map(({ pct }) => pct);
}

function uncovered(cwd: string, file: string): readonly number[] {
  const report = readReport<Report>(cwd, 'coverage-final.json').get(file);
  assert(report, file);
  const lines = Object.entries(report.s).flatMap(([id, count]) =>
    count === 0 ? (report.statementMap[id]?.start.line ?? []) : [],
  );
  return [...new Set(lines)].toSorted((a, b) => a - b);
}

interface Tool {
  readonly name: string;
  readonly unit: Unit;
  /** Node of this path. */
  readonly node?: string;
  readonly args: readonly string[];
  /** Further arguments, with which files count that no test loads. */
  readonly all?: readonly string[];
  readonly files: (expression: string, result: number) => Readonly<Record<string, string>>;
}

const IMPORT = "import { getName, make } from './program.dast';\n";

function jest(provider: string, unit: Unit): Tool {
  return {
    name: `jest-${provider}`,
    unit,
    // prettier-ignore
    args: [
      '--experimental-vm-modules', '--no-warnings', '../node_modules/jest/bin/jest.js',
      '--coverage', `--coverageProvider=${provider}`, '--coverageReporters=json', '--coverageReporters=json-summary',
    ],
    all: ['--collectCoverageFrom=*.dast'],
    files: (expression, result) => ({
      'jest.config.js': example('jest.config.js'),
      'program.test.js': `import { expect, test } from '@jest/globals';
${IMPORT}test('runs', () => expect(${expression}).toBe(${result}));
`,
    }),
  };
}

const TOOLS: readonly Tool[] = [
  {
    name: 'c8',
    unit: 'line',
    // prettier-ignore
    args: [
      join(tools, 'c8/bin/c8.js'), '--reporter', 'json', '--reporter', 'json-summary',
      '--extension', '.dast', '--extension', '.inc', '--extension', '.js',
      process.execPath, '--import', 'dynasm/register', 'main.js',
    ],
    files: (expression, result) => ({
      'main.js': `${IMPORT}if (${expression} !== ${result}) throw new Error('wrong');\n`,
    }),
  },
  jest('babel', 'statement'),
  jest('v8', 'line'),
  {
    name: 'vitest-v8',
    unit: 'statement',
    node: join(tools, 'node-24/bin/node'),
    // prettier-ignore
    args: [
      '../node_modules/vitest/vitest.mjs', 'run', '--coverage.enabled', '--coverage.provider=v8',
      '--coverage.reporter=json', '--coverage.reporter=json-summary',
    ],
    all: ['--coverage.include=*.dast'],
    files: (expression, result) => ({
      'vitest.config.js': example('vitest.config.js'),
      'program.test.js': `import { expect, test } from 'vitest';
${IMPORT}test('runs', () => expect(${expression}).toBe(${result}));
`,
    }),
  },
];

/**
 * Runs the tool. `translated`: on a file that is translated with these options, without a source map; `more`:
 * further arguments of the tool. Returns the folder.
 */
function measure(
  tool: Tool,
  expression: keyof typeof RESULTS,
  translated?: readonly string[],
  more: readonly string[] = [],
): string {
  const { name, args, node, files } = tool;
  const cwd = join(project.path, name);
  rmSync(cwd, { recursive: true, force: true });
  project.write(`${name}/package.json`, '{"type": "module"}');
  project.write(`${name}/program.dast`, PROGRAM);
  project.write(`${name}/shared.inc`, SHARED);
  project.write(`${name}/unloaded.dast`, PROGRAM);
  for (const [file, text] of Object.entries(files(expression, RESULTS[expression] ?? NaN))) {
    project.write(`${name}/${file}`, translated ? text.replace('program.dast', 'program.js') : text);
  }
  const runs = translated
    ? [[join('..', command), 'translate', 'program.dast', '-o', 'program.js', ...translated], args]
    : [[...args, ...more]];
  for (const each of runs) {
    const { status, output } = project.run(name, each, node);
    assert.equal(status, 0, output);
  }
  return cwd;
}

for (const tool of TOOLS) {
  void test(`${tool.name}: a program that is run in full is covered in full`, () => {
    const cwd = measure(tool, FULL);
    for (const file of ['program.dast', 'shared.inc']) {
      assert.deepEqual(percentages(cwd, file), [100, 100, 100, 100], file);
      assert.deepEqual(uncovered(cwd, file), []);
    }
  });

  void test(`${tool.name}: the lines that were not reached`, () => {
    const cwd = measure(tool, HALF);
    assert.deepEqual(uncovered(cwd, 'program.dast'), unreached(PROGRAM, tool.unit));
    assert.deepEqual(uncovered(cwd, 'shared.inc'), unreached(SHARED, tool.unit));
  });

  const { all } = tool;
  if (all)
    void test(`${tool.name}: a file that no test loads`, () => {
      const cwd = measure(tool, FULL, undefined, all);
      assert.deepEqual(percentages(cwd, 'program.dast'), [100, 100, 100, 100]);
      const lines = uncovered(cwd, 'unloaded.dast');
      assert.deepEqual(
        unreached(PROGRAM, tool.unit).filter(line => !lines.includes(line)),
        [],
      );
    });

  void test(`${tool.name}: nothing that the translator adds counts in a translated file`, () => {
    const cwd = measure(tool, FULL, []);
    assert.deepEqual(percentages(cwd, 'program.js'), [100, 100, 100, 100]);
  });

  void test(`${tool.name}: a translated file that keeps its lines`, () => {
    const cwd = measure(tool, HALF, ['--keep-lines']);
    // Without a map, V8 leaves out the indentation of a body, and c8 counts whole lines.
    const program = tool.unit === 'line' ? PROGRAM.replaceAll(/\/\/!.*body/g, '') : PROGRAM;
    const marked = unreached(program, tool.unit);
    // The function of the included file stands on the line of `.include`, which is not all of it.
    const include = PROGRAM.split('\n').findIndex(line => line.startsWith('|.include')) + 1;
    assert.deepEqual(uncovered(cwd, 'program.js'), tool.unit === 'line' ? marked : [include, ...marked]);
  });
}
