/**
 * The folder on disk that keeps what need not be made again. Takes keys with what to keep under them, and
 * returns it later.
 *
 * There is one file for each key, named by a hash of the key. Files are written whole or not at all, so that
 * processes do not disturb one another. What lies there is run: a folder or file that others can change is
 * not used. If anything goes wrong with the disk, nothing is kept, and nothing is found.
 */
import { lstatSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import { writePart } from '../files/part.ts';
import { build } from './build.ts';
import { privateFolder, readPrivateFile } from './privatefolder.ts';

/** How much the folder holds; beyond that, the oldest files are removed. */
const MAX_FILES = 1000;
const MAX_BYTES = 1 << 26;

/** The names of files of ours, with what an interrupted process has left. */
const OWN = /^dynasm-\w+\.(?:json|part)$/;

/** `DYNASM_CACHE` names a folder, or is `off`. Sources that are run as they are have no cache. */
function chosenFolder(): string | undefined {
  if (build === undefined) return undefined;
  const { DYNASM_CACHE: chosen, XDG_CACHE_HOME: xdg, LOCALAPPDATA: local } = process.env;
  if (chosen === 'off') return undefined;
  if (chosen !== undefined && chosen !== '') return chosen;
  if (process.platform === 'win32') return local === undefined ? undefined : join(local, 'dynasm', 'cache');
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Caches', 'dynasm');
  return join(xdg !== undefined && isAbsolute(xdg) ? xdg : join(homedir(), '.cache'), 'dynasm');
}

/** The folder, if it can be trusted; made, if that is asked for. */
function cacheFolder(make: boolean): string | undefined {
  const folder = chosenFolder();
  return folder !== undefined && isAbsolute(folder) ? privateFolder(folder, make) : undefined;
}

function fileName(key: string): string {
  // Loaded when it is needed: that takes 3 ms in each thread.
  const { createHash } = process.getBuiltinModule('node:crypto');
  return `dynasm-${createHash('sha256').update(key).digest('hex').slice(0, 32)}.json`;
}

/** What is kept under a key. */
export function readKept(key: string): string | undefined {
  try {
    const folder = cacheFolder(false);
    return folder === undefined ? undefined : readPrivateFile(join(folder, fileName(key)));
  } catch {
    return undefined;
  }
}

/** Keeps `text` under a key, in place of what was there. */
export function keep(key: string, text: string): void {
  let part: string | undefined;
  try {
    const folder = cacheFolder(true);
    if (folder === undefined) return;
    part = writePart(folder, text, 0o600);
    renameSync(part, join(folder, fileName(key)));
    removeOldest(folder);
  } catch {
    if (part !== undefined) removeQuietly(part);
  }
}

/** Removes what the folder holds beyond its bounds. Other processes may do the same at the same time. */
function removeOldest(folder: string): void {
  const files = readdirSync(folder)
    .filter(name => OWN.test(name))
    .flatMap(name => {
      const path = join(folder, name);
      const stats = lstatSync(path, { throwIfNoEntry: false });
      return stats ? [{ path, time: stats.mtimeMs, size: stats.size }] : [];
    })
    .toSorted((a, b) => b.time - a.time);
  let bytes = 0;
  for (const [index, { path, size }] of files.entries()) {
    bytes += size;
    if (index >= MAX_FILES || bytes > MAX_BYTES) removeQuietly(path);
  }
}

function removeQuietly(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // The file stays. If its name is that of a part, it is never read.
  }
}
