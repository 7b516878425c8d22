/**
 * The machine code of every reference record, decoded by iced-x86: mnemonic, operands and length must be those of the statement.
 * That checks what our own assembler agrees with, and the ranks of its arguments.
 */
import { expect, test } from '@jest/globals';
import { findArch } from '../../../src/preprocessor/arch/index.ts';
import { decode } from './decoder.ts';
import { readRecords, recordAssembler } from './reference.ts';
import { disagreement } from './written.ts';

const BASE = 0x10000000n;

/** Prefixes that stand alone, and what only 32-bit mode decodes. */
const NO_INSTRUCTION = /^(rep\w*|lock|[cdefgs]s|[oa]\d\d|into)$/;

test.each([findArch('x64', false), findArch('x86', false)])(
  '$name: the code of every record decodes to its statement',
  arch => {
    const isX64 = arch.name === 'x64';
    const assembler = recordAssembler(arch);
    const failures: string[] = [];
    for (const { asm, runs = [] } of readRecords(arch.name)) {
      if (NO_INSTRUCTION.test(asm)) continue;
      const assembled = assembler.assemble(asm);
      if ('error' in assembled) continue;
      for (const { args, code } of runs) {
        if (code === undefined) continue;
        const bytes = Buffer.from(code, 'hex');
        const decoded = decode(bytes, isX64, BASE);
        const situation = { x64: isX64, base: BASE, arguments: assembled.arguments, values: args };
        const difference =
          decoded.length === bytes.length
            ? disagreement(asm, decoded, situation)
            : `length ${decoded.length}`;
        if (difference !== undefined)
          failures.push(`${asm} ${JSON.stringify(args)} (${code}): ${difference}`);
      }
    }
    expect(failures).toEqual([]);
  },
);
