/** The script for bash, from version 3.2 on. Where it finds no word, readline completes names of files. */
import type { CompletedCommand, Completions } from './completed.ts';

export function bashScript({ translate, commands }: Completions): string {
  const names = commands.map(({ name }) => name);
  return `# Completions of dynasm for bash: made by \`dynasm completions bash'.
_dynasm() {
  local current=\${COMP_WORDS[COMP_CWORD]} previous=\${COMP_WORDS[COMP_CWORD-1]} command= words=
  COMPREPLY=()
  # The = in --option=word is a word of its own.
  if [[ $current == = ]]; then
    current=
  elif [[ $previous == = && COMP_CWORD -gt 1 ]]; then
    previous=\${COMP_WORDS[COMP_CWORD-2]}
  fi
  (( COMP_CWORD > 1 )) && command=\${COMP_WORDS[1]}
  case $command in
${commands
  .filter(command => command !== translate)
  .map(branch)
  .join('')}    *)
${parameters(translate)}      (( COMP_CWORD == 1 )) && words='${names.join(' ')}'
      [[ $current == -* ]] && words='${optionNames(translate)}'
      ;;
  esac
  COMPREPLY=( $(compgen -W "$words" -- "$current") )
}
complete -o default -F _dynasm dynasm
`;
}

function branch(command: CompletedCommand): string {
  const { name, operands } = command;
  const words = typeof operands === 'string' ? '' : `      words='${operands.join(' ')}'\n`;
  return `    ${name})
${parameters(command)}${words}      [[ $current == -* ]] && words='${optionNames(command)}'
      ;;
`;
}

/** Completes the parameter of an option, and returns. */
function parameters({ options }: CompletedCommand): string {
  const cases = options.flatMap(({ names, values, isOptional = false }) => {
    if (values === undefined) return [];
    const words = typeof values === 'string' ? '' : values.join(' ');
    // One that may be left out is no reason to offer nothing else.
    if (isOptional && words === '') return [];
    const reply = words === '' ? 'return' : `COMPREPLY=( $(compgen -W '${words}' -- "$current") ); return`;
    return [`        ${names.join('|')}) ${reply} ;;\n`];
  });
  return cases.length === 0 ? '' : `      case $previous in\n${cases.join('')}      esac\n`;
}

function optionNames({ options }: CompletedCommand): string {
  return options.flatMap(({ names }) => names).join(' ');
}
