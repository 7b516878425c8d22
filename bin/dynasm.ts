#!/usr/bin/env node
/**
 * The command line: takes arguments, sets the exit status. What a command needs is loaded when it is called:
 * `translate` and `run`, which are called often, do not load each other's part.
 */
import { existsSync } from 'node:fs';
import { nearest } from '../src/encoder/format/nearestname.ts';
import { printDiagnostics, type DiagnosticsForm } from './diagnosticprinter.ts';
import { writeStandardError } from './stream.ts';
import { COMMAND_NAMES } from './commandlist.ts';
import { translate, type Form } from './translatecommand.ts';
import { isTranslationError } from './uncaughterror.ts';
import { describeFileError, isUsageError, UsageError } from './usage.ts';

/** DynASM's own command line. */
const FORM: Form = { lang: 'c', diagnostics: 'classic' };

const [command, ...rest] = process.argv.slice(2);

async function main(): Promise<number> {
  if (command === 'translate') return translate(rest, { lang: 'ts', diagnostics: 'pretty' });
  const topic = command === 'help' ? (rest[0] ?? 'translate') : undefined;
  if (command === undefined || topic === 'translate' || topic === 'help') return translate(['--help'], FORM);
  if (topic !== undefined && !COMMAND_NAMES.includes(topic)) failCommand(topic, 'command');
  if (!COMMAND_NAMES.includes(command)) {
    // A mistyped command is taken for the name of a file.
    if (/^\w+$/.test(command) && !existsSync(command)) failCommand(command, 'command or file');
    return translate([command, ...rest], FORM);
  }
  const [file] = rest;
  if (command === 'run' && file !== undefined && !file.startsWith('-')) {
    await (await import('./run.ts')).run(file, rest.slice(1));
    return exitStatus();
  }
  await (await import('./commands.ts')).runCommand([command, ...rest]);
  return exitStatus();
}

/**
 * @param kind what `text` might have named
 * @throws {UsageError} if a command has a similar name
 */
function failCommand(text: string, kind: string): void {
  const meant = nearest(text, COMMAND_NAMES);
  if (meant === undefined && kind !== 'command') return;
  const hint = meant === undefined ? "Try `--help'." : `Did you mean \`${meant}'?`;
  throw new UsageError(`there is no ${kind} \`${text}'. ${hint}`);
}

/** The exit status that a module which was run has asked for. */
function exitStatus(): number {
  return process.exitCode === undefined ? 0 : Number(process.exitCode);
}

/** By name: each bundle has its own class. */
function isMissingPackage(error: unknown): error is Error {
  return command !== 'run' && error instanceof Error && error.name === 'MissingPackageError';
}

function isClosedPipe(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EPIPE';
}

/** Prints one clear message. What a module has thrown that `run` runs is thrown again, for Node. */
function printError(error: unknown): void {
  if (isTranslationError(error)) {
    const form = /--diagnostics[= ](pretty|classic|json)/.exec(process.argv.join(' '))?.[1];
    printDiagnostics(error.file, error.diagnostics, form as DiagnosticsForm | undefined, 'pretty');
  } else if (isUsageError(error) || isMissingPackage(error)) writeStandardError(`dynasm: ${error.message}\n`);
  else if (command === 'run') throw error;
  // Who reads a listing has seen enough, as `head` does. The output of a translation must be complete.
  else if (command !== 'translate' && COMMAND_NAMES.includes(command ?? '') && isClosedPipe(error))
    process.exitCode = 0;
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
  // All is written. At the end of the event loop V8 would collect garbage, and Node free all memory.
  if (command !== 'run') process.exit();
}

void start();
