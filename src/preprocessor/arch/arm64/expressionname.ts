/**
 * Finds names in expressions that the host program cannot mean: registers and types. They would be a
 * ReferenceError when the code runs.
 */
import { StatementError } from '../../diagnostic/error.ts';
import type { Slice } from '../../text/slice.ts';
import type { StatementContext } from '../arch.ts';
import { findRegister, REGISTER_CLASSES } from './registername.ts';

/** @throws {StatementError} the expression has such a name, or a number that the language does not have */
export function checkNames(expression: Slice, statement: StatementContext): void {
  const { expressions } = statement.dialect;
  if (expressions === undefined) return;
  for (const name of expressions.names(expression)) {
    const { text } = name;
    if (statement.types.has(text)) {
      throw new StatementError(`\`${text}' is a .type and cannot stand in an expression`, {
        code: 'register-expression',
        at: name,
        notes: [`a member is \`${text}->name', the size of the type \`#${text}'`],
      });
    }
    if (statement.isHostName(text)) continue;
    const isClass = REGISTER_CLASSES[text] !== undefined;
    if (!isClass && findRegister(text) === undefined) continue;
    throw new StatementError(
      `\`${text}' is a ${isClass ? 'register class' : 'register'} and cannot stand in an expression`,
      {
        code: 'register-expression',
        at: name,
        notes: [
          `an operand is \`${isClass ? `${text}(n)` : text}' alone, or memory: \`[base, offset]'`,
          'if a variable is meant, declare or import it in this file',
        ],
      },
    );
  }
}

/** @throws {StatementError} always: the type stands for no register */
export function failType(name: string, at: Slice): never {
  throw new StatementError(`type \`${name}' needs a register override`, {
    code: 'type-register',
    at,
    notes: [`write \`${name}:register', or name a register in its .type`],
  });
}
