#!/usr/bin/env node
/**
 * The command line: arguments in, exit status out. What a command needs is loaded when it is called: `translate` and `run`, which
 * are called often, need neither the other's nor the library that reads the arguments of the rest.
 */
import type { TranslationError } from '../src/failure.ts';
import { writeStandardError } from './stream.ts';
import { translate } from './translate.ts';
import { describeFileError, isUsageError } from './usage.ts';

const COMMANDS: ReadonlySet<string | undefined> = new Set(['run', 'asm', 'instructions', 'help']);

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

/** What a module that was run has asked for. */
function exitStatus(): number {
  return process.exitCode === undefined ? 0 : Number(process.exitCode);
}

/** What a translation threw, also where it came from the loader's thread as a copy. */
function isTranslationError(error: unknown): error is TranslationError {
  return error instanceof Error && error.name === 'TranslationError' && 'diagnostics' in error;
}

/** One clear message; only what a module that `run` runs has thrown goes on. */
async function fail(error: unknown): Promise<void> {
  if (isTranslationError(error)) {
    const { report } = await import('./report.ts');
    const form = /--diagnostics[= ](pretty|classic|json)/.exec(process.argv.join(' '))?.[1];
    await report(error.file, error.diagnostics, form as 'pretty' | 'classic' | 'json' | undefined, 'pretty');
  } else if (isUsageError(error)) writeStandardError(`dynasm: ${error.message}\n`);
  else if (command === 'run') throw error;
  else if (error instanceof Error && 'code' in error && 'syscall' in error) {
    writeStandardError(`dynasm: ${describeFileError(error)}\n`);
  } else {
    const message = error instanceof Error ? error.message : String(error);
    writeStandardError(`dynasm: internal error: ${message}\n`);
  }
}

/** The built file is a script, so nothing is awaited outside functions. */
async function start(): Promise<void> {
  try {
    process.exitCode = await main();
  } catch (error) {
    process.exitCode = 1;
    await fail(error);
  }
}

void start();
