/**
 * The values of data directives that are the same for every architecture: texts, floating-point numbers, and
 * the bytes of files. Takes operands; returns bytes and numbers. Throws `StatementError`.
 */
import { MAX_FLOAT } from '../../encoder/format/floatingpoint.ts';
import { MAX_LIST_LENGTH } from '../../encoder/format/listdescription.ts';
import { StatementError } from '../diagnostic/error.ts';
import type { Dialect } from '../language/outputlanguage.ts';
import { luaNumber } from '../text/luanumber.ts';
import { NOTHING, type Slice } from '../text/slice.ts';
import type { StatementContext } from './arch.ts';

/**
 * The value of a number literal as the language reads it; undefined for an expression.
 * @throws {StatementError} the language does not have such a number
 */
export function numberOf(slice: Slice, { expressions }: Dialect): number | undefined {
  return expressions === undefined ? luaNumber(slice.text) : expressions.number(slice);
}

/**
 * A literal; undefined for other operands. Numbers beyond the range are errors, as `Infinity` can be written.
 */
export function floatLiteral(operand: Slice, dialect: Dialect, isFloat: boolean): number | undefined {
  const { text } = operand;
  if (/^[+-]?(?:NaN|Infinity)$/.test(text)) return Number(text);
  const number = numberOf(operand, dialect);
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

/** The UTF-8 of an operand that is a text; undefined for others. `isAllowed`: the data consists of bytes. */
export function textBytes(
  operand: Slice,
  { dialect }: StatementContext,
  isAllowed: boolean,
): Uint8Array | undefined {
  const text = dialect.expressions?.text(operand);
  if (text === undefined) return undefined;
  if (!isAllowed) failText(operand);
  if (/\p{Surrogate}/u.test(text)) {
    const notes = ["`.utf16' takes it"];
    throw new StatementError('half of a surrogate pair is not a character', {
      code: 'text',
      at: operand,
      notes,
    });
  }
  return new TextEncoder().encode(text);
}

/** The UTF-8 of an operand of `.ascii` or `.asciz`. */
export function requiredText(operand: Slice, statement: StatementContext, name: string): Uint8Array {
  const bytes = textBytes(operand, statement, true);
  if (bytes !== undefined) return bytes;
  throw new StatementError(`\`${operand.text}' is not a text`, {
    code: 'text',
    at: operand,
    notes: [`\`${name}' takes string literals: "text" or 'text'; \`.byte' also takes numbers`],
  });
}

export function failText(operand: Slice): never {
  throw new StatementError('a text is data of bytes or of UTF-16', {
    code: 'text',
    at: operand,
    notes: ['.byte, .ascii and .asciz take texts as UTF-8, and .utf16'],
  });
}

/** The bytes that `.incbin "file" [, offset [, length]]` means. */
export function fileBytes(
  [name = NOTHING, first, count]: readonly Slice[],
  statement: StatementContext,
): Uint8Array {
  const { dialect } = statement;
  const bytes = statement.readBinary(name);
  const size = bytes.length;
  const offset = first === undefined ? 0 : parseCount(first, dialect, 'offset', size, size);
  const rest = size - offset;
  const length = count === undefined ? rest : parseCount(count, dialect, 'length', rest, size);
  return bytes.subarray(offset, offset + length);
}

/** Checks that so many more elements, and STOP, fit into the action list. */
export function checkListLength(elements: number, name: Slice, { writer }: StatementContext): void {
  const length = writer.actions.length + elements + 1;
  if (length <= MAX_LIST_LENGTH) return;
  throw new StatementError(`\`${name.text}' makes the action list too long`, {
    code: 'incbin',
    at: name,
    notes: [`it would have ${length} ${writer.layout.element}s, and can have ${MAX_LIST_LENGTH}`],
  });
}

/** An offset or length, 0…`limit`, in a file of `size` bytes. */
function parseCount(operand: Slice, dialect: Dialect, what: string, limit: number, size: number): number {
  const number = numberOf(operand, dialect);
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

/** The byte that `.space` and `.align` fill with. */
export function parseFiller(filler: Slice, dialect: Dialect): number {
  const byte = numberOf(filler, dialect);
  if (byte !== undefined && Number.isInteger(byte) && byte >= 0 && byte <= 255) return byte;
  throw new StatementError('bad filler', {
    code: 'filler',
    at: filler,
    notes: ['a filler is a number, 0 … 255'],
  });
}
