/** Errors of addresses, which both parsers of addresses throw, and the scales that there are. */
import { StatementError } from '../../diagnostic/error.ts';
import type { Slice } from '../../text/slice.ts';
import type { Register } from './registers.ts';

/** The scales of an index register, in the order of their encodings. */
export const SCALES = ['1', '2', '4', '8'];

/** Throws `StatementError` if a register cannot be a base. `at` is its name. */
export function checkBase(register: Register, at: Slice): void {
  if (register.canBeBase) return;
  throw new StatementError(`bad base register \`${register.name}'`, { code: 'base-register', at });
}

/** Throws `StatementError` if a register cannot be an index. `at` is its name. */
export function checkIndex(register: Register, at: Slice): void {
  if (register.canBeIndex) return;
  throw new StatementError(`bad index register \`${register.name}'`, { code: 'index-register', at });
}

export function failDisplacement(text: string, at: Slice): never {
  throw new StatementError(`bad displacement expression \`${text}'`, { code: 'displacement', at });
}
