/**
 * Tells `node --watch` which files a module includes, so that a change in one of them starts the program
 * anew. Node listens to messages of the watched process, and learns of the modules from its own loader.
 */
import { resolve } from 'node:path';
import type { MessagePort } from 'node:worker_threads';

/** Set by Node in a process that it watches. */
const isWatched = process.env['WATCH_REPORT_DEPENDENCIES'] !== undefined;

/** Reports files by their paths. In the thread of the hooks of Node 20, they go to the main thread first. */
export function reportIncluded(paths: readonly string[]): void {
  if (!isWatched || paths.length === 0) return;
  const files = paths.map(path => resolve(path));
  if (process.send) process.send({ 'watch:require': files });
  // oxlint-disable-next-line unicorn/require-post-message-target-origin (a port takes none)
  else toMainThread?.postMessage(files);
}

/** The way from the thread of the hooks to the main thread. That thread has an instance of this module. */
let toMainThread: MessagePort | undefined;

/** Sends reports of this thread to `port`. */
export function reportThrough(port: MessagePort): void {
  toMainThread = port;
}

/** Passes on the reports that arrive at `port`, without keeping the process alive. */
export function passReports(port: MessagePort): void {
  if (!isWatched) return;
  port.on('message', reportIncluded);
  port.unref();
}
