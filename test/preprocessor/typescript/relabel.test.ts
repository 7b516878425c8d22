/** Labels of generated modules: defined once, in functions for chunks as in the generic put; `.relabel`. */
import { expect, test } from '@jest/globals';
import { State, type ActionList } from '../../../src/encoder/index.ts';
import { evaluate, machineCode, translate } from './generatedmodule.ts';

const SOURCE = `|.arch x64
|.section code, data
|.actionlist actions
function plain(Dst) {
  |->x:
  |  nop
}
function labels(Dst, m, n) {
  |=>m:
  |  nop
  |=>n:
}
function both(Dst) {
  |->y:
  |->y:
}
function move(Dst) {
  |.data
  |.relabel ->x
  |  .dword 1
  |.code
}
function movePc(Dst, n) {
  |.relabel =>n
}
function reference(Dst) {
  |  lea rax, [->x]
}
function loop(Dst) {
  for (let i = 0; i < 2; i++)
    |->z:
}
function many(Dst, n) {
  |=>n:; =>n+1:; =>n+2:; =>n+3:; =>n+4:; nop; =>n+2*n:
}
`;
const NAMES = ['plain', 'labels', 'both', 'move', 'movePc', 'reference', 'loop', 'many'] as const;

type Template = (Dst: State, ...args: readonly number[]) => void;
type Call = readonly [name: (typeof NAMES)[number], ...args: readonly number[]];

function load(specialise: boolean): { state: State; run: (calls: readonly Call[]) => string } {
  const module = evaluate(translate(SOURCE, { specialise }), ['actions', ...NAMES]);
  const state = new State(module['actions'] as ActionList);
  state.growPc(16);
  const run = (calls: readonly Call[]): string => {
    try {
      for (const [name, ...args] of calls) (module[name] as Template)(state, ...args);
      return machineCode(state);
    } catch (error) {
      return error instanceof Error ? error.message : String(error);
    }
  };
  return { state, run };
}

const x = 'global label `x` is defined already, at test.dast';
const moveX = '`.relabel ->x` would move it';
const lea = (distance: string): string => `488d05${distance}`;

test.each<readonly [calls: readonly Call[], result: string]>([
  [[['plain'], ['plain']], `test.dast:5: ${x}:5; ${moveX}`],
  [[['move'], ['plain']], `test.dast:5: ${x}:19; ${moveX}`],
  [
    [['loop']],
    'test.dast:31: global label `z` is defined already, at test.dast:31; `.relabel ->z` would move it',
  ],
  [
    [['both']],
    'test.dast:15: global label `y` is defined already, at test.dast:14; `.relabel ->y` would move it',
  ],
  [
    [['labels', 1, 1]],
    'test.dast:11: pc label =>1 is defined already, at test.dast:9; `.relabel =>1` would move it',
  ],
  [
    [
      ['labels', 1, 2],
      ['labels', 3, 2],
    ],
    'test.dast:11: pc label =>2 is defined already, at test.dast:11; `.relabel =>2` would move it',
  ],
  [[['labels', 1, 2], ['labels', 3, 4], ['plain']], '909090'],
  [
    [
      ['labels', 1, 2],
      ['movePc', 1],
      ['movePc', 2],
      ['movePc', 2],
    ],
    '90',
  ],
  [[['many', 3]], '90'],
  [
    [['many', 1]],
    'test.dast:34: pc label =>3 is defined already, at test.dast:34; `.relabel =>3` would move it',
  ],
  [[['plain'], ['move'], ['move'], ['reference']], '90' + lea('04000000') + '01000000'.repeat(2)],
  [[['plain'], ['reference'], ['move']], '90' + lea('f8ffffff') + '01000000'],
])('%j', (calls, result) => {
  for (const specialise of [true, false]) expect(load(specialise).run(calls)).toBe(result);
});

test('setup starts anew', () => {
  for (const specialise of [true, false]) {
    const { state, run } = load(specialise);
    expect(run([['plain'], ['labels', 1, 2]])).toBe('9090');
    state.setup();
    expect(run([['plain'], ['labels', 1, 2]])).toBe('9090');
    state.setup();
    expect(run([['plain'], ['plain']])).toContain('is defined already');
    state.setup();
    expect(run([['plain']])).toBe('90');
  }
});

test('functions are refused by freed states, and by states that encode', () => {
  const { state, run } = load(true);
  let inside = '';
  state.setupGlobal(
    Object.defineProperty([], 0, { get: () => void (inside = run([['plain']])), set: () => {} }),
  );
  expect(run([['reference']])).not.toContain('encode');
  expect(inside).toContain('encode is running');
  state.free();
  expect(run([['plain']])).toBe('this state was freed');
});

/** What earlier versions generated: no `moving`, and functions that do not ask whether a label is free. */
test('modules that earlier versions generated keep their rule', () => {
  const code = translate(SOURCE)
    .replace('  moving: [', '  ignored: [')
    .replaceAll(/Dst\.labels\.canDefine\(\d+\)/g, 'Dst.labels.namedSize > 11')
    .replaceAll('canDefinePc', 'hasPc')
    .replaceAll(/ && [a-z] !== [a-z]/g, '');
  const module = evaluate(code, ['actions', 'plain', 'labels']);
  const state = new State(module['actions'] as ActionList);
  state.growPc(4);
  for (let times = 0; times < 2; times++) {
    (module['plain'] as Template)(state);
    (module['labels'] as Template)(state, 1, 1);
  }
  expect(machineCode(state)).toBe('90909090');
});
