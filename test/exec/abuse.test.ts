/**
 * Every public function of `dynasm/exec` with what it does not expect: an exception that says what is wrong,
 * or what is right, and never the end of the process. The calls are in fixtures/exec/abuse.txt, with what
 * comes of them. They run in processes of their own, where a crash is a result as any other.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { asm } from '../../src/index.ts';
import * as exec from '../../src/exec/index.ts';
import { linesOf, testCases } from '../casefile.ts';
import { Folder, root } from '../packagefolder.ts';

const TABLE = 'exec/abuse.txt';
const table = readFileSync(join(root, 'fixtures', TABLE), 'utf8');
const program = join(root, 'fixtures/programs/abuse.mjs');
const folder = new Folder();
afterAll(() => {
  folder.remove();
});

/** How the processes run: as they are; with forced collections. */
const MODES: readonly (readonly string[])[] = [[], ['gc']];
const LONGEST = 160;

/** What comes of each call. A process that ends before its last call is followed by another one. */
function resultsOf(calls: readonly string[], modes: readonly string[]): readonly string[] {
  folder.write('calls.json', JSON.stringify(calls));
  const results: string[] = [];
  while (results.length < calls.length) {
    const args = ['--expose-gc', '--no-warnings', program, join(folder.path, 'calls.json')];
    const { stdout, status, signal } = spawnSync(
      process.execPath,
      [...args, String(results.length), ...modes],
      { encoding: 'utf8', cwd: root, timeout: 300_000 },
    );
    const lines = stdout.trim().split('\n').filter(Boolean);
    for (const [index, result] of lines.map(line => JSON.parse(line) as [number, string?])) {
      if (result === undefined) continue;
      // What comes of a call later than its result is a second one.
      results[index] = results[index] === undefined ? result : `${results[index]}; ${result}`;
    }
    if (results.length < calls.length) results.push(`the process ended: ${signal ?? status}`);
  }
  return results.map(shorten);
}

/** Without what differs from run to run. */
function shorten(result: string): string {
  const text = result
    .replaceAll(/\S*abuse\.mjs:[\d:]+(?:\), <anonymous>[\d:]*)?/g, 'abuse.mjs')
    .replaceAll(/0x[0-9a-f]{5,}/g, '0x…')
    .replaceAll(/\s*\n\s*/g, ' ');
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}

/** The calls among the lines of the table: their results are indented. */
function callsIn(lines: readonly string[]): readonly string[] {
  return lines.filter(line => !line.startsWith(' '));
}

/** The results of all calls in a mode, by call: all cases share a process. */
const known = new Map<readonly string[], ReadonlyMap<string, string>>();
function resultsIn(modes: readonly string[]): ReadonlyMap<string, string> {
  let results = known.get(modes);
  if (results === undefined) {
    const [, ...cases] = table.split(/^=== .*\n--- calls\n/m);
    const calls = callsIn(cases.flatMap(text => text.trim().split('\n')));
    const found = resultsOf(calls, modes);
    known.set(modes, (results = new Map(calls.map((call, index) => [call, found[index] ?? '']))));
  }
  return results;
}

testCases(TABLE, [], parts => {
  const lines = callsIn(linesOf(parts, 'calls')).flatMap(call => {
    const [first, ...others] = MODES.map(modes => ({ modes, result: resultsIn(modes).get(call) }));
    const different = others.filter(({ result }) => result !== first?.result);
    return [
      call,
      `    ${first?.result}`,
      ...different.map(({ modes, result }) => `    (${modes.join(', ')}: ${result})`),
    ];
  });
  return { calls: lines.join('\n') };
});

/** The names of the functions and accessors that an object inherits, without those that are internal. */
function membersOf(object: object): readonly string[] {
  const internal =
    /^(constructor|expose|beginCall|endCall|checkStep|linkedStarts|encodeWithSlots|holdLayout)$/;
  const names: string[] = [];
  let each = Object.getPrototypeOf(object) as object;
  for (; each !== Object.prototype; each = Object.getPrototypeOf(each) as object) {
    names.push(...Object.getOwnPropertyNames(each).filter(name => !internal.test(name)));
  }
  return names;
}

test('the table has every public function', () => {
  const { dasm, ...others } = exec;
  const objects = [asm.x64`ret`.build(), dasm.new(), dasm.callback('void ()', () => undefined)];
  const names = [
    // (Errors are made by the package alone.)
    ...Object.keys(others).filter(name => !name.endsWith('Error')),
    ...Object.keys(dasm).map(name => `dasm.${name}`),
    ...objects.flatMap(membersOf).map(name => `.${name}`),
  ];
  expect(names.length).toBeGreaterThan(40);
  expect(names.filter(name => !table.includes(name))).toEqual([]);
});

/** Ways to end, with code that is alive, and what the process prints. */
const ENDS: readonly (readonly [name: string, program: string, output: RegExp, status: number | null])[] = [
  ['live code', 'f(x => x, 1); const kept = code;', /^$/, 0],
  ['process.exit in a callback', 'f(() => process.exit(3), 1)', /^$/, 3],
  [
    'process.exit with a call under way in another callback',
    'f(() => f(() => process.exit(4), 1), 1)',
    /^$/,
    4,
  ],
  [
    'an error that comes through code',
    'f(() => { throw new RangeError("mine"); }, 1)',
    /RangeError: mine/,
    1,
  ],
  ['a fault', 'asm.x64`ud2`.cast("void ()")()', /FaultError: .*SIGILL/, 1],
  [
    'a promise that code has rejected',
    'f(() => { Promise.reject(new Error("late")); return 1; }, 1)',
    /Error: late/,
    1,
  ],
  ['calls in an exit listener', 'process.on("exit", () => console.log(f(x => x * 2, 21)))', /^42$/, 0],
  [
    'free in an exit listener',
    'process.on("exit", () => { code.free(); console.log(code.freed); })',
    /^true$/,
    0,
  ],
  [
    'builds in an exit listener',
    'process.on("exit", () => console.log(asm.x64`mov eax, 5; ret`.cast("int ()")()))',
    /^5$/,
    0,
  ],
  [
    'an interval that calls',
    'let n = 0; const t = setInterval(() => { f(x => x, 1); if (++n === 3) clearInterval(t); }, 1)',
    /^$/,
    0,
  ],
];

test.each(ENDS)('a process that ends with %s', (_, text, output, status) => {
  const head = `import { asm, dasm } from 'dynasm';
    const code = asm.x64\`push rbx; mov rax, rdi; mov edi, esi; call rax; pop rbx; ret\`.build();
    const f = code.cast('int (int (*f)(int), int x)');
    const callback = dasm.callback('int ()', () => 1);\n`;
  const ran = spawnSync(process.execPath, ['--input-type=module', '-e', head + text], {
    cwd: root,
    encoding: 'utf8',
  });
  expect({ status: ran.status, signal: ran.signal }).toEqual({ status, signal: null });
  expect((ran.stdout + ran.stderr).trim()).toMatch(output);
});
