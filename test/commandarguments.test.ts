/** The arguments of the commands beside translation, which are read by the same reader as DynASM's. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { COMMAND_HELP } from '../bin/help.ts';
import { Folder } from './packagefolder.ts';

let folder: Folder;
beforeAll(() => {
  folder = new Folder({ 'args.ts': 'console.log(process.argv.slice(2).join());' });
});
afterAll(() => folder.remove());

test('each command explains itself, in three ways', () => {
  for (const [name, text] of Object.entries(COMMAND_HELP)) {
    for (const args of [
      ['help', name],
      [name, '--help'],
      [name, '-h'],
    ]) {
      expect([args, folder.dynasm(args)]).toEqual([args, { status: 0, stdout: text, stderr: '' }]);
    }
    expect(text).toMatch(new RegExp(`^Examples?:\\n\\n[^]*  (?:.*\\| )?dynasm ${name} `, 'm'));
  }
});

const right: readonly (readonly [args: readonly string[], output: string | RegExp])[] = [
  [['asm', '->top:', '--base=16'], /^->top:/],
  [['asm', '-DX=3', 'mov eax, X'], /^0000 {2}b8 03/],
  [['asm', '-D', 'X', 'mov eax, X'], /^0000 {2}b8 01/],
  [['asm', '--arch=x86', '--base', '0x10', '--', 'inc eax'], /^0010 {2}40/],
  [['instructions', '--arch', 'x86', 'inc'], /^inc  r16 +o16 40\+r/],
  [['run', 'args.ts', '--stack', '-h', '--', 'x'], '--stack,-h,--,x\n'],
  [['run', '--stack', 'args.ts', '--help'], '--help\n'],
];
test('arguments that are right', () => {
  for (const [args, output] of right) {
    const { status, stdout, stderr } = folder.dynasm(args);
    expect([args, status, stderr]).toEqual([args, 0, '']);
    if (typeof output === 'string') expect(stdout).toBe(output);
    else expect(stdout).toMatch(output);
  }
});

const wrong: readonly (readonly [args: string, message: string])[] = [
  ['run', "missing argument. Try `dynasm help run'."],
  ['run --stak args.ts', "unrecognized option `--stak'. Try `--help'. Did you mean `--stack'?"],
  ['asm nop ret', "not also `ret'. Try `dynasm help asm'."],
  ['asm --arch arm nop', '--arch arm: the choices are x64, x86'],
  ['asm nop --base', "missing parameter for option `--base'"],
  ['asm --actions=yes nop', "option `--actions' takes no parameter"],
  ['asm -D 1 nop', '-D 1: not a name, or a name=text'],
  ['asm --diagnostics plain nop', '--diagnostics plain: the choices are pretty, classic, json'],
  ['explain -x', "unrecognized option `-x'. Try `--help'."],
  ['help nothing', "there is no command `nothing'. Try `--help'."],
  ['instruction', "there is no command or file `instruction'. Did you mean `instructions'?"],
];
test('arguments that are wrong', () => {
  for (const [args, message] of wrong) {
    const ran = folder.dynasm(args.split(' '));
    expect([args, ran]).toEqual([args, { status: 1, stdout: '', stderr: `dynasm: ${message}\n` }]);
  }
});

test('a listing without its disassembler says what to install', () => {
  folder.write(
    'without.cjs',
    `const module_ = require('node:module');
const load = module_._load;
module_._load = function (name, ...rest) {
  if (name === 'iced-x86') throw new Error('not there');
  return load.call(this, name, ...rest);
};`,
  );
  const hint = 'a listing needs the package iced-x86, which cannot be loaded here: npm install iced-x86';
  const env = { NODE_OPTIONS: '--require=./without.cjs' };
  expect(
    folder.node(
      ['--require', './without.cjs', 'node_modules/dynasm/dist/bin/dynasm.cjs', 'asm', 'ret'],
      '',
      env,
    ),
  ).toEqual({
    status: 1,
    stdout: '',
    stderr: `dynasm: ${hint}\n`,
  });
  folder.write(
    'dump.mjs',
    `import { dasm } from 'dynasm'; try { dasm.dump(new Uint8Array(1)); } catch (error) { console.log(error.message); }`,
  );
  expect(folder.node(['--require', './without.cjs', 'dump.mjs']).stdout).toBe(`${hint}\n`);
});
