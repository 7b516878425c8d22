/**
 * The error for operands that no form of an instruction takes. Takes the forms and the operands; throws which
 * operand is wrong and what would have been accepted, the nearest forms first.
 */
import { nearest as nearestName } from '../../../encoder/format/nearestname.ts';
import { StatementError } from '../../diagnostic/error.ts';
import type { StatementContext } from '../arch.ts';
import { CONDITIONS } from './conditionname.ts';
import { encodeForm, type Misfit } from './formencoder.ts';
import { describeOperands, listWords, operandWords, patternWords } from './formtext.ts';
import { NAMED_VALUES } from './namedvalue.ts';
import { REGISTER_NAMES } from './registername.ts';
import type { Form } from './rownotation.ts';
import type { Operand } from './statementoperand.ts';
import { systemRegisterNames } from './systemname.ts';

/** At most so many forms are listed. */
const MAX_NOTES = 8;

interface Candidate {
  readonly form: Form;
  readonly misfits: readonly Misfit[];
}

/** @throws {StatementError} always */
export function failOperands(
  name: string,
  forms: readonly Form[],
  operands: readonly Operand[],
  statement: StatementContext,
): never {
  const candidates = forms.flatMap((form): readonly Candidate[] => {
    const result = encodeForm(form, operands);
    return 'word' in result ? [] : [{ form, misfits: result }];
  });
  const best = Math.min(...candidates.map(cost));
  const near = candidates.filter(each => cost(each) === best);
  const position = Math.min(...near.flatMap(({ misfits }) => misfits.map(misfit => misfit.position)));
  const atPosition = near.flatMap(({ misfits }) => misfits.filter(misfit => misfit.position === position));
  // Of parts of the operand, the last: what stands in front of it is right.
  const start = Math.max(...atPosition.map(({ at }) => at.start));
  const wrong = atPosition.filter(({ at }) => at.start === start);
  const operand = operands[position];
  const values = wrong.flatMap(({ value }) => value ?? []);
  const words = values.length > 0 ? values : wrong.map(({ pattern }) => patternWords(pattern));
  const expected = listWords([...new Set(words)]);
  const given = listWords(operands.map(operandWords), 'and');
  const [at] = wrong.map(each => each.at);
  const whole = positionWords(position, operands.length);
  const place = at === undefined || at.text === operand?.text ? whole : `\`${at.text}' in ${whole}`;
  const isHost =
    operand?.content.kind === 'register' && statement.isHostName(operand.text)
      ? [`for the variable write \`#${operand.text}'`]
      : [];
  const target = operand === undefined ? undefined : nameNote(operand, wrong);
  const nearest = near.toSorted((one, other) => Number(isNear(other, start)) - Number(isNear(one, start)));
  throw new StatementError(`\`${name}' does not take ${given}: ${place} must be ${expected}`, {
    code: values.length > 0 ? 'immediate-range' : 'operand-mode',
    at: at ?? operand,
    notes: [
      ...(target === undefined ? [] : [`did you mean \`${target}'?`]),
      ...isHost,
      ...listForms(name, nearest),
    ],
  });
}

/** How far a form is from the statement. */
function cost({ misfits }: Candidate): number {
  return misfits.reduce((sum, misfit) => sum + (misfit.value === undefined ? KIND_COST : VALUE_COST), 0);
}

/** Whether a form has something against the operands at that index of the statement. */
function isNear({ misfits }: Candidate, start: number): boolean {
  return misfits.some(({ at }) => at.start === start);
}

const KIND_COST = 4;
const VALUE_COST = 1;

/** The name that is meant by one that there is not. */
function nameNote({ content }: Operand, wrong: readonly Misfit[]): string | undefined {
  if (content.kind !== 'name') return undefined;
  const candidates = wrong.flatMap(({ pattern }): readonly string[] => {
    if (pattern.kind === 'register') return REGISTER_NAMES;
    if (pattern.kind === 'condition') return CONDITIONS.flat();
    if (pattern.kind !== 'name') return [];
    return pattern.set === 'sysreg' ? systemRegisterNames() : (NAMED_VALUES[pattern.set]?.names ?? []);
  });
  const name = content.name.toLowerCase();
  return candidates.includes(name) ? undefined : nearestName(name, candidates);
}

function listForms(name: string, candidates: readonly Candidate[]): readonly string[] {
  const texts = [...new Set(candidates.map(({ form }) => `${name} ${describeOperands(form)}`.trim()))];
  if (texts.length <= MAX_NOTES) return texts;
  return [...texts.slice(0, MAX_NOTES - 1), `and ${texts.length - MAX_NOTES + 1} more`];
}

/** `the second operand`, or `the operand` if it is the only one of `count`. */
function positionWords(position: number, count: number): string {
  const ordinals = ['first', 'second', 'third', 'fourth', 'fifth'];
  return count === 1 ? 'the operand' : `the ${ordinals[position] ?? 'last'} operand`;
}
