/**
 * Chooses the form of an instruction. Takes the forms of its mnemonic that have the right number of operands,
 * and the operands. Returns the first form that matches, with the operand size. If none does, throws an error
 * that lists what would have been accepted.
 */
import { StatementError } from '../../diagnostic/error.ts';
import type { Form } from './form.ts';
import type { OperandKind } from './notation.ts';
import { OperandMode } from './operand.ts';
import type { Operand } from './operand.ts';
import type { Size } from './registers.ts';

export interface Match {
  readonly form: Form;
  /** The size of the `v` and `y` operands; undefined if the form has none. */
  readonly operandSize: Size | undefined;
}

/** At most so many forms are listed with an error. */
const MAX_NOTES = 8;

/**
 * The first of `forms` that takes `operands`; undefined if none does. `isStrict`: the size word of an
 * immediate is the size of its field. Without this it is the size of the other operands, or means nothing, as
 * in DynASM.
 */
export function matchForm(
  forms: readonly Form[],
  operands: readonly Operand[],
  is64Bit: boolean,
  isStrict: boolean,
): Match | undefined {
  const sized = isStrict && operands.some(isSizedImmediate) ? operands.filter(isSizedImmediate) : NONE;
  for (const form of forms) {
    const match = hasModes(form, operands) ? matchSizes(form, operands, is64Bit, isStrict) : undefined;
    if (match !== undefined && sized.every(operand => fitsField(operand, match, is64Bit))) return match;
  }
  return undefined;
}

const NONE: readonly never[] = [];

/** Whether the operand is an immediate with a size word. That of a label or an address is not written. */
function isSizedImmediate({ modes, size }: Operand): boolean {
  return size !== undefined && (modes & OperandMode.IMMEDIATE) !== 0 && (modes & OperandMode.LABEL) === 0;
}

/** The size words of immediates by their kind. Others have the operand size. */
const IMMEDIATE_SIZES: Readonly<Record<string, Size>> = {
  '1': 'b',
  imm8: 'b',
  imm8sx: 'b',
  expr8: 'b',
  imm16: 'w',
  expr16: 'w',
  imm32: 'd',
  expr64: 'q',
  imm64: 'q',
};

/** Whether the size word of an immediate is right for the field of a form that matches otherwise. */
function fitsField(
  { position, size }: Operand,
  { form, operandSize = 'd' }: Match,
  is64Bit: boolean,
): boolean {
  const { mnemonic, kinds, code } = form;
  const kind = kinds[position]?.text.replace('?', '') ?? '';
  const fieldSize = IMMEDIATE_SIZES[kind] ?? operandSize;
  if (size === fieldSize) return true;
  // The encoder also writes an expression as a byte where its value fits.
  if (kind === 'expr' && size === 'b') return true;
  // A dword that the processor extends may be called a qword, and the other way round.
  const isExtended = is64Bit && (operandSize === 'q' || code.encoding.rexW || mnemonic === 'push');
  return isExtended && (fieldSize === 'd' || fieldSize === 'q') && (size === 'd' || size === 'q');
}

/** Throws a `StatementError` that says why none of `forms` takes `operands`. */
export function failMismatch(
  name: string,
  forms: readonly Form[],
  operands: readonly Operand[],
  is64Bit: boolean,
): never {
  const sizes = operands.flatMap(operand => (operand.size === undefined ? [] : [operand.size]));
  const listed = forms.filter(({ table }) => table !== 'defects');
  const fitting = forms.filter(form => hasModes(form, operands));
  // DynASM does not say "mixed" where the size of an operand takes no part in matching.
  const isMixed =
    sizes.some(size => size !== sizes[0]) &&
    !fitting.some(form =>
      form.kinds.some(kind => kind.ignoresSize || (kind.anyOf & OperandMode.FLOAT) !== 0),
    );
  const near = nearest(listed.length > 0 ? listed : forms, operands);
  const wrong = operands.find(
    (operand, n) => !near.some(({ kinds: { [n]: kind } }) => kind && hasMode(kind, operand)),
  );
  const written = operands.map(operand => modeLetter(operand) + (operand.size ?? '?')).join();
  const isModeBad = fitting.length === 0;
  const size = isMixed
    ? 'mixed operand size'
    : sizes.length > 0
      ? 'bad operand size'
      : 'missing operand size';
  throw new StatementError(`${isModeBad ? 'bad operand mode' : size} in \`${name} ${written}'`, {
    code: isModeBad ? 'operand-mode' : 'operand-size',
    at: wrong,
    notes: describeForms(name, near, is64Bit),
  });
}

/** Whether the operands have the modes that the form wants. */
function hasModes(form: Form, operands: readonly Operand[]): boolean {
  for (let n = 0; n < operands.length; n++) {
    const kind = form.kinds[n];
    if (kind === undefined || !hasMode(kind, operands[n])) return false;
  }
  return true;
}

function hasMode(kind: OperandKind, operand: Operand | undefined): boolean {
  const modes = operand?.modes ?? 0;
  return (modes & kind.anyOf) !== 0 && (modes & kind.allOf) === kind.allOf;
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

/** The match of a form whose modes fit; undefined if the sizes of the operands do not. */
function matchSizes(
  form: Form,
  operands: readonly Operand[],
  is64Bit: boolean,
  isStrict: boolean,
): Match | undefined {
  const { sizeRule } = form;
  if (sizeRule.rule === 'none') return { form, operandSize: undefined };
  if (sizeRule.rule === 'separate') return matchSeparateSizes(form, operands, is64Bit);
  let common: Size | undefined;
  let immediateSize: Size | undefined;
  for (let n = 0; n < operands.length; n++) {
    const kind = form.kinds[n];
    const operand = operands[n];
    if (kind === undefined || operand === undefined || !comparesSize(kind)) continue;
    const { size } = operand;
    if (isStrict && kind.sizes === undefined && isSizedImmediate(operand)) immediateSize ??= size;
    else if (size !== undefined && common !== undefined && size !== common) return undefined;
    else common ??= size;
  }
  // `mov [rax], dword 5`
  common ??= immediateSize;
  if (common === undefined || !sizeRule.sizes.includes(common)) return undefined;
  if (!sizeRule.isOperandSize) return { form, operandSize: undefined };
  if (common === 'q' && !is64Bit && !sizeRule.allows64BitOnX86) return undefined;
  return { form, operandSize: common };
}

function matchSeparateSizes(form: Form, operands: readonly Operand[], is64Bit: boolean): Match | undefined {
  let operandSize: Size | undefined;
  for (const { position, size } of operands) {
    const kind = form.kinds[position];
    if (kind === undefined || kind.ignoresSize || kind.sizes === undefined) continue;
    if (size === undefined || !kind.sizes.includes(size)) return undefined;
    if (!kind.isOperandSize) continue;
    if ((operandSize !== undefined && operandSize !== size) || (size === 'q' && !is64Bit)) return undefined;
    operandSize = size;
  }
  return { form, operandSize };
}

/**
 * Immediates are compared, too: their size word, or the size of an address, must not contradict the other
 * operands.
 */
function comparesSize(kind: OperandKind): boolean {
  return !kind.ignoresSize && (kind.sizes !== undefined || (kind.anyOf & OperandMode.IMMEDIATE) !== 0);
}

/** DynASM's letter for the mode of an operand. */
function modeLetter({ modes }: Operand): string {
  if ((modes & OperandMode.REGISTER) !== 0) return 'r';
  if ((modes & OperandMode.MEMORY) !== 0) return 'x';
  return (modes & OperandMode.FLOAT) === 0 ? 'i' : 'f';
}

/** Notes that list forms in the words of Intel's manual, each once; at most `MAX_NOTES`. */
export function describeForms(name: string, forms: readonly Form[], is64Bit: boolean): readonly string[] {
  const all = [...new Set(forms.map(form => `${name} ${describeOperands(form.operands, is64Bit)}`.trim()))];
  if (all.length <= MAX_NOTES) return all;
  return [...all.slice(0, MAX_NOTES - 1), `and ${all.length - MAX_NOTES + 1} more`];
}

/** The operands column in the words of Intel's manual: `r/mv, imm8sx` becomes `r/m16/32/64, imm8`. */
export function describeOperands(operands: string, is64Bit: boolean): string {
  const [v, y] = is64Bit ? ['16/32/64', '32/64'] : ['16/32', '32'];
  return operands
    .replace(/\?|\*2|[!-]/g, '')
    .replace(/\b(r|m|moffs)v\b/g, `$1${v}`)
    .replace(/\b(r|m)y\b/g, `$1${y}`)
    .replace(/\brAX\b/g, is64Bit ? 'ax/eax/rax' : 'ax/eax')
    .replace(/\b(immz|expr)\b/g, 'imm16/32')
    .replace(/\bexpr(8|16)\b/g, 'imm$1')
    .replace(/\bexpr64\b/g, 'imm32')
    .replace(/\bimm8sx\b/g, 'imm8')
    .replace(/\bRd\b/g, 'r32')
    .replace(/\bsti\b/g, 'st(i)')
    .replace(/\bshort\b/g, 'short rel8')
    .replace(/\baddr(64)?\b/g, '&address');
}
