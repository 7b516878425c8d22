/**
 * What a call through `cast` costs, beside koffi's own function for the same address and a plain JavaScript call.
 *
 *     node --import tsx --conditions=dynasm-source bench/call.ts
 *
 * Rounds of all candidates alternate; the medians are printed, in nanoseconds a call.
 */
import { cpus } from 'node:os';
import { actionList } from '../src/encoder/index.ts';
import { dasm } from '../src/exec/index.ts';

const koffi = dasm.koffi();

type AnyFunction = (...args: unknown[]) => unknown;

const CALLS = 200_000;
const ROUNDS = 31;

// mov rax, rdi; ret
const IDENTITY = actionList({ format: 1, arch: 'x64', actions: [0x48, 0x89, 252, 0xf8, 0xc3, 255] });

/** A loop of its own for each candidate, so that none sees the others' types. */
function loop(f: AnyFunction, args: readonly unknown[]): () => number {
  const names = args.map((_, i) => `a${i}`).join(', ');
  // oxlint-disable-next-line typescript/no-implied-eval
  const run = new Function('f', 'n', names, `for (let i = 0; i < n; i++) f(${names});`);
  return () => {
    const start = process.hrtime.bigint();
    run(f, CALLS, ...args);
    return Number(process.hrtime.bigint() - start) / CALLS;
  };
}

const plain: AnyFunction = value => value;

const state = dasm.new(IDENTITY);
state.put(0);
const code = state.build();

koffi.struct('point', { x: 'int', y: 'int' });

// prettier-ignore
const cases: [string, string, string[], unknown[]][] = [
  ['void ()',                        'void',    [],                     []],
  ['int (int, int)',                 'int',     ['int', 'int'],         [1, 2]],
  ['int64_t (int64_t)',              'int64_t', ['int64_t'],            [1]],
  ['void *(void *)',                 'void *',  ['void *'],             [16n]],
  ['int (int *)',                    'int',     ['int *'],              [new Int32Array(2)]],
  ['int (point)',                    'int',     ['point'],              [{ x: 1, y: 2 }]],
  ['int (point *)',                  'int',     ['point *'],            [{ x: 1, y: 2 }]],
  ['int (int, int, int, int, int, int, int, int)', 'int', Array.from({ length: 8 }, () => 'int'), [1, 2, 3, 4, 5, 6, 7, 8]],
];

console.log(`${cpus()[0]?.model ?? 'unknown processor'}, Node ${process.version}, koffi ${koffi.version}`);
console.log(
  `${'prototype'.padEnd(46)}${['JS', 'koffi', 'unchecked', 'cast'].map(name => name.padStart(11)).join('')}`,
);
for (const [prototype, result, parameters, args] of cases) {
  const raw: AnyFunction = koffi.decode(code.address, koffi.proto(result, parameters));
  const checked = code.cast(prototype);
  const unchecked = code.cast(prototype, { checked: false });
  const candidates = [plain, raw, unchecked, checked].map(f => ({
    run: loop(f, args),
    times: [] as number[],
  }));
  for (let round = 0; round < ROUNDS; round++) for (const { run, times } of candidates) times.push(run());
  const medians = candidates.map(({ times }) => times.toSorted((a, b) => a - b)[ROUNDS >> 1] ?? NaN);
  console.log(`${prototype.padEnd(46)}${medians.map(median => median.toFixed(1).padStart(11)).join('')}`);
}

// A batch call beside a loop of calls, and beside plain JavaScript, in nanoseconds an element.
const xs = Float64Array.from({ length: 4096 }, (_, i) => i);
const results = new Float64Array(xs.length);
// addsd xmm0, xmm0; ret
const double = dasm.new(
  actionList({ format: 1, arch: 'x64', actions: [252, 0xf2, 0x0f, 0x58, 0xc0, 0xc3, 255] }),
);
double.put(0);
const twice = double.build();
const single = twice.cast('double (double)');
const batch = twice.map('double (double)');
const loops: [string, () => void][] = [
  ['JS', () => xs.forEach((x, i) => (results[i] = x + x))],
  ['cast', () => xs.forEach((x, i) => (results[i] = single(x)))],
  ['map', () => batch(results, xs)],
];
const times = new Map(loops.map(([name]) => [name, [] as number[]]));
for (let round = 0; round < 101; round++) {
  for (const [name, run] of loops) {
    const start = process.hrtime.bigint();
    run();
    times.get(name)?.push(Number(process.hrtime.bigint() - start) / xs.length);
  }
}
console.log('\ndouble (double) over 4096 elements');
for (const [name, all] of times) {
  console.log(
    `${name.padEnd(8)}${(all.toSorted((a, b) => a - b)[all.length >> 1] ?? NaN).toFixed(1).padStart(8)}`,
  );
}
