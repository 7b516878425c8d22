/** What an operand is parsed with. */
import type { StatementContext } from '../arch.ts';
import type { Registers } from './registers.ts';

export interface OperandContext {
  readonly is64Bit: boolean;
  readonly registers: Registers;
  readonly statement: StatementContext;
}
