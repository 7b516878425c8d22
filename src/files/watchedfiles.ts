/**
 * Waits for changes of files. It watches their folders: editors put a new file in the place of the old one,
 * and then a watched file is the old one. Where the system does not watch a folder, the files are looked at
 * again and again.
 */
import { realpathSync, statSync, watch, type FSWatcher } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

/** Editors and Git change several files at once, and some a file in several steps. In milliseconds. */
const DELAY = 50;
/** How often files are looked at whose folders are not watched, in milliseconds. */
const INTERVAL = 500;
/** The times of files may lag behind the clock by so many milliseconds. */
const LAG = 20;

export class WatchedFiles {
  readonly #onChange: (changed: readonly string[]) => void;
  readonly #others: RegExp | undefined;
  /** By folder, each with the folder's inode. */
  readonly #watchers = new Map<string, { readonly watcher: FSWatcher; readonly inode: bigint }>();
  /** What the files were like when they were read, by their paths. */
  #states: ReadonlyMap<string, string> = new Map();
  /** Further files that have changed. */
  readonly #changed = new Set<string>();
  #timer: NodeJS.Timeout | undefined;
  #polls: NodeJS.Timeout | undefined;

  /**
   * @param onChange is called once for changes that come together, with the absolute paths of the files
   * @param others further files count whose paths match, as far as they are in a folder of the watched ones
   */
  constructor(onChange: (changed: readonly string[]) => void, others?: RegExp) {
    this.#onChange = onChange;
    this.#others = others;
  }

  /**
   * Watches `files` in place of those before.
   *
   * @param since when they were read, as `Date.now()`: a change since then counts
   */
  watch(files: Iterable<string>, since: number): void {
    const paths = new Set([...files].flatMap(file => [resolve(file), targetOf(file)]));
    this.#states = new Map([...paths].map(path => [path, isNewer(path, since) ? 'newer' : stateOf(path)]));
    const folders = new Set([...paths].map(path => dirname(path)));
    for (const [folder, { watcher, inode }] of this.#watchers) {
      // A folder that is removed and made again is another one.
      if (folders.has(folder) && inodeOf(folder) === inode) continue;
      watcher.close();
      this.#watchers.delete(folder);
    }
    const unwatched = [...folders].filter(folder => !this.#watchFolder(folder));
    clearInterval(this.#polls);
    this.#polls = unwatched.length > 0 ? setInterval(() => this.#look(), INTERVAL) : undefined;
    // Something may have changed before the folders were watched.
    this.#look();
  }

  /** Ends it: `onChange` is not called any more. */
  close(): void {
    clearTimeout(this.#timer);
    clearInterval(this.#polls);
    for (const { watcher } of this.#watchers.values()) watcher.close();
    this.#watchers.clear();
  }

  /** Returns whether the system watches the folder. */
  #watchFolder(folder: string): boolean {
    if (this.#watchers.has(folder)) return true;
    const inode = inodeOf(folder);
    if (inode === undefined) return false;
    try {
      const watcher = watch(folder, (_, name) => {
        // Not every system tells the name.
        const path = name === null ? undefined : join(folder, name);
        if (path !== undefined && !this.#states.has(path)) {
          if (this.#others?.test(path) !== true) return;
          this.#changed.add(path);
        }
        this.#report();
      });
      watcher.on('error', () => {
        // The folder is gone. Its files have been reported.
        watcher.close();
        this.#watchers.delete(folder);
      });
      this.#watchers.set(folder, { watcher, inode });
      return true;
    } catch {
      // More are watched than the system allows, or it cannot watch this one.
      return false;
    }
  }

  /** Reports changes if there are any. */
  #look(): void {
    if (this.#changedFiles().length > 0) this.#report();
  }

  #report(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      const changed = [...this.#changedFiles(), ...this.#changed];
      this.#changed.clear();
      if (changed.length > 0) this.#onChange(changed);
    }, DELAY);
  }

  #changedFiles(): readonly string[] {
    return [...this.#states].flatMap(([path, state]) => (stateOf(path) === state ? [] : [path]));
  }
}

/** Where a link leads; the path itself for other files. */
function targetOf(file: string): string {
  try {
    return realpathSync.native(file);
  } catch {
    return resolve(file);
  }
}

/** Undefined if there is no such folder. */
function inodeOf(folder: string): bigint | undefined {
  return statSync(folder, { bigint: true, throwIfNoEntry: false })?.ino;
}

/** A text that changes with the file; empty if there is none. */
function stateOf(path: string): string {
  try {
    const { ino, size, mode, mtimeNs } = statSync(path, { bigint: true });
    return `${ino}:${size}:${mode}:${mtimeNs}`;
  } catch {
    return '';
  }
}

function isNewer(path: string, since: number): boolean {
  const stats = statSync(path, { throwIfNoEntry: false });
  return stats !== undefined && stats.mtimeMs > since - LAG;
}
