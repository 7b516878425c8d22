/**
 * What DynASM silently assembles wrong for ARM64 has a warning in C output, where the words stay: statements
 * of each kind, and every record that GNU as refuses or encodes otherwise.
 */
import { expect, test } from '@jest/globals';
import { findArch } from '../../../src/preprocessor/arch/index.ts';
import { translateSource } from '../../../src/preprocessor/index.ts';
import { readRecords } from '../x86/referencerecord.ts';
import { StatementAssembler } from '../x86/statementassembler.ts';

const arch = findArch('arm64', false);

/** The warnings for a statement. */
function warningsOf(asm: string): readonly string[] {
  const assembler = new StatementAssembler(arch);
  for (const each of ['.type TY, Tstruct, x19', '.type NR, Nstruct', '.label ->glob', asm]) {
    assembler.assemble(each);
  }
  return assembler.warnings.map(warning => warning.replace('defect: ', ''));
}

/* prettier-ignore */
const DEFECTS: readonly (readonly [statement: string, warning: string])[] = [
  ['sub xzr, x1, #1', "`xzr' means sp in this operand"],
  ['cmp xzr, #1', "`xzr' means sp in this operand"],
  ['add w0, wzr, #0', "`wzr' means wsp in this operand"],
  ['ldr x0, [xzr, #8]', "`xzr' means sp as a base"],
  ['braa x0, xzr', "`xzr' means sp in this operand"],
  ['fadd d32, d1, d2', "there is no register `d32': its number runs over into another field"],
  ['mov d0, #5', "this becomes `mov w0', with the general register"],
  ['.long 0x100000', "DynASM's engine reads the word 0x00100000 as an action"],
  ['.quad 0x110000', "DynASM's engine reads the word 0x00110000 as an action"],
  ['adrp x0, ->glob', 'DynASM takes the page of the distance for the distance of the pages'],
  ['and x0, x1, #0x1111111111111110', "`0x1111111111111110' is no logical immediate: the put fails, or encodes another number"],
  ['mov x0, #-1', "`-1' is no logical immediate: the put fails, or encodes another number"],
  ['orr x0, x2, #1.5', "the engine gets the fraction `1.5' as an integer"],
  ['lsr w0, w1, #40', 'a register of 32 bits has the bits 0 … 31, not 40'],
  ['extr w0, w1, w2, #32', 'a register of 32 bits has the bits 0 … 31, not 32'],
  ['lsl w0, w1, #-1', 'a register of 32 bits has the bits 0 … 31, not -1'],
  ['add w0, w1, w2, lsl #40', 'a register of 32 bits has the bits 0 … 31, not 40'],
  ['add x0, x1, x2, uxtx #5', 'an extension shifts by 0 … 4'],
  ['ubfx w0, w1, #31, #0', 'a field of 0 bits is another instruction, or none: it has 1 … 1'],
  ['ubfiz x0, x1, #60, #10', 'a field of 10 bits is another instruction, or none: it has 1 … 4'],
  ['bfi w0, w1, i, #1', "`#' is missing: the first character of `i' is dropped"],
  ['add x0, x1, #1.5', "`1.5' is 1.5 here, and is encoded as 2"],
  ['add x0, x1, #2^3', "`^' is a power in `2^3', not an exclusive or"],
  ['add x0, x1, #010', "`010' is decimal here, and octal in C"],
  ['add x0, x1, #0x100000005', "`0x100000005' is beyond 32 bits, and is encoded as 5"],
  ['tbz w0, #40, <1', 'a register of 32 bits has the bits 0 … 31, not 40'],
  ['cset w0, al', "the inverse of `al' does not exist: the condition is always false"],
  ['ldp x0, x1, [x2]!', 'the base is written back unchanged: there is no offset'],
  ['ldr x0, ->glob, #8', "`#8' is ignored behind a label"],
  ['add x0, x1, w2, lsl #2', "`lsl' of a register of 32 bits is `uxtw'"],
];

test.each(DEFECTS)('%s', (statement, warning) => {
  expect(warningsOf(statement)).toContain(warning);
});

/** What GNU as refuses or encodes otherwise, and what is right nevertheless. */
const RIGHT: readonly RegExp[] = [
  // Other words of the same meaning.
  /^mov \w+, #(?:0x)?[\da-f]+$/,
  /^ldrs?b \w+, \[x0, w1, uxtw #0\]$/,
  // DynASM's spellings.
  /^sxt[bh] /,
  /^brk$/,
  /, lsl$/,
  /^fmov \S+, #0x10$/,
];

test('every record that GNU as does not assemble to the same word has a warning', () => {
  const records = readRecords('arm64').filter(({ gnu, error }) => gnu !== undefined && error === undefined);
  expect(records.length).toBeGreaterThan(190);
  const silent = records.filter(
    ({ asm }) => !RIGHT.some(each => each.test(asm)) && warningsOf(asm).length === 0,
  );
  expect(silent.map(({ asm }) => asm)).toEqual([]);
});

test('a put that is longer than the buffer of the engine has a warning, once', () => {
  const statements = Array.from({ length: 20 }, () => '| and x0, x1, #i\n').join('');
  const source = `|.arch arm64\n|.actionlist a\n${statements}|1:\n${statements}`;
  const { diagnostics } = translateSource(source, { file: 'f.dasc', lang: 'c' });
  expect(diagnostics.map(({ line, code }) => `${line} ${code}`)).toEqual(['15 defect', '36 defect']);
  expect(diagnostics[0]?.message).toContain("beyond the buffer of DynASM's engine");
});
