/**
 * Parses the address of a memory operand as DynASM reads it: registers first, then one displacement. Takes
 * the text between the brackets. In a language that takes addresses as people write them, what DynASM's order
 * does not cover goes to the parser of sums (addressparser.ts).
 */
import { StatementError } from '../../diagnostic/error.ts';
import { skipBlanks } from '../../text/blank.ts';
import { cut, type Slice } from '../../text/slice.ts';
import type { StatementContext } from '../arch.ts';
import { parseAddress } from './addressparser.ts';
import { isLoose } from '../../text/expressionsplit.ts';
import { mayBeLabelSum } from '../../text/labelsum.ts';
import { checkBase, checkIndex, checkSizes, failDisplacement, SCALES } from './addresserror.ts';
import { parseInteger } from './integer.ts';
import { parseLabel } from './labelparser.ts';
import { OperandMode } from './operand.ts';
import type { RegisterUse, Value } from './operand.ts';
import type { OperandContext } from './operandcontext.ts';
import { draft, type Draft } from './operanddraft.ts';
import { behind, endOfName, findRegister, takeVariable } from './registerparser.ts';
import { isVectorSize, type Register, type Size } from './registers.ts';
import { sizeTimes } from './sizeword.ts';
import { findStrayName, mayHaveStrayName } from './strayname.ts';

/** Blanks are those of Lua, not of Unicode. */
const SCALE = /^\*[ \t-\r]*([1248])[ \t-\r]*([^]*)$/;
/** A displacement that is a label, not an expression. */
const LABEL = /^(?:->[\w@]+|[<>][1-9]|extern[ \t-\r]+[^ \t-\r]+)$/;
/** A sign, but not that of `->`, and no second minus: `--n` would decrement. */
const SIGN = /^(?:\+|-(?!>|-(?!>)))/;

/** A register of an address, with its name as it is written. */
interface Named {
  readonly register: Register;
  readonly use: RegisterUse;
  readonly name: Slice;
}

/** The parts of an address, in their order. */
interface Parts {
  readonly base: Named | undefined;
  readonly index: Named | undefined;
  readonly scale: number;
  /** What follows the registers. */
  readonly rest: Slice;
}

/** @throws {StatementError} the text is not an address */
export function parseMemory(slice: Slice, size: Size | undefined, context: OperandContext): Draft {
  const { is64Bit, statement } = context;
  const withoutRegisters = OperandMode.MEMORY | (is64Bit ? 0 : OperandMode.MOFFS);
  const number = parseInteger(slice, statement.dialect);
  if (number !== undefined) return draft(withoutRegisters, size, 0, undefined, number);

  const parts = splitAddress(slice, context);
  const { base, index, scale, rest } = parts;
  if (statement.dialect.expressions !== undefined && !isInOrder(parts, context)) {
    return parseAddress(slice, size, context);
  }
  if (base === undefined && index === undefined) {
    return draft(withoutRegisters, size, 0, undefined, parseSigned('+', slice, slice, context));
  }
  if (base !== undefined) checkBase(base.register, base.name);
  if (index !== undefined) checkIndex(index.register, index.name);
  if (base !== undefined && index !== undefined) checkSizes(base.register, index.register, slice, statement);
  checkSign(slice, rest, statement);
  const displacement = parseDisplacement(rest, context);
  const modes = isVectorSize(index?.register.size) ? OperandMode.VSIB : OperandMode.MEMORY;
  return draft(modes, size, 0, base?.use, displacement, index?.use, scale);
}

/** Finds the registers at the start of an address: `base`, `index*scale` or `base+index*scale`. */
function splitAddress(slice: Slice, context: OperandContext): Parts {
  const { text } = slice;
  const nameEnd = endOfName(text, 0);
  const first = findRegister(text.slice(0, nameEnd), slice, 0, context, true)?.register;
  if (first === undefined) return { base: undefined, index: undefined, scale: 0, rest: slice };
  const [firstUse, tail] = takeVariable(first, slice, nameEnd, context);
  const base = { register: first, use: firstUse, name: cut(slice, 0, nameEnd) };

  const scaled = tail.text.startsWith('*') ? SCALE.exec(tail.text) : null;
  if (scaled !== null) {
    const [, scale = '', rest = ''] = scaled;
    return { base: undefined, index: base, scale: SCALES.indexOf(scale), rest: endingWith(tail, rest) };
  }
  const secondStart = tail.text.startsWith('+') ? skipBlanks(tail.text, 1) : tail.text.length;
  const secondEnd = endOfName(tail.text, secondStart);
  const secondName = tail.text.slice(secondStart, secondEnd);
  const second = findRegister(secondName, tail, secondStart, context, true)?.register;
  if (second === undefined) return { base, index: undefined, scale: 0, rest: tail };
  const [secondUse, afterIndex] = takeVariable(second, tail, secondEnd, context);
  const index = { register: second, use: secondUse, name: cut(tail, secondStart, secondEnd) };
  const factor = afterIndex.text.startsWith('*') ? SCALE.exec(afterIndex.text) : null;
  const [, scale = '1', rest = afterIndex.text] = factor ?? [];
  return { base, index, scale: SCALES.indexOf(scale), rest: endingWith(afterIndex, rest) };
}

/** The end of `slice` that has the text `rest`. */
function endingWith(slice: Slice, rest: string): Slice {
  return cut(slice, slice.text.length - rest.length);
}

/** Whether the address is right as DynASM reads it: no register is left in what follows the registers. */
function isInOrder({ base, index, rest }: Parts, context: OperandContext): boolean {
  if (base?.register.canBeBase === false || index?.register.canBeIndex === false) return false;
  if (rest.text === '') return true;
  const hasRegisters = base !== undefined || index !== undefined;
  if (hasRegisters && !SIGN.test(rest.text)) return false;
  const unsigned = hasRegisters ? behind(rest, 1) : rest;
  // A label may be subtracted, or be one term of several.
  const mayBeSum =
    context.statement.capabilities.extendedActions && mayBeLabelSum(hasRegisters ? rest.text : unsigned.text);
  if (mayBeSum) return false;
  if (LABEL.test(unsigned.text) || !mayHaveStrayName(unsigned, context)) return true;
  const { statement } = context;
  if (sizeTimes(unsigned, 1, rest, context) !== undefined) return true;
  // Of names that the file declares, those between looser operators are no registers.
  const code = statement.dialect.expressions?.mask(unsigned.text) ?? '';
  return isLoose(code) && findStrayName(unsigned, context) === undefined;
}

/**
 * Parses what follows the registers: nothing, a number, or a sign with a number, `size*number`, a label or an
 * expression.
 */
function parseDisplacement(slice: Slice, context: OperandContext): Value {
  const number = slice.text === '' ? 0 : parseInteger(slice, context.statement.dialect);
  if (number !== undefined) return number;
  const sign = slice.text.charAt(0);
  if (sign !== '+' && sign !== '-') failDisplacement(slice.text, slice);
  return parseSigned(sign, behind(slice, 1), slice, context);
}

/**
 * Parses a displacement: `unsigned` is what stands behind the sign, `signed` also has the sign if one is
 * written.
 */
function parseSigned(sign: '+' | '-', unsigned: Slice, signed: Slice, context: OperandContext): Value {
  const { text } = unsigned;
  if (text === '') failDisplacement(signed.text || sign, signed);
  const product = sizeTimes(unsigned, sign === '-' ? -1 : 1, signed, context);
  if (product !== undefined) return product;
  const label = parseLabel(unsigned, context);
  if (label === undefined) return { kind: 'value', ...(sign === '+' ? unsigned : signed) };
  if (sign === '-') {
    throw new StatementError('cannot invert label reference', { code: 'displacement', at: signed });
  }
  return label;
}

/**
 * Rejects a displacement that follows a register without a sign, or warns about it: `[rax*16]`, `[rax 5]`.
 */
function checkSign(memory: Slice, displacement: Slice, statement: StatementContext): void {
  const { text } = displacement;
  if (text === '' || /^[+-]/.test(text)) return;
  const message = `\`${text}' in \`[${memory.text}]' is added as a displacement`;
  statement.rejectOrWarn('displacement', message, memory);
}
