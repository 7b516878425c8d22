/** Whether faults in generated code become exceptions, which is decided before the first function is made. */
import { env } from 'node:process';
import { checkArgument, isBoolean } from '../../encoder/format/argument.ts';

let isWanted = env['DYNASM_FAULTS'] !== 'off';
let isDecided = false;

/**
 * Whether a fault in generated code becomes a `FaultError`, as it does by default on Linux (x64 and ARM64);
 * otherwise it ends the process. To be called before the first call of `cast`. The environment variable
 * DYNASM_FAULTS=off has the same effect as `catchFaults(false)`.
 * @throws {Error} if functions have been made already
 */
export function catchFaults(isCaught: boolean): void {
  checkArgument('dasm.catchFaults', 'isCaught', isCaught, isBoolean);
  if (isDecided && isCaught !== isWanted) {
    throw new Error('dasm.catchFaults comes before the first call of cast: the functions have been made');
  }
  isWanted = isCaught;
}

/** The decision, which stays. */
export function areFaultsCaught(): boolean {
  isDecided = true;
  return isWanted;
}
