/**
 * Features of processors, by the names of Intel's manual (volume 2, CPUID): which there are, which others
 * each one brings, and the levels of x86-64. `expandFeatures` takes names; returns all features that they
 * stand for.
 */

/** For each feature those that every processor with it has, too. */
const BROUGHT = {
  FPU: [],
  TSC: [],
  CX8: [],
  SEP: [],
  SYSCALL: [],
  CMOV: [],
  CLFSH: [],
  MMX: ['FPU'],
  FXSR: ['FPU'],
  SSE: ['FXSR', 'MMX'],
  SSE2: ['SSE', 'CLFSH'],
  SSE3: ['SSE2'],
  SSSE3: ['SSE3'],
  'SSE4.1': ['SSSE3'],
  'SSE4.2': ['SSE4.1'],
  SSE4A: ['SSE3'],
  POPCNT: [],
  LZCNT: [],
  BMI1: [],
  BMI2: [],
  ADX: [],
  MOVBE: [],
  CMPXCHG16B: ['CX8'],
  'LAHF-SAHF': [],
  AES: ['SSE2'],
  PCLMULQDQ: ['SSE2'],
  SHA: ['SSSE3'],
  GFNI: ['SSE2'],
  XSAVE: [],
  XSAVEOPT: ['XSAVE'],
  XSAVEC: ['XSAVE'],
  AVX: ['SSE4.2', 'XSAVE'],
  F16C: ['AVX'],
  FMA: ['AVX'],
  AVX2: ['AVX'],
  VAES: ['AES', 'AVX'],
  VPCLMULQDQ: ['PCLMULQDQ', 'AVX'],
  'AVX-VNNI': ['AVX2'],
  AVX512F: ['AVX2', 'FMA', 'F16C'],
  AVX512BW: ['AVX512F'],
  AVX512CD: ['AVX512F'],
  AVX512DQ: ['AVX512F'],
  AVX512VL: ['AVX512F'],
  AVX512_IFMA: ['AVX512F'],
  AVX512_VBMI: ['AVX512BW'],
  AVX512_VBMI2: ['AVX512BW'],
  AVX512_VNNI: ['AVX512F'],
  AVX512_BITALG: ['AVX512BW'],
  AVX512_VPOPCNTDQ: ['AVX512F'],
  AVX512_BF16: ['AVX512BW'],
  AVX512_VP2INTERSECT: ['AVX512F'],
  AVX512_FP16: ['AVX512BW'],
  AVX512_BMM: ['AVX512BW'],
  AVX512ER: ['AVX512F'],
  AVX512PF: ['AVX512F'],
  AVX512_4FMAPS: ['AVX512F'],
  AVX512_4VNNIW: ['AVX512F'],
  'AVX10.1': [
    'AVX512CD',
    'AVX512DQ',
    'AVX512VL',
    'AVX512_IFMA',
    'AVX512_VBMI',
    'AVX512_VBMI2',
    'AVX512_VNNI',
    'AVX512_BITALG',
    'AVX512_VPOPCNTDQ',
    'AVX512_BF16',
    'AVX512_FP16',
    'GFNI',
    'VAES',
    'VPCLMULQDQ',
  ],
  'AVX10.2': ['AVX10.1'],
  APX_F: [],
  RDTSCP: ['TSC'],
  RDRAND: [],
  RDSEED: [],
  RDPID: [],
  FSGSBASE: [],
  OSPKE: [],
  CET_SS: [],
  PREFETCHW: [],
  CLFLUSHOPT: ['CLFSH'],
  CLWB: ['CLFSH'],
  RTM: [],
  'AVX-IFMA': ['AVX2'],
  'AVX-VNNI-INT8': ['AVX2'],
  'AVX-VNNI-INT16': ['AVX2'],
  'AVX-NE-CONVERT': ['AVX2'],
  SHA512: ['AVX2'],
  SM3: ['AVX'],
  SM4: ['AVX2'],
  CMPCCXADD: [],
  'RAO-INT': [],
  'AMX-TILE': [],
  'AMX-INT8': ['AMX-TILE'],
  'AMX-BF16': ['AMX-TILE'],
  'AMX-FP16': ['AMX-TILE'],
  'AMX-COMPLEX': ['AMX-TILE'],
  'AMX-FP8': ['AMX-TILE'],
  'AMX-AVX512': ['AMX-TILE', 'AVX10.2'],
  'AMX-MOVRS': ['AMX-TILE'],
  MOVDIRI: [],
  MOVRS: [],
  MOVDIR64B: [],
  ENQCMD: [],
  WAITPKG: [],
  PTWRITE: [],
  UINTR: [],
  AESKLE: ['SSE2'],
  WIDE_KL: ['AESKLE'],
  KL: ['SSE2'],
  HRESET: [],
  SERIALIZE: [],
  TSXLDTRK: [],
  PREFETCHITI: [],
  PREFETCHWT1: [],
  TSE: [],
  XSAVES: ['XSAVEC'],
  MPX: [],
  WBNOINVD: [],
  '3DNOW': ['MMX'],
  '3DNOWEXT': ['3DNOW'],
  XOP: ['AVX'],
  FMA4: ['AVX'],
  TBM: [],
  LWP: [],
  MONITOR: [],
  MONITORX: [],
  CLZERO: [],
  RDPRU: [],
  MCOMMIT: [],
  MSR: [],
  SMAP: [],
  INVPCID: [],
  VMX: [],
  INVEPT: ['VMX'],
  INVVPID: ['VMX'],
  SMX: [],
  SVM: [],
  SKINIT: [],
  'SEV-ES': [],
  'SEV-SNP': [],
  INVLPGB: [],
  RMPQUERY: [],
  RMPREAD: [],
  SGX: [],
  OSS: [],
  PCONFIG: [],
  SMM: [],
  TDX: [],
  LKGS: [],
  FRED: [],
  WRMSRNS: [],
  MSRLIST: [],
  MSR_IMM: [],
  USER_MSR: [],
  UDBG: [],
  PCOMMIT: [],
  PADLOCK_RNG: [],
  PADLOCK_ACE: [],
  PADLOCK_PHE: [],
  PADLOCK_PMM: [],
  PADLOCK_GMI: [],
  UMOV: [],
  IA64: [],
  CL1INVMB: [],
  CENTAUR_AIS: [],
  INTEL286_ONLY: [],
  INTEL386_ONLY: [],
  INTEL386_A0_ONLY: [],
  INTEL386_486_ONLY: [],
  INTEL486_A_ONLY: [],
} as const satisfies Record<string, readonly string[]>;

/** The name of a processor feature. */
export type Feature = keyof typeof BROUGHT;

export const FEATURES = Object.keys(BROUGHT) as readonly Feature[];

/**
 * The levels, each of which has the features of those before it: table 3.1 of "System V Application Binary
 * Interface, AMD64 Architecture Processor Supplement". Without its SCE (SYSCALL), which Intel's processors do
 * not report to code of 32 bits.
 */
const LEVELS = {
  'x86-64-v1': ['FPU', 'CX8', 'CMOV', 'MMX', 'FXSR', 'SSE', 'SSE2'],
  'x86-64-v2': ['CMPXCHG16B', 'LAHF-SAHF', 'POPCNT', 'SSE4.2'],
  'x86-64-v3': ['AVX', 'AVX2', 'BMI1', 'BMI2', 'F16C', 'FMA', 'LZCNT', 'MOVBE'],
  'x86-64-v4': ['AVX512F', 'AVX512BW', 'AVX512CD', 'AVX512DQ', 'AVX512VL'],
} as const satisfies Record<string, readonly Feature[]>;

/** The name of a level of x86-64. */
export type Level = keyof typeof LEVELS;

export const LEVEL_NAMES = Object.keys(LEVELS) as readonly Level[];

/** What all processors have that run code of an architecture, apart from what needs no feature (BASE). */
const BASELINES: Readonly<Record<'x64' | 'x86', readonly (Feature | Level)[]>> = {
  x64: ['x86-64-v1', 'SYSCALL', 'SEP', 'TSC'],
  x86: ['FPU', 'TSC', 'CX8'],
};

/** Names without what is not a letter or digit, in lower case: `sse4_1` is SSE4.1. */
const simple = (name: string): string => name.toLowerCase().replaceAll(/[^a-z0-9]/g, '');

/** The feature or level that a name means; undefined if there is none. */
export function findFeature(name: string): Feature | Level | undefined {
  const wanted = simple(name);
  return [...LEVEL_NAMES, ...FEATURES].find(each => simple(each) === wanted);
}

function isLevel(name: Feature | Level): name is Level {
  return Object.hasOwn(LEVELS, name);
}

/** All features that these features and levels bring. */
export function expandFeatures(names: Iterable<Feature | Level>): Set<Feature> {
  const all = new Set<Feature>();
  const add = (name: Feature): void => {
    if (all.has(name)) return;
    all.add(name);
    BROUGHT[name].forEach(add);
  };
  for (const name of names) {
    if (isLevel(name)) {
      for (const level of LEVEL_NAMES.slice(0, LEVEL_NAMES.indexOf(name) + 1)) LEVELS[level].forEach(add);
    } else add(name);
  }
  return all;
}

/** The features that every processor has that runs code of an architecture. */
export function baseline(arch: 'x64' | 'x86'): ReadonlySet<Feature> {
  return expandFeatures(BASELINES[arch]);
}

/** The heading of rows that need no feature. */
export const BASE = 'BASE';

/**
 * The features of a heading of the instruction table that go beyond a set; undefined if there are none.
 * @throws {SyntaxError} the heading has a name that is no feature
 */
export function featuresBeyond(heading: string, set: ReadonlySet<Feature>): readonly Feature[] | undefined {
  if (heading === BASE) return undefined;
  const beyond = heading.split(' ').filter(name => {
    if (!isFeature(name)) throw new SyntaxError(`there is no feature ${name}`);
    return !set.has(name);
  });
  return beyond.length === 0 ? undefined : (beyond as Feature[]);
}

export function isFeature(name: string): name is Feature {
  return Object.hasOwn(BROUGHT, name);
}
