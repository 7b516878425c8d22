/** What is said of operands that no form of an instruction takes, in TypeScript output. */
import { expect, test } from '@jest/globals';
import { findArch } from '../../../src/preprocessor/arch/index.ts';
import type { ArchName } from '../../../src/preprocessor/arch/archname.ts';
import type { Diagnostic } from '../../../src/preprocessor/diagnostic/diagnostic.ts';
import { assembleLines } from '../../../src/preprocessor/index.ts';

/** The first error of each statement; undefined if there is none. */
function errorsOf(statements: readonly string[], arch: ArchName): readonly (Diagnostic | undefined)[] {
  const { lines } = assembleLines(statements.join('\n'), { file: 'test', arch, lang: 'ts' });
  return lines.map(({ errors }) => errors[0]);
}

/** A statement, the text that is marked, the message, and the first note. */
type Case = readonly [statement: string, marked: string, message: string, note?: string];

// prettier-ignore
const X64_CASES: readonly Case[] = [
  // memory without a size
  ['mov [rdi], 1', '[rdi]', "`mov' needs the size of `[rdi]': write byte, word, dword or qword in front of it"],
  ['crc32 eax, [rdi]', '[rdi]', "`crc32' needs the size of `[rdi]': write byte, word or dword in front of it"],
  ['crc32 rax, [rdi]', '[rdi]', "`crc32' needs the size of `[rdi]': write byte or qword in front of it"],
  ['movzx eax, [rdi]', '[rdi]', "`movzx' needs the size of `[rdi]': write byte or word in front of it"],
  ['movsx rax, [rdi]', '[rdi]', "`movsx' needs the size of `[rdi]': write byte or word in front of it"],
  ['push [rdi]', '[rdi]', "`push' needs the size of `[rdi]': write word or qword in front of it"],
  ['fld [rdi]', '[rdi]', "`fld' needs the size of `[rdi]': write dword, qword or tword in front of it"],
  ['vcvtpd2dq xmm0, [rdi]', '[rdi]', "`vcvtpd2dq' needs the size of `[rdi]': write oword or yword in front of it"],
  ['shl [rdi], byte 3', '[rdi]', "`shl' needs the size of `[rdi]': write byte, word, dword or qword in front of it"],
  // sizes
  ['mov al, ebx', 'mov al, ebx', "`mov' does not take an 8-bit register and a 32-bit register: they must have the same size", 'mov r/m8, r8'],
  ['movzx eax, ebx', 'ebx', "`movzx' does not take a 32-bit register and a 32-bit register: the second operand must be an 8-bit or 16-bit register"],
  ['mov rax, oword [rdi]', 'oword [rdi]', "`mov' does not take a 64-bit register and a 128-bit memory operand: the second operand must be qword"],
  ['addsd eax, xmm1', 'eax', "`addsd' does not take a 32-bit register and an xmm register: the first operand must be an xmm register"],
  ['vaddpd ymm0, ymm1, xmm2', 'xmm2', "`vaddpd' does not take a ymm register, a ymm register and an xmm register: the third operand must be a ymm register"],
  ['shl eax, word 3', 'word 3', "`shl' does not take a 32-bit register and a 16-bit immediate: the second operand must be an 8-bit immediate"],
  ['fstsw eax', 'eax', "`fstsw' does not take a 32-bit register: the operand must be a 16-bit register"],
  ['mov64 eax, 5', 'eax', "`mov64' does not take a 32-bit register and an immediate: the first operand must be a 64-bit register"],
  ['mov xmm0, xmm1', 'xmm0', "`mov' does not take an xmm register and an xmm register: the first operand must be an 8-bit, 16-bit, 32-bit or 64-bit register, a segment register, a control register or a debug register"],
  ['movd al, bl', 'al', "`movd' does not take an 8-bit register and an 8-bit register: the first operand must be a 32-bit or 64-bit register, an xmm register or an MMX register"],
  ['cvtsi2sd al, ah', 'al', "`cvtsi2sd' does not take an 8-bit register and an 8-bit register: the first operand must be an xmm register"],
  ['mov eax, dword ecx', 'dword ecx', "`dword ecx' cannot have a size word"],
  // decorators
  ['vaddpd zmm1{k0}, zmm2, zmm3', 'k0', "`{k0}' cannot be a mask: its number means that there is none"],
  ['vaddpd zmm1{k9}, zmm2, zmm3', 'k9', "`{k9}' is not a mask register"],
  ['vaddpd zmm1{k1}{k2}, zmm2, zmm3', 'k2', "`{k2}' is the second of its kind"],
  ['vaddpd zmm1{fast}, zmm2, zmm3', 'fast', "`{fast}' is not a decorator"],
  ['addps xmm1{k1}, xmm2', 'xmm1{k1}', "`addps' does not take an xmm register and an xmm register: `{k1}' needs EVEX, which these forms do not have", 'addps xmm, xmm/m128'],
  ['vpsadbw zmm1{k1}, zmm2, zmm3', 'zmm1{k1}', "`vpsadbw' does not take a zmm register, a zmm register and a zmm register: no mask can stand behind the first operand", 'vpsadbw zmm, zmm, zmm/m512'],
  ['vaddpd ymm1, ymm2{k1}, ymm3', 'ymm2{k1}', "`vaddpd' does not take a ymm register, a ymm register and a ymm register: no mask can stand behind the second operand", 'vaddpd ymm, ymm, ymm/m256'],
  ['vaddpd zmm1{z}, zmm2, zmm3', 'zmm1{z}', "`vaddpd' does not take a zmm register, a zmm register and a zmm register: `{z}' needs a mask in front of it, as in `{k1}{z}'"],
  ['vmovapd [rax]{k1}{z}, zmm1', '[rax]{k1}{z}', "`vmovapd' does not take a memory operand and a zmm register: `{z}' goes with registers: memory is not zeroed", 'vmovapd zmm/m512{k}{z}, zmm'],
  ['vpcmpd k1{k2}{z}, zmm1, zmm2, 3', 'k1{k2}{z}', "`vpcmpd' does not take a mask register, a zmm register, a zmm register and an immediate: `{z}' cannot stand behind the first operand", 'vpcmpd k{k}, zmm, zmm/m512/m32bcst, imm8'],
  ['vpgatherdd zmm1{k1}{z}, [rax+zmm2*4]', 'zmm1{k1}{z}', "`vpgatherdd' does not take a zmm register and memory whose index is a zmm register: `{z}' cannot stand behind the first operand", 'vpgatherdd zmm{k}, vm32z'],
  ['vpgatherdd zmm1, [rax+zmm2*4]', 'zmm1', "`vpgatherdd' does not take a zmm register and memory whose index is a zmm register: the first operand needs a mask, as in `{k1}'"],
  ['vaddpd zmm1, zmm2, [rax]{1to4}', '[rax]{1to4}', "`vaddpd' does not take a zmm register, a zmm register and a broadcast memory operand: the broadcast must be {1to8}", 'vaddpd zmm{k}{z}, zmm, zmm/m512/m64bcst{er}'],
  ['vaddpd xmm1, xmm2, [rax]{1to4}', '[rax]{1to4}', "`vaddpd' does not take an xmm register, an xmm register and a broadcast memory operand: the broadcast must be {1to2}", 'vaddpd xmm{k}{z}, xmm, xmm/m128/m64bcst'],
  ['vaddps zmm1, zmm2, qword [rax]{1to16}', 'qword [rax]{1to16}', "`vaddps' does not take a zmm register, a zmm register and a 64-bit broadcast memory operand: the element that is broadcast is a dword"],
  ['vaddsd xmm1, xmm2, [rax]{1to2}', '[rax]{1to2}', "`vaddsd' does not take an xmm register, an xmm register and a broadcast memory operand: the third operand cannot be broadcast here"],
  ['vaddps zmm1, zmm2, zmm3{1to16}', 'zmm3{1to16}', 'only memory can be broadcast'],
  ['vaddpd zmm1, zmm2, [rax], {rn-sae}', '[rax], {rn-sae}', "`vaddpd' does not take a zmm register, a zmm register and a memory operand: `{rn-sae}' goes with registers: no operand can be memory"],
  ['vaddpd ymm1, ymm2, ymm3, {rn-sae}', 'ymm3, {rn-sae}', "`vaddpd' does not take a ymm register, a ymm register and a ymm register: `{rn-sae}' goes with zmm registers, and with single numbers"],
  ['vaddpd zmm1, zmm2, zmm3, {sae}', 'zmm3, {sae}', "`vaddpd' does not take a zmm register, a zmm register and a zmm register: `{sae}' cannot stand behind the third operand: `{rn-sae}', `{rd-sae}', `{ru-sae}' or `{rz-sae}' can"],
  ['vmaxpd zmm1, zmm2, zmm3, {rz-sae}', 'zmm3, {rz-sae}', "`vmaxpd' does not take a zmm register, a zmm register and a zmm register: `{rz-sae}' cannot stand behind the third operand: `{sae}' can"],
  ['vpaddd zmm1, zmm2, zmm3, {rn-sae}', 'zmm3, {rn-sae}', "`vpaddd' does not take a zmm register, a zmm register and a zmm register: `{rn-sae}' cannot stand behind the third operand"],
  ['vaddpd zmm1, zmm2, zmm3, {rn}', '{rn}', "`{rn}' is not rounding"],
  ['vaddpd zmm1, zmm2, {rn-sae}', '{rn-sae}', "`{rn-sae}' stands behind an operand, not in its place"],
  // registers that are not everywhere
  ['addps xmm16, xmm1', 'xmm16', "`addps' does not take xmm16 and an xmm register: `xmm16' needs EVEX, which these forms do not have", 'addps xmm, xmm/m128'],
  ['vphaddd ymm1, ymm2, ymm31', 'ymm31', "`vphaddd' does not take a ymm register, a ymm register and ymm31: `ymm31' needs EVEX, which these forms do not have", 'vphaddd ymm, ymm, ymm/m256'],
  ['vpaddd zmm1, zmm2, zmm32', 'zmm32', "there is no register `zmm32'", "there are `zmm0' … `zmm31'"],
  ['tilezero tmm8', 'tmm8', "there is no register `tmm8'", "there are `tmm0' … `tmm7'"],
  ['tdpbssd tmm1, tmm2, xmm3', 'xmm3', "`tdpbssd' does not take a tile register, a tile register and an xmm register: the third operand must be a tile register", 'tdpbssd tmm, tmm, tmm'],
  ['tilestored tmm1, [rax+rbx]', 'tmm1', "`tilestored' does not take a tile register and a memory operand: the first operand must be memory", "did you mean `tilestored [rax+rbx], tmm1'?"],
  ['vaddps zmm1, tmm2, [rax]', 'tmm2', "`vaddps' does not take a zmm register, a tile register and a memory operand: the second operand must be a zmm register", 'vaddps zmm{k}{z}, zmm, zmm/m512/m32bcst{er}'],
  ['paddb mm1, ebx', 'ebx', "`paddb' does not take an MMX register and a 32-bit register: the second operand must be an MMX register", 'paddb mm, mm/m64'],
  ['kaddb k1, k2, eax', 'eax', "`kaddb' does not take a mask register, a mask register and a 32-bit register: the third operand must be a mask register", 'kaddb k, k, k'],
  // kinds
  ['lea eax, ecx', 'ecx', "`lea' does not take a 32-bit register and a 32-bit register: the second operand must be memory"],
  ['shl eax, edx', 'edx', "`shl' does not take a 32-bit register and a 32-bit register: the second operand must be cl or an immediate"],
  ['jz [rdi]', '[rdi]', "`jz' does not take a memory operand: the operand must be a label", 'jz rel32'],
  ['jmp 5', '5', "`jmp' does not take an immediate: the operand must be a label, a register, memory or a far pointer in memory"],
  ['fxch eax', 'eax', "`fxch' does not take a 32-bit register: the operand must be an x87 register"],
  ['pblendvb xmm0, xmm1, xmm2', 'xmm2', "`pblendvb' does not take an xmm register, an xmm register and an xmm register: the third operand must be xmm0"],
  ['mov [rax], [rbx]', 'mov [rax], [rbx]', "`mov' does not take a memory operand and a memory operand: only one operand can be memory"],
  ['add st0, eax', 'st0', "`add' does not take an x87 register and a 32-bit register: the first operand must be a register or memory"],
  // order
  ['mov 5, eax', '5', "`mov' does not take an immediate and a 32-bit register: the first operand must be a register, memory, a segment register, a control register or a debug register", "did you mean `mov eax, 5'?"],
  ['mov 5, [rax]', '5', "`mov' does not take an immediate and a memory operand: the first operand must be a register or a segment register", "did you mean `mov [rax], 5'?"],
  ['lea [rdi], rax', '[rdi]', "`lea' does not take a memory operand and a 64-bit register: the first operand must be a register", "did you mean `lea rax, [rdi]'?"],
  ['cvttsd2si xmm0, eax', 'cvttsd2si xmm0, eax', "`cvttsd2si' does not take an xmm register and a 32-bit register: they stand in the wrong order", "did you mean `cvttsd2si eax, xmm0'?"],
  ['pextrd xmm0, eax, 1', 'pextrd xmm0, eax, 1', "`pextrd' does not take an xmm register, a 32-bit register and an immediate: they stand in the wrong order", "did you mean `pextrd eax, xmm0, 1'?"],
  // what exists on the other architecture
  ['push eax', 'push eax', "`push' takes a 32-bit register on x86 only", 'push r16'],
  ['jmp ecx', 'jmp ecx', "`jmp' takes a 32-bit register on x86 only", 'jmp r/m64'],
  ['pushad', 'pushad', "unknown statement `pushad'", "`pushad' exists on x86 only"],
  // labels and addresses
  ['mov rax, ->l', '->l', 'on x64 the address of a label is not an immediate', 'load the address first: lea rax, [label]'],
  ['mov eax, ->l', '->l', "`mov' does not take a 32-bit register and a label: on x64 the address of a label is not an immediate", 'load the address first: lea rax, [label]'],
  ['mov eax, &p', 'eax', "`mov' does not take a 32-bit register and an address: the first operand must be a 64-bit register"],
  ['lea rax, extern f', 'extern f', "`lea' does not take a 64-bit register and an extern: the second operand must be memory"],
  // numbers of operands
  ['mov eax', 'mov', "`mov' takes 2 operands, not 1", 'mov r/m8, r8'],
  ['imul eax, ebx, 3, 4', 'imul', "`imul' takes 1, 2 or 3 operands, not 4", 'imul r/m8'],
  ['ret 1, 2', 'ret', "`ret' takes 0 or 1 operands, not 2", 'ret'],
  ['.globals a, b', '.globals', "`.globals' takes 1 operand, not 2"],
  // forms that DynASM has, but not the processor
  ['vsqrtss xmm1, [rdi]', 'vsqrtss xmm1, [rdi]', "x64 does not have `vsqrtss' with these operands"],
  // data
  ['.byte al', 'al', 'data cannot be an 8-bit register'],
  ['.dword [rax]', '[rax]', 'data cannot be a memory operand'],
  ['.byte dword x', 'dword x', "`dword x' has 32 bits, where data of 8 bits stands"],
  ['.word ->l', '->l', "`->l' has 64 bits, where data of 16 bits stands"],
];

// prettier-ignore
const X86_CASES: readonly Case[] = [
  ['mov [eax], 1', '[eax]', "`mov' needs the size of `[eax]': write byte, word or dword in front of it"],
  ['mov qword [eax], 5', 'mov qword [eax], 5', "`mov' takes a 64-bit memory operand and an immediate on x64 only", 'mov m16/32, imm16/32'],
  ['pinsrq xmm0, [eax], 1', 'pinsrq xmm0, [eax], 1', "`pinsrq' takes an xmm register, a memory operand and an immediate on x64 only"],
  ['shl qword [eax], cl', 'shl qword [eax], cl', "`shl' has operands of 64 bits on x64 only"],
  ['swapgs', 'swapgs', "unknown statement `swapgs'", "`swapgs' exists on x64 only"],
  ['mov cx, ->l', 'cx', "`mov' does not take a 16-bit register and a label: the first operand must be a 32-bit register"],
  ['imul xmm0, xmm1', 'xmm0', "`imul' does not take an xmm register and an xmm register: the first operand must be a 16-bit or 32-bit register"],
  ['ret ->l', '->l', 'the address of a label takes 32 bits'],
  ['mov eax, [si+0x10000]', '[si+0x10000]', 'the displacement of an address of 16 bits is -32768 … 65535, not 65536'],
  ['mov eax, [bp+0x1007f]', '[bp+0x1007f]', 'the displacement of an address of 16 bits is -32768 … 65535, not 65663'],
  ['mov eax, [si-0x8001]', '[si-0x8001]', 'the displacement of an address of 16 bits is -32768 … 65535, not -32769'],
];

test.each([
  ['x64', X64_CASES],
  ['x86', X86_CASES],
] as const)('%s: an error says what the operands are, and what is wrong with them', (arch, cases) => {
  const errors = errorsOf(
    cases.map(([statement]) => statement),
    arch,
  );
  const shown = errors.map((error, n) => {
    const { column = 1, length = 0, lineText = '', message, notes } = error ?? {};
    const [statement = '', , , note] = cases[n] ?? [];
    const marked = lineText.slice(column - 1, column - 1 + length);
    return [statement, marked, message, ...(note === undefined ? [] : [notes?.[0]])];
  });
  expect(shown).toEqual(cases);
});

test('where all forms agree on the size of memory, it need not be written', () => {
  const statements = [
    ['movsxd rax, [rdi]', 'movsxd rax, dword [rdi]'],
    ['vbroadcastsd ymm0, [=>l]', 'vbroadcastsd ymm0, qword [=>l]'],
    ['addsd xmm0, [->l]', 'addsd xmm0, qword [->l]'],
    ['call [rax]', 'call qword [rax]'],
    ['setz [rdi]', 'setz byte [rdi]'],
    ['cmpxchg16b [rdi]', 'cmpxchg16b oword [rdi]'],
    ['prefetchnta [rdi]', 'prefetchnta byte [rdi]'],
    ['vextractf128 [rdi], ymm3, 1', 'vextractf128 oword [rdi], ymm3, 1'],
    ['shld [rdi], eax, cl', 'shld dword [rdi], eax, cl'],
    ['mov [rdi], Rd(n)', 'mov dword [rdi], Rd(n)'],
    ['mov [rdi], dword 5', 'mov dword [rdi], 5'],
    ['cmp [rdi], dword 5', 'cmp dword [rdi], dword 5'],
    ['vpsraw ymm1, ymm2, [rax]', 'vpsraw ymm1, ymm2, oword [rax]'],
  ];
  for (const pair of statements) {
    const { lines } = assembleLines(pair.join('\n'), { file: 'test', arch: 'x64', lang: 'ts' });
    expect([pair, ...lines.map(({ actions }) => actions.join())]).toEqual([
      pair,
      lines[1]?.actions.join(),
      lines[1]?.actions.join(),
    ]);
    expect(lines.flatMap(({ errors }) => errors)).toEqual([]);
  }
});

/** Operands of every kind. */
const OPERANDS: Readonly<Record<'x64' | 'x86', readonly string[]>> = {
  x64: [
    'al',
    'dx',
    'edx',
    'rdx',
    'Rd(n)',
    'xmm2',
    'ymm2',
    'st0',
    '[rsi]',
    'word [rsi]',
    '5',
    'x',
    'byte x',
    '->l',
    '&p',
  ],
  x86: [
    'al',
    'dx',
    'edx',
    'Rw(n)',
    'xmm2',
    'ymm2',
    'st0',
    '[esi]',
    'qword [esi]',
    '[8]',
    '5',
    'x',
    '->l',
    '&p',
  ],
};

/** All choices of `count` operands; of three and more, only some. */
function* choices(operands: readonly string[], count: number): Generator<readonly string[]> {
  if (count === 0) yield [];
  else {
    const each = count > 2 ? operands.filter((_, n) => n % 3 === 2) : operands;
    for (const first of each) for (const rest of choices(each, count - 1)) yield [first, ...rest];
  }
}

test.each(['x64', 'x86'] as const)('%s: what messages say of operands is true', name => {
  const arch = findArch(name);
  const other = name === 'x64' ? 'x86' : 'x64';
  // Mnemonics with the same forms get the same messages.
  const byForms = new Map<string, string>();
  for (const mnemonic of new Set(arch.forms().map(form => form.mnemonic))) {
    byForms.set(
      arch
        .forms(new RegExp(`^${mnemonic}$`))
        .map(({ operands }) => operands)
        .join('|'),
      mnemonic,
    );
  }
  const statements = [...byForms.values()].flatMap(mnemonic =>
    arch
      .counts(mnemonic)
      .flatMap(count => [...choices(OPERANDS[name], Number(count))])
      .map(operands => `${mnemonic} ${operands.join(', ')}`.trimEnd()),
  );
  const claims: (readonly [statement: string, claim: string, arch: ArchName])[] = [];
  const wrong: string[] = [];
  for (const [n, error] of errorsOf(statements, name).entries()) {
    const statement = statements[n] ?? '';
    if (error === undefined) continue;
    const { message, notes } = error;
    if (/bad |mixed|missing|`\w+ ([rxif][bwdqoytf?],?)+'/.test(message)) {
      wrong.push(`${statement}: ${message}`);
    }
    const swapped = /^did you mean `(.*)'\?$/.exec(notes[0] ?? '')?.[1];
    if (swapped !== undefined) claims.push([statement, swapped, name]);
    if (message.endsWith(` on ${other} only`)) {
      claims.push([statement, statement.replace(/\[r(?=\w\w\])/, other === 'x86' ? '[e' : '[r'), other]);
    }
    const [, memory = '', words] = /needs the size of `(.*)': write (.*) in front of it$/.exec(message) ?? [];
    for (const word of words?.split(/, | or /) ?? []) {
      claims.push([statement, statement.replace(memory, `${word} ${memory}`), name]);
    }
  }
  for (const each of ['x64', 'x86'] as const) {
    const ofArch = claims.filter(([, , claimed]) => claimed === each);
    const errors = errorsOf(
      ofArch.map(([, claim]) => claim),
      each,
    );
    for (const [n, error] of errors.entries()) {
      // The right form may still lack something.
      if (error === undefined || /needs the size of|address|label/.test(error.message)) continue;
      wrong.push(`${ofArch[n]?.join(' → ')}: ${error.message}`);
    }
  }
  expect(wrong).toEqual([]);
  expect(claims.length).toBeGreaterThan(400);
});
