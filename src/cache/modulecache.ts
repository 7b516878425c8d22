/**
 * Compiled modules on disk, so that an unchanged module needs neither translator nor compiler. Takes a
 * module's source; returns its compiled code if everything that it was made from is as it was.
 *
 * There is one entry, a file, for each module and way of compiling it. The entry holds the files that the
 * code was made from, and these are compared: nothing depends on times or on a checksum.
 */
import type { Compiled, ModuleSource } from '../files/compile.ts';
import { moduleReaders } from '../files/includepath.ts';
import { processPlatform } from '../files/processplatform.ts';
import { build } from './build.ts';
import { keep, readKept } from './cachefolder.ts';

interface Entry extends Compiled {
  readonly key: string;
  readonly text: string;
}

/** Everything but texts that the code depends on. */
function keyOf({ kind, file, format, options }: ModuleSource): string {
  return JSON.stringify([build, process.versions.node, processPlatform(), kind, file, format, options]);
}

/** What `source` was compiled to, if it would be compiled to the same today. */
export function findCompiled(source: ModuleSource): Compiled | undefined {
  const key = keyOf(source);
  const kept = readKept(key);
  if (kept === undefined) return undefined;
  try {
    const entry = JSON.parse(kept) as Entry;
    if (entry.key !== key || entry.text !== source.text) return undefined;
    const { readInclude, readBinary } = moduleReaders(source.options);
    const unchanged = entry.inclusions.every(({ name, from, path, text, base64 }) => {
      if (base64 === undefined) {
        const found = readInclude(name, from);
        return found?.path === path && found.text === text;
      }
      const found = readBinary(name, from);
      return found?.path === path && Buffer.from(base64, 'base64').equals(found.bytes);
    });
    return unchanged && typeof entry.code === 'string' ? entry : undefined;
  } catch {
    return undefined;
  }
}

/** Keeps what `source` was compiled to. */
export function keepCompiled(source: ModuleSource, { code, inclusions }: Compiled): void {
  const key = keyOf(source);
  const entry: Entry = { key, text: source.text, inclusions, code };
  keep(key, JSON.stringify(entry));
}
