/**
 * Modules for arm64: a source is translated, its puts run, and the code is linked and encoded. The bytes are
 * those that GNU's assembler and linker give the same program (as 2.40, ld -Ttext 0x10000000).
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
