#!/usr/bin/env node
/**
 * The command line: takes arguments, sets the exit status. What a command needs is loaded when it is called:
 * `translate` and `run`, which are called often, do not load each other's part, nor the library that reads
 * the arguments of the other commands.
 */
import { printDiagnostics, type DiagnosticsForm } from './diagnosticprinter.ts';
import { writeStandardError } from './stream.ts';
import { translate } from './translatecommand.ts';
import { isTranslationError } from './uncaughterror.ts';
import { describeFileError, isUsageError } from './usage.ts';

const COMMANDS: ReadonlySet<string | undefined> = new Set(['run', 'asm', 'instructions', 'explain', 'help']);

const [command, ...rest] = process.argv.slice(2);

async function main(): Promise<number> {
  if (command === 'translate') return translate(rest, { lang: 'ts', diagnostics: 'pretty' });
  const asksHelp = command === undefined || (command === 'help' && rest.length === 0);
  if (asksHelp || !COMMANDS.has(command)) {
    const args = asksHelp ? ['--help'] : [command, ...rest];
    return translate(args, { lang: 'c', diagnostics: 'classic' });
  }
  const [file] = rest;
  if (command === 'run' && file !== undefined && !file.startsWith('-')) {
    await (await import('./run.ts')).run(file, rest.slice(1));
    return exitStatus();
  }
  await (await import('./commands.ts')).runCommand([command, ...rest]);
  return exitStatus();
}

/** The exit status that a module which was run has asked for. */
function exitStatus(): number {
  return process.exitCode === undefined ? 0 : Number(process.exitCode);
}

/** Prints one clear message. What a module has thrown that `run` runs is thrown again, for Node. */
function printError(error: unknown): void {
  if (isTranslationError(error)) {
    const form = /--diagnostics[= ](pretty|classic|json)/.exec(process.argv.join(' '))?.[1];
    printDiagnostics(error.file, error.diagnostics, form as DiagnosticsForm | undefined, 'pretty');
  } else if (isUsageError(error)) writeStandardError(`dynasm: ${error.message}\n`);
  else if (command === 'run') throw error;
  else if (error instanceof Error && 'code' in error && 'syscall' in error) {
    writeStandardError(`dynasm: ${describeFileError(error)}\n`);
  } else {
    const message = error instanceof Error ? error.message : String(error);
    writeStandardError(`dynasm: internal error: ${message}\n`);
  }
}

/** The built file is CommonJS, where nothing can be awaited outside of functions. */
async function start(): Promise<void> {
  try {
    process.exitCode = await main();
  } catch (error) {
    process.exitCode = 1;
    printError(error);
  }
}

void start();
