/** What was perhaps meant: commands, options, codes and instructions that are misspelt. */
import { afterAll, expect, test } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { nearest } from '../src/encoder/format/nearestname.ts';
import { ERRORS, WARNINGS } from '../src/preprocessor/index.ts';
import { dynasm, Folder } from './packagefolder.ts';

const folder = new Folder({ trnaslate: '|.arch x64\n' });
afterAll(() => folder.remove());

// prettier-ignore
const MISTYPED: readonly (readonly [args: string, message: string])[] = [
  ['translat x.dast',            "there is no command or file `translat'. Did you mean `translate'?"],
  ['rnu',                        "there is no command or file `rnu'. Did you mean `run'?"],
  ['instuctions mov',            "there is no command or file `instuctions'. Did you mean `instructions'?"],
  ['explian',                    "there is no command or file `explian'. Did you mean `explain'?"],
  ['help instruction',           "there is no command `instruction'. Did you mean `instructions'?"],
  ['help nothing',               "there is no command `nothing'. Try `--help'."],
  ['nothing',                    'nothing: no such file or directory'],
  ['explain operand-cuont',      "no diagnostic has the code `operand-cuont'; did you mean `operand-count'?"],
  ['explain zzzzzz',             "no diagnostic has the code `zzzzzz'; `dynasm explain' lists the codes"],
  ['instructions mvo',           "no instruction of x64 matches `mvo'; did you mean `mov'?"],
  ['instructions nothing*',      "no instruction of x64 matches `nothing*'"],
  ['instructions --cpu apx',      "--cpu apx: not a feature of processors; did you mean `apx_f'?"],
  ['instructions --cpu avx513f',  "--cpu avx513f: not a feature of processors; did you mean `avx512f'?"],
  ['translate --sourcmap x.dast', "unknown option '--sourcmap'\n(Did you mean --sourcemap?)"],
  ['--nothing x.dasc',           "unknown option '--nothing'"],
  ['asm --acitons nop',          "unknown option '--acitons'\n(Did you mean --actions?)"],
  ['run --stak x.dast',          "unknown option '--stak'\n(Did you mean --stack?)"],
];

test.each(MISTYPED)('dynasm %s', (args, message) => {
  expect(folder.dynasm(args.split(' '))).toEqual({ status: 1, stdout: '', stderr: `dynasm: ${message}\n` });
});

test('a file whose name resembles a command is a file', () => {
  expect(folder.dynasm(['trnaslate']).status).toBe(0);
});

test('help of every command', () => {
  const general = folder.dynasm(['--help']);
  expect(general.status).toBe(0);
  for (const args of [['help'], ['help', 'translate'], ['help', 'help']]) {
    expect(folder.dynasm(args)).toEqual(general);
  }
  for (const command of ['run', 'asm', 'instructions', 'explain']) {
    const { status, stdout, stderr } = folder.dynasm(['help', command]);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toContain(`Usage: dynasm ${command} `);
  }
});

test('a reader that has seen enough is not an error', () => {
  const shell = `'${process.execPath}' '${dynasm}' instructions | head -1; echo "\${PIPESTATUS[0]}"`;
  const { stdout, stderr } = spawnSync('bash', ['-c', shell], { encoding: 'utf8' });
  expect(stderr).toBe('');
  expect(stdout).toMatch(/^a32 .*\n0\n$/);
});

test('each code with one slip of the finger is found', () => {
  const codes = [...Object.keys(ERRORS), ...Object.keys(WARNINGS)];
  for (const code of codes) {
    for (let at = 0; at < code.length - 1; at++) {
      const slips = [
        code.slice(0, at) + code.slice(at + 1),
        `${code.slice(0, at)}_${code.slice(at)}`,
        `${code.slice(0, at)}_${code.slice(at + 1)}`,
        code.slice(0, at) + code.charAt(at + 1) + code.charAt(at) + code.slice(at + 2),
      ];
      for (const slip of slips) expect(codes).toContain(nearest(slip, codes));
    }
    expect(nearest(code.toUpperCase(), codes)).toBe(code);
  }
});

test('what is not near is not suggested', () => {
  expect(nearest('', ['a', 'run'])).toBeUndefined();
  expect(nearest('nothing', ['run', 'asm', 'translate', 'explain'])).toBeUndefined();
  expect(nearest('eex', ['rax', 'eax', 'ecx'])).toBe('eax');
});
