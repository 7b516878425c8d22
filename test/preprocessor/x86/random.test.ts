/**
 * Random statements made from the rows of the table: assembled, decoded by iced-x86, and compared with what was written. Replay
 * one with `X86_SEED=n X86_COUNT=1`; more with a larger `X86_COUNT`.
 */
import { expect, test } from '@jest/globals';
import { Action } from '../../../src/encoder/format/action.ts';
import { findArch } from '../../../src/preprocessor/arch/index.ts';
import { readRow, rowLines } from '../../../src/preprocessor/arch/x86/row.ts';
import { BEYOND, CORRECTIONS, TABLE } from '../../../src/preprocessor/arch/x86/table/index.ts';
import { typescriptLanguage } from '../../../src/preprocessor/language/typescript/typescript.ts';
import { StatementAssembler } from './assembler.ts';
import { decode } from './decoder.ts';
import { randomNumbers } from '../../random.ts';
import { StatementMaker } from './statement.ts';
import { disagreement } from './written.ts';

const FIRST_SEED = Number(process.env['X86_SEED'] ?? 1);
const COUNT = Number(process.env['X86_COUNT'] ?? 20_000);

const ROWS = [...TABLE, CORRECTIONS, BEYOND].flatMap(rowLines).map(readRow);

/** Refusals of what has no encoding. */
const REFUSED: readonly string[] = ['byte-registers', 'high-byte', 'defect'];
/** Prefixes that stand alone, an instruction of 32-bit mode, and one whose literal is an argument. */
const LEFT_OUT = /^(rep\w*|lock|[cdefgs]s|[oa]\d\d|into|mov64 .*)$/;

/** The machine code of actions without arguments. */
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
  const isX64 = arch.name === 'x64';
  const assembler = new StatementAssembler(arch, typescriptLanguage);
  const failures: string[] = [];
  for (let seed = FIRST_SEED; seed < FIRST_SEED + COUNT; seed++) {
    const random = randomNumbers(seed);
    const row = ROWS[random(ROWS.length)];
    const statement = row && new StatementMaker(isX64, random).make(row);
    if (statement === undefined || LEFT_OUT.test(statement)) continue;
    const assembled = assembler.assemble(statement);
    if ('error' in assembled && REFUSED.includes(assembled.code)) continue;
    const problem = 'error' in assembled ? assembled.error : compare(statement, assembled.actions, isX64);
    if (problem !== undefined) failures.push(`X86_SEED=${seed} X86_COUNT=1: ${statement}: ${problem}`);
  }
  expect(failures).toEqual([]);
});

function compare(statement: string, actions: readonly number[], isX64: boolean): string | undefined {
  const code = machineCode(actions);
  const decoded = decode(code, isX64, 0n);
  const situation = { x64: isX64, addressSizePrefix: true, base: 0n, arguments: [], values: [] };
  const difference =
    decoded.length === code.length ? disagreement(statement, decoded, situation) : `length ${decoded.length}`;
  return difference && `${Buffer.from(code).toString('hex')}: ${difference}`;
}
