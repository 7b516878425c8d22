/** Calls of ARM64 code: arguments and results of all kinds, callbacks, externs, batch calls. */
import { expect, test as anyTest } from '@jest/globals';
import { dasm } from '../../src/exec/index.ts';
import { randomNumbers } from '../seededrandom.ts';
import { cLibrary, isArm64, testIf } from './host.ts';
import { build, code, listOf, statements } from './machinecode.ts';

const test = testIf(isArm64, 'it runs ARM64 code');

/** What each returns, of which arguments, and the result. */
const CALLS: readonly (readonly [
  prototype: string,
  statements: string,
  args: readonly unknown[],
  result: unknown,
])[] = [
  ['int ()', 'mov w0, #42; ret', [], 42],
  ['int (int, int)', 'sub w0, w0, w1; ret', [3, 10], -7],
  ['double (double, double)', 'fdiv d0, d0, d1; ret', [1, 8], 0.125],
  ['float (float, float)', 'fmul s0, s0, s1; ret', [1.5, -2.5], -3.75],
  [
    'double (int, double, int, double)',
    'scvtf d2, w0; fadd d0, d0, d2; scvtf d2, w1; fadd d0, d0, d2; fadd d0, d0, d1; ret',
    [1, 0.25, 2, 0.5],
    3.75,
  ],
  [
    'int (int, int, int, int, int, int, int, int, int, int)',
    'ldr w9, [sp]; ldr w10, [sp, #8]; add w0, w9, w10; ret',
    [1, 2, 3, 4, 5, 6, 7, 8, 90, 100],
    190,
  ],
  [
    'int (int, int, int, int, int, int, int, int, int8_t, uint8_t)',
    'ldrsb w9, [sp]; ldrb w10, [sp, #8]; add w0, w9, w10; ret',
    [1, 2, 3, 4, 5, 6, 7, 8, -1, 255],
    254,
  ],
  [
    'double (double, double, double, double, double, double, double, double, double)',
    'ldr d0, [sp]; ret',
    [1, 2, 3, 4, 5, 6, 7, 8, 9.5],
    9.5,
  ],
  ['uint8_t ()', 'mov w0, #0x1ff; ret', [], 255],
  ['int8_t ()', 'mov w0, #0x1ff; ret', [], -1],
  ['uint16_t ()', 'movn w0, #0; ret', [], 65535],
  ['int16_t ()', 'mov w0, #0x8000; ret', [], -32768],
  ['unsigned ()', 'movn x0, #0; ret', [], 2 ** 32 - 1],
  ['bool (bool)', 'eor w0, w0, #1; ret', [true], false],
  ['bool ()', 'mov w0, #1; ret', [], true],
  ['int64_t (int64_t)', 'neg x0, x0; ret', [2n ** 62n], -(2n ** 62n)],
  ['int64_t (int64_t)', 'neg x0, x0; ret', [5], -5n],
  ['uint64_t (uint64_t)', 'mvn x0, x0; ret', [0], 2n ** 64n - 1n],
  ['void *(void *)', 'ret', [null], null],
  ['const char *(const char *)', 'add x0, x0, #1; ret', ['text'], 'ext'],
];

for (const [prototype, text, args, result] of CALLS) {
  test(`${prototype} with ${args.map(String).join(', ')}`, () => {
    const f = code(text).cast(prototype as 'int ()') as (...args: readonly unknown[]) => unknown;
    expect(f(...args)).toEqual(result);
    expect(f(...args)).toEqual(result);
  });
}

test('structures: in floating-point registers, in integer registers, and by address', () => {
  const { koffi } = dasm;
  koffi().struct('arm_pair', { x: 'double', y: 'double' });
  koffi().struct('arm_mixed', { a: 'int64_t', b: 'int' });
  koffi().struct('arm_large', { a: 'int64_t', b: 'int64_t', c: 'int64_t' });
  const swap = code('fmov d2, d0; fmov d0, d1; fmov d1, d2; ret').cast(
    'arm_pair (arm_pair)' as 'int (int)',
  ) as unknown as (p: object) => unknown;
  expect(swap({ x: 1.5, y: -2 })).toEqual({ x: -2, y: 1.5 });
  const sum = code('add x0, x0, w1, sxtw; ret').cast('int64_t (arm_mixed)' as 'int64_t (int)') as unknown as (
    p: object,
  ) => unknown;
  expect(sum({ a: 2n ** 40n, b: -1 })).toBe(2n ** 40n - 1n);
  // x8 has the address of the result, x0 that of the argument.
  const large = code(
    'ldp x9, x10, [x0]; ldr x11, [x0, #16]; stp x11, x10, [x8]; str x9, [x8, #16]; ret',
  ).cast('arm_large (arm_large)' as 'int (int)') as unknown as (p: object) => unknown;
  expect(large({ a: 1, b: 2, c: 3 })).toEqual({ a: 3n, b: 2n, c: 1n });
});

test('callbacks, and what they throw', () => {
  const call = code(
    'str x30, [sp, #-16]!; mov x9, x0; mov w0, #20; blr x9; add w0, w0, #1; ldr x30, [sp], #16; ret',
  ).cast('int (int (*f)(int))');
  expect(call(x => x * 2)).toBe(41);
  expect(() =>
    call(() => {
      throw new Error('from the callback');
    }),
  ).toThrow('from the callback');
  expect(call(x => x)).toBe(21);
});

test('variable arguments: of C, and of code', () => {
  const format = dasm.cast(cLibrary.symbol('snprintf'), 'int (char *, size_t, const char *, ...)');
  const buffer = Buffer.alloc(64);
  format(buffer, 64, '%d %s %.2f', ['int', -5], ['const char *', 'x'], ['double', 2.5]);
  expect(buffer.toString('latin1', 0, buffer.indexOf(0))).toBe('-5 x 2.50');
  // The function is called by code, with numbers of both kinds.
  const text = Buffer.from('%d %g\0');
  const list = listOf(
    statements(
      'mov x3, x1; mov x2, x0; mov x0, x3; mov x1, #64; mov w3, #7; fmov d0, #1.5; b extern snprintf',
    ),
    [],
    ['snprintf'],
  );
  const call = build(list).cast('int (const void *format, void *buffer)');
  expect(call(text, buffer)).toBe(5);
  expect(buffer.toString('latin1', 0, 5)).toBe('7 1.5');
});

(isArm64 ? anyTest : anyTest.skip)('koffi calls it in another thread, too', async () => {
  const added = code('add w0, w0, w1; ret');
  const f = dasm.koffi().decode(added.address, dasm.koffi().proto('int (int, int)')) as {
    async: (a: number, b: number, done: (error: unknown, result: number) => void) => void;
  };
  const results = [1, 2, 3].map(
    async x =>
      await new Promise<number>(resolve => {
        f.async(x, 10, (_, result) => {
          resolve(result);
        });
      }),
  );
  expect(await Promise.all(results)).toEqual([11, 12, 13]);
  added.free();
});

/** A function of arguments of these kinds that returns the sum of each times its place in the list. */
function weighted(kinds: readonly string[]): string {
  let [integers, floats, stack] = [0, 0, 0];
  const terms = kinds.map((kind, index) => {
    const isFloat = kind === 'double';
    const isOnStack = (isFloat ? floats : integers) === 8;
    const from = isOnStack ? `[sp, #${stack}]` : isFloat ? `d${floats}` : `x${integers}`;
    if (isOnStack) stack += 8;
    else if (isFloat) floats++;
    else integers++;
    const load = isFloat
      ? isOnStack
        ? `ldr d16, ${from}`
        : `fmov d16, ${from}`
      : isOnStack
        ? `ldr x9, ${from}; scvtf d16, x9`
        : `scvtf d16, ${from}`;
    return `${load}; mov x10, #${index + 1}; scvtf d18, x10; fmadd d17, d16, d18, d17`;
  });
  return `fmov d17, xzr; ${terms.join('; ')}; fmov d0, d17; ret`;
}

const seed = Number(process.env['CALLS_SEED'] ?? Date.now() % 2 ** 31);

test(`arguments of both kinds, in registers and on the stack, of calls and of batch calls (CALLS_SEED=${seed})`, () => {
  const random = randomNumbers(seed);
  for (let round = 0; round < 30; round++) {
    const kinds = Array.from({ length: 1 + random(22) }, () => (random(2) === 0 ? 'int64_t' : 'double'));
    const prototype = `double (${kinds.join(', ')})` as 'double (double)';
    const built = code(weighted(kinds));
    const f = built.cast(prototype) as (...args: readonly unknown[]) => number;
    const rows = Array.from({ length: 3 }, () => kinds.map(() => random(2000) - 1000));
    const expected = rows.map(row => row.reduce((sum, value, index) => sum + value * (index + 1), 0));
    const shown = `CALLS_SEED=${seed}, round ${round}: ${prototype}`;
    expect([shown, ...rows.map(row => f(...row))]).toEqual([shown, ...expected]);
    const map = built.map(prototype) as (...args: readonly unknown[]) => Float64Array;
    const columns = kinds.map((kind, index) => {
      const values = rows.map(row => row[index] ?? 0);
      return kind === 'double' ? Float64Array.from(values) : BigInt64Array.from(values.map(BigInt));
    });
    expect([shown, ...map(new Float64Array(3), ...columns)]).toEqual([shown, ...expected]);
    built.free();
  }
});

/** Typed arrays of batch calls, and what returns an argument of their type. */
const ARRAYS: readonly (readonly [type: string, statements: string, array: ArrayLike<number | bigint>])[] = [
  ['int8_t', 'sxtb w0, w0; ret', Int8Array.of(-128, -1, 0, 127)],
  ['uint8_t', 'ret', Uint8Array.of(0, 1, 128, 255)],
  ['bool', 'ret', Uint8Array.of(0, 1, 1, 0)],
  ['int16_t', 'ret', Int16Array.of(-32768, -1, 0, 32767)],
  ['uint16_t', 'ret', Uint16Array.of(0, 1, 32768, 65535)],
  ['int', 'ret', Int32Array.of(-(2 ** 31), -1, 0, 2 ** 31 - 1)],
  ['unsigned', 'ret', Uint32Array.of(0, 1, 2 ** 31, 2 ** 32 - 1)],
  ['int64_t', 'ret', BigInt64Array.of(-(2n ** 63n), -1n, 0n, 2n ** 63n - 1n)],
  ['void *', 'ret', BigUint64Array.of(0n, 1n, 2n ** 47n, 2n ** 64n - 1n)],
  ['float', 'ret', Float32Array.of(0, -0, Infinity, 1.5)],
  ['double', 'ret', Float64Array.of(0, -0, NaN, 1.1)],
];

for (const [type, text, array] of ARRAYS) {
  test(`batch calls with ${type}`, () => {
    const map = code(text).map(`${type} (${type})` as 'int (int)') as (...args: unknown[]) => unknown;
    const results = new (array.constructor as Int32ArrayConstructor)(array.length);
    map(results, array);
    expect([...results]).toEqual([...(array as Int32Array)]);
    const [, , , last] = array as Int32Array;
    map(results, type === 'bool' ? true : last);
    expect([...results]).toEqual(Array.from({ length: 4 }, () => (type === 'bool' ? 1 : last)));
  });
}
