/**
 * What format 2 adds to action lists (src/encoder/format/action.ts): macro labels, sums with their fields,
 * alignment with long NOPs, and the ends of procedures. Each list here is one chunk, written by hand.
 */
import { expect, test } from '@jest/globals';
import { actionList, EncodeError, State, type Value } from '../../src/encoder/index.ts';
import { procedureSizes } from '../../src/encoder/inspection.ts';

const BASE = 0x7e12_3456_0000n;

/** The state of a list with the globals `a` (10) and `b` (11) and the externs `f` and `g`, after its put. */
function stateOf(
  actions: readonly number[],
  args: readonly Value[] = [],
  arch: 'x64' | 'x86' = 'x64',
): State {
  const list = actionList({
    format: 2,
    arch,
    globals: ['a', 'b'],
    externs: ['f', 'g'],
    macroLabels: 2,
    files: ['x.dast'],
    lines: [0, 0, 7],
    actions: [...actions, 255],
  });
  const state = new State(list);
  state.setupExtern((_, index) => 0x1_2345_6780n + BigInt(index));
  state.growPc(1);
  state.put(0, ...args);
  return state;
}

function codeOf(
  actions: readonly number[],
  args: readonly Value[] = [],
  arch: 'x64' | 'x86' = 'x64',
): string {
  const state = stateOf(actions, args, arch);
  const code = new Uint8Array(state.link());
  state.encode(code, arch === 'x64' ? BASE : 0x1000);
  return Buffer.from(code).toString('hex');
}

function failureOf(actions: readonly number[], args: readonly Value[] = []): string {
  try {
    return codeOf(actions, args);
  } catch (error) {
    return error instanceof EncodeError ? `${error.code} ${error.message}` : String(error);
  }
}

test('a distance counts from the end of the instruction, whatever follows the field', () => {
  // ->a: cmp dword [->a], 5
  expect(codeOf([248, 10, 0x83, 0x3d, 252, 3, 10, 252, 9, 0x16, 5])).toBe('833df9ffffff05');
  // The same with an immediate that is known at run time only: a byte, or four.
  const compare = [248, 10, 0x81, 0x3d, 253, 252, 3, 10, 252, 9, 6, 239, 252, 10];
  expect(codeOf(compare, [5])).toBe('833df9ffffff05');
  expect(codeOf(compare, [500])).toBe('813df6fffffff4010000');
});

test('terms are added and subtracted', () => {
  // ->a: nop; nop; ->b: .byte ->b - ->a + n
  const difference = [248, 10, 0x90, 0x90, 248, 11, 252, 3, 11, 252, 8, 252, 3, 10, 252, 7, 252, 9, 0];
  expect(codeOf(difference, [3])).toBe('909005');
  expect(codeOf(difference, [-3])).toBe('9090ff');
  // .qword ->a + 2⁴⁰; .qword extern g; both wrap around at 2⁶⁴.
  expect(codeOf([248, 10, 252, 3, 10, 252, 7, 252, 9, 3], [2 ** 40])).toBe('00005634127f0000');
  expect(codeOf([252, 6, 1, 252, 9, 3])).toBe('8167452301000000');
  expect(codeOf([252, 8, 252, 7, 252, 9, 3], [1n])).toBe('ffffffffffffffff');
  // No term gives 0.
  expect(codeOf([252, 9, 1])).toBe('0000');
});

test('code can be encoded again for another base', () => {
  const state = stateOf([248, 10, 252, 3, 10, 252, 7, 252, 9, 3], [1]);
  const code = new Uint8Array(state.link());
  for (const base of [0x1000n, 0xffff_ffffn]) {
    state.encode(code, base);
    expect(Buffer.from(code).readBigUInt64LE()).toBe(base + 1n);
  }
});

test('a sum that does not fit its field is an error that says which', () => {
  expect(failureOf([248, 10, 252, 3, 10, 252, 7, 252, 9, 4], [130])).toBe(
    'RANGE_REL x.dast:7: global label `a` + 130 is 129 bytes away, out of reach of an 8-bit distance',
  );
  expect(failureOf([248, 10, 252, 3, 10, 252, 9, 2])).toBe(
    'RANGE_REL x.dast:7: global label `a` is 138616652562432, which does not fit 32 bits',
  );
  expect(failureOf([252, 6, 0, 252, 8, 252, 7, 252, 9, 0], [1n])).toBe(
    'RANGE_REL x.dast:7: extern `f` − 1 is 4886718335, which does not fit 8 bits',
  );
  expect(failureOf([248, 10, 252, 0xff, 0x24, 0xcd, 252, 3, 10, 252, 9, 10])).toMatch(
    /^RANGE_REL x\.dast:7: global label `a`, at 0x7e1234560000, does not fit 32 bits beside a register: load it first/,
  );
  expect(failureOf([252, 7, 252, 9, 3], [0.5])).toBe('RANGE_I x.dast:7: 0.5 is not an integer of 64 bits');
  expect(failureOf([252, 5, 252, 9, 3], [9])).toMatch(/^RANGE_PC x\.dast:7: pc label =>9 is out of range/);
  expect(failureOf([252, 5, 252, 9, 3], [0])).toBe('UNDEF_PC x.dast:7: pc label =>0 is undefined');
});

test('fields of one and two bytes have the limits of their size', () => {
  const edges = [
    [0, -129, -128, 255, 256],
    [8, -129, -128, 127, 128],
    [1, -32769, -32768, 65535, 65536],
    [9, -32769, -32768, 32767, 32768],
    [2, -(2 ** 31) - 1, -(2 ** 31), 2 ** 32 - 1, 2 ** 32],
    [10, -(2 ** 31) - 1, -(2 ** 31), 2 ** 31 - 1, 2 ** 31],
  ] as const;
  for (const [form, below, low, high, above] of edges) {
    for (const [value, fits] of [
      [below, false],
      [low, true],
      [high, true],
      [above, false],
    ] as const) {
      expect([form, value, !failureOf([252, 7, 252, 9, form], [value]).startsWith('RANGE_REL')]).toEqual([
        form,
        value,
        fits,
      ]);
    }
  }
});

test('macro labels are branched to as local labels are, short where that is possible', () => {
  // jmp >%0; nop; %0: jz <%0
  expect(codeOf([252, 0xe9, 252, 2, 128, 0x90, 252, 1, 0, 0x0f, 0x84, 252, 2, 0])).toBe('eb019074fe');
  expect(failureOf([0xe8, 252, 2, 128])).toBe('UNDEF_L x.dast:7: macro label 0 is undefined');
  expect(failureOf([0xe8, 252, 2, 1])).toBe('RANGE_LG x.dast:7: macro label 1 is not defined');
  expect(failureOf([0xe8, 252, 2, 2])).toBe('RANGE_LG x.dast:7: macro label 2 is out of range: there are 2');
});

test('checkStep ends the life of macro labels', () => {
  const state = stateOf([252, 1, 0, 0xe8, 252, 2, 0]);
  state.checkStep();
  expect(() => actionList({ format: 2, arch: 'x64', macroLabels: 200, actions: [] })).toThrow('macroLabels');
  expect(() => stateOf([0xe8, 252, 2, 128]).checkStep()).toThrow('macro label 0 is undefined');
});

test('alignments are padded with as few NOPs as possible', () => {
  const nops = [
    '90',
    '6690',
    '0f1f00',
    '0f1f4000',
    '0f1f440000',
    '660f1f440000',
    '0f1f8000000000',
    '0f1f840000000000',
    '660f1f840000000000',
    '660f1f84000000000090',
    '660f1f8400000000006690',
    '660f1f8400000000000f1f00',
    '660f1f8400000000000f1f4000',
    '660f1f8400000000000f1f440000',
    '660f1f840000000000660f1f440000',
  ];
  for (const [index, nop] of nops.entries()) {
    const before = Array<number>(15 - index).fill(0xcc);
    expect(codeOf([...before, 252, 11, 15, 0xc3])).toBe(`${'cc'.repeat(15 - index)}${nop}c3`);
  }
  expect(codeOf([252, 11, 15, 0xc3])).toBe('c3');
});

test('an alignment may have a filler, also one that is the code of an action', () => {
  for (const filler of [0, 0x90, 0xcc, 255]) {
    const fill = filler.toString(16).padStart(2, '0');
    expect(codeOf([0xc3, 252, 13, 7, filler, 0xc3])).toBe(`c3${fill.repeat(7)}c3`);
    expect(codeOf([252, 13, 7, filler, 0xc3])).toBe('c3');
  }
  // What a branch becomes shorter by is padding, and not filled twice.
  expect(codeOf([252, 0xe9, 252, 2, 128, 252, 13, 3, 0xcc, 252, 1, 0], [])).toBe('eb02cccc');
  expect(failureOf([252, 13, 6, 0])).toBe(
    'BAD_LIST bad action list: ALIGN with 6, which is not 2ⁿ−1 (offset 0)',
  );
  expect(failureOf([252, 13, 7])).toMatch(/^BAD_LIST bad action list: the list ends inside of a chunk/);
});

test('a procedure has a size', () => {
  // ->a: jmp >%0 (short); %0: .endproc a; nop
  const state = stateOf([248, 10, 252, 0xe9, 252, 2, 128, 252, 1, 0, 252, 12, 10, 0x90]);
  expect([...procedureSizes(state)]).toEqual([]);
  state.link();
  expect([...procedureSizes(state)]).toEqual([[0, 2]]);
});

test('in a list of format 1, ESC stands before any byte of code', () => {
  const state = new State(actionList({ format: 1, arch: 'x86', actions: [252, 3, 252, 0xe9, 255] }));
  state.put(0);
  const code = new Uint8Array(state.link());
  state.encode(code, 0);
  expect([...code]).toEqual([3, 0xe9]);
});
