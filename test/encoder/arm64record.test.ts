/**
 * The records of fixtures/instructions/arm64.jsonl.gz run: the words of a statement, put with the arguments
 * that the record has, give the code or the status that DynASM's engine gave.
 */
import { expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { arm64ActionList, EncodeError, State } from '../../src/encoder/index.ts';
import * as Arm64Action from '../../src/encoder/format/arm64/arm64action.ts';

interface Run {
  readonly args: readonly number[];
  /** The address of all externs. */
  readonly extern?: number;
  readonly code?: string;
  /** The upper byte, in hexadecimal. */
  readonly status?: string;
}

interface InstructionRecord {
  readonly asm: string;
  readonly actions?: readonly number[];
  readonly runs?: readonly Run[];
}

const { word, LABEL_LG, LABEL_PC, STOP } = Arm64Action;
const BASE = 0x1000_0000;
const EXTERN = 0x1008_0000;
const GLOBAL_2 = 0x1000_4000;
/** Defines `1`, `->glob`, `=>0` and `=>1` at the beginning. */
const CONTEXT = [word(LABEL_LG, 11), word(LABEL_LG, 20), word(LABEL_PC), word(LABEL_PC), word(STOP)];

/** Some runs of it were made without the argument, and the engine of C found 0 in its place. */
const WITHOUT_ARGUMENT = 'ldr Rw(r), extern sym';

function result(actions: readonly number[], { args, extern = EXTERN }: Run): string {
  const list = arm64ActionList({ format: 1, arch: 'arm64', actions: [...CONTEXT, ...actions] });
  const state = new State(list, { globals: 12 });
  // DynASM was asked for two, and makes room for four.
  state.growPc(4);
  state.globals[1] = GLOBAL_2;
  state.setupExtern(() => extern);
  try {
    state.put(0, 0, 1);
    state.put(CONTEXT.length, ...args);
    const buffer = new Uint8Array(state.link());
    state.encode(buffer, BASE);
    return Buffer.from(buffer).toString('hex');
  } catch (error) {
    if (error instanceof EncodeError) return `status ${(error.status >>> 24).toString(16)}`;
    throw error;
  }
}

test('the statements of the records give the code that DynASM gives', () => {
  const url = new URL('../../fixtures/instructions/arm64.jsonl.gz', import.meta.url);
  const lines = gunzipSync(readFileSync(url)).toString().trimEnd().split('\n');
  const failures: string[] = [];
  let count = 0;
  for (const line of lines) {
    const { asm, actions = [], runs = [] } = JSON.parse(line) as InstructionRecord;
    for (const run of runs) {
      count++;
      const isIncomplete = asm === WITHOUT_ARGUMENT && run.args.length === 0;
      const expected = run.code ?? `status ${run.status}`;
      const got = result(actions, isIncomplete ? { ...run, args: [0] } : run);
      if (got !== expected) failures.push(JSON.stringify({ asm, run, got }));
    }
  }
  expect(failures).toEqual([]);
  expect(count).toBe(16_019);
});
