/** The script for zsh: a function for its completion system, `compsys`. */
import type { CompletedCommand, CompletedOption, Completions, Values } from './completed.ts';

export function zshScript({ translate, commands }: Completions): string {
  const described = commands.map(
    ({ name, summary }) => `    ${quote(`${name}:${summary.replaceAll(':', '\\:')}`)}\n`,
  );
  const others = commands.filter(command => command !== translate);
  return `#compdef dynasm
# Completions of dynasm for zsh: made by \`dynasm completions zsh'.
_dynasm() {
  local -a commands
  commands=(
${described.join('')}  )
  if (( CURRENT == 2 )) && [[ $words[2] != -* ]]; then
    _describe -t commands command commands
    _files
    return
  fi
  local command=$words[2]
  if (( \${commands[(I)$command:*]} )); then
    shift words
    (( CURRENT-- ))
  fi
  case $command in
${others.map(command => `    ${command.name})\n${specifications(command)}      ;;\n`).join('')}    *)
${specifications(translate)}      ;;
  esac
}
if [[ $funcstack[1] == _dynasm ]]; then
  _dynasm "$@"
else
  compdef _dynasm dynasm
fi
`;
}

/** The call of `_arguments` for a command. */
function specifications({ options, operands }: CompletedCommand): string {
  const lines = [...options.flatMap(optionLines), quote(`*:argument:${action(operands)}`)];
  return `      _arguments -s ${lines.join(' \\\n        ')}\n`;
}

function optionLines({ names, help, values, isOptional = false }: CompletedOption): readonly string[] {
  const described = help === '' ? '' : `[${help.replaceAll(/[[\]\\:]/g, '\\$&')}]`;
  return names.map(name => {
    if (values === undefined) return quote(`*${name}${described}`);
    const isLong = name.startsWith('--');
    // Behind a long option's parameter may stand a =, or it is the next word; behind a short one it follows.
    const separator = isOptional ? '=-' : isLong ? '=' : '+';
    return quote(`*${name}${separator}${described}:${isOptional ? ':' : ''}value:${action(values)}`);
  });
}

function action(values: Values): string {
  switch (values) {
    case 'file':
      return '_files';
    case 'folder':
      return '_files -/';
    case 'other':
      return ' ';
    default:
      return `(${values.join(' ')})`;
  }
}

function quote(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
