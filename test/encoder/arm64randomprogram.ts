/**
 * Random programs for the encoder for ARM64. `randomArm64Program` takes a seed and returns a program. Most
 * programs are right; some have a value, label or section that is out of range.
 */
import * as Arm64Action from '../../src/encoder/format/arm64/arm64action.ts';
import * as A from '../../src/encoder/format/arm64/arm64extendedaction.ts';
import * as Arm64Field from '../../src/encoder/format/arm64/arm64field.ts';
import * as Place from '../../src/encoder/format/arm64/arm64place.ts';
import { type Random, randomNumbers } from '../seededrandom.ts';
import { BIT_MASKS, FLOATS } from './arm64modelimmediate.ts';
import type { Call, Program } from './encoderprogram.ts';

type Value = number | bigint;

/** Words of the list, and what makes arguments for them. Each has an instruction, a label or data. */
interface Piece {
  readonly words: readonly number[];
  readonly args?: (random: Random) => readonly Value[];
  /** How many of the arguments are pc labels, which there may not be. */
  readonly hasPc?: boolean;
  /** The numbers of local and macro labels (from 100 on) that it refers to forward, and that it defines. */
  readonly forward?: number;
  readonly defines?: number;
  /** The offsets of definitions that may be the second ones of their labels. */
  readonly unique?: string;
}

const { word, STOP, SECTION, REL_EXT, ALIGN, REL_LG, LABEL_LG, REL_PC, LABEL_PC, REL_A } = Arm64Action;
const { IMM, IMM6, IMM12, IMM13W, IMM13X, IMML, IMMV, VREG } = Arm64Action;
const { extendedWord: more, placeWord: place } = A;
const { AGAIN, BOUND, MINUS, REGISTER, SUM, pack } = Arm64Field;

const NOP = 0xd503_201f;
const [ADD, MOVZ, LDR, BRANCH, COND, TBZ, ADR, ADRP] = [
  0x9100_0020, 0xd280_0001, 0xf840_0020, 0x1400_0000, 0x5400_0001, 0x3600_0000, 0x1000_0001, 0x9000_0001,
];
const MASKS = [...BIT_MASKS.keys()];
const MASKS_32 = MASKS.filter(mask => mask >> 32n === (mask & 0xffff_ffffn)).map(mask => Number(mask >> 32n));
const FLOAT_VALUES = [...FLOATS.keys()];
const MACRO_LABELS = 3;
const GLOBALS = 5;

const small =
  (limit: number) =>
  (random: Random): readonly Value[] => [random(limit)];
const halves = (value: bigint): readonly Value[] => [
  Number(BigInt.asIntN(32, value)),
  Number(BigInt.asUintN(32, value >> 32n)),
];
const anyInteger = (random: Random): bigint =>
  BigInt.asIntN(64, BigInt(random(2 ** 32)) << BigInt(random(34))) - BigInt(random(3));

/** The pieces that refer to a place which branches can reach. */
const REFERENCES: readonly Piece[] = [
  ...[BRANCH, COND, TBZ, ADR].flatMap((instruction, n): Piece[] => {
    const where = [Place.BRANCH26, Place.BRANCH19, Place.BRANCH14, Place.ADR][n]!;
    return [
      { words: [instruction, word(REL_LG, where | 3)], forward: 3 },
      { words: [word(LABEL_LG, 12), NOP, instruction, word(REL_LG, where | 12)], defines: 2 },
      { words: [instruction, word(REL_LG, where | (20 + (n % GLOBALS)))] },
      { words: [instruction, word(REL_PC, where)], hasPc: true },
      { words: [instruction, more(A.ADD_MACRO, 0x80 | 1), place(where)], forward: 101 },
      { words: [more(A.LABEL_MACRO, 2), NOP, instruction, more(A.ADD_MACRO, 2), place(where)], defines: 102 },
      { words: [instruction, more(A.ADD_LG, 20 + n), more(A.ADD_CONSTANT), 8, place(where)] },
    ];
  }),
  { words: [BRANCH, word(REL_EXT, Place.BRANCH26 | 1)] },
  { words: [ADRP, more(A.ADD_LG, 21), place(Place.ADRP), ADD, more(A.ADD_LG, 21), place(Place.LO12)] },
  { words: [ADRP, more(A.ADD_EXTERN, 2), place(Place.ADRP), LDR, more(A.ADD_EXTERN, 2), place(Place.LO12 | 0x80)] },
  { words: [word(REL_EXT, Place.ADDRESS | 2)] },
  { words: [word(REL_LG, Place.ADDRESS | 22)] },
  { words: [word(REL_PC, Place.ADDRESS)], hasPc: true },
  { words: [word(REL_A, Place.ADDRESS)], args: random => halves(anyInteger(random)) },
  { words: [more(A.ADD_PC), more(A.SUBTRACT), more(A.ADD_VALUE), place(Place.DATA | 0x60)], hasPc: true, args: random => [anyInteger(random)] },
  { words: [NOP, word(LABEL_LG, 14), NOP, more(A.ADD_LG, 14), more(A.SUBTRACT), more(A.ADD_LG, 14), more(A.ADD_CONSTANT), 100, place(Place.DATA), more(A.BYTES, 3), 0x33_2211], defines: 4 },
  { words: [more(A.ADD_HALVES), place(Place.DATA | 0x40 | Place.SIGNED)], args: random => halves(BigInt(random(2 ** 32) - 2 ** 31)) },
  { words: [more(A.BYTES, 2), 0x2211, more(A.ADD_VALUE), place(Place.DATA | 0x20)], args: random => [random(2 ** 16) - random(2) * 2 ** 15] },
  { words: [0x5800_0001, more(A.ADD_LG, 23), place(Place.POOL8)] },
  { words: [0x5800_0001, more(A.ADD_EXTERN, 1), more(A.ADD_CONSTANT), 16, place(Place.POOL8)] },
  { words: [0x5800_0001, more(A.ADD_VALUE), place(Place.POOL8)], args: random => [random(4)] },
  { words: [0x1800_0001, more(A.ADD_VALUE), place(Place.POOL4)], args: random => [random(4) - 2] },
  { words: [0x5800_0001, more(A.ADD_HALVES), place(Place.POOL8)], args: random => halves(BigInt(random(3))) },
]; // prettier-ignore

const INSTRUCTIONS: readonly Piece[] = [
  { words: [NOP] },
  { words: [0x0002_0000, 0x0012_3456] },
  { words: [ADD, word(IMM12)], args: random => [random(4096) * [1, 4096][random(2)]!] },
  { words: [ADD, more(A.ADD_SUB)], args: random => [(random(4096) * [1, 4096][random(2)]!) * (1 - 2 * random(2))] },
  { words: [0x1200_0041, word(IMM13W)], args: random => [MASKS_32[random(MASKS_32.length)]!] },
  { words: [0x9200_0041, word(IMM13X)], args: random => halves(MASKS[random(MASKS.length)]!) },
  { words: [MOVZ, word(IMM, 0x205)], args: small(65536) },
  { words: [0x5280_0001, more(A.MOV_W)], args: random => [[random(65536) * 65536, ~random(65536), MASKS_32[random(MASKS_32.length)]!][random(3)]!] },
  { words: [MOVZ, more(A.MOV_X)], args: random => halves([BigInt(random(65536)) << BigInt(16 * random(4)), ~BigInt(random(65536)), MASKS[random(MASKS.length)]!][random(3)]!) },
  { words: [LDR, word(IMML, 3)], args: random => [[random(4096) * 8, random(512) - 256][random(2)]!] },
  { words: [0x3cc0_0020, more(A.OFFSET, 4)], args: random => [[random(4096) * 16, random(512) - 256][random(2)]!] },
  { words: [0x6d00_0440, word(IMM, 0x8cef)], args: random => [(random(128) - 64) * 8] },
  { words: [0x8b00_0000, word(VREG), word(VREG, 5), word(VREG, 16)], args: random => [random(32), random(32), random(32)] },
  { words: [0x3600_0000, word(VREG), word(IMM6), word(REL_LG, Place.BRANCH14 | 20)], args: random => [random(32), random(64)] },
  { words: [0x1e60_1000, more(A.FLOAT8)], args: random => [FLOAT_VALUES[random(256)]!] },
  { words: [0x6f00_f400, more(A.FLOAT8, 1)], args: random => [FLOAT_VALUES[random(256)]!] },
  { words: [0x2f00_e400, more(A.BYTE_MASK)], args: random => halves(0xffn * BigInt(random(2)) << BigInt(8 * random(8))) },
  { words: [0xd340_0020, more(A.FIELD), pack({ position: 16, width: 6, flags: MINUS }), 0, 63, more(A.FIELD), pack({ position: 10, width: 6, bias: 63, flags: MINUS | AGAIN })], args: small(64) },
  { words: [0xd340_0020, word(IMM, 0x00d0), more(A.FIELD), pack({ position: 10, width: 6, bias: -1, flags: SUM | BOUND }), 1, 64], args: random => [random(32), 1 + random(32)] },
  { words: [0x4f00_0000, more(A.FIELD), pack({ position: 16, width: 4, flags: REGISTER }), 0, 15, more(A.FIELD), pack({ position: 11, width: 1, drop: 3, flags: REGISTER | AGAIN })], args: small(16) },
  { words: [0x2d00_0400, more(A.FIELD), pack({ position: 15, width: 7, scale: 2, bias: 3 }), -256 >>> 0, 240], args: random => [(random(124) - 64) * 4] },
  { words: [word(IMMV)], args: random => [random(2 ** 32) - random(2) * 2 ** 31] },
]; // prettier-ignore

const OTHERS: readonly Piece[] = [
  { words: [word(LABEL_LG, 13)], defines: 3 },
  { words: [more(A.LABEL_MACRO, 1)], defines: 101 },
  ...Array.from({ length: GLOBALS }, (_, n) => ({ words: [word(LABEL_LG, 20 + n)], unique: `->${n}` })),
  { words: [word(LABEL_LG, 24), more(A.SETLABEL)], args: random => [anyInteger(random)], unique: '->4' },
  { words: [word(LABEL_PC)], hasPc: true, unique: 'pc' },
  { words: [more(A.END_PROC, 20)] },
  { words: [word(ALIGN, 7)] },
  { words: [word(ALIGN, 63)] },
  { words: [more(A.ALIGN_FILL, 31), 0xcc] },
  { words: [more(A.POOL)] },
  { words: [more(A.BYTES, 4 - 1), 0xcc_bbaa, more(A.BYTES, 1), 0xdd] },
  { words: [more(A.VALUE, 1), more(A.VALUE, 0), more(A.VALUE, A.SIGNED)], args: random => [random(65536), random(256), random(128)] },
  { words: [more(A.SPACE, 0xaa)], args: random => [random(40) === 0 ? 5000 : [0, 4, 100][random(3)]!] },
]; // prettier-ignore

const WRONG: readonly Value[] = [
  -1,
  32,
  64,
  5000,
  2 ** 31,
  2 ** 32,
  -(2 ** 31) - 1,
  0.5,
  1n << 70n,
  255,
  12,
  3,
];
const BASES = [0x1000_0000n, 0x7e12_3456_0ff0n, 0x7fff_ffff_ffff_f000n, 0xffff_ffff_f000n, 1n << 53n];

export function randomArm64Program(seed: number): Program {
  const random = randomNumbers(seed);
  const pick = <T>(choices: readonly T[]): T => choices[random(choices.length)]!;
  const chance = (percent: number): boolean => random(1000) < percent * 10;
  const careless = chance(15);
  const labelsAreUnique = chance(50);

  const chunks: (readonly Piece[])[] = [
    [{ words: [word(SECTION, 0)] }],
    [{ words: [word(SECTION, 1)] }],
    ...[...REFERENCES, ...INSTRUCTIONS, ...OTHERS].map(piece => [piece]),
  ];
  for (let count = 25; count > 0; count--) {
    const pieces = Array.from({ length: 1 + random(6) }, () =>
      pick([...INSTRUCTIONS, pick(REFERENCES), pick(OTHERS)]),
    );
    chunks.push(chance(8) ? [...pieces, { words: [word(SECTION, random(careless ? 3 : 2))] }] : pieces);
  }
  const actions: number[] = [];
  const lines: number[] = [];
  const moving: number[] = [];
  const starts = chunks.map(pieces => {
    const start = actions.length;
    for (const { words, unique } of pieces) {
      if (chance(70)) lines.push(actions.length);
      if (unique !== undefined && chance(20)) moving.push(actions.length);
      actions.push(...words);
    }
    if (actions.at(-1)! >>> 16 !== SECTION || pieces.at(-1)!.words.length > 1) actions.push(word(STOP));
    return start;
  });

  let pcLabels = pick([0, 1, 4, 9]);
  const calls: Call[] = [{ do: 'growPc', count: pcLabels }];
  /** The labels that are referenced forward and not defined. */
  const open = new Set<number>();
  const defined = new Set<string>();

  const put = (index: number): void => {
    const pieces = chunks[index]!;
    let offset = starts[index]!;
    const values: Value[] = [];
    const known = new Set(defined);
    for (const { words, args, hasPc = false, unique } of pieces) {
      let name = unique;
      if (hasPc) {
        if (pcLabels === 0) return;
        const pc = random(pcLabels);
        values.push(pc);
        if (unique !== undefined) name = `=>${pc}`;
      }
      if (name !== undefined) {
        if (labelsAreUnique && !moving.includes(offset) && known.has(name) && !chance(careless ? 10 : 0.3))
          return;
        known.add(name);
      }
      for (const value of args?.(random) ?? []) {
        const isWhole = Number.isInteger(value);
        if (careless && chance(2)) values.push(pick(WRONG));
        else values.push(isWhole && chance(10) ? BigInt(value) : value);
      }
      offset += words.length;
    }
    for (const name of known) defined.add(name);
    for (const { forward, defines } of pieces) {
      if (forward !== undefined) open.add(forward);
      if (defines !== undefined) open.delete(defines);
    }
    calls.push({ do: 'put', start: starts[index]!, arguments: values });
  };
  const lone = (words: readonly number[]): number =>
    chunks.findIndex(([piece, ...rest]) => rest.length === 0 && piece?.words.join() === words.join());

  for (let count = pick([5, 20, 60, 200]); count > 0; count--) {
    const dice = random(100);
    if (dice === 0) calls.push({ do: 'growPc', count: (pcLabels += random(5)) });
    else if (dice === 1 && (open.size === 0 || careless))
      calls.push({ do: 'checkStep', section: careless ? random(3) : -1 });
    else put(random(chunks.length));
  }
  for (const label of open) {
    put(lone([label < 100 ? word(LABEL_LG, 10 + label) : more(A.LABEL_MACRO, label - 100)]));
  }
  const start = starts[lone([word(LABEL_PC)])]!;
  for (let pc = 0; pc < pcLabels; pc++) {
    if (labelsAreUnique && !moving.includes(start) && defined.has(`=>${pc}`)) continue;
    if (random(1000) > 1) calls.push({ do: 'put', start, arguments: [pc] });
  }
  const base = pick(BASES);
  return {
    arch: 'arm64',
    actions,
    signed: [],
    moving: labelsAreUnique ? moving : undefined,
    lines,
    sections: 2,
    globals: careless ? pick([GLOBALS - 1, GLOBALS]) : GLOBALS,
    macroLabels: MACRO_LABELS,
    calls,
    base,
    // Now and then out of reach of some branches.
    globalBase: base + (chance(93) ? 0x1000n : 0x20_0000n),
    externBase: base + (chance(98) ? 0x100_0000n : 0x4000_0000_0000n),
  };
}
