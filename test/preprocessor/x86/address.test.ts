/**
 * Addresses as people write them: the terms of an address in any order, with any spacing, the scale on either
 * side, in parentheses or not, give the code of the same address in DynASM's order. The variants are chosen
 * at random: `ADDRESS_SEED=n ADDRESS_COUNT=1` replays one, `ADDRESS_COUNT` sets how many there are.
 */
import { expect, test } from '@jest/globals';
import { actionList, FORMAT, State } from '../../../src/encoder/index.ts';
import { assembleLines } from '../../../src/preprocessor/index.ts';
import { randomNumbers, type Random } from '../../seededrandom.ts';

type Mode = 'x64' | 'x86';

const FIRST_SEED = Number(process.env['ADDRESS_SEED'] ?? 1);
const COUNT = Number(process.env['ADDRESS_COUNT'] ?? 4_000);

const BASES: Readonly<Record<Mode, readonly string[]>> = {
  x64: ['', 'rax', 'rsp', 'rbp', 'r12', 'r13', 'Rq(r)', 'Ra(r)', 'T', 'T:rdi'],
  x86: ['', 'eax', 'esp', 'ebp', 'Rd(r)', 'T', 'T:edi'],
};
const INDEXES: Readonly<Record<Mode, readonly string[]>> = {
  x64: ['', 'rcx', 'rbp', 'r12', 'r13', 'Rq(s + 1)'],
  x86: ['', 'ecx', 'ebp', 'Rd(s + 1)'],
};
const SCALES = ['', '1', '2', '4', '8'];
/** Displacements, and in DynASM's order the same as one expression. */
const DISPLACEMENTS: readonly (readonly string[])[] = [
  [],
  ['8'],
  ['-8'],
  ['0x1000'],
  ['n'],
  ['-n'],
  ['n', '4'],
  ['-n', '4', 'm'],
  ['4*n'],
  ['(n + 4)*8'],
  ['f(n - 4, "+rax")'],
  ['qword*2'],
];
/** Bases with number 5 and 13 have no form without displacement. */
const VALUES: Readonly<Record<Mode, Readonly<Record<string, unknown>>>> = {
  x64: { n: 100, m: -3, r: 13, s: 8, f: (x: number) => x },
  x86: { n: 100, m: -3, r: 5, s: 6, f: (x: number) => x },
};

/** `address` as DynASM takes it; `variant` is the same with its terms in another order. */
function randomAddress(mode: Mode, random: Random): { readonly address: string; readonly variant: string } {
  const choose = <T>(list: readonly T[]): T => list[random(list.length)] as T;
  const base = choose(BASES[mode]);
  const index = choose(base === '' ? INDEXES[mode].slice(1) : INDEXES[mode]);
  const scale = index === '' ? '' : choose(base === '' ? SCALES.slice(1) : SCALES);
  const displacements = choose(DISPLACEMENTS);
  const scaled = scale === '' ? index : `${index}*${scale}`;
  const address = [base, scaled, ...displacements].filter(term => term !== '').join('+');
  const blank = (): string => choose(['', '', ' ', '  ', '\t']);
  const wrap = (term: string): string => (random(5) === 0 ? `(${blank()}${term}${blank()})` : term);
  const factors = random(2) === 0 ? [wrap(index), scale] : [scale, wrap(index)];
  const index2 = scale === '' ? index : factors.join(`${blank()}*${blank()}`);
  // Unscaled, the first register is the base; a register of a type goes in front, too.
  const registers = scale === '' ? [[base, index].filter(term => term !== '')] : [[base], [index2]];
  const terms = shuffle(
    [...registers.filter(([term]) => term !== ''), ...displacements.map(term => [term])],
    random,
  );
  const variant = terms
    .flatMap(group => group)
    .map(term => (term.startsWith('-') || term.startsWith('qword') ? term : wrap(term)))
    .map((term, n) =>
      term.startsWith('-')
        ? `${blank()}-${blank()}${term.slice(1)}`
        : `${n > 0 ? `${blank()}+${blank()}` : ''}${term}`,
    )
    .join('');
  return { address: address.replaceAll('+-', '-'), variant: `${blank()}${variant}${blank()}` };
}

function shuffle<T>(list: readonly T[], random: Random): readonly T[] {
  const rest = [...list];
  const result: T[] = [];
  while (rest.length > 0) result.push(...rest.splice(random(rest.length), 1));
  return result;
}

/** The code of each statement, in hexadecimal; or the message of its error. */
function codes(mode: Mode, statements: readonly string[]): readonly string[] {
  const types = [`.type T, t, ${mode === 'x64' ? 'r13' : 'ebx'}`];
  const text = [...types, ...statements].join('\n');
  const { unit, lines } = assembleLines(text, { file: 'f', arch: mode, lang: 'ts' });
  const { sections, globals, externs, signed, actions } = unit;
  const Dst = new State(
    actionList({
      format: FORMAT,
      arch: mode,
      sections,
      globals,
      externs,
      signed,
      actions,
      files: [],
      lines: [],
    }),
  );
  const puts = new Map(unit.items.flatMap(item => (item.kind === 'put' ? [[item.place.line, item]] : [])));
  const names = Object.keys(VALUES[mode]);
  return statements.map((_, n) => {
    const line = n + types.length;
    const put = puts.get(line + 1);
    const [error] = lines[line]?.errors ?? [];
    if (put === undefined) return error?.message ?? 'nothing';
    Dst.setup();
    const values = put.arguments.map(({ text: value }) =>
      // oxlint-disable-next-line typescript/no-implied-eval
      Number(new Function(...names, `return (${value})`)(...Object.values(VALUES[mode]))),
    );
    Dst.put(put.start, ...values);
    const code = new Uint8Array(Dst.link());
    Dst.encode(code, 0n);
    return Buffer.from(code).toString('hex');
  });
}

function statement(address: string): string {
  return `mov edx, [${address}]`;
}

test.each<Mode>(['x64', 'x86'])('%s: the order of terms and blanks do not matter', mode => {
  const pairs = Array.from({ length: COUNT }, (_, n) => randomAddress(mode, randomNumbers(FIRST_SEED + n)));
  const expected = codes(
    mode,
    pairs.map(({ address }) => statement(address)),
  );
  const found = codes(
    mode,
    pairs.map(({ variant }) => statement(variant)),
  );
  const failures = pairs.flatMap(({ address, variant }, n) =>
    found[n] === expected[n] && /^[\da-f]+$/.test(found[n] ?? '')
      ? []
      : [
          `ADDRESS_SEED=${FIRST_SEED + n} ADDRESS_COUNT=1: [${variant}]: ${found[n]}; [${address}]: ${expected[n]}`,
        ],
  );
  expect(failures.slice(0, 20)).toEqual([]);
});
