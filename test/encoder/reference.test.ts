/**
 * The programs of the reference data give the same statuses, sizes, bytes, globals and pc labels as in
 * DynASM's own engine.
 */
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { expect, test } from '@jest/globals';
import { type Arch, actionList, EncodeError, State } from '../../src/encoder/index.ts';

interface Expected {
  checkstep?: number;
  link: number;
  size: number;
  encode?: number;
  code?: string;
  globals?: { [index: string]: number | string };
  pcLabels?: number[];
}

interface Reference {
  arch: Arch;
  base: number | string;
  externs: { [index: string]: number | string };
  actions: number[];
  programs: {
    maxSection: number;
    maxGlobal: number;
    pcLabels: number;
    calls: (['put', number, ...(number | string)[]] | ['checkstep', number])[];
    expect: Expected;
  }[];
}

/** The status with which a call fails; 0 if it does not. */
function statusOf(call: () => void): number {
  try {
    call();
    return 0;
  } catch (error) {
    if (error instanceof EncodeError) return error.status;
    throw error;
  }
}

/** Runs a program as the reference was run: calls after one that fails are made, too. */
function run(state: State, reference: Reference, program: Reference['programs'][number]): Expected {
  const actual: Expected = { link: 0, size: 0 };
  state.growPc(program.pcLabels);
  state.setupExtern((_, index) => Number(reference.externs[index]));
  for (const call of program.calls) {
    if (call[0] === 'put') {
      const [, start, ...args] = call;
      statusOf(() => state.put(start, ...args.map(Number)));
    } else actual.checkstep = statusOf(() => state.checkStep(call[1]));
  }
  actual.link = statusOf(() => {
    actual.size = state.link();
  });
  if (actual.link !== 0) return actual;
  const buffer = new Uint8Array(actual.size);
  actual.encode = statusOf(() => state.encode(buffer, BigInt(reference.base)));
  actual.code = Buffer.from(buffer).toString('hex');
  actual.globals = Object.fromEntries(
    Object.entries(state.globals).map(([index, value]) => [index, Number(value)]),
  );
  actual.pcLabels = Array.from({ length: program.pcLabels }, (_, pc) => state.getPcLabel(pc));
  return actual;
}

test.each(['x64', 'x86', 'x64-high'])('programs give what DynASM gives, %s', name => {
  const fixture = new URL(`../../fixtures/encoder/${name}.json.gz`, import.meta.url);
  const reference: Reference = JSON.parse(gunzipSync(readFileSync(fixture)).toString());
  const list = actionList({ format: 1, arch: reference.arch, actions: reference.actions });
  const failures: string[] = [];
  for (const [index, program] of reference.programs.entries()) {
    const state = new State(list, { sections: program.maxSection, globals: program.maxGlobal });
    const actual = run(state, reference, program);
    const { globals } = program.expect;
    const expected: Expected = {
      ...program.expect,
      ...(globals && {
        globals: Object.fromEntries(Object.entries(globals).map(([i, value]) => [i, Number(value)])),
      }),
    };
    for (const key of ['checkstep', 'link', 'size', 'encode', 'code', 'globals', 'pcLabels'] as const) {
      const [got, wanted] = [JSON.stringify(actual[key]), JSON.stringify(expected[key])];
      if (got !== wanted) failures.push(`program ${index}: ${key} is ${got}, expected ${wanted}`);
    }
    // Half of the states leave their buffers to the next one.
    if (index % 2 === 0) state.free();
  }
  expect(reference.programs.length).toBeGreaterThan(0);
  expect(failures).toEqual([]);
});
