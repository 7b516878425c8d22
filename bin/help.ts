/** The text of `dynasm --help`, out of the tables of commands and options. */
import type { Option } from 'commander';
import { COMMANDS, exampleText, TRANSLATE } from './commandlist.ts';
import { OPTION_GROUPS } from './options.ts';

const USAGE_WIDTH = 39;
const OPTION_WIDTH = 25;
const WIDTH = 110;

export function helpText(): string {
  const usages = [TRANSLATE, ...Object.values(COMMANDS)].map(({ name, operands, summary }) =>
    usage(`dynasm ${name} ${operands}`, summary),
  );
  const groups = OPTION_GROUPS.map(group => group.map(optionText).join(''));
  return `dynasm: a dynamic assembler for TypeScript, C and Lua.

Usage: ${'dynasm [option]... file.dasc|-'.padEnd(USAGE_WIDTH)}in place of dynasm.lua
${usages.join('')}${usage('dynasm help [command]', 'options and examples of a command')}
Options, with those of DynASM:

${groups.join('\n')}
${exampleText(TRANSLATE)}`;
}

function usage(command: string, summary: string): string {
  return `       ${command.padEnd(USAGE_WIDTH)}${summary}\n`;
}

/** Nothing for an option that another one's text names. */
function optionText({ short, long, flags, required, description, hidden }: Option): string {
  if (hidden) return '';
  const [, parameter = ''] = /[<[](.*)[>\]]/.exec(flags) ?? [];
  const shown = parameter === '' ? '' : required ? ` ${parameter}` : `[=${parameter}]`;
  const option = `  ${short === undefined ? '    ' : `${short}, `}${long}${shown}`;
  const start = option.length < OPTION_WIDTH ? option.padEnd(OPTION_WIDTH) : `${option}  `;
  const lines = wrapped(description, WIDTH - start.length);
  return `${start}${lines.join(`\n${' '.repeat(OPTION_WIDTH)}`)}\n`;
}

/** The words of a text in lines of at most so many columns. */
function wrapped(text: string, width: number): readonly string[] {
  return text.match(new RegExp(`.{1,${width}}(?= |$)`, 'g'))?.map(line => line.trim()) ?? [];
}
