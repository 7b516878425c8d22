/**
 * `dynasm completions`: makes the script that has a shell complete the command line. Takes the commands as
 * they are defined, and the options of translation; nothing is written down a second time.
 */
import type { Argument, Command, Option } from 'commander';
import { FEATURES, LEVEL_NAMES } from '../src/encoder/format/feature.ts';
import { LANGUAGES } from '../src/files/filelanguage.ts';
import { ERRORS, NOTES, WARNINGS } from '../src/preprocessor/index.ts';
import { TRANSLATE } from './commandlist.ts';
import { OPTION_GROUPS, PLATFORMS } from './options.ts';
import { bashScript } from './shell/bash.ts';
import type { CompletedCommand, CompletedOption, Completions, Values } from './shell/completed.ts';
import { fishScript } from './shell/fish.ts';
import { zshScript } from './shell/zsh.ts';

const SCRIPTS = { bash: bashScript, zsh: zshScript, fish: fishScript } as const;
export type Shell = keyof typeof SCRIPTS;
export const SHELLS = Object.keys(SCRIPTS) as Shell[];

/** The script for a shell, out of the commands beside `translate`. */
export function completionScript(shell: Shell, program: Command): string {
  return SCRIPTS[shell](completionsOf(program));
}

function completionsOf(program: Command): Completions {
  const translate: CompletedCommand = {
    name: TRANSLATE.name,
    summary: TRANSLATE.summary,
    // `-?` is a pattern to shells.
    options: OPTION_GROUPS.flat()
      .filter(({ short }) => short !== '-?')
      .map(optionOf),
    operands: 'file',
  };
  const commands = program.commands.map(command => ({
    name: command.name(),
    summary: command.description(),
    options: [...command.options.map(optionOf), HELP],
    operands: operandsOf(command.registeredArguments[0]),
  }));
  const topics = [translate, ...commands].map(({ name }) => name);
  const help = { name: 'help', summary: 'options and examples of a command', options: [], operands: topics };
  return { translate, commands: [translate, ...commands, help] };
}

/** In lower case, in which they are typed. */
const FEATURES_AND_LEVELS = [...LEVEL_NAMES, ...FEATURES].map(name => name.toLowerCase());

/** Every command has it. */
const HELP: CompletedOption = { names: ['-h', '--help'], help: 'options and examples' };

function optionOf({
  short,
  long,
  description,
  required,
  optional,
  flags,
  argChoices,
}: Option): CompletedOption {
  const names = [short, long].filter(name => name !== undefined);
  if (!required && !optional) return { names, help: description };
  const [, parameter = ''] = /[<[]([\w-]+)/.exec(flags.toLowerCase()) ?? [];
  return { names, help: description, values: argChoices ?? valuesOf(parameter), isOptional: !required };
}

function operandsOf(argument: Argument | undefined): Values {
  if (argument === undefined) return 'other';
  return argument.argChoices ?? valuesOf(argument.name());
}

/** What stands in the place of a parameter or operand, by the name that it has in the help. */
function valuesOf(parameter: string): Values {
  switch (parameter) {
    case 'file':
    case 'files':
    case 'statements':
    case 'tsconfig':
      return 'file';
    case 'dir':
      return 'folder';
    case 'arch-os':
      return PLATFORMS;
    case 'features':
      return FEATURES_AND_LEVELS;
    case 'language':
      return LANGUAGES;
    case 'warning':
      return Object.keys(WARNINGS);
    case 'no-warning':
      return Object.keys(WARNINGS).map(code => `no-${code}`);
    case 'code':
      return [ERRORS, WARNINGS, NOTES].flatMap(table => Object.keys(table));
    default:
      return 'other';
  }
}
