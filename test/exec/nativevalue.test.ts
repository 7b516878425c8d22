/**
 * Values between JavaScript and native code: every scalar type at its limits, in every direction, and the
 * same types as members of structures and unions. A 64-bit integer is a bigint, any smaller one a number.
 */
import { afterEach, describe, expect, test } from '@jest/globals';
import koffi from 'koffi';
import { dasm, type Callback } from '../../src/exec/index.ts';
import { isScalarName, scalarTypes } from '../../src/exec/prototype/scalartype.ts';
import { isWindows, isX64, testIf } from './host.ts';
import { APPLY, code, FLOAT_IDENTITY, IDENTITY } from './machinecode.ts';

/** Calls its first argument with the second as the seventh argument, which is on the stack. */
const APPLY_ON_STACK = !isX64
  ? 'sub esp, 12; push dword [esp+24]; push dword [esp+24]; sub esp, 24; call dword [esp+48]; add esp, 44; ret'
  : isWindows
    ? 'mov rax, rcx; sub rsp, 56; mov [rsp+48], rdx; call rax; add rsp, 56; ret'
    : 'mov rax, rdi; push rsi; call rax; add rsp, 8; ret';

/** Calls its first argument, a function of a float or double, with the second. */
const APPLY_FLOAT = isX64 ? 'movaps CFARG1, CFARG2_1; jmp CARG1' : APPLY;

type AnyFunction = (...args: never[]) => unknown;

/** Casts to a prototype that the compiler does not read. */
function cast(text: string, prototype: string, options = {}): (...args: unknown[]) => unknown {
  return code(text).cast(prototype, options);
}

const made: Callback[] = [];
afterEach(() => {
  for (const callback of made.splice(0)) callback.free();
});

/** The address of a callback that is freed after the test. */
function callback(prototype: string, fn: AnyFunction): bigint {
  const object = dasm.callback(prototype, fn);
  made.push(object);
  return object.address;
}

interface IntegerType {
  readonly bits: number;
  readonly isSigned: boolean;
  readonly isBigInt: boolean;
}

const signed = (bits: number, isBigInt = bits === 64): IntegerType => ({ bits, isSigned: true, isBigInt });
const unsigned = (bits: number, isBigInt = bits === 64): IntegerType => ({ bits, isSigned: false, isBigInt });

/** In bits. */
const [LONG, POINTER] = [8 * koffi.sizeof('long'), 8 * koffi.sizeof('void *')];
const [signedLong, unsignedLong] = [signed(LONG, true), unsigned(LONG, true)];
const [signedPointer, unsignedPointer] = [signed(POINTER, true), unsigned(POINTER, true)];
const wide = isWindows ? unsigned(16) : signed(32);

/** The names that a prototype knows, as C has them on this platform. */
// prettier-ignore
const integers: Readonly<Record<string, IntegerType>> = {
  char: signed(8), 'signed char': signed(8), 'unsigned char': unsigned(8), int8_t: signed(8), uint8_t: unsigned(8),
  short: signed(16), 'short int': signed(16), 'signed short': signed(16), int16_t: signed(16),
  'unsigned short': unsigned(16), 'unsigned short int': unsigned(16), uint16_t: unsigned(16), char16_t: unsigned(16),
  int: signed(32), signed: signed(32), 'signed int': signed(32), int32_t: signed(32), wchar_t: wide,
  unsigned: unsigned(32), 'unsigned int': unsigned(32), uint32_t: unsigned(32), char32_t: unsigned(32),
  long: signedLong, 'long int': signedLong, 'signed long': signedLong, 'long long': signed(64), 'long long int': signed(64),
  'signed long long': signed(64), int64_t: signed(64), intptr_t: signedPointer, ptrdiff_t: signedPointer,
  ssize_t: signedPointer, 'unsigned long': unsignedLong, 'unsigned long int': unsignedLong,
  'unsigned long long': unsigned(64), 'unsigned long long int': unsigned(64), uint64_t: unsigned(64),
  uintptr_t: unsignedPointer, size_t: unsignedPointer,
  // Names of koffi's.
  int8: signed(8), uchar: unsigned(8), int16: signed(16), ushort: unsigned(16), char16: unsigned(16), int32: signed(32),
  uint: unsigned(32), char32: unsigned(32), wchar: wide, int64: signed(64), longlong: signed(64), intptr: signedPointer,
  uint64: unsigned(64), ulong: unsignedLong, ulonglong: unsigned(64), uintptr: unsignedPointer,
  uint16_le: unsigned(16), int64_le: signed(64), uint64_le_t: unsigned(64),
};

test('the table has every scalar type of the prototypes', () => {
  const others = new Set(['void', 'bool', '_Bool', 'float', 'double']);
  expect(Object.keys(scalarTypes).filter(name => !(name in integers) && !others.has(name))).toEqual([]);
  for (const [name, { isBigInt }] of Object.entries(integers)) {
    if (isScalarName(name))
      expect([name, scalarTypes[name][1]]).toEqual([name, isBigInt ? 'bigint' : 'number']);
  }
});

const ONES = 2n ** 64n - 1n;

/** Bits of 64 at which some type has a limit, or JavaScript's numbers have one. */
const patterns: readonly bigint[] = [0n, 1n, ONES - 1n, ONES, 0x0123456789abcdefn].concat(
  [7n, 8n, 15n, 16n, 31n, 32n, 53n, 62n, 63n].flatMap(exponent => {
    const power = 2n ** exponent;
    return [power - 1n, power, power + 1n, ONES - power, ONES - power + 1n];
  }),
);

/** The value of a type whose lowest bits these are. */
function valueOf({ bits, isSigned, isBigInt }: IntegerType, pattern: bigint): number | bigint {
  const value = isSigned ? BigInt.asIntN(bits, pattern) : BigInt.asUintN(bits, pattern);
  return isBigInt ? value : Number(value);
}

/** Takes a type and a function, and returns a function that has native code call it with 64 bits. */
type Caller = (type: string, fn: AnyFunction) => (bits: bigint) => unknown;

const apply = code(APPLY).cast('uint64_t (void *f, uint64_t x)');

const callers: Readonly<Record<string, Caller>> = {
  'a callback'(type, fn) {
    const f = callback(`${type} (${type})`, fn);
    return bits => apply(f, bits);
  },
  'a function that is passed'(type, fn) {
    const f = cast(APPLY, `uint64_t (${type} (*f)(${type}), uint64_t x)`);
    return bits => f(fn, bits);
  },
  'a callback, on the stack'(type, fn) {
    const parameters = `int, int, int, int, int, int, ${type}`;
    const f = callback(`${type} (${parameters})`, (...args) => fn(...args.slice(6)));
    const applyOnStack = cast(APPLY_ON_STACK, 'uint64_t (void *f, uint64_t x)');
    return bits => applyOnStack(f, bits);
  },
  'a callback in a callback'(type, fn) {
    const inner = callback(`${type} (${type})`, fn);
    const outer = callback('uint64_t (uint64_t)', bits => apply(inner, bits));
    return bits => apply(outer, bits);
  },
  'a function whose address a callback gets'(type, fn) {
    const inner = callback(`${type} (${type})`, fn);
    let bits = 0n;
    const outer = callback(`uint64_t (${type} (*f)(${type}))`, address => apply(address, bits));
    return value => {
      bits = value;
      return apply(outer, inner);
    };
  },
};

describe.each(Object.entries(integers))('%s', (name, type) => {
  const expected = patterns.map(pattern => valueOf(type, pattern));
  const cut = (value: unknown): bigint => BigInt.asUintN(type.bits, BigInt(String(value)));

  test.each([{}, { checked: true }])('is result and parameter of a call, %j', options => {
    const result = cast(IDENTITY, `${name} (uint64_t)`, options);
    expect(patterns.map(pattern => result(pattern))).toEqual(expected);
    const parameter = cast(IDENTITY, `uint64_t (${name})`, options);
    expect(expected.map(value => cut(parameter(value)))).toEqual(patterns.map(cut));
  });

  test.each(Object.entries(callers))('is result and parameter of %s', (_, caller) => {
    const got: unknown[] = [];
    const f = caller(name, (value: unknown) => {
      got.push(value);
      return value;
    });
    expect(patterns.map(pattern => cut(f(pattern)))).toEqual(patterns.map(cut));
    expect(got).toEqual(expected);
  });
});

test('bool, float and double', () => {
  const negate = callback('bool (_Bool)', value => !value);
  expect([0n, 1n].map(bits => apply(negate, bits) & 1n)).toEqual([1n, 0n]);
  const doubles = [0, -0, 1 / 3, Number.MAX_VALUE, Number.MIN_VALUE, 2 ** 53 + 2, Infinity, -Infinity, NaN];
  for (const type of ['double', 'float'] as const) {
    const jump = cast(APPLY_FLOAT, `${type} (${type} (*f)(${type}), ${type} x)`, { checked: false });
    const identity = cast(FLOAT_IDENTITY[type], `${type} (${type})`, { checked: false });
    for (const double of doubles) {
      const value = type === 'float' ? Math.fround(double) : double;
      const got: unknown[] = [];
      const back = jump((x: number) => {
        got.push(x);
        return x;
      }, double);
      expect([...got, back, identity(double)]).toEqual([value, value, value]);
    }
  }
});

test('pointers are unsigned bigints, and null for 0', () => {
  const addresses = [0n, 1n, 2n ** 31n, 2n ** 32n, 2n ** 47n, 2n ** 53n + 1n, 2n ** 63n, ONES].filter(
    address => BigInt.asUintN(POINTER, address) === address,
  );
  const expected = addresses.map(address => (address === 0n ? null : address));
  for (const type of [
    'void *',
    'int *',
    'uint64_t *',
    'char **',
    'void **',
    'sweep_pair *',
    'sweep_receiver *',
  ]) {
    const identity = cast(IDENTITY, `${type} (uint64_t)`);
    expect(addresses.map(address => identity(address))).toEqual(expected);
    const parameter = cast(IDENTITY, `uintptr_t (${type})`);
    expect(expected.map(address => parameter(address))).toEqual(addresses);
    const got: unknown[] = [];
    const f = callback(`${type} (${type})`, address => {
      got.push(address);
      return address;
    });
    expect(addresses.map(address => BigInt.asUintN(POINTER, apply(f, address)))).toEqual(addresses);
    expect(got).toEqual(expected);
  }
});

test('strings of wide characters', () => {
  // (An empty string of 32-bit characters comes from koffi as null.)
  const texts = ['grüße', '\u{1f600}\uffff', null];
  for (const type of ['char16_t *', 'char32_t *', 'wchar_t *']) {
    const identity = cast(IDENTITY, `const ${type}(const ${type})`);
    expect(texts.map(text => identity(text))).toEqual(texts);
  }
});

test('a character is refused by a checked function if it does not fit', () => {
  const identity = code(IDENTITY).cast('char16_t (char16_t c)', { checked: true });
  expect(() => identity(-1)).toThrow(
    'argument 1 (c) of "char16_t (char16_t c)" is -1: char16_t takes integers from 0 to 65535',
  );
  expect(() => identity(65536)).toThrow('from 0 to 65535');
});

// Structures.

koffi.struct('sweep_pair', { low: 'uint64_t', high: 'int64_t' });
koffi.proto('uint64_t sweep_receiver(uint64_t x, char16_t c)');
koffi.struct('sweep_operations', { receive: 'sweep_receiver *' });
koffi.union('sweep_union', { u: 'uint64_t', i: 'int64_t', c: 'char16_t', d: 'double' });
koffi.struct('sweep_scalars', {
  u8: 'uint8_t',
  i8: 'char',
  c16: 'char16_t',
  i16: 'int16_t',
  c32: 'char32_t',
  i32: 'int32_t',
  u64: 'uint64_t',
  i64: 'int64_t',
  size: 'size_t',
  long: 'long',
});
koffi.struct('sweep_all', {
  one: 'sweep_scalars',
  two: koffi.array('sweep_scalars', 2),
  words: koffi.array('int64_t', 2),
  unsignedWords: koffi.array('uint64_t', 2, 'Array'),
  units: koffi.array('char16_t', 4, 'Array'),
  typedUnits: koffi.array('char16_t', 4, 'Typed'),
  typedPoints: koffi.array('char32_t', 2, 'Typed'),
  point: 'void *',
});
const SIZE = koffi.sizeof('sweep_all');

const scalars = (bits: bigint): object => ({
  u8: valueOf(unsigned(8), bits),
  i8: valueOf(signed(8), bits),
  c16: valueOf(unsigned(16), bits),
  i16: valueOf(signed(16), bits),
  c32: valueOf(unsigned(32), bits),
  i32: valueOf(signed(32), bits),
  u64: valueOf(unsigned(64), bits),
  i64: valueOf(signed(64), bits),
  size: valueOf(unsignedPointer, bits),
  long: valueOf(signedLong, bits),
});

/** What native code has as bytes that are all the same. */
function allOf(byte: number): object {
  const bits = BigInt(`0x${byte.toString(16).padStart(2, '0').repeat(8)}`);
  const unit = Number(bits & 0xffffn);
  const one = scalars(bits);
  return {
    one,
    two: [one, one],
    words: BigInt64Array.of(bits, bits),
    unsignedWords: [bits, bits],
    units: [unit, unit, unit, unit],
    typedUnits: Uint16Array.of(unit, unit, unit, unit),
    typedPoints: Uint32Array.of(Number(bits & 0xffffffffn), Number(bits & 0xffffffffn)),
    point: bits === 0n ? null : BigInt.asUintN(POINTER, bits),
  };
}
const bytesToTry = [0, 1, 0x7f, 0x80, 0xfe, 0xff];

/** Copies a `sweep_all` between these places; from the stack as it is after two pushes. */
const copy = (to: string, from: string): string =>
  isX64
    ? `push rdi; push rsi; mov rax, ${to}; mov rsi, ${from}; mov rdi, rax; mov ecx, ${SIZE}; rep; movsb; pop rsi; pop rdi`
    : `push edi; push esi; mov edi, ${to}; mov esi, ${from}; mov ecx, ${SIZE}; rep; movsb; pop esi; pop edi`;

/** `sweep_all (void *bytes)`: the caller gives the address of the result as a first argument. */
const RESULT = isX64
  ? `${copy('CARG1', 'CARG2')}; ret`
  : `${copy('[esp+12]', '[esp+16]')}; mov eax, [esp+4]; ret 4`;

const SPACE = Math.ceil(SIZE / 16) * 16;
/** `void (void (*f)(sweep_all), void *bytes)` */
const PASS = !isX64
  ? `push ebp; mov ebp, esp; push edi; push esi; sub esp, ${SPACE}; mov edi, esp; mov esi, [ebp+12]; mov ecx, ${SIZE}
     rep; movsb; call dword [ebp+8]; lea esp, [ebp-8]; pop esi; pop edi; pop ebp; ret`
  : isWindows
    ? 'mov rax, rcx; mov rcx, rdx; jmp rax'
    : `push rbx; mov rbx, rdi; sub rsp, ${SPACE}; mov rdi, rsp; mov ecx, ${SIZE}; rep; movsb; call rbx; add rsp, ${SPACE}
       pop rbx; ret`;

/** `void (sweep_all *, void *out)` */
const BY_POINTER = `${isX64 ? copy('CARG2', 'CARG1') : copy('[esp+16]', '[esp+12]')}; ret`;
/** `void (sweep_all, void *out)`. On Windows the caller passes a pointer to a copy. */
const BY_VALUE = !isX64
  ? `push edi; push esi; lea esi, [esp+12]; mov edi, [esp+${12 + SIZE}]; mov ecx, ${SIZE}; rep; movsb; pop esi; pop edi; ret`
  : isWindows
    ? BY_POINTER
    : `lea rsi, [rsp+8]; mov ecx, ${SIZE}; rep; movsb; ret`;
/** `void *(sweep_all (*f)(), void *out)`. On x86 a function pops the address of its result. */
const RETURNED = isX64
  ? APPLY
  : 'push ebp; mov ebp, esp; sub esp, 4; push dword [ebp+12]; call dword [ebp+8]; leave; ret';

describe('members of structures', () => {
  test('in a result', () => {
    const result = cast(RESULT, 'sweep_all (void *bytes)');
    for (const byte of bytesToTry) expect(result(Buffer.alloc(SIZE, byte))).toEqual(allOf(byte));
  });

  test('in an argument of a callback', () => {
    const pass = cast(PASS, 'void (void (*f)(sweep_all), void *bytes)');
    for (const byte of bytesToTry) {
      const got: unknown[] = [];
      pass(
        (value: unknown) => {
          got.push(value);
        },
        Buffer.alloc(SIZE, byte),
      );
      expect(got).toEqual([allOf(byte)]);
    }
  });

  test('in an argument, by value and by pointer, and in the result of a callback', () => {
    const byValue = cast(BY_VALUE, 'void (sweep_all, void *out)');
    const byPointer = cast(BY_POINTER, 'void (sweep_all *, void *out)');
    const returned = cast(RETURNED, 'void *(sweep_all (*f)(), void *out)');
    for (const byte of bytesToTry) {
      const value = allOf(byte);
      const outs = [0, 1, 2].map(() => new Uint8Array(SIZE));
      byValue(value, outs[0]);
      byPointer(value, outs[1]);
      returned(() => value, outs[2]);
      // Only padding may differ, so each is read again.
      for (const out of outs) {
        const result = cast(RESULT, 'sweep_all (void *bytes)');
        expect(result(out)).toEqual(value);
      }
    }
  });

  testIf(isX64 && !isWindows, 'only System V has them there')('in registers', () => {
    const pair = cast('mov rax, rdi; mov rdx, rsi; ret', 'sweep_pair (uint64_t, uint64_t)');
    const apply = code('mov rax, rdi; mov rdi, rsi; mov rsi, rdx; sub rsp, 8; call rax; add rsp, 8; ret');
    const pass = apply.cast('sweep_pair (sweep_pair (*f)(sweep_pair), uint64_t, uint64_t)' as string);
    for (const low of patterns) {
      const value = { low, high: BigInt.asIntN(64, ~low) };
      const got: unknown[] = [];
      const same = (x: unknown): unknown => {
        got.push(x);
        return x;
      };
      expect([pair(low, ~low & ONES), pass(same, low, ~low & ONES), ...got]).toEqual([value, value, value]);
    }
  });

  testIf(isX64, 'they are not in registers')('of unions', () => {
    const union = cast(IDENTITY, 'sweep_union (uint64_t)');
    const parameter = cast(IDENTITY, 'uint64_t (sweep_union)');
    const pass = cast(APPLY, 'uint64_t (sweep_union (*f)(sweep_union), uint64_t)');
    interface Union {
      u: bigint;
      i: bigint;
      c: number;
    }
    const read = ({ u, i, c }: Union): unknown[] => [u, i, c];
    for (const bits of patterns) {
      const expected = [bits, BigInt.asIntN(64, bits), Number(bits & 0xffffn)];
      const value = union(bits) as Union;
      expect(read(value)).toEqual(expected);
      expect(parameter(value)).toBe(bits);
      // From now on koffi gives only this member.
      value.u = 5n;
      expect([value.u, parameter(value)]).toEqual([5n, 5n]);
      const got: unknown[] = [];
      const back = pass((x: Union) => {
        got.push(...read(x));
        return x;
      }, bits);
      expect([...got, back]).toEqual([...expected, bits]);
    }
  });
});

test("function pointers of koffi's types, as parameters and as members", () => {
  const take = cast(APPLY, 'uint64_t (sweep_receiver *f, uint64_t x)');
  const takeMember = cast(APPLY, 'uint64_t (sweep_operations o, uint64_t x)');
  const behind = isX64 ? 'mov CARG1, [CARG1]' : 'mov eax, [esp+4]; mov eax, [eax]; mov [esp+4], eax';
  const takeBehind = cast(`${behind}; ${APPLY}`, 'uint64_t (sweep_operations *o, uint64_t x)');
  const got: unknown[] = [];
  const same = (x: bigint): bigint => {
    got.push(x);
    return x;
  };
  using callback = dasm.callback('uint64_t (uint64_t)', same);
  for (const value of [same, callback, callback.address]) {
    const operations = { receive: value };
    expect([take(value, ONES), takeMember(operations, ONES), takeBehind(operations, ONES)]).toEqual([
      ONES,
      ONES,
      ONES,
    ]);
    expect(operations).toEqual({ receive: value });
  }
  expect(got).toEqual(Array.from({ length: 9 }, () => ONES));
  callback.free();
  expect(() => takeMember({ receive: callback }, 1)).toThrow('has been freed');
});
