/**
 * Modules for arm64: a source is translated, its puts run, and the code is linked and encoded. The bytes are
 * those that GNU's assembler and linker give the same program (as 2.40, ld -Ttext 0x10000000). Directives
 * that are wrong are errors.
 */
import { originalPositionFor, TraceMap } from '@jridgewell/trace-mapping';
import { expect, test } from '@jest/globals';
import * as encoder from '../../../src/encoder/index.ts';
import { translateSource } from '../../../src/preprocessor/index.ts';
import { evaluate, machineCode, translate } from '../typescript/generatedmodule.ts';

const PROGRAM = `
|.arch ARCH
|.section code, data
|.actionlist actions
|.globals LABEL_
|.define fp, x29
|.macro frame, size
|  stp fp, x30, [sp, #-size]!
|.endmacro

type State = import('dynasm').State<typeof actions>;

function emit(Dst: State, n: number): void {
  |.code
  |->main:
  |  frame 16
  |  adr x1, ->table
  |  adrp x2, ->table
  |  add x2, x2, :lo12:->table
  |1:
  |  ldr x3, =0x123456789abcdef0
  |  ldrb Rw(n / 75), [x1], #n - 299
  |  cbnz w4, <1
  |  mov x0, #-(n - 295)
  |  add x0, x0, #n - 293
  |  add x0, x0, #-7
  |  lsl x0, x0, #n - 295
  |  tbz x0, #n - 267, >2
  |  b.ne <1
  |2:
  |.if ARM64 && !X64
  |  ldp fp, x30, [sp], #16
  |.else
  |  .error the platform is that of .arch
  |.endif
  |  ret
  |  .ltorg
  |.data
  |->table:
  |  .byte 1, 2, 'abc', n - 100, 5
  |  .sbyte n - 301
  |  .hword 1, -1, n
  |  .long ->table - ->main, n, 0x00100000
  |  .quad ->table, ->table + 8, 0x123456789abcdef0, n
  |  .float 1.5, n
  |  .double n / 200
  |  .utf16 "h", 0xe9
  |  .asciz "text"
  |  .space 3, 7
}
`;

const CODE = [
  'fd7bbfa92102001002000090422001918301005824144038c4ffff3580008092',
  '001c0091001c00d100e87bd3400008b601ffff54fd7bc1a8c0035fd600000000',
  'f0debc9a785634120102616263c805ff0100ffff2c01480000002c0100000000',
  '100048000010000000005000001000000000f0debc9a785634122c0100000000',
  '00000000c03f00009643000000000000f83f6800e9007465787400070707',
].join('');

test.each([true, false])('the bytes are those of GNU as, with functions for chunks: %s', specialise => {
  const code = translate(PROGRAM, { specialise, target: 'arm64-linux' });
  expect(code).toContain('const actions = $dasm.arm64ActionList({');
  const module = evaluate(code, ['actions', 'emit', 'LABEL_table']);
  const state = new encoder.State(module['actions'] as encoder.ActionList);
  (module['emit'] as (state: encoder.State, n: number) => void)(state, 300);
  expect(machineCode(state, 0x10000000)).toBe(CODE);
  expect(state.globals[module['LABEL_table'] as number]).toBe(0x10000048n);
});

test('a source map leads from the put of arm64 to the operand', () => {
  const source = '|.arch arm64\n|.actionlist a\nlet i = 1;\n|  add x0, x1, #i\n';
  const { code = '', map = '' } = translateSource(source, { file: 'f.dast', lang: 'ts', sourceMap: true });
  const lines = code.split('\n');
  const line = lines.findIndex(text => text.startsWith('$put0('));
  const column = lines[line]?.indexOf('i);') ?? -1;
  const original = originalPositionFor(new TraceMap(map), { line: line + 1, column });
  expect(original).toMatchObject({ source: 'f.dast', line: 4, column: 16 });
});

/* prettier-ignore */
const ERRORS: readonly (readonly [statement: string, message: string])[] = [
  ['.word 1', "8: `.word' has 2 bytes in DynASM's words, and 4 in Arm's"],
  ['.dword 1', "9: `.dword' has 4 bytes in DynASM's words, and 8 in Arm's"],
  ['.byte 256', "8: `256' does not fit into a byte"],
  ['.sbyte 200', "9: `200' does not fit into a byte"],
  ['.hword -32769', "9: `-32769' does not fit into 2 bytes"],
  ['.quad 0x1ffffffffffffffff', "8: `0x1ffffffffffffffff' does not fit into 8 bytes"],
  ['.long 1.5', "8: not an integer number `1.5'"],
  ['.long x0', "8: data cannot be `x0'"],
  ['.long n, [x0]', "11: data cannot be `[x0]'"],
  ['.long x0 + 1', "8: `x0' is a register and cannot stand in an expression"],
  ['.long ->a', '8: an address does not fit into 4 bytes'],
  ['.quad ->a + ->b', '8: labels cannot be added to each other'],
  ['.quad 4 - ->a', '8: a label can only be subtracted from another one'],
  ['.align 3', '9: bad alignment'],
  ['.align 4, 256', '12: bad filler'],
  ['.space n, n', '12: bad filler'],
  ['.label table', '9: bad label definition'],
  ['.label ->a, n', '14: bad label assignment'],
  ['.relabel 1', '11: a local label does not move'],
  [".hword 'text'", '9: a text is data of bytes or of UTF-16'],
  [".float 'text'", '9: a text is data of bytes or of UTF-16'],
  ['.float 1e39', "9: `1e39' is beyond the floats"],
  ['.ascii 65', "9: `65' is not a text"],
  ['.proc main, 5', '14: bad alignment'],
  ['.endproc', '2: .endproc without .proc'],
  ['.ltorg 4', "2: `.ltorg' takes no operands, not 1"],
];

test.each(ERRORS)('%s is an error', (statement, message) => {
  const source = `|.arch arm64\n|.actionlist a\n|${statement}\n`;
  const { diagnostics } = translateSource(source, { file: 'f.dast', lang: 'ts' });
  expect(diagnostics.map(({ column, message: text }) => `${column}: ${text}`)[0]).toBe(message);
  expect(diagnostics[0]?.line).toBe(3);
});
