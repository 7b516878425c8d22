// Machine code of direct calls on x64: the entry, which calls code with what JavaScript has left in memory,
// and the function that makes the entry a function of JavaScript's, through Node-API.
//
// directentry.ts is what the translator makes of this file: npm run pretranslate.
import type { State } from '../../encoder/index.ts';
import { Area, CallState } from './area.ts';

import * as $dasm from '../../encoder/index.ts';
const actions = $dasm.actionList({
  format: 1, arch: 'x64', id: 'directentry.dast#1a7a5b03',
  sections: [],
  globals: ['direct', 'nothing'],
  externs: [],
  signed: [71],
  moving: [],
  files: ['directentry.dast'],
  sources: [1640780508],
  lines: [
    0, 0, 29, 2, 0, 30, 3, 0, 31, 6, 0, 32, 10, 0, 33, 14, 0, 34, 18, 0, 35, 23, 0, 36, 27, 0, 37,
    31, 0, 39, 36, 0, 41, 39, 0, 42, 41, 0, 43, 45, 0, 44, 48, 0, 46, 56, 0, 49, 67, 0, 52,
    73, 0, 54, 78, 0, 55, 82, 0, 56, 86, 0, 57, 90, 0, 58, 94, 0, 59, 101, 0, 61, 106, 0, 63,
    110, 0, 64, 115, 0, 65, 118, 0, 66, 120, 0, 67, 121, 0, 68, 122, 0, 69, 124, 0, 70, 130, 0, 71,
    133, 0, 72, 137, 0, 73, 140, 0, 74, 144, 0, 75, 146, 0, 76, 148, 0, 86, 153, 0, 87, 161, 0, 88,
    164, 0, 89, 166, 0, 90, 170, 0, 91, 173, 0, 92, 176, 0, 93, 180, 0, 94, 183, 0, 95, 187, 0, 96,
    191, 0, 97,
  ],
  actions: [
    248, 10, 85, 72, 137, 229, 72, 184, 237, 237, 73, 187, 237, 237, 65, 252, 255, 51, 72, 131, 252,
    236, 8, 76, 139, 144, 233, 77, 137, 19, 255, 199, 128, 233, 237, 255, 139, 136, 233, 133, 201,
    15, 133, 244, 248, 248, 1, 255, 72, 139, 128, 253, 240, 131, 233, 255, 252, 242, 64, 15, 16,
    128, 253, 240, 140, 233, 255, 72, 129, 252, 236, 239, 255, 184, 8, 0, 0, 0, 73, 187, 237, 237,
    65, 252, 255, 211, 72, 185, 237, 237, 72, 137, 129, 233, 252, 242, 15, 17, 129, 233, 255, 199,
    129, 233, 237, 255, 73, 187, 237, 237, 72, 139, 69, 252, 248, 73, 137, 3, 49, 192, 201, 195,
    248, 2, 252, 255, 180, 253, 200, 233, 252, 255, 201, 15, 133, 244, 2, 137, 136, 233, 252, 233,
    244, 1, 248, 11, 195, 255, 72, 131, 252, 236, 24, 72, 199, 4, 36, 0, 0, 0, 0, 49, 252, 246, 49,
    210, 72, 185, 237, 237, 69, 49, 192, 73, 137, 225, 72, 184, 237, 237, 252, 255, 208, 72, 139, 4,
    36, 72, 131, 196, 24, 195, 255,
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
  /** Whether it is called outside of koffi. */
  readonly isOutside: boolean;
}

/** All registers are loaded, whatever the prototype is: that takes less time than to find out. */
export function putDirectEntry(Dst: State, { area, entry, cell, integers, floats, shadow, isOutside }: DirectEntry): void {
  actions.on(Dst).put(0, Dst.low(Dst.address(area)), Dst.high(), Dst.low(Dst.address(cell)), Dst.high(), Area.TARGET);
  if (isOutside) {
    actions.on(Dst).put(31, Area.STATE, CallState.CODE);
  }
  actions.on(Dst).put(36, Area.STACK);
  for (const [index, register] of integers.entries()) {
    actions.on(Dst).put(48, register, Area.INTEGERS+8*index);
  }
  for (let index = 0; index < floats; index++) {
    actions.on(Dst).put(56, index, Area.FLOATS+8*index);
  }
  if (shadow > 0) {
    actions.on(Dst).put(67, shadow);
  }
  actions.on(Dst).put(73, Dst.low(Dst.address(entry)), Dst.high(), Dst.low(Dst.address(area)), Dst.high(), Area.RESULT, Area.FLOAT_RESULT);
  if (isOutside) {
    actions.on(Dst).put(101, Area.STATE, CallState.NONE);
  }
  actions.on(Dst).put(106, Dst.low(Dst.address(cell)), Dst.high(), Area.WORDS-8, Area.STACK);
}

/**
 * The function that Node calls when it has loaded an addon: `napi_value init(napi_env, napi_value exports)`.
 * It returns a function, which becomes what the addon exports. System V's convention.
 *
 * `create`: the address of `napi_create_function`; `callback`: that of the machine code.
 */
export function putInitialisation(Dst: State, create: bigint, callback: bigint): void {
  actions.on(Dst).put(148, Dst.low(Dst.address(callback)), Dst.high(), Dst.low(Dst.address(create)), Dst.high());
}
