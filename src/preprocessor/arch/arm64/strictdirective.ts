/**
 * The directives of the architecture in TypeScript output: labels, procedures, alignment, space, literal
 * pools, data, types. They take the operands of a statement and write words and actions; `.type` adds a type.
 */
import * as Arm64Action from '../../../encoder/format/arm64/arm64action.ts';
import * as Arm64ExtendedAction from '../../../encoder/format/arm64/arm64extendedaction.ts';
import { StatementError } from '../../diagnostic/error.ts';
import type { OperandCount } from '../../directive/directivetable.ts';
import { MACRO_LABEL } from '../../text/macrolabelname.ts';
import { cut, NOTHING, trimmed, type Slice } from '../../text/slice.ts';
import type { ArchDirective, Handler, StatementContext } from '../arch.ts';
import { checkNames } from './expressionname.ts';
import { findRegister } from './registername.ts';
import { DATA_DIRECTIVES } from './strictdata.ts';

const { extendedWord } = Arm64ExtendedAction;

/** In bytes, where `.proc` has no second operand. */
const PROCEDURE_ALIGNMENT = 16;

function directive(
  counts: readonly OperandCount[],
  positions: number,
  assemble: Handler['assemble'],
  given: Partial<Handler> = {},
): ArchDirective {
  return { counts, handler: { positions, repeatable: false, assemble, ...given } };
}

const ANY: readonly OperandCount[] = ['*'];
const REPEATABLE = { repeatable: true };

export function makeStrictDirectives(): ReadonlyMap<string, ArchDirective> {
  return new Map([
    ['.label', directive([1, 2], 2, defineLabel, REPEATABLE)],
    ['.relabel', directive([1, 2], 2, moveLabel)],
    ['.proc', directive([1, 2], 2, beginProcedure, { standsAlone: true })],
    ['.endproc', directive([0, 1], 1, endProcedure)],
    ['.align', directive([1, 2], 1, align, REPEATABLE)],
    ['.space', directive([1, 2], 1, reserveSpace, REPEATABLE)],
    ['.ltorg', directive([0], 1, writePool)],
    ['.type', directive([2, 3], 0, defineType)],
    ...DATA_DIRECTIVES.map(
      ([name, assemble, counts = ANY]) => [name, directive(counts, 0, assemble)] as const,
    ),
  ]);
}

function defineLabel([name = NOTHING, address]: readonly Slice[], statement: StatementContext): void {
  const { writer, labels } = statement;
  const { text } = name;
  writer.kind = undefined;
  if (text.startsWith(MACRO_LABEL)) {
    if (address !== undefined) {
      throw new StatementError('a label of a macro cannot be set to an address', {
        code: 'label',
        at: address,
      });
    }
    statement.labelNamed?.(MACRO_LABEL, cut(name, MACRO_LABEL.length), true);
    writer.action(extendedWord(Arm64ExtendedAction.LABEL_MACRO, statement.macroLabelDefined(name)), 1);
    return;
  }
  if (/^[1-9]$/.test(text)) {
    statement.labelNamed?.('', name, true);
    writer.action(Arm64Action.word(Arm64Action.LABEL_LG, Arm64Action.LOCAL + Number(text)), 1);
  } else if (text.startsWith('->')) {
    const label = cut(name, 2);
    const number = labels.global(label);
    statement.labelNamed?.('->', label, true);
    statement.labelDefined(text, name);
    writer.action(Arm64Action.word(Arm64Action.LABEL_LG, number), 1);
  } else if (text.startsWith('=>')) {
    const expression = trimmed(cut(name, 2));
    checkNames(expression, statement);
    statement.labelNamed?.('=>', expression, true);
    statement.labelDefined(`=>${expression.text}`, name);
    const number = statement.argument({ kind: 'value', ...expression }, 0);
    writer.argument(Arm64Action.word(Arm64Action.LABEL_PC), number);
  } else {
    throw new StatementError('bad label definition', {
      code: 'label',
      at: name,
      notes: [
        ...(/^[A-Za-z_]\w*$/.test(text) ? [`a global label is \`->${text}'`] : []),
        'a label is 1 … 9, ->name or =>expression',
      ],
    });
  }
  if (address !== undefined) assignLabel(address, statement);
}

/** The address that a label is set to: `&expression`. */
function assignLabel(address: Slice, statement: StatementContext): void {
  if (!address.text.startsWith('&')) {
    throw new StatementError('bad label assignment', {
      code: 'label',
      at: address,
      notes: ['a label is set to an address: `&expression`'],
    });
  }
  const expression = trimmed(cut(address, 1));
  checkNames(expression, statement);
  const argument = statement.argument({ kind: 'address', ...expression }, 1);
  statement.writer.argument(extendedWord(Arm64ExtendedAction.SETLABEL), argument);
}

/** `.relabel`: defines a global or pc label that may be defined already. */
function moveLabel(operands: readonly Slice[], statement: StatementContext): void {
  const [name = NOTHING] = operands;
  const notes = ['.relabel takes ->name or =>expression'];
  if (name.text.startsWith(MACRO_LABEL)) {
    throw new StatementError('a label of a macro does not move', { code: 'label', at: name, notes });
  }
  if (/^\d+$/.test(name.text)) {
    throw new StatementError('a local label does not move', {
      code: 'label',
      at: name,
      notes: ['local labels may always be defined again: `1:`; .relabel takes ->name or =>expression'],
    });
  }
  statement.writer.moving.push(statement.writer.actions.length);
  defineLabel(operands, statement);
}

/** `.proc`: aligns the code, and defines the global label of the procedure. */
function beginProcedure([name = NOTHING, alignment]: readonly Slice[], statement: StatementContext): void {
  const { writer, labels, procedures } = statement;
  const number = labels.global(name);
  statement.labelNamed?.('->', name, true);
  procedures.begin(name, number);
  const bytes = alignment === undefined ? PROCEDURE_ALIGNMENT : parseAlignment(alignment, statement);
  statement.labelDefined(`->${name.text}`, name);
  writer.action(Arm64Action.word(Arm64Action.ALIGN, bytes - 1), 1);
  writer.action(Arm64Action.word(Arm64Action.LABEL_LG, number), 1);
}

function endProcedure([name]: readonly Slice[], { writer, procedures, labelNamed }: StatementContext): void {
  if (name) labelNamed?.('->', name, false);
  writer.kind = undefined;
  writer.action(extendedWord(Arm64ExtendedAction.END_PROC, procedures.end(name)), 1);
}

/** The padding consists of NOPs, or of a filler. */
function align([operand = NOTHING, filler]: readonly Slice[], statement: StatementContext): void {
  const { writer } = statement;
  const mask = parseAlignment(operand, statement) - 1;
  if (filler === undefined) {
    writer.action(Arm64Action.word(Arm64Action.ALIGN, mask), 1);
    return;
  }
  writer.kind = 'fill';
  const byte = parseFiller(filler, statement);
  writer.action(extendedWord(Arm64ExtendedAction.ALIGN_FILL, mask), 1);
  writer.inline(byte);
}

function parseAlignment(operand: Slice, { dialect }: StatementContext): number {
  const bytes = dialect.expressions?.number(operand);
  if (bytes !== undefined && [2, 4, 8, 16, 32, 64, 128, 256].includes(bytes)) return bytes;
  throw new StatementError('bad alignment', {
    code: 'alignment',
    at: operand,
    notes: ['an alignment is a power of two, 2 … 256'],
  });
}

function parseFiller(filler: Slice, { dialect }: StatementContext): number {
  const byte = dialect.expressions?.number(filler);
  if (byte !== undefined && Number.isInteger(byte) && byte >= 0 && byte <= 255) return byte;
  throw new StatementError('bad filler', {
    code: 'filler',
    at: filler,
    notes: ['a filler is a number, 0 … 255'],
  });
}

function reserveSpace([count = NOTHING, filler]: readonly Slice[], statement: StatementContext): void {
  const { writer } = statement;
  checkNames(count, statement);
  writer.kind = 'fill';
  const byte = filler === undefined ? 0 : parseFiller(filler, statement);
  const argument = statement.argument({ ...count, kind: 'value' }, 0);
  writer.argument(extendedWord(Arm64ExtendedAction.SPACE, byte), argument);
}

/** `.ltorg`: the literals of `ldr x0, =value` so far. */
function writePool(_: readonly Slice[], { writer }: StatementContext): void {
  writer.kind = 'dword';
  writer.action(extendedWord(Arm64ExtendedAction.POOL), 1);
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
  const base = register === undefined ? undefined : findRegister(register.text);
  if (register !== undefined && base?.class !== 'X' && base?.class !== 'SP') {
    throw new StatementError(`bad base register \`${register.text}'`, {
      code: 'base-register',
      at: register,
      notes: ['a base is x0 … x30 or sp'],
    });
  }
  const number = statement.types.size + 1;
  statement.addType({ name, ctype: ctype.text, register: register?.text, number }, operands);
}
