// Machine code of direct calls on x64: the entry, which calls code with what JavaScript has left in memory.
//
// directentry.ts is what the translator makes of this file: npm run pretranslate.
import type { State } from '../../encoder/index.ts';
import { Area } from './area.ts';

import * as $dasm from '../../encoder/index.ts';
const actions = $dasm.actionList({
  format: 1, arch: 'x64', id: 'directentry.dast#dde03497',
  sections: [],
  globals: [],
  externs: [],
  signed: [63],
  moving: [],
  files: ['directentry.dast'],
  sources: [4228219420],
  lines: [
    0, 0, 26, 1, 0, 27, 4, 0, 28, 8, 0, 29, 12, 0, 30, 16, 0, 31, 21, 0, 32, 25, 0, 33, 28, 0, 34,
    31, 0, 35, 33, 0, 36, 37, 0, 37, 40, 0, 39, 48, 0, 42, 59, 0, 45, 65, 0, 47, 70, 0, 48,
    74, 0, 49, 78, 0, 50, 82, 0, 51, 86, 0, 52, 92, 0, 53, 96, 0, 54, 101, 0, 55, 104, 0, 56,
    105, 0, 57, 106, 0, 58, 108, 0, 59, 114, 0, 60, 117, 0, 61, 121, 0, 62, 124, 0, 63,
  ],
  actions: [
    85, 72, 137, 229, 72, 184, 237, 237, 73, 187, 237, 237, 65, 252, 255, 51, 72, 131, 252, 236, 8,
    76, 139, 144, 233, 77, 137, 19, 139, 136, 233, 133, 201, 15, 133, 244, 248, 248, 1, 255, 72,
    139, 128, 253, 240, 131, 233, 255, 252, 242, 64, 15, 16, 128, 253, 240, 140, 233, 255, 72, 129,
    252, 236, 239, 255, 184, 8, 0, 0, 0, 73, 187, 237, 237, 65, 252, 255, 211, 72, 185, 237, 237,
    72, 137, 129, 233, 252, 242, 15, 17, 129, 233, 73, 187, 237, 237, 72, 139, 69, 252, 248, 73,
    137, 3, 201, 195, 248, 2, 252, 255, 180, 253, 200, 233, 252, 255, 201, 15, 133, 244, 2, 137,
    136, 233, 252, 233, 244, 1, 255,
  ],
});
export { actions };

/** What the entry must know. */
export interface DirectEntry {
  /** The address of the memory that area.ts describes. */
  readonly area: bigint;
  /** The entry of all calls, which guards them, and its cell. */
  readonly entry: bigint;
  readonly cell: bigint;
  /** The registers of arguments: numbers for integers, how many for floating-point numbers. */
  readonly integers: readonly number[];
  readonly floats: number;
  readonly shadow: number;
}

/** All registers are loaded, whatever the prototype is: that takes less time than to find out. */
export function putDirectEntry(Dst: State, { area, entry, cell, integers, floats, shadow }: DirectEntry): void {
  actions.on(Dst).put(0, Dst.low(Dst.address(area)), Dst.high(), Dst.low(Dst.address(cell)), Dst.high(), Area.TARGET, Area.STACK);
  for (const [index, register] of integers.entries()) {
    actions.on(Dst).put(40, register, Area.INTEGERS+8*index);
  }
  for (let index = 0; index < floats; index++) {
    actions.on(Dst).put(48, index, Area.FLOATS+8*index);
  }
  if (shadow > 0) {
    actions.on(Dst).put(59, shadow);
  }
  actions.on(Dst).put(65, Dst.low(Dst.address(entry)), Dst.high(), Dst.low(Dst.address(area)), Dst.high(), Area.RESULT, Area.FLOAT_RESULT, Dst.low(Dst.address(cell)), Dst.high(), Area.WORDS-8, Area.STACK);
}
