/**
 * The commands beside translation: reads their arguments and calls them. A bundle of its own
 * (`#commands`).
 */
import { Argument, type Command, Option } from 'commander';
import { archNames } from '../src/preprocessor/index.ts';
import { argumentParser } from './argumentparser.ts';
import { asm } from './asm.ts';
import { check } from './checkcommand.ts';
import { COMMANDS, exampleText, type CommandText } from './commandlist.ts';
import { completionScript, SHELLS, type Shell } from './completions.ts';
import { explainCode } from './explain.ts';
import { init } from './initcommand.ts';
import { instructions } from './instructions.ts';
import { repl } from './repl/repl.ts';
import { run } from './run.ts';
import { writeStandardOutput } from './stream.ts';
import { types } from './typescommand.ts';

export { describe } from './instructions.ts';
// The language server calls it on a thread of its own.
export { checkProject } from '../src/types/index.ts';

function collect(value: string, previous: readonly string[]): string[] {
  return [...previous, value];
}

/**
 * @throws {UsageError} if the arguments are wrong
 * @throws {TranslationError} if there are errors in a source
 * @throws what the module throws that `run` runs
 */
export async function runCommand(args: readonly string[]): Promise<void> {
  // A statement may begin with a label, `->name:`, which is not an option.
  const isAsm = args[0] === 'asm';
  await makeProgram().parseAsync(
    args.map(arg => (isAsm && arg.startsWith('->') ? ` ${arg}` : arg)),
    { from: 'user' },
  );
}

/** The commands with their options and operands. */
function makeProgram(): Command {
  // A command's options stand behind its name. What stands behind a file that is run belongs to that file.
  const program = argumentParser('dynasm').enablePositionalOptions();
  const add = (text: CommandText): Command =>
    program
      .command(text.name)
      .description(text.summary)
      .addHelpText('after', `\n${exampleText(text)}`);
  const diagnostics = new Option('--diagnostics <form>', 'form of errors')
    .choices(['pretty', 'classic', 'json'])
    .default('pretty');
  const define = new Option('-D, --define <name[=text]>', 'define a substitution')
    .argParser(collect)
    .default([], 'none');
  const include = new Option('-I, --include <dir>', 'look for included files there, too')
    .argParser(collect)
    .default([], 'none');
  const platform = new Option(
    '--platform <arch-os>',
    'whose defines and calling convention count (default: this system)',
  );
  const project = new Option(
    '-p, --project <tsconfig>',
    'the configuration, or its folder (default: tsconfig.json here or above)',
  );
  const arch = new Option('--arch <arch>', 'processor').choices([...archNames]).default('x64');

  add(COMMANDS.run)
    .argument('<file>', 'the module to run')
    .argument('[args...]', 'its arguments')
    .option('--stack', 'show uncaught errors of the library as Node does, with their stack traces')
    .option('--dump', 'show the code that the program builds, on standard error')
    .passThroughOptions()
    .action(run);

  add(COMMANDS.asm)
    .argument('<statements>', 'statements, the name of a file with them, or - for standard input')
    .addOption(
      new Option('--arch <arch>', 'processor (default: that of --platform, or of this machine)').choices([
        ...archNames,
      ]),
    )
    .addOption(
      new Option('--json', 'print each statement with its bytes and form as JSON instead').conflicts([
        'actions',
        'source',
      ]),
    )
    .option('--actions', 'print the action list of each line as JSON instead')
    .option('--source', 'show the line that the code comes from, too')
    .option('--base <address>', 'address of the code', '0')
    .addOption(platform)
    .addOption(define)
    .addOption(diagnostics)
    .action(asm);

  add(COMMANDS.repl)
    .option('--timeout <seconds>', 'how long a line may run', '3')
    .addOption(new Option('--serve').hideHelp())
    .action(repl);

  add(COMMANDS.init)
    .argument('[folder]', 'where; it is made if it is not there', '.')
    .action((folder: string) => init(folder));

  add(COMMANDS.types)
    .argument('[files...]', 'the .dast files (default: all of the project)')
    .option('--check', 'write nothing; name the declarations that are missing or out of date')
    .option('--watch', 'go on, and write them whenever something changes')
    .addOption(project)
    .addOption(define)
    .addOption(include)
    .addOption(platform)
    .addOption(diagnostics)
    .action(types);

  add(COMMANDS.check)
    .addOption(project)
    .addOption(define)
    .addOption(include)
    .addOption(platform)
    .addOption(diagnostics)
    .action(check);

  add(COMMANDS.instructions)
    .argument('[pattern]', 'a mnemonic, in which * stands for anything and ? for one character')
    .addOption(arch)
    .option('--cpu <features>', 'only those of processors with these: x86-64-v3, or a list (avx2,fma)')
    .action(instructions);

  add(COMMANDS.explain)
    .argument('[code]', 'the code, which stands in brackets behind the message')
    .action((code: string | undefined) => explainCode(code));

  add(COMMANDS.lsp)
    .option('--stdio', 'speak on standard input and output, as it always does; editors say so')
    // In the bundle this is its path.
    .action(async () => (await import('./lsp.ts')).serve(import.meta.url));

  add(COMMANDS.completions)
    .addArgument(new Argument('<shell>', 'the shell').choices(SHELLS))
    .action((shell: Shell) => writeStandardOutput(completionScript(shell, program)));
  return program;
}
