/**
 * `dynasm run`: loads a module, TypeScript included, as if it were the main program.
 */
import { accessSync, constants, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { install } from '../src/loader/install.ts';
import { describeFileError, UsageError } from './usage.ts';

/**
 * Runs the module at `file`; it finds `args` in `process.argv` behind its own path. Throws `UsageError` where there is no such file, and
 * what the module throws.
 */
export async function run(file: string, args: readonly string[]): Promise<void> {
  const path = resolve(file);
  checkReadable(path);
  process.argv = [process.argv[0] ?? 'node', path, ...args];
  // What the module most likely imports: loaded before there are hooks and source maps, it takes a third of the time.
  await Promise.all([import('../src/index.ts'), import('../src/encoder/index.ts')]);
  install({ typescript: true });
  await import(pathToFileURL(path).href);
}

/** Throws `UsageError`. What a module throws later, errors of the file system as well, is its own. */
function checkReadable(path: string): void {
  try {
    accessSync(path, constants.R_OK);
    if (!statSync(path).isDirectory()) return;
  } catch (error) {
    throw new UsageError(describeFileError(Object.assign(error as Error, { path })));
  }
  throw new UsageError(`${path}: is a directory`);
}
