/**
 * Sample statements for comparison with GNU as. Takes a form that `dynasm instructions` lists; returns
 * statements in which each operand is registers, memory and immediates of its kind at their limits, each at
 * least once. `gnuStatement` gives a statement as GNU as wants it.
 */
import { findArch } from '../../../src/preprocessor/arch/index.ts';
import type { SupportedForm } from '../../../src/preprocessor/arch/arch.ts';

const LEGACY = ['ax', 'cx', 'dx', 'bx', 'sp', 'bp', 'si', 'di'];
const LOW_BYTES = ['al', 'cl', 'dl', 'bl', 'spl', 'bpl', 'sil', 'dil'];

/** The word in front of memory of so many bits. */
const WORDS: Readonly<Record<number, string>> = {
  8: 'byte',
  16: 'word',
  32: 'dword',
  64: 'qword',
  80: 'tword',
  128: 'oword',
  256: 'yword',
  512: 'zword',
};
const GNU_WORDS: Readonly<Record<string, string>> = { oword: 'xmmword', yword: 'ymmword', zword: 'zmmword' };

/** The name of a general register of x64. */
function general(n: number, size: number): string {
  if (n > 7) return `r${n}${{ 8: 'b', 16: 'w', 32: 'd' }[size] ?? ''}`;
  if (size === 8) return LOW_BYTES[n] ?? '';
  return `${{ 32: 'e', 64: 'r' }[size] ?? ''}${LEGACY[n]}`;
}

const VECTORS = [1, 7, 8, 15, 16, 31];
const LOW_VECTORS = [1, 7, 8, 15];

/** General registers and addresses. */
interface Choices {
  readonly general: readonly number[];
  readonly addresses: readonly string[];
  /** The bases of a vector index. */
  readonly bases: readonly string[];
}

const USUAL: Choices = {
  general: [2, 5, 8, 13, 6],
  addresses: [
    '[rdx]',
    '[rbp]',
    '[r12]',
    '[r13+0x40]',
    '[rsi-0x80]',
    '[rax+r9*4+0x7c]',
    '[r8+rcx*8+0x2000]',
    '[r10*2+0x100]',
    '[0x12345678]',
  ],
  bases: ['rax', 'r9'],
};
/** With registers of APX. */
const EXTENDED: Choices = {
  general: [16, 20, 2, 29, 31],
  addresses: [
    '[r16]',
    '[r20]',
    '[r29+0x40]',
    '[rax+r20*4+0x7c]',
    '[r31+rcx*8+0x2000]',
    '[r21+r28*2]',
    '[r24*2+0x100]',
    '[rdx]',
  ],
  bases: ['r16', 'r31'],
};

/** Indices of vectors. */
function gathered(name: string, numbers: readonly number[], { bases }: Choices): readonly string[] {
  return numbers.map(
    (n, index) => `[${bases[index % bases.length]}+${name}${n}*${[1, 4, 8][index % 3]}+0x10]`,
  );
}

/** The sample statements of a form of x64. */
function samplesOf({ mnemonic, operands, encoding }: SupportedForm, from = USUAL): readonly string[] {
  const kinds = operands === '' ? [] : operands.split(', ');
  const isEvex = encoding.startsWith('EVEX');
  const name = isEvex ? `{evex} ${mnemonic}` : mnemonic;
  if (kinds.length === 0) return [name];
  const statements: string[] = [];
  for (const size of operandSizes(kinds)) {
    const choices = kinds.map(kind => choicesOf(kind, size, isEvex, from));
    const count = Math.max(...choices.map(each => each.length));
    for (let turn = 0; turn < count; turn++) {
      // Each operand begins at another of its choices, so that equal kinds differ.
      const texts = choices.map((each, n) => each[(turn + 2 * n) % each.length] ?? '');
      const hasMemory = texts.some(text => text.includes('['));
      const parts = texts.map(text => (hasMemory ? text.replace(/, \{.*?\}$/, '') : text));
      statements.push(`${name} ${parts.join(', ')}`);
    }
  }
  return [...new Set(statements)];
}

/** `r16/32/64` has three. */
function operandSizes(kinds: readonly string[]): readonly number[] {
  const [sizes = '0'] = kinds.flatMap(
    kind => /^(?:r\/m|r|m|moffs)((?:\d+\/)+\d+)/.exec(kind)?.[1] ?? (isAccumulator(kind) ? '16/32/64' : []),
  );
  return sizes.split('/').map(Number);
}

function isAccumulator(kind: string): boolean {
  return kind.startsWith('ax/eax');
}

/** The texts that an operand of a kind may be. */
function choicesOf(written: string, operandSize: number, isEvex: boolean, from: Choices): readonly string[] {
  const [, kind = '', decorations = ''] = /^([^{]*)(.*)$/.exec(written) ?? [];
  const choices = plainChoices(kind, operandSize, isEvex, from);
  if (decorations === '') return choices;
  const roundings = decorations.includes('{er}')
    ? ['rn-sae', 'rd-sae', 'ru-sae', 'rz-sae']
    : decorations.includes('{sae}')
      ? ['sae']
      : [];
  const masked = choices.map((text, n) => {
    if (decorations.includes('{k!}')) return `${text}{k${(n % 7) + 1}}`;
    if (!decorations.includes('{k}') || n % 3 === 0) return text;
    const zeroing = decorations.includes('{z}') && !text.includes('[') && n % 3 === 1 ? '{z}' : '';
    return `${text}{k${(n % 7) + 1}}${zeroing}`;
  });
  const registers = masked.filter(text => !text.includes('['));
  return [...masked, ...roundings.map((each, n) => `${registers[n] ?? registers[0] ?? ''}, {${each}}`)];
}

function plainChoices(kind: string, operandSize: number, isEvex: boolean, from: Choices): readonly string[] {
  const [, letter, sizes] = /^(r\/m|r|m|moffs)(\d+(?:\/\d+)*|)$/.exec(kind) ?? [];
  if (letter !== undefined && sizes !== undefined) {
    const size = sizes.includes('/') ? operandSize : Number(sizes);
    return [
      ...(letter.startsWith('r') ? from.general.map(n => general(n, size)) : []),
      ...(letter.endsWith('m') ? memories(size, from) : []),
    ];
  }
  if (isAccumulator(kind)) return [general(0, operandSize)];
  if (kind.startsWith('imm')) return immediates(kind, operandSize);
  if (kind === 'sreg') return ['es', 'gs'];
  if (kind === 'cr' || kind === 'dr') return [`${kind}0`, `${kind}3`];
  if (kind === 'st(i)') return ['st1', 'st7'];
  const vectors = isEvex ? VECTORS : LOW_VECTORS;
  return kind.split('/').flatMap(part => {
    if (/^[xyz]mm$/.test(part)) return vectors.map(n => part + n);
    if (part === 'k' || part === 'mm' || part === 'tmm') return [1, 2, 3, 5, 6, 7].map(n => part + n);
    if (part === 'bnd') return ['bnd1', 'bnd3'];
    const [, index] = /^vm\d+([xyz])$/.exec(part) ?? [];
    if (index !== undefined) return gathered(`${index}mm`, vectors, from);
    const [, element] = /^m(\d+)bcst$/.exec(part) ?? [];
    if (element !== undefined) {
      const [, whole] = /\bm(\d+)(?!\d|bcst)/.exec(kind) ?? [];
      const broadcast = `{1to${Number(whole) / Number(element)}}`;
      return memories(Number(element), from).map(text => text + broadcast);
    }
    const [, side, size] = /^([rm])(\d+)$/.exec(part) ?? [];
    if (side === 'r') return from.general.map(n => general(n, Number(size)));
    if (side === 'm') return memories(Number(size), from);
    return [part];
  });
}

function memories(size: number, { addresses }: Choices): readonly string[] {
  const word = WORDS[size];
  return addresses.map(address => (word === undefined ? address : `${word} ${address}`));
}

function immediates(kind: string, operandSize: number): readonly string[] {
  const size = kind.includes('/') ? Math.min(operandSize, 32) : Number(kind.slice(3));
  return { 4: ['3'], 8: ['5', '0x7f'], 16: ['0x1234'], 64: ['0x123456789abcdef0'] }[size] ?? ['0x12345678'];
}

/** The statement in the syntax of GNU as, `.intel_syntax noprefix`. */
export function gnuStatement(statement: string): string {
  // A number in brackets is an address only with a segment, of which the default one leaves no byte.
  return statement
    .replace('lock; ', 'lock ')
    .replace(/(?<=(?:enqcmds?|movdir64b|ldtilecfg|sttilecfg) .*)zword /, '')
    .replace('[0x', 'ds:[0x')
    .replace(/\b(byte|word|dword|qword|tword|oword|yword|zword)\b/g, word =>
      word === 'tword' ? 'tbyte ptr' : `${GNU_WORDS[word] ?? word} ptr`,
    );
}

/** Features of which the decoder of the other tests knows nothing. */
export const UNDECODED =
  /\b(?:APX_F|AVX10\.2|MOVRS|MSR_IMM|USER_MSR|RMPREAD|AVX512_BMM|AMX-(?:AVX512|FP8|MOVRS))\b/;

/**
 * Statements that no form has, or not so. Rounding of 256 bits was in early descriptions of AVX10.2, and GNU
 * as takes it up to 2.44; Intel's manual has it no more.
 */
const FURTHER: readonly string[] = [
  'vmovd dword [rdx], xmm18',
  'vaddpd ymm1, ymm2, ymm3, {rn-sae}',
  'vminmaxpd ymm1, ymm2, ymm3, {sae}, 4',
  ...['', 'of', 'sf', 'zf', 'cf', 'of,sf,zf,cf', 'cf, zf'].flatMap(flags => [
    `ccmpb {dfv=${flags}} rax, r17`,
    `ctestnle {dfv=${flags}} byte [r20], 5`,
  ]),
  ...['of,of', 'pf', 'of sf'].map(flags => `ccmpb {dfv=${flags}} rax, rbx`),
  'ccmpp rax, rbx',
  'push2 rsp, rax',
  'push2 rax, rsp',
  'push2 rax, rax',
  'pop2 rax, rax',
  'pop2 rsp, rax',
  'pop2p r16, r16',
  'mov ah, byte [r16]',
  'add r16b, ah, cl',
  '{nf} adc eax, ebx',
  '{nf} not eax',
  '{nf} mulx eax, ebx, ecx',
  '{nf} mov eax, ebx',
  '{rex2} add eax, ebx',
  '{rex2} add qword [rbx], 5',
  '{rex2} imul rax, rbx',
  '{rex2} nop',
  '{rex2} movbe eax, [rbx]',
  '{rex2} mov al, sil',
  '{rex2} addps xmm1, [rbx]',
  '{rex2} addps xmm9, xmm1',
  '{rex2} xsave [rbx]',
  '{rex2} vaddps xmm1, xmm2, xmm3',
  '{rex2} push r12',
  '{evex} mov eax, ebx',
  '{evex} push rax',
  '{evex} cmovb eax, ebx',
  'mov r16, 0x7fffffff',
  'mov eax, [r16d]',
  'mov eax, [r16d + r20d*4 + 8]',
  'mov rax, fs:[r16]',
  'lock; add qword [r16], 5',
  'sub eax, dword [ebx], ecx',
  'enqcmd r16d, [r17d]',
  'enqcmds edx, [r17d]',
  '{evex} movdir64b eax, [ebx+ecx*8+0x40]',
];

/** So many statements of a form have registers of APX, unless the form is one of APX. */
const FEW = 4;
/** Of the many conditions, one has all samples. */
const FURTHER_CONDITION = /^(?:c?cmp|cfcmov|cmov|ctest|setzu?)(?!bxadd$|b$)\w+$/;

const EXTENDED_NAME = /\br(?:1[6-9]|2\d|3[01])[bwd]?\b/;

/** At most `count` of the texts, from all over them. */
function some(texts: readonly string[], count: number): readonly string[] {
  const step = Math.max(1, texts.length / count);
  return texts.filter((_, n) => Math.floor(n / step) !== Math.floor((n - 1) / step)).slice(0, count);
}

/** The statements that are compared. */
export function recordedStatements(): readonly string[] {
  const statements = new Set(FURTHER);
  for (const form of findArch('x64').forms()) {
    const isNew = UNDECODED.test(form.features);
    const isFurther = isNew && FURTHER_CONDITION.test(form.mnemonic);
    const usual = isNew ? samplesOf(form) : [];
    const extended = samplesOf(form, EXTENDED).filter(text => EXTENDED_NAME.test(text));
    const isApx = form.features.includes('APX_F') && !isFurther;
    const chosen = [
      ...(isFurther ? some(usual, 2) : usual),
      ...(isApx ? extended : some(extended, isFurther ? 2 : FEW)),
    ];
    for (const text of chosen) statements.add(text);
    if (!form.encoding.includes('.NF')) continue;
    for (const text of some(chosen, 8)) statements.add(text.replace('{evex}', '{nf}'));
  }
  return [...statements];
}
