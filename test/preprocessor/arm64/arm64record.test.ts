/**
 * Assembles the statement of every arm64 record as C output has it: words and arguments must be DynASM's, and
 * what DynASM refuses must be refused. The messages are our own.
 */
import { expect, test } from '@jest/globals';
import { findArch } from '../../../src/preprocessor/arch/index.ts';
import { readRecords } from '../x86/referencerecord.ts';
import { StatementAssembler } from '../x86/statementassembler.ts';

const arch = findArch('arm64', false);

/** What a record's statement is assembled to, behind the definitions that the records have. */
function assemble(asm: string): string {
  const assembler = new StatementAssembler(arch);
  for (const statement of ['.type TY, Tstruct, x19', '.type NR, Nstruct', '.label ->glob']) {
    assembler.assemble(statement);
  }
  const isLabel = /^(?:->|=>)?\w+:$/.test(asm);
  const result = assembler.assemble(isLabel ? `.label ${asm.slice(0, -1)}` : asm);
  return 'error' in result ? 'refused' : `${result.actions.join()} (${result.args})`;
}

test('every record is assembled as DynASM does', () => {
  const failures: string[] = [];
  const records = readRecords('arm64');
  expect(records).toHaveLength(12_008);
  for (const { asm, actions = [], args = '', error } of records) {
    const expected = error === undefined ? `${actions.join()} (${args})` : 'refused';
    const actual = assemble(asm);
    if (actual !== expected) {
      failures.push(`${asm}\n  expected ${expected}\n  but got  ${actual}`);
    }
  }
  expect(failures).toEqual([]);
});
