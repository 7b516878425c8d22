/**
 * Where the calling convention of this process passes arguments on x64 (see the conventions that `.include
 * <dynasm/abi>` has). `placeArguments` takes the kinds of the arguments, and returns their places.
 */
import { isWindows } from './process.ts';

/** Numbers of the registers of integers and pointers, in their order. */
export const INTEGER_REGISTERS: readonly number[] = isWindows ? [1, 2, 8, 9] : [7, 6, 2, 1, 8, 9];
/** xmm registers of floating-point numbers: from xmm0 on. */
export const FLOAT_REGISTERS = isWindows ? 4 : 8;
/** Bytes below the arguments on the stack, which belong to the function that is called. */
export const SHADOW = isWindows ? 32 : 0;

export interface ArgumentPlace {
  /** Number of the register; of an xmm register for floating-point numbers. */
  readonly register: number;
  /** Its place among the registers of its kind. */
  readonly index: number;
  /** Offset from rsp at the call, if it is on the stack, where it takes 8 bytes. */
  readonly stack: number | undefined;
}

/**
 * @param areFloats for each argument, whether it is a floating-point number
 * @returns the places, and how many bytes of the stack they take, with those of the function that is called
 */
export function placeArguments(areFloats: readonly boolean[]): {
  readonly places: readonly ArgumentPlace[];
  readonly stack: number;
} {
  let [integers, floats, stack] = [0, 0, SHADOW];
  const places = areFloats.map((isFloat, argument) => {
    // On Windows the place in the list gives the register.
    const index = isWindows ? argument : isFloat ? floats++ : integers++;
    const isOnStack = index >= (isFloat ? FLOAT_REGISTERS : INTEGER_REGISTERS.length);
    const at = stack;
    if (isOnStack) stack += 8;
    return {
      register: isFloat ? index : (INTEGER_REGISTERS[index] ?? 0),
      index,
      stack: isOnStack ? at : undefined,
    };
  });
  return { places, stack };
}
