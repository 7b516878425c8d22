/** Procedures, `.proc` … `.endproc`: the listing, the errors, and the functions for their chunks. */
import { expect, test } from '@jest/globals';
import { assemble } from '../../src/asm/assembly.ts';
import { State, type ActionList } from '../../src/encoder/index.ts';
import { procedureSizes } from '../../src/encoder/inspection.ts';
import { TranslationError } from '../../src/files/translationerror.ts';
import { renderPretty } from '../../src/preprocessor/index.ts';
import { testCases } from '../casefile.ts';
import { evaluate, machineCode, translate } from './typescript/generatedmodule.ts';

testCases('typescript/procedures.txt', ['source'], parts => {
  try {
    const listing = assemble(parts.get('source') ?? '', { arch: 'x64', file: 'f' });
    return { listing: listing.trimEnd(), errors: '' };
  } catch (error) {
    if (!(error instanceof TranslationError)) throw error;
    return { listing: '', errors: renderPretty(error.diagnostics).trimEnd() };
  }
});

test.each([true, false])('host code around procedures (specialise: %p)', specialise => {
  const source = [
    '|.arch x64',
    '|.actionlist actions',
    'function calls(Dst, n) {',
    '  |  nop',
    '  |.proc first, 8',
    '  for (let i = 0; i < n; i++) {',
    '    |  nop',
    '  }',
    '  |.endproc first',
    '  |.proc second, 8',
    '  |  ret',
    '  |.endproc',
    '}',
  ].join('\n');
  const code = translate(source, { specialise });
  expect(code.includes('Dst.labels.place')).toBe(specialise);
  const module = evaluate(code, ['actions', 'calls']);
  for (const [count, hex] of [
    [0, '900f1f8000000000c3'],
    [9, '900f1f8000000000'.concat('90'.repeat(9), '0f1f8000000000', 'c3')],
  ] as const) {
    const state = new State(module['actions'] as ActionList);
    (module['calls'] as (state: State, n: number) => void)(state, count);
    expect(machineCode(state)).toBe(hex);
    expect([...procedureSizes(state)]).toEqual([
      [0, count],
      [1, 1],
    ]);
  }
});
