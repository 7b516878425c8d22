#!/usr/bin/env node
/**
 * The command line: arguments in, exit status out. Each command is a file beside this one, loaded when it is called.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Command, Option } from 'commander';
import type { TranslationError } from '../src/translation.ts';
import { UsageError } from './input.ts';
import { report, type DiagnosticsForm } from './report.ts';

const require = createRequire(import.meta.url);

/** package.json stands above the sources, and two folders above the built file. */
function version(): string {
  for (const path of ['../package.json', '../../package.json']) {
    try {
      return (JSON.parse(readFileSync(require.resolve(path), 'utf8')) as { version: string }).version;
    } catch {
      // The other layout.
    }
  }
  return 'unknown';
}

function collect(value: string, previous: readonly string[]): string[] {
  return [...previous, value];
}

const program = new Command('dynasm')
  .description('A dynamic assembler for TypeScript, C and Lua: translates, runs and shows assembly.')
  .version(version(), '-V, --version')
  // A command's options stand behind its name; what stands behind a file that is run belongs to that.
  .enablePositionalOptions()
  .showHelpAfterError('(dynasm --help shows what there is)');

const diagnostics = new Option('--diagnostics <form>', 'form of errors and warnings')
  .choices(['pretty', 'classic', 'json'])
  .default('pretty');
const defines = new Option('-D, --define <name[=text]>', 'define a substitution')
  .argParser(collect)
  .default([], 'none');
const folders = new Option('-I, --include <folder>', 'look for included files there, too; the last one first')
  .argParser(collect)
  .default([], 'none');
const target = new Option(
  '--target <arch-system>',
  'translate for x64-linux, x86-windows, … (default: this machine)',
);

program
  .command('translate')
  .description('translate a .dast (TypeScript) or .dasc (C) file; - is standard input')
  .argument('<input>', 'the file to translate')
  .option(
    '-o, --outfile <file>',
    'write the output there; its ending tells the language (default: standard output)',
  )
  .addOption(defines)
  .addOption(folders)
  .addOption(target)
  .addOption(new Option('--lang <language>', 'output language').choices(['ts', 'js', 'c', 'lua']))
  .addOption(
    new Option('--sourcemap [place]', 'make a source map: a file beside the output, or inline').choices([
      'file',
      'inline',
    ]),
  )
  .addOption(diagnostics)
  .action(async (input: string, options) => (await import('./translate.ts')).translate(input, options));

program
  .command('run')
  .description('load and run a .dast or .ts file')
  .argument('<file>', 'the module to run')
  .argument('[args...]', 'its arguments')
  .passThroughOptions()
  .action(async (file: string, args: string[]) => (await import('./run.ts')).run(file, args));

program
  .command('asm')
  .description('assemble statements, and show offsets, bytes and instructions')
  .argument('<statements>', 'statements, the name of a file with them, or - for standard input')
  .addOption(new Option('--arch <arch>', 'processor').choices(['x64', 'x86']).default('x64'))
  .option('--actions', 'print the action list of each line as JSON instead')
  .option('--base <address>', 'address of the code', '0')
  .addOption(defines)
  .addOption(diagnostics)
  .action(async (statements: string, options) => (await import('./asm.ts')).asm(statements, options));

// A statement may begin with a label, `->name:`, which is no option.
const argv = process.argv.map(arg => (process.argv[2] === 'asm' && arg.startsWith('->') ? ` ${arg}` : arg));

/** What a translation threw, also where it came from the loader's thread as a copy. */
function isTranslationError(error: unknown): error is TranslationError {
  return error instanceof Error && error.name === 'TranslationError' && 'diagnostics' in error;
}

try {
  await program.parseAsync(argv);
} catch (error) {
  const form = /--diagnostics[= ](pretty|classic|json)/.exec(argv.join(' '))?.[1] as
    DiagnosticsForm | undefined;
  if (isTranslationError(error)) report(error.file, error.diagnostics, form ?? 'pretty');
  else if (error instanceof UsageError || (error instanceof Error && 'syscall' in error)) {
    console.error(`dynasm: ${error.message}`);
  } else throw error;
  process.exitCode = 1;
}
