/**
 * The features of this processor, as far as the system lets programs use them: `dasm.cpu`. `checkFeatures`
 * takes a state; throws if code has been put that this processor does not have.
 */
import {
  expandFeatures,
  findFeature,
  isFeature,
  LEVEL_NAMES,
  type Feature,
  type Level,
} from '../encoder/format/feature.ts';
import type { SourceLine } from '../encoder/format/status.ts';
import type { ActionList, State } from '../encoder/index.ts';
import { findPut } from '../encoder/inspection.ts';
import { ARM_FEATURES, readArmFeatures } from './armfeatures.ts';
import { readRegisters, type Register } from './cpuid.ts';
import { hostArch } from './process.ts';

/** The bits of XCR0 that say which registers the system saves: of AVX, AVX-512, AMX and APX. */
const [YMM, ZMM, TILES, EXTENDED] = [0x06, 0xe6, 0x6_0000, 0x8_0000];

/** Where CPUID shows a feature; `state`: bits of XCR0 that it needs, too. */
type Bit = readonly [feature: Feature, bit: number, state?: number];

/**
 * The registers of CPUID with the features in their bits: Intel's manual, volume 2, CPUID, and for leaf
 * 8000_0001h AMD's, volume 3, appendix E. XSAVE is OSXSAVE: without the system's consent it faults.
 */
// prettier-ignore
const REGISTERS: readonly (readonly [leaf: number, subleaf: number, register: Register, bits: readonly Bit[]])[] = [
  [1, 0, 'edx', [
    ['FPU', 0], ['TSC', 4], ['MSR', 5], ['CX8', 8], ['SEP', 11], ['CMOV', 15], ['CLFSH', 19], ['MMX', 23], ['FXSR', 24],
    ['SSE', 25], ['SSE2', 26],
  ]],
  [1, 0, 'ecx', [
    ['SSE3', 0], ['PCLMULQDQ', 1], ['MONITOR', 3], ['VMX', 5], ['SMX', 6], ['SSSE3', 9], ['FMA', 12, YMM], ['CMPXCHG16B', 13], ['SSE4.1', 19],
    ['SSE4.2', 20], ['MOVBE', 22], ['POPCNT', 23], ['AES', 25], ['XSAVE', 27], ['AVX', 28, YMM],
    ['F16C', 29, YMM], ['RDRAND', 30],
  ]],
  [7, 0, 'ebx', [
    ['FSGSBASE', 0], ['SGX', 2], ['BMI1', 3], ['AVX2', 5, YMM], ['BMI2', 8], ['INVPCID', 10], ['RTM', 11], ['MPX', 14], ['AVX512F', 16, ZMM],
    ['AVX512DQ', 17, ZMM], ['RDSEED', 18], ['ADX', 19], ['SMAP', 20], ['AVX512_IFMA', 21, ZMM], ['CLFLUSHOPT', 23],
    ['AVX512PF', 26, ZMM], ['AVX512ER', 27, ZMM], ['CLWB', 24], ['AVX512CD', 28, ZMM],
    ['SHA', 29], ['AVX512BW', 30, ZMM], ['AVX512VL', 31, ZMM],
  ]],
  [7, 0, 'ecx', [
    ['PREFETCHWT1', 0], ['AVX512_VBMI', 1, ZMM], ['OSPKE', 4], ['WAITPKG', 5], ['AVX512_VBMI2', 6, ZMM], ['CET_SS', 7], ['GFNI', 8], ['VAES', 9, YMM],
    ['VPCLMULQDQ', 10, YMM], ['AVX512_VNNI', 11, ZMM], ['AVX512_BITALG', 12, ZMM], ['AVX512_VPOPCNTDQ', 14, ZMM],
    ['RDPID', 22], ['KL', 23], ['MOVDIRI', 27], ['MOVDIR64B', 28], ['ENQCMD', 29],
  ]],
  [7, 0, 'edx', [
    ['AVX512_4VNNIW', 2, ZMM], ['AVX512_4FMAPS', 3, ZMM], ['UINTR', 5], ['AVX512_VP2INTERSECT', 8, ZMM],
    ['SERIALIZE', 14], ['TSXLDTRK', 16], ['PCONFIG', 18], ['AMX-BF16', 22, TILES], ['AVX512_FP16', 23, ZMM],
    ['AMX-TILE', 24, TILES], ['AMX-INT8', 25, TILES],
  ]],
  [7, 1, 'eax', [
    ['SHA512', 0, YMM], ['SM3', 1, YMM], ['SM4', 2, YMM], ['RAO-INT', 3], ['AVX-VNNI', 4, YMM],
    ['AVX512_BF16', 5, ZMM], ['CMPCCXADD', 7], ['FRED', 17], ['LKGS', 18], ['WRMSRNS', 19],
    ['AMX-FP16', 21, TILES], ['HRESET', 22], ['AVX-IFMA', 23, YMM], ['MSRLIST', 27], ['MOVRS', 31],
  ]],
  [7, 1, 'ebx', [['TSE', 1]]],
  [7, 1, 'ecx', [['MSR_IMM', 5]]],
  [7, 1, 'edx', [
    ['AVX-VNNI-INT8', 4, YMM], ['AVX-NE-CONVERT', 5, YMM], ['AMX-COMPLEX', 8, TILES], ['AVX-VNNI-INT16', 10, YMM],
    ['PREFETCHITI', 14], ['USER_MSR', 15], ['APX_F', 21, EXTENDED],
  ]],
  [0xd, 1, 'eax', [['XSAVEOPT', 0], ['XSAVEC', 1], ['XSAVES', 3]]],
  [0x14, 0, 'ebx', [['PTWRITE', 4]]],
  [0x19, 0, 'ebx', [['AESKLE', 0], ['WIDE_KL', 2]]],
  [0x1e, 1, 'eax', [['AMX-FP8', 4, TILES], ['AMX-AVX512', 7, TILES | ZMM], ['AMX-MOVRS', 8, TILES]]],
  [0x8000_0001, 0, 'ecx', [
    ['LAHF-SAHF', 0], ['SVM', 2], ['LZCNT', 5], ['SSE4A', 6], ['PREFETCHW', 8], ['XOP', 11, YMM], ['SKINIT', 12],
    ['LWP', 15], ['FMA4', 16, YMM], ['TBM', 21], ['MONITORX', 29],
  ]],
  [0x8000_0001, 0, 'edx', [['SYSCALL', 11], ['RDTSCP', 27], ['3DNOWEXT', 30], ['3DNOW', 31]]],
  [0x8000_0008, 0, 'ebx', [
    ['CLZERO', 0], ['INVLPGB', 3], ['RDPRU', 4], ['RMPQUERY', 6], ['MCOMMIT', 8], ['WBNOINVD', 9],
  ]],
  [0x8000_001f, 0, 'eax', [['SEV-ES', 3], ['SEV-SNP', 4], ['RMPREAD', 21]]],
  [0x8000_0021, 0, 'eax', [['AVX512_BMM', 23, ZMM]]],
];

/** The leaf whose ebx has the version of AVX10 in its lowest byte. Each has what those before it have. */
const AVX10_LEAF = 0x24;
const AVX10_VERSIONS = ['AVX10.1', 'AVX10.2'] as const satisfies readonly Feature[];

const OSXSAVE = 1 << 27;

/** A feature of ARM64, by the name of Arm's manual. */
export type ArmFeature = `FEAT_${string}`;

/** Asks the processor, or on ARM64 the system; other processors have no features. */
function readFeatures(): ReadonlySet<Feature | ArmFeature> {
  if (hostArch === undefined) return new Set();
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return hostArch === 'arm64' ? (readArmFeatures() as ReadonlySet<ArmFeature>) : readX86Features(hostArch);
}

function readX86Features(hostArch: 'x64' | 'x86'): ReadonlySet<Feature> {
  const features = new Set<Feature>();
  // A leaf that a processor does not have would give the values of another one.
  const [most = 0, mostExtended = 0, basic = 0, subleaves = 0] = readRegisters(hostArch, [
    [0, 0, 'eax'],
    [0x8000_0000, 0, 'eax'],
    [1, 0, 'ecx'],
    [7, 0, 'eax'],
  ]);
  const known = REGISTERS.filter(
    ([leaf, subleaf]) =>
      leaf <= (leaf < 0x8000_0000 ? most : mostExtended) && (leaf !== 7 || subleaf <= subleaves),
  );
  const hasState = (basic & OSXSAVE) !== 0;
  const values = readRegisters(hostArch, [
    ...known.map(([leaf, subleaf, register]) => [leaf, subleaf, register] as const),
    [most < AVX10_LEAF ? 0 : AVX10_LEAF, 0, 'ebx'],
    ...(hasState ? (['xcr0'] as const) : []),
  ]);
  const saved = hasState ? (values.at(-1) ?? 0) : 0;
  for (const [index, [, , , bits]] of known.entries()) {
    for (const [feature, bit, state = 0] of bits) {
      if ((((values[index] ?? 0) >>> bit) & 1) === 1 && (saved & state) === state) features.add(feature);
    }
  }
  const version = most < AVX10_LEAF ? 0 : (values[known.length] ?? 0) & 0xff;
  if ((saved & ZMM) === ZMM) for (const name of AVX10_VERSIONS.slice(0, version)) features.add(name);
  return features;
}

/** The processor that this process runs on. */
export interface Processor {
  /**
   * Its features, by the names of Intel's or Arm's manual; on ARM64 those that the system tells of. Empty on
   * other processors.
   */
  readonly features: ReadonlySet<Feature | ArmFeature>;
  /** The highest level of x86-64 whose features it has all. */
  readonly level: Level | undefined;
  /**
   * Whether it has a feature or all features of a level. The name may be written in lower case.
   * @throws {RangeError} there is no feature of that name
   */
  has(name: Feature | Lowercase<Feature> | Level | ArmFeature | Lowercase<ArmFeature>): boolean;
}

/** Read on first use. */
let known: ReadonlySet<Feature | ArmFeature> | undefined;

/** This processor. It is asked on first use, which loads koffi. */
export const cpu: Processor = {
  get features() {
    return (known ??= readFeatures());
  },
  get level() {
    return LEVEL_NAMES.findLast(level => cpu.has(level));
  },
  has(name) {
    // Hosts without types can pass anything.
    const given: unknown = name;
    const armFeature = findArmFeature(String(given));
    if (armFeature !== undefined) return cpu.features.has(armFeature);
    const feature = findFeature(String(given));
    if (feature === undefined) throw new RangeError(`dasm.cpu.has: there is no feature ${name}`);
    if (isFeature(feature)) return cpu.features.has(feature);
    return [...expandFeatures([feature])].every(each => cpu.features.has(each));
  },
};

function findArmFeature(name: string): ArmFeature | undefined {
  const wanted = name.toLowerCase();
  const found = [...ARM_FEATURES].find(each => each.toLowerCase() === wanted);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return found as ArmFeature | undefined;
}

/** Code has been put that this processor does not have. */
export class ProcessorError extends Error {
  /** The features that the processor lacks. */
  readonly missing: readonly string[];
  /** The source line of the first instruction that needs one of them. */
  readonly source: SourceLine | undefined;

  constructor(missing: readonly string[], source: SourceLine | undefined) {
    const place = source ? `${source.file}:${source.line}: ` : '';
    super(
      `${place}the code needs ${missing.join(' and ')}, which this processor does not have: ` +
        `put it only if dasm.cpu.has('${missing[0]}')`,
    );
    this.name = 'ProcessorError';
    this.missing = missing;
    this.source = source;
  }
}

/** What a chunk needs that the processor does not have, and the first action that needs it. */
interface Lack {
  readonly missing: string[];
  offset: number;
}

/** For each list the chunks that cannot run here. */
const lacking = new WeakMap<ActionList, ReadonlyMap<number, Lack>>();

function findLacking(list: ActionList): ReadonlyMap<number, Lack> {
  const chunks = new Map<number, Lack>();
  for (const [name, pairs] of Object.entries(list.features)) {
    if (isFeature(name) && cpu.features.has(name)) continue;
    for (let index = 0; index < pairs.length; index += 2) {
      const [chunk = 0, offset = 0] = pairs.slice(index, index + 2);
      const lack = chunks.get(chunk);
      if (lack === undefined) chunks.set(chunk, { missing: [name], offset });
      else {
        lack.missing.push(name);
        lack.offset = Math.min(lack.offset, offset);
      }
    }
  }
  return chunks;
}

/** @throws {ProcessorError} if code has been put that needs a feature which this processor does not have */
export function checkFeatures(state: State): void {
  const { list } = state;
  let chunks = lacking.get(list);
  if (chunks === undefined) lacking.set(list, (chunks = findLacking(list)));
  if (chunks.size === 0) return;
  const lack = chunks.get(findPut(state, chunks) ?? -1);
  if (lack !== undefined) throw new ProcessorError(lack.missing, list.sourceOf(lack.offset));
}
