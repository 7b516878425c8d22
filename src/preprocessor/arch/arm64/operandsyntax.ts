/**
 * Parses one operand of a statement: takes its text, in which defines have been replaced; returns what it is.
 * Which of these an instruction takes is not known here. Numbers a global or extern that is new. Throws
 * `StatementError`.
 */
import { StatementError } from '../../diagnostic/error.ts';
import { cut, trimmed, type Slice } from '../../text/slice.ts';
import type { StatementContext } from '../arch.ts';
import { checkNames, failType } from './expressionname.ts';
import { parseImmediate } from './immediatesyntax.ts';
import { failLabel, parseSum } from './labelsyntax.ts';
import { findRegister, REGISTER_CLASSES } from './registername.ts';
import type { Content, Immediate, Operand, RegisterUse } from './statementoperand.ts';

const MODIFIER = /^(lsl|lsr|asr|ror|msl|[us]xt[bhwx])(?:\s*#\s*|\s+|$)/;
const LOW = /^:lo12:\s*/;
const NAME = /^[A-Za-z_]\w*$/;
const TYPE = /^([A-Za-z_]\w*)(?::\s*(@?\w+))?/;
/** What is meant as a register, but is none. */
const REGISTER_LIKE = /^[xwbhsdqv]\d+$|^(?:w?sp|[xw]zr)$/i;
/** A type in front of a variable register. */
const TYPED = /^\w+:\s*(?=R[a-z]\()/;
const LIST_END = /^\}\s*(?:\[(.*)\])?$/s;

export function parseOperand(slice: Slice, statement: StatementContext): Operand {
  return { ...slice, content: parseContent(slice, statement) };
}

function parseContent(slice: Slice, statement: StatementContext): Content {
  const { text } = slice;
  if (text.startsWith('[')) return parseMemory(slice, statement);
  if (text.startsWith('{')) return parseList(slice, statement);
  if (text.startsWith('#')) return parseValue(trimmed(cut(slice, 1)), statement);
  if (text.startsWith('=') && !text.startsWith('=>')) return parsePool(trimmed(cut(slice, 1)), statement);
  const label = parseLabel(slice, statement);
  if (label !== undefined) return label;
  const register = parseRegister(slice, statement);
  if (register !== undefined) return register;
  const modifier = MODIFIER.exec(text);
  if (modifier !== null) {
    const [all, name = ''] = modifier;
    const amount = all.length === text.length ? undefined : trimmed(cut(slice, all.length));
    return { kind: 'modifier', name, amount: amount && parseImmediate(amount, statement) };
  }
  if (REGISTER_LIKE.test(text) && !statement.isHostName(text)) failRegister(slice);
  if (NAME.test(text) && !statement.types.has(text)) return { kind: 'name', name: text };
  return parseMember(slice, statement) ?? { kind: 'immediate', value: parseImmediate(slice, statement) };
}

/** What stands behind `#`: a value, or the lower bits of a label's address. */
function parseValue(slice: Slice, statement: StatementContext): Content {
  const label = LOW.test(slice.text) ? parseLabel(slice, statement) : undefined;
  return label ?? { kind: 'immediate', value: parseImmediate(slice, statement) };
}

/** A label, with `:lo12:` in front where its lower bits are meant. */
function parseLabel(slice: Slice, statement: StatementContext): Content | undefined {
  const [low = ''] = LOW.exec(slice.text) ?? [];
  const label = cut(slice, low.length);
  const terms = parseSum(label, statement);
  if (terms === undefined) return low === '' ? undefined : failLabel(label);
  return { kind: 'label', terms, isLow: low !== '' };
}

/** A value that is put into a literal pool. */
function parsePool(slice: Slice, statement: StatementContext): Content {
  const terms = parseSum(slice, statement);
  if (terms !== undefined) return { kind: 'pool', terms };
  const value = parseImmediate(slice, statement);
  return { kind: 'pool', terms: [{ value, at: slice, isSubtracted: false }] };
}

/** A register alone, with its arrangement, element and exclamation mark. */
function parseRegister(slice: Slice, statement: StatementContext): Content | undefined {
  const writesBack = slice.text.endsWith('!');
  const register = takeRegister(
    writesBack ? trimmed(cut(slice, 0, slice.text.length - 1)) : slice,
    statement,
  );
  return register && { kind: 'register', register, writesBack };
}

function takeRegister(slice: Slice, statement: StatementContext): RegisterUse | undefined {
  const { text } = slice;
  const [prefix = ''] = statement.types.has(text.slice(0, Math.max(0, text.indexOf(':'))))
    ? (TYPED.exec(text) ?? [])
    : [];
  if (prefix !== '') return takeRegister(cut(slice, prefix.length), statement);
  const name = /^@?\w+/.exec(text)?.[0] ?? '';
  const classOf = REGISTER_CLASSES[name];
  if (classOf !== undefined && text[name.length] === '(') {
    const close = statement.dialect.closing(text, name.length);
    if (close < 0) {
      throw new StatementError('a parenthesis is open', { code: 'variable-register', at: slice });
    }
    const variable = cut(slice, name.length, close + 1);
    checkNames(variable, statement);
    const shape = parseShape(cut(slice, close + 1), statement);
    return shape && { class: classOf, number: 0, variable, ...shape };
  }
  const type = statement.types.get(TYPE.exec(text)?.[1] ?? '');
  if (type !== undefined && TYPE.exec(text)?.[0] === text) {
    return typeRegister(slice, statement);
  }
  const found = findRegister(name);
  if (found === undefined) return undefined;
  const shape = parseShape(cut(slice, name.length), statement);
  if (shape === undefined) return undefined;
  const isShaped = shape.arrangement !== undefined || shape.index !== undefined;
  if (isShaped && found.class !== 'V') return undefined;
  return { ...found, variable: undefined, ...shape };
}

/** `.4s`, `.s[1]`, nothing; undefined for anything else. */
function parseShape(
  slice: Slice,
  statement: StatementContext,
): Pick<RegisterUse, 'arrangement' | 'index'> | undefined {
  const parts = /^(?:\.(\d*[bhsdq]))?\s*(?:\[(.*)\])?$/is.exec(slice.text);
  if (parts === null) return undefined;
  const [, arrangement, element] = parts;
  return {
    arrangement: arrangement?.toUpperCase(),
    index: element === undefined ? undefined : parseIndex(element, slice, statement),
  };
}

function parseIndex(text: string, at: Slice, statement: StatementContext): Immediate {
  const start = at.text.lastIndexOf(`[${text}]`) + 1;
  const index = trimmed(cut(at, start, start + text.length));
  return parseImmediate(index.text.startsWith('#') ? trimmed(cut(index, 1)) : index, statement);
}

/** The register of a type: `TYPE`, `TYPE:x1`. */
function typeRegister(slice: Slice, statement: StatementContext): RegisterUse {
  const [, name = '', override] = TYPE.exec(slice.text) ?? [];
  const type = statement.types.get(name);
  const register = override ?? type?.register;
  const found = register === undefined ? undefined : findRegister(register.replace('@', ''));
  if (found === undefined) failType(name, slice);
  return { ...found, variable: undefined, arrangement: undefined, index: undefined };
}

/** A member of a type, `TYPE->name`, `TYPE:x1->name`, `TYPE[i]`: memory at its register. */
function parseMember(slice: Slice, statement: StatementContext): Content | undefined {
  const parts = TYPE.exec(slice.text);
  const type = parts === null ? undefined : statement.types.get(parts[1] ?? '');
  if (parts === null || type === undefined) return undefined;
  const [head] = parts;
  const path = cut(slice, head.length);
  if (!/^(?:->|\.|\[)/.test(path.text)) return undefined;
  const register = typeRegister(cut(slice, 0, head.length), statement);
  if (register.class !== 'X' && register.class !== 'SP') {
    throw new StatementError(`the base \`${head}' is not a register of 64 bits`, {
      code: 'base-register',
      at: slice,
    });
  }
  checkNames(path, statement);
  const base = {
    ...cut(slice, 0, head.length),
    content: { kind: 'register', register, writesBack: false },
  } as const;
  const member = {
    ...path,
    content: { kind: 'immediate', value: { kind: 'member', type, ...path } },
  } as const;
  return { kind: 'memory', parts: [base, member], writesBack: false };
}

function parseMemory(slice: Slice, statement: StatementContext): Content {
  const { text } = slice;
  const close = statement.dialect.closing(text, 0);
  const tail = close < 0 ? '?' : text.slice(close + 1).trim();
  if (tail !== '' && tail !== '!') {
    throw new StatementError(`bad memory operand \`${text}'`, {
      code: 'operand',
      at: slice,
      notes: ["memory is `[base, offset]', with `!' behind it where the base is written back"],
    });
  }
  const inside = cut(slice, 1, close);
  if (inside.text.trim() === '')
    throw new StatementError('the base is missing', { code: 'base-register', at: slice });
  const parts = cutOperands(inside, statement).map(part => parseOperand(part, statement));
  const [base, member] = parts;
  // `[TYPE->name]` is written, too.
  if (base?.content.kind === 'memory' && member === undefined)
    return { ...base.content, writesBack: tail === '!' };
  return { kind: 'memory', parts, writesBack: tail === '!' };
}

/** `slice` cut at the commas outside of brackets. */
function cutOperands(slice: Slice, { dialect }: StatementContext): readonly Slice[] {
  return dialect
    .operands(slice.text)
    .map(({ text, start, end }) => ({ text, start: start + slice.start, end: end + slice.start }));
}

/** `{v0.4s, v1.4s}`, `{v0.4s - v3.4s}`, `{v0.s}[1]` */
function parseList(slice: Slice, statement: StatementContext): Content {
  const close = statement.dialect.closing(slice.text, 0);
  const end = close < 0 ? null : LIST_END.exec(slice.text.slice(close));
  if (end === null) throw new StatementError(`bad list \`${slice.text}'`, { code: 'operand', at: slice });
  const registers: RegisterUse[] = [];
  for (const part of cutOperands(cut(slice, 1, close), statement)) {
    const [first = '', last] = part.text.split(/\s*-\s*(?=v)/);
    const one = listRegister(cut(part, 0, first.length), statement);
    registers.push(one);
    if (last === undefined) continue;
    const other = listRegister(cut(part, part.text.length - last.length), statement);
    const count = (other.number - one.number + 32) % 32;
    if (other.arrangement !== one.arrangement || count > 3) {
      throw new StatementError(`bad range of registers \`${part.text}'`, { code: 'operand', at: part });
    }
    for (let n = 1; n <= count; n++) registers.push({ ...one, number: (one.number + n) % 32 });
  }
  const [, index] = end;
  return {
    kind: 'list',
    registers,
    index: index === undefined ? undefined : parseIndex(index, slice, statement),
  };
}

function listRegister(slice: Slice, statement: StatementContext): RegisterUse {
  const register = takeRegister(slice, statement);
  if (register?.class !== 'V' || register.arrangement === undefined || register.index !== undefined) {
    throw new StatementError(`\`${slice.text}' is not a vector with its arrangement`, {
      code: 'operand',
      at: slice,
      notes: ["a list is `{v0.4s}', `{v0.4s, v1.4s}', `{v0.4s-v3.4s}' or `{v0.s}[1]'"],
    });
  }
  return register;
}

/** @throws {StatementError} always: there is no such register */
function failRegister(at: Slice): never {
  const lower = at.text.toLowerCase();
  const note =
    findRegister(lower) === undefined
      ? 'registers are x0 … x30, w0 … w30, xzr, wzr, sp, wsp, and b, h, s, d, q and v from 0 to 31'
      : `did you mean \`${lower}'?`;
  throw new StatementError(`\`${at.text}' is not a register`, { code: 'operand', at, notes: [note] });
}
