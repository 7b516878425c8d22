/** `dasm.cpu`, and what `build` says of code that the processor does not have. */
import { expect, test } from '@jest/globals';
import { existsSync, readFileSync } from 'node:fs';
import { actionList } from '../../src/encoder/index.ts';
import { FEATURES } from '../../src/encoder/format/feature.ts';
import { ACTIONS, STATEMENTS } from '../../src/exec/cpuid.ts';
import { dasm, ProcessorError } from '../../src/exec/index.ts';
import { assembleLines } from '../../src/preprocessor/index.ts';
import { hostArch } from '../../src/exec/process.ts';
import { hex } from './machinecode.ts';

const arch = hostArch === 'x86' ? 'x86' : 'x64';
const CPUINFO = '/proc/cpuinfo';
const isHere = hostArch === 'x64' || hostArch === 'x86';
// An emulator of x86 shows the processor that it runs on, not the one that it is.
const hasCpuinfo = process.arch === 'x64' && existsSync(CPUINFO);

/** What Linux calls the features whose names it spells in another way. */
const LINUX_NAMES: Readonly<Record<string, string>> = {
  CLFSH: 'clflush',
  SSE3: 'pni',
  CMPXCHG16B: 'cx16',
  'SSE4.1': 'sse4_1',
  'SSE4.2': 'sse4_2',
  LZCNT: 'abm',
  'LAHF-SAHF': 'lahf_lm',
  SHA: 'sha_ni',
  'AVX-VNNI': 'avx_vnni',
  PREFETCHW: '3dnowprefetch',
  AVX512_IFMA: 'avx512ifma',
  AVX512_VBMI: 'avx512vbmi',
  'AMX-TILE': 'amx_tile',
  'AMX-INT8': 'amx_int8',
  'AMX-BF16': 'amx_bf16',
  'AMX-FP16': 'amx_fp16',
  'AMX-COMPLEX': 'amx_complex',
  'AVX-IFMA': 'avx_ifma',
};
/** Those that Linux does not show, or only if a program can use them. */
const NOT_SHOWN = new Set([
  'CET_SS',
  'PREFETCHITI',
  'PTWRITE',
  'UINTR',
  'SGX',
  'KL',
  'AESKLE',
  'WIDE_KL',
  'RAO-INT',
  'TSE',
  'HRESET',
  'AVX10.1',
  'AVX10.2',
  'MOVRS',
  'APX_F',
  'AMX-FP8',
  'AMX-AVX512',
  'AMX-MOVRS',
  'AVX512_BMM',
  'MSR_IMM',
  'RMPREAD',
  'USER_MSR',
]);

(hasCpuinfo ? test : test.skip)('the features are those that Linux has found', () => {
  const [, flags = ''] = /^flags\s*: (.*)$/m.exec(readFileSync(CPUINFO, 'utf8')) ?? [];
  const found = new Set(flags.split(' '));
  const differences = FEATURES.filter(
    feature =>
      !NOT_SHOWN.has(feature) &&
      dasm.cpu.has(feature) !== found.has(LINUX_NAMES[feature] ?? feature.toLowerCase()),
  );
  expect(differences).toEqual([]);
});

(isHere ? test : test.skip)('levels, names in lower case, and names that there are not', () => {
  const { cpu } = dasm;
  expect(cpu.has('x86-64-v1')).toBe(true);
  expect(cpu.features.has('SSE2')).toBe(true);
  expect(cpu.has('sse4.1')).toBe(cpu.has('SSE4.1'));
  expect(cpu.level).toMatch(/^x86-64-v[1-4]$/);
  expect(cpu.has('x86-64-v3')).toBe((cpu.level ?? '') >= 'x86-64-v3');
  expect(() => cpu.has('avx3' as 'avx')).toThrow(new RangeError('dasm.cpu.has: there is no feature avx3'));
  expect(() => cpu.has(undefined as never)).toThrow(RangeError);
});

test.each(['x64', 'x86'] as const)(
  '%s: the code that asks the processor is what its statements say',
  arch => {
    const text = arch === 'x64' ? STATEMENTS : STATEMENTS.map(each => each.replaceAll('rbx', 'ebx'));
    const { unit, diagnostics } = assembleLines(text.join('\n'), { file: 'f', arch, lang: 'ts' });
    expect([unit.actions, diagnostics]).toEqual([ACTIONS, []]);
  },
);

// `mov eax, 7; ret` behind what needs a feature: nothing, and two that no processor has.
const RETURN = hex('b807000000 c3');
const actions = actionList({
  format: 1,
  arch,
  actions: [...RETURN, 255, ...hex('90'), ...RETURN, 255, ...RETURN, 255],
  features: { FPU: [0, 0], AVX99: [7, 8], AES9: [7, 7, 15, 15] },
  files: ['f.dast'],
  lines: [0, 0, 3, 7, 0, 5, 8, 0, 6, 15, 0, 9],
});

(isHere ? test : test.skip)('build names what is missing, with the line, only where it has been put', () => {
  const built = (...chunks: number[]) => {
    const Dst = dasm.new(actions);
    for (const chunk of chunks) Dst.put(chunk);
    return Dst.build();
  };
  expect(built(0).cast('int ()')()).toBe(7);
  let thrown: unknown;
  try {
    built(0, 7);
  } catch (error) {
    thrown = error;
  }
  expect(thrown).toBeInstanceOf(ProcessorError);
  expect(thrown).toMatchObject({
    message:
      "f.dast:5: the code needs AVX99 and AES9, which this processor does not have: put it only if dasm.cpu.has('AVX99')",
    missing: ['AVX99', 'AES9'],
    source: { file: 'f.dast', line: 5 },
  });
  expect(() => built(15)).toThrow('f.dast:9: the code needs AES9');
  // A state that starts anew has put nothing.
  const Dst = dasm.new(actions);
  Dst.put(7);
  Dst.setup();
  Dst.put(0);
  expect(Dst.build().cast('int ()')()).toBe(7);
});

test.each([
  [{ AVX: [0] }, 'features.AVX has not pairs (chunk, offset)'],
  [{ AVX: [0, 99] }, 'features.AVX[1] is 99, expected an offset in the actions'],
  [{ AVX: 1 as never }, 'features.AVX is not an array'],
  [1 as never, 'features is not an object of offsets by feature'],
])('a list with the features %j is wrong', (features, message) => {
  expect(() => actionList({ format: 1, arch: 'x64', actions: [255], features })).toThrow(message);
});
