/**
 * Random programs run through the encoder and through the model of it (encodermodel.ts); the outcomes must be
 * equal. DYNASM_SEED=<seed> replays one program, DYNASM_PROGRAMS=<count> says how many there are.
 */
import { expect, test } from '@jest/globals';
import { actionList } from '../../src/encoder/index.ts';
import { compare } from './comparedprograms.ts';
import { runModel } from './encodermodel.ts';
import { randomProgram } from './randomprogram.ts';
import { readReference } from './referenceprogram.ts';

test.each(['x64', 'x86'] as const)('random programs have the outcome of the model, %s', arch => {
  const { actions } = readReference(arch);
  const makeProgram = (seed: number) => randomProgram(arch, actions, seed);
  const { failures, share } = compare('randomprogram', makeProgram, runModel, actionList, 1500);
  expect(failures).toEqual([]);
  // Most of the random programs must be right.
  expect(share).toBeGreaterThan(0.5);
});
