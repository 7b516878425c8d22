/**
 * Parses labels, and sums that have labels: `->table + 4`, `->end - ->start`. Numbers a global or extern that
 * is new.
 */
import { StatementError } from '../../diagnostic/error.ts';
import { isLoose } from '../../text/expressionsplit.ts';
import { LABEL_TERM, mayBeLabelSum, termSpans } from '../../text/labelsum.ts';
import { MACRO_LABEL } from '../../text/macrolabelname.ts';
import { cut, trimmed, type Slice } from '../../text/slice.ts';
import type { LabelSigil } from '../../observer.ts';
import type { StatementContext } from '../arch.ts';
import { checkNames } from './expressionname.ts';
import { parseImmediate } from './immediatesyntax.ts';
import type { Label, Term } from './statementoperand.ts';

const SUM = "a sum is an address and what is added to it, `->table + 4', or a distance, `->end - ->start'";
const LABELS = "labels are `<1', `>1', `->name', `=>number', `extern name' and `&address'";

/** The terms of a label or of a sum that has labels; undefined for another text. */
export function parseSum(slice: Slice, statement: StatementContext): readonly Term[] | undefined {
  const { text } = slice;
  if (!LABEL_TERM.test(text) && !mayBeLabelSum(text)) return undefined;
  const spans = termSpans(slice, statement.dialect.expressions?.mask(text) ?? text);
  const terms = spans.map(({ term, sign }): Term => {
    if (term.text === '') failSum('a term is missing', slice);
    return { value: parseTerm(term, statement), at: term, isSubtracted: sign < 0 };
  });
  const count = placesOf(terms);
  if (count < 0) failSum('a label can only be subtracted from another one', slice);
  if (count > 1) failSum('labels cannot be added to each other', slice);
  return terms;
}

/** How many labels and addresses a sum adds, less those that it subtracts: 1 for an address. */
export function placesOf(terms: readonly Term[]): number {
  let count = 0;
  for (const { value, isSubtracted } of terms) if (isLabel(value)) count += isSubtracted ? -1 : 1;
  return count;
}

export function isLabel(value: Term['value']): value is Label {
  return value.kind !== 'number' && value.kind !== 'expression' && value.kind !== 'member';
}

function parseTerm(term: Slice, statement: StatementContext): Term['value'] {
  const { text } = term;
  if (LABEL_TERM.test(text)) return parseLabel(term, statement);
  if (isLoose(statement.dialect.expressions?.mask(text) ?? text)) {
    failSum(`\`${text}' binds less tightly than a sum: put it in parentheses`, term);
  }
  const value = parseImmediate(term, statement);
  if (value.kind === 'number' && value.literal.integer === undefined) {
    failSum(`\`${text}' is no distance from a label`, term);
  }
  return value;
}

function parseLabel(slice: Slice, statement: StatementContext): Label {
  const { text } = slice;
  const { labels } = statement;
  const named = (sigil: LabelSigil, name: Slice): Slice => {
    statement.labelNamed?.(sigil, name, false);
    return name;
  };
  if (text.startsWith(MACRO_LABEL)) {
    named(MACRO_LABEL, cut(slice, MACRO_LABEL.length));
    return { kind: 'macro', number: statement.macroLabel(slice) };
  }
  if (/^->[A-Za-z_]\w*$/.test(text)) {
    return { kind: 'global', number: labels.global(named('->', cut(slice, 2))) };
  }
  if (/^[<>][1-9]$/.test(text)) {
    const isForward = text.startsWith('>');
    const { text: digit } = named(isForward ? '>' : '<', cut(slice, 1));
    return { kind: 'local', number: Number(digit), isForward };
  }
  if (/^extern\s+[\w@.$?]+$/.test(text)) {
    return { kind: 'extern', number: labels.extern(named('extern ', trimmed(cut(slice, 'extern'.length)))) };
  }
  const isAddress = text.startsWith('&');
  if (!isAddress && !text.startsWith('=>')) failLabel(slice);
  const expression = trimmed(cut(slice, isAddress ? 1 : 2));
  if (expression.text === '') failLabel(slice);
  checkNames(expression, statement);
  if (!isAddress) named('=>', expression);
  return { kind: isAddress ? 'address' : 'pc', ...expression };
}

/** @throws {StatementError} always */
export function failLabel(at: Slice): never {
  throw new StatementError(`\`${at.text}' is not a label`, { code: 'label', at, notes: [LABELS] });
}

function failSum(message: string, at: Slice): never {
  throw new StatementError(message, { code: 'label-sum', at, notes: [SUM] });
}
