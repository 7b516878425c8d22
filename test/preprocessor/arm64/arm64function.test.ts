/**
 * Functions for the chunks of arm64 against the generic put, with random arguments: code, errors and
 * everything that a state holds must be the same. DYNASM_SEED=<seed> replays one program.
 */
import { expect, test } from '@jest/globals';
import * as encoder from '../../../src/encoder/index.ts';
import { randomFractions } from '../../seededrandom.ts';
import { evaluate, translate } from '../typescript/generatedmodule.ts';
import { codeOf, contents, failureOf } from '../typescript/statecontents.ts';

type Put = (state: encoder.State, ...args: readonly unknown[]) => void;

const replay = process.env['DYNASM_SEED'] || undefined;
const PROGRAMS = replay === undefined ? 150 : 1;
const firstSeed = replay === undefined ? Math.floor(Math.random() * 2 ** 31) : Number(replay);

/** Statements whose chunks have a function; those on one line go into one put. */
const STATEMENTS = [
  'add x0, x1, #i; sub Rx(r), sp, #i',
  'add w0, w1, w2, lsl #b; movz Rw(r), #w',
  'ldr x0, [x1, #o]; str w2, [Rx(r), #o]; ldrb w3, [x4, #i]; ldr q0, [x1, #o]',
  'ldp x0, x1, [sp, #p]; stp Rw(r), w2, [x3, #p]!',
  'ldur x0, [x1, #s]; ldr x0, [x1], #s',
  'mov x0, #i; mov w1, #w; mov Rx(r), #i',
  'lsl x0, x1, #b; lsr w0, w1, #b; ror x2, x3, #b; sbfiz x0, x1, #b, #1; ubfx w2, w3, #1, #b',
  'tbz x0, #b, >1; tbnz Rx(r), #b, <2',
  'b >1; b <2; bl ->out; b =>l; b.eq =>l; cbz Rx(r), ->out; bl extern f',
  'adr x0, >1; adrp x1, ->out; add x1, x1, :lo12:->out; ldr x2, [x1, :lo12:->out]; ldr x3, ->out',
  'adr x0, ->out + 8; adr x1, ->out + i',
  '1:; fadd Rd(r), d1, Rd(r); fmov Rs(r), w1; ccmp x0, #b, #n, ne; svc #w',
  '->out:; 2:; nop',
  '=>l:; ret',
  '.byte 1, 2, i; .hword i; nop; .long i, 5',
  '.quad ->out, ->out + 8; .long ->out - <1',
  'dup v0.4s, v1.s[n]; add v0.4s, v1.4s, v2.4s; shl v0.2d, v1.2d, #b; movi v3.16b, #5',
  '.data; nop; .code',
];
const GOOD: Readonly<Record<string, readonly unknown[]>> = {
  r: [0, 1, 15, 30, 31, 5n],
  i: [0, 1, 255, 4095, 128, 5n],
  b: [0, 1, 2, 17, 31],
  w: [0, 1, 255, 65535, 7n],
  o: [0, 16, 256, 4080, 16380, -256, -1, 8],
  p: [0, 16, 32, -64, 240],
  s: [0, 1, 255, -256, -1],
  n: [0, 1, 3],
  l: [0, 1, 2, 3],
};
const BAD = [0.5, NaN, undefined, 'x', 32, 63, 64, -1, 4096, 65536, 3, 2 ** 31, 2 ** 32 - 1, -(2 ** 31), 1n << 40n, 1n << 70n]; // prettier-ignore

test('functions do what the generic put does with random arguments', () => {
  const names = Object.keys(GOOD);
  const source = [
    '|.arch arm64\n|.section code, data\n|.actionlist actions',
    'const puts = [',
    ...STATEMENTS.map(
      text => `(Dst: any, ${names.map(name => `${name}: any`).join(', ')}) => {\n| ${text}\n},`,
    ),
    '];',
  ].join('\n');
  const texts = [true, false].map(specialise => translate(source, { specialise }));
  // A function for each, or a writer that never writes one would pass.
  expect(texts[0]?.match(/^function /gm)?.length).toBeGreaterThanOrEqual(STATEMENTS.length);
  const modules = texts.map(text => evaluate(text, ['actions', 'puts']));
  const lists = modules.map(({ actions }) => actions as encoder.ActionList);
  const puts = modules.map(module => module['puts'] as Put[]);
  const failures: string[] = [];
  for (let seed = firstSeed; seed < firstSeed + PROGRAMS && failures.length === 0; seed++) {
    const random = randomFractions(seed);
    const pick = <T>(values: readonly T[]): T => values[Math.floor(random() * values.length)] as T;
    const note = (what: string, found: string, expected: string): void => {
      if (found !== expected)
        failures.push(`DYNASM_SEED=${seed}, ${what}:\nfound    ${found}\nexpected ${expected}`);
    };
    const states = lists.map(list => new encoder.State(list));
    for (const state of states) {
      state.growPc(4);
      state.setupExtern((_, index) => 0x10004000 + index * 16);
    }
    const [fast, plain] = states as [encoder.State, encoder.State];
    const careless = random() < 0.5 ? 0 : 0.05;
    for (let calls = 30; calls > 0; calls--) {
      const index = Math.floor(random() * STATEMENTS.length);
      const values = names.map(name => pick(random() < careless ? BAD : (GOOD[name] ?? [])));
      const [found = '', expected = ''] = states.map((state, which) =>
        failureOf(() => puts[which]?.[index]?.(state, ...values)),
      );
      const what = `${STATEMENTS[index]} with ${values.map(String).join(', ')}`;
      note(what, found, expected);
      note(`state after ${what}`, contents(fast), contents(plain));
    }
    note('code', codeOf(fast, 0x10000000), codeOf(plain, 0x10000000));
  }
  expect(failures).toEqual([]);
});
