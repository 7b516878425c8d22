/**
 * Compares machine code of an example with plain JavaScript on random inputs. The scripts beside this file
 * do that each for one example; `dynasm run` runs them, with a seed to repeat what another run did.
 */
import { basename } from 'node:path';
import { randomNumbers, type Random } from '../seededrandom.ts';

/** Runs `round` so many times. It throws where the two disagree; the error then has the command for it. */
export function agreement(rounds: number, round: (random: Random) => void): void {
  const [script = '', text = String(Date.now() % 2 ** 31)] = process.argv.slice(1);
  const random = randomNumbers(Number(text));
  try {
    for (let i = 0; i < rounds; i++) round(random);
  } catch (error) {
    throw new Error(`seed ${text}; to repeat it: dynasm run test/examples/${basename(script)} ${text}`, {
      cause: error,
    });
  }
  console.log(`seed ${text}: ${rounds} rounds agree`);
}

/** One of some values. */
export function choose<T>(random: Random, values: readonly T[]): T {
  return values[random(values.length)] as T;
}
