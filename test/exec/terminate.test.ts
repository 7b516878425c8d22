/** How workers end that build and call code all the time: as docs/library.md says, and by `terminate()`. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { fencesOf } from '../markdown.ts';
import { Folder, root } from '../packagefolder.ts';
import { isLinux, isX64, testIf } from './host.ts';

const folder = new Folder();
afterAll(() => {
  folder.remove();
});

const fences = fencesOf(readFileSync(join(root, 'docs/library.md'), 'utf8'));

test('koffi ends the process when a worker is terminated, as the documentation says', () => {
  const program = fences.find(({ name }) => name === 'terminate.mjs')?.text ?? '';
  expect(program).toContain('worker.terminate()');
  folder.write('terminate.mjs', program);
  // If this fails, koffi has been mended, and workers may be terminated.
  expect(folder.node(['terminate.mjs']).status).not.toBe(0);
});

/** What workers do again and again, until they are told to end. */
const WORK = [
  'asm.x64`mov eax, 1; ret`.build().free()',
  "asm.x64`lea eax, [rdi+1]; ret`.cast('int (int)')(41)",
  'apply(x => x + 1, 41)',
  "dasm.callback('int (int)', x => x).free()",
  'try { crash(); } catch {}',
  'dasm.new().asm`call extern strlen; ret`.build()',
];

const TOLD = `
import { asm, dasm } from 'dynasm';
import { once } from 'node:events';
import { isMainThread, parentPort, receiveMessageOnPort, Worker, workerData } from 'node:worker_threads';

if (isMainThread) {
  const statuses = [];
  for (let round = 0; round < 4; round++) {
    const workers = Array.from({ length: 8 }, (_, i) => new Worker(new URL(import.meta.url), { workerData: round + i }));
    await Promise.all(workers.map(worker => once(worker, 'message')));
    for (const worker of workers) worker.postMessage('end');
    statuses.push(...(await Promise.all(workers.map(worker => once(worker, 'exit')))).flat());
  }
  console.log(statuses.join(''));
} else {
  const apply = asm.x64\`mov rax, rdi; mov edi, esi; sub rsp, 8; call rax; add rsp, 8; ret\`.cast('int (int (*f)(int), int)');
  const crash = asm.x64\`ud2\`.cast('void ()');
  const works = [${WORK.map(work => `() => { ${work}; }`).join(', ')}];
  const work = works[workerData % works.length];
  for (let n = 0; receiveMessageOnPort(parentPort) === undefined; n++) {
    work();
    if (n === 100) parentPort.postMessage('works');
  }
  process.exit();
}`;

testIf(isLinux && isX64, 'the code is for System V')('32 workers that are told to end', () => {
  folder.write('told.mjs', TOLD);
  expect(folder.node(['told.mjs'])).toEqual({ status: 0, stdout: `${'0'.repeat(32)}\n`, stderr: '' });
});
