/**
 * The data directives of TypeScript output: integers, addresses, floating-point numbers, texts and files.
 * They take the operands of a statement; bytes that are known become words of the list.
 */
import * as Arm64Action from '../../../encoder/format/arm64/arm64action.ts';
import * as Arm64ExtendedAction from '../../../encoder/format/arm64/arm64extendedaction.ts';
import * as Place from '../../../encoder/format/arm64/arm64place.ts';
import type { DataKind } from '../../../encoder/format/datakind.ts';
import { doubleHalves, floatBits } from '../../../encoder/format/floatingpoint.ts';
import { MAX_LIST_LENGTH } from '../../../encoder/format/listdescription.ts';
import { StatementError } from '../../diagnostic/error.ts';
import { NOTHING, type Slice } from '../../text/slice.ts';
import type { Handler, StatementContext } from '../arch.ts';
import { asciiBytes, failText, fileBytes, floatLiteral, textBytes, utf16Bytes } from '../literaldata.ts';
import { parseImmediate } from './immediatesyntax.ts';
import { parseSum, placesOf } from './labelsyntax.ts';
import type { Term } from './statementoperand.ts';
import { writeSum } from './sumwriter.ts';

type Assemble = Handler['assemble'];

const { extendedWord, placeWord, BYTES, SIGNED, VALUE } = Arm64ExtendedAction;

/** Source orders that belong to each operand. */
const ORDERS = 8;

/** Integers by the names of their directives, with what a listing shows. */
const INTEGERS: readonly (readonly [name: string, bytes: number, kind: DataKind, isSigned?: boolean])[] = [
  ['.byte', 1, 'byte'],
  ['.sbyte', 1, 'byte', true],
  ['.hword', 2, 'word'],
  ['.short', 2, 'word'],
  ['.dword', 4, 'dword'],
  ['.long', 4, 'dword'],
  ['.inst', 4, 'code'],
  ['.qword', 8, 'qword'],
  ['.quad', 8, 'qword'],
  ['.aword', 8, 'qword'],
  ['.addr', 8, 'qword'],
];

/** The directives by name, each with the numbers of its operands if these are not any. */
export const DATA_DIRECTIVES: readonly (readonly [name: string, assemble: Assemble, counts?: readonly number[]])[] = [
  ...INTEGERS.map(
    ([name, bytes, kind, isSigned = false]) =>
      [name, (operands: readonly Slice[], statement: StatementContext) =>
          new DataWriter(statement, kind).integers(operands, bytes, isSigned)] as const,
  ),
  ['.word', failWord],
  ['.float', (operands, statement) => new DataWriter(statement, 'float').floats(operands, true)],
  ['.double', (operands, statement) => new DataWriter(statement, 'double').floats(operands, false)],
  ['.ascii', (operands, statement) => new DataWriter(statement, 'text').texts(operands, '.ascii', [])],
  ['.asciz', (operands, statement) => new DataWriter(statement, 'text').texts(operands, '.asciz', [0])],
  ['.utf16', (operands, statement) => new DataWriter(statement, 'utf16').codeUnits(operands)],
  ['.incbin', (operands, statement) => new DataWriter(statement, 'byte').file(operands), [1, 2, 3]],
]; // prettier-ignore

/** On x86 it is two bytes, and for Arm's assemblers four. */
function failWord(): never {
  throw new StatementError("`.word' may be two bytes or four", {
    code: 'data',
    notes: ["`.hword' has two bytes, `.long' four"],
  });
}

class DataWriter {
  readonly #statement: StatementContext;
  /** Bytes that are known, and not in the list yet. */
  #bytes: number[] = [];

  constructor(statement: StatementContext, kind: DataKind) {
    this.#statement = statement;
    statement.writer.kind = kind;
  }

  integers(operands: readonly Slice[], bytes: number, isSigned: boolean): void {
    const { dialect } = this.#statement;
    for (const [position, operand] of operands.entries()) {
      const text = textBytes(operand, dialect, bytes === 1);
      if (text !== undefined) this.#add(text);
      else this.#integer(operand, position * ORDERS, bytes, isSigned);
    }
    this.#flush();
  }

  #integer(operand: Slice, order: number, bytes: number, isSigned: boolean): void {
    const terms = parseSum(operand, this.#statement);
    if (terms !== undefined) return this.#sum(terms, operand, order, bytes, isSigned);
    const value = parseImmediate(operand, this.#statement);
    if (value.kind !== 'number') return this.#expression(operand, order, bytes, isSigned);
    const { integer } = value.literal;
    const [low, high] = rangeOf(bytes, isSigned);
    if (integer === undefined || integer < low || integer > high) failInteger(operand, low, high);
    this.#add(Array.from({ length: bytes }, (_, n) => Number((integer >> BigInt(8 * n)) & 255n)));
  }

  #expression({ text, start, end }: Slice, order: number, bytes: number, isSigned: boolean): void {
    const statement = this.#statement;
    const { writer } = statement;
    const slice = { text, start, end };
    this.#flush();
    writer.reserve(2);
    if (bytes === 8) {
      for (const kind of ['low', 'high'] as const) {
        const half = { kind, address: false, data: true, ...slice };
        writer.argument(Arm64Action.word(Arm64Action.IMMV), statement.argument(half, order));
      }
      return;
    }
    const argument = statement.argument({ kind: 'value', ...slice }, order);
    writer.argument(extendedWord(VALUE, Math.log2(bytes) | (isSigned ? SIGNED : 0)), argument);
  }

  #sum(terms: readonly Term[], operand: Slice, order: number, bytes: number, isSigned: boolean): void {
    if (bytes < 8 && placesOf(terms) > 0) failAddress(operand, bytes);
    const { writer } = this.#statement;
    this.#flush();
    writer.reserve(terms.length + 1);
    writeSum(terms, order, this.#statement);
    const size = Math.log2(bytes) << Place.SIZE_SHIFT;
    writer.action(placeWord(Place.DATA | size | (isSigned ? Place.SIGNED : 0)), 1);
  }

  floats(operands: readonly Slice[], isFloat: boolean): void {
    const statement = this.#statement;
    const { writer, dialect } = statement;
    for (const [position, operand] of operands.entries()) {
      const number = floatLiteral(operand, dialect, isFloat);
      if (number !== undefined) {
        this.#flush();
        for (const word of isFloat ? [floatBits(number)] : doubleHalves(number)) writer.code(word >>> 0);
        continue;
      }
      if (dialect.expressions?.text(operand) !== undefined) failText(operand);
      if (parseSum(operand, statement) !== undefined) {
        throw new StatementError(`\`${isFloat ? '.float' : '.double'}' takes numbers, not a label`, {
          code: 'data',
          at: operand,
        });
      }
      parseImmediate(operand, statement);
      const { text, start, end } = operand;
      writer.reserve(2);
      for (const kind of isFloat ? (['float'] as const) : (['double-low', 'double-high'] as const)) {
        const argument = statement.argument({ kind, text, start, end }, position * ORDERS);
        writer.argument(Arm64Action.word(Arm64Action.IMMV), argument);
      }
    }
  }

  /** Texts in UTF-8, each with `end` behind it. */
  texts(operands: readonly Slice[], name: string, end: readonly number[]): void {
    for (const operand of operands) {
      this.#add(asciiBytes(operand, this.#statement.dialect, name));
      this.#add(end);
    }
    this.#flush();
  }

  /** Texts in UTF-16, and code units as numbers. */
  codeUnits(operands: readonly Slice[]): void {
    for (const [position, operand] of operands.entries()) {
      const bytes = utf16Bytes(operand, this.#statement.dialect);
      if (bytes === undefined) this.#integer(operand, position * ORDERS, 2, false);
      else this.#add(bytes);
    }
    this.#flush();
  }

  file(operands: readonly Slice[]): void {
    const bytes = fileBytes(operands, this.#statement);
    // A word may need ESC; STOP is the last one.
    const length = this.#statement.writer.actions.length + Math.ceil(bytes.length / 4) * 2 + 1;
    if (length > MAX_LIST_LENGTH) {
      const [name = NOTHING] = operands;
      throw new StatementError(`\`${name.text}' makes the action list too long`, {
        code: 'incbin',
        at: name,
        notes: [`it can have ${MAX_LIST_LENGTH} words`],
      });
    }
    this.#add(bytes);
    this.#flush();
  }

  #add(bytes: Iterable<number>): void {
    for (const byte of bytes) this.#bytes.push(byte);
  }

  #flush(): void {
    const bytes = this.#bytes;
    const { writer } = this.#statement;
    for (let n = 0; n < bytes.length; n += 4) {
      const part = bytes.slice(n, n + 4);
      const word = part.reduce((sum, byte, place) => sum + byte * 2 ** (8 * place), 0);
      if (part.length === 4) writer.code(word);
      else {
        writer.action(extendedWord(BYTES, part.length));
        writer.inline(word);
      }
    }
    this.#bytes = [];
  }
}

function rangeOf(bytes: number, isSigned: boolean): readonly [low: bigint, high: bigint] {
  const bits = BigInt(bytes * 8);
  return [-(1n << (bits - 1n)), (1n << (isSigned ? bits - 1n : bits)) - 1n];
}

function failInteger(at: Slice, low: bigint, high: bigint): never {
  throw new StatementError(`\`${at.text}' is no integer from ${low} to ${high}`, {
    code: 'immediate-range',
    at,
  });
}

function failAddress(at: Slice, bytes: number): never {
  throw new StatementError(`an address does not fit into ${bytes} bytes`, {
    code: 'data',
    at,
    notes: [`write \`.addr ${at.text}', or a distance between labels: \`->end - ->start'`],
  });
}
