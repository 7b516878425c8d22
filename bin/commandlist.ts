/** The commands, with what the help says of each, and examples, which a test runs. */

export interface CommandText {
  readonly name: string;
  readonly operands: string;
  readonly summary: string;
  /** Each with what it is for. */
  readonly examples: readonly (readonly [command: string, purpose: string])[];
}

export const TRANSLATE: CommandText = {
  name: 'translate',
  operands: '[option]... file|-',
  summary: 'translate .dast (to TypeScript), .dasc (C) or .dasl (Lua)',
  examples: [
    ['dynasm translate code.dast -o code.ts', 'TypeScript'],
    ['dynasm translate code.dast -o code.js --sourcemap', 'JavaScript, and code.js.map'],
    ['dynasm translate --watch code.dast -o code.ts', 'again whenever a file changes, until Ctrl-C'],
    ['dynasm translate --platform x64-windows --cpu x86-64-v3 code.dast -o code.ts', 'for another machine'],
    ['dynasm -LN -o code.h code.dasc', 'C, in place of dynasm.lua'],
  ],
};

/** The commands beside `translate`. */
export const COMMANDS = {
  run: {
    name: 'run',
    operands: 'file [argument]...',
    summary: 'load and run a .dast or .ts file',
    examples: [
      ['dynasm run program.dast', 'the program'],
      ['dynasm run --dump program.dast', 'with a listing of the code that it builds'],
      ['dynasm run program.dast --verbose 5', 'with arguments, which stand in process.argv'],
    ],
  },
  asm: {
    name: 'asm',
    operands: 'statements|file|-',
    summary: 'assemble, and show bytes and instructions',
    examples: [
      ["dynasm asm 'mov eax, [rdi+8]; ret'", 'statements'],
      ["dynasm asm 'mov eax, [rdi+SIZE*2]' -D SIZE=8 --base 0x1000", 'with a name and an address'],
      ['dynasm asm --source code.txt', 'a file, with its lines beside the code'],
      ["echo 'push eax' | dynasm asm --arch x86 -", 'standard input'],
      ["dynasm asm --json 'vaddps zmm1, zmm2, [rdi]'", 'bytes, form and features of each statement, as JSON'],
      ["dynasm asm --actions 'mov eax, n'", 'the action list, as JSON'],
    ],
  },
  repl: {
    name: 'repl',
    operands: '[option]...',
    summary: 'run statements as they are typed, and show registers',
    examples: [
      ['dynasm repl', 'statements in; bytes, registers and flags out'],
      ["echo 'mov eax, 6; imul eax, eax, 7' | dynasm repl", 'from standard input'],
    ],
  },
  init: {
    name: 'init',
    operands: '[folder]',
    summary: 'make a project that runs',
    examples: [
      ['dynasm init jit', 'in a new folder'],
      ['mkdir project && cd project && dynasm init', 'here'],
    ],
  },
  types: {
    name: 'types',
    operands: '[option]... [file]...',
    summary: 'write declarations of .dast files, x.d.dast.ts',
    examples: [
      ['dynasm types', 'of all .dast files of the project'],
      ['dynasm types code.dast', 'of one'],
      ['dynasm types --check', 'for continuous integration: names those that are missing or out of date'],
      ['dynasm types --watch', 'again whenever a file changes, until Ctrl-C'],
    ],
  },
  check: {
    name: 'check',
    operands: '[option]...',
    summary: 'check the types of .dast files and what imports them',
    examples: [
      ['dynasm check', 'the project of this folder'],
      ['dynasm check -p tsconfig.json', 'another configuration'],
    ],
  },
  instructions: {
    name: 'instructions',
    operands: '[pattern]',
    summary: 'list instructions with their operands and encodings',
    examples: [
      ["dynasm instructions 'vpadd*'", 'all whose names begin so'],
      ['dynasm instructions --arch x86 mov', 'of x86'],
      ["dynasm instructions --cpu x86-64-v3 'v*'", 'those that a processor with these features has'],
    ],
  },
  explain: {
    name: 'explain',
    operands: '[code]',
    summary: 'explain a diagnostic, with an example, or list the codes',
    examples: [
      ['dynasm explain index-register', 'the code in brackets behind a message'],
      ['dynasm explain', 'all codes'],
    ],
  },
  lsp: {
    name: 'lsp',
    operands: '[option]...',
    summary: 'serve an editor: the language server (docs/editors.md)',
    examples: [
      ['dynasm lsp --stdio </dev/null', 'an editor starts it, and speaks on standard input and output'],
      ['dynasm lsp --help', 'its options'],
    ],
  },
  completions: {
    name: 'completions',
    operands: 'bash|zsh|fish',
    summary: 'print what makes a shell complete the command line',
    examples: [
      ['dynasm completions bash >>~/.bashrc', 'bash'],
      ['dynasm completions zsh >>~/.zshrc', 'zsh, behind compinit'],
      [
        'mkdir -p ~/.config/fish/completions && dynasm completions fish >~/.config/fish/completions/dynasm.fish',
        'fish',
      ],
    ],
  },
} as const satisfies Readonly<Record<string, CommandText>>;

/** The names of all commands. */
export const COMMAND_NAMES: readonly string[] = [TRANSLATE.name, ...Object.keys(COMMANDS), 'help'];

/** The examples of a command as the help shows them. */
export function exampleText({ examples }: CommandText): string {
  return `Examples:\n\n${examples.map(([command, purpose]) => `  # ${purpose}\n  ${command}\n`).join('')}`;
}
