/**
 * Functions for chunks against the generic put. Random programs run through both; code, errors and everything
 * that a state holds must be the same after each put. DYNASM_SEED=<seed> replays one program,
 * DYNASM_PROGRAMS=<count> runs more of them.
 */
import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { transformSync } from 'oxc-transform';
import { DecodedChunks } from '../../../src/encoder/format/decoder.ts';
import * as encoder from '../../../src/encoder/index.ts';
import type { ChunkFunction } from '../../../src/preprocessor/language/typescript/print/chunkwriter.ts';
import { writeFunction } from '../../../src/preprocessor/language/typescript/print/functionwriter.ts';
import type { Program } from '../../encoder/encoderprogram.ts';
import { randomProgram } from '../../encoder/randomprogram.ts';
import { readReference } from '../../encoder/referenceprogram.ts';
import { randomFractions } from '../../seededrandom.ts';
import { evaluate, translate } from './generatedmodule.ts';
import { codeOf, contents, failureOf } from './statecontents.ts';

type Put = (state: encoder.State, ...args: readonly unknown[]) => void;
type ChunkPut = (target: encoder.PutTarget, ...args: readonly unknown[]) => void;

const replay = process.env['DYNASM_SEED'] || undefined;
const count = replay === undefined ? Number(process.env['DYNASM_PROGRAMS'] ?? 200) : 1;
const firstSeed = replay === undefined ? Math.floor(Math.random() * 2 ** 31) : Number(replay);

/** The functions of all chunks that have one, by the start of the chunk. */
function functionsOf(list: encoder.ActionList, program: Program): ReadonlyMap<number, ChunkPut> {
  const { actions, arch, signed, moving, calls } = program;
  const chunks = new DecodedChunks(Uint8Array.from(actions), 2, arch === 'x64', signed, list.lines, moving);
  const starts = new Set(calls.flatMap(call => (call.do === 'put' ? [call.start] : [])));
  const functions: ChunkFunction[] = [];
  for (const start of starts) {
    const written = writeFunction(`$put${start}`, chunks, start, '$dasm');
    if (written) functions.push(written);
  }
  const { code } = transformSync('test.ts', functions.map(({ text }) => text).join('\n'));
  const names = functions.map(({ name }) => `${name.slice('$put'.length)}: ${name}`);
  // eslint-disable-next-line typescript/no-implied-eval -- running generated code is what this test is for
  const made = new Function('$dasm', `${code}\nreturn { ${names.join(', ')} };`)(encoder) as Record<
    string,
    ChunkPut
  >;
  return new Map(Object.entries(made).map(([start, put]) => [Number(start), put]));
}

function note(failures: string[], seed: number, what: string, found: string, expected: string): void {
  if (found === expected || failures.length > 4) return;
  failures.push(
    `seed ${seed}, ${what}:\nfound    ${found}\nexpected ${expected}\n` +
      `replay: DYNASM_SEED=${seed} npm test -- test/preprocessor/typescript/chunkfunction`,
  );
}

test.each(['x64', 'x86'] as const)(
  'functions do what the generic put does in random programs for %s',
  arch => {
    const { actions } = readReference(arch);
    const failures: string[] = [];
    let [special, generic] = [0, 0];
    for (let seed = firstSeed; seed < firstSeed + count; seed++) {
      const program = randomProgram(arch, actions, seed);
      const { signed, moving, sections, globals, calls, base } = program;
      const random = randomFractions(seed);
      // A source line may start at any action.
      const lines = [0, ...program.actions.keys()].filter(() => random() < 0.2);
      const list = encoder.actionList({
        format: 2,
        arch,
        macroLabels: program.macroLabels,
        actions: program.actions,
        signed,
        ...(moving && { moving }),
        files: ['x.dast'],
        lines: lines.flatMap((offset, index) => [offset, 0, index + 1]),
      });
      const functions = functionsOf(list, program);
      const [plain, fast] = [0, 1].map(() => {
        const state = new encoder.State(list, { sections, globals });
        for (let i = 0; i < globals; i++) state.globals[i] = program.globalBase + 16n * BigInt(i);
        state.setupExtern((_, index) => program.externBase + 16n * BigInt(index));
        return state;
      }) as [encoder.State, encoder.State];
      for (const [index, call] of calls.entries()) {
        if (call.do === 'growPc') [plain, fast].forEach(state => state.growPc(call.count));
        else {
          const expected = failureOf(() =>
            call.do === 'put' ? plain.put(call.start, ...call.arguments) : plain.checkStep(call.section),
          );
          const found = failureOf(() => {
            const put = call.do === 'put' ? functions.get(call.start) : undefined;
            if (call.do === 'checkStep') fast.checkStep(call.section);
            else if (put) put(list.on(fast), ...call.arguments);
            else fast.put(call.start, ...call.arguments);
            if (put) special++;
            else generic++;
          });
          note(failures, seed, `call ${index}`, found, expected);
          note(failures, seed, `state after call ${index}`, contents(fast), contents(plain));
        }
      }
      note(failures, seed, 'code', codeOf(fast, base), codeOf(plain, base));
    }
    expect(failures).toEqual([]);
    // Without this, a writer that never writes a function would pass.
    if (replay === undefined) expect(special).toBeGreaterThan(generic / 4);
  },
);

test('numbers of EVEX registers go into the prefix where it is written', () => {
  // vaddps zmm(a){k(b)}, zmm(c), [Rq(d)+e]
  const actions = [98, 252, 241, 124, 72, 252, 32, 0x25, 4, 252, 32, 0x36, 4, 88, 128, 253];
  actions.push(252, 32, 0x20, 6, 252, 32, 0x12, 6, 252, 33, 6, 255);
  const [is64Bit, is32Bit] = [true, false].map(isX64 => {
    const chunks = new DecodedChunks(Uint8Array.from(actions), 2, isX64, [], new Int32Array(0));
    return writeFunction('put', chunks, 0, '$dasm')?.text.split('\n').slice(2);
  });
  expect(is64Bit).toEqual([
    '  if (!(s.has(11, 0, 0) && $dasm.isWithin(a, 0, 31) && $dasm.isWithin(b, 1, 7) && $dasm.isWithin(c, 0, 31) && $dasm.isWithin(d, 0, 15) && (d & 7) !== 4 && $dasm.isInt(e))) return Dst.put(0, a, b, c, d, e);',
    '  s.word(p, 0x487cf162 ^ (a & 15) << 19 ^ ((a & 16) >> 1) << 24 ^ b << 24 ^ (c & 8) << 12 ^ (c & 16) << 8 ^ (d & 24) << 10);',
    '  s.word(p + 4, 0x8058 ^ (c & 7) << 11 ^ (d & 7) << 8);',
    '  p = s.displacement(p + 6, p + 5, e, 6);',
    '  s.position = p;',
    '}',
    '',
  ]);
  // There the prefix has nothing of ModRM.
  expect(is32Bit?.slice(1, 3)).toEqual([
    '  s.word(p, 0x487cf162 ^ a << 19 ^ b << 24);',
    '  s.word(p + 4, 0x8058 ^ c << 11 ^ d << 8);',
  ]);
});

/** Statements that make many kinds of chunks; those on one line go into one put. */
const STATEMENTS = readFileSync(new URL('../../../fixtures/random/chunks.txt', import.meta.url), 'utf8')
  .trimEnd()
  .split('\n');

/** Values that fit each variable of the statements. */
const GOOD: Readonly<Record<string, readonly unknown[]>> = {
  r: [0, 1, 3, 4, 5, 7, 8, 12, 13, 15],
  b: [0, 1, 3, 4, 5, 7, 8, 12, 13, 15],
  x: [0, 3, 5, 8, 12, 15],
  v: [0, 1, 4, 7, 8, 15, 16, 23, 24, 31, 5n],
  k: [1, 2, 4, 7],
  d: [0, 8, -128, 127, 128, -129, 100000, -(2 ** 31), 5n],
  i: [0, 1, -1, 127, 128, 100, 255, 5n],
  n: [0, 1, 77, 300, 0x1234, 7n],
  pc: [0, 1, 2, 3, 4, 5n],
};
/** Values that fit few of them or none. */
const BAD = [
  0.5,
  NaN,
  -0,
  undefined,
  null,
  'x',
  2 ** 31,
  2 ** 32 - 1,
  2 ** 32,
  -129,
  256,
  65536,
  16,
  4,
  1n << 40n,
  1n << 70n,
  -1,
  99,
  {},
];

/** The labels that a statement must not define a second time. `pc`: the value of its variable. */
function definedBy(statement: string, pc: unknown): readonly string[] {
  const definitions = statement.matchAll(/(?<=^|; )(?:->\w+|=>pc(\+1)?)(?=:)/g);
  return [...definitions].map(([text, next]) =>
    text.startsWith('->') ? text : `=>${Number(pc) + (next === undefined ? 0 : 1)}`,
  );
}

test('functions do what the generic put does with random arguments', () => {
  const source = [
    '|.arch x64\n|.section code, data\n|.actionlist actions',
    'const puts = [',
    ...STATEMENTS.map(
      text =>
        `(Dst: any, r: any, b: any, x: any, v: any, k: any, d: any, i: any, n: any, pc: any) => {\n| ${text}\n},`,
    ),
    '];',
  ].join('\n');
  const modules = [true, false].map(special =>
    evaluate(translate(source, { specialise: special }), ['actions', 'puts']),
  );
  const lists = modules.map(({ actions }) => actions as encoder.ActionList);
  const puts = modules.map(module => module['puts'] as Put[]);
  const failures: string[] = [];
  for (let seed = firstSeed; seed < firstSeed + count; seed++) {
    const random = randomFractions(seed);
    const pick = <T>(values: readonly T[]): T => values[Math.floor(random() * values.length)] as T;
    const states = lists.map(list => new encoder.State(list));
    for (const state of states) {
      state.growPc(8);
      state.setupExtern((_, index) => 0x10004000 + index);
    }
    const [fast, plain] = states as [encoder.State, encoder.State];
    const careless = random() < 0.5 ? 0 : 0.03;
    const labels = new Set<string>();
    for (let calls = 40; calls > 0; calls--) {
      const index = Math.floor(random() * STATEMENTS.length);
      const values = Object.values(GOOD).map(pool => pick(random() < careless ? BAD : pool));
      const made = definedBy(STATEMENTS[index] ?? '', values[Object.keys(GOOD).indexOf('pc')]);
      if (made.some(label => labels.has(label)) && random() < 0.95) continue;
      for (const label of made) labels.add(label);
      const [found = '', expected = ''] = states.map((state, which) =>
        failureOf(() => puts[which]?.[index]?.(state, ...values)),
      );
      const what = `${STATEMENTS[index]} with ${values.map(String).join(', ')}`;
      note(failures, seed, what, found, expected);
      note(failures, seed, `state after ${what}`, contents(fast), contents(plain));
    }
    note(failures, seed, 'code', codeOf(fast, 0x10000000), codeOf(plain, 0x10000000));
  }
  expect(failures).toEqual([]);
});
