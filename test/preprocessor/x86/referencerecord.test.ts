/**
 * Assembles the statement of every reference record: action bytes, arguments as C text and error messages
 * must be the same.
 */
import { expect, test } from '@jest/globals';
import { findArch } from '../../../src/preprocessor/arch/index.ts';
import { readRecords, recordAssembler } from './referencerecord.ts';

test.each([findArch('x64', false), findArch('x86', false)])(
  '$name: every record is assembled as DynASM does',
  arch => {
    const assembler = recordAssembler(arch);
    const failures: string[] = [];
    for (const { asm, actions = [], args = '', error } of readRecords(arch.name)) {
      const expected = error ?? `${actions.join()} (${args})`;
      const result = assembler.assemble(asm);
      const actual = 'error' in result ? result.error : `${result.actions.join()} (${result.args})`;
      if (actual !== expected) failures.push(`${asm}\n  expected ${expected}\n  but got  ${actual}`);
    }
    expect(failures).toEqual([]);
  },
);
