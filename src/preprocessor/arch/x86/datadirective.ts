/**
 * The data directives that DynASM does not know: floating-point numbers, text, and the bytes of files. They
 * take the operands of a statement, and write bytes; numbers that are known at run time only become actions.
 */
import * as Action from '../../../encoder/format/actioncode.ts';
import { FIRST_ACTION } from '../../../encoder/format/action.ts';
import type { DataKind } from '../../../encoder/format/datakind.ts';
import { doubleHalves, floatBits, MAX_FLOAT } from '../../../encoder/format/floatingpoint.ts';
import { MAX_LIST_LENGTH } from '../../../encoder/format/listdescription.ts';
import { StatementError } from '../../diagnostic/error.ts';
import type { OperandCount } from '../../directive/directivetable.ts';
import type { Dialect } from '../../language/outputlanguage.ts';
import { NOTHING, type Slice } from '../../text/slice.ts';
import type { StatementContext } from '../arch.ts';
import { FieldWriter } from './fieldwriter.ts';
import { parseNumber } from './integer.ts';
import { isReference, OperandMode } from './operand.ts';
import type { Operand } from './operand.ts';
import type { OperandContext } from './operandcontext.ts';
import { parseOperand } from './operandparser.ts';
import { operandWord } from './operandtext.ts';
import { sourceOrder } from './sourceorder.ts';

/** Assembles a statement of the directive `name`. */
type Assemble = (operands: readonly Slice[], context: OperandContext, name: string) => void;

type DataDirective = readonly [
  name: string,
  counts: readonly OperandCount[],
  kind: DataKind,
  assemble: Assemble,
];

export const DATA_ADDITIONS: readonly DataDirective[] = [
  ['.float', ['*'], 'float', writeNumbers],
  ['.double', ['*'], 'double', writeNumbers],
  ['.ascii', ['*'], 'text', (operands, context, name) => writeTexts(operands, context, name, [])],
  ['.asciz', ['*'], 'text', (operands, context, name) => writeTexts(operands, context, name, [0])],
  ['.utf16', ['*'], 'utf16', writeCodeUnits],
  ['.incbin', [1, 2, 3], 'byte', writeFile],
];

/** `.float` and `.double`. */
function writeNumbers(operands: readonly Slice[], context: OperandContext, name: string): void {
  const { statement } = context;
  const { writer, dialect } = statement;
  const isFloat = name === '.float';
  for (const [position, operand] of operands.entries()) {
    const number = parseLiteral(operand, dialect, isFloat);
    if (number !== undefined) {
      const words = isFloat ? [floatBits(number)] : doubleHalves(number);
      for (const word of words) {
        for (let shift = 0; shift < 32; shift += 8) writer.code((word >> shift) & 0xff);
      }
      continue;
    }
    if (dialect.expressions?.text(operand) !== undefined) failText(operand);
    const value = parseOperand(operand, position, context);
    const { modes, size, immediate } = value;
    const isExpression = (modes & OperandMode.EXPRESSION) !== 0 && size === undefined;
    if (!isExpression || typeof immediate === 'number' || isReference(immediate)) {
      failOperand(`\`${name}' takes numbers`, value);
    }
    const { text, start, end } = immediate;
    writer.reserve(2);
    for (const kind of isFloat ? (['float'] as const) : (['double-low', 'double-high'] as const)) {
      const argument = statement.argument({ kind, text, start, end }, sourceOrder(position));
      writer.argument(Action.IMM_D, argument);
    }
  }
}

/**
 * A literal; undefined for other operands. Numbers beyond the range are errors, as `Infinity` can be written.
 */
function parseLiteral(operand: Slice, dialect: Dialect, isFloat: boolean): number | undefined {
  const { text } = operand;
  if (/^[+-]?(?:NaN|Infinity)$/.test(text)) return Number(text);
  const number = parseNumber(operand, dialect);
  if (number === undefined) return undefined;
  if (text.endsWith('n')) {
    const notes = [`write \`${text.slice(0, -1)}'`];
    throw new StatementError(`\`${text}' is a bigint, not a number`, { code: 'number', at: operand, notes });
  }
  if (Number.isFinite(isFloat ? Math.fround(number) : number)) return number;
  const limit = isFloat ? MAX_FLOAT : Number.MAX_VALUE;
  throw new StatementError(`\`${text}' is beyond the ${isFloat ? 'floats' : 'doubles'}`, {
    code: 'float-range',
    at: operand,
    notes: [`they reach to ±${limit}; an infinite number is written Infinity`],
  });
}

function failOperand(message: string, operand: Operand): never {
  throw new StatementError(`${message}, not ${operandWord(operand)}`, { code: 'data', at: operand });
}

/** `.ascii` and `.asciz`: texts in UTF-8, each with the bytes of `end` behind it. */
function writeTexts(
  operands: readonly Slice[],
  { statement }: OperandContext,
  name: string,
  end: readonly number[],
): void {
  for (const operand of operands) {
    if (!writeText(operand, statement, true)) {
      throw new StatementError(`\`${operand.text}' is not a text`, {
        code: 'text',
        at: operand,
        notes: [`\`${name}' takes string literals: "text" or 'text'; \`.byte' also takes numbers`],
      });
    }
    for (const byte of end) statement.writer.code(byte);
  }
}

/** `.utf16`: texts in UTF-16, little endian, and code units as numbers. */
function writeCodeUnits(operands: readonly Slice[], context: OperandContext): void {
  const { statement } = context;
  const { writer, dialect } = statement;
  const fields = new FieldWriter(statement, operands, context.is64Bit);
  for (const [position, operand] of operands.entries()) {
    const text = dialect.expressions?.text(operand);
    if (text === undefined) {
      const value = parseOperand(operand, position, context);
      const { modes, size, immediate } = value;
      if ((modes & OperandMode.IMMEDIATE) === 0 || size !== undefined) {
        failOperand("`.utf16' takes texts and numbers", value);
      }
      writer.reserve(1);
      fields.word(immediate, sourceOrder(position));
      continue;
    }
    for (let index = 0; index < text.length; index++) {
      const unit = text.charCodeAt(index);
      writer.code(unit & 0xff);
      writer.code(unit >> 8);
    }
  }
}

/**
 * Writes an operand that is a text, in UTF-8, and returns whether it is one. `isAllowed`: the data consists
 * of bytes.
 */
export function writeText(operand: Slice, statement: StatementContext, isAllowed: boolean): boolean {
  const { writer, dialect } = statement;
  const text = dialect.expressions?.text(operand);
  if (text === undefined) return false;
  if (!isAllowed) failText(operand);
  if (/\p{Surrogate}/u.test(text)) {
    const notes = ["`.utf16' takes it"];
    throw new StatementError('half of a surrogate pair is not a character', {
      code: 'text',
      at: operand,
      notes,
    });
  }
  for (const byte of new TextEncoder().encode(text)) writer.code(byte);
  return true;
}

function failText(operand: Slice): never {
  throw new StatementError('a text is data of bytes or of UTF-16', {
    code: 'text',
    at: operand,
    notes: ['.byte, .ascii and .asciz take texts as UTF-8, and .utf16'],
  });
}

/** `.incbin "file" [, offset [, length]]` */
function writeFile([name = NOTHING, first, count]: readonly Slice[], { statement }: OperandContext): void {
  const { writer, dialect } = statement;
  const bytes = statement.readBinary(name);
  const size = bytes.length;
  const offset = first === undefined ? 0 : parseCount(first, dialect, 'offset', size, size);
  const rest = size - offset;
  const length = count === undefined ? rest : parseCount(count, dialect, 'length', rest, size);
  const part = bytes.subarray(offset, offset + length);
  // STOP is the last one.
  let listBytes = writer.actions.length + length + 1;
  for (const byte of part) if (byte >= FIRST_ACTION) listBytes++;
  if (listBytes > MAX_LIST_LENGTH) {
    throw new StatementError(`\`${name.text}' makes the action list too long`, {
      code: 'incbin',
      at: name,
      notes: [`it would have ${listBytes} bytes, and can have ${MAX_LIST_LENGTH}`],
    });
  }
  for (const byte of part) writer.code(byte);
}

/** An offset or length, 0…`limit`, in a file of `size` bytes. */
function parseCount(operand: Slice, dialect: Dialect, what: string, limit: number, size: number): number {
  const number = parseNumber(operand, dialect);
  if (number !== undefined && Number.isInteger(number) && number >= 0 && number <= limit) return number;
  const isCount = number !== undefined && Number.isInteger(number) && number >= 0;
  const text = isCount
    ? `the ${what} ${operand.text} is beyond the end of the file`
    : `bad ${what} \`${operand.text}'`;
  throw new StatementError(text, {
    code: 'incbin',
    at: operand,
    notes: [`the file has ${size} bytes, so the ${what} is a number, 0 … ${limit}`],
  });
}
