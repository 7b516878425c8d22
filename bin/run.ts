/**
 * `dynasm run`: loads a module, TypeScript included, as if it were the main program.
 */
import { accessSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { install } from '../src/loader/install.ts';

/** Runs the module at `file`; it finds `args` in `process.argv` behind its own path. */
export async function run(file: string, args: readonly string[]): Promise<void> {
  const path = resolve(file);
  accessSync(path);
  process.argv = [process.argv[0] ?? 'node', path, ...args];
  install({ typescript: true });
  await import(pathToFileURL(path).href);
}
