/** All parts of the instruction table, in the order in which their rows are tried. */
import { ADVANCED_SIMD } from './advancedsimd.ts';
import { BRANCH } from './branching.ts';
import { DATA_PROCESSING } from './dataprocessing.ts';
import { FLOATING_POINT } from './scalarfloat.ts';
import { LOAD_STORE } from './loadstore.ts';
import { ARMV9 } from './armv9.ts';
import { STRUCTURE } from './structure.ts';

export const TABLES: readonly string[] = [
  DATA_PROCESSING,
  LOAD_STORE,
  BRANCH,
  FLOATING_POINT,
  ADVANCED_SIMD,
  STRUCTURE,
  ARMV9,
];
