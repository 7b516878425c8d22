/** What programs hand to native code as a pointer: code, callbacks, structures, further arguments. */
import { describe, expect, test } from '@jest/globals';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dasm } from '../../src/exec/index.ts';
import { cLibrary, isWindows, isX64, testIf } from './host.ts';
import { APPLY, code, IDENTITY } from './machinecode.ts';

const koffi = dasm.koffi();

describe('a void pointer', () => {
  test('takes code, functions of cast, callbacks, and all that it took', () => {
    const identity = code(IDENTITY);
    const address = identity.cast('uintptr_t (void *)');
    const f = code(IDENTITY).cast('int (int)');
    using callback = dasm.callback('int64_t (int64_t)', x => x);
    for (const value of [identity, f, callback, identity.address, new Uint8Array(4), null]) {
      expect(address(value)).toBe(dasm.address(value));
    }
    for (const options of [{}, { checked: false }]) {
      const apply = code(APPLY).cast('int64_t (void *f, int64_t x)', options);
      expect([apply(identity, 5), apply(f, 6), apply(callback, 7)]).toEqual([5n, 6n, 7n]);
      expect(() => apply(() => 1, 5)).toThrow(
        "the function (anonymous) has no address: make it a callback, dasm.callback('int (int)', f)",
      );
    }
    // @ts-expect-error other objects are not addresses
    expect(() => address({})).toThrow();
    // @ts-expect-error only a `void *` takes code
    expect(() => identity.cast('int (int *)')(identity)).toThrow();
    callback.free();
    expect(() => address(callback)).toThrow('freed');
  });

  test('may be the result of a callback, and a member of a structure', () => {
    const identity = code(IDENTITY);
    using give = dasm.callback('void *(int64_t)', () => identity);
    expect(code(APPLY).cast('uintptr_t (void *f, int64_t)')(give, 0)).toBe(identity.address);
    koffi.struct('codepointer_holder', { code: 'void *', next: 'codepointer_holder *' });
    const first = code('.prologue; mov CTMP1, CARG1; mov CRET, [CTMP1]; .epilogue').cast(
      'uintptr_t (codepointer_holder *)',
    );
    expect(first({ code: identity, next: null })).toBe(identity.address);
  });
});

describe('dasm.address', () => {
  test('gives a bigint for all that has an address', () => {
    const data = Uint8Array.of(1, 2, 3, 4);
    const identity = code(IDENTITY);
    const at = dasm.address(data);
    expect(dasm.address(data.subarray(2))).toBe(at + 2n);
    expect(dasm.address(data.buffer)).toBe(at);
    expect(dasm.address(new DataView(data.buffer, 1))).toBe(at + 1n);
    expect(typeof dasm.address(Buffer.from('abc'))).toBe('bigint');
    expect(typeof dasm.address(new SharedArrayBuffer(8))).toBe('bigint');
    expect(dasm.address(identity)).toBe(identity.address);
    expect(dasm.address(identity.cast('int ()'))).toBe(identity.address);
    expect([dasm.address(4096), dasm.address(2n ** 64n - 1n), dasm.address(null)]).toEqual([
      4096n,
      2n ** 64n - 1n,
      0n,
    ]);
    const labs: bigint = cLibrary.symbol('labs');
    expect(dasm.cast(dasm.address(labs), 'long (long)')(-5)).toBe(5n);
    expect(dasm.cast(dasm.address(cLibrary.func('int abs(int)')), 'int (int)')(-5)).toBe(5);
  });

  test('refuses all else', () => {
    const freed = code(IDENTITY);
    freed.free();
    // prettier-ignore
    const cases: [unknown, string][] = [
      [-1, 'dasm.address: value is -1, expected an address, 0…2⁶⁴−1'], [2n ** 64n, 'expected an address'], [1.5, 'is 1.5'],
      [undefined, 'dasm.address: value: undefined has no address'], ['text', 'has no address'], [{}, 'has no address'],
      [() => 1, 'make it a callback'], [new Uint8Array(0), 'empty or detached memory has no address'], [freed, 'freed'],
    ];
    for (const [value, message] of cases) expect(() => dasm.address(value as bigint)).toThrow(message);
  });
});

koffi.struct('codepointer_point', { x: 'int', y: 'int' });

testIf(isX64, 'they are not in registers')('structures are passed and returned by value', () => {
  const swap = code('mov rax, CARG1; rol rax, 32; ret').cast('codepointer_point (codepointer_point p)');
  expect(swap({ x: 1, y: 2 })).toEqual({ x: 2, y: 1 });
});

test('structures are passed by pointer', () => {
  const add = code('.prologue; mov CTMP1, CARG1; mov eax, [CTMP1]; add [CTMP1+4], eax; .epilogue').cast(
    'int (codepointer_point *p)',
  );
  expect(add({ x: 3, y: 4 })).toBe(3);
  const memory = koffi.alloc('codepointer_point', 1);
  koffi.encode(memory, 'codepointer_point', { x: 3, y: 4 });
  expect(add(memory)).toBe(3);
  expect(koffi.decode(memory, 'codepointer_point')).toEqual({ x: 3, y: 7 });
  koffi.free(memory);
  const words = Int32Array.of(5, 6);
  expect(add(words)).toBe(5);
  expect([...words]).toEqual([5, 11]);
});

describe('variadic functions', () => {
  const text = Buffer.alloc(200);
  const symbol: bigint = cLibrary.symbol(isWindows ? '_snprintf' : 'snprintf');
  const print = dasm.cast(symbol, 'int snprintf(void *to, size_t size, const char *format, ...)');
  const printed = (...args: unknown[]): string => {
    const length = Number(Reflect.apply(print, undefined, [text, text.length, ...args]));
    return text.toString('utf8', 0, length);
  };

  const other = dasm.cast(cLibrary.symbol('printf'), 'int printf(const char *, ...)');

  test('take types and values', () => {
    expect(print(text, text.length, 'no more')).toBe(7);
    expect(print(text, text.length, '%d %s', ['int', -5], ['const char *', 'five'])).toBe(7);
    expect(text.toString('utf8', 0, 7)).toBe('-5 five');
    expect(printed('%lld %llu', ['int64_t', -(2n ** 63n)], ['uint64_t', 2n ** 64n - 1n])).toBe(
      '-9223372036854775808 18446744073709551615',
    );
    expect(printed('%g %g', ['double', 0.5], ['float', 0.25])).toBe('0.5 0.25');
    expect(printed('%d %d %d %d', ['char', -3], ['short', -4], ['bool', true], ['uint16_t', 65535])).toBe(
      '-3 -4 1 65535',
    );
    expect(printed('%p', ['void *', 0xabcn])).toMatch(/^(?:0x|0+)abc$/i);
    const doubles = Array.from({ length: 12 }, (_, i) => ['double', i + 0.5]);
    expect(printed(doubles.map(() => '%g').join(' '), ...doubles)).toBe(doubles.map(([, x]) => x).join(' '));
    expect(print.length).toBe(3);
  });

  test('of several prototypes do not disturb one another', () => {
    const [int, double] = [
      ['int', 1],
      ['double', 1.5],
    ];
    for (const further of [[int], [int, double], [int]]) {
      expect(Reflect.apply(other, undefined, ['', ...further])).toBe(0);
      expect(printed('%d', int)).toBe('1');
    }
  });

  test('check them', () => {
    // prettier-ignore
    const cases: [unknown[], string][] = [
      [['%d', 5], "argument 4 of \"int snprintf(void *to, size_t size, const char *format, ...)\" is 5, expected a type and a value, as in ['int', 5]"],
      [['%d', ['int']], 'expected a type and a value'],
      [['%d', ['int', 1], 'int'], 'argument 5 of'],
      [['%d', [5, 'int']], 'expected a type and a value'],
      [['%d', ['int', 2 ** 31]], 'is 2147483648: int takes integers from'],
      [['%d', ['int', 1.5]], 'is 1.5'],
      [['%s', ['const char *', 5.5]], 'is 5.5'],
      [['%d', ['nothing', 5]], 'unknown type `nothing`'],
      [['%d', ['int, int', 5]], '`int, int` is not the type of a further argument'],
      [['%d', ['void', 5]], '`void` is not the type of a further argument'],
      [['%d', ['', 5]], '`` is not the type of a further argument'],
      [['%d', ['int (*)(int)', 5n]], 'is not the type of a further argument'],
    ];
    for (const [args, message] of cases) expect(() => printed(...args)).toThrow(message);
    expect(() => Reflect.apply(print, undefined, [text])).toThrow('takes at least 3 arguments, not 1');
    // @ts-expect-error a number is not text
    expect(() => print(text, 200, '%d', ['int', 'x'])).toThrow('is "x"');
    // @ts-expect-error a type is missing
    expect(() => print(text, 200, '%d', 5)).toThrow('expected a type and a value');
  });

  test('are not checked where that is not wanted', () => {
    const unchecked = dasm.cast(symbol, 'int (void *, size_t, const char *, ...)', { checked: false });
    expect(unchecked(text, text.length, '%d', ['int', 2 ** 32])).toBe(1);
    expect(text[0]).toBe(48);
  });
});

test('arguments are checked unless it is turned off, and unchecked ones are cut', () => {
  const identity = code(IDENTITY);
  const checked = identity.cast('int (int)');
  for (const value of [2 ** 32, NaN, 0.5]) expect(() => checked(value)).toThrow(RangeError);
  const unchecked = identity.cast('int (int)', { checked: false });
  expect([2 ** 32, 2 ** 31, NaN, 1.9].map(value => unchecked(value))).toEqual([0, -(2 ** 31), 0, 1]);
});

test('names of types of another copy of koffi are refused with a way out', () => {
  const folder = mkdtempSync(join(tmpdir(), 'dynasm-koffi-'));
  const modules = join(import.meta.dirname, '../../node_modules');
  for (const name of ['koffi', '@koromix']) {
    cpSync(join(modules, name), join(folder, 'node_modules', name), { recursive: true });
  }
  const other = createRequire(join(folder, 'main.js'))('koffi') as typeof koffi;
  try {
    expect(other).not.toBe(koffi);
    const type = other.struct('codepointer_other', { x: 'int', y: 'int' });
    expect(() => code(IDENTITY).cast('int (codepointer_other *)')).toThrow('or define it with dasm.koffi()');
    // The object says all that is needed.
    expect([dasm.sizeOf(type), dasm.offsetOf(type, 'y')]).toEqual([8, 4]);
    expect(() => dasm.offsetOf('codepointer_other', 'y')).toThrow('define it with dasm.koffi()');
  } finally {
    // Windows does not remove a library that is loaded.
    if (!isWindows) rmSync(folder, { recursive: true });
  }
});
