/**
 * What an operand means that is not an expression of the host language: a label stands where it cannot. Takes
 * the text that the language has refused; returns the error that says what to write instead, or undefined for
 * other texts.
 */
import { StatementError } from '../../diagnostic/error.ts';
import type { ArgumentValue } from '../../item.ts';
import { cut, trimmed } from '../../text/slice.ts';

const LABEL = /^(?:->|=>|[<>][1-9]$)/;
const EXTERN = /^extern\s+\S+$/;

export function misplacedExpression(value: ArgumentValue): StatementError | undefined {
  // A variable register's text is its number in parentheses.
  const expression = trimmed(value.kind === 'register' ? cut(value, 1, value.text.length - 1) : value);
  const { text } = expression;
  if (!LABEL.test(text) && !EXTERN.test(text)) return undefined;
  const kind = text.startsWith('extern') ? 'an extern' : 'a label';
  return new StatementError(`\`${text}' is ${kind}, and an expression belongs here`, {
    code: 'label-operand',
    at: expression,
    notes: [`load its address into a register: \`adr x0, ${text}'`],
  });
}
