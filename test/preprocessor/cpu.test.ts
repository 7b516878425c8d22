/** Option `cpu` and directive `.cpu`: which instructions they allow, and what a list says of its chunks. */
import { expect, test } from '@jest/globals';
import { State, type ActionList } from '../../src/encoder/index.ts';
import { findPut } from '../../src/encoder/inspection.ts';
import { translateSource } from '../../src/preprocessor/index.ts';
import { evaluate, translate } from './typescript/generatedmodule.ts';

/** The errors of assembly lines, or the part of the list's description about features. */
function translated(lines: string, cpu?: string | readonly string[], arch = 'x64'): string {
  const { code = '', diagnostics } = translateSource(`|.arch ${arch}\n|.actionlist a\n${lines}\n`, {
    file: 'f',
    lang: 'ts',
    cpu,
  });
  const errors = diagnostics.map(({ line, column, message }) => `${line}:${column} ${message}`);
  return errors.join('; ') || /features: \{[^}]*\}/.exec(code)?.[0].replace(/\s+/g, ' ') || 'none';
}

/** Lines, the option, and what comes of it. */
const CASES: readonly (readonly [lines: string, cpu: string | undefined, result: string])[] = [
  ['| vpaddd ymm0, ymm1, ymm2', undefined, 'features: { AVX2: [0, 0] }'],
  ['| vpaddd ymm0, ymm1, ymm2', 'x86-64-v3', 'features: { AVX2: [0, 0] }'],
  ['| vpaddd ymm0, ymm1, ymm2', 'x86-64-v2', "3:3 `vpaddd' needs AVX2 with these operands"],
  ['| vpaddd ymm0, ymm1, ymm2', 'AVX', "3:3 `vpaddd' needs AVX2 with these operands"],
  ['| vpaddd xmm0, xmm1, xmm2', 'avx', 'features: { AVX: [0, 0] }'],
  ['| vaesenc xmm0, xmm1, xmm2', 'avx', "3:3 `vaesenc' needs AES with these operands"],
  ['| pshufb xmm0, xmm1', 'sse3', "3:3 `pshufb' needs SSSE3 with these operands"],
  ['| pshufb xmm0, xmm1', 'sse4_2', 'features: { SSSE3: [0, 0] }'],
  ['| addsd xmm0, xmm1; cmovz eax, ecx; fld1; rdtsc; syscall', 'x86-64-v1', 'none'],
  ['| popcnt eax, ecx; lzcnt eax, ecx', 'popcnt, lzcnt', 'features: { POPCNT: [0, 0], LZCNT: [0, 5] }'],
  // The second statement is the first again: what is known of it has to be forgotten.
  [
    '| pshufb xmm0, xmm1\n|.cpu default\n| pshufb xmm0, xmm1',
    'sse3',
    "3:3 `pshufb' needs SSSE3 with these operands; 5:3 `pshufb' needs SSSE3 with these operands",
  ],
  [
    '|.cpu ssse3\n| pshufb xmm0, xmm1\n|.cpu default\n| pshufb xmm0, xmm1',
    'sse3',
    "6:3 `pshufb' needs SSSE3 with these operands",
  ],
  [
    '|.cpu avx2, fma; vpaddd ymm0, ymm1, ymm2; vfmadd231pd ymm0, ymm1, ymm2; .cpu default',
    'x86-64-v1',
    'features: { AVX2: [0, 0], FMA: [0, 6] }',
  ],
  ['|.cpu x86-64-v3\n| andn eax, ecx, edx', 'x86-64-v1', 'features: { BMI1: [0, 0] }'],
  [
    '|.cpu ssse3\n|.cpu sse4a\n| pshufb xmm0, xmm1',
    'x86-64-v1',
    "5:3 `pshufb' needs SSSE3 with these operands",
  ],
  ['|.cpu default\n| pshufb xmm0, xmm1', undefined, 'features: { SSSE3: [0, 0] }'],
  ['|.cpu avx3', undefined, "3:7 `avx3' is not a feature of processors"],
  ['|.cpu', undefined, '3:2 .cpu needs a feature'],
  ['| ret', 'avx3', "undefined:undefined `avx3' is not a feature of processors"],
  // Pairs of a chunk and a statement, once for each chunk.
  [
    '| ret\n| popcnt eax, ecx\n| popcnt ecx, eax\nf();\n| ret\ng();\n| popcnt eax, ecx\n| popcnt eax, ecx',
    undefined,
    'features: { POPCNT: [0, 1, 14, 14] }',
  ],
];

test.each(CASES)('%j with cpu %s: %s', (lines, cpu, result) => {
  expect(translated(lines, cpu)).toBe(result);
});

test('the option takes a list, and x86 has fewer features that all processors have', () => {
  expect(translated('| popcnt eax, ecx; pshufb xmm0, xmm1', ['POPCNT', 'SSE4.1'])).toBe(
    'features: { POPCNT: [0, 0], SSSE3: [0, 5] }',
  );
  expect(translated('| addsd xmm0, xmm1', undefined, 'x86')).toBe('features: { SSE2: [0, 0] }');
  expect(translated('| fld1; rdtsc', 'sse', 'x86')).toBe('none');
  expect(translated('| addsd xmm0, xmm1', 'sse', 'x86')).toBe("3:3 `addsd' needs SSE2 with these operands");
});

test('C and Lua output know the option, not the directive', () => {
  for (const lang of ['c', 'lua'] as const) {
    const errors = (lines: string, cpu?: string) =>
      translateSource(`|.arch x64\n|.actionlist a\n${lines}\n`, { file: 'f', lang, cpu }).diagnostics.map(
        ({ message }) => message,
      );
    expect(errors('| popcnt eax, ecx', 'x86-64-v1')).toEqual(["`popcnt' needs POPCNT with these operands"]);
    expect(errors('| popcnt eax, ecx', 'x86-64-v2')).toEqual([]);
    expect(errors('|.cpu avx')).toEqual(["unknown statement `.cpu'"]);
  }
});

test.each([true, false])('a state knows which chunks have been put (specialise: %s)', specialise => {
  const source = `|.arch x64\n|.actionlist actions
export const emit = (Dst: any, hasPopcnt: boolean): void => {
  | mov eax, edi
  if (hasPopcnt) {
    | popcnt eax, eax
  } else {
    | xor eax, eax
  }
  | ret
};
`;
  const { actions, emit } = evaluate(translate(source, { specialise }), ['actions', 'emit']) as {
    actions: ActionList;
    emit: (Dst: State, hasPopcnt: boolean) => void;
  };
  const [chunk = -1] = actions.features['POPCNT'] ?? [];
  for (const hasPopcnt of [false, true, false]) {
    const Dst = new State(actions);
    emit(Dst, false);
    emit(Dst, hasPopcnt);
    expect(findPut(Dst, new Set([chunk]))).toBe(hasPopcnt ? chunk : undefined);
    Dst.free();
  }
});
