/**
 * Runs random programs through the encoder and through a model of it, and compares the outcomes.
 * DYNASM_SEED=<seed> replays one program, DYNASM_PROGRAMS=<count> says how many there are.
 */
import {
  type ActionList,
  type ActionListDescription,
  codeLines,
  EncodeError,
  State,
} from '../../src/encoder/index.ts';
import { procedureSizes } from '../../src/encoder/inspection.ts';
import type { Outcome, Program } from './encoderprogram.ts';

const replay = process.env['DYNASM_SEED'] || undefined;
const count = process.env['DYNASM_PROGRAMS'] || undefined;
const firstSeed = replay === undefined ? Math.floor(Math.random() * 2 ** 31) : Number(replay);

function runEncoder(program: Program, makeList: (description: ActionListDescription) => ActionList): Outcome {
  const { arch, actions, signed, moving, sections, globals, macroLabels } = program;
  const lines = program.lines.flatMap((offset, index) => [offset, 0, index + 1]);
  const unique = moving && { moving };
  const list = makeList({
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
    encodeElsewhere(state, buffer, program.base);
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

/** Encodes for another base first, which leaves nothing behind, also where it fails. */
function encodeElsewhere(state: State, buffer: Uint8Array, base: bigint): void {
  try {
    state.encode(buffer, base + 0x1_2344n);
  } catch (error) {
    if (!(error instanceof EncodeError)) throw error;
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

/**
 * Returns what differs, with the command that runs it again, and the share of programs that are right.
 * `test`: the name of the test; `programs`: how many run if nothing else is said.
 */
export function compare(
  test: string,
  makeProgram: (seed: number) => Program,
  runModel: (program: Program) => Outcome,
  makeList: (description: ActionListDescription) => ActionList,
  programs: number,
): { readonly failures: readonly string[]; readonly share: number } {
  const failures: string[] = [];
  const runs = replay === undefined ? Number(count ?? programs) : 1;
  let right = 0;
  for (let seed = firstSeed; seed < firstSeed + runs && failures.length < 5; seed++) {
    const program = makeProgram(seed);
    const expected = runModel(program);
    const actual = runEncoder(program, makeList);
    if (expected.status === '0') right++;
    for (const key of ['status', 'code', 'globals', 'pcLabels', 'lines', 'procedures'] as const) {
      if (String(actual[key]) === String(expected[key])) continue;
      failures.push(
        `${key} of ${program.arch}, seed ${seed}: ${difference(String(actual[key]), String(expected[key]))}\n` +
          `replay: DYNASM_SEED=${seed} npm test -- test/encoder/${test}`,
      );
    }
  }
  // Of a single program nothing is expected.
  return { failures, share: replay === undefined ? right / runs : 1 };
}
