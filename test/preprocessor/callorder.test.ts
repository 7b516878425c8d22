/** `.ccall` passes its operands as they were before it, whichever registers they are in. */
import { expect, test } from '@jest/globals';
import { callStatements, type CallConvention } from '../../src/preprocessor/convention/call.ts';
import { APPLE_ARM64, AAPCS64 } from '../../src/preprocessor/convention/arm64.ts';
import { CDECL } from '../../src/preprocessor/convention/cdecl.ts';
import { MICROSOFT } from '../../src/preprocessor/convention/microsoft.ts';
import { operandReader } from '../../src/preprocessor/convention/operandreader.ts';
import { SYSTEM_V } from '../../src/preprocessor/convention/systemv.ts';
import { WORDS, replaceWords } from '../../src/preprocessor/text/word.ts';
import { whole } from '../../src/preprocessor/text/slice.ts';
import { assembleLines } from '../../src/preprocessor/index.ts';
import { makeRegisters } from '../../src/preprocessor/arch/x86/registers.ts';
import { randomNumbers } from '../seededrandom.ts';

const TYPES = new Map([['NODE', { register: '@q6' }]]);
const { names } = makeRegisters(true, true);
const reader = operandReader(
  word => SYSTEM_V.call.instructions.readRegister(names.get(word) ?? word),
  TYPES,
  (text, visit) => replaceWords(text, WORDS, visit),
);

function statements(call: CallConvention, ...operands: readonly string[]): readonly string[] {
  const [target = whole(''), ...args] = operands.map(text => whole(text));
  return callStatements(call, [target, ...args], reader);
}

/** What an operand is worth if registers have these values. Memory is worth its address. */
function evaluate(operand: string, values: ReadonlyMap<string, string>): string {
  return operand
    .replace(/^qword /, '')
    .replace(/NODE->/g, 'rsi->')
    .replace(/[a-z]\w*/g, word => values.get(word) ?? word);
}

/** Carries out statements; returns what the target and the registers are worth at the call. */
function atCall(list: readonly string[]): { target: string; values: ReadonlyMap<string, string> } {
  const values = new Map<string, string>();
  for (const name of REGISTERS) values.set(name, `old ${name}`);
  const stack: string[] = [];
  for (const statement of list) {
    const [, name = '', operands = ''] = /^(\S+) ?(.*)$/.exec(statement) ?? [];
    const [to = '', from = ''] = operands.split(', ');
    if (name === 'mov') values.set(to, evaluate(from, values));
    else if (name === 'push') stack.push(evaluate(operands, values));
    else if (name === 'pop') values.set(operands, stack.pop() ?? '');
    else if (name === 'call') return { target: evaluate(operands, values), values };
    else expect(statement).toBe('.calign');
  }
  throw new Error('no call');
}

const REGISTERS = ['rdi', 'rsi', 'rdx', 'rcx', 'r8', 'r9', 'r10', 'r11', 'rbx', 'rax'];

test('operands are read before the registers that they name are written', () => {
  const seed = Number(process.env['CALL_SEED'] ?? Date.now() % 2 ** 31);
  const random = randomNumbers(seed);
  const register = (): string => REGISTERS[random(REGISTERS.length)] ?? '';
  const operand = (): string =>
    [
      register,
      register,
      () => String(random(100)),
      () => `[${register()}+8]`,
      () => `qword [${register()}+4*${register()}]`,
      () => 'NODE->next',
      () => '&x',
    ][random(7)]?.() ?? '';
  for (let round = 0; round < 5000; round++) {
    const call = ([SYSTEM_V, MICROSOFT][random(2)] ?? SYSTEM_V).call;
    const operands = Array.from({ length: 1 + random(5) }, operand);
    const list = statements(call, ...operands);
    const { target, values } = atCall(list);
    const before = new Map(REGISTERS.map(name => [name, `old ${name}`]));
    const passed = call.inRegisters?.registers.slice(0, operands.length - 1).map(name => values.get(name));
    const shown = `CALL_SEED=${seed}: .ccall ${operands.join(', ')}: ${list.join('; ')}`;
    expect([shown, target, passed]).toEqual([
      shown,
      ...(([first, ...rest]) => [first, rest])(operands.map(each => evaluate(each, before))),
    ]);
  }
});

const CASES: readonly (readonly [operands: string, statements: string])[] = [
  ['f', '.calign; call f; .creturn'],
  ['f, rsi, rdi', '.calign; push rsi; push rdi; pop rsi; pop rdi; call f; .creturn'],
  ['f, 1, rdi', '.calign; mov rsi, rdi; mov rdi, 1; call f; .creturn'],
  ['f, rdi, 2', '.calign; mov rsi, 2; call f; .creturn'],
  ['rdi, 1', '.calign; mov r10, rdi; mov rdi, 1; call r10; .creturn'],
  ['qword [rdi+r10], r10', '.calign; push r10; push qword [rdi+r10]; pop r10; pop rdi; call r10; .creturn'],
  ['f, NODE->next, rdi', '.calign; push qword NODE->next; push rdi; pop rsi; pop rdi; call f; .creturn'],
  ['f, Rq(x), Rq(y)', '.calign; push Rq(x); push Rq(y); pop rsi; pop rdi; call f; .creturn'],
  ['f, 3, Rq(y)', '.calign; mov rsi, Rq(y); mov rdi, 3; call f; .creturn'],
  ['f, xmm7, rdi', '.calign; mov rsi, rdi; mov rdi, xmm7; call f; .creturn'],
  ['f, rbx, ..., rax', '.calign; mov rdi, rbx; mov rsi, rax; mov rax, 0; call f; .creturn'],
  ['rax, 1, ...', '.calign; mov rdi, 1; mov r10, rax; mov rax, 0; call r10; .creturn'],
  [
    'f, rsi, ..., rdi, rax',
    '.calign; mov rdx, rax; mov rax, 0; push rsi; push rdi; pop rsi; pop rdi; call f; .creturn',
  ],
];

const armReader = operandReader(
  AAPCS64.call.instructions.readRegister,
  new Map([['NODE', { register: 'x1' }]]),
  (text, visit) => replaceWords(text, WORDS, visit),
);

const ARM_CASES: readonly (readonly [operands: string, statements: string])[] = [
  ['->f', '.calign; bl ->f; .creturn'],
  ['extern f, 1', '.calign; mov x0, 1; bl extern f; .creturn'],
  [
    'x9, x1, x0',
    '.calign; str x1, [sp, #-16]!; str x0, [sp, #-16]!; ldr x1, [sp], #16; ldr x0, [sp], #16; blr x9; .creturn',
  ],
  ['x0, #7', '.calign; mov x16, x0; mov x0, #7; blr x16; .creturn'],
  [
    '[x19, #8], [x20], NODE->next',
    '.calign; ldr x0, [x20]; ldr x1, NODE->next; ldr x16, [x19, #8]; blr x16; .creturn',
  ],
  ['[x0], x19', '.calign; ldr x16, [x0]; mov x0, x19; blr x16; .creturn'],
  ['f, Rx(n), xzr', '.calign; mov x0, Rx(n); mov x1, xzr; bl f; .creturn'],
  ['f, x19, ..., x20', '.calign; mov x0, x19; mov x1, x20; bl f; .creturn'],
];

test.each(ARM_CASES)('on arm64, .ccall %s is %s', (operands, expected) => {
  expect(armStatements(AAPCS64.call, operands)).toBe(expected);
});

test.each([
  [
    'f, x19, ..., x20, #3, [x0]',
    '.calign; sub sp, sp, #32; mov x16, x20; str x16, [sp, #0]; mov x16, #3; str x16, [sp, #8]; ldr x16, [x0]; str x16, [sp, #16]; mov x0, x19; bl f; add sp, sp, #32; .creturn',
  ],
  ['f, x19, ...', '.calign; mov x0, x19; bl f; .creturn'],
  ['f, x19, x20', '.calign; mov x0, x19; mov x1, x20; bl f; .creturn'],
])("on Apple's systems, .ccall %s is %s", (operands, expected) => {
  expect(armStatements(APPLE_ARM64.call, operands)).toBe(expected);
});

test.each([
  ['f, sp', 'an operand of .ccall uses the stack pointer, which .ccall moves'],
  ['f, [sp, #8]', 'an operand of .ccall uses the stack pointer, which .ccall moves'],
  ['f, w1', "`w1' does not have the size of a pointer"],
])('on arm64, .ccall %s: %s', (operands, message) => {
  expect(() => armStatements(AAPCS64.call, operands)).toThrow(message);
});

/** `operands`: separated by commas that do not stand in brackets. */
function armStatements(call: CallConvention, operands: string): string {
  const [target = whole(''), ...args] = operands.split(/, (?![^[]*\])/).map(text => whole(text));
  return callStatements(call, [target, ...args], armReader).join('; ');
}

test.each(CASES)('.ccall %s is %s', (operands, expected) => {
  expect(statements(SYSTEM_V.call, ...operands.split(', ')).join('; ')).toBe(expected);
});

const ERRORS: readonly (readonly [operands: string, message: string])[] = [
  ['f, rsp', 'an operand of .ccall uses the stack pointer, which .ccall moves'],
  ['f, [rsp+8]', 'an operand of .ccall uses the stack pointer, which .ccall moves'],
  ['f, 1, 2, 3, 4, 5', '.ccall takes up to 4 arguments'],
  ['f, 1, 2, 3, ..., 4, 5', '.ccall takes up to 4 arguments'],
  ['qword [rsp]', 'an operand of .ccall uses the stack pointer, which .ccall moves'],
  ['f, si, rdi', "`si' does not have the size of a pointer"],
  ['f, dword [rsi], rdi', "`dword [rsi]' does not have the size of a pointer"],
];

test.each(ERRORS)('.ccall %s: %s', (operands, message) => {
  expect(() => statements(SYSTEM_V.call, ...operands.split(', '))).toThrow(message);
});

test.each([
  ['f, di', "`di' does not have the size of a pointer"],
  ['f, word [ebx]', "`word [ebx]' does not have the size of a pointer"],
  ['f, [esp]', 'an operand of .ccall uses the stack pointer, which .ccall moves'],
])('on x86 too: .ccall %s: %s', (operands, message) => {
  expect(() => statements(CDECL.call, ...operands.split(', '))).toThrow(message);
});

test('an error points at the operand', () => {
  const { diagnostics } = assembleLines('.include <dynasm/abi>\n.ccall rax, 1, [rsp]', {
    file: 'f',
    arch: 'x64',
    lang: 'ts',
    platform: 'x64-linux',
  });
  expect(diagnostics.map(({ line, column, code }) => [line, column, code])).toEqual([[2, 16, 'operand']]);
});

test('labels of macros can be called', () => {
  const text = '.include <dynasm/abi>\n.macro m; .ccall %%f, 1; ret; %%f:; ret; .endmacro\nm';
  const { diagnostics } = assembleLines(text, { file: 'f', arch: 'x64', lang: 'ts', platform: 'x64-linux' });
  expect(diagnostics).toEqual([]);
});
