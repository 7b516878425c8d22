/**
 * What DynASM assembles silently wrong for arm64: in TypeScript output each is an error or the right code, in
 * the source and at run time.
 */
import { expect, test } from '@jest/globals';
import { assembleJson } from '../../../src/asm/assembly.ts';
import { TranslationError } from '../../../src/files/translationerror.ts';

/** The words in hexadecimal; or the first message, with what it points at. */
function assemble(text: string): string {
  try {
    return assembleJson(text, { file: 'trap', arch: 'arm64', base: 0x1000n })
      .trim()
      .split('\n')
      .map(line => (JSON.parse(line) as { readonly bytes: string }).bytes)
      .join(' ')
      .trim();
  } catch (error) {
    if (!(error instanceof TranslationError)) throw error;
    const [first] = error.diagnostics;
    const { message = '', column = 1, length = 0, lineText = '' } = first ?? {};
    return `${message} [${lineText.slice(column - 1, column - 1 + length)}]`;
  }
}

/* prettier-ignore */
const CASES: readonly (readonly [statement: string, result: string])[] = [
  ['sub xzr, x1, #1', "`sub' does not take a 64-bit register, a 64-bit register and an immediate: the first operand must be a 64-bit register or sp [xzr]"],
  ['add w0, wzr, #0', "`add' does not take a 32-bit register, a 32-bit register and an immediate: the second operand must be a 32-bit register or wsp [wzr]"],
  ['cmp xzr, #1', "`cmp' does not take a 64-bit register and an immediate: the first operand must be a 32-bit register or wsp or a 64-bit register or sp [xzr]"],
  ['ldr x0, [xzr, #8]', "`ldr' does not take a 64-bit register and memory: `xzr' in the second operand must be a 64-bit register or sp [xzr]"],
  ['mov xzr, #0xff0000', 'ff1fa0d2'],
  ['and xzr, x1, #1', "`and' does not take a 64-bit register, a 64-bit register and an immediate: the first operand must be a 64-bit register or sp [xzr]"],
  ['add xzr, x1, w2, uxtw', "`add' does not take a 64-bit register, a 64-bit register, a 32-bit register and `uxtw': the first operand must be a 64-bit register or sp [xzr]"],
  ['fadd d32, d1, d2', "`d32' is not a register [d32]"],
  ['fmov d0, d35', "`d35' is not a register [d35]"],
  ['ldr q32, [x0]', "`q32' is not a register [q32]"],
  ['mov d0, #5', "`mov' does not take a register d0 … d31 and an immediate: the first operand must be a 32-bit register or a 64-bit register [d0]"],
  ['mov s0, #5', "`mov' does not take a register s0 … s31 and an immediate: the first operand must be a 32-bit register or a 64-bit register [s0]"],
  ['mov q0, #5', "`mov' does not take a register q0 … q31 and an immediate: the first operand must be a 32-bit register or a 64-bit register [q0]"],
  ['.long 0x100000, 0x11ffff', '00001000ffff1100'],
  [Array(20).fill('and x0, x1, #7+8').join('; '), Array(20).fill('200c4092').join(' ')],
  ['and x0, x1, #0x1111111111111110', "`and' does not take a 64-bit register, a 64-bit register and an immediate: the third operand must be an immediate that is a logical immediate of 64 bits: a run of ones, rotated, in elements of equal bits [#0x1111111111111110]"],
  ['and x0, x1, #0x1111111111111110+0', '1229782938247303440 is no logical immediate: these are runs of ones, rotated in 2, 4, 8, 16, 32 or 64 bits and repeated [0x1111111111111110+0]'],
  ['and x0, x1, #0xDDDDDDDDDDDDDDDC+0', '15987178197214944732 is no logical immediate: these are runs of ones, rotated in 2, 4, 8, 16, 32 or 64 bits and repeated [0xDDDDDDDDDDDDDDDC+0]'],
  ['and x0, x1, #0x0001000100010000+0', '281479271743488 is no logical immediate: these are runs of ones, rotated in 2, 4, 8, 16, 32 or 64 bits and repeated [0x0001000100010000+0]'],
  ['and x0, x1, #0x1111111111111111+0', '20e00092'],
  ['lsr w0, w1, #40', "`lsr' does not take a 32-bit register, a 32-bit register and an immediate: the third operand must be an immediate from 0 to 31 [#40]"],
  ['lsr w0, w1, #40+0', '40 does not fit the field, 0…31 [40+0]'],
  ['extr w0, w1, w2, #32', "`extr' does not take a 32-bit register, a 32-bit register, a 32-bit register and an immediate: the fourth operand must be an immediate from 0 to 31 [#32]"],
  ['ror w0, w1, #32', "`ror' does not take a 32-bit register, a 32-bit register and an immediate: the third operand must be an immediate from 0 to 31 [#32]"],
  ['sbfm w0, w1, #32, #1', "`sbfm' does not take a 32-bit register, a 32-bit register, an immediate and an immediate: the third operand must be an immediate from 0 to 31 [#32]"],
  ['ubfx w0, w1, #30, #10', "`ubfx' does not take a 32-bit register, a 32-bit register, an immediate and an immediate: the fourth operand must be an immediate from 1 to 32 less the lowest bit [#10]"],
  ['ubfx w0, w1, #30+0, #10', '30 does not fit the field, 0…22 [30+0]'],
  ['ubfx w0, w1, #30, #10+0', '10 does not fit the field, 1…2 [10+0]'],
  ['ubfx w0, w1, #30+0, #10+0', '10 is too large beside 30: together they are at most 32 [10+0]'],
  ['lsl w0, w1, #-1', "`lsl' does not take a 32-bit register, a 32-bit register and an immediate: the third operand must be an immediate from 0 to 31 [#-1]"],
  ['lsl x0, x1, #0-1', '-1 does not fit the field, 0…63 [0-1]'],
  ['add x0, x1, w2, uxtw #5', "`add' does not take a 64-bit register, a 64-bit register, a 32-bit register and `uxtw': the fourth operand must be an immediate from 0 to 4 [uxtw #5]"],
  ['add w0, w1, w2, lsl #40', "`add' does not take a 32-bit register, a 32-bit register, a 32-bit register and `lsl': the fourth operand must be an immediate from 0 to 31 [lsl #40]"],
  ['ubfx w0, w1, #31, #0', "`ubfx' does not take a 32-bit register, a 32-bit register, an immediate and an immediate: the fourth operand must be an immediate from 1 to 32 less the lowest bit [#0]"],
  ['ubfiz x0, x1, #60, #10', "`ubfiz' does not take a 64-bit register, a 64-bit register, an immediate and an immediate: the fourth operand must be an immediate from 1 to 64 less the lowest bit [#10]"],
  ['ubfiz x0, x1, #60+0, #10', '60 does not fit the field, 0…54 [60+0]'],
  ['bfi w0, w1, #30+0, #3+0', '3 is too large beside 30: together they are at most 32 [3+0]'],
  ['add x0, x1, #1.5', "`add' does not take a 64-bit register, a 64-bit register and an immediate: the third operand must be an immediate from 0 to 4095, or a multiple of 4096 to 16773120 [#1.5]"],
  ['add x0, x1, #7/2', '3.5 is not an integer [7/2]'],
  ['add x0, x1, #2^3', '20040091'],
  ['add x0, x1, #010', "`010' is not a number of TypeScript [010]"],
  ['add x0, x1, #0x100000005', "`add' does not take a 64-bit register, a 64-bit register and an immediate: the third operand must be an immediate from 0 to 4095, or a multiple of 4096 to 16773120 [#0x100000005]"],
  ['tbz x0, #1.5, >1; 1:', "`tbz' does not take a 64-bit register, an immediate and a label: the second operand must be an immediate from 0 to 63 [#1.5]"],
  ['ldr x0, [x1, #1.5]', "`ldr' does not take a 64-bit register and memory: `#1.5' in the second operand must be an immediate from 0 to 32760, a multiple of 8 or an immediate from -256 to 255 [#1.5]"],
  ['add x0, x1, #1+0.5', '1.5 is not an integer [1+0.5]'],
  ['tbz w0, #40, >1; 1:', "`tbz' does not take a 32-bit register, an immediate and a label: the second operand must be an immediate from 0 to 31 [#40]"],
  ['tbz w0, #32+8, >1; 1:', '40 does not fit 5 bits, 0…31 [32+8]'],
  ['cset w0, al', "`cset' does not take a 32-bit register and `al': the second operand must be a condition other than al and nv [al]"],
  ['cinc w0, w1, al', "`cinc' does not take a 32-bit register, a 32-bit register and `al': the third operand must be a condition other than al and nv [al]"],
  ['csetm x0, nv', "`csetm' does not take a 64-bit register and `nv': the second operand must be a condition other than al and nv [nv]"],
  ['ldp x0, x1, [x2]!', "`ldp' does not take a 64-bit register, a 64-bit register and memory: the third operand must be memory [[x2]!]"],
  ['1:; ldr x0, <1, #8', "`ldr' does not take a 64-bit register, a label and an immediate: the second operand must be memory [<1]"],
  ['add x0, x1, w2, lsl #2', "`add' does not take a 64-bit register, a 64-bit register, a 32-bit register and `lsl': the third operand must be a 64-bit register [w2]"],
  ['mov x0, x1, lsl #2', 'e00b01aa'],
  ['mov x0, #-1', '00008092'],
  ['mov x0, #0xffffffffffff0000', 'e0ff9f92'],
  ['mov w0, #-1', '00008012'],
  ['and x0, x1, #-1', "`and' does not take a 64-bit register, a 64-bit register and an immediate: the third operand must be an immediate that is a logical immediate of 64 bits: a run of ones, rotated, in elements of equal bits [#-1]"],
  ['mov x0, #0-1', '00008092'],
  ['mov x0, #0x12345678+0', 'one `mov` cannot load 305419896; `ldr` of `=value` loads any value [0x12345678+0]'],
  ['mov x0, #5', 'a00080d2'],
  ['ldrb w0, [x1, x2, lsl #0]', '20786238'],
  ['add Rx(32), x1, x2', '32 does not fit a register number, 0…31 [(32)]'],
  ['add Rx(0-1), x1, x2', '-1 does not fit a register number, 0…31 [(0-1)]'],
  ['ldr Rd(32), [x0]', '32 does not fit a register number, 0…31 [(32)]'],
  ['fmla v0.4h, v1.4h, Rv(16).h[0]', '16 does not fit the field, 0…15 [(16)]'],
];

test.each(CASES)('%s', (statement, result) => {
  expect(assemble(statement)).toBe(result);
});
