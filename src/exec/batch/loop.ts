// The loop of a batch call on x64: calls a function for each element of arrays. The conventions differ in the
// registers of arguments, which are numbers here, so that one text serves both.
//
// loop.ts is what the translator makes of this file: npm run pretranslate.
import type { State } from '../../encoder/index.ts';
import type { Element } from '../prototype/element.ts';
import { Context, type Placed } from './context.ts';

import * as $dasm from '../../encoder/index.ts';
const actions = $dasm.actionList({
  format: 1, arch: 'x64', id: 'loop.dast#e9790f8e',
  sections: [],
  globals: [],
  externs: [],
  signed: [15],
  moving: [],
  files: ['loop.dast'],
  sources: [2333108721],
  lines: [
    0, 0, 26, 1, 0, 27, 4, 0, 28, 11, 0, 29, 16, 0, 30, 21, 0, 31, 25, 0, 32, 29, 0, 33, 33, 0, 34,
    36, 0, 36, 41, 0, 38, 45, 0, 39, 49, 0, 40, 53, 0, 41, 57, 0, 42, 65, 0, 43, 67, 0, 50,
    72, 0, 52, 82, 0, 54, 93, 0, 57, 104, 0, 63, 109, 0, 65, 117, 0, 67, 124, 0, 69, 132, 0, 71,
    140, 0, 73, 148, 0, 75, 156, 0, 78, 164, 0, 81, 171, 0, 86, 176, 0, 88, 184, 0, 90, 193, 0, 92,
    199, 0, 94, 204, 0, 96, 210, 0, 98,
  ],
  actions: [
    85, 72, 137, 229, 83, 65, 84, 65, 85, 65, 86, 72, 129, 252, 236, 239, 72, 137, 195, 240, 131,
    76, 139, 163, 233, 76, 139, 171, 233, 69, 49, 252, 246, 248, 1, 255, 65, 252, 255, 212, 255, 73,
    252, 255, 198, 77, 57, 252, 238, 15, 130, 244, 1, 72, 141, 101, 224, 65, 94, 65, 93, 65, 92, 91,
    93, 195, 255, 72, 139, 131, 233, 255, 252, 243, 66, 15, 16, 4, 240, 132, 176, 255, 252, 242, 66,
    15, 16, 4, 240, 132, 252, 240, 255, 252, 242, 64, 15, 16, 131, 253, 240, 140, 233, 255, 72, 139,
    131, 233, 255, 74, 139, 4, 240, 131, 252, 240, 255, 66, 139, 4, 240, 131, 176, 255, 66, 15, 191,
    4, 240, 132, 112, 255, 66, 15, 183, 4, 240, 132, 112, 255, 66, 15, 190, 4, 240, 132, 48, 255,
    66, 15, 182, 4, 240, 132, 48, 255, 72, 139, 131, 253, 240, 131, 233, 255, 72, 137, 132, 253, 36,
    233, 255, 72, 139, 139, 233, 255, 252, 243, 66, 15, 17, 4, 177, 255, 252, 242, 66, 15, 17, 4,
    252, 241, 255, 74, 137, 4, 252, 241, 255, 66, 137, 4, 177, 255, 102, 66, 137, 4, 113, 255, 66,
    136, 4, 49, 255,
  ],
});
export { actions };

/** What the code must know. */
export interface Loop {
  /** The number of the register that has the address of the context. */
  readonly first: number;
  /** Bytes below the saved registers, for arguments on the stack; a multiple of 16. */
  readonly frame: number;
  readonly parameters: readonly Placed[];
  /** Undefined for `void`. */
  readonly result: Element | undefined;
}

/** rbx: the context, r12: the function, r13: the number of elements, r14: the index. */
export function putLoop(Dst: State, { first, frame, parameters, result }: Loop): void {
  actions.on(Dst).put(0, frame, first, Context.FUNCTION, Context.COUNT);
  for (const [index, parameter] of parameters.entries()) putArgument(Dst, parameter, Context.ARGUMENTS + 8 * index);
  actions.on(Dst).put(36);
  if (result !== undefined) putResult(Dst, result);
  actions.on(Dst).put(41);
}

/** `at`: where the context has the array's address, or the value. */
function putArgument(Dst: State, { element, isArray, register, stack }: Placed, at: number): void {
  if (element.isFloat && stack === undefined) {
    if (isArray) {
      actions.on(Dst).put(67, at);
      if (element.size === 4) {
        actions.on(Dst).put(72, register);
      } else {
        actions.on(Dst).put(82, register);
      }
    } else {
      actions.on(Dst).put(93, register, at);
    }
    return;
  }
  const target = stack === undefined ? register : 0;
  if (isArray) {
    actions.on(Dst).put(104, at);
    if (element.size === 8) {
      actions.on(Dst).put(109, target);
    } else if (element.size === 4) {
      actions.on(Dst).put(117, target);
    } else if (element.size === 2 && element.isSigned) {
      actions.on(Dst).put(124, target);
    } else if (element.size === 2) {
      actions.on(Dst).put(132, target);
    } else if (element.isSigned) {
      actions.on(Dst).put(140, target);
    } else {
      actions.on(Dst).put(148, target);
    }
  } else {
    actions.on(Dst).put(156, target, at);
  }
  if (stack !== undefined) {
    actions.on(Dst).put(164, stack);
  }
}

function putResult(Dst: State, { size, isFloat }: Element): void {
  actions.on(Dst).put(171, Context.RESULT);
  if (isFloat && size === 4) {
    actions.on(Dst).put(176);
  } else if (isFloat) {
    actions.on(Dst).put(184);
  } else if (size === 8) {
    actions.on(Dst).put(193);
  } else if (size === 4) {
    actions.on(Dst).put(199);
  } else if (size === 2) {
    actions.on(Dst).put(204);
  } else {
    actions.on(Dst).put(210);
  }
}
