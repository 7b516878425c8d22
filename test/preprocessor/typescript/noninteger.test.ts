/**
 * Values that are not integers in each kind of field, in the generic put and in the functions written for
 * chunks: none of them becomes a number silently.
 */
import { expect, test } from '@jest/globals';
import { EncodeError, State, type ActionList } from '../../../src/encoder/index.ts';
import { evaluate, translate } from './generatedmodule.ts';

/** A statement with a value `v` in each kind of field that takes an integer. */
const INTEGER_FIELDS = [
  '| mov al, v',
  '| shl eax, v',
  '| add eax, v',
  '| add rax, v',
  '| mov ax, v',
  '| add cx, v',
  '| mov eax, v',
  '| mov rax, v',
  '| push v',
  '| imul ecx, edx, v',
  '| mov eax, [rbx+v]',
  '| mov eax, [v]',
  '| mov eax, [rcx*8+v]',
  '| ret v',
  '| mov64 rax, v',
  '| mov64 rax, [v]',
  '|.byte v',
  '|.sbyte v',
  '|.word v',
  '|.dword v',
  '|.qword v',
  '|.aword v',
  '|.space v',
  '|.space v, 0x90',
  '|=>v:',
  '| jmp =>v',
  '| lea rax, [=>v]',
  '|.aword =>v',
  '| mov Rd(v), 1',
  '| mov Rb(v), 1',
  '| mov eax, [Rq(v)]',
  '| mov eax, [rbx+Rq(v)*8]',
  '| addps xmm(v), xmm1',
  '| fld Rf(v)',
];

/** Fields of 64 bits, in which `v` may be something that has an address. */
const TAKES_OBJECTS = new Set(['| mov64 rax, v', '| mov64 rax, [v]', '|.qword v', '|.aword v']);

/** Fields that get an address `&v` in two halves. */
const HALVES = new Set(['| mov rax, &v', '| mov64 rax, &v', '| mov64 rax, [&v]', '|.qword &v', '|.aword &v']);

/** Statements with an address `&v`. */
const ADDRESS_FIELDS = [
  ...HALVES,
  '| add rax, &v',
  '| push &v',
  '| mov eax, [&v]',
  '| call &v',
  '| jmp &v',
  '|.label =>1, &v',
];

const VALUES: readonly (readonly [shown: string, value: unknown])[] = [
  ['null', null],
  ['undefined', undefined],
  ['NaN', NaN],
  ['Infinity', Infinity],
  ['-Infinity', -Infinity],
  ['0.5', 0.5],
  ['true', true],
  ['false', false],
  ['the string "x"', 'x'],
  ['the string ""', ''],
  ['the string "7"', '7'],
  ['Symbol(s)', Symbol('s')],
  ['an object (Object)', {}],
  ['an object (Array)', [1]],
  ['an object (Object)', Object.create(null)],
  ['an object (Date)', new Date(7)],
  ['a function', () => 7],
];

/** Puts each statement; each time the functions of the module are called with a state and a value. */
function putsOf(statements: readonly string[], specialise: boolean) {
  const source = [
    '|.arch x64\n|.actionlist actions',
    'const puts = [',
    ...statements.map(text => `(Dst: any, v: any) => {\n${text}\n},`),
    '];',
  ].join('\n');
  const { actions, puts } = evaluate(translate(source, { specialise }), ['actions', 'puts']);
  return { list: actions as ActionList, puts: puts as ((state: State, value: unknown) => void)[] };
}

/**
 * The reason in the error of a put. What else it throws comes as text; undefined if it throws nothing.
 */
function reasonOf(call: () => void): string | undefined {
  try {
    call();
    return undefined;
  } catch (error) {
    if (!(error instanceof EncodeError)) return String(error);
    return error.message.replace(/^\S+?: (?:(?:pc label|register): )?/, '');
  }
}

describeFields('integers', INTEGER_FIELDS, (shown, value, text) => {
  const isReference = (typeof value === 'object' || typeof value === 'function') && value !== null;
  const problem = TAKES_OBJECTS.has(text) && isReference ? 'an address' : 'an integer';
  return `${shown} is not ${problem}`;
});

describeFields('addresses', ADDRESS_FIELDS, (shown, value, text) => {
  const problem = typeof value === 'number' && HALVES.has(text) ? 'an integer' : 'an address';
  return `${shown} is not ${problem}`;
});

/** Checks each statement with each value: how the reason in the error begins. */
function describeFields(
  what: string,
  statements: readonly string[],
  expected: (shown: string, value: unknown, text: string) => string,
): void {
  test.each([
    ['the generic put', false],
    ['functions for chunks', true],
  ])(`${what}, in %s`, (_, specialise) => {
    const { list, puts } = putsOf(statements, specialise);
    const wrong: string[] = [];
    for (const [index, text] of statements.entries()) {
      for (const [shown, value] of VALUES) {
        const state = new State(list);
        state.growPc(8);
        const found = reasonOf(() => puts[index]?.(state, value)) ?? 'nothing thrown';
        const reason = expected(shown, value, text);
        if (!found.startsWith(reason)) wrong.push(`${text} with ${shown}: ${found}, expected ${reason}`);
        state.free();
      }
    }
    expect(wrong).toEqual([]);
    expect(puts).toHaveLength(statements.length);
  });
}
