/**
 * The code that V8 made of a script of the command line, kept on disk, in processes of their own. Whether it was used shows in what
 * is written: one test keeps the code of a script that writes something else.
 */
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { chmodSync, cpSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { dynasm, Folder, root, type Ran } from './process.ts';

const source = '|.arch x64\n|.actionlist actions\n| mov eax, 1\n';
const OUTPUT = 'dasm_put(Dst, 0);';

let folder: Folder;
beforeEach(() => {
  folder = new Folder();
});
afterEach(() => folder.remove());

function translate(input = source, env: Readonly<Record<string, string>> = {}, command = dynasm): Ran {
  return folder.node([command, 'translate', '-', '--lang', 'c', '-LN'], input, env);
}

let fresh: Ran;
beforeEach(() => {
  fresh = translate(source, { DYNASM_CACHE: 'off' });
  expect(fresh).toMatchObject({ status: 0, stderr: '' });
  expect(fresh.stdout).toContain(OUTPUT);
});

/** The file that holds the code, the only one in the cache. */
function entry(): string {
  const names = readdirSync(join(folder.path, 'cache'));
  expect(names).toHaveLength(1);
  return join(folder.path, 'cache', String(names[0]));
}

/** Whether `action` leaves the entry as it is. */
function keeps(action: () => void): boolean {
  const before = statSync(entry(), { bigint: true });
  action();
  const after = statSync(entry(), { bigint: true });
  return before.ino === after.ino && before.mtimeNs === after.mtimeNs;
}

test('the first run keeps code, which later ones use', () => {
  expect(translate()).toEqual(fresh);
  expect(statSync(entry()).mode & 0o777).toBe(process.platform === 'win32' ? 0o666 : 0o600);
  expect(keeps(() => expect(translate()).toEqual(fresh))).toBe(true);
});

test('code is used for the script that it was made of, and for no other one of the same length', () => {
  const [command, script] = ['dist/bin/dynasm.js', 'dist/command/bytes.cjs'].map(path =>
    join(folder.path, path),
  );
  if (command === undefined || script === undefined) throw new Error('no paths');
  for (const part of ['bin', 'command'])
    cpSync(join(root, 'dist', part), join(folder.path, 'dist', part), { recursive: true });
  const text = readFileSync(script, 'utf8');
  const run = (): string => translate(source, {}, command).stdout;

  writeFileSync(script, text.replace('dasm_put(Dst', 'dasm_PUT(Dst'));
  const other = fresh.stdout.replace('dasm_put(Dst', 'dasm_PUT(Dst');
  expect(run()).toBe(other);
  const data = readFileSync(entry());
  writeFileSync(script, text);
  expect(run()).toBe(fresh.stdout);

  data.writeUInt32LE(crc32(data.subarray(4), crc32(text)), 0);
  writeFileSync(entry(), data);
  expect(run()).toBe(other);
});

const damages: readonly [name: string, damage: (data: Buffer) => Uint8Array][] = [
  ['empty', () => Buffer.alloc(0)],
  ['without code', data => data.subarray(0, 8)],
  ['cut', data => data.subarray(0, data.length >> 1)],
  ['longer', data => Buffer.concat([data, Buffer.alloc(8)])],
  ['all zero', data => Buffer.alloc(data.length)],
  ...[0, 4, 8, 12, 16, 20, 24, 32, 1000, 50_000, 100_000].map(
    (at): [string, (data: Buffer) => Uint8Array] => [
      `bit of ${at}`,
      data => {
        expect(data.length).toBeGreaterThan(at);
        return data.fill((data[at] ?? 0) ^ 1, at, at + 1);
      },
    ],
  ),
];
test('damaged code is passed over, and replaced', () => {
  expect(translate()).toEqual(fresh);
  for (const [name, damage] of damages) {
    writeFileSync(entry(), damage(readFileSync(entry())));
    expect([name, keeps(() => expect([name, translate()]).toEqual([name, fresh]))]).toEqual([name, false]);
    expect([name, keeps(() => expect([name, translate()]).toEqual([name, fresh]))]).toEqual([name, true]);
  }
});

test('code that was made under other flags is replaced', () => {
  const flags = ['--no-opt', dynasm, 'translate', '-', '--lang', 'c', '-LN'];
  expect(translate()).toEqual(fresh);
  expect(keeps(() => expect(folder.node(flags, source)).toEqual(fresh))).toBe(false);
  expect(keeps(() => expect(folder.node(flags, source)).toEqual(fresh))).toBe(true);
});

test('an input that is more than twice as long makes code anew', () => {
  expect(translate()).toEqual(fresh);
  const long = source + '| nop\n'.repeat(source.length);
  expect(keeps(() => translate(source.padEnd(2 * source.length, '\n')))).toBe(true);
  expect(keeps(() => expect(translate(long).status).toBe(0))).toBe(false);
  expect(keeps(() => expect(translate(long).status).toBe(0))).toBe(true);
  expect(keeps(() => expect(translate()).toEqual(fresh))).toBe(true);
});

test('what fails keeps nothing', () => {
  expect(translate('| mov eax, 1\n').status).toBe(1);
  expect(readdirSync(folder.path)).not.toContain('cache');
});

test('each of the two scripts has its code', () => {
  expect(translate()).toEqual(fresh);
  for (let round = 0; round < 2; round++) {
    expect(folder.dynasm(['translate', '-'], source.replace('| mov eax, 1\n', ''))).toMatchObject({
      status: 0,
      stderr: '',
    });
    expect(readdirSync(join(folder.path, 'cache'))).toHaveLength(2);
  }
});

test('without a folder that can be written nothing is kept, and nothing said', () => {
  folder.write('file', '');
  for (const DYNASM_CACHE of ['off', join(folder.path, 'file'), join(folder.path, 'file/below')]) {
    expect(translate(source, { DYNASM_CACHE })).toEqual(fresh);
  }
  folder.write('locked/x', '');
  chmodSync(join(folder.path, 'locked'), 0o500);
  expect(translate(source, { DYNASM_CACHE: join(folder.path, 'locked') })).toEqual(fresh);
  chmodSync(join(folder.path, 'locked'), 0o700);
  expect(readdirSync(folder.path)).not.toContain('cache');
});
