/** What an operand is parsed with. */
import type { StatementContext } from '../arch.ts';
import type { Registers, Size } from './registers.ts';

export interface OperandContext {
  readonly is64Bit: boolean;
  readonly registers: Registers;
  readonly statement: StatementContext;
  /** The number of the operand that is parsed, from 0. */
  position: number;
  /**
   * Whether a form of the instruction takes a register of that size as its operand at `position`, or as the
   * index of memory there. Undefined for directives.
   */
  readonly takes?: (size: Size, position: number) => boolean;
  /** Whether a form of the instruction takes a far pointer as its operand at `position`. */
  readonly takesFarPointer?: (position: number) => boolean;
}
