/**
 * The folder on disk that holds what need not be made again. In flow names and what is kept under them, out it flows again.
 *
 * Files are written whole or not at all, so that processes do not disturb one another. Whatever goes wrong with the disk, the
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

/** What is kept under a name. */
export function readKept(name: string): Buffer | undefined {
  try {
    const folder = cacheFolder();
    return folder === undefined ? undefined : readFileSync(join(folder, name));
  } catch {
    return undefined;
  }
}

/** Keeps what `make` makes, if there is a folder, under a name and in place of what was there. */
export function keep(name: string, make: () => string | Uint8Array): void {
  let part: string | undefined;
  try {
    const folder = cacheFolder();
    if (folder === undefined) return;
    // What lies there is run: nobody else may write it.
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    part = join(folder, `${name}.${process.pid}.${Math.random().toString(36).slice(2)}`);
    writeFileSync(part, make(), { mode: 0o600 });
    renameSync(part, join(folder, name));
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
