/**
 * The commands beside translation: their arguments, by commander. Each is a file beside this one, loaded when it is called.
 */
import { Command, Option } from 'commander';
import { archNames } from '../src/preprocessor/index.ts';
import { writeStandardOutput } from './stream.ts';
import { UsageError } from './usage.ts';

function collect(value: string, previous: readonly string[]): string[] {
  return [...previous, value];
}

/** Throws `UsageError`, `TranslationError`, and for `run` whatever the module throws. */
export async function runCommand(args: readonly string[]): Promise<void> {
  const program = new Command('dynasm')
    // A command's options stand behind its name; what stands behind a file that is run belongs to that.
    .enablePositionalOptions()
    .configureOutput({
      writeOut: writeStandardOutput,
      outputError: text => {
        throw new UsageError(text.replace(/^error: /, '').trimEnd());
      },
    });
  const arch = new Option('--arch <arch>', 'processor').choices([...archNames]).default('x64');

  program
    .command('run')
    .description('load and run a .dast or .ts file')
    .argument('<file>', 'the module to run')
    .argument('[args...]', 'its arguments')
    .passThroughOptions()
    .action(async (file: string, rest: string[]) => (await import('./run.ts')).run(file, rest));

  program
    .command('asm')
    .description('assemble statements, and show offsets, bytes and instructions')
    .argument('<statements>', 'statements, the name of a file with them, or - for standard input')
    .addOption(arch)
    .option('--actions', 'print the action list of each line as JSON instead')
    .option('--base <address>', 'address of the code', '0')
    .addOption(
      new Option('-D, --define <name[=text]>', 'define a substitution')
        .argParser(collect)
        .default([], 'none'),
    )
    .addOption(
      new Option('--diagnostics <form>', 'form of errors')
        .choices(['pretty', 'classic', 'json'])
        .default('pretty'),
    )
    .action(async (statements: string, options) => (await import('./asm.ts')).asm(statements, options));

  program
    .command('instructions')
    .description('list instructions with their operands and encodings')
    .argument('[pattern]', 'a mnemonic, in which * stands for anything')
    .addOption(arch)
    .action(async (pattern: string | undefined, options: { arch: string }) =>
      (await import('./instructions.ts')).instructions(pattern, options.arch),
    );

  // A statement may begin with a label, `->name:`, which is no option.
  const isAsm = args[0] === 'asm';
  await program.parseAsync(
    args.map(arg => (isAsm && arg.startsWith('->') ? ` ${arg}` : arg)),
    { from: 'user' },
  );
}
