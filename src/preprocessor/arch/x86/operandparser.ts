/**
 * Parses one operand. Takes its text, in which defines have been replaced, and what is known when it is
 * parsed: registers, types, labels. Returns an `Operand`: its modes (what kind of operand it is), its size,
 * and its parts. Error messages are DynASM's, as C and Lua output show them.
 */
import { FORWARD } from '../../../encoder/format/action.ts';
import { contains, SIGNED_BYTE } from '../../../encoder/format/range.ts';
import { skipBlanks } from '../../text/blank.ts';
import { StatementError } from '../../diagnostic/error.ts';
import type { HostType } from '../../item.ts';
import { cut, NOTHING, trimmedPart, type Slice } from '../../text/slice.ts';
import type { StatementContext } from '../arch.ts';
import { asSignedByte, checkInteger, parseInteger } from './integer.ts';
import { OperandMode } from './operand.ts';
import type { Label, Operand, RegisterUse, Value } from './operand.ts';
import { SIZE_BYTES, SIZE_WORDS } from './registers.ts';
import type { Register, Registers, Size } from './registers.ts';

/** What an operand is parsed with. */
export interface OperandContext {
  readonly is64Bit: boolean;
  readonly registers: Registers;
  readonly statement: StatementContext;
}

/** An operand without its place in the statement, which `parseOperand` adds. */
interface Draft extends Operand {
  text: string;
  start: number;
  end: number;
  position: number;
  modes: number;
}

/** Makes every operand, so that all have the same shape for V8. */
function draft(
  modes: number,
  size: Size | undefined,
  immediate: Value,
  register?: RegisterUse,
  displacement: Value = 0,
  index?: RegisterUse,
  scale = 0,
): Draft {
  return {
    text: '',
    start: 0,
    end: 0,
    position: 0,
    modes,
    size,
    register,
    index,
    scale,
    displacement,
    immediate,
  };
}

/** Blanks are those of Lua, not of Unicode. */
const SIZE_PREFIX = /^([A-Za-z0-9]+)[ \t-\r]*([^]+)$/;
const SCALE = /^\*[ \t-\r]*([1248])[ \t-\r]*([^]*)$/;
const SIZE_TIMES = /^([A-Za-z0-9]+)[ \t-\r]*\*[ \t-\r]*([^]+)$/;
const TYPE_OVERRIDE = /^(\w+):(@?\w+)$/;
const SCALES = ['1', '2', '4', '8'];

/** The size that a size word stands for; undefined for other words. */
export function sizeOfWord(word: string, is64Bit: boolean): Size | undefined {
  return word === 'aword' ? addressSize(is64Bit) : SIZE_WORDS.get(word);
}

export function addressSize(is64Bit: boolean): Size {
  return is64Bit ? 'q' : 'd';
}

/**
 * Parses the operand at `position` (from 0). `isQword`: it is data of 64 bits, so a literal beyond 32 bits is
 * left to the host language as an expression. Throws `StatementError`.
 */
export function parseOperand(
  slice: Slice,
  position: number,
  context: OperandContext,
  isQword = false,
): Operand {
  const { text } = slice;
  let size: Size | undefined;
  let expression = slice;
  if (mayBeginWithSize(text)) {
    const [, word = '', rest = ''] = SIZE_PREFIX.exec(text) ?? [];
    size = sizeOfWord(word, context.is64Bit);
    if (size !== undefined) expression = endingWith(slice, rest);
    if (size !== undefined && /^\w/.test(rest) && text.length === word.length + rest.length) {
      context.statement.rejectOrWarn('size-word', `\`${text}' reads as \`${word} ${rest}'`, slice);
    }
  }
  const operand =
    expression.text.startsWith('[') && expression.text.endsWith(']')
      ? parseMemory(insideBrackets(expression), size, context)
      : parseDirect(slice, expression, size, context, isQword);
  if ((operand.modes & OperandMode.MEMORY) !== 0) {
    operand.modes |= operand.size === undefined ? OperandMode.UNSIZED : OperandMode.SIZED;
  }
  operand.text = text;
  operand.start = slice.start;
  operand.end = slice.end;
  operand.position = position;
  return operand;
}

/** The text between the first and the last character of `slice`, without the blanks around it. */
function insideBrackets({ text, start }: Slice): Slice {
  return trimmedPart(text, 1, text.length - 1, start);
}

/** A fast test that sorts most operands out: false only if `text` does not begin with a size word. */
function mayBeginWithSize(text: string): boolean {
  return text.startsWith('word', 1) || text.startsWith('byte') || text.startsWith('word');
}

/** The end of `slice` that has the text `rest`. */
function endingWith(slice: Slice, rest: string): Slice {
  return { text: rest, start: slice.end - rest.length, end: slice.end };
}

/** `slice` without its first `length` characters and the blanks behind them. */
function behind(slice: Slice, length: number): Slice {
  return cut(slice, skipBlanks(slice.text, length));
}

/** Index behind the name of a register or type (`rax`, `@q0`, `TYPE:rax`) that begins at `start`. */
function endOfName(text: string, start: number): number {
  let index = start;
  for (; index < text.length; index++) {
    const code = text.charCodeAt(index);
    const isPart =
      (code >= 97 && code <= 122) || (code >= 48 && code <= 58) || (code >= 64 && code <= 90) || code === 95;
    if (!isPart) break;
  }
  return index;
}

/** Parses the text between the brackets of a memory operand: base, index, displacement. */
function parseMemory(slice: Slice, size: Size | undefined, context: OperandContext): Draft {
  const { is64Bit, statement } = context;
  const withoutRegisters = OperandMode.MEMORY | (is64Bit ? 0 : OperandMode.MOFFS);
  const number = parseInteger(slice);
  if (number !== undefined) return draft(withoutRegisters, size, 0, undefined, number);

  const { text } = slice;
  const nameEnd = endOfName(text, 0);
  const first = findRegister(text.slice(0, nameEnd), slice, 0, context)?.register;
  if (first === undefined) {
    return draft(withoutRegisters, size, 0, undefined, parseSigned('+', slice, slice, context));
  }
  const [base, tail] = takeVariable(first, slice, nameEnd, context);

  const scaled = tail.text.startsWith('*') ? SCALE.exec(tail.text) : null;
  if (scaled !== null) {
    checkIndex(first, slice, 0, nameEnd);
    const rest = endingWith(tail, scaled[2] ?? '');
    checkSign(slice, rest, statement);
    const scale = SCALES.indexOf(scaled[1] ?? '');
    return draft(OperandMode.MEMORY, size, 0, undefined, parseDisplacement(rest, context), base, scale);
  }
  if (!first.canBeBase) {
    const at = cut(slice, 0, nameEnd);
    throw new StatementError(`bad base register \`${first.name}'`, { code: 'base-register', at });
  }
  const constant = tail.text === '' ? 0 : parseInteger(tail);
  if (constant !== undefined) {
    checkSign(slice, tail, statement);
    return draft(OperandMode.MEMORY, size, 0, base, constant);
  }

  const secondStart = tail.text.startsWith('+') ? skipBlanks(tail.text, 1) : tail.text.length;
  const secondEnd = endOfName(tail.text, secondStart);
  const secondName = tail.text.slice(secondStart, secondEnd);
  const second = findRegister(secondName, tail, secondStart, context)?.register;
  if (second === undefined) {
    return draft(OperandMode.MEMORY, size, 0, base, parseDisplacement(tail, context));
  }
  checkIndex(second, tail, secondStart, secondEnd);
  if (second.size !== first.size) {
    const message = `base and index of different sizes in \`[${slice.text}]'`;
    statement.rejectOrWarn('mixed-address', message, slice);
  }
  const [index, afterIndex] = takeVariable(second, tail, secondEnd, context);
  const factor = afterIndex.text.startsWith('*') ? SCALE.exec(afterIndex.text) : null;
  const rest = factor === null ? afterIndex : endingWith(afterIndex, factor[2] ?? '');
  checkSign(slice, rest, statement);
  const scale = SCALES.indexOf(factor?.[1] ?? '1');
  return draft(OperandMode.MEMORY, size, 0, base, parseDisplacement(rest, context), index, scale);
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
  let size = writtenSize;
  let number = parseInteger(expression, isQword);
  if (number === undefined && expression.text.startsWith('*') && size !== undefined) {
    const factor = parseInteger(cut(expression, 1));
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
    const { register, type } = found;
    const [use, tail] = takeVariable(register, expression, nameEnd, context);
    if (tail.text !== '') {
      if (type === undefined) {
        throw new StatementError(`bad operand \`${operand.text}'`, { code: 'operand', at: operand });
      }
      return draft(OperandMode.MEMORY, size, 0, use, { kind: 'member', type, ...tail });
    }
    if (size !== undefined) failSizeOverride(operand);
    if (register.number === 4 && (register.size === 'w' || (is64Bit && register.size === 'd'))) {
      const message = `bad idea, try again with \`${is64Bit ? 'rsp' : 'esp'}'`;
      statement.warn('bad-idea', message, cut(expression, 0, nameEnd));
    }
    const first = register.number === 0 ? OperandMode.FIRST : 0;
    const cl = register.internal === '@b1' ? OperandMode.CL : 0;
    const variable = use.variable === undefined ? 0 : OperandMode.VARIABLE;
    const kind = register.size === 'f' ? OperandMode.FLOAT : OperandMode.REGISTER;
    return draft(kind | first | cl | variable, register.size, 0, use);
  }

  const target = statement.capabilities.extendedActions ? shortTarget(expression) : undefined;
  if (target !== undefined) {
    const label = parseLabel(target, statement) ?? failShort(target);
    return draft(OperandMode.IMMEDIATE | OperandMode.SHORT, undefined, label);
  }
  const label = parseLabel(expression, statement);
  if (label === undefined) {
    const value = { kind: 'value', ...expression } as const;
    return draft(OperandMode.IMMEDIATE | OperandMode.EXPRESSION, size, value);
  }
  const ownSize = addressSize(is64Bit);
  if (size !== undefined && size !== ownSize) failSizeOverride(operand);
  let modes: number = OperandMode.IMMEDIATE | OperandMode.LABEL;
  if (label.kind === 'address') {
    modes |= OperandMode.ADDRESS | (statement.capabilities.addresses64Bit ? OperandMode.ADDRESS_64 : 0);
  }
  return draft(modes, ownSize, label);
}

/** What follows the word `short`; undefined where the operand does not begin with it. */
function shortTarget(operand: Slice): Slice | undefined {
  const { text } = operand;
  if (!text.startsWith('short') || skipBlanks(text, 5) === 5) return undefined;
  return behind(operand, 5);
}

function failShort(target: Slice): never {
  throw new StatementError(`\`${target.text}' is not a label`, {
    code: 'label',
    at: target,
    notes: ['a short branch goes to a label: `jmp short >1`'],
  });
}

function failSizeOverride(operand: Slice): never {
  throw new StatementError(`\`${operand.text}' cannot have a size word`, {
    code: 'size-override',
    classic: 'bad operand size override',
    at: operand,
  });
}

/**
 * Parses a label reference or `&expr`; returns undefined for other expressions. Numbers a global or extern
 * that is new.
 */
function parseLabel(slice: Slice, { labels }: StatementContext): Label | undefined {
  const { text } = slice;
  if (text.startsWith('&')) return { kind: 'address', ...cut(slice, 1) };
  if (text.startsWith('=>')) return { kind: 'pc', ...cut(slice, 2) };
  if (text.startsWith('->')) return { kind: 'label', number: labels.global(cut(slice, 2)) };
  if (text.length === 2 && /^[<>][1-9]$/.test(text)) {
    return { kind: 'label', number: Number(text[1]) + (text.startsWith('>') ? FORWARD : 0) };
  }
  const extern = text.startsWith('extern') ? /^extern[ \t-\r]+([^ \t-\r]+)$/.exec(text)?.[1] : undefined;
  if (extern === undefined) return undefined;
  return { kind: 'extern', number: labels.extern(endingWith(slice, extern)) };
}

/**
 * Parses what follows the registers: nothing, a number, or a sign with a number, `size*number`, a label or an
 * expression.
 */
function parseDisplacement(slice: Slice, context: OperandContext): Value {
  const number = slice.text === '' ? 0 : parseInteger(slice);
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
  const times = mayBeginWithSize(text) ? SIZE_TIMES.exec(text) : null;
  const size = times === null ? undefined : sizeOfWord(times[1] ?? '', context.is64Bit);
  const factor = times === null ? undefined : parseInteger(endingWith(unsigned, times[2] ?? ''));
  if (size !== undefined && factor !== undefined) {
    return checkInteger((sign === '-' ? -factor : factor) * SIZE_BYTES[size], signed);
  }
  const label = parseLabel(unsigned, context.statement);
  if (label === undefined) return { kind: 'value', ...(sign === '+' ? unsigned : signed) };
  if (sign === '-') {
    throw new StatementError('cannot invert label reference', { code: 'displacement', at: signed });
  }
  return label;
}

function failDisplacement(text: string, at: Slice): never {
  throw new StatementError(`bad displacement expression \`${text}'`, { code: 'displacement', at });
}

/**
 * Finds the register with that name, or the register of a type (`TYPE`, `TYPE:register`) with the type. The
 * name stands at index `start` of `slice`. Returns undefined for other names.
 */
function findRegister(
  name: string,
  slice: Slice,
  start: number,
  { registers, statement }: OperandContext,
): { register: Register; type: HostType | undefined } | undefined {
  if (name === '') return undefined;
  const written = name.includes(':') ? TYPE_OVERRIDE.exec(name) : null;
  const override = written?.[2];
  const isOverridden = override !== undefined && (override.startsWith('@') || registers.find(override));
  const typeName = isOverridden ? (written?.[1] ?? name) : name;

  const type = statement.types.get(typeName);
  if (type === undefined) {
    const register = registers.find(name);
    return register === undefined ? undefined : { register, type: undefined };
  }
  const registerName = isOverridden ? override : type.register;
  const register = registerName === undefined ? undefined : registers.find(registerName);
  if (register === undefined) {
    throw new StatementError(`type \`${typeName}' needs a register override`, {
      code: 'type-register',
      at: cut(slice, start, start + name.length),
      notes: [`write \`${typeName}:register', or name a register in its .type`],
    });
  }
  if (!register.canBeBase) {
    throw new StatementError(`bad base register override \`${register.name}'`, {
      code: 'base-register',
      at: cut(slice, start, start + name.length),
    });
  }
  return { register, type };
}

/**
 * Takes the expression that follows the name of a register class, in parentheses. The name ends at index
 * `end` of `slice`. Returns the register with the expression, and what follows in `slice`.
 */
function takeVariable(
  register: Register,
  slice: Slice,
  end: number,
  { statement }: OperandContext,
): readonly [RegisterUse, Slice] {
  if (register.number >= 0) {
    const tail = end === slice.text.length ? NOTHING : behind(slice, end);
    return [{ register, variable: undefined }, tail];
  }
  const tail = behind(slice, end);
  const close = tail.text.startsWith('(') ? statement.dialect.closing(tail.text, 0) : -1;
  if (close < 0) {
    throw new StatementError('bad variable register expression', {
      code: 'variable-register',
      at: tail,
      notes: [`the register's number follows in parentheses: \`${register.name}(n)'`],
    });
  }
  return [{ register, variable: cut(tail, 0, close + 1) }, cut(tail, close + 1)];
}

/** Throws `StatementError` if a register, written between two indices of `slice`, cannot be an index. */
function checkIndex(register: Register, slice: Slice, start: number, end: number): void {
  if (register.canBeIndex) return;
  const at = cut(slice, start, end);
  throw new StatementError(`bad index register \`${register.name}'`, { code: 'index-register', at });
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
