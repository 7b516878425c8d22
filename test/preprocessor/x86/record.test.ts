/** Every reference record: action bytes, arguments as C text, and refusals with their messages. */
import { expect, test } from '@jest/globals';
import { findArch } from '../../../src/preprocessor/arch/index.ts';
import { readRecords, recordAssembler } from './reference.ts';

test.each([findArch('x64', false), findArch('x86', false)])(
  '$name: statements are assembled as the reference does',
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
