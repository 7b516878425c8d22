/**
 * The processor features of the instruction table: every row stands below a heading that names features, and
 * each form needs what an independent decoder (iced-x86) says. The differences are listed with their reasons.
 */
import { indexBlocks } from '../../../src/preprocessor/arch/x86/instructiontable.ts';
import { HISTORIC } from '../../../src/preprocessor/arch/x86/table/historic.ts';
import { PSEUDO } from '../../../src/preprocessor/arch/x86/table/pseudo.ts';
import { expect, test } from '@jest/globals';
import iced from 'iced-x86';
import { FEATURES } from '../../../src/encoder/format/feature.ts';
import { actionList, State } from '../../../src/encoder/index.ts';
import { ADDITIONS, CORRECTIONS, DEFECTS, FAMILIES } from '../../../src/preprocessor/arch/x86/table/index.ts';
import { findArch } from '../../../src/preprocessor/arch/index.ts';
import { assembleLines } from '../../../src/preprocessor/index.ts';
import type { Argument } from '../../../src/preprocessor/item.ts';
import { BASE } from './encodedstatement.ts';
import { FormStatements } from './formstatement.ts';
import { UNDECODED } from './gnusample.ts';

const { CpuidFeature, Decoder, DecoderOptions } = iced;

test('every row stands below a heading, which names features in their order', () => {
  const known = ['BASE', ...FEATURES];
  const failures: string[] = [];
  for (const text of [DEFECTS, ...FAMILIES, CORRECTIONS, ...ADDITIONS]) {
    let heading = '';
    for (const line of text.split('\n')) {
      if (line.startsWith('#')) heading = line;
      const names = /^# (\S+(?: \S+)*)$/.exec(heading)?.[1]?.split(' ') ?? [];
      const isRow = line !== '' && !line.startsWith('//');
      if (isRow && (names.length === 0 || !names.every(name => known.includes(name)))) {
        failures.push(`${heading}: ${line}`);
      }
    }
  }
  expect(failures).toEqual([]);
});

/** The decoder's names that are not ours. Several of its names are what every processor has today. */
const DECODER_NAMES: Readonly<Record<string, string>> = {
  INTEL8086: '',
  INTEL186: '',
  INTEL286: '',
  INTEL386: '',
  INTEL486: '',
  X64: '',
  FPU287: 'FPU',
  FPU387: 'FPU',
  SSE4_1: 'SSE4.1',
  SSE4_2: 'SSE4.2',
  AVX_VNNI: 'AVX-VNNI',
  PKU: 'OSPKE',
  HLE_or_RTM: 'RTM',
  SKINIT_or_SVM: 'SKINIT',
  D3NOW: '3DNOW',
  D3NOWEXT: '3DNOWEXT',
  SGX1: 'SGX',
};

/** Forms for which the table differs from the decoder, and why that is right. Each must be met. */
const EXCEPTIONS: readonly (readonly [forms: RegExp, reason: string])[] = [
  [/^(endbr32|endbr64|rdssp[dq]|cldemote|pause) .*: \/\w+$/, 'processors without the feature do nothing'],
  [/^mov (?:r32, tr|tr, r32): INTEL386486ONLY\/$/, 'later processors do not have the test registers'],
  [/^nop r\/m.*: \/MULTIBYTENOP$/, 'all processors since the Pentium Pro have it'],
  [/^(cpuid|rdpmc) : \/\w+$/, 'the feature is that there is the instruction, without a bit of its own'],
  [/^[ls]ahf : LAHFSAHF\/$/, 'the first processors with x64 did not have it in 64-bit mode'],
  [/^pextrw r32\/m16, .*: SSE41\/SSE2$/, 'with a register the shorter form is taken, which SSE2 has'],
];

const unused = new Set(EXCEPTIONS);

function valueOf({ text, kind }: Argument): bigint {
  const value = BigInt(text.replaceAll(/[()]/g, ''));
  if (kind === 'low') return BigInt.asIntN(32, value);
  return kind === 'high' ? BigInt.asIntN(32, value >> 32n) : value;
}

/** The features of the decoded instruction, sorted. */
function decodedFeatures(code: Uint8Array, is64Bit: boolean): string {
  const wait = code[0] === 0x9b && code.length > 1 ? 1 : 0;
  const decoder = new Decoder(is64Bit ? 64 : 32, code.subarray(wait), DecoderOptions.MPX);
  const instruction = decoder.decode();
  const names = Array.from(instruction.cpuidFeatures(), number => CpuidFeature[number] ?? '?');
  instruction.free();
  decoder.free();
  return withoutFoundation(names.map(name => DECODER_NAMES[name] ?? name).filter(name => name !== ''));
}

/** The features, sorted, without AVX512F where another one brings it. */
function withoutFoundation(names: readonly string[]): string {
  const hasOther = names.some(name => name.startsWith('AVX512') && name !== 'AVX512F');
  return names
    .filter(name => name !== 'AVX512F' || !hasOther)
    .map(name => name.replaceAll(/[^A-Z\d]/g, ''))
    .toSorted()
    .join(' ');
}

/** Calls `visit` with each statement's code. */
function assembleAll(
  arch: 'x64' | 'x86',
  statements: readonly string[],
  visit: (index: number, code: Uint8Array) => void,
): void {
  const { unit, lines } = assembleLines(['=>0:', ...statements].join('\n'), { file: 'f', arch, lang: 'ts' });
  const { globals, externs, signed, actions, format, features } = unit;
  const Dst = new State(
    actionList({
      format,
      arch,
      globals,
      externs,
      signed,
      actions,
      features: Object.fromEntries(features),
    }),
  );
  Dst.growPc(1);
  const puts = new Map(unit.items.filter(item => item.kind === 'put').map(put => [put.place.line, put]));
  const label = puts.get(1)?.start ?? 0;
  for (const [index] of statements.entries()) {
    const put = puts.get(index + 2);
    if (put === undefined || lines[index + 1]?.errors.length !== 0) continue;
    Dst.setup();
    Dst.put(label, 0);
    Dst.put(put.start, ...put.arguments.map(valueOf));
    const code = new Uint8Array(Dst.link());
    Dst.encode(code, BASE);
    visit(index, code);
  }
}

/** The decoder knows these only if it is asked for, and by names of its own; or by other names. */
const LEFT_OUT = new Set(indexBlocks([HISTORIC, PSEUDO]).keys());

test.each(['x64', 'x86'] as const)('%s: every form needs what the decoder says', arch => {
  const is64Bit = arch === 'x64';
  const maker = new FormStatements(is64Bit);
  const failures = new Set<string>();
  let count = 0;
  for (const form of findArch(arch).forms()) {
    const { mnemonic, operands, features } = form;
    if (
      LEFT_OUT.has(mnemonic) ||
      UNDECODED.test(features) ||
      /^(ud0|rep\w*|xacquire|xrelease|notrack|bnd|lock|[cdefgs]s|[oa]\d\d)$/.test(mnemonic)
    )
      continue;
    const statements = [...maker.statements(form)].filter(({ isListed }) => isListed).map(({ text }) => text);
    const ours = withoutFoundation(features.split(' '));
    let isMet = false;
    assembleAll(arch, statements.slice(0, 40), (_, code) => {
      isMet = true;
      const decoded = decodedFeatures(code, is64Bit);
      if (decoded === ours) return;
      const exception = EXCEPTIONS.find(([forms]) =>
        forms.test(`${mnemonic} ${operands}: ${ours}/${decoded}`),
      );
      if (exception) unused.delete(exception);
      else failures.add(`${mnemonic} ${operands}: ${ours}/${decoded}`);
    });
    if (!isMet) failures.add(`${mnemonic} ${operands} is not assembled`);
    count++;
  }
  expect([...failures]).toEqual([]);
  expect(count).toBeGreaterThan(1000);
});

test('every exception is met', () => {
  expect([...unused].map(([forms]) => String(forms))).toEqual([]);
});
