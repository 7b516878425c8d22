/** Writes output files whole or not at all: an existing file stays as it is until the new one is complete. */
import {
  accessSync,
  chmodSync,
  constants,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
  type Stats,
} from 'node:fs';
import { basename, dirname, isAbsolute, relative, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Outcome, Translation } from './translation.ts';

/** @throws an error of the file system, with the path */
function writeOutput(path: string, bytes: Buffer): void {
  try {
    const existing = statSync(path, { throwIfNoEntry: false });
    // A device or pipe has no content to keep.
    if (existing && !existing.isFile()) writeFileSync(path, bytes);
    else replaceFile(existing ? realpathSync(path) : path, bytes, existing);
  } catch (error) {
    throw Object.assign(error as Error, { path });
  }
}

/** Writes a translation to the file `output`, with its source map beside it if there is one. */
export function writeTranslation(output: string, { code, map, encoding }: Outcome & Translation): void {
  if (map === undefined) {
    writeOutput(output, Buffer.from(code, encoding));
    return;
  }
  writeOutput(`${output}.map`, Buffer.from(map));
  writeOutput(output, Buffer.from(`${code}//# sourceMappingURL=${basename(output)}.map\n`));
}

/** The comment that carries a source map inside its file. */
export function inlineMap(map: string): string {
  return `//# sourceMappingURL=data:application/json;base64,${Buffer.from(map).toString('base64')}\n`;
}

/**
 * Takes a map whose sources are named from the working directory, and names them from the folder of `output`.
 */
export function movedMap(map: string, output: string): string {
  const payload = JSON.parse(map) as { sources: readonly string[] };
  const folder = dirname(output);
  // A text that does not come from a file has a name in parentheses.
  const sources = payload.sources.map(source => (source.startsWith('(') ? source : urlFrom(folder, source)));
  return JSON.stringify({ ...payload, sources });
}

function urlFrom(folder: string, path: string): string {
  const way = relative(folder, path);
  // Between two drives there is no relative path.
  return isAbsolute(way) ? pathToFileURL(way).href : way.replaceAll(sep, '/');
}

function replaceFile(path: string, bytes: Buffer, existing: Stats | undefined): void {
  const part = `${path}.${process.pid}.part`;
  if (existing) accessSync(path, constants.W_OK);
  try {
    writeFileSync(part, bytes, existing && { mode: existing.mode });
    // The umask of the process may have taken some of it away.
    if (existing) chmodSync(part, existing.mode);
    renameSync(part, path);
  } catch (error) {
    rmSync(part, { force: true });
    throw error;
  }
}
