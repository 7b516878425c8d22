/**
 * Finds the files that a source names in `.include` and `.incbin`. Takes the name and the file that it stands
 * in; returns the path and the contents of what was found.
 */
import { readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { ReadBinary, ReadInclude } from '../preprocessor/index.ts';
import { FILE_LANGUAGES, type Encoding } from './filelanguage.ts';
import type { TranslateOptions } from './translation.ts';

/** What reads the files that a source names. */
export interface FileReaders {
  readonly readInclude: ReadInclude;
  readonly readBinary: ReadBinary;
  /** Where files were looked for that are not there, or cannot be read. */
  readonly missing: ReadonlySet<string>;
}

/**
 * Looks in `folders`, then (if `beside`) beside the file with the directive, then in the working directory.
 * `encoding`: of included text.
 */
export function fileReaders(folders: readonly string[], beside: boolean, encoding: Encoding): FileReaders {
  const missing = new Set<string>();
  const findPath = (name: string, from: string): string | undefined => {
    const candidates = [
      ...folders.map(folder => `${folder}/${name}`),
      ...(beside ? [join(dirname(from), name)] : []),
      name,
    ];
    let folder: string | undefined;
    for (const path of candidates) {
      const found = statSync(path, { throwIfNoEntry: false });
      if (found && !found.isDirectory()) return path;
      if (found) folder ??= path;
    }
    for (const path of candidates) missing.add(path);
    if (folder !== undefined) throw new Error(`${folder} is a directory`);
    return undefined;
  };
  const read = <Contents>(path: string, contents: () => Contents): Contents => {
    try {
      return contents();
    } catch (error) {
      missing.add(path);
      throw error;
    }
  };
  return {
    missing,
    readInclude(name, from) {
      const path = findPath(name, from);
      return path === undefined ? undefined : { path, text: read(path, () => readFileSync(path, encoding)) };
    },
    readBinary(name, from) {
      const path = findPath(name, from);
      if (path === undefined) return undefined;
      // A device may have no end, and a pipe gives its bytes only once.
      if (!statSync(path).isFile()) throw new Error(`${path} is not a regular file`);
      return { path, bytes: read(path, () => readFileSync(path)) };
    },
  };
}

/** What reads the files that a module to be loaded names. */
export function moduleReaders({ include = [] }: TranslateOptions): FileReaders {
  const { includesBeside, encoding } = FILE_LANGUAGES.ts;
  return fileReaders(include, includesBeside, encoding);
}
