/**
 * Worker threads: several build and call code at a time, and importing `dynasm/exec` does not load koffi
 * there. The workers run outside of Jest, and load the built package as a program does.
 */
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { expect, test } from '@jest/globals';
import { is64Bit, isArm64, isLinux, isX64, testIf } from './host.ts';
import { APPLY, arch, IDENTITY, statements, STOP } from './machinecode.ts';
import { countMappings } from './memorymap.ts';

const program = new URL('../../fixtures/programs/worker.cjs', import.meta.url);

test('code is built and called in several threads at a time', async () => {
  const workerData = { arch, actions: [...statements(APPLY), STOP] };
  const workers = Array.from({ length: 3 }, () => new Worker(program, { workerData }));
  try {
    const messages = await Promise.all(workers.map(message));
    for (const got of messages) expect(got).toEqual({ before: 0, after: true, sum: 20100n });
  } finally {
    await Promise.all(workers.map(worker => worker.terminate()));
  }
});

/** Jumps to its first argument. */
const JUMP = isArm64 ? 'br CARG1' : isX64 ? 'jmp CARG1' : 'jmp dword [esp+4]';

/** A worker that makes functions and ends in a way. */
function ending(way: string): Worker {
  const actions = [...statements(IDENTITY), STOP];
  const jump = [...statements(JUMP), STOP];
  const url = new URL('../../fixtures/programs/workerend.cjs', import.meta.url);
  return new Worker(url, { workerData: { way, arch, actions, jump } });
}

/** Runs some such workers at a time, and waits for their ends. */
async function endTogether(way: string): Promise<void> {
  const workers = [0, 1, 2, 3].map(() => ending(way));
  const ends = workers.map(worker => once(worker, 'exit'));
  for (const got of await Promise.all(workers.map(message))) {
    expect(got).toEqual({
      sum: 124_750,
      late: way === 'terminate' ? '' : expect.stringMatching(/^called$|whose code has been freed/),
    });
  }
  if (way === 'terminate') await Promise.all(workers.map(worker => worker.terminate()));
  await Promise.all(ends);
}

/** An emulator takes long to start a worker. */
const ROUNDS = process.env['EMULATOR'] === undefined ? 5 : 1;

test.each(['nothing more to do', 'process.exit'])(
  'workers that end (%s) give their memory back',
  async way => {
    // Those of other tests may have been terminated.
    await endTogether(way);
    const before = isLinux ? countMappings() : 0;
    for (let round = 0; round < ROUNDS; round++) await endTogether(way);
    if (isLinux) expect(countMappings()).toBe(before);
  },
);

testIf(isLinux && is64Bit, 'elsewhere it stays until the process ends')(
  'the memory of workers that were terminated is given back by the next thread',
  async () => {
    await endTogether('process.exit');
    const before = countMappings();
    for (let round = 0; round < Math.min(3, ROUNDS); round++) await endTogether('terminate');
    expect(countMappings()).toBeGreaterThan(before);
    await endTogether('process.exit');
    expect(countMappings()).toBe(before);
  },
);

test('process.exit in a callback ends the worker, whose code is on the stack', async () => {
  const worker = ending('process.exit in a callback');
  const end = once(worker, 'exit');
  expect(await message(worker)).toMatchObject({ sum: 124_750 });
  await end;
});

/** Waits for a worker's message. Throws what the worker throws, and if it ends without a message. */
async function message(worker: Worker): Promise<unknown> {
  const ended = once(worker, 'exit').then(([code]) => {
    throw new Error(`the worker ended with status ${code} and sent nothing`);
  });
  const [got]: unknown[] = await Promise.race([once(worker, 'message'), ended]);
  return got;
}
