/**
 * The instructions of arm64 as DynASM has them. Takes a statement with its operands, reads it as the first
 * row of the table that fits, and writes its word with the actions that change it.
 */
import type { OperandCount } from '../../../directive/directivetable.ts';
import { StatementError } from '../../../diagnostic/error.ts';
import type { UsedForm } from '../../../item.ts';
import { NOTHING, type Slice } from '../../../text/slice.ts';
import type { Handler, StatementContext } from '../../arch.ts';
import { Draft, misfit, type Misfit, type Reader } from './classicdraft.ts';
import { makeReader } from './classicoperand.ts';
import { type Row, ROWS } from './classictable.ts';

/** DynASM begins another put where fewer positions are left. */
const POSITIONS = 4;
/** The kinds that may take another operand. */
const TAKES_ANOTHER = /^(?:mem|pair)/;
/** Behind a literal DynASM ignores all that a statement may have. */
const MAX_OPERANDS = 16;
/** Number of forms that a message lists. */
const MAX_FORMS = 6;

/** A row, taken apart when it is first needed. */
interface Form {
  readonly row: Row;
  readonly readers: readonly Reader[];
  readonly counts: readonly number[];
  readonly used: UsedForm;
}

export class ClassicSet {
  readonly #rows = new Map<string, Row[]>();
  readonly #forms = new Map<string, readonly Form[]>();
  readonly #handlers = new Map<string, Handler>();

  constructor() {
    for (const row of ROWS) {
      const rows = this.#rows.get(row.name);
      if (rows === undefined) this.#rows.set(row.name, [row]);
      else rows.push(row);
    }
  }

  get names(): readonly string[] {
    return [...this.#rows.keys()];
  }

  /** The rows of an instruction, as its forms. */
  forms(name: string): readonly UsedForm[] {
    return this.#formsOf(name).map(({ used }) => used);
  }

  counts(name: string): readonly OperandCount[] {
    const counts = this.#formsOf(name).flatMap(form => form.counts);
    return [...new Set(counts)].toSorted((a, b) => a - b);
  }

  find(name: string, count: number): Handler | undefined {
    if (!this.#rows.has(name)) return undefined;
    const key = `${name} ${count}`;
    let handler = this.#handlers.get(key);
    if (handler !== undefined) return handler;
    const forms = this.#formsOf(name).filter(({ counts }) => counts.includes(count));
    if (forms.length === 0) return undefined;
    handler = {
      positions: POSITIONS,
      repeatable: true,
      assemble: (operands, statement) => assemble(name, forms, operands, statement),
    };
    this.#handlers.set(key, handler);
    return handler;
  }

  #formsOf(name: string): readonly Form[] {
    let forms = this.#forms.get(name);
    if (forms === undefined) {
      forms = (this.#rows.get(name) ?? []).map(row => makeForm(row));
      this.#forms.set(name, forms);
    }
    return forms;
  }
}

function makeForm(row: Row): Form {
  const kinds = row.operands === '' ? [] : row.operands.split(', ');
  const least = kinds.filter(kind => !kind.startsWith('(')).length;
  const last = kinds.at(-1) ?? '';
  const most = last === 'literal' ? MAX_OPERANDS : kinds.length + (TAKES_ANOTHER.test(last) ? 1 : 0);
  return {
    row,
    readers: kinds.map(kind => makeReader(kind.replace(/[()]/g, ''))),
    counts: Array.from({ length: most - least + 1 }, (_, index) => least + index),
    used: {
      mnemonic: row.name,
      operands: row.operands,
      features: '',
      code: { text: row.word.toString(16).padStart(8, '0') },
    },
  };
}

function assemble(
  name: string,
  forms: readonly Form[],
  operands: readonly Slice[],
  statement: StatementContext,
): void {
  const draft = new Draft(statement, operands);
  let best: Misfit | undefined;
  let furthest = -1;
  for (const form of forms) {
    draft.begin(form.row);
    const failure = read(form, draft);
    if (failure === undefined) {
      statement.writer.form = form.used;
      draft.write();
      return;
    }
    // What goes wrong late is nearest to what was meant.
    const isFurther = draft.taken > furthest;
    if (!isFurther && (draft.taken < furthest || best?.isValue === true || !failure.isValue)) continue;
    best = failure;
    furthest = draft.taken;
  }
  fail(name, forms, best);
}

function read({ readers }: Form, draft: Draft): Misfit | undefined {
  for (const reader of readers) {
    const operand = draft.operand();
    // What is left is optional.
    if (operand === undefined) return undefined;
    const failure = reader(draft, operand);
    if (failure !== undefined) return failure;
    draft.taken++;
  }
  const operand = draft.operand();
  return operand === undefined ? undefined : misfit('too many operands', operand);
}

function fail(name: string, forms: readonly Form[], best: Misfit | undefined): never {
  const texts = [...new Set(forms.map(({ row }) => `${name} ${row.operands}`.trimEnd()))];
  const more = texts.length > MAX_FORMS ? [`… and ${texts.length - MAX_FORMS} more forms`] : [];
  throw new StatementError(best?.message ?? 'bad operand', {
    code: best?.isValue === true ? 'immediate-range' : 'operand-mode',
    at: best?.at ?? NOTHING,
    notes: [...texts.slice(0, MAX_FORMS), ...more],
  });
}
