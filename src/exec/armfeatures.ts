/**
 * The features of an ARM64 processor, by the names of Arm's manual ("Arm Architecture Reference Manual for
 * A-profile architecture", A2), as the system tells of them. `readArmFeatures` returns those that there are.
 */
import { koffi } from './koffi.ts';
import { libraries } from './library.ts';
import { isMacos, isWindows } from './process.ts';

/** getauxval(3) takes it. */
const AT_HWCAP = 16;
const AT_HWCAP2 = 26;

/** A bit of Linux' hwcap, or a number for `IsProcessorFeaturePresent`, and the features behind it. */
type Told = readonly [number: number, ...features: string[]];

/** asm/hwcap.h of Linux for arm64, and Documentation/arch/arm64/elf_hwcaps.rst. */
// prettier-ignore
const HWCAP: readonly Told[] = [
  [0, 'FEAT_FP'], [1, 'FEAT_AdvSIMD'], [3, 'FEAT_AES'], [4, 'FEAT_PMULL'], [5, 'FEAT_SHA1'], [6, 'FEAT_SHA256'],
  [7, 'FEAT_CRC32'], [8, 'FEAT_LSE'], [9, 'FEAT_FP16'], [12, 'FEAT_RDM'], [13, 'FEAT_JSCVT'], [14, 'FEAT_FCMA'],
  [15, 'FEAT_LRCPC'], [16, 'FEAT_DPB'], [17, 'FEAT_SHA3'], [18, 'FEAT_SM3'], [19, 'FEAT_SM4'], [20, 'FEAT_DotProd'],
  [21, 'FEAT_SHA512'], [22, 'FEAT_SVE'], [23, 'FEAT_FHM'], [24, 'FEAT_DIT'], [25, 'FEAT_LSE2'], [26, 'FEAT_LRCPC2'],
  [27, 'FEAT_FlagM'], [28, 'FEAT_SSBS'], [29, 'FEAT_SB'], [30, 'FEAT_PAuth'], [32, 'FEAT_GCS'],
];
// prettier-ignore
const HWCAP2: readonly Told[] = [
  [0, 'FEAT_DPB2'], [1, 'FEAT_SVE2'], [2, 'FEAT_SVE_AES'], [3, 'FEAT_SVE_PMULL128'], [4, 'FEAT_SVE_BitPerm'],
  [5, 'FEAT_SVE_SHA3'], [6, 'FEAT_SVE_SM4'], [7, 'FEAT_FlagM2'], [8, 'FEAT_FRINTTS'], [10, 'FEAT_F32MM'],
  [11, 'FEAT_F64MM'], [13, 'FEAT_I8MM'], [14, 'FEAT_BF16'], [16, 'FEAT_RNG'], [18, 'FEAT_MTE', 'FEAT_MTE2'],
  [22, 'FEAT_MTE3'], [23, 'FEAT_SME'], [31, 'FEAT_WFxT'], [32, 'FEAT_EBF16'], [34, 'FEAT_CSSC'],
  [36, 'FEAT_SVE2p1'], [37, 'FEAT_SME2'], [38, 'FEAT_SME2p1'], [43, 'FEAT_MOPS'], [44, 'FEAT_HBC'],
  [45, 'FEAT_SVE_B16B16'], [46, 'FEAT_LRCPC3'], [47, 'FEAT_LSE128'], [49, 'FEAT_LUT'], [50, 'FEAT_FAMINMAX'],
];

/** winnt.h: PF_ARM_…. */
// prettier-ignore
const WINDOWS: readonly Told[] = [
  [18, 'FEAT_FP'], [19, 'FEAT_AdvSIMD'], [30, 'FEAT_AES', 'FEAT_PMULL', 'FEAT_SHA1', 'FEAT_SHA256'], [31, 'FEAT_CRC32'],
  [34, 'FEAT_LSE'], [43, 'FEAT_DotProd'], [44, 'FEAT_JSCVT'], [45, 'FEAT_LRCPC'], [46, 'FEAT_SVE'], [47, 'FEAT_SVE2'],
  [48, 'FEAT_SVE2p1'], [49, 'FEAT_SVE_AES'], [50, 'FEAT_SVE_PMULL128'], [51, 'FEAT_SVE_BitPerm'],
  [55, 'FEAT_SVE_SHA3'], [56, 'FEAT_SVE_SM4'], [58, 'FEAT_F32MM'], [59, 'FEAT_F64MM'],
];

/** All that have a name here. */
export const ARM_FEATURES: ReadonlySet<string> = new Set(
  [...HWCAP, ...HWCAP2, ...WINDOWS].flatMap(([, ...features]) => features),
);

/** @throws {Error} if the system cannot be asked */
export function readArmFeatures(): ReadonlySet<string> {
  return new Set(isWindows ? readWindows() : isMacos ? readMacos() : readLinux());
}

function readLinux(): readonly string[] {
  const [library] = libraries();
  const getauxval: ((kind: number) => number | bigint) | undefined = library?.func(
    'unsigned long getauxval(unsigned long)',
  );
  const bits = [AT_HWCAP, AT_HWCAP2].map(kind => BigInt(getauxval?.(kind) ?? 0));
  return [HWCAP, HWCAP2].flatMap((table, index) =>
    table.flatMap(([bit, ...features]) =>
      (((bits[index] ?? 0n) >> BigInt(bit)) & 1n) === 1n ? features : [],
    ),
  );
}

/** It has the manual's names: sysctl(3), `hw.optional.arm`. */
function readMacos(): readonly string[] {
  const [library] = libraries();
  type Sysctl = (name: string, to: Int32Array, size: BigUint64Array, from: null, fromSize: number) => number;
  const sysctl: Sysctl | undefined = library?.func(
    'int sysctlbyname(const char *, void *, void *, void *, size_t)',
  );
  return [...ARM_FEATURES].filter(feature => {
    const value = new Int32Array(1);
    const name =
      feature === 'FEAT_AdvSIMD' ? 'AdvSIMD' : feature === 'FEAT_FP' ? 'floatingpoint' : `arm.${feature}`;
    const failed = sysctl?.(`hw.optional.${name}`, value, BigUint64Array.of(4n), null, 0) ?? -1;
    return failed === 0 && value[0] === 1;
  });
}

function readWindows(): readonly string[] {
  const isPresent: (feature: number) => number = koffi()
    .load('kernel32.dll')
    .func('int __stdcall IsProcessorFeaturePresent(uint32_t)');
  return WINDOWS.flatMap(([number, ...features]) => (isPresent(number) === 0 ? [] : features));
}
