/** The instruction table: every row can be parsed, no row stands twice, and wrong notation is an error. */
import { expect, test } from '@jest/globals';
import { parseForms } from '../../../src/preprocessor/arch/x86/form.ts';
import { findArch } from '../../../src/preprocessor/arch/index.ts';
import {
  indexTables,
  readRow,
  rowLines,
  rowsOf,
} from '../../../src/preprocessor/arch/x86/instructiontable.ts';
import { ADDITIONS, CORRECTIONS, DEFECTS, FAMILIES } from '../../../src/preprocessor/arch/x86/table/index.ts';

const LINES = [DEFECTS, ...FAMILIES, CORRECTIONS, ...ADDITIONS].flatMap(rowLines);

test('every row has three columns and perhaps a tuple and an architecture, one blank and a bar between them', () => {
  const column = String.raw`\S+(?: \S+)*`;
  const row = new RegExp(
    `^${column} +\\| (?:${column})? *\\| ${column}(?: +\\| (?:[fhqo]v|u\\d+))?(?: +\\| x(?:64|86))?$`,
  );
  expect(LINES.filter(line => !row.test(line))).toEqual([]);
});

test('no row stands twice, and no row hides behind one with the same operands', () => {
  expect(duplicates([DEFECTS, ...FAMILIES, ...ADDITIONS])).toEqual([]);
  // A correction may stand for a defect.
  expect(duplicates([...FAMILIES, CORRECTIONS, ...ADDITIONS])).toEqual([]);
});

function duplicates(tables: readonly string[]): readonly string[] {
  const seen = new Map<string, string>();
  const failures: string[] = [];
  for (const [mnemonic, operands, encoding, arch] of tables.flatMap(rowLines).map(readRow)) {
    for (const name of mnemonic.split('/')) {
      for (const each of arch === undefined ? ['x64', 'x86'] : [arch]) {
        // VEX is tried before EVEX, which `{evex}` and registers from 16 on choose.
        const isEvex = encoding.startsWith('EVEX');
        const key = `${each} ${name} ${operands}${isEvex ? ' (EVEX)' : ''}`;
        const earlier = seen.get(key);
        if (earlier !== undefined) failures.push(`${key}: ${earlier} and ${encoding}`);
        seen.set(key, encoding);
      }
    }
  }
  return failures;
}

test('every row can be parsed', () => {
  const failures: string[] = [];
  for (const arch of [findArch('x64'), findArch('x86')]) {
    for (const { mnemonic } of arch.forms()) if (!/^[a-z][a-z0-9_]*$/.test(mnemonic)) failures.push(mnemonic);
    for (const { mnemonic, operands } of arch.forms()) {
      if (!/^[\w/&(){}:, ]*$/.test(operands)) failures.push(`${mnemonic} ${operands}`);
    }
  }
  for (const table of indexTables(true)) {
    for (const name of table.blocks.keys()) {
      const rows = [...rowsOf(name, table, true), ...rowsOf(name, table, false)];
      for (const { operands, encoding, features } of rows) {
        for (const { code } of parseForms(name, operands, encoding, table.name, features)) {
          expect(code.roles).toBeDefined();
        }
      }
    }
  }
  expect(failures).toEqual([]);
});

test.each([
  ['r/m32, r33', '00 /r', 'unknown operand kind r33'],
  ['r/m32, zmn', '00 /r', 'unknown operand kind zmn'],
  ['zmm, vm32w', 'EVEX.512.66.0F38.W0 90 /r', 'unknown operand kind vm32w'],
  ['zmm{x}', 'EVEX.512.66.0F38.W0 90 /0', 'unknown operand kind zmm{x}'],
  ['zmm, zmm', 'EVEX.1024.66.0F38.W0 90 /r', 'bad EVEX prefix'],
  ['r/m32, r32', '00', 'operands do not fit'],
  ['r/m32', '00 /r', 'operands do not fit'],
  ['r/m32', '00 /0 ib', 'operands do not fit'],
  ['xmm, xmm, xmm', '0F 58 /r', 'operands do not fit'],
  ['r32, r/m32', '0F /9', 'unknown part /9'],
  ['r32, r/m32', '/r', 'no opcode'],
  ['rv, r/mv', 'REX.W 8B /r', 'operand size is given twice'],
  ['rv, r/mv', 'o16 8B /r', 'operand size is given twice'],
  ['xmm, xmm', 'F3 VEX.128.66.0F.WIG 58 /r', 'VEX does not go with'],
  ['xmm, xmm', 'VEX.128.66.0F.WIG 0F 58 /r', 'VEX does not go with'],
  ['xmm, xmm', 'VEX.512.66.0F.WIG 58 /r', 'bad VEX prefix'],
  ['xmm, xmm', 'VEX.128.67.0F.WIG 58 /r', 'bad VEX prefix'],
])('the notation rejects the operands %s with the encoding %s', (operands, encoding, message) => {
  expect(() => parseForms('x', operands, encoding, 'families', 'BASE').map(({ code }) => code.roles)).toThrow(
    message,
  );
});
