/**
 * Chooses the form of an instruction. Takes the forms of its mnemonic that have the right number of operands,
 * and the operands. Returns the first form that matches, with the operand size; undefined if none does.
 */
import type { Form } from './form.ts';
import { Decoration, type OperandKind } from './notation.ts';
import { isMemory, OperandMode } from './operand.ts';
import type { Operand } from './operand.ts';
import { SIZES, SIZE_WORDS, type Size } from './registers.ts';

export interface Match {
  readonly form: Form;
  /** The size of the `v` and `y` operands; undefined if the form has none. */
  readonly operandSize: Size | undefined;
}

/** What decides whether a form matches, besides the operands. */
export interface MatchRules {
  readonly is64Bit: boolean;
  /**
   * Corrections stand for what DynASM encodes wrongly, and the size word of an immediate is the size of its
   * field. Without this the forms are DynASM's, and the size word is that of the other operands, or means
   * nothing.
   */
  readonly isStrict: boolean;
}

/**
 * The match of the form that the language wants. With strict rules it is a defect only if no other form takes
 * the operands.
 */
export function chooseForm(
  forms: readonly Form[],
  operands: readonly Operand[],
  rules: MatchRules,
): Match | undefined {
  const match = matchForm(forms, operands, rules);
  if (!rules.isStrict) {
    // Corrections are tried last: if one matches, no form that DynASM knows does.
    return match?.form.table === 'corrections' ? undefined : match;
  }
  if (match?.form.table !== 'defects') return match;
  // Where the manual has the form, a correction stands for what DynASM encodes wrongly.
  const corrections = forms.filter(({ table }) => table === 'corrections');
  return matchForm(corrections, operands, rules) ?? match;
}

/** The first of `forms` that takes `operands`; undefined if none does. */
export function matchForm(
  forms: readonly Form[],
  operands: readonly Operand[],
  rules: MatchRules,
): Match | undefined {
  const { is64Bit, isStrict } = rules;
  const sized = isStrict && operands.some(isSizedImmediate) ? operands.filter(isSizedImmediate) : NONE;
  for (const form of forms) {
    const match = hasModes(form, operands) ? matchSizes(form, operands, is64Bit, isStrict) : undefined;
    if (match !== undefined && sized.every(operand => fitsField(operand, match, is64Bit))) return match;
  }
  return undefined;
}

const NONE: readonly never[] = [];

/** Whether the operand is memory without a size word. */
export function isUnsizedMemory({ modes }: Operand): boolean {
  return (modes & OperandMode.UNSIZED) !== 0;
}

/**
 * Whether a match of memory without a size word may be one of several: the size was taken from another
 * operand, but a form does not ask for equal sizes (`crc32 eax, [rdi]`), or that operand is an immediate
 * (`shl [rdi], byte 3`).
 */
export function isSizeGuessed(forms: readonly Form[], operands: readonly Operand[]): boolean {
  return (
    forms.some(
      ({ sizeRule, kinds }) =>
        sizeRule.rule === 'separate' &&
        kinds.some(({ anyOf, sizes }) => (anyOf & OperandMode.MEMORY) !== 0 && sizes !== undefined),
    ) || operands.some(isSizedImmediate)
  );
}

/**
 * What matches if `operand`, one of `operands`, is given a size, by that size. Left out are matches that
 * cannot be encoded, and with strict rules the defects.
 */
export function matchesBySize(
  forms: readonly Form[],
  operands: readonly Operand[],
  operand: Operand,
  rules: MatchRules,
): ReadonlyMap<Size, Match> {
  const found = new Map<Size, Match>();
  const sizes = (operand.modes & OperandMode.REGISTER) === 0 ? SIZE_WORDS.values() : SIZES;
  for (const size of sizes) {
    const match = chooseForm(forms, operands.with(operand.position, withSize(operand, size)), rules);
    const isDefect = rules.isStrict && match?.form.table === 'defects';
    if (match !== undefined && !isDefect && isEncodable(match, rules.is64Bit)) found.set(size, match);
  }
  // `mov [rax], dword 5`: a qword, whose immediate has a dword, too, is not meant.
  const exact = [...found].filter(([, match]) =>
    operands.every(each => !isSizedImmediate(each) || hasFieldSize(each, match)),
  );
  return exact.length > 0 ? new Map(exact) : found;
}

function withSize(operand: Operand, size: Size): Operand {
  const { UNSIZED, SIZED } = OperandMode;
  const modes = isUnsizedMemory(operand) ? (operand.modes & ~UNSIZED) | SIZED : operand.modes;
  return { ...operand, size, modes };
}

/** Whether the architecture has the form: x86 does not have REX.W. */
export function isEncodable({ form, operandSize }: Match, is64Bit: boolean): boolean {
  const { rexW, vex, evex } = form.code.encoding;
  return is64Bit || (operandSize !== 'q' && (!rexW || vex !== undefined || evex !== undefined));
}

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
  imm8sx16: 'w',
  expr16: 'w',
  imm32: 'd',
  expr64: 'q',
  imm64: 'q',
};

/** The size of the immediate's field. */
function fieldSize({ position }: Operand, { form, operandSize = 'd' }: Match): Size {
  return IMMEDIATE_SIZES[form.kinds[position]?.text.replace('?', '') ?? ''] ?? operandSize;
}

/** Whether the size word of an immediate is the size of its field. */
function hasFieldSize(operand: Operand, match: Match): boolean {
  if (operand.size === fieldSize(operand, match)) return true;
  // The encoder also writes an expression as a byte where its value fits.
  return operand.size === 'b' && match.form.kinds[operand.position]?.text.replace('?', '') === 'expr';
}

/** Whether the size word of an immediate is right for the field of a form that matches otherwise. */
function fitsField(operand: Operand, match: Match, is64Bit: boolean): boolean {
  if (hasFieldSize(operand, match)) return true;
  // A dword that the processor extends may be called a qword, and the other way round.
  const { form, operandSize } = match;
  const { rexW, vex } = form.code.encoding;
  const isExtended = operandSize === 'q' || (rexW && vex === undefined) || form.mnemonic === 'push';
  const sizes = [operand.size, fieldSize(operand, match)];
  return is64Bit && isExtended && sizes.includes('d') && sizes.includes('q');
}

/** Whether the operands have the modes that the form wants. */
export function hasModes(form: Form, operands: readonly Operand[]): boolean {
  for (let n = 0; n < operands.length; n++) {
    const kind = form.kinds[n];
    const operand = operands[n];
    if (kind === undefined || !hasMode(kind, operand)) return false;
    if (operand?.element !== undefined && operand.element !== form.code.element) return false;
    if (operand === undefined || !allowsDecorators(form, kind, operand)) return false;
  }
  if (operands.some(isExtended) && !allowsExtended(form, operands)) return false;
  // In the same bit of the prefix memory says that it is broadcast.
  return !operands.some(isRounded) || !operands.some(isMemory);
}

/** Whether the operand names one of r16 … r31. */
export function isExtended({ modes }: Operand): boolean {
  return (modes & OperandMode.EXTENDED) !== 0;
}

/** REX2 cannot stand beside a register whose number is known at run time only: its bits are elsewhere. */
function allowsExtended({ code, isEvex }: Form, operands: readonly Operand[]): boolean {
  return code.takesExtended && (isEvex || !operands.some(hasVariable));
}

export function hasVariable({ register, index }: Operand): boolean {
  return register?.variable !== undefined || index?.variable !== undefined;
}

function isRounded({ decorators }: Operand): boolean {
  return decorators?.rounding !== undefined;
}

/** Whether an operand of a form may have the decorators that it has, and has those that it must have. */
function allowsDecorators(
  { isEvex }: Form,
  { decorations, broadcast }: OperandKind,
  { decorators, modes }: Operand,
): boolean {
  const needsMask = (decorations & Decoration.NEEDS_MASK) !== 0;
  if ((modes & OperandMode.EVEX) === 0) return !needsMask;
  if (!isEvex) return false;
  if (decorators === undefined || (needsMask && decorators.mask === undefined)) return !needsMask;
  const { mask, isZeroing, rounding } = decorators;
  const wanted =
    (mask === undefined ? 0 : Decoration.MASK) |
    (isZeroing ? Decoration.ZEROING : 0) |
    (rounding === undefined ? 0 : rounding === 'sae' ? Decoration.SAE : Decoration.ROUNDING);
  // What is zeroed are the elements that a mask leaves out, and memory is never zeroed.
  if (isZeroing && (mask === undefined || (modes & OperandMode.REGISTER) === 0)) return false;
  const allowed = (modes & OperandMode.REGISTER) === 0 ? decorations & ~ROUNDINGS : decorations;
  return (wanted & ~allowed) === 0 && decorators.broadcast === broadcast;
}

const ROUNDINGS = Decoration.ROUNDING | Decoration.SAE;

export function hasMode(kind: OperandKind, operand: Operand | undefined): boolean {
  const modes = operand?.modes ?? 0;
  if ((modes & kind.anyOf) === 0 || (modes & kind.allOf) !== kind.allOf) return false;
  // Memory that is broadcast needs no size word.
  return kind.element === undefined || operand?.size === undefined || operand.size === kind.element;
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
