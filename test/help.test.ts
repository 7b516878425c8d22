/** The help of each command, whose examples are run; completions in bash. (test/tools has other shells.) */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { COMMAND_NAMES, COMMANDS } from '../bin/commandlist.ts';
import { OPTION_GROUPS } from '../bin/options.ts';
import { readFiles } from './casefile.ts';
import { dynasm, Folder, root } from './packagefolder.ts';

let folder: Folder;
beforeAll(() => {
  folder = new Folder();
  const { 'in.dast': program = '' } = readFiles(
    'programs/commandline.txt',
    'a program that prints 41 + INCREMENT and its arguments',
  );
  const { 'in.dasc': code = '' } = readFiles('programs/commandline.txt', 'a C source');
  folder.writeAll({
    'program.dast': program.replace('INCREMENT', '1'),
    'code.dast': program.replace('INCREMENT', '1'),
    'code.dasc': code,
    'code.txt': 'mov eax, 1\nret\n',
    'tsconfig.json': '{"compilerOptions": {"strict": true, "module": "nodenext", "types": ["node"]}}',
  });
  for (const name of ['typescript', '@types']) {
    symlinkSync(join(root, 'node_modules', name), join(folder.path, 'node_modules', name), 'dir');
  }
  mkdirSync(join(folder.path, 'home'));
});
afterAll(() => folder.remove());

/** The examples that a help ends with. */
function examplesOf(help: string): string[] {
  const [, examples = ''] = help.split('\nExamples:\n\n');
  return examples.split('\n').flatMap(line => (/^ {2}[^ #]/.test(line) ? [line.trim()] : []));
}

const PRELUDE = `dynasm() { '${process.execPath}' '${dynasm}' "$@"; }\n`;

function environment(): NodeJS.ProcessEnv {
  const { NODE_OPTIONS: _options, FORCE_COLOR: _color, ...inherited } = process.env;
  return { ...inherited, NO_COLOR: '1', HOME: join(folder.path, 'home') };
}

/** Runs a command line in a shell; one that does not end by itself is interrupted when it waits. */
async function run(command: string): Promise<{ status: number | null; output: string; errors: string }> {
  // So that the interrupt reaches the program.
  const last = command.replace(/^dynasm(?= .*--watch)/, `exec '${process.execPath}' '${dynasm}'`);
  const child = spawn('sh', ['-c', PRELUDE + last], {
    cwd: folder.path,
    env: environment(),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  let errors = '';
  child.stdout.on('data', data => (output += String(data)));
  child.stderr.on('data', data => {
    errors += String(data);
    if (errors.includes('until Ctrl-C\n')) child.kill('SIGINT');
  });
  const status = await new Promise<number | null>(done => child.on('close', done));
  return { status, output, errors };
}

const HELP_TOPICS = COMMAND_NAMES.filter(name => name !== 'help');

test.each(HELP_TOPICS)(
  'the examples of %s do what they say',
  async name => {
    const help = folder.dynasm(['help', name]);
    expect({ status: help.status, stderr: help.stderr }).toEqual({ status: 0, stderr: '' });
    expect(folder.dynasm([name, '--help']).stdout).toBe(help.stdout);
    const examples = examplesOf(help.stdout);
    expect(examples.length).toBeGreaterThan(1);
    for (const example of examples) {
      expect(example).toMatch(/\bdynasm\b/);
      const { status, output, errors } = await run(example);
      // Listings and what is watched go to standard error.
      const expected = /--dump|--watch/.test(example) ? expect.stringMatching(/\S/) : '';
      expect([example, status, errors]).toEqual([example, 0, expected]);
      if (!/>|translate|types|check|-o |repl$|lsp --stdio/.test(example))
        expect([example, output]).toEqual([example, expect.stringMatching(/\S/)]);
    }
  },
  120_000,
);

test('the help names every command and every option', () => {
  const { stdout } = folder.dynasm(['--help']);
  for (const name of COMMAND_NAMES) expect(stdout).toContain(`dynasm ${name} `);
  for (const { long, hidden } of OPTION_GROUPS.flat()) {
    if (!hidden) expect(stdout).toContain(`${long}`);
  }
  expect(stdout.split('\n').filter(line => line.length > 110)).toEqual([]);
  expect(folder.dynasm(['help']).stdout).toBe(stdout);
});

/** What bash completes a line to; the last word is the one at the cursor. */
function complete(words: readonly string[]): string[] {
  const program = `${PRELUDE}eval "$(dynasm completions bash)"
COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _dynasm; printf '%s\\n' "\${COMPREPLY[@]}"`;
  const { stdout, stderr } = spawnSync('bash', ['-c', program, 'bash', ...words], {
    cwd: folder.path,
    env: environment(),
    encoding: 'utf8',
  });
  expect(stderr).toBe('');
  return stdout.split('\n').filter(line => line !== '');
}

const COMPLETIONS: readonly (readonly [words: string, completed: string])[] = [
  ['dynasm ', COMMAND_NAMES.join(' ')],
  ['dynasm comp', 'completions'],
  ['dynasm help ', HELP_TOPICS.join(' ')],
  ['dynasm completions ', 'bash zsh fish'],
  ['dynasm explain index-', 'index-register'],
  ['dynasm run --', '--stack --dump --help'],
  ['dynasm asm --arch x8', 'x86'],
  ['dynasm asm --diagnostics = cl', 'classic'],
  ['dynasm asm --diagnostics =', 'pretty classic json'],
  ['dynasm translate --max', '--max-errors'],
  ['dynasm translate -l ', 'ts js c lua'],
  ['dynasm translate in.dast -W no-si', 'no-sign-extended no-size-prefix no-size-word'],
  ['dynasm translate --sourcemap = i', 'inline'],
  ['dynasm --no', '--nocomment --nolineno --no-specialise --no-check --no-warn'],
  [
    'dynasm in.dasc -',
    OPTION_GROUPS.flat()
      .flatMap(({ short, long }) => [short, long])
      .filter(flag => flag !== undefined && flag !== '-?')
      .join(' '),
  ],
  // The names of files are left to bash.
  ['dynasm run pro', ''],
  ['dynasm translate -o ', ''],
  ['dynasm --define ', ''],
];

test.each(COMPLETIONS)('bash completes `%s', (typed, completed) => {
  expect(complete(typed.split(' ')).join(' ')).toBe(completed);
});

test('a file that is named as a command is reached by its path', () => {
  folder.write('completions', '|.arch x64\n|.actionlist a\n');
  expect(folder.dynasm(['./completions']).stdout).toContain('a[');
  expect(folder.dynasm(['completions']).stderr).toBe("dynasm: missing required argument 'shell'\n");
  expect(folder.dynasm(['completions', 'csh']).stderr).toContain('bash, zsh, fish');
  expect(folder.dynasm(['complotions']).stderr).toBe(
    "dynasm: there is no command or file `complotions'. Did you mean `completions'?\n",
  );
  expect(Object.keys(COMMANDS)).toEqual(Object.values(COMMANDS).map(({ name }) => name));
});
