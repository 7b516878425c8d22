/**
 * The tables of instruction forms, as texts. notation.ts explains their columns, instructiontable.ts reads
 * their lines.
 */
import { ADDED } from './addition.ts';
import { AMD } from './amd.ts';
import { AMX } from './amx.ts';
import { AVX } from './avx.ts';
import { AVX2 } from './avx2.ts';
import { AVX_LATER } from './avxlater.ts';
import { AVX10 } from './avx10.ts';
import { AVX512_BWDQ } from './avx512bwdq.ts';
import { AVX512F } from './avx512f.ts';
import { AVX512_FP16 } from './avx512fp16.ts';
import { AVX512_VECTOR } from './avx512vector.ts';
import { BASE } from './base.ts';
import { BMI } from './bmi.ts';
import { FMA } from './fma.ts';
import { HISTORIC } from './historic.ts';
import { MMX } from './mmx.ts';
import { PSEUDO } from './pseudo.ts';
import { RECENT } from './recent.ts';
import { SSE } from './sse.ts';
import { SSE4 } from './sse4.ts';
import { SYSTEM } from './system.ts';
import { USER } from './user.ts';
import { X87 } from './x87.ts';

/**
 * What DynASM knows, by family. A mnemonic may have rows in several families: they are tried in this order.
 */
export const FAMILIES: readonly string[] = [BASE, X87, SSE, SSE4, AVX, AVX2, FMA, BMI];

/** What DynASM does not know. */
export const ADDITIONS: readonly string[] = [
  ADDED,
  AVX_LATER,
  AVX512F,
  AVX512_BWDQ,
  AVX512_VECTOR,
  AVX512_FP16,
  AVX10,
  RECENT,
  AMX,
  MMX,
  USER,
  SYSTEM,
  AMD,
  HISTORIC,
  PSEUDO,
];

export { APX } from './apx.ts';
export { CONDITIONS, SOURCE_CONDITIONS } from './conditioncode.ts';
export { PREDICATES } from './predicate.ts';
export { CORRECTIONS } from './correction.ts';
export { DEFECTS } from './defect.ts';
