/** Variable registers with numbers for which an instruction has no encoding, or had a wrong one. */
import { expect, test } from '@jest/globals';
import { actionList, FORMAT, State } from '../../../src/encoder/index.ts';
import { assembleLines } from '../../../src/preprocessor/index.ts';

/** The code of a statement without labels, in hexadecimal. */
function encode(arch: 'x64' | 'x86', statement: string, ...values: number[]): string {
  const { unit, diagnostics } = assembleLines(statement, { file: 'f', arch, lang: 'ts' });
  expect(diagnostics).toEqual([]);
  const { sections, globals, externs, signed, actions } = unit;
  const Dst = new State(
    actionList({
      format: FORMAT,
      arch,
      sections,
      globals,
      externs,
      signed,
      actions,
      files: [],
      lines: [],
    }),
  );
  Dst.put(0, ...values);
  const code = new Uint8Array(Dst.link());
  Dst.encode(code, 0n);
  return Buffer.from(code).toString('hex');
}

test.each([
  ['x64', 'xchg Rd(n), eax', 0, '87c0'],
  ['x64', 'xchg eax, Rd(n)', 0, '87c0'],
  ['x64', 'xchg Rd(n), eax', 3, '87d8'],
  ['x64', 'xchg eax, Rd(n)', 8, '4187c0'],
  ['x64', 'xchg rax, Rq(n)', 0, '4890'],
  ['x64', 'xchg ax, Rw(n)', 0, '6690'],
  ['x86', 'xchg eax, Rd(n)', 0, '90'],
] as const)('%s: %s, n = %d: %s', (arch, statement, number, code) => {
  expect(encode(arch, statement, number)).toBe(code);
});

test.each([
  ['x64', 'mov eax, [rax+Rq(n)*2]', 4],
  ['x64', 'mov eax, [Rq(n)*2]', 4],
  ['x64', 'mov eax, Rd(n)', 16],
  ['x64', 'mov ah, [Rq(n)+8]', 8],
  ['x64', 'fld Rf(n)', 8],
  ['x86', 'mov eax, [eax+Rd(n)*2]', 4],
  ['x86', 'mov eax, Rd(n)', 8],
  ['x86', 'inc Rd(n)', 8],
  ['x86', 'push Rd(n)', 8],
  ['x86', 'mov Rb(n), 1', 8],
  ['x86', 'movaps xmm0, xmm(n)', 8],
  ['x86', 'vaddps xmm0, xmm(n), xmm1', 8],
  ['x86', 'vaddps xmm(n), xmm0, xmm1', 8],
  ['x86', 'vaddps xmm0, xmm0, xmm(n)', 8],
  ['x86', 'vblendvps xmm0, xmm0, xmm1, xmm(n)', 8],
] as const)('%s: %s refuses n = %d', (arch, statement, number) => {
  expect(() => encode(arch, statement, number)).toThrow(/\bregister|\bindex/);
});
