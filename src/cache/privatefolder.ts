/**
 * Folders and files that nobody but this user can change (and root, who can change everything). Takes paths;
 * returns a folder's real path or a file's text, or undefined if others could change what is there. On
 * Windows, where permissions do not say it, nothing is checked.
 */
import {
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  realpathSync,
  type Stats,
} from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';

const OTHERS_WRITE = constants.S_IWGRP | constants.S_IWOTH;
/** In such a folder people can rename and remove only what is theirs. */
const STICKY = 0o1000;

/**
 * The real path of `folder`, if it is this user's, nobody else can write to it, and nobody else can put
 * something else in its place.
 *
 * @param make make the folder, and those above it, if they are not there
 * @throws an error of the file system if the folder is not there or cannot be made
 */
export function privateFolder(folder: string, make: boolean): string | undefined {
  const path = realFolder(resolve(folder), make);
  return path !== undefined && isPrivate(lstatSync(path)) && isSafe(dirname(path)) ? path : undefined;
}

/**
 * The text of the file at `path`, whose folder is private, if it is a plain file of this user that nobody
 * else can write to.
 *
 * @throws an error of the file system if it cannot be read
 */
export function readPrivateFile(path: string): string | undefined {
  // Links are not followed, and a pipe is not waited for. Windows has neither flag: undefined counts as 0.
  const file = openSync(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  try {
    const stats = fstatSync(file);
    return stats.isFile() && isPrivate(stats) ? readFileSync(file, 'utf8') : undefined;
  } finally {
    closeSync(file);
  }
}

/**
 * The real path of `folder`. If it is to be made, that happens step by step from the first folder that is
 * there (Node's own recursion never ends in `/proc`), and only if that one is safe.
 */
function realFolder(folder: string, make: boolean): string | undefined {
  const parent = dirname(folder);
  try {
    return realpathSync.native(folder);
  } catch (error) {
    if (!make || parent === folder) throw error;
  }
  const above = realFolder(parent, make);
  if (above === undefined || !isSafe(above)) return undefined;
  const path = join(above, basename(folder));
  mkdirSync(path, 0o700);
  return path;
}

/** Whether nobody else can rename or replace what this user has in the folder at `path`, a real path. */
function isSafe(path: string): boolean {
  const user = process.geteuid?.();
  if (user === undefined) return true;
  const { uid, mode } = lstatSync(path);
  const isOwn = uid === user || uid === 0;
  const isProtected = (mode & OTHERS_WRITE) === 0 || (mode & STICKY) !== 0;
  return isOwn && isProtected && (dirname(path) === path || isSafe(dirname(path)));
}

function isPrivate({ uid, mode }: Stats): boolean {
  const user = process.geteuid?.();
  return user === undefined || (uid === user && (mode & OTHERS_WRITE) === 0);
}
