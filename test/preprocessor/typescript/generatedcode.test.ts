/**
 * What generated TypeScript does when it runs. Sources are translated, stripped of their types and run, and
 * the machine code is compared. Expressions that log show how often and in which order they are evaluated.
 */
import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { State, type ActionList } from '../../../src/encoder/index.ts';
import { testCases } from '../../casefile.ts';
import { evaluate, machineCode, translate } from './generatedmodule.ts';

const HEAD = '|.arch x64\n|.actionlist actions\n';

/** Machine code of one function's assembly; `scope` is what its expressions see. */
function assemble(lines: string, scope: Readonly<Record<string, unknown>> = {}): string {
  const code = translate(`${HEAD}function gen(Dst: any) {\n${lines}\n}`);
  const { actions, gen } = evaluate(code, ['actions', 'gen'], scope);
  const state = new State(actions as ActionList);
  (gen as (state: State) => void)(state);
  return machineCode(state);
}

/** The number of characters of the arguments: what the cases call. */
function f(...texts: readonly string[]): number {
  return texts.join('').length;
}

/** A line of assembly in a function, and the machine code that it makes. */
// prettier-ignore
const CODE: readonly (readonly [string, string])[] = [
  ['| mov eax, 1; mov ecx, 2 // ; nop',               'b801000000b902000000'],
  ['| mov eax, f("a,b;c // d", `${";"},`, \';\')',    'b80d000000'],
  ['| mov64 rax, 0x1122334455667788',                 '48b88877665544332211'],
  ['| mov64 rax, -1; mov64 rcx, 0xffffffffffffffff',  '48b8ffffffffffffffff48b9ffffffffffffffff'],
  ['| mov rax, &0x112233445566',                      '48b86655443322110000'],
  ['|.qword f("ab"), 1, -1, 18446744073709551615',    '02000000000000000100000000000000ffffffffffffffffffffffffffffffff'],
  ['|.aword &0x10000020; call &0x10000020',           '2000001000000000e813000000'],
  ['| mov ah, [Rq(f("abc"))]; movzx Rd(f("abcdef")), bh', '8a230fb6f7'],
  ['| add byte [Rq(f("abcdefg"))+f("a")], dh',        '007701'],
  ['|->a@b: ; jmp ->a@b',                             'ebfe'],
];

test.each(CODE)('%s makes the code %s', (line, expected) => {
  expect(assemble(line, { f })).toBe(expected);
});

testCases('typescript/bodies.txt', ['lines'], parts => ({ code: assemble(parts.get('lines') ?? '', { f }) }));

testCases('typescript/bodygaps.txt', ['lines'], parts => {
  const lines = parts.get('lines') ?? '';
  return { on: assemble(lines, { on: true }), off: assemble(lines, { on: false }) };
});

/** Assembly that calls `e(n)`, which logs n and returns it; the log; the machine code. */
// prettier-ignore
const EVALUATION: readonly (readonly [string, string, string])[] = [
  ['| imul Rd(e(1)), 5',                                       '1',       '6bc905'],
  ['| imul Rd(e(9)), 500',                                     '9',       '4569c9f4010000'],
  ['| mov dword [Rq(e(1))+Rq(e(2))*8+e(3)], e(4)',             '1 2 3 4', 'c744d10304000000'],
  ['| vaddps xmm(e(1)), xmm(e(2)), xmm(e(3))',                 '1 2 3',   'c5e858cb'],
  ['| vblendvps xmm(e(1)), xmm(e(2)), [Rq(e(3))+e(4)], xmm(e(5))', '1 2 3 4 5', 'c4e3694a4b0450'],
  ['| mov64 Rq(e(1)), e(2)',                                   '1 2',     '48b90200000000000000'],
  ['| mov64 rax, e(2); mov64 rcx, e(3)',                       '2 3',     '48b8020000000000000048b90300000000000000'],
  ['|.qword e(1), e(2)',                                       '1 2',     '01000000000000000200000000000000'],
  ['| shld [Rq(e(1))], Rd(e(2)), e(3)',                        '1 2 3',   '0fa41103'],
  ['| mov eax, T:Rq(e(1))->a[e(2)]; mov eax, e(3)',            '1 2 3',   '8b4102b803000000'],
  ['|.macro two, x; push x; push x; .endmacro\n| two e(1)',    '1 1',     '68010000006801000000'],
];

test('each expression is evaluated once, in the order of the source', () => {
  const wrong: string[] = [];
  const $exec = { offsetOf: (_: unknown, ...path: readonly unknown[]) => Number(path.at(-1)) };
  for (const [lines, expectedLog, expected] of EVALUATION) {
    const log: number[] = [];
    const e = (n: number) => {
      log.push(n);
      return n;
    };
    const found = assemble(`|.type T, null\n${lines}`, { e, $exec });
    const row = `${lines}: ${log.join(' ')}: ${found}`;
    if (row !== `${lines}: ${expectedLog}: ${expected}`) wrong.push(row);
  }
  expect(wrong).toEqual([]);
});

/** Assembly whose value does not fit, and a part of the message. */
// prettier-ignore
const OUT_OF_RANGE: readonly (readonly [string, RegExp])[] = [
  ['| mov eax, v(1.5)',                /1\.5/],
  ['| mov eax, v(NaN)',                /NaN/],
  ['| mov eax, v(undefined)',          /undefined/],
  ['| mov eax, v("1")',                /1/],
  ['| mov eax, v(2 ** 32)',            /4294967296/],
  ['| mov eax, v(2n ** 32n)',          /4294967296/],
  ['| mov rax, v(2 ** 31)',            /2147483648/],
  ['| mov al, v(256)',                 /256.*0xff/s],
  ['| mov ax, v(-1)',                  /-1.*0xffff/s],
  ['| mov eax, [rax+v(2 ** 31)]',      /2147483648/],
  ['| mov Rd(v(16)), 1',               /16/],
  ['| mov64 rax, v(2 ** 60)',          /bigint/],
  ['| push &v(2 ** 31)',               /mov64/],
];

test('values that do not fit are errors with the line of the put', () => {
  const wrong: string[] = [];
  for (const [line, message] of OUT_OF_RANGE) {
    try {
      wrong.push(`${line}: ${assemble(line, { v: (value: unknown) => value })}`);
    } catch (error) {
      const text = String(error);
      if (!message.test(text) || !text.includes('test.dast:4')) wrong.push(`${line}: ${text}`);
    }
  }
  expect(wrong).toEqual([]);
});

function moduleOf(text: string): Readonly<Record<string, unknown>> {
  return evaluate(translate(`${HEAD}function gen(Dst: any) {\n${text}\n}`), ['actions', 'gen']);
}

test('code of one list does not go into a state of another', () => {
  const [first, second] = [moduleOf('| nop'), moduleOf('| ret')];
  const state = new State(first['actions'] as ActionList);
  expect(() => (second['gen'] as (state: State) => void)(state)).toThrow(/action list/);
});

test('golden files run and make code', () => {
  const folder = new URL('../../../fixtures/typescript/print/', import.meta.url);
  const run = (name: string, exported: readonly string[], scope = {}) =>
    evaluate(readFileSync(new URL(name, folder), 'utf8'), exported, { State, ...scope });
  const { Dst } = run('multiply.ts', ['Dst']);
  expect(machineCode(Dst as State)).toBe('89f80fafc6c3');
  const { Dst: captured } = run('captures.ts', ['Dst']);
  expect(machineCode(captured as State)).toBe('90c3');
});
