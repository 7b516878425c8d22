/**
 * The data directives of arm64 in languages that refuse what is wrong: integers of all sizes, distances of
 * labels and addresses, floating-point numbers, texts and the bytes of files. They take the operands of a
 * statement; write words, and actions for what is known at run time only.
 */
import * as Arm64Action from '../../../encoder/format/arm64/arm64action.ts';
import * as Arm64ExtendedAction from '../../../encoder/format/arm64/arm64extendedaction.ts';
import * as Arm64Place from '../../../encoder/format/arm64/arm64place.ts';
import type { DataKind } from '../../../encoder/format/datakind.ts';
import { doubleHalves, floatBits } from '../../../encoder/format/floatingpoint.ts';
import { StatementError } from '../../diagnostic/error.ts';
import type { OperandCount } from '../../directive/directivetable.ts';
import type { ArgumentValue } from '../../item.ts';
import { NOTHING, type Slice } from '../../text/slice.ts';
import type { StatementContext } from '../arch.ts';
import { checkListLength, failText, fileBytes, floatLiteral, requiredText, textBytes } from '../datavalue.ts';
import { addressCount, labelNumber, parseLabelSum, type SumTerm, writeTerms } from './labelsum.ts';
import { parseOperand } from './operandsyntax.ts';

const { extendedWord, placeWord, SIGNED, VALUE, BYTES } = Arm64ExtendedAction;

/** Source orders that belong to each operand. */
const ORDERS = 4;
/** Room for what follows an operand in the same put. */
const POSITIONS = 2;

/** An integer of 2^size bytes. */
interface Field {
  readonly size: number;
  readonly isSigned: boolean;
  readonly low: bigint;
  readonly high: bigint;
}

function field(size: number, isSigned = false): Field {
  const bits = BigInt(8 << size);
  const high = (1n << (isSigned ? bits - 1n : bits)) - 1n;
  return { size, isSigned, low: -(1n << (bits - 1n)), high };
}

export type DataDirective = readonly [
  name: string,
  counts: readonly OperandCount[],
  kind: DataKind,
  assemble: (operands: readonly Slice[], statement: StatementContext, name: string) => void,
];

const integers = (name: string, kind: DataKind, each: Field): DataDirective => [
  name,
  ['*'],
  kind,
  (operands, statement) => writeIntegers(operands, statement, each),
];

export const STRICT_DATA: readonly DataDirective[] = [
  integers('.byte', 'byte', field(0)),
  integers('.sbyte', 'byte', field(0, true)),
  integers('.hword', 'word', field(1)),
  integers('.short', 'word', field(1)),
  integers('.long', 'dword', field(2)),
  ...['.quad', '.qword', '.addr', '.aword'].map(name => integers(name, 'qword', field(3))),
  ['.word', ['*'], 'word', failSize],
  ['.dword', ['*'], 'dword', failSize],
  ['.float', ['*'], 'float', writeNumbers],
  ['.double', ['*'], 'double', writeNumbers],
  ['.ascii', ['*'], 'text', (operands, statement, name) => writeTexts(operands, statement, name, [])],
  ['.asciz', ['*'], 'text', (operands, statement, name) => writeTexts(operands, statement, name, [0])],
  ['.utf16', ['*'], 'utf16', writeCodeUnits],
  ['.incbin', [1, 2, 3], 'byte', writeFile],
];

/** Collects bytes into words. */
class ByteWriter {
  readonly #statement: StatementContext;
  #word = 0;
  #count = 0;

  constructor(statement: StatementContext) {
    this.#statement = statement;
  }

  write(byte: number): void {
    this.#word |= byte << (8 * this.#count);
    this.#count++;
    if (this.#count < 4) return;
    this.#statement.writer.code(this.#word >>> 0);
    this.#word = 0;
    this.#count = 0;
  }

  /** The lowest bytes of an integer. */
  integer(value: bigint, bytes: number): void {
    for (let n = 0; n < bytes; n++) this.write(Number((value >> BigInt(8 * n)) & 0xffn));
  }

  /** Writes what is left, in front of an action. */
  flush(): void {
    if (this.#count === 0) return;
    const { writer } = this.#statement;
    writer.action(extendedWord(BYTES, this.#count));
    writer.inline(this.#word >>> 0);
    this.#word = 0;
    this.#count = 0;
  }
}

/** In the words of Arm a word has four bytes; in those of DynASM, two. */
function failSize([operand]: readonly Slice[], _: StatementContext, name: string): never {
  const [dynasm, arm] = name === '.word' ? [2, 4] : [4, 8];
  throw new StatementError(`\`${name}' has ${dynasm} bytes in DynASM's words, and ${arm} in Arm's`, {
    code: 'data',
    at: operand,
    notes: ["`.byte' has one byte, `.hword' two, `.long' four, `.quad' eight"],
  });
}

function writeIntegers(operands: readonly Slice[], statement: StatementContext, each: Field): void {
  const { writer } = statement;
  const bytes = new ByteWriter(statement);
  for (const [position, operand] of operands.entries()) {
    const text = textBytes(operand, statement, each.size === 0);
    if (text !== undefined) {
      for (const byte of text) bytes.write(byte);
      continue;
    }
    writeInteger(operand, position * ORDERS, statement, each, bytes);
    writer.reserve(POSITIONS);
  }
  bytes.flush();
}

function writeInteger(
  operand: Slice,
  order: number,
  statement: StatementContext,
  { size, isSigned, low, high }: Field,
  bytes: ByteWriter,
): void {
  const terms = parseLabelSum(operand, statement);
  if (terms !== undefined) {
    bytes.flush();
    writeSum(terms, operand, order, statement, size, isSigned);
    return;
  }
  const { content } = parseOperand(operand, statement);
  if (content.kind === 'immediate' && content.value.kind === 'number') {
    const { integer } = content.value.literal;
    if (integer === undefined) fail('not an integer number', operand);
    if (integer < low || integer > high) {
      throw new StatementError(`\`${operand.text}' does not fit into ${bytesText(size)}`, {
        code: 'immediate-range',
        at: operand,
        notes: [`${integer} is not in ${low} … ${high}`],
      });
    }
    bytes.integer(integer, 1 << size);
    return;
  }
  const isExpression =
    content.kind === 'name' || (content.kind === 'immediate' && content.value.kind === 'expression');
  if (!isExpression) fail('data cannot be', operand);
  bytes.flush();
  writeExpression({ kind: 'value', ...operand }, order, statement, size, isSigned);
}

function bytesText(size: number): string {
  return size === 0 ? 'a byte' : `${1 << size} bytes`;
}

function writeExpression(
  value: ArgumentValue,
  order: number,
  statement: StatementContext,
  size: number,
  isSigned: boolean,
): void {
  const { writer } = statement;
  if (size < 3) {
    const action =
      size === 2 ? Arm64Action.word(Arm64Action.IMMV) : extendedWord(VALUE, size | (isSigned ? SIGNED : 0));
    writer.argument(action, statement.argument(value, order));
    return;
  }
  writeHalves(value, order, statement, false);
}

/** Both halves of a value of eight bytes. */
function writeHalves(
  { text, start, end }: Slice,
  order: number,
  statement: StatementContext,
  address: boolean,
): void {
  for (const kind of ['low', 'high'] as const) {
    const half = statement.argument({ kind, address, data: true, text, start, end }, order);
    statement.writer.argument(Arm64Action.word(Arm64Action.IMMV), half);
  }
}

/** A label or sum in 2^size bytes. */
function writeSum(
  terms: readonly SumTerm[],
  operand: Slice,
  order: number,
  statement: StatementContext,
  size: number,
  isSigned: boolean,
): void {
  const { writer } = statement;
  if (size < 3 && addressCount(terms) > 0) {
    throw new StatementError(`an address does not fit into ${bytesText(size)}`, {
      code: 'data',
      at: operand,
      notes: [`write \`.quad ${operand.text}', or a distance between labels: \`->end - ->start'`],
    });
  }
  const [only] = terms;
  const isOne = terms.length === 1 && only !== undefined && !only.isSubtracted;
  const { ADDRESS, DATA, SIZE_SHIFT } = Arm64Place;
  const { word, REL_LG, REL_EXT, REL_PC } = Arm64Action;
  if (isOne && (only.value.kind === 'local' || only.value.kind === 'global')) {
    writer.action(word(REL_LG, ADDRESS | labelNumber(only.value)), 1);
  } else if (isOne && only.value.kind === 'extern') {
    writer.action(word(REL_EXT, ADDRESS | only.value.number), 1);
  } else if (isOne && only.value.kind === 'pc') {
    writer.argument(word(REL_PC, ADDRESS), statement.argument({ ...only.value, kind: 'value' }, order));
  } else if (isOne && only.value.kind === 'address') {
    writeHalves(only.value, order, statement, true);
  } else {
    writeTerms(terms, statement, order);
    const place = DATA | (size << SIZE_SHIFT) | (isSigned ? Arm64Place.SIGNED : 0);
    writer.action(placeWord(place), 1);
  }
}

/** `.float` and `.double`. */
function writeNumbers(operands: readonly Slice[], statement: StatementContext, name: string): void {
  const { writer, dialect } = statement;
  const isFloat = name === '.float';
  for (const [position, operand] of operands.entries()) {
    const number = floatLiteral(operand, dialect, isFloat);
    if (number !== undefined) {
      const words = isFloat ? [floatBits(number)] : doubleHalves(number);
      for (const word of words) writer.code(word >>> 0);
      continue;
    }
    if (dialect.expressions?.text(operand) !== undefined) failText(operand);
    const { content } = parseOperand(operand, statement);
    const isExpression =
      content.kind === 'name' || (content.kind === 'immediate' && content.value.kind === 'expression');
    if (!isExpression) fail(`\`${name}' takes numbers, not`, operand);
    const { text, start, end } = operand;
    for (const kind of isFloat ? (['float'] as const) : (['double-low', 'double-high'] as const)) {
      const argument = statement.argument({ kind, text, start, end }, position * ORDERS);
      writer.argument(Arm64Action.word(Arm64Action.IMMV), argument);
    }
    writer.reserve(POSITIONS);
  }
}

function fail(message: string, operand: Slice): never {
  throw new StatementError(`${message} \`${operand.text}'`, { code: 'data', at: operand });
}

/** `.ascii` and `.asciz`: texts in UTF-8, each with the bytes of `end` behind it. */
function writeTexts(
  operands: readonly Slice[],
  statement: StatementContext,
  name: string,
  end: readonly number[],
): void {
  const bytes = new ByteWriter(statement);
  for (const operand of operands) {
    for (const byte of [...requiredText(operand, statement, name), ...end]) bytes.write(byte);
  }
  bytes.flush();
}

/** `.utf16`: texts in UTF-16, little endian, and code units as numbers. */
function writeCodeUnits(operands: readonly Slice[], statement: StatementContext): void {
  const bytes = new ByteWriter(statement);
  for (const [position, operand] of operands.entries()) {
    const text = statement.dialect.expressions?.text(operand);
    if (text === undefined) {
      writeInteger(operand, position * ORDERS, statement, field(1), bytes);
      statement.writer.reserve(POSITIONS);
      continue;
    }
    for (let index = 0; index < text.length; index++) bytes.integer(BigInt(text.charCodeAt(index)), 2);
  }
  bytes.flush();
}

/** `.incbin "file" [, offset [, length]]` */
function writeFile(operands: readonly Slice[], statement: StatementContext): void {
  const part = fileBytes(operands, statement);
  // Each word may need ESC.
  checkListLength(Math.ceil(part.length / 2), operands[0] ?? NOTHING, statement);
  const bytes = new ByteWriter(statement);
  for (const byte of part) bytes.write(byte);
  bytes.flush();
}
