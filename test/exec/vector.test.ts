/**
 * Runs vector instructions, AVX-512 above all: gathers and scatters, masks, broadcasts, rounding,
 * permutations, dot products. fixtures/programs/vector.dast compares what its programs compute with
 * JavaScript, on random data; `VECTOR_SEED` repeats a run. A program whose features the processor lacks is
 * skipped.
 */
import { expect } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { dynasm, root } from '../packagefolder.ts';
import { testIf, isX64 } from './host.ts';

const SEED = process.env['VECTOR_SEED'] ?? String(Date.now() % 2 ** 31);
const PROGRAM = 'fixtures/programs/vector.dast';

const ran = isX64
  ? spawnSync(process.execPath, [dynasm, 'run', PROGRAM, SEED], { cwd: root, encoding: 'utf8' })
  : undefined;

/** What each program says: that it agrees, what is wrong, or which features the processor lacks. */
function outcomes(): readonly (readonly [name: string, outcome: string])[] {
  if (ran === undefined || ran.stdout === '') return [];
  const parsed: unknown = JSON.parse(ran.stdout);
  return Object.entries(Object(parsed)).map(([name, outcome]) => [name, String(outcome)]);
}
const found = outcomes();

testIf(isX64, 'it is x64 code')('the programs run', () => {
  expect(ran).toMatchObject({ status: 0, stderr: '' });
  expect(found.length).toBeGreaterThan(20);
});

for (const [name, outcome] of found) {
  const isSkipped = outcome.startsWith('without');
  testIf(!isSkipped, outcome)(`${name} agrees with JavaScript`, () => {
    const replay = `VECTOR_SEED=${/^seed (\d+)/.exec(outcome)?.[1] ?? SEED}, program ${name}`;
    expect(`${outcome}${outcome === 'agrees' ? '' : `\nto repeat it: ${replay}`}`).toBe('agrees');
  });
}
