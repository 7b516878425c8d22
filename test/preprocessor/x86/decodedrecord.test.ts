/**
 * Decodes the machine code of every reference record with iced-x86: mnemonic, operands and length must be
 * those of the statement. This tests the records, and the source order of the arguments that our assembler
 * makes for them.
 */
import { expect, test } from '@jest/globals';
import { findArch } from '../../../src/preprocessor/arch/index.ts';
import { decode } from './iceddecoder.ts';
import { readRecords, recordAssembler } from './referencerecord.ts';
import { disagreement } from './decodedcomparison.ts';

const BASE = 0x10000000n;

/** Prefixes that stand alone, and `into`, which exists in 32-bit mode only. */
const LEFT_OUT = /^(rep\w*|lock|[cdefgs]s|[oa]\d\d|into)$/;

test.each([findArch('x64', false), findArch('x86', false)])(
  '$name: the code of every record decodes to its statement',
  arch => {
    const is64Bit = arch.name === 'x64';
    const assembler = recordAssembler(arch);
    const failures: string[] = [];
    for (const { asm, runs = [] } of readRecords(arch.name)) {
      if (LEFT_OUT.test(asm)) continue;
      const assembled = assembler.assemble(asm);
      if ('error' in assembled) continue;
      for (const { args, code } of runs) {
        if (code === undefined) continue;
        const bytes = Buffer.from(code, 'hex');
        const decoded = decode(bytes, is64Bit, BASE);
        const situation = { is64Bit, base: BASE, arguments: assembled.arguments, values: args };
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
