/**
 * The instructions of arm64 as the processor has them, for languages that refuse what is wrong. Takes the
 * instruction table; returns the forms of a mnemonic, and the handlers that assemble its statements.
 */
import type { UsedForm } from '../../item.ts';
import type { Slice } from '../../text/slice.ts';
import type { Handler, StatementContext } from '../arch.ts';
import { encodeForm, type EncodedStatement, type Misfit } from './formencoder.ts';
import { describeOperands } from './formtext.ts';
import { MOV_SEQUENCES, movSequence } from './movsequence.ts';
import { parseOperand } from './operandsyntax.ts';
import { failOperands } from './refusal.ts';
import { formsOf, mnemonics } from './rowindex.ts';
import type { Form } from './rownotation.ts';
import type { Operand } from './statementoperand.ts';
import { writeSequence, writeStatement } from './wordwriter.ts';

/** No instruction takes more positions of a put. */
const POSITIONS = 8;

export class StrictSet {
  readonly #handlers = new Map<string, Handler | undefined>();

  /** All mnemonics. */
  get names(): readonly string[] {
    return mnemonics();
  }

  /** The forms of a mnemonic, each once. */
  forms(name: string): readonly UsedForm[] {
    const forms = formsOf(name).filter(({ isHidden }) => !isHidden);
    return [...forms.map(usedForm), ...(name === 'mov' ? MOV_SEQUENCES : [])];
  }

  /** The numbers of operands that a mnemonic takes, ascending. */
  counts(name: string): readonly number[] {
    const counts = formsOf(name).map(({ patterns }) => patterns.length);
    return [...new Set(counts)].toSorted((a, b) => a - b);
  }

  find(name: string, count: number): Handler | undefined {
    const key = `${name} ${count}`;
    if (this.#handlers.has(key)) return this.#handlers.get(key);
    const forms = formsOf(name).filter(({ patterns }) => patterns.length === count);
    const handler: Handler | undefined =
      forms.length === 0
        ? undefined
        : {
            positions: POSITIONS,
            repeatable: true,
            assemble: (operands, statement) => assemble(name, forms, operands, statement),
          };
    this.#handlers.set(key, handler);
    return handler;
  }
}

const used = new WeakMap<Form, UsedForm>();

function usedForm(form: Form): UsedForm {
  const known = used.get(form);
  if (known !== undefined) return known;
  const { mnemonic, features, encoding } = form;
  const made: UsedForm = {
    mnemonic,
    operands: describeOperands(form),
    features: features === 'BASE' ? '' : features,
    code: { text: encoding.replace(/ (?:hidden|distinct)/g, '') },
  };
  used.set(form, made);
  return made;
}

function assemble(
  name: string,
  forms: readonly Form[],
  slices: readonly Slice[],
  statement: StatementContext,
): void {
  const operands = slices.map(slice => parseOperand(slice, statement));
  const encoded = chooseForm(forms, operands);
  const sequence = encoded === undefined && name === 'mov' ? movSequence(operands) : undefined;
  if (sequence !== undefined) {
    statement.writer.form = sequence.form;
    writeSequence(sequence, statement);
    return;
  }
  if (encoded === undefined) failOperands(name, forms, operands, statement);
  statement.writer.form = usedForm(encoded.form);
  writeStatement(encoded, statement);
}

/** The statement as the first form encodes it that takes the operands. */
export function chooseForm(
  forms: readonly Form[],
  operands: readonly Operand[],
): EncodedStatement | undefined {
  for (const form of forms) {
    const result: EncodedStatement | readonly Misfit[] = encodeForm(form, operands, true);
    if ('word' in result) return result;
  }
  return undefined;
}
