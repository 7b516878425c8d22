/**
 * Completes command lines with bash, zsh and fish, as they do it at a tab. Ends with status 1 if anything is
 * wrong, or a shell is missing.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const command = join(import.meta.dirname, '../../dist/bin/dynasm.cjs');
const folder = mkdtempSync(join(tmpdir(), 'dynasm-shells-'));

/** What is typed, and the only word that it can be completed to. */
const CASES: readonly (readonly [typed: string, word: string])[] = [
  ['dynasm compl', 'completions'],
  ['dynasm completions fi', 'fish'],
  ['dynasm help instr', 'instructions'],
  ['dynasm explain index-', 'index-register'],
  ['dynasm asm --sou', '--source'],
  ['dynasm asm --arch x8', 'x86'],
  ['dynasm asm --diagnostics cl', 'classic'],
  ['dynasm run --st', '--stack'],
  ['dynasm run pro', 'program.dast'],
  ['dynasm translate --max', '--max-errors'],
  ['dynasm translate --lang lu', 'lua'],
  ['dynasm translate program.dast -o oth', 'other.ts'],
  ['dynasm --nolin', '--nolineno'],
  ['dynasm -A x6', 'x64'],
];

/** Takes the file with the completions, the line, and the word; prints the words that it may be. */
const PROGRAMS: Readonly<Record<string, string>> = {
  bash: `source "$1"
COMP_WORDS=($2)
COMP_CWORD=$((\${#COMP_WORDS[@]} - 1))
_dynasm
printf '%s\\n' "\${COMPREPLY[@]}"
# What readline does where the function finds nothing.
[[ \${#COMPREPLY[@]} == 0 ]] && compgen -f -- "\${COMP_WORDS[COMP_CWORD]}"`,
  zsh: `zmodload zsh/zpty
zpty shell zsh -f
zpty -w shell "PS1=; autoload -Uz compinit; compinit -u -D; source $1; print READY"
zpty -r -m shell seen '*READY*READY*'
zpty -w -n shell "$2"$'\\t'
# Waits for the word, or a bell and the rest of it: without it, until the time is over.
zpty -r -m shell seen "(*$3*|*"$'\\a'"\${3#\${2##* }}*)"
print -r -- "$seen"
zpty -d shell`,
  fish: 'source $argv[1]; complete -C $argv[2] | string replace -r "\\t.*" ""',
};

let failures = 0;
try {
  for (const name of ['program.dast', 'other.ts']) writeFileSync(join(folder, name), '');
  for (const [shell, program] of Object.entries(PROGRAMS)) {
    const script = join(folder, `script.${shell}`);
    const { stdout } = spawnSync(process.execPath, [command, 'completions', shell], { encoding: 'utf8' });
    writeFileSync(script, stdout);
    for (const [typed, word] of CASES) {
      const head = shell === 'fish' ? ['--no-config', '-c', program] : ['-c', program, shell];
      const args = [...head, script, typed, word];
      const ran = spawnSync(shell, args, { cwd: folder, encoding: 'utf8', timeout: 20_000 });
      // zsh prints what the terminal shows.
      const words = ran.stdout?.split(/\s+/).filter(Boolean) ?? [];
      const isRight = shell === 'zsh' ? ran.status === 0 : words.join(' ') === word;
      console.log(`${isRight ? 'right' : 'WRONG'}  ${shell}: ${typed}`);
      if (isRight) continue;
      console.log(JSON.stringify({ error: ran.error?.message, stdout: ran.stdout, stderr: ran.stderr }));
      failures++;
    }
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
process.exitCode = failures === 0 ? 0 : 1;
