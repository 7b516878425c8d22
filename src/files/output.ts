/**
 * Writes output files whole or not at all: existing files stay as they are until the new ones are complete.
 */
import { accessSync, constants, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, isAbsolute, relative, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { withLineEnds } from '../preprocessor/text/lineend.ts';
import { writePart } from './part.ts';
import type { Outcome, Translation } from './translation.ts';
import { checkOutputs, followLinks, type UsedFile } from './usedfile.ts';

interface OutputFile extends UsedFile {
  readonly file: string;
  readonly data: Buffer;
}

/** A new file, and the path of the file whose place it is to take. */
interface Prepared {
  readonly file: string;
  readonly part: string;
  readonly path: string;
}

/**
 * Writes a translation to the file `output`, with its source map beside it if there is one.
 *
 * @param inputs the files that the translation has read
 * @throws {OutputFileError} if the output or the source map is one of `inputs`; nothing is written
 * @throws an error of the file system, with the path
 */
export function writeTranslation(
  output: string,
  { code, map, encoding }: Outcome & Translation,
  inputs: readonly UsedFile[],
): void {
  const role = 'output';
  const files: OutputFile[] =
    map === undefined
      ? [{ role, file: output, data: Buffer.from(code, encoding) }]
      : [
          { role: 'source map', file: `${output}.map`, data: Buffer.from(map) },
          {
            role,
            file: output,
            data: Buffer.from(withLineEnds(`${code}//# sourceMappingURL=${basename(output)}.map\n`, code)),
          },
        ];
  checkOutputs(inputs, files);
  writeFiles(files);
}

/** Writes all of `files` or none, as long as no rename fails. */
function writeFiles(files: readonly OutputFile[]): void {
  const prepared: Prepared[] = [];
  try {
    for (const each of files) {
      const next = withPath(each.file, () => prepare(each));
      if (next) prepared.push(next);
    }
    for (const { file, part, path } of prepared) withPath(file, () => renameSync(part, path));
  } catch (error) {
    for (const { part } of prepared) rmSync(part, { force: true });
    throw error;
  }
}

/** Writes the new file; a device or pipe has no content to keep, and is written at once. */
function prepare({ file, data }: OutputFile): Prepared | undefined {
  const existing = statSync(file, { throwIfNoEntry: false });
  if (existing && !existing.isFile()) {
    writeFileSync(file, data);
    return undefined;
  }
  if (existing) accessSync(file, constants.W_OK);
  const path = followLinks(file);
  return { file, part: writePart(dirname(path), data, existing?.mode), path };
}

/**
 * Does `action`; errors of the file system get `path`, whatever file they are about, and say that it is an
 * output.
 */
function withPath<T>(path: string, action: () => T): T {
  try {
    return action();
  } catch (error) {
    throw Object.assign(error as Error, { path, isOutput: true });
  }
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
