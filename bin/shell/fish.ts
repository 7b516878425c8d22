/** The script for fish: a call of `complete` for each command and option. */
import type { CompletedCommand, CompletedOption, Completions, Values } from './completed.ts';

export function fishScript({ translate, commands }: Completions): string {
  const others = commands.filter(command => command !== translate);
  const own = `not __fish_seen_subcommand_from ${others.map(({ name }) => name).join(' ')}`;
  return `# Completions of dynasm for fish: made by \`dynasm completions fish'.
${commands.map(({ name, summary }) => line('__fish_use_subcommand', `-a ${name}`, summary)).join('')}${options(own, translate)}${others
    .map(command => options(`__fish_seen_subcommand_from ${command.name}`, command))
    .join('')}`;
}

function options(condition: string, { options: all, operands }: CompletedCommand): string {
  const words = line(condition, values(operands), '');
  return `${all.map(option => line(condition, optionText(option), option.help)).join('')}${operands === 'file' ? '' : words}`;
}

function optionText({ names, values: parameter, isOptional = false }: CompletedOption): string {
  const flags = names.map(name =>
    name.startsWith('--')
      ? `-l ${name.slice(2)}`
      : name.length === 2
        ? `-s ${name.slice(1)}`
        : `-o ${name.slice(1)}`,
  );
  if (parameter === undefined) return flags.join(' ');
  return [...flags, isOptional ? '' : '-r', values(parameter)].filter(Boolean).join(' ');
}

function values(each: Values): string {
  switch (each) {
    case 'file':
      return '-F';
    case 'folder':
      return `-f -a '(__fish_complete_directories)'`;
    case 'other':
      return '-f';
    default:
      return `-f -a ${quote(each.join(' '))}`;
  }
}

function line(condition: string, what: string, description: string): string {
  const shown = description === '' ? '' : ` -d ${quote(description)}`;
  return `complete -c dynasm -n ${quote(condition)} ${what}${shown}\n`;
}

function quote(text: string): string {
  return `'${text.replaceAll(/['\\]/g, '\\$&')}'`;
}
