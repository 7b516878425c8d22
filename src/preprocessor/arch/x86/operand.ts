/**
 * Parses one operand. In: its text, defines already substituted, and what the arch and the translation know (registers,
 * types, labels). Out: an `Operand`: what kind it is (the modes that forms are matched by), its size, and its parts.
 */
import { FORWARD } from '../../../encoder/format/action.ts';
import { contains, SIGNED_BYTE } from '../../../encoder/format/range.ts';
import { skipBlanks } from '../../text/blank.ts';
import { StatementError } from '../../diagnostic/error.ts';
import type { HostType } from '../../item.ts';
import { cut, trimmedPart, type Slice } from '../../text/slice.ts';
import type { Context } from '../arch.ts';
import { inRange, integer } from './integer.ts';
import { SIZE_BYTES, SIZE_WORDS } from './registers.ts';
import type { Register, Registers, Size } from './registers.ts';

/** What forms ask of an operand: one of the first four, and properties. */
export const Mode = {
  REGISTER: 1,
  MEMORY: 2,
  IMMEDIATE: 4,
  FLOAT: 8,
  /** Register 0 of its class: the accumulator, xmm0, st0. */
  FIRST: 16,
  CL: 32,
  /** Memory at a plain displacement, in x86 mode. */
  OFFSET: 64,
  /** The literal 1. */
  ONE: 128,
  /** A literal that fits a signed byte. */
  SIGNED_BYTE: 256,
  /** An expression of the host language. */
  EXPRESSION: 512,
  /** A label, an extern or an address. */
  LABEL: 1024,
  /** An address: `&expr`. */
  ADDRESS: 2048,
  /** The same, where the target knows 64-bit addresses. */
  WIDE: 4096,
} as const;

/** A reference to code or an address. */
export type Label =
  | { readonly kind: 'label'; readonly number: number }
  | { readonly kind: 'extern'; readonly number: number }
  | (Slice & { readonly kind: 'pc' })
  | (Slice & { readonly kind: 'address' });

/** An immediate or a displacement. */
export type Value =
  | number
  | Label
  | (Slice & { readonly kind: 'value' })
  | (Slice & { readonly kind: 'member'; readonly type: HostType });

/** A register; `variable` is the parenthesised expression that gives its number. */
export interface RegisterUse {
  readonly register: Register;
  readonly variable: Slice | undefined;
}

export interface Operand extends Slice {
  /** Its place among the operands, from 0. */
  readonly position: number;
  readonly modes: number;
  /** As written, or that of the register. */
  readonly size: Size | undefined;
  /** The register, or the base of a memory operand. */
  readonly register: RegisterUse | undefined;
  readonly index: RegisterUse | undefined;
  /** 0…3: the index times 1, 2, 4, 8. */
  readonly scale: number;
  /** Displacement of a memory operand. */
  readonly displacement: Value;
  readonly immediate: Value;
}

/** What operands are read with. */
export interface OperandContext {
  readonly x64: boolean;
  readonly registers: Registers;
  readonly context: Context;
}

/** An operand whose place in the statement is filled in last. All are made here, so that all have one shape. */
interface Draft extends Operand {
  text: string;
  start: number;
  end: number;
  position: number;
}

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

/** Blanks are Lua's, not Unicode's. */
const SIZE_PREFIX = /^([A-Za-z0-9]+)[ \t-\r]*([^]+)$/;
const SCALE = /^\*[ \t-\r]*([1248])[ \t-\r]*([^]*)$/;
const SIZE_TIMES = /^([A-Za-z0-9]+)[ \t-\r]*\*[ \t-\r]*([^]+)$/;
const TYPE_OVERRIDE = /^(\w+):(@?\w+)$/;
const SCALES = ['1', '2', '4', '8'];

/** The size that a size word stands for. */
export function sizeWord(word: string, x64: boolean): Size | undefined {
  return word === 'aword' ? addressSize(x64) : SIZE_WORDS.get(word);
}

export function addressSize(x64: boolean): Size {
  return x64 ? 'q' : 'd';
}

/**
 * Parses an operand. `wide`: a literal beyond 32 bits is left to the host language (`.qword`).
 * Throws `StatementError` with DynASM's texts.
 */
export function parseOperand(slice: Slice, position: number, reader: OperandContext, wide = false): Operand {
  const { text } = slice;
  let size: Size | undefined;
  let expression = slice;
  if (maySize(text)) {
    const [, word = '', rest = ''] = SIZE_PREFIX.exec(text) ?? [];
    size = sizeWord(word, reader.x64);
    if (size !== undefined) expression = endingWith(slice, rest);
    if (size !== undefined && /^\w/.test(rest) && text.length === word.length + rest.length) {
      reader.context.rejectOrWarn('size-word', `\`${text}' reads as \`${word} ${rest}'`, slice);
    }
  }
  const operand =
    expression.text.startsWith('[') && expression.text.endsWith(']')
      ? parseMemory(insideBrackets(expression), size, reader)
      : parseDirect(slice, expression, size, reader, wide);
  operand.text = text;
  operand.start = slice.start;
  operand.end = slice.end;
  operand.position = position;
  return operand;
}

/** What stands between the first and the last character of `slice`, without the blanks around it. */
function insideBrackets({ text, start }: Slice): Slice {
  const inner = trimmedPart(text, 1, text.length - 1);
  return { text: inner.text, start: start + inner.start, end: start + inner.end };
}

/** Whether `text` can begin with a size word at all. */
function maySize(text: string): boolean {
  return text.startsWith('word', 1) || text.startsWith('byte') || text.startsWith('word');
}

/** The part of `slice` that `rest`, the end of its text, is. */
function endingWith(slice: Slice, rest: string): Slice {
  return { text: rest, start: slice.end - rest.length, end: slice.end };
}

/** `slice` without its first `length` characters and the blanks behind them. */
function behind(slice: Slice, length: number): Slice {
  return cut(slice, skipBlanks(slice.text, length));
}

/** Index behind the name of a register or type that stands at `start`. */
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

/** 0xffffff80…0xffffffff count as −128…−1. */
export function signedByte(value: number): number {
  return value >= 0xffffff80 && value <= 0xffffffff ? value - 2 ** 32 : value;
}

/** What stands between brackets. */
function parseMemory(slice: Slice, size: Size | undefined, reader: OperandContext): Draft {
  const { x64, context } = reader;
  const alone = Mode.MEMORY | (x64 ? 0 : Mode.OFFSET);
  const number = integer(slice);
  if (number !== undefined) return draft(alone, size, 0, undefined, number);

  const { text } = slice;
  const nameEnd = endOfName(text, 0);
  const first = findRegister(text.slice(0, nameEnd), slice, 0, reader)?.register;
  if (first === undefined) {
    return draft(alone, size, 0, undefined, parseSigned('+', slice, slice, reader));
  }
  const [base, tail] = takeVariable(first, behind(slice, nameEnd), reader);

  const scaled = tail.text.startsWith('*') ? SCALE.exec(tail.text) : null;
  if (scaled !== null) {
    checkIndex(first, slice, 0, nameEnd);
    const rest = endingWith(tail, scaled[2] ?? '');
    rejectUnsigned(slice, rest, context);
    const scale = SCALES.indexOf(scaled[1] ?? '');
    return draft(Mode.MEMORY, size, 0, undefined, parseDisplacement(rest, reader), base, scale);
  }
  if (!first.base) {
    const at = cut(slice, 0, nameEnd);
    throw new StatementError(`bad base register \`${first.name}'`, { code: 'base-register', at });
  }
  const constant = tail.text === '' ? 0 : integer(tail);
  if (constant !== undefined) {
    rejectUnsigned(slice, tail, context);
    return draft(Mode.MEMORY, size, 0, base, constant);
  }

  const secondStart = tail.text.startsWith('+') ? skipBlanks(tail.text, 1) : tail.text.length;
  const secondEnd = endOfName(tail.text, secondStart);
  const secondName = tail.text.slice(secondStart, secondEnd);
  const indexRegister = findRegister(secondName, tail, secondStart, reader)?.register;
  if (indexRegister === undefined) {
    return draft(Mode.MEMORY, size, 0, base, parseDisplacement(tail, reader));
  }
  checkIndex(indexRegister, tail, secondStart, secondEnd);
  if (indexRegister.size !== first.size) {
    context.rejectOrWarn('mixed-address', `base and index of different sizes in \`[${slice.text}]'`, slice);
  }
  const [index, afterIndex] = takeVariable(indexRegister, behind(tail, secondEnd), reader);
  const factor = afterIndex.text.startsWith('*') ? SCALE.exec(afterIndex.text) : null;
  const rest = factor === null ? afterIndex : endingWith(afterIndex, factor[2] ?? '');
  rejectUnsigned(slice, rest, context);
  const scale = SCALES.indexOf(factor?.[1] ?? '1');
  return draft(Mode.MEMORY, size, 0, base, parseDisplacement(rest, reader), index, scale);
}

/** Everything without brackets: immediates, registers, members of types, labels. `operand` is all of it, with its size word. */
function parseDirect(
  operand: Slice,
  expression: Slice,
  sizeWritten: Size | undefined,
  reader: OperandContext,
  wide: boolean,
): Draft {
  const badOverride = (): StatementError =>
    new StatementError('bad operand size override', { code: 'size-override', at: operand });
  let size = sizeWritten;
  let number = integer(expression, wide);
  if (number === undefined && expression.text.startsWith('*') && size !== undefined) {
    const factor = integer(cut(expression, 1));
    if (factor !== undefined) {
      number = inRange(factor * SIZE_BYTES[size], operand);
      size = undefined;
    }
  }
  if (number !== undefined) {
    if (size !== undefined) throw badOverride();
    const value = signedByte(number);
    const modes =
      Mode.IMMEDIATE | (number === 1 ? Mode.ONE : 0) | (contains(SIGNED_BYTE, value) ? Mode.SIGNED_BYTE : 0);
    return draft(modes, undefined, number);
  }

  const nameEnd = endOfName(expression.text, 0);
  const found = findRegister(expression.text.slice(0, nameEnd), expression, 0, reader);
  if (found !== undefined) {
    const { register, type } = found;
    const [use, tail] = takeVariable(register, behind(expression, nameEnd), reader);
    if (tail.text !== '') {
      if (type === undefined) {
        throw new StatementError(`bad operand \`${operand.text}'`, { code: 'operand', at: operand });
      }
      return draft(Mode.MEMORY, size, 0, use, { kind: 'member', type, ...tail });
    }
    if (size !== undefined) throw badOverride();
    if (register.number === 4 && (register.size === 'w' || (reader.x64 && register.size === 'd'))) {
      const message = `bad idea, try again with \`${reader.x64 ? 'rsp' : 'esp'}'`;
      reader.context.warn('bad-idea', message, cut(expression, 0, nameEnd));
    }
    const first = register.number === 0 ? Mode.FIRST : 0;
    const modes =
      register.size === 'f'
        ? Mode.FLOAT | first
        : Mode.REGISTER | first | (register.internal === '@b1' ? Mode.CL : 0);
    return draft(modes, register.size, 0, use);
  }

  const label = parseLabel(expression, reader.context);
  if (label === undefined) {
    return draft(Mode.IMMEDIATE | Mode.EXPRESSION, size, { kind: 'value', ...expression });
  }
  const address = addressSize(reader.x64);
  if (size !== undefined && size !== address) throw badOverride();
  const wideAddress = reader.context.capabilities.addresses64Bit ? Mode.WIDE : 0;
  const modes = Mode.IMMEDIATE | Mode.LABEL | (label.kind === 'address' ? Mode.ADDRESS | wideAddress : 0);
  return draft(modes, address, label);
}

/** A label reference or `&expr`; undefined for other expressions. Takes a number for a new global or extern. */
function parseLabel(slice: Slice, context: Context): Label | undefined {
  const { text } = slice;
  if (text.startsWith('&')) return { kind: 'address', ...cut(slice, 1) };
  if (text.startsWith('=>')) return { kind: 'pc', ...cut(slice, 2) };
  if (text.startsWith('->')) return { kind: 'label', number: context.labels.global(cut(slice, 2)) };
  if (text.length === 2 && /^[<>][1-9]$/.test(text)) {
    return { kind: 'label', number: Number(text[1]) + (text.startsWith('>') ? FORWARD : 0) };
  }
  const extern = text.startsWith('extern') ? /^extern[ \t-\r]+([^ \t-\r]+)$/.exec(text)?.[1] : undefined;
  if (extern === undefined) return undefined;
  return { kind: 'extern', number: context.labels.extern(endingWith(slice, extern)) };
}

/** A displacement behind a register: nothing, a number, or a sign with a number, `size*number`, a label or an expression. */
function parseDisplacement(slice: Slice, reader: OperandContext): Value {
  const number = slice.text === '' ? 0 : integer(slice);
  if (number !== undefined) return number;
  const sign = slice.text.charAt(0);
  if (sign !== '+' && sign !== '-') throw badDisplacement(slice.text, slice);
  return parseSigned(sign, behind(slice, 1), slice, reader);
}

/** What a sign applies to; `signed` is that with the sign, where it is written. */
function parseSigned(sign: '+' | '-', unsigned: Slice, signed: Slice, reader: OperandContext): Value {
  const { text } = unsigned;
  if (text === '') throw badDisplacement(signed.text || sign, signed);
  const times = maySize(text) ? SIZE_TIMES.exec(text) : null;
  const size = times === null ? undefined : sizeWord(times[1] ?? '', reader.x64);
  const factor = times === null ? undefined : integer(endingWith(unsigned, times[2] ?? ''));
  if (size !== undefined && factor !== undefined) {
    return inRange((sign === '-' ? -factor : factor) * SIZE_BYTES[size], signed);
  }
  const label = parseLabel(unsigned, reader.context);
  if (label === undefined) return { kind: 'value', ...(sign === '+' ? unsigned : signed) };
  if (sign === '-') {
    throw new StatementError('cannot invert label reference', { code: 'displacement', at: signed });
  }
  return label;
}

function badDisplacement(text: string, at: Slice): StatementError {
  return new StatementError(`bad displacement expression \`${text}'`, { code: 'displacement', at });
}

/** A register by its name, which stands at `start` of `slice`, or that of a type: `TYPE`, `TYPE:register`. */
function findRegister(
  name: string,
  slice: Slice,
  start: number,
  reader: OperandContext,
): { register: Register; type: HostType | undefined } | undefined {
  if (name === '') return undefined;
  const written = name.includes(':') ? TYPE_OVERRIDE.exec(name) : null;
  const override = written?.[2];
  const overridden = override !== undefined && (override.startsWith('@') || reader.registers.find(override));
  const typeName = overridden ? (written?.[1] ?? name) : name;

  const type = reader.context.types.get(typeName);
  if (type === undefined) {
    const register = reader.registers.find(name);
    return register === undefined ? undefined : { register, type: undefined };
  }
  const registerName = overridden ? override : type.register;
  const register = registerName === undefined ? undefined : reader.registers.find(registerName);
  if (register === undefined) {
    throw new StatementError(`type \`${typeName}' needs a register override`, {
      code: 'type-register',
      at: cut(slice, start, start + name.length),
      notes: [`write \`${typeName}:register', or name a register in its .type`],
    });
  }
  if (!register.base) {
    throw new StatementError(`bad base register override \`${register.name}'`, {
      code: 'base-register',
      at: cut(slice, start, start + name.length),
    });
  }
  return { register, type };
}

/** The parenthesised number of a register class at the start of `slice`, and what follows. */
function takeVariable(
  register: Register,
  slice: Slice,
  reader: OperandContext,
): readonly [RegisterUse, Slice] {
  if (register.number >= 0) return [{ register, variable: undefined }, slice];
  const end = slice.text.startsWith('(') ? reader.context.dialect.closing(slice.text, 0) : -1;
  if (end < 0) {
    throw new StatementError('bad variable register expression', {
      code: 'variable-register',
      at: slice,
      notes: [`the register's number follows in parentheses: \`${register.name}(n)'`],
    });
  }
  return [{ register, variable: cut(slice, 0, end + 1) }, cut(slice, end + 1)];
}

/** Throws `StatementError` if a register, written between two indices of `slice`, cannot be an index. */
function checkIndex(register: Register, slice: Slice, start: number, end: number): void {
  if (register.index) return;
  const at = cut(slice, start, end);
  throw new StatementError(`bad index register \`${register.name}'`, { code: 'index-register', at });
}

/** `[rax*16]` and `[rax 5]`: a displacement that follows without a sign. */
function rejectUnsigned(memory: Slice, displacement: Slice, context: Context): void {
  const { text } = displacement;
  if (text === '' || /^[+-]/.test(text)) return;
  context.rejectOrWarn(
    'displacement',
    `\`${text}' in \`[${memory.text}]' is added as a displacement`,
    memory,
  );
}
