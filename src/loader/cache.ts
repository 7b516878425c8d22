/**
 * Compiled modules on disk, so that an unchanged one needs neither translator nor compiler. In flow sources, out flows their
 * compiled code if all that it was made from is as it was.
 *
 * There is one entry, a file, for each module and way of compiling it. It holds the texts that it was made from, and these are
 * compared: nothing depends on times or on a checksum. Entries are written whole or not at all, so that processes
 * do not disturb one another. Whatever goes wrong with the disk, the answer is that there is no entry.
 */
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import { includeReader } from '../include.ts';
import type { Included } from '../preprocessor/index.ts';
import { hostTarget } from '../platform.ts';
import { build } from './build.ts';
import type { Source } from './source.ts';

/** What an `.include` led to. */
export interface Inclusion extends Included {
  readonly name: string;
  /** The including file. */
  readonly from: string;
}

export interface Compiled {
  readonly code: string;
  readonly inclusions: readonly Inclusion[];
}

interface Entry extends Compiled {
  readonly key: string;
  readonly text: string;
}

/** Everything but texts that the code depends on. */
function keyOf({ kind, file, format, options }: Source): string {
  return JSON.stringify([build, process.versions.node, hostTarget(), kind, file, format, options]);
}

/** The path of the entry for a source with that key, if there is a cache. */
function entryPath(key: string): string | undefined {
  const folder = cacheFolder();
  return folder === undefined ? undefined : join(folder, `${hash(key)}.json`);
}

/** `DYNASM_CACHE` names a folder, or is `off`. The sources, run as they are, have no cache. */
function cacheFolder(): string | undefined {
  if (build === undefined) return undefined;
  const { DYNASM_CACHE: chosen, XDG_CACHE_HOME: xdg, LOCALAPPDATA: local } = process.env;
  if (chosen === 'off') return undefined;
  if (chosen !== undefined && chosen !== '') return chosen;
  if (process.platform === 'win32') return local === undefined ? undefined : join(local, 'dynasm', 'cache');
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Caches', 'dynasm');
  return join(xdg !== undefined && isAbsolute(xdg) ? xdg : join(homedir(), '.cache'), 'dynasm');
}

/** 64 bits of FNV-1a, in two halves. Where two keys share a name, they share an entry, which then is the later one's. */
function hash(text: string): string {
  let [low, high] = [0x811c9dc5, 0x01000193];
  for (let index = 0; index < text.length; index++) {
    low = Math.imul(low ^ text.charCodeAt(index), 0x01000193);
    high = Math.imul(high ^ text.charCodeAt(index), 0x85ebca6b);
  }
  return [low, high].map(half => (half >>> 0).toString(16).padStart(8, '0')).join('');
}

/** The code that `source` was compiled to, if it still would be. */
export function findCompiled(source: Source): string | undefined {
  const key = keyOf(source);
  try {
    const path = entryPath(key);
    if (path === undefined) return undefined;
    const entry = JSON.parse(readFileSync(path, 'utf8')) as Entry;
    if (entry.key !== key || entry.text !== source.text) return undefined;
    const find = includeReader(source.options.include ?? [], true, 'utf8');
    const unchanged = entry.inclusions.every(({ name, from, path, text }) => {
      const found = find(name, from);
      return found?.path === path && found.text === text;
    });
    return unchanged && typeof entry.code === 'string' ? entry.code : undefined;
  } catch {
    return undefined;
  }
}

/** Keeps what `source` was compiled to. */
export function keepCompiled(source: Source, { code, inclusions }: Compiled): void {
  const key = keyOf(source);
  let part: string | undefined;
  try {
    const path = entryPath(key);
    if (path === undefined) return;
    // What lies there is run: nobody else may write it.
    mkdirSync(join(path, '..'), { recursive: true, mode: 0o700 });
    part = `${path}.${process.pid}.${Math.random().toString(36).slice(2)}`;
    const entry: Entry = { key, text: source.text, inclusions, code };
    writeFileSync(part, JSON.stringify(entry), { mode: 0o600 });
    renameSync(part, path);
  } catch {
    if (part !== undefined) removeQuietly(part);
  }
}

function removeQuietly(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // It stays, and is never read.
  }
}
