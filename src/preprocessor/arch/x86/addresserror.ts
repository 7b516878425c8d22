/** Errors of addresses, which both parsers of addresses throw, and the scales that there are. */
import { StatementError } from '../../diagnostic/error.ts';
import type { Slice } from '../../text/slice.ts';
import type { StatementContext } from '../arch.ts';
import { isVectorSize, type Register } from './registers.ts';

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

/** Rejects (or warns about) a base and an index of different sizes, unless the index is a vector. */
export function checkSizes(base: Register, index: Register, at: Slice, statement: StatementContext): void {
  if (base.size === index.size || isVectorSize(index.size)) return;
  statement.rejectOrWarn('mixed-address', `base and index of different sizes in \`[${at.text}]'`, at);
}

export function failDisplacement(text: string, at: Slice): never {
  throw new StatementError(`bad displacement expression \`${text}'`, { code: 'displacement', at });
}
