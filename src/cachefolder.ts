/**
 * The folder on disk that holds what need not be made again. In flow keys and what is kept under them, out it flows again.
 *
 * A file for each key, named by a hash of it: where two keys share a name, what is kept is the later one's. Files are written whole or not at all, so that processes do not disturb one another. Whatever goes wrong with the disk, the
 * answer is that nothing is kept.
 */
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import { build } from './build.ts';

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

/** 64 bits of FNV-1a, in two halves. */
function hash(key: string): string {
  let [low, high] = [0x811c9dc5, 0x01000193];
  for (let index = 0; index < key.length; index++) {
    low = Math.imul(low ^ key.charCodeAt(index), 0x01000193);
    high = Math.imul(high ^ key.charCodeAt(index), 0x85ebca6b);
  }
  return [low, high].map(half => (half >>> 0).toString(16).padStart(8, '0')).join('');
}

/** What is kept under a key, or one that shares its name. */
export function readKept(key: string): Buffer | undefined {
  try {
    const folder = cacheFolder();
    return folder === undefined ? undefined : readFileSync(join(folder, hash(key)));
  } catch {
    return undefined;
  }
}

/** Keeps what `make` makes, if there is a folder, under a key and in place of what was there. */
export function keep(key: string, make: () => string | Uint8Array): void {
  let part: string | undefined;
  try {
    const folder = cacheFolder();
    if (folder === undefined) return;
    // What lies there is run: nobody else may write it.
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const path = join(folder, hash(key));
    part = `${path}.${process.pid}.${Math.random().toString(36).slice(2)}`;
    writeFileSync(part, make(), { mode: 0o600 });
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
