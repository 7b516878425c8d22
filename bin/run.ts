/**
 * `dynasm run`: loads a module, TypeScript included, as if it were the main program.
 */
import { accessSync, constants, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Code } from 'dynasm';
import { printDiagnostics } from './diagnosticprinter.ts';
import { writeStandardError } from './stream.ts';
import { hasColors } from './terminal.ts';
import { libraryDiagnostics } from './uncaughterror.ts';
import { install } from '../src/loader/install.ts';
import { describeFileError, UsageError } from './usage.ts';

interface RunOptions {
  /** Node shows all uncaught errors, with their stack traces. */
  readonly stack?: boolean;
  /** Each code object that is built is shown on standard error. */
  readonly dump?: boolean;
}

/**
 * Runs the module at `file`; it finds `args` in `process.argv` behind its own path.
 *
 * @throws {UsageError} if there is no such file
 * @throws what the module throws
 */
export async function run(
  file: string,
  args: readonly string[],
  { stack = false, dump = false }: RunOptions = {},
): Promise<void> {
  const path = resolve(file);
  checkReadable(path);
  process.argv = [process.argv[0] ?? 'node', path, ...args];
  // The module most likely imports these. Before there are hooks and source maps, loading them takes a third
  // of the time.
  const [{ dasm }] = await Promise.all([import('dynasm'), import('dynasm/encoder')]);
  if (dump) showBuilds(() => dasm.dump(new Uint8Array(0)));
  install({ typescript: true });
  if (!stack) process.on('uncaughtExceptionMonitor', showUncaught);
  await import(pathToFileURL(path).href);
}

/**
 * Shows every code object when it is built, with its source. `check` throws if listings cannot be made.
 *
 * @throws {UsageError} if they cannot
 */
function showBuilds(check: () => void): void {
  try {
    check();
  } catch (error) {
    throw new UsageError(`--dump: ${error instanceof Error ? error.message : String(error)}`);
  }
  const color = hasColors(2);
  process.getBuiltinModule('node:diagnostics_channel').subscribe('dynasm:build', message => {
    const { code } = message as { code: Code };
    const symbol = code.symbols[0]?.name;
    const name = symbol === undefined ? '' : ` (->${symbol})`;
    writeStandardError(`; ${code.size} bytes${name}\n${code.dump({ source: true, color })}\n`);
  });
}

/**
 * Shows an error of the library that nobody catches, and ends the process as Node does it. Node shows errors
 * that do not come from the library, and a program that has its own handlers shows what it likes.
 */
function showUncaught(error: unknown): void {
  const isHandled =
    process.listenerCount('uncaughtException') > 0 || process.hasUncaughtExceptionCaptureCallback();
  const diagnostics = isHandled ? undefined : libraryDiagnostics(error);
  if (diagnostics === undefined) return;
  printDiagnostics('', diagnostics, 'pretty', 'pretty');
  process.exit(1);
}

/**
 * @throws {UsageError} if the file cannot be read. Errors that the module throws later are its own, also
 * those of the file system.
 */
function checkReadable(path: string): void {
  try {
    accessSync(path, constants.R_OK);
    if (!statSync(path).isDirectory()) return;
  } catch (error) {
    throw new UsageError(describeFileError(Object.assign(error as Error, { path })));
  }
  throw new UsageError(`${path}: is a directory`);
}
