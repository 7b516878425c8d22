/**
 * The literals of data directives, for every architecture: floating-point numbers, texts, and the bytes of
 * files. Takes an operand, returns what it stands for. Throws `StatementError` for what cannot be.
 */
import { MAX_FLOAT } from '../../encoder/format/floatingpoint.ts';
import { StatementError } from '../diagnostic/error.ts';
import type { Dialect } from '../language/outputlanguage.ts';
import { NOTHING, type Slice } from '../text/slice.ts';
import type { StatementContext } from './arch.ts';

/**
 * A literal; undefined for other operands. Numbers beyond the range are errors, as `Infinity` can be written.
 */
export function floatLiteral(operand: Slice, dialect: Dialect, isFloat: boolean): number | undefined {
  const { text } = operand;
  if (/^[+-]?(?:NaN|Infinity)$/.test(text)) return Number(text);
  const number = dialect.expressions?.number(operand);
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

/**
 * The bytes of an operand that is a text, in UTF-8; undefined for another one. `isAllowed`: the data consists
 * of bytes.
 */
export function textBytes(operand: Slice, dialect: Dialect, isAllowed: boolean): Uint8Array | undefined {
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

/** The bytes of an operand of `.ascii` or `.asciz`, which must be a text. */
export function asciiBytes(operand: Slice, dialect: Dialect, name: string): Uint8Array {
  const bytes = textBytes(operand, dialect, true);
  if (bytes !== undefined) return bytes;
  throw new StatementError(`\`${operand.text}' is not a text`, {
    code: 'text',
    at: operand,
    notes: [`\`${name}' takes string literals: "text" or 'text'; \`.byte' also takes numbers`],
  });
}

/** The code units of a text in UTF-16, little endian; undefined for another operand. */
export function utf16Bytes(operand: Slice, dialect: Dialect): Uint8Array | undefined {
  const text = dialect.expressions?.text(operand);
  if (text === undefined) return undefined;
  const bytes = new Uint8Array(text.length * 2);
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    bytes[2 * index] = unit & 0xff;
    bytes[2 * index + 1] = unit >> 8;
  }
  return bytes;
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

/** An offset or length, 0…`limit`, in a file of `size` bytes. */
function parseCount(operand: Slice, dialect: Dialect, what: string, limit: number, size: number): number {
  const number = dialect.expressions?.number(operand);
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
