/**
 * Compiled modules on disk, so that an unchanged one needs neither translator nor compiler. In flow sources, out flows their
 * compiled code if all that it was made from is as it was.
 *
 * There is one entry, a file, for each module and way of compiling it. It holds the texts that it was made from, and these are
 * compared: nothing depends on times or on a checksum.
 */
import { build } from '../build.ts';
import { keep, readKept } from '../cachefolder.ts';
import { includeReader } from '../include.ts';
import { hostTarget } from '../platform.ts';
import type { Included } from '../preprocessor/index.ts';
import type { Source } from './source.ts';

/** What an `.include` led to. */
export interface Inclusion extends Included {
  readonly name: string;
  /** The including file. */
  readonly from: string;
}

export interface Compiled {
  readonly code: string;
  readonly inclusions: readonly Inclusion[];
}

interface Entry extends Compiled {
  readonly key: string;
  readonly text: string;
}

/** Everything but texts that the code depends on. */
function keyOf({ kind, file, format, options }: Source): string {
  return JSON.stringify([build, process.versions.node, hostTarget(), kind, file, format, options]);
}

/** The code that `source` was compiled to, if it still would be. */
export function findCompiled(source: Source): string | undefined {
  const key = keyOf(source);
  const kept = readKept(key);
  if (kept === undefined) return undefined;
  try {
    const entry = JSON.parse(kept.toString()) as Entry;
    if (entry.key !== key || entry.text !== source.text) return undefined;
    const find = includeReader(source.options.include ?? [], true, 'utf8');
    const unchanged = entry.inclusions.every(({ name, from, path, text }) => {
      const found = find(name, from);
      return found?.path === path && found.text === text;
    });
    return unchanged && typeof entry.code === 'string' ? entry.code : undefined;
  } catch {
    return undefined;
  }
}

/** Keeps what `source` was compiled to. */
export function keepCompiled(source: Source, { code, inclusions }: Compiled): void {
  const key = keyOf(source);
  const entry: Entry = { key, text: source.text, inclusions, code };
  keep(key, () => JSON.stringify(entry));
}
