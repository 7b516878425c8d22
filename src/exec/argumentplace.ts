/**
 * Where the calling convention of this process passes arguments on x64 and ARM64 (see the conventions that
 * `.include <dynasm/abi>` has). `placeArguments` takes the arguments, and returns their places.
 */
import { hostArch, isMacos, isWindows } from './process.ts';
import type { Element } from './prototype/element.ts';

const isArm64 = hostArch === 'arm64';
/** On Windows for x64 the place in the list gives the register. */
const countsPlaces = isWindows && !isArm64;

/** Numbers of the registers of integers and pointers, in their order. */
export const INTEGER_REGISTERS: readonly number[] = isArm64
  ? [0, 1, 2, 3, 4, 5, 6, 7]
  : isWindows
    ? [1, 2, 8, 9]
    : [7, 6, 2, 1, 8, 9];
/** Registers of floating-point numbers: so many from xmm0, or d0, on. */
export const FLOAT_REGISTERS = countsPlaces ? 4 : 8;
/** Bytes below the arguments on the stack, which belong to the function that is called. */
export const SHADOW = countsPlaces ? 32 : 0;
/**
 * Whether arguments on the stack take as many bytes as they have, not 8 ("Writing ARM64 code for Apple
 * platforms", developer.apple.com).
 */
export const PACKS_STACK: boolean = isArm64 && isMacos;

export interface ArgumentPlace {
  /** Number of the register; of an xmm or d register for floating-point numbers. */
  readonly register: number;
  /** Its place among the registers of its kind. */
  readonly index: number;
  /** Offset from the stack pointer at the call, if it is on the stack. */
  readonly stack: number | undefined;
}

/** Returns the places, and how many bytes the stack has, with those of the function that is called. */
export function placeArguments(args: readonly Pick<Element, 'size' | 'isFloat'>[]): {
  readonly places: readonly ArgumentPlace[];
  readonly stack: number;
} {
  let [integers, floats, stack] = [0, 0, SHADOW];
  const places = args.map(({ isFloat, size }, argument) => {
    const index = countsPlaces ? argument : isFloat ? floats++ : integers++;
    const isOnStack = index >= (isFloat ? FLOAT_REGISTERS : INTEGER_REGISTERS.length);
    const room = PACKS_STACK ? size : 8;
    const at = Math.ceil(stack / room) * room;
    if (isOnStack) stack = at + room;
    return {
      register: isFloat ? index : (INTEGER_REGISTERS[index] ?? 0),
      index,
      stack: isOnStack ? at : undefined,
    };
  });
  return { places, stack };
}
