/**
 * States: bytes that they encode (checked by hand), use after `setup` and `free`, labels, sections, 64-bit
 * values, source lines.
 */
import { expect, test } from '@jest/globals';
import {
  type Address,
  type Arch,
  codeLines,
  definesGlobal,
  EncodeError,
  type InvalidValue,
  PcLabel,
  State,
  undefinedGlobals,
  type Value,
} from '../../src/encoder/index.ts';
import { type ChunkName, line, start, namedChunks } from './namedchunks.ts';

type Put = [ChunkName, ...Value[]];

function assemble(
  puts: readonly Put[],
  base: Address = 0x10000000,
  arch: Arch = 'x64',
  state?: State,
): string {
  const target = state ?? new State(namedChunks(arch));
  target.growPc(8);
  target.setupExtern((name, index) => (name === 'puts' && index === 0 ? 0x10002000 : undefined));
  for (const [name, ...args] of puts) target.put(start(name), ...args);
  const buffer = new Uint8Array(target.link());
  target.encode(buffer, base);
  return Buffer.from(buffer).toString('hex');
}

const HIGH = 0x7f0012345678n;

// prettier-ignore
const BYTES: readonly [puts: readonly Put[], code: string, base?: Address, arch?: Arch][] = [
  // values at the ends of their ranges
  [[['byte', 0], ['byte', 255], ['byte', 7n]], 'b000b0ffb007'],
  [[['sbyte', -128], ['sbyte', 127]], '83c08083c07f'],
  [[['word', 65535], ['wordByte', -128], ['wordByte', 65535]], '66b8ffff6683c0806681c0ffff'],
  [[['dword', 0xffffffff], ['dword', -(2 ** 31)], ['dword', 0xffffffffn]], 'b8ffffffffb800000080b8ffffffff'],
  [[['dword', -0]], 'b800000000'],
  [[['dwordByte', 0xffffff80], ['dwordByte', 0xffffff7f]], '83c08081c07fffffff'],
  [[['signed', 2 ** 31 - 1], ['signedByte', -1]], '48c7c0ffffff7f4883c0ff'],
  [[['disp', 0], ['disp', -128], ['disp', 128]], '8b038b43808b8380000000'],
  [[['disp', 0xffffffff]], '8b43ff', 0, 'x86'],
  // registers: a prefix that is not needed is dropped
  [[['register', 3], ['register', 11], ['register', 3n]], '53415353'],
  [[['index', 5, 0], ['index', 1, 300]], '408b04eb408b84cb2c010000'],
  [[['x87', 7]], 'd8c7'],
  // addresses
  [[['call', 0x10000000]], 'e8fbffffff'],
  [[['call', 0x10000005n + 2n ** 31n - 1n]], 'e8ffffff7f'],
  [[['call', 0x90000005n - 2n ** 32n]], 'e800000080', 0x10000000, 'x86'],
  [[['call', -5]], 'e8f6ffffff', 0],
  [[['call', HIGH + 5n]], 'e800000000', HIGH],
  [[['call', 2n ** 64n - 1n]], 'e804000000', 2n ** 64n - 10n],
  [[['extern'], ['externAddress']], 'e8fb1f0000b800200010'],
  [[['top'], ['nop'], ['topAddress']], '9078563412007f0000', HIGH],
  [[['top'], ['nop'], ['topAddress']], '9078563412', 0x12345678, 'x86'],
  [[['pcAddress', 1], ['pc', 1]], '0400000001000000', 0xfffffffc],
  [[['setTop', HIGH], ['topAddress']], '78563412007f0000'],
  [[['setTop', -1], ['topAddress']], 'ffffffff', 0, 'x86'],
  [[['setOne', 0x10000000], ['back']], 'e9fbffffff'],
  [[['setPc', 3, 0x10000100], ['toPc', 3]], '0f8ffa000000'],
  [[['mov64', 1, 2]], '48b80100000002000000'],
  // branches: short where they fit, forward ones by the distance before shortening
  [[['one'], ['back']], 'ebfe'],
  [[['ahead'], ['one']], '7400'],
  [[['ahead'], ['space', 127], ['one']], '747f' + 'cc'.repeat(127)],
  [[['ahead'], ['space', 128], ['one']], '0f8480000000' + 'cc'.repeat(128)],
  [[['one'], ['space', 126], ['back']], 'cc'.repeat(126) + 'eb80'],
  [[['one'], ['space', 127], ['back']], 'cc'.repeat(127) + 'e97cffffff'],
  [[['one'], ['back'], ['ahead'], ['one'], ['back']], 'ebfe7400ebfe'],
  // sections follow one another; local labels reach over them
  [[['data'], ['one'], ['dword', 1], ['code'], ['back'], ['nop']], 'eb0190b801000000'],
  [[['ahead'], ['data'], ['nop'], ['one'], ['code'], ['nop']], '74029090'],
  [[['nop'], ['align'], ['nop']], '90'.repeat(17)],
];

test('puts encode to these bytes', () => {
  const failures: string[] = [];
  for (const [puts, code, base, arch] of BYTES) {
    const got = assemble(puts, base, arch);
    if (got !== code)
      failures.push(
        `${JSON.stringify(puts, (_, v: unknown) => (typeof v === 'bigint' ? `${v}n` : v))}: ${got}, expected ${code}`,
      );
  }
  expect(failures.join('\n')).toBe('');
});

test('a state that is used again encodes the same, also for another base', () => {
  const state = new State(namedChunks());
  const puts: Put[] = [
    ['top'],
    ['ahead'],
    ['register', 9],
    ['align'],
    ['one'],
    ['toTop'],
    ['topAddress'],
    ['pc', 7],
  ];
  const first = assemble(puts, HIGH, 'x64', state);
  const elsewhere = assemble([...puts, ['space', 5000]], 0x10000000, 'x64', new State(namedChunks()));
  state.setup();
  expect(assemble([['data'], ['space', 5000], ['pc', 1]], 0, 'x64', state)).toBe('cc'.repeat(5000));
  state.setup();
  expect(state.getPcLabel(1)).toBe(PcLabel.UNUSED);
  expect(state.emitter.sectionIndex).toBe(0);
  expect(assemble(puts, HIGH, 'x64', state)).toBe(first);
  const buffer = new Uint8Array(state.link());
  state.encode(buffer, 0x10000000);
  expect(elsewhere.startsWith(Buffer.from(buffer).toString('hex'))).toBe(true);
  state.encode(buffer, HIGH);
  expect(Buffer.from(buffer).toString('hex')).toBe(first);
});

test('link can be repeated after more puts', () => {
  const state = new State(namedChunks());
  for (const name of ['ahead', 'toBottom', 'one', 'back'] as const) state.put(start(name));
  expect(state.link()).toBe(9);
  state.put(start('back'));
  expect(state.link()).toBe(11);
  const buffer = new Uint8Array(20);
  state.globals[1] = 0x2000;
  state.encode(buffer, 0x1000);
  expect(Buffer.from(buffer).toString('hex')).toBe('7405e8f90f0000ebfeebfc' + '00'.repeat(9));
});

test('buffers of freed states are empty for the next ones', () => {
  const list = namedChunks();
  const first = new State(list);
  const code = assemble([['top'], ['ahead'], ['one'], ['pc', 3], ['toPc', 3]], 0, 'x64', first);
  first.free();
  first.free();
  const second = new State(list);
  second.put(start('nop'));
  expect(second.getPcLabel(3)).toBe(PcLabel.UNUSED);
  expect(definesGlobal(second, 0)).toBe(false);
  second.setup();
  expect(assemble([['top'], ['ahead'], ['one'], ['pc', 3], ['toPc', 3]], 0, 'x64', second)).toBe(code);
});

test('getPcLabel returns offsets and the codes of PcLabel', () => {
  const state = new State(namedChunks());
  expect(state.getPcLabel(0)).toBe(PcLabel.UNUSED);
  state.growPc(4);
  state.put(start('toPc'), 3);
  state.put(start('pc'), 1);
  expect([0, 1, 2, 3, 4, -1, 0.5].map(pc => state.getPcLabel(pc))).toEqual([-2, 6, -2, -1, -2, -2, -2]);
  state.growPc(100);
  state.put(start('pc'), 99);
  state.put(start('setPc'), 98, 0x1234);
  state.put(start('pc'), 3);
  state.link();
  expect([1, 3, 98, 99, 100, 128].map(pc => state.getPcLabel(pc))).toEqual([2, 2, -3, 2, -2, -2]);
});

test('globals are read for undefined labels and written for defined ones', () => {
  const state = new State(namedChunks());
  state.put(start('nop'));
  state.put(start('toBottom'));
  state.put(start('top'));
  state.put(start('toTop'));
  expect(undefinedGlobals(state)).toEqual([
    { index: 1, name: 'bottom', source: { file: 'chunks.dast', line: line('toBottom') } },
  ]);
  expect([0, 1, 2, -1].map(index => definesGlobal(state, index))).toEqual([true, false, false, false]);
  const globals: (Address | undefined)[] = [undefined, 0x10000000];
  state.setupGlobal(globals);
  const buffer = new Uint8Array(state.link());
  state.encode(buffer, 0x10000100);
  expect(Buffer.from(buffer).toString('hex')).toBe('90e8fafeffffebfe');
  expect(globals).toEqual([0x10000106n, 0x10000000]);
});

test('low and high split 64-bit values; address and address32 take them whole', () => {
  const state = new State(namedChunks());
  const halves = (value: unknown): unknown[] => [state.low(value), state.high()];
  expect(halves(0x1_2345_6789)).toEqual([0x23456789, 1]);
  expect(halves(0xffffffff)).toEqual([-1, 0]);
  expect(halves(-1)).toEqual([-1, -1]);
  expect(halves(2n ** 64n - 1n)).toEqual([-1, -1]);
  expect(halves(-(2n ** 63n))).toEqual([0, -(2 ** 31)]);
  expect(halves(-(2 ** 53) + 1)).toEqual([1, -(2 ** 21)]);
  expect(state.address(0x7fff00000000)).toBe(0x7fff00000000);
  expect(state.address32(-1)).toBe(-1);
  expect(state.address32(0x7fffffffn)).toBe(0x7fffffff);
  expect(new State(namedChunks('x86')).address32(0xffffffff)).toBe(-1);
});

test('a subclass can say what an address is', () => {
  class Pointers extends State {
    override address(value: unknown): Address | InvalidValue {
      return value instanceof Uint8Array ? HIGH : super.address(value);
    }
  }
  const state = new Pointers(namedChunks());
  state.put(start('mov64'), state.low(new Uint8Array(1)), state.high());
  const buffer = new Uint8Array(state.link());
  state.encode(buffer, 0);
  expect(Buffer.from(buffer).toString('hex')).toBe('48b878563412007f0000');
});

test('codeLines follows what link takes out of the code', () => {
  const state = new State(namedChunks());
  const names = ['several', 'ahead', 'align', 'one', 'data', 'nop', 'code', 'register'] as const;
  const args: { [name: string]: number[] } = { several: [1, 2], register: [1] };
  for (const name of names) state.put(start(name), ...(args[name] ?? []));
  expect(codeLines(state)).toEqual(new Int32Array(0));
  expect(state.link()).toBe(18);
  // mov eax | mov ecx | ret | jz | align to 16 | 1: | push | .data: nop
  expect([...codeLines(state)]).toEqual(
    [
      [0, line('several')],
      [5, line('several') + 1],
      [10, line('several') + 2],
      [11, line('ahead')],
      [13, line('align')],
      [16, line('one')],
      [16, line('data')],
      [16, line('register')],
      [17, line('nop')],
      [18, line('code')],
    ].flatMap(([offset, number]) => [offset, 0, number]),
  );
});

test('on() takes states of its own list only', () => {
  const list = namedChunks();
  const state = new State(list);
  list.on(state).put(start('nop'));
  expect(state.link()).toBe(1);
  const other: State = new State(namedChunks('x64', 'other'));
  expect(() => list.on(other)).toThrow(
    "this code belongs to the action list 'chunks', but the state was made for 'other'",
  );
  for (const nothing of [undefined, null, {}]) {
    expect(() => Reflect.apply(list.on.bind(list), undefined, [nothing])).toThrow(EncodeError);
  }
});

test('300,000 puts and branches over megabytes are encoded', () => {
  const state = new State(namedChunks());
  state.growPc(2);
  state.put(start('toPc'), 1);
  state.put(start('pc'), 0);
  for (let i = 0; i < 300_000; i++) state.put(start('dword'), i);
  state.put(start('space'), 3_000_000);
  state.put(start('toPc'), 0);
  state.put(start('pc'), 1);
  const size = state.link();
  expect(size).toBe(6 + 1_500_000 + 3_000_000 + 6);
  const buffer = new Uint8Array(size);
  state.encode(buffer, HIGH);
  const view = new DataView(buffer.buffer);
  expect(view.getInt32(2, true)).toBe(size - 6);
  expect(view.getInt32(size - 4, true)).toBe(6 - size);
  expect(view.getInt32(6 + 5 * 123_456 + 1, true)).toBe(123_456);
});
