/**
 * The folder on disk that keeps what need not be made again. Takes keys with what to keep under them, and
 * returns it later.
 *
 * There is one file for each key, named by a hash of the key. Files are written whole or not at all, so that
 * processes do not disturb one another. If anything goes wrong with the disk, nothing is kept, and nothing is
 * found.
 */
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import { build } from './build.ts';

/** `DYNASM_CACHE` names a folder, or is `off`. Sources that are run as they are have no cache. */
function cacheFolder(): string | undefined {
  if (build === undefined) return undefined;
  const { DYNASM_CACHE: chosen, XDG_CACHE_HOME: xdg, LOCALAPPDATA: local } = process.env;
  if (chosen === 'off') return undefined;
  if (chosen !== undefined && chosen !== '') return chosen;
  if (process.platform === 'win32') return local === undefined ? undefined : join(local, 'dynasm', 'cache');
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Caches', 'dynasm');
  return join(xdg !== undefined && isAbsolute(xdg) ? xdg : join(homedir(), '.cache'), 'dynasm');
}

function fileName(key: string): string {
  // Loaded when it is needed: that takes 3 ms in each thread.
  const { createHash } = process.getBuiltinModule('node:crypto');
  return createHash('sha256').update(key).digest('hex').slice(0, 32);
}

/** What is kept under a key. */
export function readKept(key: string): string | undefined {
  try {
    const folder = cacheFolder();
    return folder === undefined ? undefined : readFileSync(join(folder, fileName(key)), 'utf8');
  } catch {
    return undefined;
  }
}

/** Keeps `text` under a key, in place of what was there. */
export function keep(key: string, text: string): void {
  let part: string | undefined;
  try {
    const folder = cacheFolder();
    if (folder === undefined) return;
    // What lies there is run: nobody else may write it.
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const path = join(folder, fileName(key));
    part = `${path}.${process.pid}.${Math.random().toString(36).slice(2)}`;
    writeFileSync(part, text, { mode: 0o600 });
    renameSync(part, path);
  } catch {
    if (part !== undefined) removeQuietly(part);
  }
}

function removeQuietly(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // The file stays, and is never read.
  }
}
