/** Writes output files whole or not at all: an existing file stays as it is until the new one is complete. */
import {
  accessSync,
  constants,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
  type Stats,
} from 'node:fs';

/** Throws an error of the file system that carries `path`. */
export function writeOutput(path: string, bytes: Buffer): void {
  try {
    const existing = statSync(path, { throwIfNoEntry: false });
    // In a device or pipe there is nothing to keep.
    if (existing && !existing.isFile()) writeFileSync(path, bytes);
    else replaceFile(existing ? realpathSync(path) : path, bytes, existing);
  } catch (error) {
    throw Object.assign(error as Error, { path });
  }
}

function replaceFile(path: string, bytes: Buffer, existing: Stats | undefined): void {
  const part = `${path}.${process.pid}.part`;
  if (existing) accessSync(path, constants.W_OK);
  try {
    writeFileSync(part, bytes, existing && { mode: existing.mode });
    renameSync(part, path);
  } catch (error) {
    rmSync(part, { force: true });
    throw error;
  }
}
