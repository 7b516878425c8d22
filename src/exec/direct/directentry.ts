// Machine code of direct calls on x64: the entry, which calls code with what JavaScript has left in memory,
// and the function that makes the entry a function of JavaScript's, through Node-API.
//
// directentry.ts is what the translator makes of this file: npm run pretranslate.
import type { State } from '../../encoder/index.ts';
import { Area, CallState } from './area.ts';

import * as $dasm from '../../encoder/index.ts';
const actions = $dasm.actionList({
  format: 1, arch: 'x64', id: 'directentry.dast#d141e8b2',
  sections: [],
  globals: ['direct', 'nothing'],
  externs: [],
  signed: [71],
  moving: [],
  files: ['directentry.dast'],
  sources: [3971441041],
  lines: [
    0, 0, 36, 2, 0, 37, 3, 0, 38, 6, 0, 39, 10, 0, 40, 14, 0, 41, 18, 0, 42, 23, 0, 43, 27, 0, 44,
    31, 0, 46, 36, 0, 48, 41, 0, 49, 45, 0, 50, 48, 0, 52, 56, 0, 55, 67, 0, 58, 73, 0, 60,
    78, 0, 61, 82, 0, 62, 86, 0, 63, 90, 0, 64, 94, 0, 65, 100, 0, 66, 103, 0, 68, 108, 0, 70,
    112, 0, 71, 117, 0, 72, 120, 0, 73, 122, 0, 74, 123, 0, 75, 124, 0, 76, 127, 0, 78, 130, 0, 79,
    132, 0, 80, 136, 0, 81, 138, 0, 82, 144, 0, 83, 147, 0, 84, 151, 0, 85, 154, 0, 86, 158, 0, 87,
    160, 0, 88, 162, 0, 101, 165, 0, 102, 167, 0, 103, 171, 0, 104, 178, 0, 105, 183, 0, 106,
    187, 0, 107, 191, 0, 108, 195, 0, 109, 199, 0, 110, 203, 0, 111, 206, 0, 112, 209, 0, 113,
    213, 0, 114, 216, 0, 115, 218, 0, 116, 222, 0, 117, 226, 0, 118, 230, 0, 119, 234, 0, 120,
    238, 0, 121, 243, 0, 122, 245, 0, 123, 249, 0, 124, 253, 0, 125, 257, 0, 126, 261, 0, 127,
    266, 0, 128, 268, 0, 129, 270, 0, 130, 273, 0, 131, 277, 0, 132, 281, 0, 133, 284, 0, 134,
    286, 0, 135, 290, 0, 136, 294, 0, 137, 298, 0, 138, 302, 0, 139, 304, 0, 140, 309, 0, 141,
    316, 0, 142, 320, 0, 143, 322, 0, 144, 327, 0, 145, 331, 0, 146, 334, 0, 156, 339, 0, 157,
    347, 0, 158, 350, 0, 159, 352, 0, 160, 356, 0, 161, 359, 0, 162, 362, 0, 163, 366, 0, 164,
    369, 0, 165, 373, 0, 166, 377, 0, 167,
  ],
  actions: [
    248, 10, 85, 72, 137, 229, 72, 184, 237, 237, 73, 187, 237, 237, 65, 252, 255, 51, 72, 131, 252,
    236, 8, 76, 139, 144, 233, 77, 137, 19, 255, 199, 128, 233, 237, 255, 72, 131, 184, 233, 0, 15,
    133, 244, 248, 248, 1, 255, 72, 139, 128, 253, 240, 131, 233, 255, 252, 242, 64, 15, 16, 128,
    253, 240, 140, 233, 255, 72, 129, 252, 236, 239, 255, 184, 8, 0, 0, 0, 73, 187, 237, 237, 65,
    252, 255, 211, 72, 185, 237, 237, 72, 137, 129, 233, 252, 242, 15, 17, 129, 233, 248, 9, 255,
    199, 129, 233, 237, 255, 73, 187, 237, 237, 72, 139, 69, 252, 248, 73, 137, 3, 49, 192, 201,
    195, 248, 2, 255, 139, 136, 233, 133, 201, 15, 132, 244, 1, 248, 3, 252, 255, 180, 253, 200,
    233, 252, 255, 201, 15, 133, 244, 3, 137, 136, 233, 252, 233, 244, 1, 248, 11, 195, 255, 139,
    136, 233, 133, 201, 15, 132, 244, 252, 199, 128, 233, 0, 0, 0, 0, 72, 131, 252, 236, 112, 72,
    137, 125, 232, 72, 137, 77, 224, 72, 137, 77, 216, 72, 141, 85, 216, 72, 141, 77, 152, 69, 49,
    192, 69, 49, 201, 72, 184, 237, 237, 252, 255, 208, 248, 4, 72, 139, 77, 224, 72, 252, 255, 201,
    15, 136, 244, 251, 72, 137, 77, 224, 72, 184, 237, 237, 139, 148, 253, 136, 233, 133, 210, 15,
    132, 244, 4, 76, 141, 4, 16, 76, 137, 69, 144, 72, 139, 125, 232, 72, 139, 116, 205, 152, 49,
    210, 49, 201, 69, 49, 201, 72, 137, 20, 36, 72, 184, 237, 237, 252, 255, 208, 133, 192, 15, 133,
    244, 253, 76, 139, 69, 144, 73, 131, 56, 0, 15, 133, 244, 4, 248, 7, 72, 185, 237, 237, 255,
    199, 129, 233, 1, 0, 0, 0, 252, 233, 244, 9, 248, 5, 72, 141, 101, 252, 240, 72, 184, 237, 237,
    248, 6, 255, 72, 131, 252, 236, 24, 72, 199, 4, 36, 0, 0, 0, 0, 49, 252, 246, 49, 210, 72, 185,
    237, 237, 69, 49, 192, 73, 137, 225, 72, 184, 237, 237, 252, 255, 208, 72, 139, 4, 36, 72, 131,
    196, 24, 195, 255,
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
  /** Functions of Node-API, if it calls the entry; undefined if koffi does. */
  readonly node: NodeFunctions | undefined;
}

/** Their addresses. */
export interface NodeFunctions {
  readonly create: bigint;
  readonly callbackInfo: bigint;
  readonly typedArrayInfo: bigint;
}

/** All registers are loaded, whatever the prototype is: that takes less time than to find out. */
export function putDirectEntry(Dst: State, { area, entry, cell, integers, floats, shadow, node }: DirectEntry): void {
  actions.on(Dst).put(0, Dst.low(Dst.address(area)), Dst.high(), Dst.low(Dst.address(cell)), Dst.high(), Area.TARGET);
  if (node !== undefined) {
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
  if (node !== undefined) {
    actions.on(Dst).put(103, Area.STATE, CallState.NONE);
  }
  actions.on(Dst).put(108, Dst.low(Dst.address(cell)), Dst.high());
  if (node !== undefined) putAddresses(Dst, area, node);
  actions.on(Dst).put(127, Area.STACK, Area.WORDS-8, Area.STACK);
}

/**
 * Writes the addresses of typed arrays, which Node has been given as arguments, to where the area says. env
 * is in rdi, info in rsi, the area in rax, at the end, too.
 */
function putAddresses(Dst: State, area: bigint, { callbackInfo, typedArrayInfo }: NodeFunctions): void {
  actions.on(Dst).put(162, Area.MEMORY, Area.MEMORY, Dst.low(Dst.address(callbackInfo)), Dst.high(), Dst.low(Dst.address(area)), Dst.high(), Area.SLOTS, Dst.low(Dst.address(typedArrayInfo)), Dst.high(), Dst.low(Dst.address(area)), Dst.high());
  actions.on(Dst).put(309, Area.REFUSED, Dst.low(Dst.address(area)), Dst.high());
}

/**
 * The function that Node calls when it has loaded an addon: `napi_value init(napi_env, napi_value exports)`.
 * It returns a function, which becomes what the addon exports. System V's convention.
 *
 * `create`: the address of `napi_create_function`; `callback`: that of the machine code.
 */
export function putInitialisation(Dst: State, create: bigint, callback: bigint): void {
  actions.on(Dst).put(334, Dst.low(Dst.address(callback)), Dst.high(), Dst.low(Dst.address(create)), Dst.high());
}
