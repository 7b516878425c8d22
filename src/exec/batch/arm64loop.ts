// The loop of a batch call on ARM64: calls a function for each element of arrays.
//
// arm64loop.ts is what the translator makes of this file: npm run pretranslate.
import type { State } from '../../encoder/index.ts';
import type { Element } from '../prototype/element.ts';
import { Context, type Placed } from './context.ts';
import type { Loop } from './loop.ts';

import * as $dasm from '../../encoder/index.ts';
const actions = $dasm.arm64ActionList({
  format: 2, arch: 'arm64', id: 'arm64loop.dast#3c02d46e',
  sections: [],
  globals: [],
  externs: [],
  signed: [],
  moving: [],
  files: ['arm64loop.dast'],
  sources: [760497829],
  lines: [
    0, 0, 15, 1, 0, 16, 2, 0, 17, 3, 0, 18, 4, 0, 19, 6, 0, 20, 7, 0, 21, 9, 0, 22, 10, 0, 23,
    12, 0, 25, 14, 0, 27, 15, 0, 28, 16, 0, 29, 18, 0, 30, 19, 0, 31, 20, 0, 32, 21, 0, 33,
    22, 0, 34, 24, 0, 41, 28, 0, 43, 30, 0, 44, 33, 0, 46, 35, 0, 47, 38, 0, 53, 42, 0, 55,
    45, 0, 57, 48, 0, 59, 51, 0, 61, 54, 0, 63, 57, 0, 65, 60, 0, 67, 63, 0, 73, 66, 0, 75,
    69, 0, 77, 72, 0, 79, 75, 0, 84, 78, 0, 86, 80, 0, 88, 82, 0, 90, 84, 0, 92, 86, 0, 94,
    88, 0, 96,
  ],
  actions: [
    0xa9bd7bfd, 0x910003fd, 0xa90153f3, 0xa9025bf5, 0xd10003ff, 0x00020004, 0xaa0003f3, 0xa9405674,
    0x000a8cef, 0xd2800016, 0x0006000b, 0x00000000, 0xd63f0280, 0x00000000, 0x910006d6, 0xeb1502df,
    0x54000003, 0x0005080b, 0x910003bf, 0xa94153f3, 0xa9425bf5, 0xa8c37bfd, 0xd65f03c0, 0x00000000,
    0xfc400260, 0x00110000, 0x00020067, 0x00000000, 0xf8400269, 0x00020067, 0xbc767920, 0x00110000,
    0x00000000, 0xf8400269, 0x00020067, 0xfc767920, 0x00110000, 0x00000000, 0xf8400260, 0x00110000,
    0x00020067, 0x00000000, 0xf8400269, 0x00020067, 0x00000000, 0xf8767920, 0x00110000, 0x00000000,
    0xb8767920, 0x00110000, 0x00000000, 0x78f67920, 0x00110000, 0x00000000, 0x78767920, 0x00110000,
    0x00000000, 0x38f66920, 0x00110000, 0x00000000, 0x38766920, 0x00110000, 0x00000000, 0xf80003e9,
    0x00020067, 0x00000000, 0xb80003e9, 0x00020047, 0x00000000, 0x780003e9, 0x00020027, 0x00000000,
    0x380003e9, 0x00020007, 0x00000000, 0xf8400269, 0x00020067, 0x00000000, 0xbc367920, 0x00000000,
    0xfc367920, 0x00000000, 0xf8367920, 0x00000000, 0xb8367920, 0x00000000, 0x78367920, 0x00000000,
    0x38366920, 0x00000000,
  ],
});
export { actions };

/** x19: the context, x20: the function, x21: the number of elements, x22: the index. */
export function putLoop(Dst: State, { frame, parameters, result }: Loop): void {
  actions.on(Dst).put(0, frame, Context.FUNCTION);
  for (const [index, parameter] of parameters.entries()) putArgument(Dst, parameter, Context.ARGUMENTS + 8 * index);
  actions.on(Dst).put(12);
  if (result !== undefined) putResult(Dst, result);
  actions.on(Dst).put(14);
}

/** `at`: where the context has the array's address, or the value. */
function putArgument(Dst: State, { element, isArray, register, stack }: Placed, at: number): void {
  if (element.isFloat && stack === undefined) {
    if (!isArray) {
      actions.on(Dst).put(24, register, at);
    } else if (element.size === 4) {
      actions.on(Dst).put(28, at, register);
    } else {
      actions.on(Dst).put(33, at, register);
    }
    return;
  }
  const target = stack === undefined ? register : 9;
  if (!isArray) {
    actions.on(Dst).put(38, target, at);
  } else {
    actions.on(Dst).put(42, at);
    if (element.size === 8) {
      actions.on(Dst).put(45, target);
    } else if (element.size === 4) {
      actions.on(Dst).put(48, target);
    } else if (element.size === 2 && element.isSigned) {
      actions.on(Dst).put(51, target);
    } else if (element.size === 2) {
      actions.on(Dst).put(54, target);
    } else if (element.isSigned) {
      actions.on(Dst).put(57, target);
    } else {
      actions.on(Dst).put(60, target);
    }
  }
  if (stack === undefined) return;
  // (On Apple's systems the next argument may begin behind the last byte of this one.)
  if (element.size === 8) {
    actions.on(Dst).put(63, stack);
  } else if (element.size === 4) {
    actions.on(Dst).put(66, stack);
  } else if (element.size === 2) {
    actions.on(Dst).put(69, stack);
  } else {
    actions.on(Dst).put(72, stack);
  }
}

function putResult(Dst: State, { size, isFloat }: Element): void {
  actions.on(Dst).put(75, Context.RESULT);
  if (isFloat && size === 4) {
    actions.on(Dst).put(78);
  } else if (isFloat) {
    actions.on(Dst).put(80);
  } else if (size === 8) {
    actions.on(Dst).put(82);
  } else if (size === 4) {
    actions.on(Dst).put(84);
  } else if (size === 2) {
    actions.on(Dst).put(86);
  } else {
    actions.on(Dst).put(88);
  }
}
