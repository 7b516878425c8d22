/**
 * The checks of what is inside of arguments: structures, unions, arrays, pointers. koffi is not called here,
 * as it would end the process for most of these values; abuse.test.ts calls it.
 */
import { describe, expect, test } from '@jest/globals';
import { dasm } from '../../src/exec/index.ts';
import { argumentCheck, describeArgument } from '../../src/exec/prototype/check.ts';
import { code } from './machinecode.ts';

const koffi = dasm.koffi();
koffi.struct('vc_point', { x: 'int', y: 'float' });
koffi.union('vc_union', { i: 'int', s: 'const char *', p: 'vc_point' });
koffi.union('vc_single', { n: 'uint8_t' });
koffi.opaque('vc_opaque');
koffi.struct('vc_list', { value: 'int', next: 'vc_list *' });
koffi.struct('vc_all', {
  ints: koffi.array('int', 3),
  chars: koffi.array('char', 4),
  units: koffi.array('char16_t', 3),
  rows: koffi.array(koffi.array('int8_t', 2), 2),
  points: koffi.array('vc_point', 2),
  flag: 'bool',
  wide: 'char16_t',
  text: 'const char *',
  memory: 'void *',
  bytes: 'uint8_t *',
  texts: 'char **',
  hidden: 'vc_opaque *',
  point: 'vc_point',
  pointer: 'vc_point *',
  f: koffi.pointer(koffi.proto('int (int)')),
  u: 'vc_union',
});

/** Checks a value as the argument of `int (type p)`. */
function check(type: string, value: unknown): unknown {
  return argumentCheck(describeArgument(0, 'p', 'f'), { text: type, type: koffi.type(type) })(value);
}

const detached = new Int32Array(2);
structuredClone(detached, { transfer: [detached.buffer] });

const f = (): number => 1;

/** What is wrong, by the class of the error and its message behind `argument 1 (`. */
const WRONG: readonly (readonly [type: string, value: unknown, error: typeof Error, message: RegExp])[] = [
  [
    'vc_point',
    { x: {} },
    TypeError,
    /^p\.x\) of "f" is {}: int takes integers from -2147483648 to 2147483647$/,
  ],
  ['vc_point', { x: 'a' }, RangeError, /^p\.x\) of "f" is "a": int takes/],
  ['vc_point', { x: 1.5 }, RangeError, /^p\.x\) of "f" is 1\.5: int/],
  ['vc_point', { x: 1, y: 1e300 }, RangeError, /^p\.y\) of "f" is 1e\+300: float takes magnitudes/],
  ['vc_point', { x: null }, TypeError, /^p\.x\) of "f" is null: int/],
  [
    'vc_point',
    { X: 1 },
    TypeError,
    /^p\) of "f" is { X: 1 }: vc_point takes an object with the members x, y$/,
  ],
  ['vc_point', new Map(), TypeError, /takes an object with the members x, y$/],
  ['vc_point', [1, 2], TypeError, /takes an object/],
  ['vc_point', new Int32Array(2), TypeError, /takes an object/],
  ['vc_point', null, TypeError, /takes an object/],
  ['vc_point', () => 1, TypeError, /takes an object/],
  ['vc_point *', { x: true }, TypeError, /^p\.x\) of "f" is true/],
  ['vc_point *', [{ x: 1 }, { x: [] }], TypeError, /^p\[1\]\.x\) of "f" is \[\]/],
  ['vc_point *', [{ x: 1 }, undefined], TypeError, /^p\[1\]\) of "f" is undefined: vc_point takes an object/],
  ['vc_point *', code('ret'), TypeError, /takes an object/],
  [
    'vc_point *',
    Symbol('s'),
    TypeError,
    /is Symbol\(s\): vc_point \* takes an address, null, memory, an array or an object$/,
  ],
  ['vc_point *', detached, TypeError, /its memory has been detached$/],
  ['vc_point *', detached.buffer, TypeError, /its memory has been detached$/],
  [
    'vc_all *',
    { ints: [1, 2, 3, 4] },
    RangeError,
    /^p\.ints\) of "f" is \[ 1, 2, 3, \.\.\. 1 more item \]: int\[3\] takes up to 3 elements, not 4$/,
  ],
  ['vc_all *', { ints: [1, 2n ** 31n] }, RangeError, /^p\.ints\[1\]\) of "f" is 2147483648: int takes/],
  [
    'vc_all *',
    { ints: new Float64Array(1) },
    TypeError,
    /int\[3\] takes an array or Int32Array of up to 3 elements, or bytes$/,
  ],
  ['vc_all *', { ints: new Uint8Array(13) }, RangeError, /int\[3\] has 12 bytes, not 13$/],
  ['vc_all *', { ints: 'abc' }, TypeError, /^p\.ints\) of "f" is "abc"/],
  ['vc_all *', { ints: {} }, TypeError, /^p\.ints\) of "f" is {}/],
  [
    'vc_all *',
    { chars: 'abcd' },
    RangeError,
    /^p\.chars\) of "f" is "abcd": char\[4\] takes texts of up to 3 bytes$/,
  ],
  ['vc_all *', { chars: 'äö' }, RangeError, /texts of up to 3 bytes$/],
  ['vc_all *', { chars: 'a\0' }, RangeError, /a C string ends at its first NUL character$/],
  ['vc_all *', { units: 'abc' }, RangeError, /texts of up to 4 bytes$/],
  [
    'vc_all *',
    {
      rows: [
        [1, 2],
        [3, 400],
      ],
    },
    RangeError,
    /^p\.rows\[1\]\[1\]\) of "f" is 400: int8_t takes/,
  ],
  ['vc_all *', { points: [{ x: 1 }, { x: '' }] }, RangeError, /^p\.points\[1\]\.x\) of "f" is ""/],
  ['vc_all *', { flag: 1 }, RangeError, /^p\.flag\) of "f" is 1: bool takes true or false$/],
  ['vc_all *', { wide: -1 }, RangeError, /^p\.wide\) of "f" is -1: char16_t takes integers from 0 to 65535$/],
  ['vc_all *', { text: 'a\0b' }, RangeError, /^p\.text\) of "f" is "a\\u0000b": a C string ends/],
  [
    'vc_all *',
    { text: ['a'] },
    TypeError,
    /^p\.text\) of "f" is \[ 'a' \]: char \* takes an address, null or memory$/,
  ],
  [
    'vc_all *',
    { memory: {} },
    TypeError,
    /^p\.memory\) of "f" is {}: void \* takes an address, null, memory or code$/,
  ],
  ['vc_all *', { memory: -1 }, RangeError, /^p\.memory\) of "f" is -1: an address takes/],
  ['vc_all *', { bytes: [1, 256] }, RangeError, /^p\.bytes\[1\]\) of "f" is 256: uint8_t takes/],
  ['vc_all *', { bytes: () => 1 }, TypeError, /^p\.bytes\) of "f" is \[Function/],
  ['vc_all *', { texts: ['a', 'b\0'] }, RangeError, /^p\.texts\[1\]\) of "f"/],
  [
    'vc_all *',
    { texts: [undefined] },
    TypeError,
    /^p\.texts\[0\]\) of "f" is undefined: char \* takes null for no address$/,
  ],
  ['vc_all *', { hidden: [1] }, TypeError, /^p\.hidden\)/],
  ['vc_all *', { point: { y: 'a' } }, RangeError, /^p\.point\.y\) of "f"/],
  ['vc_all *', { pointer: { y: 'a' } }, RangeError, /^p\.pointer\.y\) of "f"/],
  ['vc_all *', { f: {} }, TypeError, /^p\.f\) of "f" is {}: .* takes an address, null, a function or code$/],
  ['vc_all *', { u: { i: 'a' } }, RangeError, /^p\.u\.i\) of "f" is "a"/],
  [
    'vc_all *',
    { u: { i: 1, s: 'a' } },
    TypeError,
    /^p\.u\) of "f" .* vc_union takes an object with one of the members i, s, p$/,
  ],
  ['vc_union', {}, TypeError, /one of the members i, s, p$/],
  ['vc_union', { q: 1 }, TypeError, /one of the members i, s, p$/],
  ['vc_union *', { p: { x: {} } }, TypeError, /^p\.p\.x\) of "f"/],
  ['int *', [1, undefined, 3], TypeError, /^p\[1\]\) of "f" is undefined: int takes/],
  [
    'int *',
    Object.assign([], { length: 2 ** 25 }),
    RangeError,
    /int \* takes up to 16777216 elements, not 33554432; typed arrays may have more$/,
  ],
  ['int **', [[1], ['a']], RangeError, /^p\[1\]\[0\]\) of "f" is "a"/],
  ['void *', [1], TypeError, /void \* takes an address, null, memory or code$/],
  ['void *', undefined, TypeError, /void \* takes null for no address$/],
  ['char *', Symbol.iterator, TypeError, /char \* takes an address, null or memory$/],
];

test.each(WRONG.map((row, index) => [index, ...row] as const))(
  'row %i: %s',
  (_, type, value, error, message) => {
    let thrown: unknown;
    try {
      check(type, value);
    } catch (caught) {
      thrown = caught;
    }
    expect(thrown).toBeInstanceOf(error);
    const [, text] = /^argument 1 \((.*)$/s.exec((thrown as Error).message) ?? [];
    expect(text).toMatch(message);
  },
);

describe('what is right', () => {
  test('is copied, and read once', () => {
    let reads = 0;
    const point = {
      get x() {
        reads++;
        return 7;
      },
      other: 'of the program',
    };
    const all = { ints: [1, 2], points: [point], texts: ['a', null], u: { s: 'text' }, pointer: point };
    expect(check('vc_all *', all)).toEqual({
      ints: [1, 2],
      points: [{ x: 7 }],
      texts: ['a', null],
      u: { s: 'text' },
      pointer: { x: 7 },
    });
    expect(reads).toBe(2);
    expect(check('vc_point', {})).toEqual({});
    expect(check('vc_point', Object.create({ x: 1 }))).toEqual({ x: 1 });
    expect(check('vc_point', new Proxy({ x: 1 }, {}))).toEqual({ x: 1 });
  });

  test('memory and addresses stay as they are', () => {
    const memory = new Uint8Array(4);
    for (const value of [memory, memory.buffer, new DataView(memory.buffer), 16n, 16, null]) {
      expect(check('vc_point *', value)).toBe(value);
      expect(check('void *', value)).toBe(value);
    }
    expect(check('vc_all *', { f, memory: f, ints: memory })).toEqual({ f, memory: f, ints: memory });
    expect(check('int *', new Int32Array(0))).toHaveLength(0);
    const shared = new SharedArrayBuffer(8);
    expect((check('int *', shared) as Uint8Array).buffer).toBe(shared);
  });

  test('errors of getters and of proxies are those of the program', () => {
    const mine = new Error('mine');
    const fail = (): never => {
      throw mine;
    };
    expect(() => check('vc_point', Object.defineProperty({}, 'x', { get: fail }))).toThrow(mine);
    expect(() => check('vc_point *', new Proxy({}, { get: fail }))).toThrow(mine);
    expect(() => check('int *', Object.defineProperty([1], 0, { get: fail }))).toThrow(mine);
  });
});

test('objects that point to one another', () => {
  const list = (length: number): object | null =>
    length === 0 ? null : { value: length, next: list(length - 1) };
  expect(() => check('vc_list *', list(256))).not.toThrow();
  expect(() => check('vc_list *', list(258))).toThrow('objects can be nested up to 256 deep');
  const loop: Record<string, unknown> = { value: 1 };
  loop['next'] = loop;
  expect(() => check('vc_list *', loop)).toThrow(
    /^argument 1 \(p(\.next)+…[.next]+\) of "f" is <ref \*1> .*: objects can be nested up to 256 deep; memory can point to memory$/,
  );
});

test('koffi’s objects of unions: those of the program, and those from native code', () => {
  const make = (values: object): object => Object.assign(new koffi.Union('vc_union'), values);
  expect(check('vc_union', make({ i: 5 }))).toEqual({ i: 5 });
  expect(check('vc_union', make({ s: 'text' }))).toEqual({ s: 'text' });
  expect(() => check('vc_union', make({ i: {} }))).toThrow('argument 1 (p.i) of "f" is {}: int takes');
  expect(() => check('vc_union', make({ s: {} }))).toThrow('argument 1 (p.s) of "f" is {}: char * takes');
  expect(() => check('vc_union', make({ p: { x: '' } }))).toThrow('argument 1 (p.p.x) of "f" is ""');
  expect(() => check('vc_union', make({}))).toThrow('takes an object with one of the members i, s, p');
  expect(() => check('vc_single', Object.assign(new koffi.Union('vc_single'), { n: 256 }))).toThrow(
    'argument 1 (p.n) of "f" is 256',
  );
  // 1 is no address of a text.
  const native = koffi.decode(BigInt64Array.of(1n), 'vc_union') as object;
  expect(check('vc_union', native)).toBe(native);
});
