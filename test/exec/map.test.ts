/** Batch calls: `code.map`. */
import { expect, test } from '@jest/globals';
import { dasm, FaultError } from '../../src/exec/index.ts';
import { asm } from '../../src/index.ts';
import { randomNumbers } from '../seededrandom.ts';
import { isLinux, isWindows, testIf } from './host.ts';
import { FRAME } from './machinecode.ts';

const add = asm.x64`addsd xmm0, xmm1; ret`;
const hypotenuse = add.map('double (double x, double y)');

test('each argument is an array or a constant', () => {
  const xs = Float64Array.of(1, 2, 3);
  const results = new Float64Array(3);
  expect(hypotenuse(results, xs, Float64Array.of(10, 20, 30))).toBe(results);
  expect([...results]).toEqual([11, 22, 33]);
  expect([...hypotenuse(results, xs, 0.5)]).toEqual([1.5, 2.5, 3.5]);
  expect([...hypotenuse(results, 1, 2)]).toEqual([3, 3, 3]);
  // In place.
  expect(hypotenuse(xs, xs, xs)).toBe(xs);
  expect([...xs]).toEqual([2, 4, 6]);
});

/** What a type's array is, what returns the first argument of such a type, and values. */
const TYPES: readonly (readonly [
  type: string,
  array: () => object,
  code: string,
  values: readonly unknown[],
])[] = [
  ['int8_t', () => new Int8Array(4), 'movsx eax, CARG1b; ret', [-128, -1, 0, 127]],
  ['uint8_t', () => new Uint8Array(4), 'movzx eax, CARG1b; ret', [0, 1, 128, 255]],
  ['bool', () => new Uint8Array(4), 'movzx eax, CARG1b; ret', [0, 1, 1, 0]],
  ['int16_t', () => new Int16Array(4), 'movsx eax, CARG1w; ret', [-32768, -1, 0, 32767]],
  ['uint16_t', () => new Uint16Array(4), 'movzx eax, CARG1w; ret', [0, 1, 32768, 65535]],
  ['int', () => new Int32Array(4), 'mov eax, CARG1d; ret', [-(2 ** 31), -1, 0, 2 ** 31 - 1]],
  ['unsigned', () => new Uint32Array(4), 'mov eax, CARG1d; ret', [0, 1, 2 ** 31, 2 ** 32 - 1]],
  ['int64_t', () => new BigInt64Array(4), 'mov rax, CARG1; ret', [-(2n ** 63n), -1n, 0n, 2n ** 63n - 1n]],
  ['size_t', () => new BigUint64Array(4), 'mov rax, CARG1; ret', [0n, 1n, 2n ** 63n, 2n ** 64n - 1n]],
  ['void *', () => new BigUint64Array(4), 'mov rax, CARG1; ret', [0n, 1n, 2n ** 47n, 2n ** 64n - 1n]],
  ['float', () => new Float32Array(4), 'ret', [0, -0, Infinity, Math.fround(1.1)]],
  ['double', () => new Float64Array(4), 'ret', [0, -0, NaN, 1.1]],
];

test.each(TYPES)('%s', (type, array, code, values) => {
  const text = `.include <dynasm/abi>\n${code}`;
  const template = Object.assign([text], { raw: [text] });
  const map = asm.x64(template as never).map(`${type} (${type} x)` as never) as (
    ...args: unknown[]
  ) => unknown;
  const source = array() as Float64Array;
  source.set(values as never);
  const results = array() as Float64Array;
  expect(map(results, source)).toBe(results);
  expect([...results]).toEqual([...source]);
  for (const value of values) {
    const constant = type === 'bool' ? value === 1 : value;
    map(results, constant);
    expect([...results]).toEqual([value, value, value, value]);
  }
});

const INTEGER_REGISTERS = isWindows ? ['rcx', 'rdx', 'r8', 'r9'] : ['rdi', 'rsi', 'rdx', 'rcx', 'r8', 'r9'];
const FLOAT_COUNT = isWindows ? 4 : 8;

const seed = Number(process.env['MAP_SEED'] ?? Date.now() % 2 ** 31);

test(`arguments of all kinds, in registers and on the stack (MAP_SEED=${seed})`, () => {
  const random = randomNumbers(seed);
  for (let round = 0; round < 60; round++) {
    const kinds = Array.from({ length: 1 + random(14) }, () => (random(2) === 0 ? 'int64_t' : 'double'));
    let [integers, floats, stack] = [0, 0, isWindows ? 40 : 8];
    const statements = kinds.flatMap((kind, index) => {
      const isFloat = kind === 'double';
      // On Windows the place in the list gives the register.
      const used = isWindows ? index : isFloat ? floats++ : integers++;
      const register = isFloat ? `xmm${used}` : INTEGER_REGISTERS[used];
      let from = register;
      if (used >= (isFloat ? FLOAT_COUNT : INTEGER_REGISTERS.length)) {
        from = `[rsp+${stack}]`;
        stack += 8;
      }
      // The sum of the arguments, each times its place.
      return isFloat
        ? [
            `cvttsd2si r10, ${from === register ? from : `qword ${from}`}`,
            `imul r10, r10, ${index + 1}`,
            'add rax, r10',
          ]
        : [`mov r10, ${from}`, `imul r10, r10, ${index + 1}`, 'add rax, r10'];
    });
    const text = `xor eax, eax; ${statements.join('; ')}; ret`;
    const template = Object.assign([text], { raw: [text] });
    const map = asm.x64(template as never).map(`int64_t (${kinds.join(', ')})` as never) as (
      ...args: unknown[]
    ) => BigInt64Array;
    const count = 1 + random(5);
    const expected = new BigInt64Array(count);
    const args = kinds.map((kind, index) => {
      const values = Array.from({ length: count }, () => random(1000));
      const isArray = random(2) === 0;
      values.forEach((value, at) => {
        expected[at]! += BigInt((isArray ? value : values[0]!) * (index + 1));
      });
      if (!isArray) return kind === 'double' ? values[0] : BigInt(values[0]!);
      return kind === 'double' ? Float64Array.from(values) : BigInt64Array.from(values.map(BigInt));
    });
    expect([text, ...map(new BigInt64Array(count), ...args)]).toEqual([text, ...expected]);
  }
});

test('without a result the function is called for each element', () => {
  const seen: number[] = [];
  const callback = dasm.callback('void (int)', x => {
    seen.push(x);
  });
  const each = asm.x64`sub rsp, ${FRAME}; call &${callback}; add rsp, ${FRAME}; ret`.map('void (int x)');
  expect(each(Int32Array.of(1, 2, 3))).toBeUndefined();
  expect(seen).toEqual([1, 2, 3]);
});

test('overlapping arrays: what has been written is read', () => {
  const memory = Float64Array.of(1, 0, 0, 0, 0);
  hypotenuse(memory.subarray(1), memory.subarray(0, 4), 1);
  expect([...memory]).toEqual([1, 2, 3, 4, 5]);
});

test('no elements: nothing is called', () => {
  const crash = asm.x64`ud2`.map('int (int)');
  expect([...crash(new Int32Array(0), new Int32Array(0))]).toEqual([]);
  expect([...crash(new Int32Array(0), 1)]).toEqual([]);
});

test('memory that is shared, and parts of buffers', () => {
  const shared = new Float64Array(new SharedArrayBuffer(32));
  hypotenuse(shared.subarray(1, 3), 1, 2);
  expect([...shared]).toEqual([0, 3, 3, 0]);
});

test('labels, calls inside of calls, and code that is freed', () => {
  const Dst = dasm.new();
  Dst.asm`
  .include <dynasm/abi>
  ->one:
  lea eax, [CARG1+1]
  ret
  ->two:
  lea eax, [CARG1+2]
  ret`;
  const code = Dst.build();
  const two = code.map('int (int)', 'two');
  expect([...two(new Int32Array(2), Int32Array.of(1, 2))]).toEqual([3, 4]);
  const nested = dasm.callback('int (int)', x => two(new Int32Array(1), x)[0]!);
  const outer = asm.x64`sub rsp, ${FRAME}; call &${nested}; add rsp, ${FRAME}; ret`.map('int (int)');
  expect([...outer(new Int32Array(2), Int32Array.of(5, 6))]).toEqual([7, 8]);
  code.free();
  expect(() => two(new Int32Array(1), 1)).toThrow('whose code has been freed');
  expect(() => code.map('int (int)')).toThrow('the code has been freed');
});

testIf(isLinux, 'faults end the process there')('faults', () => {
  const read = asm.x64`mov eax, [rdi]; ret`.map('int (void *)');
  const memory = Int32Array.of(7);
  const addresses = BigUint64Array.of(dasm.address(memory), 0n);
  const results = new Int32Array(2);
  expect(() => read(results, addresses)).toThrow(FaultError);
  expect([...results]).toEqual([7, 0]);
  expect([...read(results, memory)]).toEqual([7, 7]);
});

const detached = new Float64Array(1);
structuredClone(detached.buffer, { transfer: [detached.buffer] });

const f = hypotenuse as (...args: unknown[]) => unknown;
const ERRORS: readonly (readonly [call: () => unknown, message: string])[] = [
  [() => f(), 'takes an array for the results and 2 arguments, not 0 values'],
  [() => f(new Float64Array(1), 1), 'takes an array for the results and 2 arguments, not 2 values'],
  [
    () => f([1], 1, 2),
    'the array for the results of "double (double x, double y)" is an object (Array), expected a Float64Array',
  ],
  [() => f(new Float32Array(1), 1, 2), 'is a Float32Array, expected a Float64Array'],
  [
    () => f(new Float64Array(1), new Int32Array(1), 2),
    'argument 1 (x) of "double (double x, double y)" is a Int32Array, expected a Float64Array',
  ],
  [
    () => f(new Float64Array(2), new Float64Array(3), 2),
    'argument 1 (x) of "double (double x, double y)" has 3 elements, the array for the results has 2',
  ],
  [() => f(new Float64Array(2), '1', 2), 'double takes a number'],
  [() => f(new Float64Array(0), '1', 2), 'double takes a number'],
  [() => f(detached, 1, 2), 'is an array whose memory has been detached'],
  [
    () => f(new Float64Array(1), new DataView(new ArrayBuffer(8)), 2),
    'is a DataView, expected a Float64Array',
  ],
  [
    () => asm.x64`ret`.map('int (int)')(new Int32Array(1), 2 ** 31),
    'takes integers from -2147483648 to 2147483647',
  ],
  [() => asm.x64`ret`.map('void (int)')(1), 'needs an array, whose length says how many calls there are'],
  [
    () => asm.x64`ret`.map('int (const char *)'),
    'a batch call takes integers, floating-point numbers and pointers',
  ],
  [() => asm.x64`ret`.map('int (const char *, ...)'), 'a batch call cannot be variadic'],
  [() => asm.x64`ret`.map('int (nope)' as never), 'unknown type'],
  [() => asm.x64`ret`.map('int (int)', 'nope'), 'there is no label ->nope'],
];

test.each(ERRORS.map(([call, message]) => ({ call, message })))('$message', ({ call, message }) => {
  expect(call).toThrow(message);
});

test('the compiler knows arrays and results', () => {
  const results: Float64Array = hypotenuse(new Float64Array(1), 1, 2);
  expect(results[0]).toBe(3);
  // @ts-expect-error an array of bigints does not hold doubles
  expect(() => hypotenuse(new BigInt64Array(1), 1, 2)).toThrow('expected a Float64Array');
  // @ts-expect-error a text is no double
  expect(() => hypotenuse(new Float64Array(1), 'x', 2)).toThrow('takes a number');
});

test('properties of an array do not deceive', () => {
  const code = asm.x64`
  .include <dynasm/abi>
  lea eax, [CARG1+1]
  ret`;
  const next = code.build().map('int (int x)');
  const long = new Int32Array(4);
  Object.defineProperty(long, 'length', { value: 1_000_000 });
  expect([...next(new Int32Array(4), long)]).toEqual([1, 1, 1, 1]);
  const bytes = new Uint8Array(4);
  Object.defineProperty(bytes, Symbol.toStringTag, { value: 'Int32Array' });
  expect(() => next(new Int32Array(4), bytes as never)).toThrow('is a Uint8Array, expected an Int32Array');
});
