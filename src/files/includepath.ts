/**
 * Finds included files. Takes the name in an `.include` and the file that it stands in; returns the path and
 * the text of what was found.
 */
import { readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { ReadInclude } from '../preprocessor/index.ts';
import { FILE_LANGUAGES, type Encoding } from './filelanguage.ts';
import type { TranslateOptions } from './translation.ts';

/** Looks in `folders`, then (if `beside`) beside the including file, then in the working directory. */
export function includeReader(folders: readonly string[], beside: boolean, encoding: Encoding): ReadInclude {
  return (name, from) => {
    const candidates = [
      ...folders.map(folder => `${folder}/${name}`),
      ...(beside ? [join(dirname(from), name)] : []),
      name,
    ];
    let folder: string | undefined;
    for (const path of candidates) {
      const found = statSync(path, { throwIfNoEntry: false });
      if (found && !found.isDirectory()) return { path, text: readFileSync(path, encoding) };
      if (found) folder ??= path;
    }
    if (folder !== undefined) throw new Error(`${folder} is a directory`);
    return undefined;
  };
}

/** What finds the files that a module to be loaded includes. */
export function moduleIncludes({ include = [] }: TranslateOptions): ReadInclude {
  const { includesBeside, encoding } = FILE_LANGUAGES.ts;
  return includeReader(include, includesBeside, encoding);
}
