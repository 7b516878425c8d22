/**
 * The directives of the arch: labels, alignment, space, data, types. In: operands of a statement. Out: bytes and actions;
 * `.type` adds a type and a define.
 */
import { Action, FIRST_GLOBAL, LAST_GLOBAL } from '../../../encoder/format/action.ts';
import { StatementError } from '../../diagnostic/error.ts';
import { luaNumber } from '../../text/luanumber.ts';
import { NOTHING, type Slice } from '../../text/slice.ts';
import type { Context, Handler } from '../arch.ts';
import { FieldWriter, isLabel } from './field.ts';
import { Mode, addressSize, parseOperand, sizeWord } from './operand.ts';
import type { OperandContext } from './operand.ts';
import { SIZE_BYTES } from './registers.ts';
import type { Registers, Size } from './registers.ts';

/** A directive and how many operands it takes; `'*'`: any number. */
export interface Directive {
  readonly counts: readonly (number | '*')[];
  readonly handler: Handler;
}

/** Data directives by name; a signed byte is a size of its own. */
const DATA: ReadonlyMap<string, Size | 'signed' | 'address'> = new Map([
  ['.byte', 'b'],
  ['.sbyte', 'signed'],
  ['.word', 'w'],
  ['.dword', 'd'],
  ['.long', 'd'],
  ['.aword', 'address'],
  ['.addr', 'address'],
  ['.qword', 'q'],
  ['.quad', 'q'],
]);

type Counts = Directive['counts'];
type Assemble = Handler['assemble'];

/** A directive that is assembled once for a text, into at most so many positions. */
function once(counts: Counts, positions: number, assemble: Assemble): Directive {
  return { counts, handler: { positions, repeatable: true, assemble } };
}

/** A directive that is carried out each time, and reserves its positions itself. */
function anew(counts: Counts, assemble: Assemble): Directive {
  return { counts, handler: { positions: 0, repeatable: false, assemble } };
}

/** The directives of one mode, by name. */
export function makeDirectives(x64: boolean, registers: Registers): ReadonlyMap<string, Directive> {
  const reader = (context: Context): OperandContext => ({ x64, registers, context });
  const directives = new Map<string, Directive>([
    ['.label', once([1, 2], 2, (operands, context) => defineLabel(operands, reader(context)))],
    ['.align', once([1], 1, (operands, context) => align(operands, context, x64))],
    ['.space', once([1, 2], 1, (operands, context) => space(operands, context))],
    ['.type', anew([2, 3], (operands, context) => defineType(operands, context, registers))],
  ]);
  for (const [name, kind] of DATA) {
    const size = kind === 'address' ? addressSize(x64) : kind;
    directives.set(
      name,
      anew(['*'], (operands, context) => writeData(operands, size, reader(context))),
    );
  }
  return directives;
}

function defineLabel([name = NOTHING, address]: readonly Slice[], reader: OperandContext): void {
  const { context } = reader;
  const { writer } = context;
  const { immediate: label } = parseOperand(name, 0, reader);
  const number = typeof label === 'number' ? label : label.kind === 'label' ? label.number : undefined;
  if (number !== undefined && number >= 1 && number <= (typeof label === 'number' ? 9 : LAST_GLOBAL)) {
    writer.action(Action.LABEL_LG, 1);
    writer.inline(number);
  } else if (typeof label !== 'number' && label.kind === 'pc') {
    writer.argument(Action.LABEL_PC, context.argument({ ...label, kind: 'value' }, 0));
  } else {
    throw new StatementError('bad label definition', {
      code: 'label',
      at: name,
      notes: ['a label is 1 … 9, ->name or =>expression'],
    });
  }
  if (address === undefined) return;
  const target = parseOperand(address, 1, reader).immediate;
  if (typeof target === 'number' || target.kind !== 'address') {
    throw new StatementError('bad label assignment', {
      code: 'label',
      at: address,
      notes: ['a label is set to an address: `&expression`'],
    });
  }
  if (number !== undefined && number >= FIRST_GLOBAL) {
    context.rejectOrWarn(
      'label-address',
      `the globals array gets the code's address added to that of \`${name.text}'`,
      name,
    );
  }
  writer.argument(Action.SETLABEL, context.argument(target, 4));
}

function align([operand = NOTHING]: readonly Slice[], context: Context, x64: boolean): void {
  const size = sizeWord(operand.text, x64);
  const count = luaNumber(operand.text) ?? (size === undefined ? undefined : SIZE_BYTES[size]);
  if (count === undefined || ![2, 4, 8, 16, 32, 64, 128, 256].includes(count)) {
    throw new StatementError('bad alignment', {
      code: 'alignment',
      at: operand,
      notes: ['an alignment is a power of two, 2 … 256, or a size word'],
    });
  }
  context.writer.action(Action.ALIGN, 1);
  context.writer.inline(count - 1);
}

function space([count = NOTHING, filler]: readonly Slice[], context: Context): void {
  const { writer } = context;
  writer.argument(Action.SPACE, context.argument({ ...count, kind: 'value' }, 0));
  const byte = filler === undefined ? 0 : luaNumber(filler.text);
  if (byte === undefined || !Number.isInteger(byte) || byte < 0 || byte > 255) {
    throw new StatementError('bad filler', {
      code: 'filler',
      at: filler,
      notes: ['a filler is a number, 0 … 255'],
    });
  }
  writer.inline(byte);
}

function writeData(operands: readonly Slice[], size: Size | 'signed', reader: OperandContext): void {
  const { context } = reader;
  const fields = new FieldWriter(context, operands);
  for (const [position, operand] of operands.entries()) {
    const { modes, size: written, immediate } = parseOperand(operand, position, reader, size === 'q');
    if ((modes & Mode.IMMEDIATE) === 0 || (written !== undefined && written !== size)) {
      throw new StatementError(`bad mode or size in \`${operand.text}'`, { code: 'data', at: operand });
    }
    const sourceOrder = position * 4;
    if (isLabel(immediate) && immediate.kind !== 'address') {
      if (reader.x64 && immediate.kind === 'extern') {
        context.rejectOrWarn('extern-size', 'the address of an extern takes four bytes here', operand);
      }
      fields.label('IMM', immediate, sourceOrder);
    } else if (size === 'q') fields.qword(immediate, sourceOrder, true);
    else if (size === 'd') fields.dword(immediate, sourceOrder, false);
    else if (size === 'w') fields.word(immediate, sourceOrder);
    else if (size === 'signed') fields.signedByte(immediate, sourceOrder);
    else fields.byte(immediate, sourceOrder);
    context.writer.reserve(2);
  }
}

function defineType(operands: readonly Slice[], context: Context, registers: Registers): void {
  const [at = NOTHING, ctype = NOTHING, written] = operands;
  const name = at.text;
  if (!/^[A-Za-z_]\w*$/.test(name)) {
    throw new StatementError(`bad type name \`${name}'`, { code: 'type-name', at });
  }
  if (context.types.has(name)) {
    throw new StatementError(`duplicate type \`${name}'`, { code: 'type-name', at });
  }
  const register = written === undefined ? undefined : registers.find(written.text);
  if (written !== undefined && register?.base !== true) {
    throw new StatementError(`bad base register \`${register?.name ?? written.text}'`, {
      code: 'base-register',
      at: written,
    });
  }
  const number = context.types.size + 1;
  context.addType({ name, ctype: ctype.text, register: register?.internal, number }, operands);
}

/** Switches to a section: the action ends the put. */
export function switchSection(number: number, { writer }: Context): void {
  writer.action(Action.SECTION);
  writer.inline(number);
  writer.flush(true);
}
