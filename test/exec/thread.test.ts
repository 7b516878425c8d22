/**
 * Worker threads: several build and call code at a time, and importing `dynasm/exec` does not load koffi
 * there. The workers run outside of Jest, so they load modules as a program does.
 */
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { expect, test } from '@jest/globals';

const program = `
  const { parentPort } = require('node:worker_threads');
  const loaded = () => Object.keys(require.cache).filter(file => /node_modules.(koffi|iced-x86)/.test(file)).length;
  (async () => {
    (await import('tsx/esm/api')).register();
    const { dasm } = await import('dynasm/exec');
    const before = loaded();
    // mov rax, rdi; mov rdi, rsi; sub rsp, 8; call rax; add rsp, 8; ret
    const bytes = Buffer.from('4889fcf84889fcf7' + '4883fcec08fcffd04883c408c3ff', 'hex');
    const state = dasm.new(bytes, { arch: 'x64' });
    let sum = 0n;
    for (let i = 0; i < 200; i++) {
      state.setup();
      state.put(0);
      const code = state.build();
      sum += code.cast('int64_t (int64_t (*)(int64_t), int64_t)')(x => x + 1n, i);
    }
    parentPort.postMessage({ before, after: loaded() > 0, sum });
  })();
`;

test('code is built and called in several threads at a time', async () => {
  const execArgv = ['--conditions=dynasm-source'];
  const workers = Array.from({ length: 3 }, () => new Worker(program, { eval: true, execArgv }));
  const messages: unknown[][] = await Promise.all(workers.map(worker => once(worker, 'message')));
  for (const [message] of messages) expect(message).toEqual({ before: 0, after: true, sum: 20100n });
  await Promise.all(workers.map(worker => worker.terminate()));
});
