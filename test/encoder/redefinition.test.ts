/**
 * Global and pc labels of lists that say which definitions may move: each other label is defined once. Lists
 * without that keep DynASM's rule.
 */
import { expect, test } from '@jest/globals';
import {
  Action,
  type ActionList,
  actionList,
  EncodeError,
  State,
  type Value,
} from '../../src/encoder/index.ts';

const { LABEL_LG, LABEL_PC, SECTION, SETLABEL, SPACE, STOP, IMM_LG, IMM_B } = Action;
const [TOP, END] = [10, 11];

// prettier-ignore
const CHUNKS = {
  nop: [0x90, STOP],
  top: [LABEL_LG, TOP, 0x90, STOP],
  end: [LABEL_LG, END, STOP],
  pc: [LABEL_PC, 0x90, STOP],
  setPc: [LABEL_PC, SETLABEL, STOP],
  moveTop: [LABEL_LG, TOP, STOP],
  movePc: [LABEL_PC, STOP],
  twice: [LABEL_LG, TOP, 0x90, LABEL_LG, TOP, STOP],
  pcTwice: [LABEL_PC, 0x90, LABEL_PC, STOP],
  one: [LABEL_LG, 1, STOP],
  topAddress: [IMM_LG, TOP, STOP],
  failing: [LABEL_LG, TOP, IMM_B, STOP],
  space: [SPACE, 0, LABEL_LG, TOP, STOP],
  data: [SECTION, 1],
};
type Name = keyof typeof CHUNKS;

const starts: Partial<Record<Name, number>> = {};
const allActions: number[] = [];
const lines: number[] = [];
for (const [index, name] of (Object.keys(CHUNKS) as Name[]).entries()) {
  starts[name] = allActions.length;
  lines.push(allActions.length, 0, index + 1);
  allActions.push(...CHUNKS[name]);
}
const start = (name: Name): number => starts[name] ?? -1;
const lineOf = (name: Name): string => `f.dast:${Object.keys(CHUNKS).indexOf(name) + 1}`;

function listOf(moving: readonly number[] | undefined, withNames = true): ActionList {
  return actionList({
    format: 1,
    arch: 'x86',
    sections: ['code', 'data'],
    ...(withNames && { globals: ['top', 'end'], files: ['f.dast'], lines }),
    ...(moving && { moving }),
    actions: allActions,
  });
}
const UNIQUE = listOf([start('moveTop'), start('movePc')]);
const NAMELESS = listOf([start('moveTop'), start('movePc')], false);
const DYNASM = listOf(undefined);

type Put = readonly [Name, ...Value[]];

/** The message of the put that fails; empty if none does. */
function failureOf(puts: readonly Put[], state: State): string {
  for (const [name, ...args] of puts) {
    try {
      state.put(start(name), ...args);
    } catch (error) {
      if (!(error instanceof EncodeError)) throw error;
      expect(error.status).toBe(state.status);
      return `${error.code} ${error.message}`;
    }
  }
  return '';
}

function stateOf(list: ActionList): State {
  const state = new State(list, { sections: 2, globals: 2 });
  state.growPc(4);
  return state;
}

const already = (label: string, at: Name, first: Name): string =>
  `REDEF ${lineOf(at)}: ${label} is defined already, at ${lineOf(first)}; ` +
  `\`.relabel ${label
    .split(' ')
    .at(-1)
    ?.replaceAll('`', '')
    .replace(/^(?!=)/, '->')}\` would move it`;

test.each<readonly [puts: readonly Put[], failure: string]>([
  [[['top'], ['nop'], ['top']], already('global label `top`', 'top', 'top')],
  [[['top'], ['moveTop'], ['top']], already('global label `top`', 'top', 'moveTop')],
  [[['moveTop'], ['top']], already('global label `top`', 'top', 'moveTop')],
  [[['topAddress'], ['top'], ['topAddress'], ['top']], already('global label `top`', 'top', 'top')],
  [[['top'], ['data'], ['top']], already('global label `top`', 'top', 'top')],
  [[['data'], ['top'], ['space', 3]], already('global label `top`', 'space', 'top')],
  [[['twice']], already('global label `top`', 'twice', 'twice')],
  [
    [
      ['pc', 3],
      ['pc', 1],
      ['pc', 3],
    ],
    already('pc label =>3', 'pc', 'pc'),
  ],
  [
    [
      ['setPc', 3, 16],
      ['pc', 3n],
    ],
    already('pc label =>3', 'pc', 'setPc'),
  ],
  [
    [
      ['pc', 3],
      ['setPc', 3, 16],
    ],
    already('pc label =>3', 'setPc', 'pc'),
  ],
  [[['pcTwice', 2, 2]], already('pc label =>2', 'pcTwice', 'pcTwice')],
  [
    [
      ['movePc', 0],
      ['pc', 0],
    ],
    already('pc label =>0', 'pc', 'movePc'),
  ],
  [
    [['failing', 256]],
    `RANGE_I ${lineOf('failing')}: 256 does not fit a byte, 0…255; cut it with \`& 0xff\` if that is meant`,
  ],
  [
    [['pc', 9]],
    `RANGE_PC ${lineOf('pc')}: pc label =>9 is out of range; there are 0…3 (newLabel and growPc make more)`,
  ],
  [[['top'], ['end'], ['pc', 0], ['pc', 1], ['pcTwice', 2, 3]], ''],
  [[['top'], ['moveTop'], ['moveTop'], ['pc', 1], ['movePc', 1], ['movePc', 1n]], ''],
  [[['one'], ['one'], ['one']], ''],
])('%j: %s', (puts, failure) => {
  expect(failureOf(puts, stateOf(UNIQUE))).toBe(failure);
  if (failure.startsWith('REDEF')) expect(failureOf(puts, stateOf(DYNASM))).toBe('');
});

test('a list without names and lines has numbers in the message', () => {
  expect(failureOf([['top'], ['top']], stateOf(NAMELESS))).toBe(
    'REDEF global label 0 is defined already; `.relabel ->0` would move it',
  );
});

test('a label that a failed put has defined is defined', () => {
  const state = stateOf(UNIQUE);
  expect(failureOf([['failing', 256]], state)).toContain('RANGE_I');
  expect(failureOf([['top']], state)).toBe(
    `REDEF ${lineOf('top')}: global label \`top\` is defined already, by a put that failed; \`.relabel ->top\` would move it`,
  );
});

test('link and encode fail after a second definition, and setup starts anew', () => {
  const state = stateOf(UNIQUE);
  expect(failureOf([['top'], ['top']], state)).toContain('REDEF');
  expect(() => state.link()).toThrow('is defined already');
  state.setup();
  expect(failureOf([['top'], ['pc', 1]], state)).toBe('');
  state.link();
  state.setup();
  expect(failureOf([['top'], ['pc', 1]], state)).toBe('');
  expect(state.link()).toBe(2);
});

test('references before a label moves go to its first place, those behind to the new one', () => {
  const state = stateOf(UNIQUE);
  const puts: Put[] = [['top'], ['topAddress'], ['moveTop'], ['topAddress'], ['end']];
  expect(failureOf(puts, state)).toBe('');
  const code = new Uint8Array(state.link());
  state.encode(code, 0x1000);
  expect(Buffer.from(code).toString('hex')).toBe('900010000005100000');
  expect(state.globals[0]).toBe(0x1005n);
});

test('buffers of a freed state know nothing of its labels', () => {
  const first = stateOf(UNIQUE);
  first.emitter.labels.given = new Set([TOP]);
  expect(failureOf([['end'], ['pc', 0]], first)).toBe('');
  first.free();
  expect(failureOf([['top'], ['end'], ['pc', 0]], stateOf(UNIQUE))).toBe('');
});

test('moving is a list of offsets', () => {
  const actions = [0x90, STOP];
  expect(actionList({ format: 1, arch: 'x64', moving: [0, 1], actions }).actions.length).toBe(2);
  for (const wrong of [[2], [-1], [0.5], ['0'], 'x', null, 1]) {
    const moving = wrong as number[];
    expect(() => actionList({ format: 1, arch: 'x64', moving, actions })).toThrow(
      /^bad action list: moving(?:\[0\] is .*, expected an offset in the actions| is not an array)$/,
    );
  }
});
