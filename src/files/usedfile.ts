/**
 * The files that a translation reads and writes. Takes their paths or descriptors; refuses an output that
 * would replace an input, or another output.
 */
import { fstatSync, lstatSync, readlinkSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, sep } from 'node:path';
import { OutputFileError } from './translationerror.ts';

export interface UsedFile {
  /** What the file is to the translation, for messages: `input`. */
  readonly role: string;
  /** Its path; or its descriptor, 0 for standard input or 1 for standard output. */
  readonly file: string | number;
}

/**
 * Where `path` leads. Links are followed, also one whose target does not exist.
 *
 * @throws an error of the file system, if there is a loop of links or a folder that cannot be entered
 */
export function followLinks(path: string): string {
  if (statSync(path, { throwIfNoEntry: false })) return realpathSync.native(path);
  if (!lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink()) return path;
  const target = readlinkSync(path);
  return followLinks(isAbsolute(target) ? target : realpathSync.native(dirname(path)) + sep + target);
}

/**
 * The files that a translation has read.
 *
 * @param input the input; absent if it is a text that belongs to no file
 * @param dependencies the paths of included files
 */
export function filesRead(input: UsedFile['file'] | undefined, dependencies: readonly string[]): UsedFile[] {
  const included = [...new Set(dependencies)].map(file => ({ role: 'included file', file }));
  return input === undefined ? included : [{ role: 'input', file: input }, ...included];
}

/** @throws {OutputFileError} if one of `outputs` is the same file as one of `inputs`, or as another output */
export function checkOutputs(inputs: readonly UsedFile[], outputs: readonly UsedFile[]): void {
  const used = new Map(inputs.map(input => [identify(input.file), input]));
  used.delete(undefined);
  for (const output of outputs) {
    const identity = identify(output.file);
    const other = used.get(identity);
    if (other) {
      throw new OutputFileError(
        `${describe(output)} is the same file as ${describe(other)}: choose another output`,
      );
    }
    if (identity !== undefined) used.set(identity, output);
  }
}

/**
 * A text that is the same for all names of a file: its device and inode, or its path if it does not exist
 * yet. Undefined for devices and pipes, which hold nothing that could be lost, and for what cannot be looked
 * at: to read or write it fails with an error of its own.
 */
function identify(file: string | number): string | undefined {
  try {
    const stats =
      typeof file === 'number'
        ? fstatSync(file, { bigint: true })
        : statSync(file, { bigint: true, throwIfNoEntry: false });
    if (stats) return stats.isFile() ? `${stats.dev}:${stats.ino}` : undefined;
    const path = followLinks(String(file));
    return join(realpathSync.native(dirname(path)), basename(path));
  } catch {
    return undefined;
  }
}

function describe({ role, file }: UsedFile): string {
  if (typeof file === 'string') return `the ${role} \`${file}'`;
  return file === 0 ? 'standard input' : 'standard output';
}
