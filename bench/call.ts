/**
 * What a call through `cast` costs, beside koffi's own function for the same address and a plain JavaScript call; and what a batch call
 * costs for each element.
 *
 *     node --import tsx bench/call.ts
 *
 * Prints Markdown tables.
 */
import { inspect } from 'node:util';
import { asm, type Code, dasm } from 'dynasm';
import { type Candidate, circumstances, measure, nanoseconds, row, table } from './measurement.ts';

const koffi = dasm.koffi();

type AnyFunction = (...args: unknown[]) => unknown;

const CALLS = 100_000;
const ROUNDS = 31;

/** A loop of its own for each candidate, so that none sees the others' types. */
function calls(name: string, f: AnyFunction, args: readonly unknown[]): Candidate {
  const names = args.map((_, i) => `a${i}`).join(', ');
  // oxlint-disable-next-line typescript/no-implied-eval
  const run = new Function('f', 'n', names, `for (let i = 0; i < n; i++) f(${names});`);
  return { name, run: () => nanoseconds(() => void run(f, CALLS, ...args)) / CALLS };
}

const identity = asm.x64`
  .include <dynasm/abi>
  mov rax, CARG1
  ret`.build();
const float = asm.x64`ret`.build();

koffi.struct('point', { x: 'int', y: 'int' });

const INTS = 'int, int, int, int, int, int, int, int';
const memory = new Float64Array(16);
const CASES: readonly (readonly [prototype: string, code: Code, args: readonly unknown[]])[] = [
  ['void ()', identity, []],
  ['int (int, int)', identity, [1, 2]],
  ['double (double)', float, [1.5]],
  ['double (double, int, float, bool)', float, [1.5, 2, 0.5, true]],
  ['int64_t (int64_t)', identity, [1]],
  ['int64_t (int64_t)', identity, [2n ** 62n]],
  [`int (${INTS})`, identity, [1, 2, 3, 4, 5, 6, 7, 8]],
  ['void *(void *)', identity, [16n]],
  ['void *(void *)', identity, [memory]],
  ['int (point)', identity, [{ x: 1, y: 2 }]],
  ['int (point *)', identity, [{ x: 1, y: 2 }]],
  ['int (const char *)', identity, ['text']],
];

const rows: string[][] = [];
for (const [prototype, code, args] of CASES) {
  const [, result = '', parameters = ''] = /^(.*?) ?\((.*)\)$/.exec(prototype) ?? [];
  const types = parameters === '' ? [] : parameters.split(', ');
  const raw = koffi.decode(code.address, koffi.proto(result, types)) as AnyFunction;
  const cast = (checked: boolean): AnyFunction => code.cast(prototype as never, { checked });
  const shown = args.map(arg => (arg === memory ? 'a Float64Array' : inspect(arg)));
  const name = `\`${prototype.replace(INTS, 'int × 8')}\`${types.length === 1 ? `, ${shown.join()}` : ''}`;
  const figures = await measure(
    [
      calls(`koffi: ${name}`, raw, args),
      calls('cast', cast(true), args),
      calls('cast, unchecked', cast(false), args),
    ],
    ROUNDS,
    10,
  );
  for (const each of figures) rows.push(row(each));
}
const plain = await measure([calls('a function of JavaScript: two numbers', a => a, [1, 2])], ROUNDS, 10);
for (const each of plain) rows.push(row(each));
console.log(`${circumstances()}, koffi ${koffi.version}\n`);
console.log(table(['', 'ns a call', '10 % … 90 %', 'ratio'], rows));

// Batch calls. What a function itself takes is in the first row: the best loop that there is for one type of function.
const twice = asm.x64`
  addsd xmm0, xmm0
  ret`.build();
const nativeLoop = asm.x64`
  .include <dynasm/abi>
  .prologue 4
  mov CSAVE1, CARG1
  mov CSAVE2, CARG2
  mov CSAVE3, CARG3
  xor CSAVE4d, CSAVE4d
1:
  movsd xmm0, qword [CSAVE2+CSAVE4*8]
  call &${twice}
  movsd qword [CSAVE1+CSAVE4*8], xmm0
  inc CSAVE4
  cmp CSAVE4, CSAVE3
  jb <1
  .epilogue 4`.cast('void (void *results, void *xs, int64_t count)');
const [single, batch] = [twice.cast('double (double)'), twice.map('double (double)')];

const batchRows: string[][] = [];
for (const count of [16, 4096]) {
  const [xs, results] = [Float64Array.from({ length: count }, (_, i) => i), new Float64Array(count)];
  const runs = Math.ceil(50_000 / count);
  const each = (name: string, run: () => void): Candidate => {
    const repeat = (): void => {
      for (let i = 0; i < runs; i++) run();
    };
    return { name, run: () => nanoseconds(repeat) / runs / count };
  };
  const figures = await measure(
    [
      each(`${count} elements: a native loop`, () => nativeLoop(results, xs, count)),
      each('`map`', () => batch(results, xs)),
      each('`cast`, called by a loop', () => {
        for (let i = 0; i < count; i++) results[i] = single(xs[i]!);
      }),
      each('JavaScript alone', () => {
        for (let i = 0; i < count; i++) results[i] = xs[i]! + xs[i]!;
      }),
    ],
    ROUNDS,
    10,
  );
  for (const each of figures) batchRows.push(row(each, 2));
}
console.log('A batch call of `double (double)`, whose function is an addition:\n');
console.log(table(['', 'ns an element', '10 % … 90 %', 'ratio'], batchRows));
