/** ARM64 processes: functions of C through the entry, and what the processor has. */
import { expect } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { dasm } from '../../src/exec/index.ts';
import { cLibrary, isArm64, isLinux, testIf } from './host.ts';

const test = testIf(isArm64 && isLinux, 'it runs on Linux on ARM64');

const at = (name: string): bigint => cLibrary.symbol(name) as bigint;
/** The number that `int *` points to. */
const number = (address: unknown): number => dasm.koffi().decode(address, 'int') as number;

test('functions of C: integers, floating point, texts, variable arguments', () => {
  expect(dasm.cast(at('abs'), 'int (int)')(-5)).toBe(5);
  expect(dasm.cast(at('strlen'), 'size_t (const char *)')('eleven char')).toBe(11n);
  expect(dasm.cast(at('ldexp'), 'double (double, int)')(0.75, 4)).toBe(12);
  const print = dasm.cast(at('snprintf'), 'int (char *, size_t, const char *, ...)');
  const text = Buffer.alloc(64);
  expect(
    print(
      text,
      64,
      '%d %.2f %s %lld',
      ['int', -7],
      ['double', 0.5],
      ['char *', 'text'],
      ['int64_t', 2n ** 40n],
    ),
  ).toBe(26);
  expect(text.toString('latin1', 0, 26)).toBe('-7 0.50 text 1099511627776');
});

test('a function of C that calls JavaScript, which calls others', () => {
  const sort = dasm.cast(
    at('qsort'),
    'void (int *, size_t, size_t, int (*compare)(const void *, const void *))',
  );
  const abs = dasm.cast(at('abs'), 'int (int)');
  const numbers = Int32Array.of(3, -1, -7, 2, 5);
  sort(numbers, numbers.length, 4, (a, b) => abs(number(a)) - abs(number(b)));
  expect([...numbers]).toEqual([-1, 2, 3, 5, -7]);
});

/** What Linux calls the features whose names it spells in another way. */
const LINUX_NAMES: Readonly<Record<string, string>> = {
  AdvSIMD: 'asimd',
  SHA256: 'sha2',
  LSE: 'atomics',
  FP16: 'fphp',
  RDM: 'asimdrdm',
  DPB: 'dcpop',
  DotProd: 'asimddp',
  FHM: 'asimdfhm',
  LSE2: 'uscat',
  LRCPC2: 'ilrcpc',
  PAuth: 'paca',
  DPB2: 'dcpodp',
  SVE_AES: 'sveaes',
  SVE_PMULL128: 'svepmull',
  SVE_BitPerm: 'svebitperm',
  SVE_SHA3: 'svesha3',
  SVE_SM4: 'svesm4',
  FRINTTS: 'frint',
  F32MM: 'svef32mm',
  F64MM: 'svef64mm',
  RNG: 'rng',
  MTE2: 'mte',
};

test('the features are those that Linux has found', () => {
  const [, flags = ''] = /^Features\s*: (.*)$/m.exec(readFileSync('/proc/cpuinfo', 'utf8')) ?? [];
  const found = new Set(flags.split(' '));
  const told = [...dasm.cpu.features].map(feature => {
    const name = feature.replace('FEAT_', '');
    return LINUX_NAMES[name] ?? name.toLowerCase();
  });
  expect(told.filter(name => !found.has(name))).toEqual([]);
  // Parts of SME and SVE, what concerns systems, and second names.
  expect(
    [...found].filter(
      name => !told.includes(name) && !/^sm[ei].|^sve.*|^(asimdhp|cpuid|bti|pacg)$/.test(name),
    ),
  ).toEqual([]);
});

test('names of features', () => {
  const { cpu } = dasm;
  expect(cpu.has('FEAT_FP')).toBe(true);
  expect(cpu.has('feat_advsimd')).toBe(true);
  expect([cpu.has('AVX2'), cpu.has('x86-64-v1'), cpu.level]).toEqual([false, false, undefined]);
  expect(() => cpu.has('FEAT_NONE')).toThrow(RangeError);
});
