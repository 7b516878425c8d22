/**
 * Writes an encoded statement into the action list: its word, and an action for everything that is only known
 * at run time.
 */
import * as Arm64Action from '../../../encoder/format/arm64/arm64action.ts';
import * as Arm64ExtendedAction from '../../../encoder/format/arm64/arm64extendedaction.ts';
import * as Arm64Field from '../../../encoder/format/arm64/arm64field.ts';
import * as Place from '../../../encoder/format/arm64/arm64place.ts';
import { StatementError } from '../../diagnostic/error.ts';
import type { ArgumentValue } from '../../item.ts';
import { NOTHING, type Slice } from '../../text/slice.ts';
import type { StatementContext } from '../arch.ts';
import type { Literal } from './exactnumber.ts';
import type { Deferred, EncodedStatement } from './formencoder.ts';
import type { FieldPlace } from './rownotation.ts';
import { isLabel } from './labelsyntax.ts';
import type { MovSequence } from './movsequence.ts';
import type { Term } from './statementoperand.ts';
import { labelNumber, writeIntegerTerm, writeSum } from './sumwriter.ts';
import type { RuntimeValue } from './valuerule.ts';

/** Bit 24 of a load or store: the offset is scaled. The action OFFSET sets it. */
const SCALED = 1 << 24;
const REGISTERS = 32;
const { extendedWord, placeWord } = Arm64ExtendedAction;

const PLACES = {
  rel26: Place.BRANCH26,
  rel19: Place.BRANCH19,
  rel14: Place.BRANCH14,
  adr: Place.ADR,
  adrp: Place.ADRP,
  lo12: Place.LO12,
} as const;

/** @throws {StatementError} the value of a literal pool is none */
export function writeStatement({ word, deferred }: EncodedStatement, statement: StatementContext): void {
  const isScaled = deferred.some(each => each.kind === 'value' && each.runtime.kind === 'offset');
  statement.writer.code((isScaled ? word & ~SCALED : word) >>> 0);
  const writer = new DeferredWriter(statement);
  for (const each of deferred) writer.write(each);
}

/** The words of a sequence have one register. */
export function writeSequence({ words, register }: MovSequence, statement: StatementContext): void {
  const { variable, number } = register;
  const { writer } = statement;
  for (const [n, word] of words.entries()) {
    writer.code((word | number) >>> 0);
    if (variable === undefined) continue;
    const flags = Arm64Field.REGISTER | (n > 0 ? Arm64Field.AGAIN : 0);
    const how = Arm64Field.pack({ position: 0, width: 5, flags });
    if (n === 0) {
      const value = statement.argument({ kind: 'register', ...variable }, 0);
      writer.argument(extendedWord(Arm64ExtendedAction.FIELD), value);
      writer.inline(how);
      writer.inline(0);
      writer.inline(REGISTERS - 1);
    } else {
      writer.action(extendedWord(Arm64ExtendedAction.FIELD));
      writer.inline(how);
    }
  }
}

class DeferredWriter {
  readonly #statement: StatementContext;
  /** The order of the next argument. */
  #order = 0;

  constructor(statement: StatementContext) {
    this.#statement = statement;
  }

  write(deferred: Deferred): void {
    switch (deferred.kind) {
      case 'register':
        return this.#register(deferred);
      case 'value':
        return this.#value(deferred);
      case 'label': {
        const { field, scale, terms } = deferred;
        const place = PLACES[field] | (field === 'lo12' ? Math.log2(scale) << Place.SIZE_SHIFT : 0);
        return this.#label(terms, place);
      }
      case 'pool':
        return this.#pool(deferred);
    }
  }

  #argument(action: number, value: ArgumentValue): void {
    const { writer } = this.#statement;
    writer.argument(action, this.#statement.argument(value, this.#order));
    this.#order++;
  }

  /** Both halves of a value of 64 bits. */
  #halves(action: number, { text, start, end }: Slice, address: boolean): void {
    const half = { text, start, end, address, data: false } as const;
    const { writer } = this.#statement;
    writer.argument(action, this.#statement.argument({ kind: 'low', ...half }, this.#order));
    writer.also(this.#statement.argument({ kind: 'high', ...half }, this.#order));
    this.#order++;
  }

  #register({ places, variable, limit }: Deferred & { kind: 'register' }): void {
    const [first] = places;
    if (first === undefined) return;
    const value = { kind: 'register', ...variable } as const;
    if (places.length === 1 && limit === REGISTERS) {
      this.#argument(Arm64Action.word(Arm64Action.VREG, first.shift), value);
      return;
    }
    for (const [n, { shift, width }] of places.entries()) {
      const flags = Arm64Field.REGISTER | (n > 0 ? Arm64Field.AGAIN : 0);
      this.#field(
        Arm64Field.pack({ position: shift, width, flags }),
        n > 0 ? undefined : value,
        0,
        limit - 1,
      );
    }
  }

  /** The action FIELD; without a value it takes that of the last one. */
  #field(how: number, value: ArgumentValue | undefined, from: number, to: number): void {
    const { writer } = this.#statement;
    const action = extendedWord(Arm64ExtendedAction.FIELD);
    if (value === undefined) {
      writer.action(action);
      writer.inline(how);
      return;
    }
    this.#argument(action, value);
    writer.inline(how);
    writer.inline(from >>> 0);
    writer.inline(to >>> 0);
  }

  #value({ runtime, places, value, limit }: Deferred & { kind: 'value' }): void {
    const { text, start, end } = value;
    const slice = { text, start, end };
    const argument: ArgumentValue =
      value.kind === 'member' ? { kind: 'member', type: value.type, ...slice } : { kind: 'value', ...slice };
    const { FLOAT8, MOV_W, MOV_X, ADD_SUB, BYTE_MASK, OFFSET } = Arm64ExtendedAction;
    switch (runtime.kind) {
      case 'field':
        return this.#fields(runtime, places, argument, limit);
      case 'addsub':
        return this.#argument(extendedWord(ADD_SUB), argument);
      case 'bitmask32':
        return this.#argument(Arm64Action.word(Arm64Action.IMM13W), argument);
      case 'bitmask64':
        return this.#halves(Arm64Action.word(Arm64Action.IMM13X), slice, false);
      case 'bit':
        return this.#argument(Arm64Action.word(Arm64Action.IMM6), argument);
      case 'float':
        return this.#argument(extendedWord(FLOAT8, 0), argument);
      case 'vector-float':
        return this.#argument(extendedWord(FLOAT8, 1), argument);
      case 'bytes':
        return this.#halves(extendedWord(BYTE_MASK), slice, false);
      case 'mov32':
        return this.#argument(extendedWord(MOV_W), argument);
      case 'mov64':
        return this.#halves(extendedWord(MOV_X), slice, false);
      case 'offset':
        return this.#argument(extendedWord(OFFSET, Math.log2(runtime.scale)), argument);
    }
  }

  #fields(
    { from, to, scale, fields, bound }: RuntimeValue & { kind: 'field' },
    places: readonly FieldPlace[],
    argument: ArgumentValue,
    limit: number | undefined,
  ): void {
    const [first] = fields;
    const [place] = places;
    if (first === undefined || place === undefined) return;
    const shift = Math.log2(scale);
    const isWhole = from === 0 && to === (2 ** place.width - 1) * scale;
    const isSigned =
      from === -(2 ** (place.width - 1)) * scale && to === (2 ** (place.width - 1) - 1) * scale;
    const isPlain = places.length === 1 && fields.length === 1 && first.bias === 0 && !first.isSubtracted;
    if (isPlain && (isWhole || isSigned) && limit === undefined && bound === undefined) {
      const parameters = place.shift | (place.width << 5) | (shift << 10) | (isSigned ? 1 << 15 : 0);
      this.#argument(Arm64Action.word(Arm64Action.IMM, parameters), argument);
      return;
    }
    const isSum = bound !== undefined && limit === undefined;
    const sum = isSum ? Arm64Field.BOUND | (bound === 'sum' ? Arm64Field.SUM : 0) : 0;
    let drop = fields.length > 1 ? 0 : places.slice(1).reduce((bits, { width }) => bits + width, 0);
    for (const [n, { shift: position, width }] of places.entries()) {
      const { bias: written, isSubtracted, bits = width } = fields[n] ?? first;
      // A byte has no room for 128, which is 0 in a field of seven bits.
      const bias = written === 2 ** width ? 0 : written;
      const flags = (isSubtracted ? Arm64Field.MINUS : 0) | (n > 0 ? Arm64Field.AGAIN : sum);
      const how = Arm64Field.pack({ position, width: bits, scale: shift, drop, bias, flags });
      this.#field(how, n > 0 ? undefined : argument, from, limit ?? to);
      if (fields.length === 1) drop -= places[n + 1]?.width ?? 0;
    }
  }

  // Labels

  #label(terms: readonly Term[], place: number): void {
    const { word, REL_LG, REL_EXT, REL_PC, REL_A } = Arm64Action;
    const { writer } = this.#statement;
    const [{ value: label } = NO_TERM] = terms;
    const isPlain = terms.length === 1 && place !== Place.ADRP && place < Place.LO12;
    if (!isPlain || !isLabel(label) || label.kind === 'macro') {
      writeSum(terms, this.#order++, this.#statement);
      writer.action(placeWord(place), 1);
      return;
    }
    if (label.kind === 'pc') this.#argument(word(REL_PC, place), { ...label, kind: 'value' });
    else if (label.kind === 'address') this.#halves(word(REL_A, place), label, true);
    else if (label.kind === 'extern') writer.action(word(REL_EXT, place | label.number));
    else writer.action(word(REL_LG, place | labelNumber(label)), 1);
  }

  #pool({ size, terms, at }: Deferred & { kind: 'pool' }): void {
    const [{ value, at: place } = NO_TERM] = terms;
    if (terms.length === 1 && value.kind === 'number') {
      writeIntegerTerm(literalBits(value.literal, size, at), place, this.#order++, this.#statement);
    } else writeSum(terms, this.#order++, this.#statement);
    this.#statement.writer.action(placeWord(size === 4 ? Place.POOL4 : Place.POOL8), 1);
  }
}

const NO_TERM: Term = {
  value: { kind: 'number', literal: { number: 0, integer: 0n } },
  at: NOTHING,
  isSubtracted: false,
};

/** The bits of a number in a pool: an integer of `size` bytes, or a floating-point number. */
function literalBits({ integer, number }: Literal, size: number, at: Slice): bigint {
  const bits = integer ?? floatBits(number, size);
  const width = BigInt(size * 8);
  if (bits >= -(1n << (width - 1n)) && bits < 1n << width) return bits;
  throw new StatementError(`\`${at.text}' does not fit into ${size} bytes`, { code: 'number-range', at });
}

/** The bits of a floating-point number. */
function floatBits(number: number, size: number): bigint {
  const view = new DataView(new ArrayBuffer(8));
  if (size === 8) view.setFloat64(0, number);
  else view.setFloat32(0, number);
  return size === 8 ? view.getBigUint64(0) : BigInt(view.getUint32(0));
}
