/**
 * A copy of the file system in a temporary folder, for the compiler: a folder in which something is
 * written or hidden is a folder of its own there, with links to everything else that it has. So the
 * compiler finds configurations, packages and sources where they would be, and nothing changes in the
 * project.
 */
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
  type Stats,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, parse, sep } from 'node:path';

/** How the names of temporary folders begin. */
const PREFIX = 'dynasm-mirror-';
/** The files that a compiler reads. */
const READ = /\.(?:[cm]?[jt]sx?|json)$/i;

export class Mirror {
  /** The temporary folder. */
  readonly root = realpathSync.native(mkdtempSync(join(tmpdir(), PREFIX)));
  /** The folders, by their real paths, that are folders of their own. */
  readonly #own = new Set<string>();

  constructor() {
    // The folder for temporary files may be in the project: no mirror must be found there.
    this.#separate(dirname(this.root));
  }

  /** Where the copy of an absolute path is. */
  at(path: string): string {
    // C:\x is ROOT\C\x.
    const { root } = parse(path);
    return join(this.root, root.replaceAll(/[:\\/]/g, ''), path.slice(root.length));
  }

  /** What is copied at `path`; undefined for what lies outside of the mirror. */
  original(path: string): string | undefined {
    const prefix = this.root + sep;
    const native = join(path);
    if (!native.startsWith(prefix)) return undefined;
    const rest = native.slice(prefix.length);
    return sep === '/' ? sep + rest : rest.replace(/^([^\\]*)/, '$1:');
  }

  /** Writes a file in place of the copy of `path`. */
  write(path: string, text: string): void {
    this.hide(path);
    writeFileSync(this.at(path), text);
  }

  /** Takes away the copy of the file at `path`. */
  hide(path: string): void {
    this.#separate(dirname(path));
    rmSync(this.at(path), { force: true });
  }

  remove(): void {
    rmSync(this.root, { recursive: true, force: true });
  }

  /** Makes the copy of `folder` a folder of its own, and those above it. */
  #separate(folder: string): void {
    if (this.#own.has(folder)) return;
    const parent = dirname(folder);
    if (parent !== folder) {
      this.#separate(parent);
      rmSync(this.at(folder), { force: true });
    }
    this.#own.add(folder);
    mkdirSync(this.at(folder), { recursive: true });
    for (const name of namesIn(folder)) this.#link(join(folder, name));
  }

  #link(path: string): void {
    if (basename(path).startsWith(PREFIX)) return;
    const stats = statsOf(path);
    // Only administrators make links to files on Windows; anybody makes junctions.
    if (stats?.isDirectory()) symlinkSync(path, this.at(path), 'junction');
    else if (!stats?.isFile() || !READ.test(path)) return;
    else if (process.platform === 'win32') copyFileSync(path, this.at(path));
    else symlinkSync(path, this.at(path));
  }
}

/** Undefined for a link that leads nowhere, and for what must not be looked at. */
function statsOf(path: string): Stats | undefined {
  try {
    return statSync(path);
  } catch {
    return undefined;
  }
}

/** The names in a folder; none if it is not there, or must not be read. */
function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
