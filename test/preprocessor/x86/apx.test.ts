/**
 * APX: registers that are known at run time only, addresses relative to rip, processor features, and errors.
 * The bytes of what is written out are compared with GNU as (gnuassembler.test.ts).
 */
import { expect, test } from '@jest/globals';
import { assembleLines } from '../../../src/preprocessor/index.ts';
import { encodeAll } from './encodedstatement.ts';
import { recordedStatements } from './gnusample.ts';

/** The bytes of each statement, or the text of its error. */
function encode(statements: readonly string[]): string[] {
  const found: string[] = [];
  encodeAll(
    'x64',
    statements.map(text => ({ text })),
    (_, result) => found.push(typeof result === 'string' ? result : Buffer.from(result).toString('hex')),
  );
  return found;
}

/** The registers in the order of their numbers. */
const NAMES = 'rax rcx rdx rbx rsp rbp rsi rdi r8 r9 r10 r11 r12 r13 r14 r15'.split(' ');

/** `#` stands for a register, written or variable, with these numbers. */
const VARIABLE: readonly (readonly [statement: string, numbers: readonly number[]])[] = [
  ['add rax, #, rcx', [0, 3, 7, 8, 15]],
  ['add #, rbx, rcx', [0, 3, 4, 8, 15]],
  ['add rax, rbx, #', [0, 5, 8, 15]],
  ['add r31, r16, #', [0, 5, 8, 15]],
  ['sub rax, rbx, [#]', [...NAMES.keys()]],
  ['sub rax, rbx, [#+8]', [...NAMES.keys()]],
  ['sub rax, rbx, [r17+#*2+0x1000]', [0, 5, 8, 15]],
  ['sub rax, rbx, [#+r28*8]', [0, 5, 8, 13, 15]],
  ['{evex} add r16, #', [0, 5, 8, 15]],
  ['{nf} imul #, [r16], 1000', [0, 5, 8, 15]],
  ['cmovb #, rax, rbx', [0, 7, 8, 15]],
  ['cfcmovl [#], rbx', [0, 4, 5, 7, 8, 12, 13, 15]],
  ['ccmpz {dfv=of} #, [r30]', [0, 7, 8, 15]],
  ['push2 #, rbx', [0, 7, 8, 15]],
  ['shl #, qword [r16], 3', [0, 7, 8, 15]],
  ['movbe r16, [#]', [0, 4, 5, 7, 8, 12, 13, 15]],
  ['andn r16, rax, #', [0, 7, 8, 15]],
  ['bextr #, [r16], rax', [0, 7, 8, 15]],
  ['kmovq k1, [r16+#*4]', [0, 7, 8, 15]],
  ['vaddps zmm1, zmm2, [r16+#*4]', [0, 7, 8, 15]],
];

test('a variable register gives what the written one gives', () => {
  const pairs = VARIABLE.flatMap(([statement, numbers]) =>
    numbers.map(n => [statement.replace('#', NAMES[n] ?? ''), statement.replace('#', `Rq(${n})`)] as const),
  );
  const written = encode(pairs.map(([text]) => text));
  const variable = encode(pairs.map(([, text]) => text));
  const differences = pairs.flatMap(([, text], n) =>
    written[n] === variable[n] ? [] : [`${text}: ${variable[n]}, not ${written[n]}`],
  );
  expect(differences).toEqual([]);
  expect(written.filter(code => !/^[\da-f]+$/.test(code))).toEqual([]);
});

/** General registers beyond the first two, which may be the only choice of a form. */
const NAMED = /(?<![\w{])(?:[re](?:dx|bx|bp|si|di)|r(?:8|9|1[0-5])[dwb]?)(?!\w)/g;

/** `Rd(3)` for ebx. */
function asVariable(name: string): string {
  const [, number, suffix = ''] = /^r(\d+)([dwb]?)$/.exec(name) ?? [];
  if (number !== undefined) return `R${suffix || 'q'}(${number})`;
  return `R${name.startsWith('e') ? 'd' : 'q'}(${NAMES.indexOf(`r${name.slice(1)}`)})`;
}

test('each register of a form with EVEX may be a variable one', () => {
  const forms = recordedStatements().filter((text, n) => n % 3 === 0 && /^\{(?:evex|nf)\}/.test(text));
  const pairs = forms.flatMap((text, n) => {
    // Each turn takes another of the registers.
    const names = [...text.matchAll(NAMED)];
    const match = names[n % names.length];
    if (match === undefined) return [];
    const end = match.index + match[0].length;
    return [[text, text.slice(0, match.index) + asVariable(match[0]) + text.slice(end)] as const];
  });
  const written = encode(pairs.map(([text]) => text));
  const variable = encode(pairs.map(([, text]) => text));
  const differences = pairs.flatMap(([, text], n) =>
    written[n] === variable[n] ? [] : [`${text}: ${variable[n]}, not ${written[n]}`],
  );
  expect(differences).toEqual([]);
  expect(pairs.length).toBeGreaterThan(2000);
});

test('a variable register has the numbers 0 to 15', () => {
  for (const error of encode(['add rax, rbx, Rq(16)', 'push2 Rq(16), rax', 'mov rax, Rq(16)'])) {
    expect(error).toContain('16 does not fit a register number, 0…15');
  }
});

/** `=>0` stands at the start of the statement. */
test('distances count from the end of the instruction, expressions take the shortest field', () => {
  expect(
    encode([
      'add rax, [=>0], rbx',
      '{nf} add qword [=>0], 5',
      'add rax, [=>0], 0x1234',
      'shl rax, qword [=>0], 3',
      'mov r16, [=>0]',
      'add rax, rbx, (5)',
      'add rax, rbx, (1000)',
      'add ax, r16w, (1000)',
      'imul r17, [r16+(8)], (3)',
    ]),
  ).toEqual([
    '62f4fc18011df6ffffff',
    '62f4fc0c8305f5ffffff05',
    '62f4fc188105f2ffffff34120000',
    '62f4fc18c125f5ffffff03',
    'd5488b05f8ffffff',
    '62f4fc1883c305',
    '62f4fc1881c3e8030000',
    '62fc7d1881c0e803',
    'd5586b480803',
  ]);
});

test('the features of APX, with those of the extension', () => {
  const statements = [
    'mov eax, r16d',
    '{rex2} mov eax, ebx',
    'add eax, ebx, ecx',
    'andn eax, ebx, r16d',
    '{nf} andn eax, ebx, ecx',
    'vaddps zmm1, zmm2, [r16]',
    'addsd xmm0, [r31]',
    'popcnt rax, r16',
    'mov eax, ebx',
  ];
  const { unit } = assembleLines(statements.join('\n'), { file: 'test', arch: 'x64', lang: 'ts' });
  const needed = new Map<number, string[]>();
  const starts = unit.items.flatMap(item => (item.kind === 'put' ? [item.start] : []));
  for (const [feature, pairs] of unit.features)
    for (let n = 0; n < pairs.length; n += 2) {
      const index = starts.indexOf(pairs[n] ?? -1);
      needed.set(index, [...(needed.get(index) ?? []), feature].toSorted());
    }
  expect(statements.map((_, n) => needed.get(n)?.join(' '))).toEqual([
    'APX_F',
    'APX_F',
    'APX_F',
    'APX_F BMI1',
    'APX_F BMI1',
    'APX_F AVX512F',
    'APX_F',
    'APX_F POPCNT',
    undefined,
  ]);
});

/** A statement, the text that is marked, the message, and a note. */
type Case = readonly [statement: string, marked: string, message: string, note?: string];

// prettier-ignore
const CASES: readonly Case[] = [
  ['mov ah, [r16]', 'mov ah, [r16]', 'ah, ch, dh and bh cannot be named with a REX2 prefix, which r16 … r31 need'],
  ['mov ah, r16b', 'r16b', 'bad mix of byte-addressable registers', 'ah, ch, dh and bh do not go with spl, bpl, sil, dil, r8b … r31b and Rb(n)'],
  ['add al, ah, bl', 'add al, ah, bl', 'ah, ch, dh and bh cannot be named with an EVEX prefix'],
  ['pshufb xmm0, [r16]', '[r16]', "`pshufb' does not take an xmm register and a memory operand: `r16' needs REX2 or EVEX, which these forms do not have", 'pshufb xmm, xmm/m128'],
  ['vroundps xmm0, [rax+r20*2], 3', '[rax+r20*2]', "`vroundps' does not take an xmm register, a memory operand and an immediate: `r20' needs REX2 or EVEX, which these forms do not have"],
  ['xsave [r16]', '[r16]', "`xsave' does not take a memory operand: `r16' needs REX2 or EVEX, which these forms do not have"],
  ['mov r16, Rq(3)', 'r16', "`mov' does not take r16 and a 64-bit register: beside `r16' no register's number can be known at run time only", 'mov r/m16/32/64, r16/32/64'],
  ['{rex2} mov eax, Rd(9)', 'Rd(9)', "with a REX2 prefix no register's number can be known at run time only"],
  ['{rex2} mov eax, [rbx+Rq(9)*2]', '[rbx+Rq(9)*2]', "with a REX2 prefix no register's number can be known at run time only"],
  ['{rex2} push Rq(12)', 'Rq(12)', "with a REX2 prefix no register's number can be known at run time only"],
  ['pushp Rq(9)', 'Rq(9)', "with a REX2 prefix no register's number can be known at run time only"],
  ['popp Rq(3)', 'Rq(3)', "with a REX2 prefix no register's number can be known at run time only"],
  ['push2 rsp, rax', 'rsp', "`push2' does not take rsp"],
  ['push2p rax, rsp', 'rsp', "`push2p' does not take rsp"],
  ['pop2 rbx, rbx', 'rbx', "the registers of `pop2' must differ: the processor faults"],
  ['push2 eax, rbx', 'eax', "`push2' does not take a 32-bit register and a 64-bit register: the first operand must be a 64-bit register", 'push2 r64, r64'],
  ['{nf} mov eax, ebx', '{nf} mov eax, ebx', "no form of `mov' has what `{nf}' chooses"],
  ['{nf} adc eax, ebx', '{nf} adc eax, ebx', "no form of `adc' has what `{nf}' chooses"],
  ['{rex2} movbe eax, [rbx]', '{rex2} movbe eax, [rbx]', "no form of `movbe' has what `{rex2}' chooses", 'movbe r16/32/64, m16/32/64'],
  ['{rex3} mov eax, ebx', '{rex3} mov eax, ebx', "`{rex3}' chooses no encoding", 'these do: {vex}, {evex}, {rex2}, {nf}'],
  ['{nf} frobnicate eax', '{nf} frobnicate', "unknown statement `{nf} frobnicate'"],
  ['ccmpb {dfv=pf} rax, rbx', '{dfv=pf}', "`pf' is not a flag that {dfv=…} can set", 'the flags are of, sf, zf and cf: {dfv=of,cf}; none is {dfv=}, which may be left out'],
  ['ccmpb {dvf=of} rax, rbx', '{dvf=of}', "`{dvf=of}' does not say which flags are set", 'the flags are of, sf, zf and cf: {dfv=of,cf}; none is {dfv=}, which may be left out'],
  ['ccmpb {dfv=of,of} rax, rbx', '{dfv=of,of}', "`of' stands twice in `{dfv=of,of}'"],
  ['ccmpb rax, {dfv=of} rbx', '{dfv=of}', "`{dfv=of}' stands only in front of the first operand of `ccmp' and `ctest' with a condition"],
  ['add {dfv=of} rax, rbx', '{dfv=of}', "`{dfv=of}' stands only in front of the first operand of `ccmp' and `ctest' with a condition"],
  ['{dfv=of} ccmpb rax, rbx', '{dfv=of} ccmpb rax, rbx', "`{dfv=of}' chooses no encoding", 'these do: {vex}, {evex}, {rex2}, {nf}'],
  ['{nf} {evex} add eax, ebx', '{nf} {evex} add eax, ebx', "the name of an instruction must stand behind `{nf}'"],
  ['{nf}', '{nf}', "the name of an instruction must stand behind `{nf}'"],
  ['add eax{k1}, ebx, ecx', 'eax{k1}', "`add' does not take a 32-bit register, a 32-bit register and a 32-bit register: no mask can stand behind the first operand", 'add r16/32/64, r/m16/32/64, r16/32/64'],
  ['add rax, rbx, ecx', 'ecx', "`add' does not take a 64-bit register, a 64-bit register and a 32-bit register: the third operand must be a 64-bit register"],
  ['jmpabs rax', 'rax', "`rax' is a register and cannot stand in an expression"],
  ['imulzu eax, ebx, 5', 'eax', "`imulzu' does not take a 32-bit register, a 32-bit register and an immediate: the first operand must be a 16-bit register"],
  ['add eax, ebx, ecx, edx', 'add', "`add' takes 2 or 3 operands, not 4"],
];

test('errors say what is wrong, and what would have been right', () => {
  const shown = CASES.map(([statement, , , note]): Case => {
    const { lines } = assembleLines(statement, { file: 'test', arch: 'x64', lang: 'ts' });
    const { message = '', column = 1, length = 0, notes = [] } = lines[0]?.errors[0] ?? {};
    const marked = statement.slice(column - 1, column - 1 + length);
    if (note === undefined) return [statement, marked, message];
    return [statement, marked, message, notes.includes(note) ? note : notes.join('; ')];
  });
  expect(shown).toEqual(CASES);
});

test('x86 and C output do not know it', () => {
  for (const statement of ['mov eax, r16d', 'add eax, ebx, ecx', '{nf} add eax, ebx', 'push2 eax, ebx']) {
    const { lines } = assembleLines(statement, { file: 'test', arch: 'x86', lang: 'ts' });
    expect([statement, lines[0]?.errors.length]).toEqual([statement, 1]);
  }
  const { unit, lines } = assembleLines('mov eax, r16d\nadd eax, ebx, ecx', {
    file: 'test',
    arch: 'x64',
    lang: 'c',
  });
  // In C it is a variable.
  expect(lines.map(({ errors }) => errors.length)).toEqual([0, 1]);
  expect(
    unit.items.flatMap(item => (item.kind === 'put' ? item.arguments.map(({ text }) => text) : [])),
  ).toEqual(['r16d']);
});
