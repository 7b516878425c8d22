/**
 * The directives of the architecture as DynASM has them: labels, alignment, data, types, and the switch of
 * sections. They take the operands of a statement and write words and actions; `.type` adds a type.
 */
import * as Arm64Action from '../../../../encoder/format/arm64/arm64action.ts';
import * as Arm64Place from '../../../../encoder/format/arm64/arm64place.ts';
import { StatementError } from '../../../diagnostic/error.ts';
import type { OperandCount } from '../../../directive/directivetable.ts';
import { luaNumber } from '../../../text/luanumber.ts';
import { NOTHING, type Slice } from '../../../text/slice.ts';
import type { ArchDirective, Handler, StatementContext } from '../../arch.ts';
import { parseNumber } from './classicimmediate.ts';
import { parseReference } from './classiclabel.ts';
import { findNamed } from './classicregister.ts';

/** Source orders that belong to each operand. */
const ORDERS = 4;

function directive(
  counts: readonly OperandCount[],
  positions: number,
  repeatable: boolean,
  assemble: Handler['assemble'],
): ArchDirective {
  return { counts, handler: { positions, repeatable, assemble } };
}

/** The directives by name. */
export function makeClassicDirectives(): ReadonlyMap<string, ArchDirective> {
  return new Map([
    ['.label', directive([1], 1, true, defineLabel)],
    ['.align', directive([1], 1, true, align)],
    ['.long', directive(['*'], 0, false, writeLongs)],
    ['.quad', directive(['*'], 0, false, writeQuads)],
    ['.addr', directive(['*'], 0, false, writeQuads)],
    ['.type', directive([2, 3], 0, false, defineType)],
  ]);
}

function defineLabel([name = NOTHING]: readonly Slice[], statement: StatementContext): void {
  const { writer } = statement;
  writer.kind = undefined;
  if (/^[1-9]$/.test(name.text)) {
    statement.labelNamed?.('', name, true);
    writer.action(Arm64Action.word(Arm64Action.LABEL_LG, Arm64Action.LOCAL + Number(name.text)), 1);
    return;
  }
  const isDefinition = name.text.startsWith('->') || name.text.startsWith('=>');
  const reference = isDefinition ? parseReference(name, statement, true) : undefined;
  if (reference?.kind === 'label') {
    statement.labelDefined(name.text, name);
    writer.action(Arm64Action.word(Arm64Action.LABEL_LG, reference.number), 1);
  } else if (reference?.kind === 'pc') {
    const { expression } = reference;
    statement.labelDefined(`=>${expression.text}`, name);
    writer.argument(
      Arm64Action.word(Arm64Action.LABEL_PC),
      statement.argument({ kind: 'value', ...expression }, 0),
    );
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
}

function align([operand = NOTHING]: readonly Slice[], { writer }: StatementContext): void {
  const bytes = luaNumber(operand.text);
  if (bytes === undefined || ![2, 4, 8, 16, 32, 64, 128, 256].includes(bytes)) {
    throw new StatementError('bad alignment', {
      code: 'alignment',
      at: operand,
      notes: ['an alignment is a power of two, 2 … 256'],
    });
  }
  writer.action(Arm64Action.word(Arm64Action.ALIGN, bytes - 1), 1);
}

/** `.long`: words. */
function writeLongs(operands: readonly Slice[], statement: StatementContext): void {
  const { writer } = statement;
  writer.kind = 'dword';
  for (const [position, operand] of operands.entries()) {
    const number = parseNumber(operand);
    if (number !== undefined) {
      if (!isWord(number)) failData('bad immediate', operand);
      writeWord(number >>> 0, operand, statement);
    } else if (parseReference(operand, statement) === undefined) {
      writer.argument(
        Arm64Action.word(Arm64Action.IMMV),
        statement.argument({ kind: 'value', ...operand }, position * ORDERS),
      );
    } else {
      throw new StatementError('label does not fit into .long', {
        code: 'data',
        at: operand,
        notes: [`an address takes eight bytes: \`.addr ${operand.text}'`],
      });
    }
    writer.reserve(2);
  }
}

/** `.quad` and `.addr`: two words, or the address of a label. */
function writeQuads(operands: readonly Slice[], statement: StatementContext): void {
  const { writer } = statement;
  writer.kind = 'qword';
  for (const [position, operand] of operands.entries()) {
    const number = parseNumber(operand);
    if (number !== undefined && isWord(number)) {
      writeWord(number >>> 0, operand, statement);
      writeWord(number < 0 ? 0xffff_ffff : 0, operand, statement);
    } else writeQuad(operand, position * ORDERS, number, statement);
    writer.reserve(2);
  }
}

function writeQuad(
  operand: Slice,
  order: number,
  number: number | undefined,
  statement: StatementContext,
): void {
  const { writer } = statement;
  const reference = number === undefined ? parseReference(operand, statement) : undefined;
  switch (reference?.kind) {
    case 'label':
      writer.action(Arm64Action.word(Arm64Action.REL_LG, Arm64Place.ADDRESS | reference.number), 1);
      break;
    case 'extern':
      writer.action(Arm64Action.word(Arm64Action.REL_EXT, Arm64Place.ADDRESS | reference.number), 1);
      break;
    case 'pc': {
      const label = statement.argument({ kind: 'value', ...reference.expression }, order);
      writer.argument(Arm64Action.word(Arm64Action.REL_PC, Arm64Place.ADDRESS), label);
      break;
    }
    default: {
      const value = reference?.expression ?? operand;
      for (const kind of ['low', 'high'] as const) {
        const half = { kind, address: reference !== undefined, data: true, ...value };
        writer.argument(Arm64Action.word(Arm64Action.IMMV), statement.argument(half, order));
      }
    }
  }
}

function isWord(number: number): boolean {
  return Number.isInteger(number) && number >= -0x8000_0000 && number <= 0xffff_ffff;
}

function failData(message: string, operand: Slice): never {
  throw new StatementError(`${message} \`${operand.text}'`, {
    code: 'data',
    at: operand,
    notes: ['`.long` takes integers, -0x80000000 … 0xffffffff; `.quad` takes 64 bits'],
  });
}

/** Words of data that the list would read as actions are escaped, but not in the lists of DynASM. */
function writeWord(word: number, operand: Slice, statement: StatementContext): void {
  const { writer } = statement;
  if (word > writer.layout.lastAction && Arm64Action.isAction(word)) {
    const text = `0x${word.toString(16).padStart(8, '0')}`;
    statement.rejectOrWarn('defect', `DynASM's engine reads the word ${text} as an action`, operand);
  }
  writer.code(word);
}

function defineType(operands: readonly Slice[], statement: StatementContext): void {
  const [at = NOTHING, ctype = NOTHING, register] = operands;
  const name = at.text;
  if (!/^[A-Za-z_]\w*$/.test(name)) {
    throw new StatementError(`bad type name \`${name}'`, { code: 'type-name', at });
  }
  if (statement.types.has(name)) {
    throw new StatementError(`duplicate type \`${name}'`, { code: 'type-name', at });
  }
  if (register !== undefined && findNamed(register.text) === undefined) {
    throw new StatementError(`bad base register \`${register.text}'`, {
      code: 'base-register',
      at: register,
    });
  }
  const number = statement.types.size + 1;
  statement.addType({ name, ctype: ctype.text, register: register?.text, number }, operands);
}

/** Writes the switch to section `number` (0-based), which ends the put. */
export function switchSection(number: number, { writer }: StatementContext): void {
  writer.action(Arm64Action.word(Arm64Action.SECTION, number));
  writer.flush(true);
}
