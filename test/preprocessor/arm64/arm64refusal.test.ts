/** Messages for arm64 statements that are wrong: each says what would have been accepted. */
import { expect, test } from '@jest/globals';
import { StatementError } from '../../../src/preprocessor/diagnostic/error.ts';
import { encodeStatement } from './arm64statement.ts';

/** The message for a statement, what it points at, and the notes. */
function refusal(statement: string, variables: readonly string[] = []): readonly string[] {
  try {
    encodeStatement(statement, variables);
  } catch (error) {
    if (!(error instanceof StatementError)) throw error;
    const { message, at, notes } = error;
    return [message, at === undefined ? '' : statement.slice(at.start, at.end), ...notes];
  }
  return [];
}

/* prettier-ignore */
const CASES: readonly (readonly [statement: string, ...refusal: string[]])[] = [
  ['sub xzr, x1, #1', "`sub' does not take a 64-bit register, a 64-bit register and an immediate: the first operand must be a 64-bit register or sp", 'xzr', 'sub Xd|SP, Xn|SP, #imm'],
  ['fadd d32, d1, d2', "`d32' is not a register", 'd32', 'registers are x0 … x30, w0 … w30, xzr, wzr, sp, wsp, and b, h, s, d, q and v from 0 to 31'],
  ['add X0, x1, x2', "`X0' is not a register", 'X0', "did you mean `x0'?"],
  ['lsr w0, w1, #40', "`lsr' does not take a 32-bit register, a 32-bit register and an immediate: the third operand must be an immediate from 0 to 31", '#40', 'lsr Wd, Wn, #shift'],
  ['and x0, x1, #5', "`and' does not take a 64-bit register, a 64-bit register and an immediate: the third operand must be an immediate that is a logical immediate of 64 bits: a run of ones, rotated, in elements of equal bits", '#5', 'and Xd|SP, Xn, #imm'],
  ['cset w0, al', "`cset' does not take a 32-bit register and `al': the second operand must be a condition other than al and nv", 'al', 'cset Wd, cond'],
  ['ldr x0, [x1, #3, lsl #1]', "`ldr' does not take a 64-bit register and memory: `#3' in the second operand must be a 64-bit register or a 32-bit register", '#3', 'ldr Xt, [Xn|SP, Xm, lsl|sxtx{ #0|3}]'],
  ['mrs x0, nzcw', "`mrs' does not take a 64-bit register and `nzcw': the second operand must be a system register, such as nzcv or s3_3_c4_c2_0", 'nzcw', "did you mean `nzcv'?", 'mrs Xt, sysreg'],
  ['casp x1, x2, x4, x5, [x6]', "`casp' does not take a 64-bit register, a 64-bit register, a 64-bit register, a 64-bit register and memory: the second operand must be the register behind the one before it, which must be even", 'x2', 'casp Xs, Xs+1, Xt, Xt+1, [Xn|SP]'],
];

test.each(CASES)('%s', (statement, ...expected) => {
  expect(refusal(statement).slice(0, expected.length)).toEqual(expected);
});

test('a register that is also a variable of the program is said to be one', () => {
  expect(refusal('movz x0, x1', ['x1'])).toContain("for the variable write `#x1'");
  expect(encodeStatement('movz x0, #x1', ['x1']).deferred).toHaveLength(1);
});
