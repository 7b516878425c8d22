/**
 * The numbers of labels that a state takes are those that were asked for, no more. DynASM rounds them up, so
 * that a label beyond them works until the capacities come out differently.
 */
import { expect, test } from '@jest/globals';
import { actionList, EncodeError, State, type ActionList } from '../../src/encoder/index.ts';
import { evaluate, translate } from '../preprocessor/typescript/generatedmodule.ts';

type Put = (Dst: State, n: number) => void;

const GLOBALS = Array.from({ length: 40 }, (_, index) => `g${index}`);

/** A list with 40 globals, and a function for each of: `jmp =>n`, `=>n:`, `jmp ->g`, `->g:` for a few g. */
function load(specialise: boolean): { list: ActionList; puts: Record<string, Put> } {
  const source = [
    '|.arch x64',
    '|.actionlist actions',
    ...GLOBALS.map(name => `export const ${name} = (Dst: any) => {\n| jmp ->${name}\n};`),
    ...GLOBALS.map(name => `export const define_${name} = (Dst: any) => {\n|->${name}:\n};`),
    'export const jump = (Dst: any, n: number) => {\n| jmp =>n\n};',
    'export const define = (Dst: any, n: number) => {\n|=>n:\n};',
    'export const address = (Dst: any, n: number) => {\n| .aword =>n\n};',
    'export const set = (Dst: any, n: number) => {\n| .label =>n, &0x1000\n};',
    'export const relabel = (Dst: any, n: number) => {\n| .relabel =>n\n};',
  ].join('\n');
  const names = [...GLOBALS, ...GLOBALS.map(name => `define_${name}`)];
  const pcNames = ['jump', 'define', 'address', 'set', 'relabel'];
  const { actions, ...puts } = evaluate(translate(source, { specialise }), ['actions', ...names, ...pcNames]);
  return { list: actions as ActionList, puts: puts as Record<string, Put> };
}

function codeOf(call: () => void): string {
  try {
    call();
    return 'OK';
  } catch (error) {
    if (error instanceof EncodeError) return error.code;
    throw error;
  }
}

const PC_STATEMENTS = ['jump', 'define', 'address', 'set', 'relabel'];

testRanges('generic puts', false);
testRanges('generated functions', true);

function testRanges(name: string, specialise: boolean): void {
  const { list, puts } = load(specialise);

  test(`${name}: growPc(n) makes =>0 … =>n−1 valid, and no other`, () => {
    const wrong: string[] = [];
    for (let count = 0; count <= 34; count++) {
      for (const statement of PC_STATEMENTS) {
        for (const grow of [[count], [count >> 1, count], [count, count >> 1]]) {
          for (let pc = Math.max(0, count - 3); pc < count + 6; pc++) {
            const state = new State(list);
            for (const each of grow) state.growPc(each);
            const got = codeOf(() => puts[statement]?.(state, pc));
            const expected = pc < count ? 'OK' : 'RANGE_PC';
            if (got !== expected) wrong.push(`growPc ${grow.join(', ')}: ${statement} =>${pc}: ${got}`);
            // The next state gets these buffers.
            state.free();
          }
        }
      }
    }
    expect(wrong).toEqual([]);
  });

  test(`${name}: a state has the global labels that it was made with, and no other`, () => {
    const wrong: string[] = [];
    for (let count = 0; count <= GLOBALS.length; count++) {
      for (const [index, global] of GLOBALS.entries()) {
        for (const statement of [global, `define_${global}`]) {
          for (const setUp of [false, true]) {
            const state = new State(list, { globals: setUp ? count >> 1 : count });
            if (setUp) state.setupGlobal([], count);
            const got = codeOf(() => puts[statement]?.(state, 0));
            const expected = index < count ? 'OK' : 'RANGE_LG';
            if (got !== expected) wrong.push(`${count} globals: ${statement}: ${got}`);
            state.free();
          }
        }
      }
    }
    expect(wrong).toEqual([]);
  });
}

test('the same holds for lists that are given as bytes', () => {
  // jmp =>n; =>n:; jmp ->0 and on
  const list = actionList({
    format: 1,
    arch: 'x64',
    actions: [252, 0xe9, 245, 255, 249, 255, 252, 0xe9, 244, 10, 255, 252, 0xe9, 244, 11, 255],
  });
  const state = new State(list, { globals: 1 });
  state.growPc(1);
  const codes = [
    () => state.put(0, 0),
    () => state.put(0, 1),
    () => state.put(4, 0),
    () => state.put(4, 1),
    () => state.put(6),
    () => state.put(11),
  ].map(codeOf);
  expect(codes).toEqual(['OK', 'RANGE_PC', 'OK', 'RANGE_PC', 'OK', 'RANGE_LG']);
});
