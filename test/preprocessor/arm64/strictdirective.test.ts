/** Directives, labels and literals of arm64 in TypeScript output: their words, and what is refused. */
import { expect, test } from '@jest/globals';
import { findArch } from '../../../src/preprocessor/arch/index.ts';
import { findLanguage } from '../../../src/preprocessor/language/index.ts';
import { StatementAssembler } from '../x86/statementassembler.ts';

const arch = findArch('arm64', true);

/** The words without STOP, the arguments behind them; or the message. */
function assemble(statement: string): string {
  const assembler = new StatementAssembler(arch, findLanguage('ts'));
  assembler.assemble('.type TY, Tstruct, x19');
  assembler.assemble('.label ->glob');
  const result = assembler.assemble(statement);
  if ('error' in result) return result.error;
  const words = result.actions.slice(0, -1).map(word => word.toString(16).padStart(8, '0'));
  return [...words, ...result.arguments.map(({ text }) => text)].join(' ');
}

/* prettier-ignore */
const CASES: readonly (readonly [statement: string, words: string])[] = [
  // Data: literal bytes are packed, and words that look like actions have ESC in front.
  ['.byte 1, 2, 3, 4, 5', '04030201 00020034 00000005'],
  ['.byte "abc", -1', 'ff636261'],
  ['.hword 0x1234, -2', 'fffe1234'],
  ['.long 0x100000, 0x11ffff, 0x120000', '00020000 00100000 00020000 0011ffff 00120000'],
  ['.long 0x80000000, -1', '80000000 ffffffff'],
  ['.quad 0x123456789abcdef0, -1', '9abcdef0 12345678 ffffffff ffffffff'],
  ['.byte 1, n', '00020034 00000001 00020015 n'],
  ['.sbyte n', '00020095 n'],
  ['.quad n', '00100000 00100000 n n'],
  ['.float 1.5, n', '3fc00000 00100000 n'],
  ['.double -0.0', '00020000 00000000 80000000'],
  ['.asciz "abc"', '00636261'],
  ['.utf16 "ab"', '00620061'],
  ['.inst 0xd503201f', 'd503201f'],
  ['.quad ->glob', '0002028b 00025873'],
  ['.quad ->glob + 8 - n', '0002028b 00020010 00000008 00020012 0002000f 00025873 n'],
  ['.quad ->glob - n + 8', '0002028b 00020012 0002000f 00020010 00000008 00025873 n'],
  ['.long <1 - ->glob', '0002016b 00020012 0002028b 00025853'],
  ['.space n, 0xff', '00021ff6 n'],
  ['.align 8', '00040007'],
  ['.align 8, 0xcc', '000200f7 000000cc'],
  ['.ltorg', '00020018'],
  // Labels with offsets, pages and lower bits.
  ['b ->glob', '14000000 00050014'],
  ['adr x0, ->glob + 4', '10000000 0002028b 00020010 00000004 00022013'],
  ['adr x0, ->glob - n', '10000000 0002028b 00020012 0002000f 00022013 n'],
  ['adrp x0, ->glob', '90000000 0002028b 00023013'],
  ['adrp x0, extern puts', '90000000 0002000e 00023013'],
  ['add x0, x1, #:lo12:->glob', '91000020 0002028b 00024013'],
  ['ldr x0, [x1, :lo12:->glob]', 'f9400020 0002028b 00024073'],
  ['ldrb w0, [x1, #:lo12:->glob + 1]', '39400020 0002028b 00020010 00000001 00024013'],
  // Literals.
  ['ldr x0, =5', '58000000 00020010 00000005 00025013'],
  ['ldr x0, =0x123456789', '58000000 0002000f 00025013 4886718345n'],
  ['ldr w0, =-1', '18000000 00020010 ffffffff 00024813'],
  ['ldr d0, =1.0', '5c000000 0002000f 00025013 4607182418800017408n'],
  ['ldr x0, =n', '58000000 0002000f 00025013 n'],
  ['ldr x0, =->glob + 8', '58000000 0002028b 00020010 00000008 00025013'],
  ['ldr x0, =&n', '58000000 0002000f 00025013 n'],
  // mov of every number: one word, else as few as can be.
  ['mov x0, #0xffff1234ffff5678', '929530e0 f2c24680'],
  ['mov x0, #0x123456789abcdef0', 'd29bde00 f2b35780 f2cacf00 f2e24680'],
  ['mov w0, #0x12345678', '528acf00 72a24680'],
  ['mov w0, #-0x12345679', '529530e0 72bdb960'],
  ['mov Rx(r), #0x12345678', 'd28acf00 00020001 00800080 00000000 0000001f f2a24680 00020001 00900080 (r)'],
  ['mov x0, #n', 'd2800000 00020003 n n'],
  // Values and registers at run time.
  ['add x0, x1, #n', '91000020 00020004 n'],
  ['and x0, x1, #n', '92000020 000e0000 n n'],
  ['ldr x0, [x1, #n]', 'f8400020 00020067 n'],
  ['ldr x0, TY->x', 'f8400260 00020067 ->x'],
  ['lsl x0, x1, #n', 'd3400020 00020001 000800b0 00000000 0000003f 00020001 3f1800aa n'],
  ['bfi x0, x1, #n, #m', 'b3400020 00020001 000800b0 00000000 0000003f 00020001 ff4000aa 00000001 00000040 n m'],
  ['fmov d0, #n', '1e601000 00020005 n'],
  ['add Rx(a), Rx(b), Rx(c)', '8b000000 00110000 00110005 00110010 (a) (b) (c)'],
  // Refused.
  ['add x0, x1, #&n', "`&n' is a label or an address, not a number"],
  ['mov x0, #extern puts', "`extern puts' is a label or an address, not a number"],
  ['.word 1', "`.word' may be two bytes or four"],
  ['.long ->glob', 'an address does not fit into 4 bytes'],
  ['.byte 256', "`256' is no integer from -128 to 255"],
  ['.sbyte 128', "`128' is no integer from -128 to 127"],
  ['.long 1.5', "`1.5' is no integer from -2147483648 to 4294967295"],
  ['.long "abcd"', 'a text is data of bytes or of UTF-16'],
  ['.quad ->glob * 2', "`->glob * 2' is not a label"],
  ['.quad ->glob + n << 2', "`n << 2' binds less tightly than a sum: put it in parentheses"],
  ['.quad ->glob + <1', 'labels cannot be added to each other'],
  ['adr x0, ->glob - <1', "`adr' does not take a 64-bit register and a label: the second operand must be the address of a label, not a distance"],
  ['adr x0, :lo12:foo', "`foo' is not a label"],
  ['.float ->glob', "`.float' takes numbers, not a label"],
  ['.align 3', 'bad alignment'],
  ['.type T, int, w0', "bad base register `w0'"],
  ['mov w0, #0x123456789', "`#0x123456789' does not fit into 32 bits"],
  ['ldr w0, =0x123456789', "`=0x123456789' does not fit into 4 bytes"],
];

test.each(CASES)('%s', (statement, words) => {
  expect(assemble(statement)).toBe(words);
});
