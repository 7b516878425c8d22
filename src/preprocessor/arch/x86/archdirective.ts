/**
 * The directives of the architecture: labels, alignment, space, data, types, and the switch of sections. They
 * take the operands of a statement and write bytes and actions; `.type` adds a type.
 */
import * as Action from '../../../encoder/format/actioncode.ts';
import * as ExtendedAction from '../../../encoder/format/extendedaction.ts';
import { FIRST_GLOBAL, LAST_GLOBAL } from '../../../encoder/format/action.ts';
import type { DataKind } from '../../../encoder/format/datakind.ts';
import { StatementError } from '../../diagnostic/error.ts';
import { MACRO_LABEL } from '../../text/macrolabelname.ts';
import { cut, NOTHING, type Slice } from '../../text/slice.ts';
import type { Dialect } from '../../language/outputlanguage.ts';
import type { ArchDirective, Handler, StatementContext } from '../arch.ts';
import { DATA_ADDITIONS, writeText } from './datadirective.ts';
import { FieldWriter } from './fieldwriter.ts';
import { parseNumber } from './integer.ts';
import { isLabel, OperandMode, sumOf } from './operand.ts';
import type { Operand } from './operand.ts';
import type { OperandContext } from './operandcontext.ts';
import { parseOperand } from './operandparser.ts';
import { operandWord } from './operandtext.ts';
import { SIZE_BYTES } from './registers.ts';
import type { Registers, Size } from './registers.ts';
import { addressSize, sizeOfWord } from './sizeword.ts';
import { sourceOrder } from './sourceorder.ts';
import { checkExpression } from './strayname.ts';

/** What a data directive writes for each operand. */
type DataSize = Size | 'signed byte' | 'address';

const DATA: ReadonlyMap<string, DataSize> = new Map<string, DataSize>([
  ['.byte', 'b'],
  ['.sbyte', 'signed byte'],
  ['.word', 'w'],
  ['.dword', 'd'],
  ['.long', 'd'],
  ['.aword', 'address'],
  ['.addr', 'address'],
  ['.qword', 'q'],
  ['.quad', 'q'],
]);

/** What a listing shows the data as. */
const KINDS: Readonly<Partial<Record<DataSize, DataKind>>> = {
  b: 'byte',
  'signed byte': 'byte',
  w: 'word',
  d: 'dword',
  q: 'qword',
};

/** In bytes, where `.proc` has no second operand. */
const PROCEDURE_ALIGNMENT = 16;

type Counts = ArchDirective['counts'];
type Assemble = Handler['assemble'];

/** A directive that always gives the same for equal operands, in at most `positions` buffer positions. */
function repeatable(counts: Counts, positions: number, assemble: Assemble): ArchDirective {
  return { counts, handler: { positions, repeatable: true, assemble } };
}

/**
 * A directive that is carried out for each statement. `positions`: 0 if it makes room in the put itself.
 */
function unrepeatable(counts: Counts, positions: number, assemble: Assemble): ArchDirective {
  return { counts, handler: { positions, repeatable: false, assemble } };
}

/**
 * Makes the directives of x64, or of x86, by name. `withAdditions`: with those that DynASM does not know.
 */
export function makeDirectives(
  is64Bit: boolean,
  registers: Registers,
  withAdditions: boolean,
): ReadonlyMap<string, ArchDirective> {
  const contextOf = (statement: StatementContext): OperandContext => ({
    is64Bit,
    registers,
    statement,
    position: 0,
  });
  const directives = new Map<string, ArchDirective>([
    ['.label', repeatable([1, 2], 2, (operands, statement) => defineLabel(operands, contextOf(statement)))],
    [
      '.align',
      repeatable(withAdditions ? [1, 2] : [1], 1, (operands, statement) =>
        align(operands, statement, is64Bit, withAdditions),
      ),
    ],
    ['.space', repeatable([1, 2], 1, (operands, statement) => reserveSpace(operands, contextOf(statement)))],
    ['.type', unrepeatable([2, 3], 0, (operands, statement) => defineType(operands, statement, registers))],
  ]);
  for (const [name, dataSize] of DATA) {
    const size = dataSize === 'address' ? addressSize(is64Bit) : dataSize;
    directives.set(
      name,
      unrepeatable(['*'], 0, (operands, statement) => writeData(operands, size, contextOf(statement))),
    );
  }
  if (withAdditions) {
    directives.set(
      '.relabel',
      unrepeatable([1, 2], 2, (operands, statement) => moveLabel(operands, contextOf(statement))),
    );
    for (const [name, counts, kind, assemble] of DATA_ADDITIONS) {
      directives.set(
        name,
        unrepeatable(counts, 0, (operands, statement) => {
          statement.writer.kind = kind;
          assemble(operands, contextOf(statement), name);
        }),
      );
    }
    directives.set('.proc', {
      counts: [1, 2],
      handler: {
        positions: 2,
        repeatable: false,
        standsAlone: true,
        assemble: (operands, statement) => beginProcedure(operands, statement, is64Bit),
      },
    });
    directives.set(
      '.endproc',
      unrepeatable([0, 1], 1, ([name], { writer, procedures, labelNamed }) => {
        if (name) labelNamed?.('->', name, false);
        writer.kind = undefined;
        const number = procedures.end(name);
        writer.action(ExtendedAction.END_PROC, 1);
        writer.inline(number);
      }),
    );
  }
  return directives;
}

/** `.relabel`: defines a global or pc label that may be defined already. */
function moveLabel(operands: readonly Slice[], context: OperandContext): void {
  const [name = NOTHING] = operands;
  if (name.text.startsWith(MACRO_LABEL)) {
    const notes = ['.relabel takes ->name or =>expression'];
    throw new StatementError('a label of a macro does not move', { code: 'label', at: name, notes });
  }
  if (parseNumber(name, context.statement.dialect) !== undefined) {
    throw new StatementError('a local label does not move', {
      code: 'label',
      at: name,
      notes: ['local labels may always be defined again: `1:`; .relabel takes ->name or =>expression'],
    });
  }
  const { writer } = context.statement;
  writer.moving.push(writer.actions.length);
  defineLabel(operands, context);
}

/** `.proc`: aligns the code, and defines the global label of the procedure. */
function beginProcedure(
  [name = NOTHING, alignment]: readonly Slice[],
  statement: StatementContext,
  is64Bit: boolean,
): void {
  const { writer, labels, procedures } = statement;
  const number = labels.global(name);
  statement.labelNamed?.('->', name, true);
  procedures.begin(name, number);
  const bytes = alignment === undefined ? PROCEDURE_ALIGNMENT : parseAlignment(alignment, statement, is64Bit);
  statement.labelDefined(`->${name.text}`, name);
  writer.action(ExtendedAction.ALIGN_NOP, 1);
  writer.inline(bytes - 1);
  writer.action(Action.LABEL_LG, 1);
  writer.inline(number);
}

function defineLabel([name = NOTHING, address]: readonly Slice[], context: OperandContext): void {
  const { statement } = context;
  const { writer } = statement;
  writer.kind = undefined;
  if (name.text.startsWith(MACRO_LABEL) && statement.capabilities.extendedActions) {
    if (address !== undefined) {
      const text = 'a label of a macro cannot be set to an address';
      throw new StatementError(text, { code: 'label', at: address });
    }
    statement.labelNamed?.(MACRO_LABEL, cut(name, MACRO_LABEL.length), true);
    const macroLabel = statement.macroLabelDefined(name);
    writer.action(ExtendedAction.LABEL_MACRO, 1);
    writer.inline(macroLabel);
    return;
  }
  const { immediate: label } = parseOperand(name, 0, context);
  const number = typeof label === 'number' ? label : label.kind === 'label' ? label.number : undefined;
  const sigil = /^(?:->|=>)?/.exec(name.text)?.[0] as '->' | '=>' | '';
  statement.labelNamed?.(sigil, cut(name, sigil.length), true);
  if (number !== undefined && number >= 1 && number <= (typeof label === 'number' ? 9 : LAST_GLOBAL)) {
    if (number >= FIRST_GLOBAL) statement.labelDefined(name.text, name);
    writer.action(Action.LABEL_LG, 1);
    writer.inline(number);
  } else if (typeof label !== 'number' && label.kind === 'pc') {
    statement.labelDefined(`=>${label.text}`, name);
    writer.argument(Action.LABEL_PC, statement.argument({ ...label, kind: 'value' }, sourceOrder(0)));
  } else {
    throw new StatementError('bad label definition', {
      code: 'label',
      at: name,
      notes: [
        ...(/^[A-Za-z_]\w*$/.test(name.text) ? [`a global label is \`->${name.text}'`] : []),
        'a label is 1 … 9, ->name or =>expression',
      ],
    });
  }
  if (address === undefined) return;
  const assigned = parseOperand(address, 1, context).immediate;
  if (typeof assigned === 'number' || assigned.kind !== 'address') {
    throw new StatementError('bad label assignment', {
      code: 'label',
      at: address,
      notes: ['a label is set to an address: `&expression`'],
    });
  }
  // Our encoder writes the address into the array of globals as it is.
  const isGlobal = number !== undefined && number >= FIRST_GLOBAL;
  if (isGlobal && !statement.capabilities.rejectsDefects) {
    statement.warn(
      'label-address',
      `the globals array gets the code's address added to that of \`${name.text}'`,
      name,
    );
  }
  writer.argument(Action.SETLABEL, statement.argument(assigned, sourceOrder(1)));
}

/** `withAdditions`: the padding consists of long NOPs, or of a filler. */
function align(
  [operand = NOTHING, filler]: readonly Slice[],
  statement: StatementContext,
  is64Bit: boolean,
  withAdditions: boolean,
): void {
  const { writer, dialect } = statement;
  const mask = parseAlignment(operand, statement, is64Bit) - 1;
  const byte = filler === undefined ? undefined : parseFiller(filler, dialect);
  if (byte === undefined) {
    writer.action(withAdditions ? ExtendedAction.ALIGN_NOP : Action.ALIGN, 1);
    writer.inline(mask);
  } else {
    writer.kind = 'fill';
    writer.action(ExtendedAction.ALIGN_FILL, 1);
    writer.inline(mask);
    writer.inline(byte);
  }
}

/** The number of bytes that an alignment is: a power of two, 2…256. */
function parseAlignment(operand: Slice, statement: StatementContext, is64Bit: boolean): number {
  const size = sizeOfWord(operand.text, { is64Bit, statement });
  const count =
    parseNumber(operand, statement.dialect) ?? (size === undefined ? undefined : SIZE_BYTES[size]);
  if (count === undefined || ![2, 4, 8, 16, 32, 64, 128, 256].includes(count)) {
    throw new StatementError('bad alignment', {
      code: 'alignment',
      at: operand,
      notes: ['an alignment is a power of two, 2 … 256, or a size word'],
    });
  }
  return count;
}

function reserveSpace([count = NOTHING, filler]: readonly Slice[], context: OperandContext): void {
  const { statement } = context;
  const { writer } = statement;
  checkExpression(count, context);
  writer.kind = 'fill';
  writer.argument(Action.SPACE, statement.argument({ ...count, kind: 'value' }, sourceOrder(0)));
  writer.inline(filler === undefined ? 0 : parseFiller(filler, statement.dialect));
}

function parseFiller(filler: Slice, dialect: Dialect): number {
  const byte = parseNumber(filler, dialect);
  if (byte !== undefined && Number.isInteger(byte) && byte >= 0 && byte <= 255) return byte;
  throw new StatementError('bad filler', {
    code: 'filler',
    at: filler,
    notes: ['a filler is a number, 0 … 255'],
  });
}

function writeData(
  operands: readonly Slice[],
  size: Exclude<DataSize, 'address'>,
  context: OperandContext,
): void {
  const { statement } = context;
  statement.writer.kind = KINDS[size];
  const fields = new FieldWriter(statement, operands, context.is64Bit);
  for (const [position, operand] of operands.entries()) {
    if (writeText(operand, statement, size === 'b')) continue;
    const value = parseOperand(operand, position, context, size === 'q');
    const { modes, size: written, immediate } = value;
    if ((modes & OperandMode.IMMEDIATE) === 0 || (written !== undefined && written !== size)) {
      failData(value, size === 'signed byte' ? 'b' : size);
    }
    const order = sourceOrder(position);
    if (isLabel(immediate) && immediate.kind !== 'address') {
      if (context.is64Bit && immediate.kind === 'extern') {
        if (statement.capabilities.extendedActions) {
          fields.qword(sumOf(immediate, operand), order, true);
          continue;
        }
        statement.rejectOrWarn('extern-size', 'the address of an extern takes four bytes here', operand);
      }
      fields.absoluteLabel(immediate, order);
    } else if (size === 'q') fields.qword(immediate, order, true);
    else if (size === 'd') fields.dword(immediate, order, false);
    else if (size === 'w') fields.word(immediate, order);
    else if (size === 'signed byte') fields.signedByte(immediate, order);
    else fields.byte(immediate, order);
    statement.writer.reserve(2);
  }
}

/** `size`: what the directive writes for each operand. */
function failData(operand: Operand, size: Size): never {
  const { text, size: written } = operand;
  const bits =
    written !== undefined && (operand.modes & OperandMode.IMMEDIATE) !== 0 && SIZE_BYTES[written] * 8;
  const reason =
    bits === false
      ? `data cannot be ${operandWord(operand)}`
      : `\`${text}' has ${bits} bits, where data of ${SIZE_BYTES[size] * 8} bits stands`;
  const isAddress = (operand.modes & OperandMode.LABEL) !== 0;
  const notes = isAddress
    ? [`write \`.aword ${text}', or a distance between labels: \`->end - ->start'`]
    : [];
  throw new StatementError(reason, {
    code: 'data',
    classic: `bad mode or size in \`${text}'`,
    at: operand,
    notes,
  });
}

function defineType(operands: readonly Slice[], statement: StatementContext, registers: Registers): void {
  const [at = NOTHING, ctype = NOTHING, written] = operands;
  const name = at.text;
  if (!/^[A-Za-z_]\w*$/.test(name)) {
    throw new StatementError(`bad type name \`${name}'`, { code: 'type-name', at });
  }
  if (statement.types.has(name)) {
    throw new StatementError(`duplicate type \`${name}'`, { code: 'type-name', at });
  }
  const register = written === undefined ? undefined : registers.find(written.text);
  if (written !== undefined && register?.canBeBase !== true) {
    throw new StatementError(`bad base register \`${register?.name ?? written.text}'`, {
      code: 'base-register',
      at: written,
    });
  }
  const number = statement.types.size + 1;
  statement.addType({ name, ctype: ctype.text, register: register?.internal, number }, operands);
}

/** Writes the switch to section `number` (0-based), which ends the put. */
export function switchSection(number: number, { writer }: StatementContext): void {
  writer.action(Action.SECTION);
  writer.inline(number);
  writer.flush(true);
}
