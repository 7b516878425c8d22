/**
 * Values that `address`, `address32` and `low` cannot convert: what these return carries the reason to the
 * put or encode that gets it, and the state keeps nothing of it.
 */
import { expect, test } from '@jest/globals';
import { type Address, EncodeError, InvalidValue, State, type Value } from '../../src/encoder/index.ts';
import { type ChunkName, line, start, namedChunks } from './namedchunks.ts';

/** The message with which a put, link or encode fails; undefined if it does not. */
function messageOf(call: () => unknown): string | undefined {
  try {
    call();
    return undefined;
  } catch (error) {
    if (error instanceof EncodeError) return error.message;
    throw error;
  }
}

function at(name: ChunkName, text: string): string {
  return `chunks.dast:${line(name)}: ${text}`;
}

function encode(state: State): Uint8Array {
  const buffer = new Uint8Array(state.link());
  state.encode(buffer, 0x10000000);
  return buffer;
}

test('the reason is that of the value itself', () => {
  const state = new State(namedChunks());
  const values = [state.address('x'), state.low(1.5), state.low(2 ** 60), state.address32(2n ** 40n)];
  expect(values).toEqual([
    new InvalidValue('the string "x" is not an address'),
    new InvalidValue('1.5 is not an integer'),
    new InvalidValue('1152921504606847000 is beyond 2⁵³: give a bigint'),
    new InvalidValue('address 0x10000000000 does not fit 32 bits; load it into a register with mov64'),
  ]);
  for (const value of values) {
    const { reason } = value as InvalidValue;
    expect(messageOf(() => state.put(start('dword'), value))).toBe(at('dword', reason));
    state.setup();
    expect(messageOf(() => state.put(start('call'), value))).toBe(at('call', reason));
    state.setup();
  }
});

// Each chunk takes a value that is not a number in another way.
// prettier-ignore
const CHUNKS: readonly [name: ChunkName, message: (problem: string) => string][] = [
  ['byte',     problem => problem],
  ['sbyte',    problem => problem],
  ['word',     problem => problem],
  ['wordByte', problem => problem],
  ['dword',    problem => problem],
  ['disp',     problem => problem],
  ['register', problem => problem],
  ['space',    problem => problem],
  ['toPc',     problem => `pc label: ${problem}; there are none (newLabel and growPc make more)`],
  ['pc',       problem => `pc label: ${problem}; there are none (newLabel and growPc make more)`],
];

test.each(CHUNKS)('a failed address says nothing of a later NaN: %s', (name, message) => {
  const state = new State(namedChunks());
  expect(state.address('x')).toBeInstanceOf(InvalidValue);
  expect(messageOf(() => state.put(start(name), Number.NaN))).toBe(
    at(name, message('NaN is not an integer')),
  );
  state.setup();
  const value = state.address('x');
  expect(messageOf(() => state.put(start(name), value))).toBe(
    at(name, message('the string "x" is not an address')),
  );
});

test.each(['call', 'setTop'] as const)('a failed address says nothing of a later NaN: %s', name => {
  const state = new State(namedChunks());
  state.address('x');
  expect(messageOf(() => state.put(start(name), Number.NaN))).toBe(at(name, 'NaN is not an address'));
});

test('a failed address that no put gets harms nothing', () => {
  const state = new State(namedChunks());
  state.address('x');
  state.low(undefined);
  state.address32(0.5);
  state.put(start('ahead'));
  state.put(start('one'));
  state.checkStep();
  expect(state.status).toBe(0);
  expect([...encode(state)]).toEqual([0x74, 0]);
});

test('checkStep reports its own error after a failed address', () => {
  const state = new State(namedChunks());
  state.put(start('ahead'));
  state.address('x');
  expect(messageOf(() => state.checkStep())).toBe(at('ahead', 'local label 1 is undefined'));
  state.setup();
  state.address('x');
  expect(messageOf(() => state.checkStep(1))).toBe(
    'the active section is section `code`, not section `data`',
  );
});

test('a failed put is reported again with its reason, not with that of a later value', () => {
  const state = new State(namedChunks());
  const value = state.address('x');
  state.address('y');
  const message = at('dword', 'the string "x" is not an address');
  expect(messageOf(() => state.put(start('dword'), value))).toBe(message);
  state.address('z');
  expect(messageOf(() => state.checkStep())).toBe(message);
  expect(messageOf(() => state.link())).toBe(message);
});

test('states do not share reasons', () => {
  const list = namedChunks();
  const [one, other] = [new State(list), new State(list)];
  const value = one.address('x');
  other.low({});
  expect(messageOf(() => other.put(start('dword'), Number.NaN))).toBe(at('dword', 'NaN is not an integer'));
  expect(messageOf(() => one.put(start('dword'), value))).toBe(
    at('dword', 'the string "x" is not an address'),
  );
  one.free();
  const third = new State(list);
  expect(messageOf(() => third.put(start('dword'), Number.NaN))).toBe(at('dword', 'NaN is not an integer'));
});

test('the resolver of externs can say why there is no address', () => {
  const state = new State(namedChunks());
  state.put(start('extern'));
  const resolve = (address: unknown): string | undefined => {
    state.setupExtern(() => address as Address);
    return messageOf(() => encode(state));
  };
  expect(resolve(new InvalidValue('no library has it'))).toBe(
    at('extern', 'extern `puts` has no address: no library has it'),
  );
  expect(resolve(state.address('x'))).toBe(
    at('extern', 'extern `puts` has no address: the string "x" is not an address'),
  );
  // The reason of the attempt before is forgotten.
  expect(resolve(undefined)).toBe(at('extern', 'extern `puts` has no address'));
  expect(resolve(Number.NaN)).toBe(at('extern', 'extern `puts`: NaN is not an address'));
  expect(resolve(0x10002000)).toBeUndefined();
});

test('high belongs to the last value of low, and is 0 where there was none or it was invalid', () => {
  const state = new State(namedChunks());
  expect(state.high()).toBe(0);
  state.low(0x7f0012345678);
  expect(state.high()).toBe(0x7f00);
  expect(state.low('x')).toEqual(new InvalidValue('the string "x" is not an integer'));
  expect(state.high()).toBe(0);
  // The pair of a put fails with the reason of its lower half.
  const putMov64 = (low: Value, high: Value) => messageOf(() => state.put(start('mov64'), low, high));
  expect(putMov64(state.low(2n ** 64n), state.high())).toBe(
    at('mov64', '18446744073709551616 does not fit 64 bits'),
  );
  state.setup();
  expect(putMov64(0, state.high())).toBeUndefined();
  expect(new State(namedChunks()).high()).toBe(0);
});

test('a subclass can give reasons of its own', () => {
  class Pointers extends State {
    override address(value: unknown): Address | InvalidValue {
      return value instanceof Uint8Array ? 0x1234 : new InvalidValue('only memory has an address');
    }
  }
  const state = new Pointers(namedChunks());
  expect(state.low(new Uint8Array(1))).toBe(0x1234);
  const value = state.address32('x');
  expect(messageOf(() => state.put(start('signed'), value))).toBe(at('signed', 'only memory has an address'));
});
