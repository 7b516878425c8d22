/** `dynasm translate --watch`, and what it waits for files with. */
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { WatchedFiles } from '../src/files/watchedfiles.ts';
import { dynasm, Folder } from './packagefolder.ts';

let folder: Folder;
let child: ChildProcess | undefined;
beforeEach(() => {
  folder = new Folder();
});
afterEach(() => {
  child?.kill('SIGKILL');
  child = undefined;
  folder.remove();
});

const path = (name: string): string => join(folder.path, name);
const read = (name: string): string => readFileSync(path(name), 'utf8');
const pause = (milliseconds: number): Promise<void> => new Promise(done => setTimeout(done, milliseconds));

/** Starts `dynasm translate --watch`. Returns a function that waits for a text, and returns all so far. */
function watch(...args: readonly string[]): (text: string) => Promise<string> {
  const env = { ...process.env, NODE_OPTIONS: '', NO_COLOR: '1' };
  child = spawn(process.execPath, [dynasm, 'translate', '--watch', ...args], { cwd: folder.path, env });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', data => (output += String(data)));
  return async text => {
    while (!output.includes(text)) await pause(20);
    const seen = output;
    output = '';
    return seen;
  };
}

const SOURCE = `|.arch x64
|.actionlist actions
|.include part.dasi
export const emit = (Dst: any) => {
  |  mov eax, VALUE
};
`;

test('translates again when the input or an included file changes, and goes on behind errors', async () => {
  folder.writeAll({ 'in.dast': SOURCE, 'part.dasi': '|.define VALUE, 41\n', 'other.txt': '' });
  const seen = watch('in.dast', '-o', 'out.ts', '--no-specialise');
  expect(await seen('Ctrl-C\n')).toBe(
    'dynasm: translated in.dast to out.ts; watching in.dast and 1 file that it reads, until Ctrl-C\n',
  );
  expect(read('out.ts')).toContain('[184, 41, 0, 0, 0, 255]');

  folder.write('other.txt', 'nobody reads it');
  folder.write('part.dasi', '|.define VALUE, 42\n');
  expect(await seen('out.ts\n')).toBe('dynasm: part.dasi changed: translated in.dast to out.ts\n');
  expect(read('out.ts')).toContain('[184, 42, 0, 0, 0, 255]');

  // An editor puts a new file in its place.
  folder.write('new', SOURCE.replace('VALUE', 'eax, eax'));
  renameSync(path('new'), path('in.dast'));
  const errors = await seen('written\n');
  expect(errors).toContain("in.dast:5:6: error: `mov' takes 2 operands, not 3");
  expect(errors).toContain('dynasm: in.dast changed: errors in in.dast; out.ts was not written\n');
  expect(read('out.ts')).toContain('[184, 42, 0, 0, 0, 255]');

  rmSync(path('in.dast'));
  expect(await seen('changed: ')).toContain('in.dast: no such file or directory\n');
  folder.write('in.dast', SOURCE);
  expect(await seen('out.ts\n')).toContain('in.dast changed: translated in.dast to out.ts\n');

  const ended = new Promise(done => child?.on('exit', (...result) => done(result)));
  child?.kill('SIGINT');
  expect(await ended).toEqual([0, null]);
}, 60_000);

test('waits for an included file that is missing, and reads bytes of .incbin', async () => {
  folder.write('in.dast', SOURCE.replace('mov eax, VALUE', '.incbin "data/data.bin"'));
  const seen = watch('in.dast', '-o', 'out.ts', '--no-specialise');
  expect(await seen('Ctrl-C\n')).toContain("include file `part.dasi' not found");
  folder.write('part.dasi', '');
  expect(await seen('written\n')).toContain('file `"data/data.bin"\' not found');
  // What else comes there, such as a log of these messages, is not what is missing.
  folder.write('watch.log', '');
  await pause(300);
  mkdirSync(path('data'));
  folder.write('data/data.bin', Uint8Array.of(1, 2, 3));
  expect((await seen('out.ts\n')).match(/[\w./]+ changed/g)).toEqual(['data/data.bin changed']);
  expect(read('out.ts')).toContain('actions: [1, 2, 3, 255]');
  folder.write('data/data.bin', Uint8Array.of(4));
  expect(await seen('out.ts\n')).toBe('dynasm: data/data.bin changed: translated in.dast to out.ts\n');
  expect(read('out.ts')).toContain('actions: [4, 255]');
}, 60_000);

test.each([
  [['in.dast'], 'dynasm: --watch needs an input and an output that are files: -o FILE\n'],
  [['-', '-o', 'out.ts'], 'dynasm: --watch needs an input and an output that are files: -o FILE\n'],
  [['in.dast', '-o', '-'], 'dynasm: --watch needs an input and an output that are files: -o FILE\n'],
  [['none.dast', '-o', 'out.ts'], 'dynasm: none.dast: no such file or directory\n'],
  [
    ['in.dast', '-o', 'in.dast'],
    "dynasm: the output `in.dast' is the same file as the input `in.dast': choose another output\n",
  ],
])('%j is refused', (args, stderr) => {
  folder.write('in.dast', '|.arch x64\n');
  expect(folder.dynasm(['translate', '--watch', ...args])).toEqual({ status: 1, stdout: '', stderr });
});

test('sees changes since a file was read, through links, and in folders that come back', async () => {
  folder.writeAll({ 'a/file': '1', 'b/target': '1' });
  symlinkSync(path('b/target'), path('a/link'));
  let next: ((changed: readonly string[]) => void) | undefined;
  const watched = new WatchedFiles(changed => next?.(changed));
  const change = async (files: readonly string[], since: number, action: () => void): Promise<string[]> => {
    const seen = new Promise<readonly string[]>(done => (next = done));
    watched.watch(files.map(path), since);
    action();
    return (await seen).map(each => each.slice(folder.path.length + 1)).toSorted();
  };
  try {
    await pause(100);
    const before = Date.now();
    await pause(50);
    folder.write('a/file', '22');
    expect(await change(['a/file'], before, () => {})).toEqual(['a/file']);
    await pause(100);
    expect(await change(['a/file', 'a/link'], Date.now(), () => writeFileSync(path('a/link'), '22'))).toEqual(
      ['a/link', 'b/target'],
    );
    await pause(100);
    const removed = change(['a/file'], Date.now(), () => rmSync(path('a'), { recursive: true }));
    expect(await removed).toEqual(['a/file']);
    const made = change(['a/file'], Date.now(), () => {
      mkdirSync(path('a'));
      folder.write('a/file', '4444');
    });
    expect(await made).toEqual(['a/file']);
  } finally {
    watched.close();
  }
}, 60_000);
