/**
 * New files that have yet to take the place of others. Takes a folder and what the file is to hold; returns
 * its name. The caller renames the file, so that the other one is replaced whole or not at all.
 */
import { closeSync, fchmodSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { sep } from 'node:path';

/**
 * Writes a new file in `folder`. Nobody can guess its name, which is also no longer than that of any other
 * file; and if something of that name is there, even a link, that is an error.
 *
 * @param mode permissions, which the process's umask does not change; by default those of any new file
 * @throws an error of the file system; nothing is left behind
 */
export function writePart(folder: string, data: string | Buffer, mode?: number): string {
  // `node:crypto` would take 3 ms to load. Exclusive creation is what protects. (`join` would cut `link/..`.)
  const part = `${folder}${sep}dynasm-${Math.random().toString(36).slice(2)}.part`;
  const file = openSync(part, 'wx', mode);
  try {
    try {
      writeFileSync(file, data);
      if (mode !== undefined) fchmodSync(file, mode);
    } finally {
      closeSync(file);
    }
    return part;
  } catch (error) {
    rmSync(part, { force: true });
    throw error;
  }
}
