/**
 * What format 2 adds to action lists for ARM64 (arm64extendedaction.ts): fields, immediates, sums and their
 * places, pools of literals, data. Each list here is one chunk, written by hand; code that stands beside an
 * instruction in a comment was given by GNU as and LLVM.
 */
import { expect, test } from '@jest/globals';
import { arm64ActionList, arm64StatusName, EncodeError, State, type Value } from '../../src/encoder/index.ts';
import * as Arm64Action from '../../src/encoder/format/arm64/arm64action.ts';
import * as Arm64ExtendedAction from '../../src/encoder/format/arm64/arm64extendedaction.ts';
import * as Arm64Field from '../../src/encoder/format/arm64/arm64field.ts';
import * as Place from '../../src/encoder/format/arm64/arm64place.ts';
import { layoutOf } from '../../src/encoder/codelayout.ts';
import { kindAt, procedureSizes } from '../../src/encoder/inspection.ts';
import { addressEnds, codeParts } from '../../src/exec/codeparts.ts';

const { word, STOP, SECTION, LABEL_LG, LABEL_PC, IMM, IMMV, REL_LG, ALIGN } = Arm64Action;
const { AGAIN, BOUND, MINUS, REGISTER, SUM, pack } = Arm64Field;
const { extendedWord: more, placeWord: place } = Arm64ExtendedAction;
const A = Arm64ExtendedAction;

const BASE = 0x7e12_3456_0000n;
const EXTERN = 0x7e12_4000_0010n;
const GLOBAL_A = 20;
const GLOBAL_B = 21;
const FIELD = more(A.FIELD);
const NOP = 0xd503_201f;

function stateOf(actions: readonly number[], args: readonly Value[] = []): State {
  const list = arm64ActionList({
    format: 2,
    arch: 'arm64',
    sections: ['code', 'cold'],
    globals: ['a', 'b'],
    externs: ['f', 'g'],
    macroLabels: 2,
    files: ['x.dast'],
    lines: [0, 0, 7],
    actions: [...actions, word(STOP)],
  });
  const state = new State(list);
  state.setupExtern((_, index) => EXTERN + 16n * BigInt(index));
  state.growPc(2);
  state.put(0, ...args);
  return state;
}

function bytesOf(state: State, base = BASE): Buffer {
  const code = new Uint8Array(state.link());
  state.encode(code, base);
  return Buffer.from(code);
}

/** The words of the code, in hexadecimal. */
function code(actions: readonly number[], args: readonly Value[] = []): string {
  return words(bytesOf(stateOf(actions, args)));
}

function words(bytes: Buffer): string {
  const swapped = Buffer.from(bytes);
  if (swapped.length % 4 !== 0) return bytes.toString('hex');
  return swapped
    .swap32()
    .toString('hex')
    .replace(/.{8}(?=.)/g, '$& ');
}

function failure(actions: readonly number[], args: readonly Value[] = []): string {
  try {
    return code(actions, args);
  } catch (error) {
    if (!(error instanceof EncodeError)) throw error;
    expect(arm64StatusName(error.status)).toBe(error.code);
    return `${error.code} ${error.message}`;
  }
}

// lsl x0, x1, #n
const LSL = [0xd340_0020, FIELD, pack({ position: 16, width: 6, flags: MINUS }), 0, 63];
const SHIFT = [...LSL, FIELD, pack({ position: 10, width: 6, bias: 63, flags: MINUS | AGAIN })];
// ubfx x0, x1, #lsb, #width
const LSB = [FIELD, pack({ position: 16, width: 6 }), 0, 63];
const WIDTH = [FIELD, pack({ position: 10, width: 6, bias: -1, flags: SUM | BOUND }), 1, 64];
const UBFX = [0xd340_0020, ...LSB, ...WIDTH];

test('fields take what is made of a value', () => {
  expect(code(SHIFT, [4])).toBe('d37cec20');
  expect(code(SHIFT, [0])).toBe('d340fc20');
  expect(code(SHIFT, [63n])).toBe('d3410020');
  expect(failure(SHIFT, [64])).toBe('RANGE_I x.dast:7: 64 does not fit the field, 0…63');
  expect(failure(SHIFT, [0.5])).toBe('RANGE_I x.dast:7: 0.5 is not an integer');
  expect(code(UBFX, [8, 16])).toBe('d3485c20');
  expect(failure(UBFX, [8, 57])).toBe(
    'RANGE_I x.dast:7: 57 is too large beside 8: together they are at most 64',
  );
  // The first number may also be DynASM's action.
  expect(code([0xd340_0020, word(IMM, 0xd0), ...WIDTH], [8, 16])).toBe('d3485c20');
  // stp d0, d1, [x2, #n]: 8-byte units.
  const pair = [0x6d00_0440, FIELD, pack({ position: 15, width: 7, scale: 3 }), -512 >>> 0, 504];
  expect(code(pair, [-16])).toBe('6d3f0440');
  expect(failure(pair, [12])).toBe('RANGE_I x.dast:7: 12 is not a multiple of 8');
  expect(failure(pair, [512])).toBe('RANGE_I x.dast:7: 512 does not fit the field, −512…504');
  // A register number below 16, in two parts.
  const low3 = [FIELD, pack({ position: 16, width: 3, flags: REGISTER }), 0, 15];
  const high1 = [FIELD, pack({ position: 11, width: 1, drop: 3, flags: REGISTER | AGAIN })];
  const split = [0x4f00_0000, ...low3, ...high1];
  expect(code(split, [13])).toBe('4f050800');
  expect(failure(split, [16])).toBe('RANGE_VREG x.dast:7: 16 does not fit the field, 0…15');
  expect(
    code([0xffff_0000 >>> 0, FIELD, pack({ position: 0, width: 32 }), 0x8000_0000, 0xffff_ffff], [-1]),
  ).toBe('0000ffff');
});

const IMMEDIATES: readonly (readonly [actions: readonly number[], value: readonly Value[], code: string])[] =
  [
    // mov w5, #n
    [[0x5280_0005, more(A.MOV_W)], [0x1234_0000], '52a24685'],
    [[0x5280_0005, more(A.MOV_W)], [-1], '12800005'],
    [[0x5280_0005, more(A.MOV_W)], [0xffff_fff0], '128001e5'],
    [[0x5280_0005, more(A.MOV_W)], [0xff00_ff00], '32089fe5'],
    [[0x5280_0005, more(A.MOV_W)], [0], '52800005'],
    // mov x5, #n
    [[0xd280_0005, more(A.MOV_X)], [5, 0], 'd28000a5'],
    [[0xd280_0005, more(A.MOV_X)], [0xffff_0000, 0], 'd2bfffe5'],
    [[0xd280_0005, more(A.MOV_X)], [0, 0x1234_0000], 'd2e24685'],
    [[0xd280_0005, more(A.MOV_X)], [0, 0x1234n], 'd2c24685'],
    [[0xd280_0005, more(A.MOV_X)], [-1, -1], '92800005'],
    [[0xd280_0005, more(A.MOV_X)], [0x5555_5555, 0x5555_5555], 'b200f3e5'],
    // add x0, x1, #n
    [[0x9100_0020, more(A.ADD_SUB)], [5], '91001420'],
    [[0x9100_0020, more(A.ADD_SUB)], [-5], 'd1001420'],
    [[0x9100_0020, more(A.ADD_SUB)], [4096], '91400420'],
    [[0x9100_0020, more(A.ADD_SUB)], [-0xff_f000], 'd17ffc20'],
    // fmov d0, #n
    [[0x1e60_1000, more(A.FLOAT8)], [1], '1e6e1000'],
    [[0x1e60_1000, more(A.FLOAT8)], [-0.5], '1e7c1000'],
    [[0x1e60_1000, more(A.FLOAT8)], [31n], '1e67f000'],
    [[0x1e60_1000, more(A.FLOAT8)], [0.125], '1e681000'],
    // fmov v0.2d, #1.0, fmov v0.4s, #-2.5
    [[0x6f00_f400, more(A.FLOAT8, 1)], [1], '6f03f600'],
    [[0x4f00_f400, more(A.FLOAT8, 1)], [-2.5], '4f04f480'],
    // movi d0, #n
    [[0x2f00_e400, more(A.BYTE_MASK)], [0xff00_ff00, 0xff00_ff00], '2f05e540'],
    [[0x2f00_e400, more(A.BYTE_MASK)], [255, 0], '2f00e420'],
    // ldr q0, [x1, #n], ldrb w0, [x1, #n]
    [[0x3cc0_0020, more(A.OFFSET, 4)], [32], '3dc00820'],
    [[0x3cc0_0020, more(A.OFFSET, 4)], [-16], '3cdf0020'],
    [[0x3cc0_0020, more(A.OFFSET, 4)], [65520], '3dfffc20'],
    [[0x3840_0020, more(A.OFFSET, 0)], [4095], '397ffc20'],
  ];

test('immediates of format 2 have the code of the processor', () => {
  for (const [actions, value, expected] of IMMEDIATES) {
    expect([actions, value, code(actions, value)]).toEqual([actions, value, expected]);
  }
});

const REFUSED: readonly (readonly [actions: readonly number[], value: readonly Value[], text: string])[] = [
  [[0x5280_0005, more(A.MOV_W)], [0x12345], 'one `mov` cannot load 74565; `ldr` of `=value` loads any value'],
  [[0xd280_0005, more(A.MOV_X)], [0x12345, 1], 'one `mov` cannot load 4295041861; `ldr` of `=value` loads any value'],
  [[0x9100_0020, more(A.ADD_SUB)], [4097], '4097 is no immediate of add and sub: these are −4095…4095, and multiples of 4096 up to ±4095 · 4096'],
  [[0x9100_0020, more(A.ADD_SUB)], [0xffff_fffb], '4294967291 is no immediate of add and sub: these are −4095…4095, and multiples of 4096 up to ±4095 · 4096'],
  [[0x1e60_1000, more(A.FLOAT8)], [0.1], '0.1 is no floating-point immediate: these are ±16…31 sixteenths, times a power of two from 2⁻³ to 2⁴'],
  [[0x1e60_1000, more(A.FLOAT8)], [NaN], 'NaN is no floating-point immediate: these are ±16…31 sixteenths, times a power of two from 2⁻³ to 2⁴'],
  [[0x2f00_e400, more(A.BYTE_MASK)], [1, 0], '1 is no byte mask, of which each byte is 00 or ff'],
  [[0x3cc0_0020, more(A.OFFSET, 4)], [257], '257 is no offset of a load or store of 16 bytes: these are −256…255, and multiples of 16 up to 65520'],
  [[more(A.VALUE, 0)], [256], '256 does not fit 8 bits, −128…255'],
  [[more(A.VALUE, A.SIGNED)], [128], '128 does not fit 8 bits, −128…127'],
]; // prettier-ignore

test('what is no immediate is an error that says what would be one', () => {
  for (const [actions, value, text] of REFUSED) {
    expect(failure(actions, value)).toBe(`RANGE_I x.dast:7: ${text}`);
  }
});

test('sums of labels and numbers go to each place', () => {
  // ->a: nop; b ->a + 8; adr x1, ->a - 4
  const start = [word(LABEL_LG, GLOBAL_A), NOP];
  const sum = [more(A.ADD_LG, GLOBAL_A), more(A.ADD_CONSTANT), 8];
  expect(code([...start, 0x1400_0000, ...sum, place(Place.BRANCH26)])).toBe('d503201f 14000001');
  const before = [more(A.ADD_LG, GLOBAL_A), more(A.SUBTRACT), more(A.ADD_VALUE)];
  expect(code([...start, 0x1000_0001, ...before, place(Place.ADR)], [4n])).toBe('d503201f 10ffffc1');
  // adrp x0, extern f; add x0, x0, :lo12:extern f; ldr x0, [x0, :lo12:extern g + 8]
  const page = [0x9000_0000, more(A.ADD_EXTERN, 0), place(Place.ADRP)];
  const low = [0x9100_0000, more(A.ADD_EXTERN, 0), place(Place.LO12)];
  const load = [
    0xf940_0000,
    more(A.ADD_EXTERN, 1),
    more(A.ADD_CONSTANT),
    8,
    place(Place.LO12 | (3 << Place.SIZE_SHIFT)),
  ];
  expect(code([...page, ...low, ...load])).toBe('9005d500 91004000 f9401400');
  const odd = [
    0xf940_0000,
    more(A.ADD_EXTERN, 1),
    more(A.ADD_CONSTANT),
    4,
    place(Place.LO12 | (3 << Place.SIZE_SHIFT)),
  ];
  expect(failure(odd)).toBe(
    'RANGE_REL x.dast:7: extern `g` + 4, at 0x7e1240000024, is not a multiple of 8, as this load or store needs it',
  );
  // .quad ->a; .word ->b - ->a; .hword, .byte
  const data = (size: number, ...terms: readonly number[]): readonly number[] => [
    ...terms,
    place(Place.DATA | (size << Place.SIZE_SHIFT)),
  ];
  const difference = [more(A.ADD_LG, GLOBAL_B), more(A.SUBTRACT), more(A.ADD_LG, GLOBAL_A)];
  const end = [word(LABEL_LG, GLOBAL_B)];
  expect(code([...start, ...data(3, more(A.ADD_LG, GLOBAL_A)), ...data(2, ...difference), ...end])).toBe(
    'd503201f 34560000 00007e12 00000010',
  );
  expect(
    code([...start, ...data(1, ...difference), ...data(0, ...difference), ...data(0, ...difference), ...end]),
  ).toBe('d503201f 08080008');
  expect(failure([...start, ...data(2, more(A.ADD_LG, GLOBAL_A))])).toBe(
    'RANGE_REL x.dast:7: global label `a` is 138616652562432, which does not fit 32 bits',
  );
  expect(code([...start, more(A.ADD_HALVES), place(Place.ADDRESS)], [-2, 7])).toBe(
    'd503201f fffffffe 00000007',
  );
  // Macro labels, forward and backward.
  const forward = [0x1400_0000, more(A.ADD_MACRO, 0x80), place(Place.BRANCH26), more(A.LABEL_MACRO, 0)];
  const backward = [0x5400_0000, more(A.ADD_MACRO, 0), place(Place.BRANCH19)];
  expect(code([...forward, ...backward])).toBe('14000001 54000000');
});

test('the page of a label is that of its address, not of its distance', () => {
  // adrp x0, ->a at …ff4, ->a at …1000.
  const state = stateOf([
    0x9000_0000,
    more(A.ADD_LG, GLOBAL_A),
    place(Place.ADRP),
    NOP,
    NOP,
    word(LABEL_LG, GLOBAL_A),
  ]);
  expect(words(bytesOf(state, BASE + 0xff4n))).toBe('b0000000 d503201f d503201f');
  expect(words(bytesOf(state, BASE + 0xff0n))).toBe('90000000 d503201f d503201f');
});

test('what is out of reach is an error with the way to reach it', () => {
  expect(failure([0x5400_0000, more(A.ADD_EXTERN, 0), place(Place.BRANCH19)])).toBe(
    'RANGE_REL x.dast:7: extern `f`, at 0x7e1240000010, is out of reach of ±1 MiB from 0x7e1234560000; a branch with the opposite condition over a `b` reaches ±128 MiB, and `.ltorg` puts literals near',
  );
  expect(failure([0x1000_0000, more(A.ADD_EXTERN, 0), place(Place.ADR)])).toMatch(
    /`adrp` and `:lo12:` reach ±4 GiB/,
  );
  expect(failure([0x1400_0000, more(A.ADD_CONSTANT), 4, place(Place.BRANCH26)])).toMatch(
    /^RANGE_REL x.dast:7: 4, at 0x4, is out of reach of ±128 MiB from 0x7e1234560000; `ldr x16, =address`/,
  );
  const odd = [
    word(LABEL_LG, GLOBAL_A),
    0x1400_0000,
    more(A.ADD_LG, GLOBAL_A),
    more(A.ADD_CONSTANT),
    2,
    place(Place.BRANCH26),
  ];
  expect(failure(odd)).toBe(
    'RANGE_REL x.dast:7: global label `a` + 2, at 0x7e1234560002, is not a multiple of 4 bytes away from 0x7e1234560000',
  );
});

/** ldr x0, =value, and ldr w0, =value */
const LOAD_8 = [0x5800_0000, more(A.ADD_VALUE), place(Place.POOL8)];
const LOAD_4 = [0x1800_0000, more(A.ADD_VALUE), place(Place.POOL4)];

test('literals stand at the end of the section, or at .ltorg, once', () => {
  // Those of 4 bytes stand first; both loads of 7 have one literal.
  expect(code([...LOAD_8, ...LOAD_4, ...LOAD_8, ...LOAD_4], [7n, -1, 7, 2])).toBe(
    '580000c0 18000060 58000080 18000040 ffffffff 00000002 00000007 00000000',
  );
  expect(code([...LOAD_8, NOP, ...LOAD_8, more(A.POOL), NOP], [1, 0x1234_5678_9abcn])).toBe(
    '58000080 d503201f 58000080 00000000 00000001 00000000 56789abc 00001234 d503201f',
  );
  // A label's address, twice; the pool is empty at the second .ltorg.
  const address = [0x5800_0001, more(A.ADD_LG, GLOBAL_A), place(Place.POOL8)];
  expect(code([word(LABEL_LG, GLOBAL_A), ...address, ...address, more(A.POOL), more(A.POOL)])).toBe(
    '58000041 58000021 34560000 00007e12',
  );
  expect(failure(LOAD_4, [2 ** 32])).toBe(
    'RANGE_REL x.dast:7: 4294967296 is 4294967296, which does not fit 32 bits',
  );
});

test('the pool of each section stands behind it, and goes on with more puts', () => {
  const [cold, load] = [1, 4];
  const list = arm64ActionList({
    format: 2,
    arch: 'arm64',
    sections: ['code', 'cold'],
    actions: [word(SECTION, 0), word(SECTION, 1), NOP, word(STOP), ...LOAD_8, word(STOP), NOP, word(STOP)],
  });
  const state = new State(list);
  state.put(load, 5);
  state.put(cold);
  state.put(load, 6);
  state.put(2);
  // The second section begins at 16.
  expect(words(bytesOf(state))).toBe(
    '58000040 00000000 00000005 00000000 58000040 d503201f 00000006 00000000',
  );
  expect(words(bytesOf(state))).toBe(
    '58000040 00000000 00000005 00000000 58000040 d503201f 00000006 00000000',
  );
  state.put(load, 7);
  expect(() => state.encode(new Uint8Array(64), BASE)).toThrow(
    'encode comes after link, and link after the last put',
  );
  expect(words(bytesOf(state))).toBe(
    '58000040 00000000 00000005 00000000 58000080 d503201f 58000080 00000000 00000006 00000000 00000007 00000000',
  );
  state.setup();
  state.put(2);
  expect(words(bytesOf(state))).toBe('d503201f');
  state.free();
});

test('a state that is freed behind link gives its sections back without their pools', () => {
  const list = arm64ActionList({
    format: 2,
    arch: 'arm64',
    actions: [...LOAD_8, word(STOP), NOP, word(STOP)],
  });
  const first = new State(list);
  first.put(0, 5);
  expect(words(bytesOf(first))).toBe('58000040 00000000 00000005 00000000');
  first.free();
  const second = new State(list);
  second.put(4);
  expect(words(bytesOf(second))).toBe('d503201f');
  second.put(0, 6);
  expect(words(bytesOf(second))).toBe('d503201f 58000020 00000006 00000000');
  second.put(4);
  expect(words(bytesOf(second))).toBe('d503201f 58000060 d503201f 00000000 00000006 00000000');
});

test('a resolver of externs cannot take the pools away that are encoded', () => {
  const state = stateOf([...LOAD_8, 0x9400_0000, word(Arm64Action.REL_EXT, 0)], [5]);
  let message = '';
  state.setupExtern(() => {
    try {
      state.put(0, 6);
    } catch (error) {
      message = String(error);
    }
    return BASE;
  });
  expect(words(bytesOf(state))).toBe('58000040 97ffffff 00000005 00000000');
  expect(message).toMatch(/encode is running/);
});

test('listings know literals and addresses', () => {
  const address = [0x5800_0001, more(A.ADD_LG, GLOBAL_A), place(Place.POOL8)];
  const before = [word(LABEL_LG, GLOBAL_A), ...LOAD_4, ...address, 0x9400_0000, word(Arm64Action.REL_EXT, 0)];
  const quads = [word(REL_LG, Place.ADDRESS | GLOBAL_A), more(A.ADD_VALUE), place(Place.DATA | 0x60)];
  const state = stateOf([...before, more(A.POOL), NOP, ...quads], [5, 6]);
  // ldr, ldr, bl; 5; ->a; nop; ->a, 6
  const size = state.link();
  expect(size).toBe(12 + 4 + 8 + 4 + 16);
  const layout = layoutOf(state, size);
  const parts = codeParts(layout).map(({ offset, action }) => [offset, kindAt(state.list, action)]);
  expect(parts).toEqual([
    [0, 'code'],
    [12, 'dword'],
    [16, 'qword'],
  ]);
  expect([...addressEnds(layout)]).toEqual([24, 36, 44]);
});

test('data has its bytes, and alignments fill what is left of a word with zeros', () => {
  expect(code([more(A.BYTES, 3), 0x33_2211, more(A.BYTES, 1), 0x44])).toBe('44332211');
  expect(
    code([more(A.VALUE, 0), more(A.VALUE, 1), more(A.VALUE, 2), more(A.BYTES, 1), 9], [255, -2, 0xffff_fffe]),
  ).toBe('fefffeff 09ffffff');
  expect(code([more(A.BYTES, 1), 0xaa, word(ALIGN, 7), NOP])).toBe('000000aa d503201f d503201f');
  expect(code([more(A.BYTES, 1), 0xaa, more(A.ALIGN_FILL, 3), 0xcc, NOP])).toBe('ccccccaa d503201f');
  expect(code([NOP, more(A.SPACE, 0xee), NOP], [4])).toBe('d503201f eeeeeeee d503201f');
  expect(code([word(IMMV), more(A.BYTES, 2), 0xffff_1234, more(A.BYTES, 2), 0x5678], [-1])).toBe(
    'ffffffff 56781234',
  );
  expect(failure([more(A.SPACE, 0)], [-1])).toMatch(
    /^RANGE_I x.dast:7: -1 does not fit the size of a .space/,
  );
});

/** A state with a line of data, two words of the list, and one of instructions. */
function withData(...actions: readonly number[]): State {
  const lines = { files: ['x.dast'], lines: [0, 0, 1, 2, 0, 2], data: [0, 1, 2, 0] };
  const state = new State(arm64ActionList({ format: 2, arch: 'arm64', ...lines, actions }));
  state.put(0);
  return state;
}

test('an instruction behind data must be aligned', () => {
  const byte = [more(A.BYTES, 1), 5];
  expect(() => bytesOf(withData(...byte, NOP, word(STOP)))).toThrow(
    'x.dast:2: the instruction behind data would be at 0x7e1234560001, which is not a multiple of 4; `.align 4` in front of it makes it one',
  );
  expect(words(bytesOf(withData(...byte, word(ALIGN, 3), NOP, word(STOP))))).toBe('00000005 d503201f');
  // Data may stand anywhere.
  const data = withData(...byte, word(STOP));
  expect(bytesOf(data).toString('hex')).toBe('05');
});

test('labels are set to addresses, and procedures have sizes', () => {
  const set = [word(LABEL_LG, GLOBAL_A), more(A.SETLABEL), 0x9400_0000, word(REL_LG, GLOBAL_A)];
  expect(code(set, [BASE + 0x1000n])).toBe('94000400');
  expect(failure(set, ['x' as unknown as Value])).toBe('RANGE_I x.dast:7: the string "x" is not an address');
  const state = stateOf(
    [NOP, word(LABEL_LG, GLOBAL_B), NOP, word(LABEL_PC), NOP, more(A.END_PROC, GLOBAL_B), NOP],
    [0],
  );
  expect(state.link()).toBe(16);
  expect([...procedureSizes(state)]).toEqual([[1, 8]]);
  expect(state.getPcLabel(0)).toBe(8);
});

const MALFORMED: readonly (readonly [actions: readonly number[], text: string])[] = [
  [[word(IMM, 0x205)], 'no instruction is in front of what changes one (offset 0)'],
  [[NOP, word(LABEL_PC), more(A.ADD_SUB)], 'no instruction is in front of what changes one (offset 2)'],
  [[NOP, more(31)], 'there is no action ESC 31 (offset 1)'],
  [[NOP, word(REL_LG, 10)], 'there is no label number 10 (offset 1)'],
  [[NOP, word(REL_LG, 0x1801)], 'there is no place 6144 (offset 1)'],
  [[NOP, place(0x6000)], 'there is no place 24576 (offset 1)'],
  [[word(LABEL_LG, 10)], 'there is no label number 10 (offset 0)'],
  [[NOP, more(A.ADD_CONSTANT), 1, NOP], 'a term that no PLACE follows (offset 3)'],
  [[NOP, more(A.SUBTRACT), place(Place.ADR)], 'SUBTRACT does not precede a term (offset 2)'],
  [[NOP, more(A.SUBTRACT), more(A.SUBTRACT)], 'SUBTRACT twice (offset 2)'],
  [[NOP, FIELD, pack({ position: 0, width: 5, flags: AGAIN })], 'FIELD with AGAIN does not follow a FIELD (offset 1)'],
  [[NOP, FIELD], 'the list ends inside of a chunk (offset 0)'],
  [[NOP, more(A.FLOAT8, 2)], 'FLOAT8 with 2, expected 0 or 1 (offset 1)'],
  [[NOP, more(A.OFFSET, 5)], 'there is no scale 5 (offset 1)'],
  [[more(A.LABEL_MACRO, 128)], 'there is no macro label number 128 (offset 0)'],
  [[more(A.END_PROC, 19)], 'there is no global label number 19 (offset 0)'],
  [[more(A.BYTES, 4), 0], 'BYTES with 4, expected 1 to 3 (offset 0)'],
  [[more(A.VALUE, 3)], 'there is no VALUE 3 (offset 0)'],
  [[word(ALIGN, 5)], 'ALIGN with 5, which is not 2ⁿ−1 (offset 0)'],
  [[NOP, more(A.SETLABEL)], 'SETLABEL does not follow a label (offset 1)'],
  [[0x0002_0000], 'the list ends inside of a chunk (offset 0)'],
]; // prettier-ignore

test('malformed lists are errors', () => {
  expect(() => arm64ActionList({ format: 1, arch: 'x64', actions: [] })).toThrow(
    "bad action list: arch 'x64', expected 'arm64'; actionList takes others",
  );
  expect(() => arm64ActionList({ format: 1, arch: 'arm64', actions: [2 ** 32] })).toThrow(
    'bad action list: actions[0] is 4294967296, expected 0…4294967295',
  );
  for (const [actions, text] of MALFORMED) {
    expect(failure(actions)).toBe(`BAD_LIST bad action list: ${text}`);
  }
});
