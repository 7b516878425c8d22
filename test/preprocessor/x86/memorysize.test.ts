/**
 * Memory without a size word in TypeScript output. Writes every form that `dynasm instructions` lists and
 * that may have memory once without a size word and once with each, and compares: if one size word is taken,
 * the statement without it gives the same bytes; if several are, it is an error that names them.
 */
import { expect, test } from '@jest/globals';
import type { SupportedForm } from '../../../src/preprocessor/arch/arch.ts';
import { findArch } from '../../../src/preprocessor/arch/index.ts';
import { assembleLines } from '../../../src/preprocessor/index.ts';

const WORDS = ['byte', 'word', 'dword', 'qword', 'oword', 'yword', 'zword', 'tword'];

/** A register of each size in bits. It is not the accumulator, which has forms of its own. */
const REGISTERS: Readonly<Record<string, string>> = { 8: 'dl', 16: 'dx', 32: 'edx', 64: 'rdx' };

/** The memory of these has no size: any size word may stand there, or none. */
const SIZELESS =
  /^(lea|l[defgs]s|[ls][gi]dt|invlpg|bnd\w+|bound|tile\w+|vm(?:ptrld|ptrst|clear|xon|read|write)|invept|invvpid|aes(?:enc|dec)\w+kl|prefetch\w*|xsaves\w*|xrstors\w*|cldemote|clflush(opt)?|clwb|fldenv|fn?stenv|fn?save|frstor|f?x(save|rstor)\w*)$/;

/** The statements of a form, with `{}` where the size word of its memory stands. */
function* statements({ mnemonic, operands, encoding }: SupportedForm, is64Bit: boolean): Generator<string> {
  const kinds = operands.split(', ');
  const memory = kinds.findIndex(kind => /(^|\/)m(?:offs)?\d*(?![a-z\d])/.test(kind));
  if (memory < 0) return;
  const sizes = kinds.join().includes('16/32') ? (is64Bit ? [16, 32, 64] : [16, 32]) : [32];
  for (const size of sizes) {
    const name = encoding.endsWith(' a16') ? 'si' : encoding.endsWith(' a32') || !is64Bit ? 'esi' : 'rsi';
    const address = kinds[memory]?.startsWith('moffs') === true ? '[0x1234]' : `[${name}+8]`;
    const texts = kinds.map((kind, n) => (n === memory ? `{} ${address}` : operandText(kind, size, n)));
    yield `${mnemonic} ${texts.join(', ')}`;
  }
}

function operandText(decorated: string, size: number, position: number): string {
  const kind = decorated.replace(/\{.*/, '');
  const [, own] = /^(k|mm|bnd|tmm)(?:\/|$)/.exec(kind) ?? [];
  if (own !== undefined) return `${own}${(position + 1) % 4}`;
  if (kind === 'sreg') return 'es';
  if (kind.startsWith('imm')) return '5';
  if (kind.startsWith('ax/eax')) return { 16: 'ax', 32: 'eax', 64: 'rax' }[size] ?? '';
  if (kind === 'st(i)') return 'st2';
  if (kind === '&address') return '&p';
  const [, vector] = /^([xyz]mm)(?:\/|$)/.exec(kind) ?? [];
  if (vector !== undefined) return `${vector}${position + 2}`;
  const [, sizes] = /^r(?:\/m)?(\d+(?:\/\d+)*)/.exec(kind) ?? [];
  if (sizes === undefined) return kind;
  return (
    REGISTERS[sizes.includes('/') && /^\d+\/(?:32|64)/.test(sizes) ? size : (sizes.split('/')[0] ?? '')] ??
    kind
  );
}

test.each(['x64', 'x86'] as const)('%s: memory has the size on which all forms agree', name => {
  const is64Bit = name === 'x64';
  // The address of mov64 has no size word.
  const forms = findArch(name)
    .forms()
    .filter(({ mnemonic }) => mnemonic !== 'mov64');
  const templates = [...new Set(forms.flatMap(form => [...statements(form, is64Bit)]))];
  const texts = templates.flatMap(text => ['', ...WORDS].map(word => text.replace('{}', word)));
  const { lines } = assembleLines(texts.join('\n'), { file: 'sweep', arch: name, lang: 'ts' });
  const wrong: string[] = [];
  const sizeless = new Set<string>();
  let [agreed, open] = [0, 0];
  for (const [index, text] of templates.entries()) {
    const [unsized, ...sized] = lines.slice(index * (WORDS.length + 1), (index + 1) * (WORDS.length + 1));
    const taken = WORDS.filter((_, n) => sized[n]?.errors.length === 0);
    const outcome = unsized?.errors[0]?.message ?? unsized?.actions.join();
    const bytes = sized[WORDS.indexOf(taken[0] ?? '')]?.actions.join();
    const list = taken.join(', ').replace(/, (\w+)$/, ' or $1');
    if (SIZELESS.test(text.split(' ')[0] ?? '')) {
      if (unsized?.errors.length === 0) sizeless.add(text.split(' ')[0] ?? '');
      else wrong.push(`${text}: ${outcome}`);
    } else if (taken.length === 1 && outcome === bytes) agreed++;
    else if (taken.length > 1 && outcome?.endsWith(`: write ${list} in front of it`) === true) open++;
    else wrong.push(`${text}: ${list}: ${outcome}`);
  }
  expect(wrong).toEqual([]);
  expect(agreed).toBeGreaterThan(1000);
  expect(open).toBeGreaterThan(80);
  expect(sizeless.size).toBeGreaterThan(15);
});
