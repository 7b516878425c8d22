/**
 * Pseudo-operations: each gives the code of the instruction that it stands for, with its predicate as the
 * last operand.
 */
import { expect, test } from '@jest/globals';
import { readRow, rowLines } from '../../../src/preprocessor/arch/x86/instructiontable.ts';
import { PREDICATES } from '../../../src/preprocessor/arch/x86/table/index.ts';
import { PSEUDO } from '../../../src/preprocessor/arch/x86/table/pseudo.ts';
import { assembleLines } from '../../../src/preprocessor/index.ts';

/** Registers of the operands column, written out for the longest vectors. */
function registers(operands: string): string {
  return operands
    .split(', ')
    .map((kind, n) => {
      const [name = ''] = kind.split(/[/{]/);
      return `${name === 'v' ? 'zmm' : name}${n + 1}`;
    })
    .join(', ');
}

const ROWS = rowLines(PSEUDO)
  .map(readRow)
  .filter(([mnemonic]) => mnemonic.includes('<'));

test.each(ROWS)('%s %s', (mnemonic, operands) => {
  const [placeholder = ''] = /<\w+>/.exec(mnemonic) ?? [];
  const names = [...(PREDICATES[placeholder] ?? []).entries()].filter(([, name]) => name !== '');
  const base = mnemonic.replace(`${placeholder}dq`, 'qdq').replace(placeholder, '');
  const written = registers(operands);
  const pairs = names.map(([code, name]) => [
    `${mnemonic.replace(placeholder, name)} ${written}`,
    `${base} ${written}, ${code}`,
  ]);
  const { lines, diagnostics } = assembleLines(pairs.flat().join('\n'), {
    file: 'p',
    arch: 'x64',
    lang: 'ts',
  });
  expect(diagnostics).toEqual([]);
  expect(pairs.length).toBeGreaterThan(3);
  for (const [n, pair] of pairs.entries()) {
    const [own, other] = [lines[2 * n]?.actions, lines[2 * n + 1]?.actions];
    expect([pair, own]).toEqual([pair, other]);
  }
});

test.each([
  ['retn', 'ret'],
  ['retn 8', 'ret 8'],
  ['icebp', 'int1'],
  ['xlat', 'xlatb'],
  ['ud2a', 'ud2'],
  ['fcmovb', 'fcmovb st0, st1'],
  ['fcmovnu', 'fcmovnu st0, st1'],
])('%s is %s', (synonym, name) => {
  const { lines } = assembleLines(`${synonym}\n${name}`, { file: 'p', arch: 'x64', lang: 'ts' });
  expect(lines[0]?.actions).toEqual(lines[1]?.actions);
  expect(lines[0]?.actions).not.toEqual([]);
});
