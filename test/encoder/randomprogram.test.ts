/**
 * Random programs run through the encoder and through the model of it (encodermodel.ts); the outcomes must be
 * equal. DYNASM_SEED=<seed> replays one program, DYNASM_PROGRAMS=<count> says how many there are.
 */
import { expect, test } from '@jest/globals';
import { codeLines, actionList, EncodeError, State } from '../../src/encoder/index.ts';
import { procedureSizes } from '../../src/encoder/inspection.ts';
import { runModel } from './encodermodel.ts';
import type { Outcome, Program } from './encoderprogram.ts';
import { randomProgram } from './randomprogram.ts';
import { readReference } from './referenceprogram.ts';

const replay = process.env['DYNASM_SEED'] || undefined;
const count = Number(process.env['DYNASM_PROGRAMS'] ?? 1500);
const firstSeed = replay === undefined ? Math.floor(Math.random() * 2 ** 31) : Number(replay);

function runEncoder(program: Program): Outcome {
  const { arch, actions, signed, moving, sections, globals, macroLabels } = program;
  const lines = program.lines.flatMap((offset, index) => [offset, 0, index + 1]);
  const unique = moving && { moving };
  const list = actionList({
    format: 2,
    arch,
    actions,
    signed,
    ...unique,
    macroLabels,
    files: ['random'],
    lines,
  });
  const state = new State(list, { sections, globals });
  for (let i = 0; i < globals; i++) state.globals[i] = program.globalBase + 16n * BigInt(i);
  state.setupExtern((_, index) => program.externBase + 16n * BigInt(index));
  let pcCount = 0;
  try {
    for (const call of program.calls) {
      if (call.do === 'put') state.put(call.start, ...call.arguments);
      else if (call.do === 'checkStep') state.checkStep(call.section);
      else {
        state.growPc(call.count);
        pcCount = call.count;
      }
    }
    const buffer = new Uint8Array(state.link());
    state.encode(buffer, program.base);
    return {
      status: '0',
      code: Buffer.from(buffer).toString('hex'),
      globals: Array.from({ length: globals }, (_, i) => BigInt(state.globals[i] ?? 0)),
      pcLabels: Array.from({ length: pcCount }, (_, pc) => state.getPcLabel(pc)),
      lines: linesOf(state),
      procedures: [...procedureSizes(state)].toSorted(([a], [b]) => a - b),
    };
  } catch (error) {
    if (!(error instanceof EncodeError)) throw error;
    return {
      status: error.status.toString(16),
      code: '',
      globals: [],
      pcLabels: [],
      lines: [],
      procedures: [],
    };
  }
}

function linesOf(state: State): Outcome['lines'] {
  const triples = [...codeLines(state)];
  return triples.flatMap((offset, index) =>
    index % 3 === 0 ? [[offset, triples[index + 2] ?? 0] as const] : [],
  );
}

/** The first place where two texts differ. */
function difference(actual: string, expected: string): string {
  let at = 0;
  while (actual[at] === expected[at]) at++;
  const start = Math.max(0, (at & ~1) - 32);
  return `at ${at}: encoder …${actual.slice(start, start + 64)}…, model …${expected.slice(start, start + 64)}…`;
}

test.each(['x64', 'x86'] as const)('random programs have the outcome of the model, %s', arch => {
  const { actions } = readReference(arch);
  const statuses = new Map<string, number>();
  const failures: string[] = [];
  const runs = replay === undefined ? count : 1;
  for (let seed = firstSeed; seed < firstSeed + runs && failures.length < 5; seed++) {
    const program = randomProgram(arch, actions, seed);
    const expected = runModel(program);
    const actual = runEncoder(program);
    const code = expected.status.padStart(8, '0').slice(0, 2);
    statuses.set(code, (statuses.get(code) ?? 0) + 1);
    for (const key of ['status', 'code', 'globals', 'pcLabels', 'lines'] as const) {
      if (String(actual[key]) === String(expected[key])) continue;
      failures.push(
        `${key} of ${arch}, seed ${seed}: ${difference(String(actual[key]), String(expected[key]))}\n` +
          `replay: DYNASM_SEED=${seed} npm test -- test/encoder/randomprogram`,
      );
    }
  }
  expect(failures).toEqual([]);
  // Most of the random programs must be right.
  if (replay === undefined) expect(statuses.get('00')).toBeGreaterThan(count / 2);
});
