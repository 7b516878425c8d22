/** Prefixes that are statements of their own, before instructions to which they give another length. */
import { expect, test } from '@jest/globals';
import { translateSource } from '../../../src/preprocessor/translate.ts';

/** Lines, and the error in TypeScript. */
const CASES: readonly (readonly [arch: 'x64' | 'x86', lines: string, message: string])[] = [
  ['x64', '| o16; push 0x1234', "`o16' shortens the immediate of `push': write `push word 0x1234'"],
  ['x64', '| o16\n| push x', "`o16' shortens the immediate of `push': write `push word x'"],
  [
    'x64',
    '| push 0x1234; o16; push 0x1234',
    "`o16' shortens the immediate of `push': write `push word 0x1234'",
  ],
  [
    'x64',
    '| o16; push 0x1234; o16; push 0x1234',
    "`o16' shortens the immediate of `push': write `push word 0x1234'",
  ],
  [
    'x64',
    '| o16; lock; add dword [rdi], 0x1234',
    "`o16' shortens the immediate of `add': write `add word [rdi], 0x1234'",
  ],
  ['x64', '| lock; o16; add r9d, n', "`o16' shortens the immediate of `add': write `add r9w, n'"],
  ['x64', '| o16; mov Rd(n), 0x12345', "`o16' shortens the immediate of `mov': write `mov Rw(n), 0x12345'"],
  ['x64', '| o16; test eax, 1', "`o16' shortens the immediate of `test': write `test ax, 1'"],
  ['x64', '| o16; imul eax, ecx, 300', "`o16' shortens the immediate of `imul': write `imul ax, cx, 300'"],
  ['x64', '|1:; o16; jmp <1', "`o16' shortens the distance of `jmp'"],
  ['x86', '|1:; o16; jz <1', "`o16' shortens the distance of `jz'"],
  ['x86', '| o16; mov eax, 1', "`o16' shortens the immediate of `mov': write `mov ax, 1'"],
  ['x64', '| a32; mov64 rax, [n]', "`a32' changes how the address `[n]' is read"],
  ['x86', '| a16; mov eax, [n]', "`a16' changes how the address `[n]' is read"],
  ['x86', '| a16; mov ecx, [ebx]', "`a16' changes how the address `[ebx]' is read"],
];

/** Lines in which the instruction keeps its length. */
const KEPT: typeof CASES = [
  ['x64', '| o16; add eax, 5', ''],
  ['x64', '| o16; push 5', ''],
  ['x64', '| o16; add rax, 0x12345', ''],
  ['x64', '| o16; mov ax, 0x1234', ''],
  ['x64', '| o16; push word 0x1234', ''],
  ['x64', '| o16; mov eax, ecx', ''],
  ['x64', '| o16; nop; push 0x1234', ''],
  ['x64', '| o16; movsd; push 0x1234', ''],
  ['x64', '| mov al, 0x66; push 0x1234', ''],
  ['x64', 'function prefix(Dst) {\n| o16\n}\nfunction f(Dst) {\n| push 0x1234\n}', ''],
  ['x64', '| a32; mov eax, [rax]', ''],
  ['x86', '| a16; movsb', ''],
];

test.each([...CASES, ...KEPT])('%s: %s', (arch, lines, message) => {
  const header = `|.arch ${arch}\n|.actionlist actions\n`;
  const { diagnostics } = translateSource(`${header}${lines}\n`, { file: 'f', lang: 'ts' });
  const errors = diagnostics.map(each => `${each.code}: ${each.message}`);
  expect(errors).toEqual(message === '' ? [] : [`size-prefix: ${message}`]);
});

test('C output keeps the bytes, with a warning', () => {
  const source = '|.arch x64\n|.actionlist actions\n| o16; push 0x1234\n| o16; push 0x1234\n';
  const { code = '', diagnostics } = translateSource(source, { file: 'f', lang: 'c' });
  expect(diagnostics.map(({ code: each, severity }) => `${severity} ${each}`)).toEqual([
    'warning size-prefix',
    'warning size-prefix',
  ]);
  expect(code.replaceAll(/\s/g, '')).toContain('102,104,52,18,0,0,102,104,52,18,0,0');
});
