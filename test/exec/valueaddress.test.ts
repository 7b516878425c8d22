/** Addresses that code refers to, by name and by value. The memory and functions there stay alive with it. */
import { describe, expect, test } from '@jest/globals';
import koffi from 'koffi';
import { Action } from '../../src/encoder/index.ts';
import { dasm, type Callback } from '../../src/exec/index.ts';
import { collectGarbage } from './garbage.ts';
import { cLibrary, isX64 } from './host.ts';
import { APPLY, build, code, FRAME, hex, IDENTITY, listOf, statements } from './machinecode.ts';

const { EXTERN, IMM_D, REL_A } = Action;

/** Code that calls what these actions refer to, and passes its arguments on. */
function callTo(...reference: number[]): number[] {
  // Arguments on the stack are found only from a jump.
  if (!isX64) return [...hex('e9'), ...reference];
  return [
    ...statements(`sub rsp, ${FRAME}`),
    ...hex('e8'),
    ...reference,
    ...statements(`add rsp, ${FRAME}; ret`),
  ];
}

/** `call extern f` */
function calling<const Name extends string>(name: Name) {
  return listOf(callTo(EXTERN, 1, 0), [], [name]);
}

describe('externs are found', () => {
  test('in the C library and the mathematical library', () => {
    expect(build(calling('abs')).cast('int (int)')(-7)).toBe(7);
    expect(build(calling('strlen')).cast('size_t (const char *)')('twelve chars')).toBe(12n);
    expect(build(calling('cos')).cast('double (double)')(0)).toBe(1);
  });

  test('in the options', () => {
    const address: bigint = cLibrary.symbol('labs');
    const identity = code(IDENTITY);
    const twice = dasm.callback('int (int)', x => 2 * x);
    // prettier-ignore
    const cases = [
      [address, 5], [cLibrary.func('int abs(int)'), 5], [identity, -5], [identity.cast('int (int)'), -5], [twice, -10],
    ] as const;
    for (const [value, result] of cases) {
      expect(build(calling('f'), { externs: { f: value } }).cast('int (int)')(-5)).toBe(result);
      expect(build(calling('f'), { externs: () => value }).cast('int (int)')(-5)).toBe(result);
    }
    // What the options do not have is looked up.
    expect(build(calling('abs'), { externs: { f: twice } }).cast('int (int)')(-5)).toBe(5);
    expect(build(calling('abs'), { externs: () => undefined }).cast('int (int)')(-5)).toBe(5);
    expect(() => build(calling('f'), { externs: { f: () => 1 } })).toThrow(
      "the function f has no address: make it a callback, dasm.callback('int (int)', f)",
    );
  });

  test('and stay alive as long as the code', async () => {
    const f = build(calling('f'), { externs: { f: dasm.callback('int (int)', x => x + 1) } }).cast(
      'int (int)',
    );
    const g = build(calling('g'), { externs: { g: code(IDENTITY).cast('int (int)') } }).cast('int (int)');
    await collectGarbage();
    expect([f(41), g(42)]).toEqual([42, 42]);
  });
});

describe('an operand takes the address', () => {
  /** `mov64 rax, &value; mov rax, [rax]; ret` */
  const load = isX64
    ? listOf([...hex('48b8'), IMM_D, IMM_D, ...statements('mov rax, [rax]; ret')], [], [])
    : listOf([...hex('b8'), IMM_D, ...statements('mov edx, [eax+4]; mov eax, [eax]; ret')], [], []);

  function loading(value: unknown): () => bigint {
    const state = dasm.new(load);
    if (isX64) state.put(0, state.low(value), state.high());
    else state.put(0, state.address32(value));
    return state.build().cast('uint64_t ()');
  }

  test('of memory, which stays alive as long as the code', async () => {
    const data = BigUint64Array.of(1n, 2n);
    const shared = new BigUint64Array(new SharedArrayBuffer(8));
    const buffer = Buffer.from('abcdefgh');
    const memory: [unknown, bigint][] = [
      [data, 1n],
      [data.subarray(1), 2n],
      [data.buffer, 1n],
      [new DataView(data.buffer, 8), 2n],
      [buffer, buffer.readBigUInt64LE()],
      [shared, 0n],
      [shared.buffer, 0n],
    ];
    const loads = memory.map(([value]) => loading(value));
    // Nothing but the code refers to this one.
    loads.push(loading(BigUint64Array.of(77n)));
    await collectGarbage();
    expect(loads.map(f => f())).toEqual([...memory.map(([, value]) => value), 77n]);
    data[0] = 2n ** 64n - 1n;
    expect(loads[0]?.()).toBe(2n ** 64n - 1n);
  });

  test('of memory of koffi, of code, of functions', () => {
    const pointer: bigint = koffi.alloc('uint64_t', 1);
    koffi.encode(pointer, 'uint64_t', 99);
    expect(loading(pointer)()).toBe(99n);
    koffi.free(pointer);
    // The first bytes of the code itself.
    const identity = code(IDENTITY);
    const begin = BigInt(Buffer.from(identity.bytes).readUInt32LE());
    expect(loading(identity)() & 0xffffffffn).toBe(begin);
    expect(loading(identity.cast('int (int)'))() & 0xffffffffn).toBe(begin);
  });

  /** `call &value` */
  const call = listOf(callTo(REL_A), [], []);

  function callingAddress(value: unknown): (x: number) => number {
    const state = dasm.new(call);
    state.put(0, state.address(value));
    return state.build().cast('int (int)');
  }

  test('of what can be called, for a relative call', () => {
    const identity = code(IDENTITY);
    const values = [
      identity,
      identity.address,
      identity.cast('int (int)'),
      dasm.callback('int (int)', x => x),
    ];
    expect(values.map(value => callingAddress(value)(3))).toEqual([3, 3, 3, 3]);
  });

  test('and rejects values that have none', () => {
    const freed = code(IDENTITY);
    freed.free();
    // prettier-ignore
    const cases: [unknown, string][] = [
      [undefined, 'undefined has no address'], ['text', "'text' has no address"], [{}, '{} has no address'],
      [() => 1, 'has no address: make it a callback'], [new Uint8Array(0), 'empty or detached memory has no address'],
      [freed, 'freed'],
    ];
    for (const [value, message] of cases) expect(() => callingAddress(value)).toThrow(message);
  });
});

describe('dasm.cast', () => {
  test('takes all values that have an address', () => {
    const identity = code(IDENTITY);
    const abs: bigint = cLibrary.symbol('abs');
    expect(dasm.cast(identity, 'int (int)')(5)).toBe(5);
    expect(dasm.cast(identity.address, 'int (int)')(5)).toBe(5);
    expect(dasm.cast(identity.cast('int (int)'), 'long (long)')(5)).toBe(5n);
    expect(dasm.cast(abs, 'int (*)(int)')(-5)).toBe(5);
    expect(() => dasm.cast(abs, 'int (int)', { checked: true })(0.5)).toThrow('is 0.5');
    const callback = dasm.callback('int (int)', x => x + 1);
    expect(dasm.cast(callback, 'int (int)')(5)).toBe(6);
    const throughCallback = dasm.cast(callback, 'int (int)');
    callback.free();
    expect(() => throughCallback(5)).toThrow('freed');
    for (const number of [1.5, NaN, -5, -5n, 1n << 64n]) {
      expect(() => dasm.cast(number, 'int ()')).toThrow(`${number} is not an address that can be called`);
    }
    expect(() => dasm.cast(null, 'int (int)')).toThrow('a null pointer cannot be called');
  });

  test('keeps the code alive that an address lies in', async () => {
    const f = dasm.cast(code(IDENTITY).address, 'int (int)');
    await collectGarbage();
    expect(f(6)).toBe(6);
  });
});

/** A callback that its own code calls, and that calls that code. */
function makeCircle(): void {
  const callback: Callback = dasm.callback('int64_t (int64_t)', x => (x > 0n ? f(callback, x - 1n) : 0n));
  const f = code(APPLY).cast('int64_t (int64_t (*)(int64_t), int64_t)');
  expect(f(callback, 3n)).toBe(0n);
}

test('callbacks that refer to the code that calls them are collected with it', async () => {
  const before = koffi.stats().callbacks;
  for (let i = 0; i < 50; i++) makeCircle();
  for (let i = 0; i < 20 && koffi.stats().callbacks > before + 5; i++) await collectGarbage();
  expect(koffi.stats().callbacks).toBeLessThanOrEqual(before + 5);
});
