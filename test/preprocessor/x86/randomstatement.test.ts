/**
 * Makes random statements from the rows of the instruction table, assembles them, decodes the code with
 * iced-x86, and compares the result with the statement. `X86_SEED=n X86_COUNT=1` replays one; `X86_COUNT`
 * sets how many there are.
 */
import { expect, test } from '@jest/globals';
import * as Action from '../../../src/encoder/format/actioncode.ts';
import { findArch } from '../../../src/preprocessor/arch/index.ts';
import { readRow, rowLines } from '../../../src/preprocessor/arch/x86/instructiontable.ts';
import { ADDITIONS, CORRECTIONS, FAMILIES } from '../../../src/preprocessor/arch/x86/table/index.ts';
import { AVX10 } from '../../../src/preprocessor/arch/x86/table/avx10.ts';
import { HISTORIC } from '../../../src/preprocessor/arch/x86/table/historic.ts';
import { RECENT } from '../../../src/preprocessor/arch/x86/table/recent.ts';
import { PSEUDO } from '../../../src/preprocessor/arch/x86/table/pseudo.ts';
import { typescriptLanguage } from '../../../src/preprocessor/language/typescript/typescript.ts';
import { StatementAssembler } from './statementassembler.ts';
import { decode } from './iceddecoder.ts';
import { randomNumbers } from '../../seededrandom.ts';
import { StatementMaker } from './randomstatement.ts';
import { disagreement } from './decodedcomparison.ts';

const FIRST_SEED = Number(process.env['X86_SEED'] ?? 1);
const COUNT = Number(process.env['X86_COUNT'] ?? 20_000);

/** Pseudo-operations, processors whose codes mean something else now, and what the decoder does not know. */
const OTHERS: readonly string[] = [PSEUDO, HISTORIC, AVX10, RECENT];
const ROWS = [...FAMILIES, CORRECTIONS, ...ADDITIONS.filter(text => !OTHERS.includes(text))]
  .flatMap(rowLines)
  .map(readRow);

/** Codes of errors for statements that cannot be encoded. */
const ALLOWED_ERRORS: readonly string[] = ['byte-registers', 'high-byte', 'defect'];
/**
 * Prefixes that stand alone, `into` (32-bit mode only), mov64, whose literal is an argument, and what the
 * decoder does not know.
 */
const LEFT_OUT =
  /^(rep\w*|lock|ud0|enqcmds? .*|movdir64b .*|bnd.*|xacquire|xrelease|notrack|[cdefgs]s|[oa]\d\d|into|mov64 .*|movrs .*|prefetchrst2 .*)$/;

/** The machine code of an action list without arguments. */
function machineCode(actions: readonly number[]): Uint8Array {
  const bytes: number[] = [];
  for (let n = 0; n < actions.length; n++) {
    const byte = actions[n] ?? 0;
    if (byte === Action.STOP) break;
    if (byte === Action.ESC) bytes.push(actions[++n] ?? 0);
    else if (byte !== Action.MARK) bytes.push(byte);
  }
  return Uint8Array.from(bytes);
}

test.each([findArch('x64'), findArch('x86')])('$name: random statements decode to themselves', arch => {
  const is64Bit = arch.name === 'x64';
  const assembler = new StatementAssembler(arch, typescriptLanguage);
  const failures: string[] = [];
  for (let seed = FIRST_SEED; seed < FIRST_SEED + COUNT; seed++) {
    const random = randomNumbers(seed);
    const row = ROWS[random(ROWS.length)];
    const statement = row && new StatementMaker(is64Bit, random).make(row);
    if (statement === undefined || LEFT_OUT.test(statement)) continue;
    const assembled = assembler.assemble(statement);
    if ('error' in assembled && ALLOWED_ERRORS.includes(assembled.code)) continue;
    const problem = 'error' in assembled ? assembled.error : compare(statement, assembled.actions, is64Bit);
    if (problem !== undefined) failures.push(`X86_SEED=${seed} X86_COUNT=1: ${statement}: ${problem}`);
  }
  expect(failures).toEqual([]);
});

function compare(statement: string, actions: readonly number[], is64Bit: boolean): string | undefined {
  const code = machineCode(actions);
  const decoded = decode(code, is64Bit, 0n);
  const situation = { is64Bit, addressSizePrefix: true, base: 0n, arguments: [], values: [] };
  const difference =
    decoded.length === code.length ? disagreement(statement, decoded, situation) : `length ${decoded.length}`;
  return difference && `${Buffer.from(code).toString('hex')}: ${difference}`;
}
