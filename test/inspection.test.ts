/** What `console.log` prints of states and action lists: a line, not their buffers. */
import { expect, test } from '@jest/globals';
import { inspect } from 'node:util';
import { actionList, dasm, State } from '../src/index.ts';

const list = actionList({
  format: 1,
  arch: 'x64',
  id: 'try.dast#1',
  sections: ['code', 'data'],
  globals: ['top'],
  actions: [0xb8, 237, 0xc3, 255, 254, 1],
});

test('a state is printed in a line, also inside of other objects', () => {
  const state = new State(list);
  state.put(0, 5);
  state.put(4);
  const text = "State { list: 'try.dast#1', bytes: { code: 6, data: 0 }, status: OK }";
  expect(inspect(state)).toBe(text);
  expect(inspect({ state })).toBe(`{\n  state: ${text}\n}`);
  expect(() => state.put(0, 0.5)).toThrow();
  expect(inspect(state)).toMatch(/status: RANGE_I }$/);
  state.free();
  expect(inspect(state)).toBe("State { list: 'try.dast#1', bytes: { freed }, status: RANGE_I }");
  expect(inspect(dasm.new(list))).toMatch(/^BuildState \{ list: .* \}$/);
});

test('an action list is printed in a line', () => {
  expect(inspect(list)).toBe(
    "ActionList { id: 'try.dast#1', arch: 'x64', sections: [code, data], globals: [top], externs: [], actions: 6 bytes }",
  );
});
