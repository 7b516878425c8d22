/**
 * The expressions in sums of labels, in generated TypeScript: each is evaluated once, in the order of the
 * source, and has its own value, also where the put stores them in constants first.
 */
import { expect, test } from '@jest/globals';
import { State, type ActionList } from '../../../src/encoder/index.ts';
import { evaluate, machineCode, translate } from './generatedmodule.ts';

/** A sum, its value without the label, and what it leaves in `log`. */
// prettier-ignore
const CASES: readonly (readonly [sum: string, value: number, log?: string])[] = [
  ['->a + t.length*4 - 4', 8],
  ['->a - o.x - o.y', -12],
  ['->a + o.x + 100', 105],
  ['8 + ->a - o.y', 1],
  ['f(1) + ->a + f(2) - f(3)', 0, '1,2,3'],
  ['->a + f(1) + 2 + f(3)', 6, '1,3'],
  ['->a - (f(1) + 2)*2', -6, '1'],
  ['->a + n++ + 1', 6],
  ['->a + --n', 4],
  ['->a - --n', -4],
  ['->a - n - -n', 0],
  ['->a - n! - 4', -9],
  ['->a - n! / 5 - o!.x / 5', -2],
  ['->a + o?.x - 1', 4],
  ['->a + 0x1e-1', 29],
  ['->a + (n ? 1 : 2)', 1],
];

test.each(CASES)('the value of %j is %d', (sum, value, log = '') => {
  const source = [
    '|.arch x64',
    '|.actionlist actions',
    'const log = [], o = { x: 5, y: 7 }, t = [1, 2, 3];',
    'const f = k => (log.push(k), k);',
    'function put(Dst) {',
    '  let n = 5;',
    '  |->a:',
    `  |  mov eax, o.x; cmp dword [${sum}], 5; mov ecx, o.y`,
    '}',
  ].join('\n');
  for (const specialise of [true, false]) {
    const module = evaluate(translate(source, { specialise }), ['actions', 'put', 'log']);
    const state = new State(module['actions'] as ActionList);
    (module['put'] as (state: State) => void)(state);
    const code = Buffer.from(machineCode(state), 'hex');
    // mov eax has 5 bytes, cmp 7.
    expect([code.readInt32LE(1), code.readInt32LE(7) + 12, code.readInt32LE(13)]).toEqual([5, value, 7]);
    expect(String(module['log'])).toBe(log);
  }
});

test('distances on x86 have the values of numbers, and those of 64 bits their upper half', () => {
  const source =
    '|.arch x86\n|.actionlist actions\nfunction put(Dst, n) {\n|->a:\n|.qword ->a - ->a + n\n}\n';
  const module = evaluate(translate(source), ['actions', 'put']);
  for (const [n, hex] of [
    [0x9000_0000, '0000009000000000'],
    [-1, 'ffffffffffffffff'],
  ] as const) {
    const state = new State(module['actions'] as ActionList);
    (module['put'] as (state: State, n: number) => void)(state, n);
    expect(machineCode(state)).toBe(hex);
  }
});
