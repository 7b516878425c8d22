/** Every reference record: action bytes, arguments as C text, and refusals with their messages. */
import { expect, test } from '@jest/globals';
import { x64, x86 } from '../../../src/preprocessor/arch/x86/index.ts';
import { readRecords, recordAssembler } from './reference.ts';

test.each([x64, x86])('$name: statements are assembled as the reference does', arch => {
  const assembler = recordAssembler(arch);
  const failures: string[] = [];
  for (const { asm, actions = [], args = '', error } of readRecords(arch.name)) {
    const expected = error ?? `${actions.join()} (${args})`;
    const result = assembler.assemble(asm);
    const actual = 'error' in result ? result.error : `${result.actions.join()} (${result.args})`;
    if (actual !== expected) failures.push(`${asm}\n  expected ${expected}\n  but got  ${actual}`);
  }
  expect(failures).toEqual([]);
});
