/**
 * The error for operands that no form of an instruction takes. Takes the forms and the operands; throws what
 * the operands are, what is wrong with them if that can be told, and what would have been accepted. DynASM's
 * own message goes along for the classic form of diagnostics.
 */
import { nearest as nearestName } from '../../../encoder/format/nearestname.ts';
import { StatementError } from '../../diagnostic/error.ts';
import { decoratorReason } from './decoratorerror.ts';
import type { Form } from './form.ts';
import { chooseForm, hasMode, hasModes, isEncodable, isUnsizedMemory, matchesBySize } from './match.ts';
import type { MatchRules } from './match.ts';
import { isMemory, OperandMode } from './operand.ts';
import type { Operand } from './operand.ts';
import {
  describeForms,
  kindWords,
  LABEL_ADVICE,
  LABEL_IMMEDIATE,
  operandWords,
  positionWords,
  sizedWords,
  sizeWords,
} from './operandtext.ts';
import { SIZES, type Size } from './registers.ts';

/** Operands, and the forms that do not take them. */
interface Mismatch {
  readonly name: string;
  /** The forms of the mnemonic that have the right number of operands. */
  readonly forms: readonly Form[];
  readonly operands: readonly Operand[];
  readonly rules: MatchRules;
  /** The forms of the same instruction on x86, if this is x64, and the other way round. */
  readonly otherForms: () => readonly Form[];
  readonly registerNames: readonly string[];
  /** DynASM's message, where it is not the usual one. */
  readonly classic?: string;
}

/** What is wrong with the operands, as far as that can be told. */
interface Reason {
  readonly clause?: string | undefined;
  readonly at?: Operand | undefined;
  readonly note?: string | undefined;
  /** What was perhaps meant in the place of `at`, or of the statement. */
  readonly meant?: string | undefined;
}

/** Throws a `StatementError` that says why no form takes the operands. */
export function failMismatch(mismatch: Mismatch): never {
  const { name, forms, operands, rules } = mismatch;
  const fitting = forms.filter(form => hasModes(form, operands));
  const code = fitting.length === 0 ? 'operand-mode' : 'operand-size';
  const classic = mismatch.classic ?? classicMessage(name, fitting, operands);
  const memory = operands.find(isUnsizedMemory);
  const sizes = memory === undefined ? [] : [...matchesBySize(forms, operands, memory, rules).keys()];
  if (memory !== undefined && sizes.length > 0) {
    const message = `\`${name}' needs the size of \`${memory.text}': write ${sizeWords(sizes)} in front of it`;
    throw new StatementError(message, { code, classic, at: memory });
  }
  const listed = forms.filter(
    ({ table, code: { text } }) => table !== 'defects' && (rules.is64Bit || !text.includes('REX.W')),
  );
  const near = nearest(listed.length > 0 ? listed : forms, operands);
  const forNear = describeForms(name, near, rules.is64Bit);
  const given = operandWords(operands);
  if (isTaken(mismatch.otherForms(), operands, { ...rules, is64Bit: !rules.is64Bit })) {
    const message = `\`${name}' takes ${given} on ${rules.is64Bit ? 'x86' : 'x64'} only`;
    throw new StatementError(message, { code, classic, notes: forNear });
  }
  const { clause, at, note, meant } = findReason(mismatch, near);
  const message = `\`${name}' does not take ${given}${clause === undefined ? '' : `: ${clause}`}`;
  const notes = note === undefined ? forNear : [note, ...forNear];
  const suggestions = meant === undefined ? [] : [meant];
  throw new StatementError(message, { code, classic, at, notes, suggestions });
}

/** `near`: the nearest forms. */
function findReason(mismatch: Mismatch, near: readonly Form[]): Reason {
  const { operands, rules, forms } = mismatch;
  const decorated = decoratorReason(forms, operands);
  if (decorated !== undefined) return decorated;
  const kindsAt = (n: number) => near.flatMap(({ kinds: { [n]: kind } }) => kind ?? []);
  const wrong = operands.find((operand, n) => !kindsAt(n).some(kind => hasMode(kind, operand)));
  const order = findOrder(mismatch);
  const note = order && `did you mean \`${order}'?`;
  if (wrong !== undefined) {
    const register =
      order === undefined ? registerMeant(wrong, kindsAt(wrong.position), mismatch.registerNames) : undefined;
    const target = order === undefined ? nameNote(wrong, kindsAt(wrong.position), register) : undefined;
    const position = positionWords(wrong.position, operands.length);
    return {
      clause: `${position} must be ${kindWords(kindsAt(wrong.position))}`,
      at: wrong,
      note: note ?? target,
      meant: register,
    };
  }
  if (order !== undefined) return { clause: 'they stand in the wrong order', note, meant: order };
  if (operands.filter(isMemory).length > 1) {
    return { clause: 'only one operand can be memory' };
  }
  if (!near.some(form => hasModes(form, operands))) return {};
  const label = rules.is64Bit ? operands.find(isLabelImmediate) : undefined;
  if (label !== undefined) return { clause: LABEL_IMMEDIATE, at: label, note: LABEL_ADVICE };
  return findSizeReason(mismatch, near);
}

type Kinds = readonly { readonly anyOf: number; readonly allOf: number }[];

function isPlainName({ modes, text }: Operand): boolean {
  return (modes & OperandMode.EXPRESSION) !== 0 && /^[A-Za-z_]\w*$/.test(text);
}

/** For a name where a register is wanted: the one that is meant. */
function registerMeant(operand: Operand, kinds: Kinds, registers: readonly string[]): string | undefined {
  const { text } = operand;
  if (!isPlainName(operand) || text.length < 2) return undefined;
  if (!kinds.some(({ anyOf }) => (anyOf & OperandMode.REGISTER) !== 0)) return undefined;
  return nearestName(text, registers);
}

/** For a name where a label or register is wanted: how labels are written, or the register that is meant. */
function nameNote(operand: Operand, kinds: Kinds, register: string | undefined): string | undefined {
  if (register !== undefined) return `did you mean \`${register}'?`;
  if (!isPlainName(operand)) return undefined;
  const { text } = operand;
  if (!kinds.some(({ allOf }) => (allOf & OperandMode.LABEL) !== 0)) return undefined;
  return `a global label is \`->${text}', a function of a library \`extern ${text}', the address in a variable \`&${text}'`;
}

/**
 * Tells which operand must have which size; if that may be several, only how the sizes must be. `fitting`:
 * the forms for which all operands have the right mode.
 */
function findSizeReason({ forms, operands, rules }: Mismatch, fitting: readonly Form[]): Reason {
  const sized = operands.filter(({ size, modes }) => size !== undefined && (modes & OperandMode.LABEL) === 0);
  const changes = sized
    .map(operand => ({ operand, sizes: [...matchesBySize(forms, operands, operand, rules).keys()] }))
    .filter(({ sizes }) => sizes.length > 0);
  if (changes.length > 1) {
    const isCommon = fitting.some(({ sizeRule }) => sizeRule.rule === 'common');
    return { clause: isCommon ? 'they must have the same size' : 'their sizes do not go together' };
  }
  // If no single change helps, the first operand is named whose size no form has.
  const change =
    changes[0] ??
    sized
      .map(operand => ({ operand, sizes: sizesAt(operand, fitting, rules.is64Bit) }))
      .find(
        ({ operand: { size }, sizes }) => size !== undefined && sizes.length > 0 && !sizes.includes(size),
      );
  if (change === undefined) return {};
  const { operand, sizes } = change;
  const position = positionWords(operand.position, operands.length);
  return { clause: `${position} must be ${sizedWords(operand, sizes)}`, at: operand };
}

/** The sizes that an operand has in the forms. */
function sizesAt(operand: Operand, forms: readonly Form[], is64Bit: boolean): readonly Size[] {
  const sizes = new Set(
    forms.flatMap(({ kinds: { [operand.position]: kind } }) => {
      if (kind === undefined || kind.ignoresSize || !hasMode(kind, operand)) return [];
      return (kind.sizes ?? []).filter(size => is64Bit || size !== 'q' || !kind.isOperandSize);
    }),
  );
  return SIZES.filter(size => sizes.has(size));
}

/** The statement with two operands swapped, if a form takes them so. */
function findOrder({ name, forms, operands, rules }: Mismatch): string | undefined {
  for (const [n, one] of operands.entries()) {
    for (const other of operands.slice(n + 1)) {
      const swapped = operands
        .with(n, { ...other, position: n })
        .with(other.position, { ...one, position: other.position });
      if (isTaken(forms, swapped, rules)) return `${name} ${swapped.map(({ text }) => text).join(', ')}`;
    }
  }
  return undefined;
}

/** Whether a form takes the operands; memory may lack its size. */
function isTaken(forms: readonly Form[], operands: readonly Operand[], rules: MatchRules): boolean {
  const match = chooseForm(forms, operands, rules);
  if (match !== undefined) return match.form.table !== 'defects' && isEncodable(match, rules.is64Bit);
  const memory = operands.find(isUnsizedMemory);
  return memory !== undefined && matchesBySize(forms, operands, memory, rules).size > 0;
}

/** A label or extern, whose address would be the immediate. */
function isLabelImmediate({ modes }: Operand): boolean {
  return (modes & OperandMode.LABEL) !== 0 && (modes & OperandMode.ADDRESS) === 0;
}

/**
 * The forms for which most operands have the right mode; of these, the forms for which most sizes are right
 * come first.
 */
function nearest(forms: readonly Form[], operands: readonly Operand[]): readonly Form[] {
  const rightModes = (form: Form): number =>
    form.kinds.filter((kind, n) => hasMode(kind, operands[n])).length;
  const rightSizes = (form: Form): number =>
    form.kinds.filter((kind, n) => {
      const size = operands[n]?.size;
      return size !== undefined && kind.sizes?.includes(size) === true;
    }).length;
  const best = Math.max(...forms.map(rightModes));
  return forms.filter(form => rightModes(form) === best).toSorted((a, b) => rightSizes(b) - rightSizes(a));
}

/** DynASM's message. It has a letter for the mode of each operand, and one for its size. */
function classicMessage(name: string, fitting: readonly Form[], operands: readonly Operand[]): string {
  const sizes = operands.flatMap(operand => (operand.size === undefined ? [] : [operand.size]));
  // DynASM does not say "mixed" where the size of an operand takes no part in matching.
  const isMixed =
    sizes.some(size => size !== sizes[0]) &&
    !fitting.some(form =>
      form.kinds.some(kind => kind.ignoresSize || (kind.anyOf & OperandMode.FLOAT) !== 0),
    );
  const size = isMixed ? 'mixed' : sizes.length > 0 ? 'bad' : 'missing';
  const written = operands.map(operand => modeLetter(operand) + (operand.size ?? '?')).join();
  return `${fitting.length === 0 ? 'bad operand mode' : `${size} operand size`} in \`${name} ${written}'`;
}

function modeLetter({ modes }: Operand): string {
  if ((modes & OperandMode.REGISTER) !== 0) return 'r';
  if ((modes & OperandMode.MEMORY) !== 0) return 'x';
  return (modes & OperandMode.FLOAT) === 0 ? 'i' : 'f';
}
