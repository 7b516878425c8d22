/**
 * Errors for unknown statements, with what was perhaps meant: names that differ by one slip of the finger, or
 * the numbers of operands that the name takes.
 */
import type { SupportedForm } from './arch/arch.ts';
import { StatementError } from './diagnostic/error.ts';
import type { Span } from './text/slice.ts';
import type { OperandCount } from './directive/directivetable.ts';

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz0123456789_';
const MAX_LENGTH = 40;
const MAX_SUGGESTIONS = 4;

/** The spellings with one character dropped, swapped with its neighbour, replaced or added. */
function* slips(name: string): Generator<string> {
  for (let index = 0; index <= name.length; index++) {
    const head = name.slice(0, index);
    const tail = name.slice(index);
    if (tail !== '') yield head + tail.slice(1);
    if (tail.length > 1) yield head + tail.charAt(1) + tail.charAt(0) + tail.slice(2);
    for (const character of ALPHABET) {
      yield head + character + tail;
      if (tail !== '') yield head + character + tail.slice(1);
    }
  }
}

/** Up to four known names that differ from `name` by one slip, or by a leading dot or letter case. */
function similarNames(name: string, isKnown: (name: string) => boolean): readonly string[] {
  if (name.length > MAX_LENGTH) return [];
  const found = new Set<string>();
  const lower = name.toLowerCase();
  for (const candidate of [lower, `.${lower}`, ...slips(lower)]) {
    if (found.size >= MAX_SUGGESTIONS) break;
    if (candidate !== name && candidate !== '' && isKnown(candidate)) found.add(candidate);
  }
  return [...found];
}

/**
 * The error for an unknown name. `isKnown`, which tells which names exist, is used to find similar ones.
 * `otherArch`: an architecture that has the name.
 */
export function unknownStatement(
  name: string,
  at: Span,
  isKnown?: (name: string) => boolean,
  otherArch?: string,
): StatementError {
  const similar = (isKnown ? similarNames(name, isKnown) : []).map(each => `\`${each}'`);
  const notes = [
    ...(otherArch === undefined ? [] : [`\`${name}' exists on ${otherArch} only`]),
    ...(similar.length > 0 ? [`did you mean ${similar.join(' or ')}?`] : []),
  ];
  return new StatementError(`unknown statement \`${name}'`, { code: 'unknown-statement', at, notes });
}

/** Number of forms that a message lists. */
const MAX_FORMS = 6;

/** The error for a name that takes other numbers of operands. `forms` are those of the instruction. */
export function wrongCount(
  name: string,
  at: Span,
  count: number,
  counts: readonly OperandCount[],
  forms: readonly SupportedForm[],
): StatementError {
  const texts = [...new Set(forms.map(form => `${name} ${form.operands}`.trimEnd()))];
  const more = texts.length > MAX_FORMS ? [`… and ${texts.length - MAX_FORMS} more forms`] : [];
  return new StatementError(`\`${name}' takes ${listCounts(counts)}, not ${count}`, {
    code: 'operand-count',
    classic: `wrong number of parameters for \`${name}'`,
    at,
    notes: [...texts.slice(0, MAX_FORMS), ...more],
  });
}

function listCounts(counts: readonly OperandCount[]): string {
  const numbers = [...new Set(counts.map(Number))].toSorted((a, b) => a - b);
  const last = numbers.pop() ?? 0;
  const list = numbers.length > 0 ? `${numbers.join(', ')} or ${last}` : String(last);
  return list === '0' ? 'no operands' : list === '1' ? '1 operand' : `${list} operands`;
}
