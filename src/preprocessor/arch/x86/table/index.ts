/** The instruction table: all families, each a text. row.ts reads the lines, form.ts explains the columns. */
import { AVX } from './avx.ts';
import { AVX2 } from './avx2.ts';
import { BASE } from './base.ts';
import { BMI } from './bmi.ts';
import { FMA } from './fma.ts';
import { SSE } from './sse.ts';
import { SSE4 } from './sse4.ts';
import { X87 } from './x87.ts';

/** What each mnemonic can be for DynASM; rows of one mnemonic may stand in several families, and are tried in this order. */
export const TABLE: readonly string[] = [BASE, X87, SSE, SSE4, AVX, AVX2, FMA, BMI];

export { BEYOND } from './beyond.ts';
export { CONDITIONS } from './conditioncode.ts';
export { CORRECTIONS } from './correction.ts';
export { DEFECTS } from './defect.ts';
