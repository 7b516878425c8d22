/** Functions made by `cast`: conversions, checks of arguments, function pointers, callbacks. */
import { describe, expect, test } from '@jest/globals';
import koffi from 'koffi';
import { dasm, type Callback } from '../../src/exec/index.ts';
import { isWindows, isX64 } from './host.ts';
import { APPLY, code, FLOAT_IDENTITY, IDENTITY } from './machinecode.ts';

/** A case: prototype of the identity function, argument, result. */
// prettier-ignore
const conversions: [string, unknown, unknown][] = [
  ['int32_t (int32_t)',         -5,               -5],
  ['int32_t (int64_t)',         2n ** 32n + 7n,   7],
  ['uint32_t (int32_t)',        -1,               4294967295],
  ['uint8_t (int)',             0x1ff,            255],
  ['int8_t (int)',              0x1ff,            -1],
  ['signed char (int)',         0x80,             -128],
  ['unsigned short (int)',      -1,               65535],
  ['unsigned (unsigned)',       4294967295,       4294967295],
  ['int64_t (int64_t)',         5,                5n],
  ['int64_t (int64_t)',         -5n,              -5n],
  ['int64_t (int64_t)',         2n ** 62n,        2n ** 62n],
  ['uint64_t (int64_t)',        -1,               2n ** 64n - 1n],
  ['long (long)',               3,                3n],
  ['unsigned long long (unsigned long long)', 3, 3n],
  ['size_t (size_t)',           2n ** 31n,        2n ** 31n],
  ['ptrdiff_t (intptr_t)',      -1,               -1n],
  ['void (int)',                3,                undefined],
  ['bool (bool)',               true,             true],
  ['bool (bool)',               false,            false],
  ['void *(void *)',            null,             null],
  ['void *(void *)',            0n,               null],
  ['void *(void *)',            2n ** 31n,        2n ** 31n],
  ['int (void *)',              null,             0],
  ['const char *(const char *)', 'grüße',         'grüße'],
  ['const char *(const char *)', null,            null],
];
// prettier-ignore
if (isX64) conversions.push(
  ['size_t (size_t)',           2n ** 53n,        2n ** 53n],
  ['void *(void *)',            2n ** 63n,        2n ** 63n],
);

/** Where a function finds its first nine arguments, in registers and on the stack. */
const argumentPlaces = !isX64
  ? [4, 8, 12, 16, 20, 24, 28, 32, 36].map(offset => `[esp+${offset}]`)
  : isWindows
    ? ['ecx', 'edx', 'r8d', 'r9d', '[rsp+40]', '[rsp+48]', '[rsp+56]', '[rsp+64]', '[rsp+72]']
    : ['edi', 'esi', 'edx', 'ecx', 'r8d', 'r9d', '[rsp+8]', '[rsp+16]', '[rsp+24]'];

describe('arguments and results are converted', () => {
  test('of integers, pointers and strings', () => {
    const identity = code(IDENTITY);
    const results = conversions.map(([prototype, value]) => [
      prototype,
      value,
      identity.cast(prototype)(value),
    ]);
    expect(results).toEqual(conversions);
  });

  test('of floating-point types', () => {
    const double = code(FLOAT_IDENTITY.double);
    expect(double.cast('double (double x)')(0.1)).toBe(0.1);
    expect(code(FLOAT_IDENTITY.float).cast('float (float x)')(0.1)).toBe(Math.fround(0.1));
    expect(double.cast('double (double x)', { checked: true })(NaN)).toBeNaN();
  });

  test('of memory, which native code changes', () => {
    const increment = code(
      '.prologue; mov CTMP1, CARG1; mov eax, [CTMP1]; add dword [CTMP1], 1; .epilogue',
    ).cast('int (int *p)');
    const values = Int32Array.of(10, 41);
    expect(increment(values.subarray(1))).toBe(41);
    expect([...values]).toEqual([10, 42]);
  });

  test('of any number of arguments', () => {
    for (let count = 0; count <= 9; count++) {
      const parameters = Array.from({ length: count }, () => 'int').join(', ');
      const added = argumentPlaces.slice(0, count).map(place => `add eax, ${place}`);
      const prototype: string = `int (${parameters})`;
      const sum = code(['xor eax, eax', ...added, 'ret'].join('; ')).cast(prototype);
      expect(sum.length).toBe(count);
      expect(sum(...Array.from({ length: count }, (_, i) => i + 1))).toBe((count * (count + 1)) / 2);
      const message = new RegExp(`takes ${count} arguments?, not ${count + 1}$`);
      expect(() => sum(...Array.from({ length: count + 1 }, () => 0))).toThrow(message);
    }
  });
});

/** A case: prototype of the identity function, argument, part of the message. */
// prettier-ignore
const rejected: [string, unknown, string][] = [
  ['int32_t (int32_t x)', 2 ** 31,      'argument 1 (x) of "int32_t (int32_t x)" is 2147483648: int32_t takes integers from -2147483648 to 2147483647'],
  ['int32_t (int32_t)',   -(2n ** 40n), 'is -1099511627776'],
  ['int32_t (int32_t)',   1.5,          'is 1.5'],
  ['int32_t (int32_t)',   NaN,          'is NaN'],
  ['uint32_t (uint32_t)', -1,           'takes integers from 0 to 4294967295'],
  ['int8_t (int8_t)',     128,          'takes integers from -128 to 127'],
  ['char (char)',         -129,         'takes integers from -128 to 127'],
  ['uint16_t (uint16_t)', 65536,        'takes integers from 0 to 65535'],
  ['int64_t (int64_t)',   2n ** 63n,    'takes integers from -9223372036854775808 to 9223372036854775807'],
  ['int64_t (int64_t)',   2 ** 60,      'and a bigint beyond 2**53'],
  ['uint64_t (uint64_t)', -1n,          'takes integers from 0 to 18446744073709551615'],
  ['int (int)',           '7',          'is "7"'],
  ['int (int)',           undefined,    'is undefined'],
  ['bool (bool)',         1,            'bool takes true or false'],
  ['float (float)',       1e39,         'float takes magnitudes up to 3.4e38'],
  ['double (double)',     2n ** 53n + 1n, 'double does not hold it exactly'],
  ['double (double)',     '1',          'double takes a number'],
  ['void *(void *)',      -1,           'an address takes integers from 0 to'],
  ['void *(void *)',      1.5,          'an address takes integers from 0 to'],
  ['void *(void *)',      undefined,    'void * takes null for no address'],
  ['int (const char *s)', 'a\0b',       'a C string ends at its first NUL character'],
];
// prettier-ignore
const accepted: [string, unknown][] = [
  ['int32_t (int32_t)',   -(2 ** 31)], ['uint32_t (uint32_t)', 4294967295], ['int64_t (int64_t)', -(2n ** 63n)],
  ['uint64_t (uint64_t)', 2n ** 64n - 1n], ['int (int)', 7n], ['void *(void *)', null], ['void *(void *)', 4096],
  ['int (void *)',        new Uint8Array(4)], ['int (const char *)', 'ab'], ['int (bool)', true],
];

test('checked functions reject what does not fit', () => {
  const identity = code(IDENTITY);
  for (const [prototype, value, message] of rejected) {
    expect(() => identity.cast(prototype, { checked: true })(value)).toThrow(message);
  }
  for (const [prototype, value] of accepted) identity.cast(prototype, { checked: true })(value);
});

describe('functions and callbacks', () => {
  test('functions have a name, a length and a text', () => {
    const named = code(IDENTITY).cast('int32_t twice(int32_t x)');
    expect([named.name, named.length]).toEqual(['twice', 1]);
    expect(String(named)).toMatch(/^int32_t twice\(int32_t x\) \{ \[native code at 0x[0-9a-f]+\] \}$/);
  });

  test('function pointers take callbacks, code, addresses, functions', () => {
    const apply = code(APPLY).cast('int64_t (int64_t (*f)(int64_t), int64_t x)');
    const identity = code(IDENTITY).cast('int64_t (int64_t)');
    using double = dasm.callback('int64_t (int64_t)', x => x * 2n);
    expect(apply(double, 21)).toBe(42n);
    expect(apply(double.address, 2n ** 60n)).toBe(2n ** 61n);
    expect(apply(identity, 3)).toBe(3n);
    // Given 5, koffi would hand a number to the function.
    expect(apply(x => x + 1n, 5)).toBe(6n);
    double.free();
    expect(() => apply(double, 1)).toThrow('has been freed');
    expect(() => double.address).toThrow('the callback has been freed');
    double.free();
  });

  test('calls nest: JavaScript, native, JavaScript, native', () => {
    const apply = code(APPLY).cast('int64_t (void *f, int64_t x)');
    const factorial: Callback = dasm.callback('int64_t (int64_t)', n =>
      n <= 1n ? 1n : n * apply(factorial.address, n - 1n),
    );
    expect(apply(factorial.address, 20)).toBe(2432902008176640000n);
  });

  test('what a callback throws is thrown to the JavaScript caller', () => {
    const apply = code(APPLY).cast('int64_t (int (*f)(int), int64_t x)');
    const thrown = new RangeError('from inside');
    let caught: unknown;
    try {
      apply(() => {
        throw thrown;
      }, 1);
    } catch (error) {
      caught = error;
    }
    expect(caught).toBe(thrown);
  });

  test.each([
    [
      2 ** 31,
      RangeError,
      'the result of a callback is 2147483648: int takes integers from -2147483648 to 2147483647',
    ],
    ['a', RangeError, 'the result of a callback is "a": int takes integers'],
    [undefined, TypeError, 'the result of a callback is undefined: int takes integers'],
  ])('a result of a callback that does not fit: %p', (value, error, message) => {
    const apply = code(APPLY).cast('int (int (*f)(int), int64_t x)');
    using kept = dasm.callback('int (int)', () => value as number);
    for (const f of [() => value as number, kept]) {
      expect(() => apply(f, 1)).toThrow(error);
      expect(() => apply(f, 1)).toThrow(message);
    }
  });

  test('a callback may free itself', () => {
    const apply = code(APPLY).cast('int64_t (void *f, int64_t x)');
    const once: Callback = dasm.callback('int64_t (int64_t)', x => {
      once.free();
      return x + 1n;
    });
    expect(apply(once.address, 1)).toBe(2n);
    expect(() => once.address).toThrow('freed');
  });

  test('callbacks are limited in number, and free gives them back', () => {
    const callbacks: Callback[] = [];
    // Other tests of this process may have some.
    const before = koffi.stats().callbacks;
    expect(() => {
      for (;;) callbacks.push(dasm.callback('void ()', () => undefined));
    }).toThrow(/At most 8192 can be in use/);
    expect(before + callbacks.length).toBe(8192);
    for (const callback of callbacks) callback.free();
    dasm.callback('void ()', () => undefined).free();
  });
});

test('a getter of an argument may call other functions', () => {
  koffi.struct('getter_pair', { x: 'int', y: 'int' });
  const load = code('.prologue; mov CTMP1, CARG1; mov eax, [CTMP1]; .epilogue').cast('int (void *)');
  const seven = code('mov eax, 7; ret').cast('int ()');
  const called: number[] = [];
  const value = {
    get x() {
      called.push(seven());
      return 5;
    },
    y: 6,
  };
  expect(load(koffi.as(value, 'getter_pair *') as never)).toBe(5);
  expect(called).toEqual([7]);
});
