/**
 * The programs of the reference data give the same statuses, sizes, bytes, globals and pc labels as in
 * DynASM's own engine.
 */
import { expect, test } from '@jest/globals';
import { actionList, EncodeError, State } from '../../src/encoder/index.ts';
import { readReference, type Reference, type ReferenceProgram } from './referenceprogram.ts';

function hexadecimal(value: number | bigint): string {
  return value ? `0x${value.toString(16)}` : '0';
}

/** The status with which a call fails, in hexadecimal; 0 if it does not. */
function statusOf(call: () => void): string {
  try {
    call();
    return '0';
  } catch (error) {
    if (error instanceof EncodeError) return hexadecimal(error.status);
    throw error;
  }
}

/**
 * Runs a program as DynASM's engine was run: calls behind one that fails are made, too. Returns the result
 * line.
 */
function run(state: State, { externs, base }: Reference, { pcLabels, calls }: ReferenceProgram): string {
  const results: string[] = [];
  state.growPc(pcLabels);
  state.setupExtern((_, index) => externs[index]);
  for (const call of calls) {
    if (call.do === 'put') statusOf(() => state.put(call.start, ...call.arguments));
    else if (call.do === 'checkStep') results.push(`check ${statusOf(() => state.checkStep(call.section))}`);
  }
  let size = 0;
  const link = statusOf(() => {
    size = state.link();
  });
  results.push(`link ${link}`, `size ${size}`);
  if (link === '0') {
    const buffer = new Uint8Array(size);
    const encode = statusOf(() => state.encode(buffer, base));
    const code = Buffer.from(buffer).toString('hex') || '-';
    const globals = Object.entries(state.globals).map(
      ([index, at]) => ` ${index}=${hexadecimal(BigInt(at ?? 0))}`,
    );
    const offsets = Array.from({ length: pcLabels }, (_, pc) => ` ${state.getPcLabel(pc)}`);
    results.push(`encode ${encode}`, `code ${code}`, `globals${globals.join('')}`, `pc${offsets.join('')}`);
  }
  return results.join(', ');
}

test.each([
  ['x64', 1492],
  ['x86', 1495],
  ['x64-high', 339],
] as const)('the programs of encoder/%s.txt give what DynASM gives', (name, count) => {
  const reference = readReference(name);
  const { arch, actions, sections, globals, programs } = reference;
  expect(programs).toHaveLength(count);
  const list = actionList({ format: 1, arch, actions });
  const failures: string[] = [];
  for (const [index, program] of programs.entries()) {
    const state = new State(list, { sections, globals });
    const result = run(state, reference, program);
    if (result !== program.result)
      failures.push(`program ${index + 1}\n  expected ${program.result}\n  but got  ${result}`);
    // Half of the states leave their buffers to the next one.
    if (index % 2 === 0) state.free();
  }
  expect(failures).toEqual([]);
});
