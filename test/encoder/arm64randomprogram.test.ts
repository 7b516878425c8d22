/**
 * Random programs for ARM64 run through the encoder and through the model of it (arm64model.ts); the outcomes
 * must be equal. DYNASM_SEED=<seed> replays one program, DYNASM_PROGRAMS=<count> says how many there are.
 */
import { expect, test } from '@jest/globals';
import { arm64ActionList } from '../../src/encoder/index.ts';
import { runArm64Model } from './arm64model.ts';
import { randomArm64Program } from './arm64randomprogram.ts';
import { compare } from './comparedprograms.ts';

test('random programs have the outcome of the model', () => {
  const { failures, share } = compare('arm64random', randomArm64Program, runArm64Model, arm64ActionList, 600);
  expect(failures).toEqual([]);
  // Most of the random programs must be right.
  expect(share).toBeGreaterThan(0.5);
});
