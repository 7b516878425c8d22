/**
 * Worker threads: several build and call code at a time, and importing `dynasm/exec` does not load koffi
 * there. The workers run outside of Jest, so they load modules as a program does.
 */
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
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

/** The number of our mappings in this process, proc(5). */
function mappings(): number {
  return readFileSync('/proc/self/maps', 'latin1')
    .split('\n')
    .filter(line => line.includes('memfd:dynasm')).length;
}

test.each(['nothing more to do', 'process.exit'])(
  'a worker that ends (%s) gives its memory back',
  async way => {
    const before = mappings();
    const url = new URL('../../fixtures/programs/workerend.cjs', import.meta.url);
    for (let round = 0; round < 3; round++) {
      const worker = new Worker(url, { execArgv: ['--conditions=dynasm-source'], workerData: way });
      const end = once(worker, 'exit');
      expect(await message(worker)).toEqual({
        sum: 124_750,
        late: expect.stringMatching(/^called$|whose code has been freed/),
      });
      await end;
    }
    expect(mappings()).toBe(before);
  },
);

test('process.exit in a callback ends the worker, whose code is on the stack', async () => {
  const url = new URL('../../fixtures/programs/workerend.cjs', import.meta.url);
  const execArgv = ['--conditions=dynasm-source'];
  const worker = new Worker(url, { execArgv, workerData: 'process.exit in a callback' });
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
