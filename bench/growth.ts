/**
 * Whether time grows with the input as it should. Each shape of input is measured in one size and in one 16
 * times as large. In proportion the larger one takes 16 times as long; more than 64 times is a failure.
 *
 *     node --import tsx bench/growth.ts [group…]
 *
 * It prints a table, and ends with status 1 if a shape fails. What is measured is the processor's time of a
 * process with one thread, the least of several runs: it does not matter what else the machine does.
 */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { groups, type Shape } from './growthshapes.ts';

/**
 * Collections of garbage count, too, and take more than in proportion where the smaller input needs none:
 * there is room for what the larger one leaves.
 */
const FLAGS = ['--single-threaded', '--min-semi-space-size=32', '--max-semi-space-size=32'];
const FACTOR = 16;
const MAX_RATIO = 64;
/** A measurement of the smaller input repeats it until that has taken so many microseconds. */
const MIN_TIME = 4000;
const SMALL_ROUNDS = 5;
/** The larger input is measured again while it seems to take too long. */
const LARGE_ROUNDS = 4;

interface Growth {
  readonly name: string;
  /** Microseconds. */
  readonly small: number;
  readonly large: number;
  readonly ratio: number;
}

/** Microseconds of processor time that `times` calls take. */
function cpuTime(run: () => void, times = 1): number {
  const start = process.cpuUsage();
  for (let n = 0; n < times; n++) run();
  const { user, system } = process.cpuUsage(start);
  return user + system;
}

function measureShape({ name, size, prepare }: Shape): Growth {
  const small = prepare(size);
  const large = prepare(size * FACTOR);
  let times = 1;
  for (let warm = 0; warm < MIN_TIME;) warm += cpuTime(small);
  while (cpuTime(small, times) < MIN_TIME) times *= 2;
  let smallTime = Infinity;
  for (let round = 0; round < SMALL_ROUNDS; round++)
    smallTime = Math.min(smallTime, cpuTime(small, times) / times);
  let largeTime = Infinity;
  for (let round = 0; round < LARGE_ROUNDS; round++) {
    largeTime = Math.min(largeTime, cpuTime(large));
    if (round > 0 && largeTime / smallTime <= MAX_RATIO) break;
  }
  return { name, small: smallTime, large: largeTime, ratio: largeTime / smallTime };
}

/** Measures the shapes of one group in this process. Returns whether all pass. */
function measureGroup(group: string): boolean {
  let passes = true;
  for (const shape of groups.get(group)?.() ?? []) {
    const { name, small, large, ratio } = measureShape(shape);
    const isGood = ratio <= MAX_RATIO;
    passes &&= isGood;
    const figures = [small / 1000, large / 1000, ratio].map((value, index) =>
      value.toFixed(index < 2 ? 2 : 1).padStart(10),
    );
    console.log(`${group.padEnd(9)}${name.padEnd(52)}${figures.join('')}${isGood ? '' : '  FAILS'}`);
  }
  return passes;
}

const [mode, ...names] = process.argv.slice(2);
if (mode === 'measure') {
  process.exitCode = measureGroup(names[0] ?? '') ? 0 : 1;
} else {
  const chosen = mode === undefined ? [...groups.keys()] : [mode, ...names];
  console.log(`${'group'.padEnd(9)}${'shape'.padEnd(52)}        ms   16×, ms     ratio`);
  const start = performance.now();
  const failed = chosen.filter(group => {
    const args = [...FLAGS, '--import', 'tsx', fileURLToPath(import.meta.url), 'measure', group];
    return spawnSync(process.execPath, args, { stdio: 'inherit' }).status !== 0;
  });
  console.log(`\n${Math.round((performance.now() - start) / 1000)} s`);
  if (failed.length > 0) {
    console.log(`a shape takes more than ${MAX_RATIO} times as long when it is ${FACTOR} times as large`);
    process.exitCode = 1;
  }
}
