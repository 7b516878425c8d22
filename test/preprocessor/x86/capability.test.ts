/**
 * What the capabilities of the output language change: TypeScript output rejects or corrects what C output
 * encodes as DynASM does, and knows more instructions.
 */
import { expect, test } from '@jest/globals';
import { findArch } from '../../../src/preprocessor/arch/index.ts';
import { cLanguage } from '../../../src/preprocessor/language/c/c.ts';
import { typescriptLanguage } from '../../../src/preprocessor/language/typescript/typescript.ts';
import { translateSource } from '../../../src/preprocessor/translate.ts';
import { testCases } from '../../casefile.ts';
import { StatementAssembler } from './statementassembler.ts';
import type { Assembled } from './statementassembler.ts';

/**
 * The actions in hexadecimal without STOP, the arguments, and `!n` for a sign-extended action at offset n; or
 * the error's code.
 */
function show(assembled: Assembled): string {
  if ('error' in assembled) return `error ${assembled.code}`;
  const bytes = assembled.actions.slice(0, -1).map(byte => byte.toString(16).padStart(2, '0'));
  const parts = [bytes.join(''), ...(assembled.args === '' ? [] : [assembled.args])];
  return [...parts, ...assembled.signed.map(offset => `!${offset}`)].join(' ');
}

/**
 * A statement, its output in TypeScript and in C (if that differs), and the code of the warning in C output.
 */
type Case = readonly [statement: string, typescript: string, c?: string, warning?: string];

const P32 = '(ptrdiff_t)(p)';
const P64 = `(unsigned int)(${P32}), (unsigned int)((${P32})>>32)`;

// prettier-ignore
const X64_CASES: readonly Case[] = [
  // 64-bit addresses
  ['mov rcx, &p',             `48b9eded ${P64}`,       `48c7c1ed ${P32} !3`],
  ['mov Rq(r), &p',           `48b8f022eded (r), ${P64}`, `48c7c0f023ed (r), ${P32} !5`],
  ['mov qword [rax], &p',     `48c700ed ${P32} !3`],
  ['add rax, &p',             `4805ed ${P32} !2`],
  ['mov rax, [&p]',           `488b05f3 ${P32}`],
  // 32-bit address registers
  ['mov eax, [ecx]',          '678b01',                '8b01',              'address-size'],
  ['fstcw word [r9d]',        '9b6741d939',            '9b41d939',          'address-size'],
  ['vaddps xmm0, xmm0, [eax]', '67c5fcf85800',         'c5fcf85800',        'address-size'],
  ['mov eax, [rax+ecx]',      'error mixed-address',   '8b0408',            'mixed-address'],
  // sign-extended operands
  ['mov rax, 0x7fffffff',     '48c7c0fcfffcfffcff7f'],
  ['mov rax, 0x80000000',     'error sign-extended',   '48c7c000000080',    'sign-extended'],
  ['add rax, 0xffffffff',     'error sign-extended',   '4883c0fcff',        'sign-extended'],
  ['add eax, 0xffffffff',     '83c0fcff'],
  ['push 0xffffffff',         'error sign-extended',   '6afcff',            'sign-extended'],
  ['mov eax, [0xffffffff]',   'error sign-extended',   '8b0425fcfffcfffcfffcff', 'sign-extended'],
  ['mov eax, [rax+0x80000000]', 'error sign-extended', '8b8000000080',      'sign-extended'],
  ['add rax, x',              '4881c0ef x !3'],
  ['add eax, x',              '81c0ef x'],
  ['imul rax, x',             '4869c0ef x !3'],
  ['push x',                  '68ed x !1'],
  ['mov eax, [x]',            '8b0425ed x !3'],
  ['mov eax, [rcx+x]',        '8b81e9 x'],
  // operands that DynASM reads in a surprising way
  ['mov eax, [rax*16]',       'error address',         '8b040506000000', 'displacement'],
  ['mov eax, [rax 5]',        'error displacement',    '8b4005',            'displacement'],
  ['mov eax, words',          'b8ed words',            'error operand-size', 'size-word'],
  ['mov eax, [rdi+bytes]',    '8b87e9 bytes',          '8b87e9 bytes'],
  ['mov eax, [rax+->l]',      '8b80fc030afc090a',      '8b80f60a',          'wide-displacement'],
  ['.aword extern f',         'fc0600fc0903',          'fb0000',            'extern-size'],
  ['.label ->g, &p',          `f80bf2 ${P32}`,     `f80bf2 ${P32}`,     'label-address'],
  ['.label 1, &p',            `f801f2 ${P32}`],
  // byte registers that do not exist with REX
  ['mov ah, [r8]',            'error high-byte',       '418a20',            'high-byte'],
  ['movzx rax, ah',           'error high-byte',       '480fb6c4',          'high-byte'],
  ['mov ah, [rcx]',           '8a21'],
  ['mov ah, [Rq(r)]',         '8aa0fdf001e9 (r), 0',   '408aa0fdf00be9 (r), 0', 'high-byte'],
  ['mov ah, [rbx+Rq(r)*2]',   '8a2443f042 (r)',        '408a2443f04c (r)',  'high-byte'],
  ['movzx Rd(r), ah',         '0fb6c4f082 (r)',        '400fb6c4f08c (r)',  'high-byte'],
  // what DynASM encodes wrongly, and forms that it lacks
  ['clflush byte [rax]',      '0fae38',                '0fad38',            'defect'],
  ['clflush word [rax]',      'error defect',          '660fae38',          'defect'],
  ['fldenv word [rax]',       'error defect',          '66d920',            'defect'],
  ['fxsave qword [rax]',      '480fae00'],
  ['mov64 xmm0, [n]',         'error defect',          'a1eded (unsigned int)(n), (unsigned int)((n)>>32)', 'defect'],
  ['xchg eax, eax',           '87c0',                  '90',                'defect'],
  ['xchg eax, Rd(r)',         '4087c0f02b (r)',        '4090f02a (r)',      'defect'],
  ['xchg Rd(r), eax',         '4087c0f08b (r)',        '4090f02a (r)',      'defect'],
  ['xchg eax, ecx',           '91'],
  ['xchg rax, Rq(r)',         '4890f022 (r)'],
  ['xchg ax, Rw(r)',          '664090f02a (r)'],
  ['vpmovsxbw ymm0, xmm1',    'c4e27d20c1',            'error operand-size'],
  ['vpmovsxbw ymm0, ymm1',    'error defect',          'c4e27d20c1',        'defect'],
  ['vpmovzxwq ymm0, ymm1',    'error defect',          'c4e27d34c1',        'defect'],
  ['vpmovsxbw ymm0, oword [rax]', 'c4e27d2000'],
  ['into',                    'error defect',          'ce',                'defect'],
  ['vsqrtsd xmm1, xmm2',      'error defect',          'c5fcfb51ca',        'defect'],
  ['vsqrtss xmm1, dword [rax]', 'error defect',          'c5fcfa5108',        'defect'],
  ['vsqrtsd xmm1, xmm2, xmm3', 'c5fceb51cb'],
  ['vcvtpd2dq ymm1, ymm2',    'error defect',          'c5fcffe6ca',        'defect'],
  ['vcvtpd2ps ymm1, [rax]',   'error defect',          'c5fcfd5a08',        'defect'],
  ['vcvtpd2ps xmm1, ymm2',    'c5fcfd5aca',            'error operand-size'],
  ['vpslld ymm1, ymm2, ymm3', 'error defect',          'c5fcedfcf2cb',      'defect'],
  ['vpsraw ymm1, ymm2, yword [rax]', 'error defect',   'c5fcede108',        'defect'],
  ['vpsraw ymm1, ymm2, oword [rax]', 'c5fcede108',     'error operand-size'],
  ['vpsraw ymm1, ymm2, [rax]', 'c5fcede108'],
  ['rsqrtss xmm1, oword [rax]', 'error defect',        'fcf30f5208',        'defect'],
  ['rsqrtss xmm1, dword [rax]', 'fcf30f5208',          'error operand-size'],
  ['rsqrtss xmm1, [rax]',     'fcf30f5208'],
  ['movddup xmm1, oword [rax]', 'error defect',        'fcf20f1208',        'defect'],
  ['movddup xmm1, qword [rax]', 'fcf20f1208',          'error operand-size'],
  ['movddup xmm1, [rax]',     'fcf20f1208'],
  // size words of immediates
  ['push word 5',             '666a05',                'error size-override'],
  ['push word x',             '6668ec x'],
  ['push byte 5',             '6a05',                  'error size-override'],
  ['push qword 5',            '6805000000',            'error size-override'],
  ['push byte 200',           'error operand-size',    'error size-override'],
  ['ret word 8',              'c20800',                'error size-override'],
  ['shl eax, byte 3',         'c1e003',                'error size-override'],
  ['shl eax, byte x',         'c1e0eb x',              'error operand-size'],
  ['shl eax, word 3',         'error operand-size',    'error size-override'],
  ['add eax, dword 5',        '0505000000',              'error size-override'],
  ['add eax, word 5',         'error operand-size',    'error size-override'],
  ['add eax, word x',         'error operand-size',    '81c0ef x'],
  ['mov ecx, qword 5',        'error operand-size',    'error size-override'],
  ['mov rcx, qword 5',        '48c7c105000000',        'error size-override'],
  ['mov [rax], dword x',      'c700ed x'],
  ['mov [rax], dword 5',      'c70005000000',          'error size-override'],
  ['mov [rax], qword 5',      '48c70005000000',        'error size-override'],
  ['shl [rax], byte x',       'error operand-size',    'c020eb x'],
  ['mov [rax], x',            'error operand-size'],
  ['add [rax], dword 5',      '810005000000',          'error size-override'],
  ['mov eax, &p',             'error operand-size'],
  ['mov eax, ->l',            'error operand-size'],
  ['pshufd xmm0, xmm1, byte 5', '660f70c105',          'error size-override'],
  ['rorx eax, ecx, n',        'c4e37bfcf0c1eb n',      'error operand-mode'],
  // what DynASM's action list cannot say
  ['cmp dword [->l], 1',      '833dfc030afc091601',    'error rip-relative'],
  ['cmp dword [->l], x',      '813dfdfc030afc0906effc0a x', 'error rip-relative'],
  ['vblendvps xmm0, xmm1, [->l], xmm2', 'c4e3714a05fc030afc091620', 'error rip-relative'],
  // both spellings
  ['movd xmm1, rax',          '66480f6ec8'],
  ['vmovd rax, xmm1',         'c4e1fcf97ec8'],
  ['vtestps xmm0, xmm1',      'c4e2790ec1'],
  ['vptestps xmm0, xmm1',     'c4e2790ec1'],
];

// prettier-ignore
const X86_CASES: readonly Case[] = [
  ['mov eax, &p',             `b8ed ${P32}`],
  ['mov eax, [&p]',           `a1ed ${P32}`],
  ['mov ecx, [&p]',           `8b0ded ${P32}`],
  ['mov ecx, [eax+&p]',       `8b88ed ${P32}`],
  ['add eax, ->l',            '05f60a'],
  ['cmp cl, ->l',             'error label-size',      '80fcf9f60a',        'label-size'],
  ['push 0xffffffff',         '6afcff'],
  ['into',                    'ce'],
  ['xchg eax, eax',           '90'],
  ['xchg eax, Rd(r)',         '90f020 (r)'],
  ['push qword 5',            'error operand-size',    'error size-override'],
  ['cqo',                     'error defect',          '4899',              'defect'],
  ['vpinsrq xmm0, xmm1, qword [eax], 1', 'error defect', 'c4e3fcf1220001',  'defect'],
];

test.each([
  ['x64', X64_CASES],
  ['x86', X86_CASES],
] as const)('statements of %s have these actions in TypeScript and in C', (name, cases) => {
  const arch = findArch(name, false);
  const failures: string[] = [];
  for (const [statement, typescript, c = typescript, warning] of cases) {
    const script = new StatementAssembler(arch, typescriptLanguage);
    const classic = new StatementAssembler(arch, cLanguage);
    for (const assembler of [script, classic]) assembler.assemble('.label ->l');
    const check = (what: string, actual: string | undefined, expected: string | undefined): void => {
      if (actual !== expected) failures.push(`${statement} (${what}): ${actual}, not ${expected}`);
    };
    check('TypeScript', show(script.assemble(statement)), typescript);
    check('C', show(classic.assemble(statement)), c);
    check('warning', classic.warnings[0]?.replace(/:.*/, ''), warning);
  }
  expect(failures).toEqual([]);
});

/** The bytes of the action list, or the error messages. */
function translated(lang: 'ts' | 'c' | 'lua', source: string): string {
  const { code = '', diagnostics } = translateSource(source, { file: 'a', lang, comments: 'none' });
  const bytes = /actions: \[([^\]]*)\]|\{\s*([\d,\s]+)\s*\}/.exec(code);
  return diagnostics.map(({ message }) => message).join('\n') || (bytes?.[1] ?? bytes?.[2] ?? '').trim();
}

testCases('typescript/additions.txt', ['source'], parts => {
  const source = parts.get('source') ?? '';
  return { ts: translated('ts', source), c: translated('c', source), lua: translated('lua', source) };
});
