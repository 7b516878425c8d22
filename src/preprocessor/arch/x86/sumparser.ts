/**
 * Parses sums that have labels or addresses: `->table + 4`, `->a - ->b`, `n*8 + &buffer`. Takes the text of
 * an operand, or the terms that the parser of addresses has found; returns the sum.
 */
import { StatementError } from '../../diagnostic/error.ts';
import { isLoose } from '../../text/expressionsplit.ts';
import { LABEL_TERM, mayBeLabelSum, termSpans } from '../../text/labelsum.ts';
import type { Slice } from '../../text/slice.ts';
import { parseInteger } from './integer.ts';
import { parseLabel } from './labelparser.ts';
import { addressCount } from './operand.ts';
import type { Sum, Term } from './operand.ts';
import type { OperandContext } from './operandcontext.ts';
import { sizeTimes } from './sizeword.ts';
import { checkExpression } from './strayname.ts';

/**
 * The sum that an operand without brackets is; undefined if it is not one that has a label.
 * @throws {StatementError} the operand is not a sum that can be encoded
 */
export function parseLabelSum(operand: Slice, context: OperandContext): Sum | undefined {
  const { expressions } = context.statement.dialect;
  if (expressions === undefined || !mayBeLabelSum(operand.text)) return undefined;
  const spans = termSpans(operand, expressions.mask(operand.text));
  if (spans.length < 2 || !spans.some(({ term }) => LABEL_TERM.test(term.text))) return undefined;
  const terms = spans.map(({ term, sign }): Term => {
    const isSubtracted = sign < 0;
    if (term.text === '') failTerm('a term is missing', operand);
    if (isLoose(LABEL_TERM.test(term.text) ? '' : expressions.mask(term.text))) {
      failTerm(`\`${term.text}' binds less tightly than a sum: put it in parentheses`, term);
    }
    const label = parseLabel(term, context);
    return { isSubtracted, value: label ?? parseTerm(term, context) };
  });
  return makeSum(terms, operand);
}

/**
 * Makes a sum of terms; constants become one. `at`: where the sum stands.
 * @throws {StatementError} the sum is neither an address nor a distance between addresses
 */
export function makeSum(terms: readonly Term[], at: Slice): Sum {
  let constant = 0;
  const kept: Term[] = [];
  for (const term of terms) {
    if (typeof term.value !== 'number') kept.push(term);
    else constant += term.isSubtracted ? -term.value : term.value;
  }
  if (constant !== 0) kept.push({ isSubtracted: constant < 0, value: Math.abs(constant) });
  const sum = { kind: 'sum', terms: kept, start: at.start, end: at.end } as const;
  const count = addressCount(sum);
  if (count === 0 || count === 1) return sum;
  const what =
    count < 0 ? 'a label can only be subtracted from another one' : 'labels cannot be added to each other';
  return failTerm(what, at);
}

function parseTerm(term: Slice, context: OperandContext): Term['value'] {
  const { statement } = context;
  const number = parseInteger(term, statement.dialect, true) ?? sizeTimes(term, 1, term, context);
  if (number !== undefined) return number;
  checkExpression(term, context);
  return { kind: 'value', ...term };
}

export function failTerm(message: string, at: Slice): never {
  const notes = [
    "a sum is an address and what is added to it, `->table + 4', or a distance, `->end - ->start'",
  ];
  throw new StatementError(message, { code: 'label-sum', at, notes });
}
