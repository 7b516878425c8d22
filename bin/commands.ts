/**
 * The commands beside translation: reads their arguments and calls them. A script of its own, so that
 * translation does not load them.
 */
import { archNames } from '../src/preprocessor/index.ts';
import { choose, parseDefine, readArguments, type Operands, type Option } from './arguments.ts';
import { asm } from './asm.ts';
import { FORMS, type DiagnosticsForm } from './diagnosticprinter.ts';
import { explainCode } from './explain.ts';
import { COMMAND_HELP, type CommandName } from './help.ts';
import { instructions } from './instructions.ts';
import { run } from './run.ts';
import { writeStandardOutput } from './stream.ts';
import { UsageError } from './usage.ts';

export { describe } from './instructions.ts';

/** What the options of these commands set. */
interface Settings {
  asked?: 'help';
  stack?: boolean;
  actions?: boolean;
  arch: 'x64' | 'x86';
  base: string;
  readonly defines: Map<string, string>;
  diagnostics?: DiagnosticsForm;
}

interface Command {
  readonly options: readonly Option<Settings>[];
  readonly operands?: Operands;
  /** How many operands there may be: from, to. */
  readonly count: readonly [least: number, most: number];
  readonly call: (operands: readonly string[], settings: Settings) => void | Promise<void>;
}

const ARCH: Option<Settings> = {
  names: ['arch'],
  parameter: 'required',
  apply: (settings, name) => {
    settings.arch = choose('--arch', name, archNames);
  },
};

// prettier-ignore
const COMMANDS: Readonly<Record<CommandName, Command>> = {
  run: {
    options: [{ names: ['stack'], apply: settings => { settings.stack = true; } }],
    // What stands behind the file belongs to the program.
    operands: { endOptions: true },
    count: [1, Infinity],
    call: ([file = '', ...args], { stack = false }) => run(file, args, { stack }),
  },
  asm: {
    options: [
      ARCH,
      { names: ['actions'], apply: settings => { settings.actions = true; } },
      { names: ['base'], parameter: 'required', apply: (settings, address) => { settings.base = address; } },
      { names: ['define', 'D'], parameter: 'required', apply: ({ defines }, text) => defines.set(...parseDefine(text)) },
      { names: ['diagnostics'], parameter: 'required',
        apply: (settings, form) => { settings.diagnostics = choose('--diagnostics', form, FORMS); } },
    ],
    // A statement may begin with a label, `->name:`.
    operands: { isOperand: word => word === '-' || word.startsWith('->') },
    count: [1, 1],
    call: ([statements = ''], settings) => asm(statements, settings),
  },
  instructions: {
    options: [ARCH],
    count: [0, 1],
    call: ([pattern], { arch }) => instructions(pattern, arch),
  },
  explain: { options: [], count: [0, 1], call: ([code]) => explainCode(code) },
};

const HELP: Option<Settings> = {
  names: ['help', 'h'],
  apply: settings => {
    settings.asked = 'help';
  },
};

/**
 * @throws {UsageError} if the arguments are wrong
 * @throws {TranslationError} if there are errors in a source
 * @throws what the module throws that `run` runs
 */
export async function runCommand(name: CommandName, args: readonly string[]): Promise<void> {
  const { options, operands: manner, count, call } = COMMANDS[name];
  const settings: Settings = { arch: 'x64', base: '0', defines: new Map() };
  const operands = readArguments(args, [...options, HELP], settings, manner);
  if (settings.asked) return writeStandardOutput(COMMAND_HELP[name]);
  const [least, most] = count;
  if (operands.length < least) throw new UsageError(`missing argument. Try \`dynasm help ${name}'.`);
  if (operands.length > most) {
    const surplus = operands.slice(most).join(' ');
    throw new UsageError(`not also \`${surplus}'. Try \`dynasm help ${name}'.`);
  }
  await call(operands, settings);
}
