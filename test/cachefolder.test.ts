/**
 * Where compiled modules are kept, and where not, in processes of their own. Entries are changed so that an
 * answer shows where it came from.
 */
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { dynasm, Folder } from './packagefolder.ts';

const posixTest = process.platform === 'win32' ? test.skip : test;
const FRESH = 'fresh\n';

let folder: Folder;
beforeEach(() => {
  folder = new Folder({ 'main.dast': `console.log('fresh');\n` });
});
afterEach(() => folder.remove());

const at = (path: string): string => join(folder.path, path);

/** Runs the module; a process that does not end is stopped, which is an error. */
function run(env: Readonly<Record<string, string>> = {}): string {
  const { stdout, stderr, signal } = spawnSync(process.execPath, [dynasm, 'run', 'main.dast'], {
    cwd: folder.path,
    env: { ...process.env, XDG_CACHE_HOME: '', DYNASM_CACHE: at('cache'), ...env },
    encoding: 'utf8',
    timeout: 300_000,
  });
  expect({ stderr, signal }).toEqual({ stderr: '', signal: null });
  return stdout;
}

function entries(path = 'cache'): string[] {
  return readdirSync(at(path)).map(name => at(`${path}/${name}`));
}

/** Fills the cache with an entry that prints `kept`, and returns its path. */
function plant(): string {
  expect(run()).toBe(FRESH);
  const [entry = ''] = entries();
  writeFileSync(entry, readFileSync(entry, 'utf8').replace(`(\\"fresh\\")`, `(\\"kept\\")`));
  expect(run()).toBe('kept\n');
  return entry;
}

test('folders that cannot be used are not used, and do not keep anybody waiting', () => {
  const before = readdirSync(folder.path);
  const impossible = ['/proc/nope', '/proc/nope/x', '/proc/self/nope', '/sys/nope', '/dev/null/x'];
  const relative = ['cache', '../cache', ' '];
  for (const DYNASM_CACHE of [...impossible, ...relative, `/${'x'.repeat(5000)}`]) {
    expect(run({ DYNASM_CACHE })).toBe(FRESH);
  }
  expect(readdirSync(folder.path)).toEqual(before);
});

posixTest('a home folder that is not absolute has no cache; an absolute one has', () => {
  const before = readdirSync(folder.path);
  for (const HOME of ['', 'home']) expect(run({ DYNASM_CACHE: '', HOME })).toBe(FRESH);
  expect(run({ DYNASM_CACHE: '', HOME: '/proc/nope', XDG_CACHE_HOME: 'xdg' })).toBe(FRESH);
  expect(readdirSync(folder.path)).toEqual(before);
  expect(run({ DYNASM_CACHE: '', HOME: at('home') })).toBe(FRESH);
  const below = process.platform === 'darwin' ? 'home/Library/Caches/dynasm' : 'home/.cache/dynasm';
  expect(entries(below)).toHaveLength(1);
});

posixTest('entries that others may have written are not run', () => {
  const entry = plant();
  const changes: readonly (readonly [path: string, mode: number])[] = [
    [at('cache'), 0o777],
    [at('cache'), 0o1777],
    [at('cache'), 0o770],
    [folder.path, 0o777],
    [entry, 0o666],
  ];
  for (const [path, mode] of changes) {
    const { mode: before } = lstatSync(path);
    const text = readFileSync(entry, 'utf8');
    chmodSync(path, mode);
    expect([path, mode, run()]).toEqual([path, mode, FRESH]);
    chmodSync(path, before);
    // A folder that is not trusted is not written to, either; an entry is replaced.
    expect(readFileSync(entry, 'utf8') === text).toBe(path !== entry);
    expect(lstatSync(entry).mode & 0o777).toBe(0o600);
  }
  if (process.geteuid?.() !== 0) return;
  plant();
  for (const path of [at('cache'), folder.path, entry]) {
    chownSync(path, 54321, 54321);
    expect([path, run()]).toEqual([path, FRESH]);
    chownSync(path, 0, 0);
  }
});

posixTest('an entry that is a pipe or a link is replaced', () => {
  const entry = plant();
  const text = readFileSync(entry, 'utf8');
  writeFileSync(at('target'), text);
  for (const command of [
    ['mkfifo', entry],
    ['ln', '-s', at('target'), entry],
  ]) {
    rmSync(entry);
    spawnSync(command[0] ?? '', command.slice(1));
    expect(run()).toBe(FRESH);
    expect(lstatSync(entry).isFile()).toBe(true);
  }
  expect(readFileSync(at('target'), 'utf8')).toBe(text);
});

test('the oldest entries go', () => {
  mkdirSync(at('cache'), { mode: 0o700 });
  const old = Array.from({ length: 1005 }, (_, index) => at(`cache/dynasm-${index}.json`));
  const foreign = ['notes.txt', 'dynasm.json', 'dynasm-1.txt'].map(name => at(`cache/${name}`));
  for (const [index, path] of [...foreign, ...old].entries()) {
    writeFileSync(path, '', { mode: 0o600 });
    utimesSync(path, index + 1, index + 1);
  }
  const left = (): string[] => old.filter(path => existsSync(path));
  expect(run()).toBe(FRESH);
  expect(left()).toEqual(old.slice(6));
  // A gap of 64 MB: what is older goes, and so does what an interrupted process has left.
  const part = at('cache/dynasm-part.part');
  writeFileSync(part, '');
  utimesSync(part, 1, 1);
  truncateSync(old[1000] ?? '', (1 << 26) - (1 << 16));
  utimesSync(old[1000] ?? '', 1004, 1004);
  truncateSync(old[900] ?? '', 1 << 16);
  utimesSync(old[900] ?? '', 904, 904);
  folder.write('main.dast', `console.log('fresh'); // changed\n`);
  expect(run()).toBe(FRESH);
  expect(left()).toEqual(old.slice(901));
  expect(existsSync(part)).toBe(false);
  expect(foreign.filter(path => !existsSync(path))).toEqual([]);
  expect(entries()).toHaveLength(104 + foreign.length + 1);
});
