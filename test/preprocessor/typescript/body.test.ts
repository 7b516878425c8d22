/**
 * Bodies without braces: assembly lines behind `if (x)`, `else` and the like, which go on behind blank lines and comments. Each program is
 * run with the condition true and false, and the machine code compared.
 */
import { expect, test } from '@jest/globals';
import { State, type ActionList } from '../../../src/encoder/index.ts';
import { translateSource } from '../../../src/preprocessor/index.ts';
import { evaluate, machineCode, translate } from './generated.ts';

const HEAD = '|.arch x64\n|.actionlist actions\n';

/** Machine code of assembly lines in a function whose parameter `on` is that value. */
function assemble(lines: readonly string[], on: boolean): string {
  const source = [`${HEAD}function gen(Dst: any, on: boolean) {`, ...lines, '}'].join('\n');
  const { actions, gen } = evaluate(translate(source), ['actions', 'gen']);
  const state = new State(actions as ActionList);
  (gen as (state: State, on: boolean) => void)(state, on);
  return machineCode(state);
}

interface Case {
  readonly name: string;
  readonly lines: readonly string[];
  /** Machine code with the condition true, and with it false. */
  readonly on: string;
  readonly off: string;
}

const CASES: readonly Case[] = [
  {
    name: 'a blank line, then the depth of the header',
    lines: ['  if (on)', '    | nop', '', '  | ret'],
    on: '90c3',
    off: 'c3',
  },
  {
    name: 'a blank line, then the depth of the body',
    lines: ['  if (on)', '    | nop', '', '    | ret'],
    on: '90c3',
    off: '',
  },
  {
    name: 'a blank line, then deeper than the body',
    lines: ['  if (on)', '    | nop', '', '      | ret'],
    on: '90c3',
    off: '',
  },
  {
    name: 'a comment, then the depth of the body',
    lines: ['  if (on)', '    | nop', '  // comment', '    | ret'],
    on: '90c3',
    off: '',
  },
  {
    name: 'a block comment of several lines',
    lines: ['  if (on)', '    | nop', '  /* one', '  two */', '    | ret', '  | nop'].slice(0, 5),
    on: '90c3',
    off: '',
  },
  {
    name: 'several gaps',
    lines: ['  if (on)', '    | nop', '', '    | nop', '', '', '    | ret', '', '  | int3'],
    on: '9090c3cc',
    off: 'cc',
  },
  {
    name: 'less than the depth of the header',
    lines: ['    if (on)', '      | nop', '', '  | ret'],
    on: '90c3',
    off: 'c3',
  },
  {
    name: 'a gap in front of the body',
    lines: ['  if (on)', '', '    | nop', '    | ret'],
    on: '90c3',
    off: '',
  },
  { name: 'no gap', lines: ['  if (on)', '    | nop', '    | ret'], on: '90c3', off: '' },
  {
    name: 'a body at the depth of the header',
    lines: ['if (on)', '| nop', '', '| ret'],
    on: '90c3',
    off: '',
  },
  {
    name: 'a gap in front of else',
    lines: ['  if (on)', '    | nop', '', '  else', '    | ret', '', '  | int3'],
    on: '90cc',
    off: 'c3cc',
  },
  {
    name: 'a header of several lines',
    lines: ['  if (on &&', '      on)', '    | nop', '', '  | ret'],
    on: '90c3',
    off: 'c3',
  },
  {
    name: 'a loop',
    lines: ['  for (let i = 0; i < 2; i++)', '    | nop', '', '    | int3', '', '  | ret'],
    on: '90cc90ccc3',
    off: '90cc90ccc3',
  },
  {
    name: 'a directive without code between',
    lines: ['  if (on)', '    | nop', '', '|.if X64', '    | int3', '|.endif', '  | ret'].toSpliced(6, 0, ''),
    on: '90ccc3',
    off: 'c3',
  },
  {
    name: 'a raw line ends the body',
    lines: ['  if (on)', '    | nop', '', '  || void on;', '    | ret'],
    on: '90c3',
    off: 'c3',
  },
  {
    name: 'a host line ends the body',
    lines: ['  if (on)', '    | nop', '', '  void on;', '    | ret'],
    on: '90c3',
    off: 'c3',
  },
  { name: 'tabs', lines: ['\tif (on)', '\t\t| nop', '', '\t| ret'], on: '90c3', off: 'c3' },
  {
    name: 'a macro as the body',
    lines: ['|.macro two; nop; int3; .endmacro', '  if (on)', '    | two', '', '    | two', '', '  | ret'],
    on: '90cc90ccc3',
    off: 'c3',
  },
];

test.each(CASES)('$name', ({ lines, on, off }) => {
  expect([assemble(lines, true), assemble(lines, false)]).toEqual([on, off]);
});

test.each([
  ['between both depths, behind a gap', 'if (on)\n    | nop\n\n  | ret'],
  ['less than the body, without a gap', '  if (on)\n    | nop\n  | ret'],
  ['neither depth, behind a gap', '\tif (on)\n\t\t| nop\n\n  | ret'],
])('an error: %s', (_, lines) => {
  const { diagnostics } = translateSource(`${HEAD}${lines}`, { file: 'f', lang: 'ts' });
  expect(diagnostics.map(({ code, line }) => [code, line])).toEqual([
    ['assembly-body', 2 + lines.split('\n').length],
  ]);
});
