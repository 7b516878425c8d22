/** Option `globals` of `dasm.new`, and labels that the code defines: one of both gives the address. */
import { expect, test } from '@jest/globals';
import { Action, type ActionList, actionList, EncodeError } from '../../src/encoder/index.ts';
import { type BuildOptions, type BuildState, dasm } from '../../src/exec/index.ts';
import { isX64 } from './host.ts';
import { arch } from './machinecode.ts';

const { LABEL_LG, IMM_LG, STOP } = Action;

const description = {
  format: 1,
  arch,
  globals: ['top', 'end'],
  files: ['f.dast'],
  lines: [0, 0, 7, 4, 0, 8],
  // ->top: ret; ->end: ret; mov CRET, ->top; ret
  // prettier-ignore
  actions: [
    LABEL_LG, 10, 0xc3, STOP, LABEL_LG, 11, 0xc3, STOP, ...(isX64 ? [0x48, 0xb8] : [0xb8]), IMM_LG, 10, 0xc3, STOP,
  ],
} as const;
const message = 'f.dast:7: global label `top` cannot be defined: option `globals` gives it an address';

test('the put of a definition fails', () => {
  const state = dasm.new(actionList({ ...description, moving: [] }), { globals: { top: 16n } });
  state.put(4);
  expect(() => state.put(0)).toThrow(message);
  expect(() => state.put(0)).toThrow(EncodeError);
  expect(() => state.build()).toThrow(message);
  state.setup();
  expect(() => state.put(0)).toThrow(message);
  state.setup();
  state.put(8);
  expect(state.build().cast('intptr_t ()')()).toBe(16n);
});

test('so does one that moves the label', () => {
  const state = dasm.new(actionList({ ...description, moving: [0] }), { globals: { top: 16n } });
  expect(() => state.put(0)).toThrow(message);
});

test('a number of labels, undefined, other labels, and the next state are not meant', () => {
  const list = actionList({ ...description, moving: [] });
  const given = dasm.new(list, { globals: { top: 16n } });
  given.free();
  const unset = { globals: { top: undefined } } as unknown as BuildOptions;
  const options: readonly BuildOptions[] = [{}, { globals: 2 }, { globals: { end: 16 } }, unset];
  for (const each of options) {
    const state = dasm.new(list, each);
    state.put(0);
    expect(state.build().size).toBe(1);
  }
});

test('lists without the rule keep theirs', () => {
  const state = dasm.new(actionList(description), { globals: { top: 16n } });
  state.put(0);
  state.put(8);
  const code = state.build();
  expect(code.cast('intptr_t ()')()).not.toBe(16n);
});

test('build is refused by a freed state, and inside of a resolver', () => {
  const list = actionList({
    ...description,
    externs: ['f'],
    actions: [0xe8, Action.EXTERN, 1, 0, 0xc3, STOP],
    lines: [],
  });
  const calls: string[] = [];
  const state: BuildState = dasm.new<ActionList>(list, {
    externs: () => {
      for (const call of [() => state.build(), () => state.setup(), () => state.free(), () => state.put(0)]) {
        try {
          call();
        } catch (error) {
          calls.push(String(error));
        }
      }
      return Number(state.address(4096));
    },
  });
  state.put(0);
  // Through a jump slot, where it is out of reach. The resolver is asked once all the same.
  expect([6, 32]).toContain(state.build().size);
  expect(new Set(calls)).toEqual(
    new Set([
      'EncodeError: encode is running: the resolver of externs must not change or free the state that it is called from',
    ]),
  );
  expect(calls.length).toBe(4);
  state.free();
  expect(() => state.build()).toThrow('this state was freed');
  expect(() => state.address(new Uint8Array(8))).toThrow('this state was freed');
});
