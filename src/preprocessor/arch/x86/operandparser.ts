/**
 * Parses one operand. Takes its text, in which defines have been replaced, and what is known when it is
 * parsed: registers, types, labels. Returns an `Operand`: its modes (what kind of operand it is), its size,
 * and its parts. Error messages are DynASM's, as C and Lua output show them.
 */
import { contains, SIGNED_BYTE } from '../../../encoder/format/range.ts';
import { skipBlanks } from '../../text/blank.ts';
import { StatementError } from '../../diagnostic/error.ts';
import { cut, trimmedPart, type Slice } from '../../text/slice.ts';
import { asSignedByte, checkInteger, parseInteger } from './integer.ts';
import { takeDecorators } from './decorator.ts';
import { parseLabel } from './labelparser.ts';
import { parseMemory } from './memoryparser.ts';
import { parseSegmented } from './segment.ts';
import { parseFarPointer } from './farpointer.ts';
import { isAddressLike, OperandMode } from './operand.ts';
import type { Decorators, Operand, RegisterUse, Sum } from './operand.ts';
import type { OperandContext } from './operandcontext.ts';
import { draft, type Draft } from './operanddraft.ts';
import { checkArrow, endOfName, findRegister, takeVariable, type Reference } from './registerparser.ts';
import { isExtendedGeneral, SIZE_BYTES } from './registers.ts';
import type { Size } from './registers.ts';
import { addressSize, mayBeginWithSize, sizeOfWord } from './sizeword.ts';
import { checkExpression, failRegister } from './strayname.ts';
import { parseLabelSum } from './sumparser.ts';

/** A far pointer in memory. */
const FAR = /^far[ \t-\r]*(?=\[|[c-gs]s[ \t-\r]*:).*\]$/s;
/** Blanks are those of Lua, not of Unicode. */
const SIZE_PREFIX = /^([A-Za-z0-9]+)[ \t-\r]*([^]+)$/;

/**
 * Parses the operand at `position` (from 0). `isQword`: it is data of 64 bits, so a literal beyond 32 bits is
 * left to the host language as an expression. Throws `StatementError`.
 */
export function parseOperand(
  written: Slice,
  position: number,
  context: OperandContext,
  isQword = false,
): Operand {
  const { extendedActions } = context.statement.capabilities;
  context.position = position;
  const decorated = extendedActions ? takeDecorators(written, context) : undefined;
  const slice = decorated?.rest ?? written;
  const { text } = slice;
  let size: Size | undefined;
  let expression = slice;
  if (mayBeginWithSize(text)) {
    const [, word = '', rest = ''] = SIZE_PREFIX.exec(text) ?? [];
    const isName = /^\w/.test(rest) && text.length === word.length + rest.length;
    if (!isName || !context.statement.capabilities.rejectsDefects) size = sizeOfWord(word, context);
    if (size !== undefined) expression = cut(slice, text.length - rest.length);
    if (size !== undefined && isName) {
      context.statement.warn('size-word', `\`${text}' reads as \`${word} ${rest}'`, slice);
    }
  }
  const isFar = extendedActions && FAR.test(expression.text);
  if (isFar) expression = cut(expression, skipBlanks(expression.text, 3));
  const isSegmented = extendedActions && expression.text.includes(':');
  const operand =
    (isSegmented
      ? (parseSegmented(expression, size, context) ?? parseFarPointer(expression, size, context))
      : undefined) ??
    (isInBrackets(expression)
      ? parseMemory(insideBrackets(expression), size, context)
      : parseDirect(slice, expression, size, context, isQword));
  if (isFar) operand.modes = OperandMode.FAR;
  else if ((operand.modes & OperandMode.MEMORY) !== 0) {
    operand.modes |= operand.size === undefined ? OperandMode.UNSIZED : OperandMode.SIZED;
  }
  if ((operand.modes & OperandMode.VSIB) !== 0) {
    operand.element = size;
    operand.size = operand.index?.register.size;
    if ((operand.index?.register.number ?? 0) > 15) operand.modes |= OperandMode.EVEX;
  }
  if (isExtendedUse(operand.register) || isExtendedUse(operand.index)) operand.modes |= OperandMode.EXTENDED;
  if (decorated !== undefined) decorate(operand, decorated.decorators, written);
  operand.text = written.text;
  operand.start = written.start;
  operand.end = written.end;
  operand.position = position;
  return operand;
}

function isExtendedUse(use: RegisterUse | undefined): boolean {
  return use !== undefined && isExtendedGeneral(use.register);
}

/** Adds decorators to the operand that they belong to. */
function decorate(operand: Draft, decorators: Decorators, at: Slice): void {
  const isBroadcast = decorators.broadcast > 0;
  if (isBroadcast && (operand.modes & OperandMode.MEMORY) === 0) {
    throw new StatementError('only memory can be broadcast', { code: 'decorator', at });
  }
  operand.decorators = decorators;
  operand.modes |= OperandMode.EVEX;
  if (!isBroadcast) return;
  const { MEMORY, SIZED, UNSIZED, MOFFS, BROADCAST } = OperandMode;
  operand.modes = (operand.modes & ~(MEMORY | SIZED | UNSIZED | MOFFS)) | BROADCAST;
}

function isInBrackets({ text }: Slice): boolean {
  return text.startsWith('[') && text.endsWith(']');
}

/** The text between the first and the last character of `slice`, without the blanks around it. */
function insideBrackets({ text, start }: Slice): Slice {
  return trimmedPart(text, 1, text.length - 1, start);
}

/**
 * Parses an operand without brackets: an immediate, a register, a member of a type, or a label. `expression`
 * is `operand` without its size word.
 */
function parseDirect(
  operand: Slice,
  expression: Slice,
  writtenSize: Size | undefined,
  context: OperandContext,
  isQword: boolean,
): Draft {
  const { is64Bit, statement } = context;
  const { dialect } = statement;
  let size = writtenSize;
  let number = parseInteger(expression, dialect, isQword);
  if (number === undefined && expression.text.startsWith('*') && size !== undefined) {
    const factor = parseInteger(cut(expression, 1), dialect);
    if (factor !== undefined) {
      number = checkInteger(factor * SIZE_BYTES[size], operand);
      size = undefined;
    }
  }
  if (number !== undefined) {
    if (size !== undefined && !statement.capabilities.rejectsDefects) failSizeOverride(operand);
    const one = number === 1 ? OperandMode.ONE : 0;
    const signedByte = contains(SIGNED_BYTE, asSignedByte(number)) ? OperandMode.SIGNED_BYTE : 0;
    return draft(OperandMode.IMMEDIATE | one | signedByte, size, number);
  }

  const nameEnd = endOfName(expression.text, 0);
  const found = findRegister(expression.text.slice(0, nameEnd), expression, 0, context);
  if (found !== undefined) {
    const named = parseNamed(operand, expression, cut(expression, 0, nameEnd), found, size, context);
    if (named !== undefined) return named;
  }

  const target = statement.capabilities.extendedActions ? shortTarget(expression) : undefined;
  if (target !== undefined) {
    const label = parseSum(target, context) ?? parseLabel(target, context) ?? failShort(target);
    return draft(OperandMode.IMMEDIATE | OperandMode.SHORT, undefined, label);
  }
  const sum = parseSum(expression, context);
  if (sum !== undefined && !isAddressLike(sum)) {
    return draft(OperandMode.IMMEDIATE, size, sum);
  }
  const label = sum ?? parseLabel(expression, context);
  if (label === undefined) {
    checkExpression(expression, context);
    const value = { kind: 'value', ...expression } as const;
    return draft(OperandMode.IMMEDIATE | OperandMode.EXPRESSION, size, value);
  }
  if (size === 'w' && statement.capabilities.extendedActions) {
    return draft(OperandMode.WORD_LABEL, undefined, label);
  }
  const ownSize = addressSize(is64Bit);
  if (size !== undefined && size !== ownSize) failSizeOverride(operand);
  let modes: number = OperandMode.IMMEDIATE | OperandMode.LABEL;
  if (label.kind === 'address') {
    modes |= OperandMode.ADDRESS | (statement.capabilities.addresses64Bit ? OperandMode.ADDRESS_64 : 0);
  }
  return draft(modes, ownSize, label);
}

/** The sum with labels that an operand is, where the action list can have such. */
function parseSum(operand: Slice, context: OperandContext): Sum | undefined {
  return context.statement.capabilities.extendedActions ? parseLabelSum(operand, context) : undefined;
}

/** What follows the word `short`; undefined where the operand does not begin with it. */
function shortTarget(operand: Slice): Slice | undefined {
  const { text } = operand;
  if (!text.startsWith('short') || skipBlanks(text, 5) === 5) return undefined;
  return cut(operand, skipBlanks(text, 5));
}

function failShort(target: Slice): never {
  throw new StatementError(`\`${target.text}' is not a label`, {
    code: 'label',
    at: target,
    notes: ['a short branch goes to a label: `jmp short >1`'],
  });
}

/**
 * Parses an operand that begins with the name of a register or of a type. Returns undefined if that is a
 * variable of the host program, at the start of an expression.
 */
function parseNamed(
  operand: Slice,
  expression: Slice,
  name: Slice,
  { register, type }: Reference,
  size: Size | undefined,
  context: OperandContext,
): Draft | undefined {
  const { is64Bit, statement } = context;
  const [use, tail] = takeVariable(register, expression, name.text.length, context);
  if (tail.text !== '') {
    const isMember = type !== undefined && /^(?:->|[.[])/.test(tail.text);
    if (statement.dialect.expressions !== undefined) {
      if (!isMember && statement.isHostName(name.text)) return undefined;
      if (type === undefined && !/^[\w$]/.test(tail.text)) failRegister(name, context);
      if (isMember) checkArrow(type, name, tail);
    }
    if (type === undefined) {
      throw new StatementError(`bad operand \`${operand.text}'`, { code: 'operand', at: operand });
    }
    checkExpression(tail, context);
    return draft(OperandMode.MEMORY, size, 0, use, { kind: 'member', type, ...tail });
  }
  if (size !== undefined) failSizeOverride(operand);
  if (register.number === 4 && (register.size === 'w' || (is64Bit && register.size === 'd'))) {
    const message = `bad idea, try again with \`${is64Bit ? 'rsp' : 'esp'}'`;
    statement.warn('bad-idea', message, name);
  }
  const first = register.number === 0 ? OperandMode.FIRST : 0;
  const own = REGISTER_MODES[register.internal] ?? 0;
  const variable = use.variable === undefined ? 0 : OperandMode.VARIABLE;
  const kind = register.size === 'f' ? OperandMode.FLOAT : OperandMode.REGISTER;
  const evex = register.number > 15 && !isExtendedGeneral(register) ? OperandMode.EVEX : 0;
  return draft(kind | first | own | variable | evex, register.size, 0, use);
}

/** Registers that forms name. */
const REGISTER_MODES: Readonly<Record<string, number>> = {
  '@b1': OperandMode.CL,
  '@w2': OperandMode.DX,
  '@s1': OperandMode.CS,
  '@s2': OperandMode.SS,
  '@s3': OperandMode.DS,
  '@s4': OperandMode.FS,
  '@s5': OperandMode.GS,
};

function failSizeOverride(operand: Slice): never {
  throw new StatementError(`\`${operand.text}' cannot have a size word`, {
    code: 'size-override',
    classic: 'bad operand size override',
    at: operand,
  });
}
