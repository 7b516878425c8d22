/**
 * The data directives that DynASM does not know: floating-point numbers, text, and the bytes of files. They
 * take the operands of a statement, and write bytes; numbers that are known at run time only become actions.
 */
import * as Action from '../../../encoder/format/actioncode.ts';
import { FIRST_ACTION } from '../../../encoder/format/action.ts';
import type { DataKind } from '../../../encoder/format/datakind.ts';
import { doubleHalves, floatBits } from '../../../encoder/format/floatingpoint.ts';
import { MAX_LIST_LENGTH } from '../../../encoder/format/listdescription.ts';
import { StatementError } from '../../diagnostic/error.ts';
import type { OperandCount } from '../../directive/directivetable.ts';
import { NOTHING, type Slice } from '../../text/slice.ts';
import type { StatementContext } from '../arch.ts';
import { asciiBytes, failText, fileBytes, floatLiteral, textBytes, utf16Bytes } from '../literaldata.ts';
import { FieldWriter } from './fieldwriter.ts';
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
    const number = floatLiteral(operand, dialect, isFloat);
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
  const { writer, dialect } = statement;
  for (const operand of operands) {
    for (const byte of asciiBytes(operand, dialect, name)) writer.code(byte);
    for (const byte of end) writer.code(byte);
  }
}

/** `.utf16`: texts in UTF-16, little endian, and code units as numbers. */
function writeCodeUnits(operands: readonly Slice[], context: OperandContext): void {
  const { statement } = context;
  const { writer, dialect } = statement;
  const fields = new FieldWriter(statement, operands, context.is64Bit);
  for (const [position, operand] of operands.entries()) {
    const bytes = utf16Bytes(operand, dialect);
    if (bytes === undefined) {
      const value = parseOperand(operand, position, context);
      const { modes, size, immediate } = value;
      if ((modes & OperandMode.IMMEDIATE) === 0 || size !== undefined) {
        failOperand("`.utf16' takes texts and numbers", value);
      }
      writer.reserve(1);
      fields.word(immediate, sourceOrder(position));
      continue;
    }
    for (const byte of bytes) writer.code(byte);
  }
}

/** Writes an operand that is a text; returns whether it is one. `isAllowed`: the data consists of bytes. */
export function writeText(
  operand: Slice,
  { writer, dialect }: StatementContext,
  isAllowed: boolean,
): boolean {
  const bytes = textBytes(operand, dialect, isAllowed);
  for (const byte of bytes ?? []) writer.code(byte);
  return bytes !== undefined;
}

/** `.incbin "file" [, offset [, length]]` */
function writeFile(operands: readonly Slice[], { statement }: OperandContext): void {
  const { writer } = statement;
  const part = fileBytes(operands, statement);
  // STOP is the last one.
  let listBytes = writer.actions.length + part.length + 1;
  for (const byte of part) if (byte >= FIRST_ACTION) listBytes++;
  if (listBytes > MAX_LIST_LENGTH) {
    const [name = NOTHING] = operands;
    throw new StatementError(`\`${name.text}' makes the action list too long`, {
      code: 'incbin',
      at: name,
      notes: [`it would have ${listBytes} bytes, and can have ${MAX_LIST_LENGTH}`],
    });
  }
  for (const byte of part) writer.code(byte);
}
