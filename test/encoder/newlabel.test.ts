/** Pc labels that the state numbers itself. */
import { expect, test } from '@jest/globals';
import { PcLabel, State } from '../../src/encoder/index.ts';
import { namedChunks, start } from './namedchunks.ts';

test('newLabel gives the next number, and makes room for it', () => {
  const state = new State(namedChunks());
  expect([state.newLabel(), state.newLabel()]).toEqual([0, 1]);
  state.put(start('pc'), 1);
  state.put(start('toPc'), 0);
  state.put(start('pc'), 0);
  expect(() => state.put(start('pc'), 2)).toThrow('there are 0…1 (newLabel and growPc make more)');
  expect(state.getPcLabel(1)).toBe(0);
});

test('new labels come behind those of growPc', () => {
  const state = new State(namedChunks());
  state.growPc(3);
  expect(state.newLabel()).toBe(3);
  state.growPc(2);
  expect(state.newLabel()).toBe(4);
  state.growPc(10);
  expect(state.newLabel()).toBe(10);
});

test('setup forgets new labels, and keeps those of growPc', () => {
  const state = new State(namedChunks());
  state.growPc(2);
  state.newLabels(5);
  state.setup();
  expect(state.newLabel()).toBe(2);
  state.growPc(8);
  state.setup();
  expect(state.newLabel()).toBe(8);
  state.put(start('pc'), 7);
  state.setup();
  expect(state.getPcLabel(7)).toBe(PcLabel.UNUSED);
});

test('a state with the buffers of a freed one begins with 0', () => {
  const list = namedChunks();
  const first = new State(list);
  first.newLabels(20);
  first.free();
  const second = new State(list);
  expect(second.newLabel()).toBe(0);
  expect(() => second.put(start('pc'), 1)).toThrow('pc label =>1 is out of range');
});

test('newLabels gives several, with a type that has their number', () => {
  const state = new State(namedChunks());
  const [loop, end] = state.newLabels(2);
  const sum: number = loop + end;
  expect([loop, end, sum]).toEqual([0, 1, 1]);
  const many: number[] = state.newLabels(Number('3'));
  expect(many).toEqual([2, 3, 4]);
  expect(state.newLabels(0)).toEqual([]);
  expect(state.newLabels(1000)).toHaveLength(1000);
  // @ts-expect-error: there is no third one
  const [, , third] = state.newLabels(2);
  expect(third).toBeUndefined();
  for (const count of [-1, 1.5, NaN, 2 ** 24]) {
    expect(() => state.newLabels(count)).toThrow(`newLabels: count is ${count}, expected an integer, 0…`);
  }
});
