/** `dynasm asm`: values of constant expressions, labels, and suggestions. fixtures/programs/asm.txt. */
import { expect, test } from '@jest/globals';
import { assemble, assembleJson } from '../src/asm/assembly.ts';
import { constantValue, ConstantError } from '../src/asm/constant.ts';
import { TranslationError } from '../src/files/translationerror.ts';
import { findForms } from '../src/preprocessor/index.ts';
import { linesOf, testCases, type Parts } from './casefile.ts';
import { randomNumbers } from './seededrandom.ts';

/** Lines up to the first option are statements. */
function run(parts: Parts): string {
  const lines = linesOf(parts, 'arguments');
  const end = lines.findIndex(line => line.startsWith('-') && !line.startsWith('->'));
  const statements = lines.slice(0, end < 0 ? lines.length : end).join('\n');
  const options = lines.slice(statements.split('\n').length);
  const defines: Record<string, string> = {};
  const source = options[0] === '--source';
  let base = 0n;
  for (let i = source ? 1 : 0; i < options.length; i += 2) {
    const [name = '', value = ''] = options[i + 1]?.split(/=(.*)/s) ?? [];
    if (options[i] === '-D') defines[name] = value;
    else base = BigInt(name);
  }
  try {
    return assemble(statements, { arch: 'x64', file: '(statements)', base, defines, source });
  } catch (error) {
    if (error instanceof TranslationError) return error.message;
    throw error;
  }
}

testCases('programs/asm.txt', ['arguments'], parts => ({ output: run(parts).trimEnd() }));

const OPERATORS = ['+', '-', '*', '/', '%', '<<', '>>', '&', '|', '^'];

/** An expression of integers, with a blank in front of signs, as `--` is an operator of JavaScript. */
function randomExpression(below: (limit: number) => number, depth: number): string {
  const kind = depth <= 0 ? 0 : below(8);
  if (kind < 2) return `${below(2) === 0 ? below(10) : `0x${below(2 ** 32).toString(16)}`}n`;
  if (kind === 2) return ` -${randomExpression(below, 0)}`;
  if (kind === 3) return `~${randomExpression(below, 0)}`;
  if (kind === 4) return `(${randomExpression(below, depth - 1)})`;
  const operator = OPERATORS[below(OPERATORS.length)];
  return `${randomExpression(below, depth - 1)} ${operator} ${randomExpression(below, depth - 1)}`;
}

const replay = process.env['DYNASM_SEED'] || undefined;

test('random expressions have the values that bigints have in JavaScript', () => {
  const first = replay === undefined ? Math.floor(Math.random() * 2 ** 31) : Number(replay);
  let compared = 0;
  for (let seed = first; seed < first + (replay === undefined ? 5000 : 1); seed++) {
    const text = randomExpression(randomNumbers(seed), 3);
    let value: bigint;
    try {
      value = constantValue(text);
    } catch (error) {
      if (!(error instanceof ConstantError)) throw error;
      // Beyond 64 bits, or a division that JavaScript cuts.
      expect(error.message).toMatch(/does not fit 64 bits|is not an integer|division by zero|a shift by/);
      continue;
    }
    compared++;
    // eslint-disable-next-line typescript/no-implied-eval -- JavaScript is what is compared with
    const expected = new Function(`return ${text}`)() as bigint;
    if (value === expected) continue;
    throw new Error(`${text} is ${expected}, not ${value}; replay: DYNASM_SEED=${seed} npm test -- test/asm`);
  }
  expect(compared).toBeGreaterThan(replay === undefined ? 1000 : 0);
});

test('deep expressions are errors, not overflows of the stack', () => {
  for (const text of ['('.repeat(100_000), '-'.repeat(100_000), '~'.repeat(100_000) + '1']) {
    expect(() => constantValue(text)).toThrow(ConstantError);
  }
  expect(constantValue('1+'.repeat(100_000) + '1')).toBe(100_001n);
});

const suggestionOf = (text: string): string | undefined =>
  /did you mean `(\w+)'\?/.exec(run(new Map([['arguments', text]])))?.[1];

test('a register that does not exist is an error that suggests one', () => {
  const found = [
    'mov eex, 1',
    'add raz, rbx',
    'inc rcxx',
    'mov eax, ebz',
    'movaps xmn1, xmm2',
    'mov eax, [rsii+8]',
  ];
  expect(found.map(suggestionOf)).toEqual(['eax', 'rax', 'rcx', 'ebx', 'xmm1', 'rsi']);
  expect(['mov eax, something', 'mov eax, [something]', 'mov byte, 1'].map(suggestionOf)).toEqual(
    Array.from({ length: 3 }, () => undefined),
  );
});

interface Row {
  readonly line: number;
  readonly column: number;
  readonly asm: string;
  readonly address: string;
  readonly bytes: string;
  readonly form?: { readonly operands: string; readonly encoding: string };
  readonly features?: readonly string[];
}

function rowsOf(text: string, base = 0n, arch: 'x64' | 'x86' = 'x64'): readonly Row[] {
  const output = assembleJson(text, { arch, file: '(statements)', base, defines: { SIZE: '8' } });
  return output
    .trimEnd()
    .split('\n')
    .map(line => JSON.parse(line) as Row);
}

const PROGRAM = `|.section code, data
|.macro two, a
|  inc a; lea a, [a+SIZE]
|.endmacro
->top:
  lock; xadd [rdi], eax
  two ecx; jnz ->top
  vaddps zmm1{k1}, zmm2, [rdi+64]; vaddps zmm1{k1}, zmm2, [rdi+64]
  jmp >1
|.data
  .dword 1, 2
  .align 16
->table:
  .asciz "hi;"
|.code
  mov64 rax, 1
1:
  vpaddd ymm1, ymm2, ymm3
  call extern f
  ret`;

test('JSON has each statement with its place, bytes, form and features', () => {
  const rows = rowsOf(PROGRAM, 0x1000n);
  const shown = rows.map(({ line, column, asm, bytes }) => [line, column, asm, bytes]);
  expect(shown).toEqual([
    [5, 1, '->top:', ''],
    [6, 3, 'lock', 'f0'],
    [6, 9, 'xadd [rdi], eax', '0fc107'],
    [7, 3, 'inc ecx', 'ffc1'],
    [7, 3, 'lea ecx, [ecx+8]', '678d4908'],
    [7, 12, 'jnz ->top', '75f4'],
    [8, 3, 'vaddps zmm1{k1}, zmm2, [rdi+64]', '62f16c49584f01'],
    [8, 36, 'vaddps zmm1{k1}, zmm2, [rdi+64]', '62f16c49584f01'],
    [9, 3, 'jmp >1', 'eb0a'],
    [10, 2, '.data', ''],
    [16, 3, 'mov64 rax, 1', '48b80100000000000000'],
    [17, 1, '1:', ''],
    [18, 3, 'vpaddd ymm1, ymm2, ymm3', 'c5edfecb'],
    [19, 3, 'call extern f', 'e821000000'],
    [20, 3, 'ret', 'c3'],
    [11, 3, '.dword 1, 2', '0100000002000000'],
    [12, 3, '.align 16', '0f1f840000000000'],
    [13, 1, '->table:', ''],
    [14, 3, '.asciz "hi;"', '68693b00'],
    [15, 2, '.code', ''],
  ]);
  let address = 0x1000;
  for (const row of rows) {
    expect(Number(row.address)).toBe(address);
    address += row.bytes.length / 2;
    const isInstruction = /^[a-z]/.test(row.asm);
    expect(row.form !== undefined).toBe(isInstruction);
    if (row.form === undefined) continue;
    const [name = ''] = row.asm.split(' ');
    const { form, features = [] } = row;
    expect(findForms('x64', name)).toContainEqual({ mnemonic: name, ...form, features: features.join(' ') });
  }
  const features = new Map(rows.map(row => [row.asm.split(' ')[0], row.features]));
  expect(features.get('vaddps')).toEqual(['AVX512F']);
  expect(features.get('vpaddd')).toEqual(['AVX2']);
  expect(features.get('ret')).toEqual([]);
});

test('JSON has the features that the registers of a statement need, too', () => {
  const text = 'mov r16, [r31+8]; addsd xmm0, [r16]; {rex2} mov eax, ebx; add rax, rbx, [rcx]; mov eax, ebx';
  const rows = rowsOf(text);
  expect(rows.map(({ bytes, form, features }) => [bytes, form?.encoding, features])).toEqual([
    ['d5598b4708', '8B /r', ['APX_F']],
    ['f2d5905800', 'F2 0F 58 /r', ['SSE2', 'APX_F']],
    ['d50089d8', '89 /r', ['APX_F']],
    ['62f4fc180319', 'EVEX.LLZ.MAP4.ND.NF 03 /r', ['APX_F']],
    ['89d8', '89 /r', []],
  ]);
});

function failureOf(run: () => void): unknown {
  try {
    run();
  } catch (error) {
    return error;
  }
  return undefined;
}

test('JSON of a text with errors is the same errors', () => {
  for (const text of ['jmp ->there', 'mov eax, raz', 'mov eax']) {
    const options = { arch: 'x64', file: '(statements)' } as const;
    const failure = failureOf(() => assembleJson(text, options));
    expect(failure).toBeInstanceOf(TranslationError);
    expect(failure).toEqual(failureOf(() => assemble(text, options)));
  }
});
