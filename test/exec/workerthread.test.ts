/**
 * Worker threads: several build and call code at a time, and importing `dynasm/exec` does not load koffi
 * there. The workers run outside of Jest, so they load modules as a program does.
 */
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { expect, test } from '@jest/globals';

const program = new URL('../../fixtures/programs/worker.cjs', import.meta.url);

test('code is built and called in several threads at a time', async () => {
  const execArgv = ['--conditions=dynasm-source'];
  const workers = Array.from({ length: 3 }, () => new Worker(program, { execArgv }));
  try {
    const messages = await Promise.all(workers.map(message));
    for (const got of messages) expect(got).toEqual({ before: 0, after: true, sum: 20100n });
  } finally {
    await Promise.all(workers.map(worker => worker.terminate()));
  }
});

/** Waits for a worker's message. Throws what the worker throws, and if it ends without a message. */
async function message(worker: Worker): Promise<unknown> {
  const ended = once(worker, 'exit').then(([code]) => {
    throw new Error(`the worker ended with status ${code} and sent nothing`);
  });
  const [got]: unknown[] = await Promise.race([once(worker, 'message'), ended]);
  return got;
}
