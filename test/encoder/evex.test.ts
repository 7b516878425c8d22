/**
 * What format 2 has for EVEX: REGISTER and DISP_SCALED (src/encoder/format/extendedaction.ts). iced-x86
 * decodes the code, for every number of every field, and displacements around all limits.
 */
import { expect, test } from '@jest/globals';
import { Decoder, DecoderOptions, type Instruction, Register } from 'iced-x86';
import * as RegisterField from '../../src/encoder/format/registerfield.ts';
import { actionList, EncodeError, State, type Value } from '../../src/encoder/index.ts';

type Arch = 'x64' | 'x86';

/** The code of one chunk of format 2, given without STOP. */
function codeOf(actions: readonly number[], args: readonly Value[], arch: Arch): Uint8Array {
  const list = actionList({ format: 2, arch, actions: [...actions, 255] });
  const state = new State(list);
  state.put(0, ...args);
  const code = new Uint8Array(state.link());
  state.encode(code, 0x1000);
  return code;
}

/** What goes wrong, in words; the code in hexadecimal if nothing does. */
function outcomeOf(actions: readonly number[], args: readonly Value[], arch: Arch = 'x64'): string {
  try {
    return Buffer.from(codeOf(actions, args, arch)).toString('hex');
  } catch (error) {
    return error instanceof EncodeError ? `${error.code} ${error.message}` : String(error);
  }
}

/** What `read` finds in the only instruction of some code. */
function decoded<T>(code: Uint8Array, arch: Arch, read: (instruction: Instruction) => T): T {
  const decoder = new Decoder(arch === 'x64' ? 64 : 32, code, DecoderOptions.None);
  const instruction = decoder.decode();
  expect([Buffer.from(code).toString('hex'), instruction.length]).toEqual([
    Buffer.from(code).toString('hex'),
    code.length,
  ]);
  const found = read(instruction);
  instruction.free();
  decoder.free();
  return found;
}

/** Literals, with ESC before those that are actions. */
function literals(...bytes: readonly number[]): readonly number[] {
  return bytes.flatMap(byte => (byte < 233 ? [byte] : [252, byte]));
}

function register(field: number, limit: number, distance: number): readonly number[] {
  return [252, 32, RegisterField.pack(field, limit), distance];
}

const { UP_TO_7, UP_TO_15, UP_TO_31, FROM_1_TO_7 } = RegisterField;
const HIGHEST: { readonly [limit: number]: number } = {
  [UP_TO_7]: 7,
  [UP_TO_15]: 15,
  [UP_TO_31]: 31,
  [FROM_1_TO_7]: 7,
};

interface Place {
  readonly name: string;
  readonly field: number;
  readonly limit: number;
  /** The instruction with the number 0, around the action. */
  readonly before: readonly number[];
  readonly after?: readonly number[];
  /** Of the prefix; 0 where there is none. */
  readonly distance: number;
  /** The register with the number 0, and where iced-x86 has the register. */
  readonly first: number;
  readonly read: (instruction: Instruction) => number;
  /** A number that the field does not take. */
  readonly except?: number;
  readonly only64?: true;
}

const VADDPS = [0x62, 0xf1, 0x7c, 0x48, 0x58];
const SCATTER = [0x62, 0xf2, 0x7d, 0x49, 0xa2];
const KADDB = [0xc5, 0xfd];

// prettier-ignore
const PLACES: readonly Place[] = [
  { name: 'zmm, ModRM.reg', field: RegisterField.REG, limit: UP_TO_31, before: [...VADDPS, 0xc0], distance: 6, first: Register.ZMM0, read: it => it.op0Register },
  { name: 'xmm, 0…15', field: RegisterField.REG, limit: UP_TO_15, before: [0x62, 0xf1, 0x7c, 0x08, 0x58, 0xc0], distance: 6, first: Register.XMM0, read: it => it.op0Register },
  { name: 'zmm, ModRM.rm', field: RegisterField.RM, limit: UP_TO_31, before: [...VADDPS, 0xc0], distance: 6, first: Register.ZMM0, read: it => it.op2Register },
  { name: 'vpbroadcastd zmm, r32', field: RegisterField.RM, limit: UP_TO_15, before: [0x62, 0xf2, 0x7d, 0x48, 0x7c, 0xc0], distance: 6, first: Register.EAX, read: it => it.op1Register },
  { name: 'base in SIB', field: RegisterField.RM, limit: UP_TO_15, before: [...VADDPS, 0x84, 0xc8], after: [0, 1, 0, 0], distance: 7, first: Register.RAX, read: it => it.memoryBase, only64: true },
  { name: 'base', field: RegisterField.MEMORY, limit: UP_TO_15, before: [...VADDPS, 0x80], after: [0, 1, 0, 0], distance: 6, first: Register.RAX, read: it => it.memoryBase, only64: true },
  { name: 'base, 32 bits', field: RegisterField.MEMORY, limit: UP_TO_7, before: [0x67, ...VADDPS, 0x80], after: [0, 1, 0, 0], distance: 6, first: Register.EAX, read: it => it.memoryBase, only64: true },
  { name: 'index', field: RegisterField.INDEX, limit: UP_TO_15, before: [...VADDPS, 0x84, 0xc1], after: [0, 1, 0, 0], distance: 7, first: Register.RAX, read: it => it.memoryIndex, except: 4, only64: true },
  { name: 'zmm index', field: RegisterField.VECTOR_INDEX, limit: UP_TO_31, before: [...SCATTER, 0x8c, 0x81], after: [0, 1, 0, 0], distance: 7, first: Register.ZMM0, read: it => it.memoryIndex },
  { name: 'zmm, vvvv', field: RegisterField.VVVV, limit: UP_TO_31, before: VADDPS.slice(0, 4), after: [0x58, 0xc0], distance: 4, first: Register.ZMM0, read: it => it.op1Register },
  { name: 'vvvv of a finished instruction', field: RegisterField.VVVV, limit: UP_TO_31, before: [...VADDPS, 0xc0], distance: 6, first: Register.ZMM0, read: it => it.op1Register },
  { name: 'mask', field: RegisterField.MASK, limit: FROM_1_TO_7, before: VADDPS.slice(0, 4), after: [0x58, 0xc0], distance: 4, first: Register.K0, read: it => it.opMask },
  { name: 'mask in a destination', field: RegisterField.REG, limit: UP_TO_7, before: [0x62, 0xf1, 0x7c, 0x48, 0xc2, 0xc0], after: [0], distance: 6, first: Register.K0, read: it => it.op0Register },
  { name: 'kaddb, reg', field: RegisterField.LOW_REG, limit: UP_TO_7, before: [...KADDB, 0x4a, 0xc0], distance: 0, first: Register.K0, read: it => it.op0Register },
  { name: 'kaddb, rm', field: RegisterField.LOW_RM, limit: UP_TO_7, before: [...KADDB, 0x4a, 0xc0], distance: 0, first: Register.K0, read: it => it.op2Register },
  { name: 'kaddb, vvvv', field: RegisterField.LOW_VVVV, limit: UP_TO_7, before: KADDB, after: [0x4a, 0xc0], distance: 0, first: Register.K0, read: it => it.op1Register },
  { name: 'paddb, reg', field: RegisterField.LOW_REG, limit: UP_TO_7, before: [0x0f, 0xfc, 0xc0], distance: 0, first: Register.MM0, read: it => it.op0Register },
  { name: 'paddb, rm', field: RegisterField.LOW_RM, limit: UP_TO_7, before: [0x0f, 0xfc, 0xc0], distance: 0, first: Register.MM0, read: it => it.op1Register },
];

function actionsOf({ field, limit, before, after = [], distance }: Place): readonly number[] {
  return [...literals(...before), ...register(field, limit, distance), ...literals(...after)];
}

test.each(PLACES)('every number goes into its field: $name', place => {
  const { limit, first, read, except, only64 } = place;
  const low = limit === FROM_1_TO_7 ? 1 : 0;
  for (const arch of only64 ? (['x64'] as const) : (['x64', 'x86'] as const)) {
    const high = arch === 'x64' ? (HIGHEST[limit] ?? 0) : 7;
    const what = limit === FROM_1_TO_7 ? 'the number of a mask' : 'a register number';
    for (const value of [low - 1, high + 1, 2 ** 31, 2 ** 32, 5n + 2n ** 40n]) {
      const message = `RANGE_VREG ${value} does not fit ${what}, ${low}…${high}`;
      expect(outcomeOf(actionsOf(place), [value], arch)).toBe(message);
    }
    expect(outcomeOf(actionsOf(place), [1.5], arch)).toBe('RANGE_VREG 1.5 is not an integer');
    for (let number = low; number <= high; number++) {
      if (number === except) continue;
      for (const value of [number, BigInt(number)]) {
        expect([number, decoded(codeOf(actionsOf(place), [value], arch), arch, read)]).toEqual([
          number,
          first + number,
        ]);
      }
    }
  }
});

test('the stack pointer is no index, but xmm4 is one', () => {
  const place = PLACES.find(({ name }) => name === 'index');
  expect(place && outcomeOf(actionsOf(place), [4])).toBe(
    'RANGE_VREG register 4 (esp, rsp) is not an index register',
  );
});

/** The numbers of the registers of `vaddps zmm{k}, zmm, [base+index+displacement]`, and the displacement. */
function numbersOf(it: Instruction): readonly number[] {
  return [
    it.op1Register - Register.ZMM0,
    it.opMask - Register.K0,
    it.op0Register - Register.ZMM0,
    it.memoryIndex - Register.RAX,
    it.memoryBase - Register.RAX,
    Number(BigInt.asIntN(64, it.memoryDisplacement)),
  ];
}

test('all registers of an instruction can be variable', () => {
  // vaddps zmm(a){k(b)}, zmm(c), [Rq(d)+zmm…]: first the registers, then the displacement.
  const actions = [
    ...literals(0x62, 0xf1, 0x7c, 0x48),
    ...register(RegisterField.VVVV, UP_TO_31, 4),
    ...register(RegisterField.MASK, FROM_1_TO_7, 4),
    ...literals(0x58, 0x84),
    253,
    ...register(RegisterField.REG, UP_TO_31, 6),
    ...literals(0xc0),
    ...register(RegisterField.INDEX, UP_TO_15, 7),
    ...register(RegisterField.RM, UP_TO_15, 7),
    252,
    33,
    6,
  ];
  for (const [c, b, a, index, base, displacement] of [
    [0, 1, 0, 0, 0, 0],
    [31, 7, 31, 15, 15, 64],
    [16, 2, 8, 12, 13, 0],
    [15, 3, 23, 8, 4, -8192],
    [8, 4, 16, 5, 12, 8128],
    [7, 5, 15, 3, 5, 8192],
  ] as const) {
    const code = codeOf(actions, [c, b, a, index, base, displacement], 'x64');
    expect(decoded(code, 'x64', numbersOf)).toEqual([c, b, a, index, base, displacement]);
  }
});

/** Instructions whose disp8 counts in units of 2ˢ bytes, by s. The register of the base follows. */
// prettier-ignore
const UNITS: readonly (readonly number[])[] = [
  [0x62, 0xf2, 0x7d, 0x08, 0x78], // vpbroadcastb xmm, m8
  [0x62, 0xf2, 0x7d, 0x08, 0x79], // vpbroadcastw xmm, m16
  [0x62, 0xf1, 0x7e, 0x08, 0x58], // vaddss xmm, xmm, m32
  [0x62, 0xf1, 0xff, 0x08, 0x58], // vaddsd xmm, xmm, m64
  [0x62, 0xf1, 0x7c, 0x08, 0x58], // vaddps xmm, xmm, m128
  [0x62, 0xf1, 0x7c, 0x28, 0x58], // vaddps ymm, ymm, m256
  VADDPS,
];

/** The length of a displacement that is as short as possible. */
function lengthOf(displacement: number, unit: number, base: number): number {
  if (displacement === 0 && base % 8 !== 5) return 0;
  const isShort = displacement % unit === 0 && displacement >= -128 * unit && displacement <= 127 * unit;
  return isShort ? 1 : 4;
}

test.each([...UNITS.keys()])('displacements of a byte are multiples of 2 to the power of %i', scale => {
  const unit = 2 ** scale;
  const edges = [-129, -128, -127, -2, -1, 0, 1, 2, 63, 64, 126, 127, 128].map(units => units * unit);
  const near = edges.flatMap(edge => [edge - unit / 2, edge - 1, edge, edge + 1, edge + unit / 2]);
  const others = [-129, -128, 127, 128, -(2 ** 31), 2 ** 31 - 1, 2 ** 31 - unit, 5 * 2 ** 24];
  const displacements = new Set([...near, ...others].filter(Number.isInteger));
  const actions = [
    ...literals(...UNITS[scale]!, 0x80),
    253,
    ...register(RegisterField.MEMORY, UP_TO_15, 6),
    252,
    33,
    scale,
  ];
  for (const arch of ['x64', 'x86'] as const) {
    const first = arch === 'x64' ? Register.RAX : Register.EAX;
    for (let base = 0; base < (arch === 'x64' ? 16 : 8); base++) {
      for (const displacement of displacements) {
        const code = codeOf(actions, [base, displacement], arch);
        const found = decoded(code, arch, it => [
          it.memoryBase - first,
          BigInt.asIntN(32, it.memoryDisplacement),
          code.length,
        ]);
        const sib = base % 8 === 4 ? 1 : 0;
        const length = 6 + sib + lengthOf(displacement, unit, base);
        expect([displacement, ...found]).toEqual([displacement, base, BigInt(displacement), length]);
      }
    }
  }
});

test('the displacement has the range of the architecture', () => {
  const actions = [...literals(...VADDPS, 0x80), 252, 33, 6];
  expect(outcomeOf(actions, [2 ** 31])).toBe('RANGE_I 2147483648 does not fit a displacement, −2³¹…2³¹−1');
  expect(outcomeOf(actions, [-(2 ** 31) - 1])).toMatch(/^RANGE_I -2147483649 does not fit a displacement/);
  expect(outcomeOf(actions, [0.5])).toBe('RANGE_I 0.5 is not an integer');
  // On x86 addresses wrap around, unless the list says that the value is signed.
  expect(outcomeOf(actions, [2 ** 32 - 64], 'x86')).toBe(outcomeOf(actions, [-64], 'x86'));
  expect(outcomeOf(actions, [2 ** 32], 'x86')).toBe('RANGE_I 4294967296 does not fit a dword, −2³¹…2³²−1');
});
