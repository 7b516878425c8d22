/** Parses a number or expression of a statement. */
import { StatementError } from '../../diagnostic/error.ts';
import { LABEL_TERM } from '../../text/labelsum.ts';
import type { Slice } from '../../text/slice.ts';
import type { StatementContext } from '../arch.ts';
import { integerLiteral, type Literal } from './exactnumber.ts';
import { checkNames } from './expressionname.ts';
import type { Immediate } from './statementoperand.ts';

const INTEGER = /^([-+]?)\s*(0[xX][\da-fA-F_]+|0[bB][01_]+|0[oO][0-7_]+|\d[\d_]*)n?$/;

export function parseImmediate(slice: Slice, statement: StatementContext): Immediate {
  if (slice.text === '') throw new StatementError('a value is missing', { code: 'operand', at: slice });
  const literal = parseLiteral(slice, statement);
  if (literal !== undefined) return { kind: 'number', literal };
  if (LABEL_TERM.test(slice.text)) {
    throw new StatementError(`\`${slice.text}' is a label or an address, not a number`, {
      code: 'operand',
      at: slice,
      notes: [`its address is loaded by \`adr x0, ${slice.text}' or \`ldr x0, =${slice.text}'`],
    });
  }
  checkNames(slice, statement);
  return { kind: 'expression', ...slice };
}

function parseLiteral(slice: Slice, { dialect }: StatementContext): Literal | undefined {
  const number = dialect.expressions?.number(slice);
  if (number === undefined) return undefined;
  const [, sign = '', digits = ''] = INTEGER.exec(slice.text) ?? [];
  if (digits !== '') {
    const integer = BigInt(digits.replaceAll('_', ''));
    return integerLiteral(sign === '-' ? -integer : integer);
  }
  return { number, integer: undefined };
}
