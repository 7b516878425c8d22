/**
 * Finds included files: what `.include name` in a file means, as the translator asks for it. In flow names, out flow paths and
 * texts. What was found can be noted, so that one can see later whether it would still be found.
 */
import { readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { ReadInclude } from './preprocessor/index.ts';

/** Looks in `folders`, then (where `beside`) beside the including file, then in the working directory. */
export function includeReader(
  folders: readonly string[],
  beside: boolean,
  encoding: 'utf8' | 'latin1',
): ReadInclude {
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
