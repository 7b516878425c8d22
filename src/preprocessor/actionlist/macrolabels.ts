/**
 * The labels of macros, `%%name`: each expansion of a macro has its own. Takes the expansions as they begin
 * and end, and the names in them; returns the numbers that labels have in the action list, and logs those
 * that an expansion refers to and does not define.
 *
 * A name has the same number in all expansions of its macro, and no other name has it. So labels are not
 * confused where host code decides at run time what follows what: in loops inside of a macro, and where a
 * host line of a macro calls a function whose assembly expands other macros.
 */
import { MACRO_FORWARD, MAX_MACRO_LABELS } from '../../encoder/format/action.ts';
import { StatementError } from '../diagnostic/error.ts';
import type { Where } from '../diagnostic/log.ts';
import type { Session } from '../session.ts';
import { MACRO_LABEL, nameInExpansion, parseMacroLabel, withoutExpansions } from '../text/macrolabelname.ts';
import type { Slice } from '../text/slice.ts';

/** The numbers of a macro's labels by name. */
export type LabelNumbersOfMacro = Map<string, number>;

interface MacroLabel {
  readonly number: number;
  isDefined: boolean;
  /** The capture that it is used in; undefined outside of captures. */
  readonly capture: string | undefined;
  /** The first reference to it, if it was not defined there. */
  reference: Where | undefined;
}

interface Scope {
  readonly expansion: number;
  readonly numbers: LabelNumbersOfMacro;
  /** Undefined as long as there are none. */
  labels: Map<string, MacroLabel> | undefined;
}

export class MacroLabels {
  readonly #session: Session;
  /** Those of the expansions that have not ended, the innermost last. */
  readonly #scopes: Scope[] = [];
  /** How many expansions there have been. */
  #expansions = 0;
  #count = 0;

  constructor(session: Session) {
    this.#session = session;
  }

  /** How many labels the action list has. */
  get count(): number {
    return this.#count;
  }

  /** An expansion begins. `numbers`: those of its macro. */
  enter(numbers: LabelNumbersOfMacro): void {
    this.#scopes.push({ expansion: this.#expansions++, numbers, labels: undefined });
  }

  /** The innermost expansion ends. Logs its labels that are referenced and not defined. */
  leave(): void {
    const labels = this.#scopes.pop()?.labels;
    if (labels === undefined) return;
    const { log, externalNames } = this.#session;
    for (const [name, { isDefined, reference }] of labels) {
      if (isDefined || reference === undefined) continue;
      const message = `\`${MACRO_LABEL}${name}' is not defined in this expansion of the macro`;
      const notes = [`define it in the macro: \`${MACRO_LABEL}${name}:'`];
      log.error(
        new StatementError(message, { code: 'macro-label-undefined', notes }),
        externalNames,
        reference,
      );
    }
  }

  /** The number of a label that is referred to, with MACRO_FORWARD if it is defined further on. */
  refer(operand: Slice): number {
    const label = this.#find(operand);
    if (label.isDefined) return label.number;
    const { cursor, log } = this.#session;
    label.reference ??= cursor.where(operand, log.errors);
    return label.number | MACRO_FORWARD;
  }

  /** The number of a label that is defined. */
  define(operand: Slice): number {
    const label = this.#find(operand);
    if (label.isDefined) {
      throw new StatementError(`\`${withoutExpansions(operand.text)}' is defined already in this expansion`, {
        code: 'macro-label-twice',
        at: operand,
      });
    }
    label.isDefined = true;
    return label.number;
  }

  /**
   * Operands of a macro that is expanded in another one: labels in them get the number of the expansion that
   * they belong to.
   */
  inExpansion(operands: readonly Slice[]): readonly Slice[] {
    if (!this.#session.capabilities.extendedActions) return operands;
    return operands.some(({ text }) => text.includes(MACRO_LABEL))
      ? operands.map(operand => this.#inExpansion(operand))
      : operands;
  }

  #inExpansion(operand: Slice): Slice {
    const text = this.#session.dialect.substitute(operand.text, (word, start) => {
      if (operand.text.slice(Math.max(0, start - MACRO_LABEL.length), start) !== MACRO_LABEL)
        return undefined;
      const scope = this.#scopes.at(-1) ?? failOutside(`${MACRO_LABEL}${word}`, operand);
      const at = { start: operand.start + start, end: operand.start + start + word.length };
      this.#session.observation?.name('label', `${MACRO_LABEL}${word}`, at, false);
      return nameInExpansion(word, scope.expansion);
    });
    return { ...operand, text };
  }

  #find(operand: Slice): MacroLabel {
    const written = withoutExpansions(operand.text);
    const parsed = parseMacroLabel(operand.text);
    if (parsed === undefined) {
      throw new StatementError(`bad name of a macro label: \`${written}'`, {
        code: 'macro-label-name',
        at: operand,
        notes: [
          `a label of a macro is \`${MACRO_LABEL}' and a name: a letter or \`_', then letters, digits and \`_'`,
        ],
      });
    }
    const { name, expansion } = parsed;
    const scope =
      expansion === undefined ? this.#scopes.at(-1) : this.#scopes.find(each => each.expansion === expansion);
    if (scope === undefined) failOutside(written, operand);
    const { capture } = this.#session;
    scope.labels ??= new Map();
    let label = scope.labels.get(name);
    if (label === undefined) {
      label = { number: this.#number(name, scope, operand), isDefined: false, capture, reference: undefined };
      scope.labels.set(name, label);
    }
    if (label.capture !== capture) {
      // That it is perhaps not defined is not said, too.
      label.isDefined = true;
      throw new StatementError(`\`${written}' is used inside and outside of a capture`, {
        code: 'macro-label-capture',
        at: operand,
        notes: ['captured code comes out elsewhere, between other expansions: take a pc label, =>n'],
      });
    }
    return label;
  }

  #number(name: string, { numbers }: Scope, operand: Slice): number {
    let number = numbers.get(name);
    if (number !== undefined) return number;
    if (this.#count === MAX_MACRO_LABELS) {
      throw new StatementError('too many labels in macros', {
        code: 'macro-label-count',
        at: operand,
        notes: [
          `the macros of a file have at most ${MAX_MACRO_LABELS} names \`${MACRO_LABEL}name'; pc labels (\`=>expr\`) have no limit`,
        ],
      });
    }
    number = this.#count++;
    numbers.set(name, number);
    return number;
  }
}

function failOutside(text: string, operand: Slice): never {
  throw new StatementError(`\`${text}' outside of its macro`, {
    code: 'macro-label-place',
    at: operand,
    notes: ['labels that begin with `%%` belong to the expansion of a macro'],
  });
}
