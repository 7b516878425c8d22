/**
 * The directives of arm64 in languages that refuse what is wrong: labels that move, procedures, alignment and
 * space with a filler, literal pools, data. They take the operands of a statement; write words and actions.
 */
import * as Arm64Action from '../../../encoder/format/arm64/arm64action.ts';
import * as Arm64ExtendedAction from '../../../encoder/format/arm64/arm64extendedaction.ts';
import { StatementError } from '../../diagnostic/error.ts';
import type { OperandCount } from '../../directive/directivetable.ts';
import { MACRO_LABEL } from '../../text/macrolabelname.ts';
import { cut, NOTHING, trimmed, type Slice } from '../../text/slice.ts';
import type { Handler, StatementContext } from '../arch.ts';
import { numberOf, parseFiller } from '../datavalue.ts';
import { checkNames } from './expressionname.ts';
import { parseLabel } from './operandsyntax.ts';
import { STRICT_DATA } from './strictdata.ts';

const { extendedWord } = Arm64ExtendedAction;

/** In bytes, where `.proc` has no second operand. */
const PROCEDURE_ALIGNMENT = 16;
const LABEL_FORMS = 'a label is 1 … 9, ->name or =>expression';

type StrictDirective = readonly [name: string, counts: readonly OperandCount[], handler: Handler];

function repeatable(positions: number, assemble: Handler['assemble']): Handler {
  return { positions, repeatable: true, assemble };
}

/** `positions`: 0 if the directive makes room in the put itself. */
function unrepeatable(positions: number, assemble: Handler['assemble']): Handler {
  return { positions, repeatable: false, assemble };
}

export const STRICT_DIRECTIVES: readonly StrictDirective[] = [
  ['.label', [1, 2], repeatable(2, defineLabel)],
  ['.relabel', [1, 2], unrepeatable(2, moveLabel)],
  ['.align', [1, 2], repeatable(1, align)],
  ['.space', [1, 2], repeatable(1, reserveSpace)],
  ['.ltorg', [0], repeatable(0, writePool)],
  ['.proc', [1, 2], { positions: 2, repeatable: false, standsAlone: true, assemble: beginProcedure }],
  ['.endproc', [0, 1], unrepeatable(1, endProcedure)],
  ...STRICT_DATA.map(([name, counts, kind, assemble]): StrictDirective => [
    name,
    counts,
    unrepeatable(0, (operands, statement) => {
      statement.writer.kind = kind;
      assemble(operands, statement, name);
    }),
  ]),
];

function defineLabel([name = NOTHING, address]: readonly Slice[], statement: StatementContext): void {
  const { writer } = statement;
  writer.kind = undefined;
  if (name.text.startsWith(MACRO_LABEL)) {
    if (address !== undefined) {
      const text = 'a label of a macro cannot be set to an address';
      throw new StatementError(text, { code: 'label', at: address });
    }
    writer.action(extendedWord(Arm64ExtendedAction.LABEL_MACRO, statement.macroLabelDefined(name)), 1);
    return;
  }
  const label = /^(?:->|=>)/.test(name.text) ? parseLabel(name, statement) : undefined;
  const local = numberOf(name, statement.dialect);
  if (local !== undefined && Number.isInteger(local) && local >= 1 && local <= 9) {
    writer.action(Arm64Action.word(Arm64Action.LABEL_LG, Arm64Action.LOCAL + local), 1);
  } else if (label?.label.kind === 'global' && label.added === undefined) {
    statement.labelDefined(name.text, name);
    writer.action(Arm64Action.word(Arm64Action.LABEL_LG, label.label.number), 1);
  } else if (label?.label.kind === 'pc') {
    const { text, start, end } = label.label;
    statement.labelDefined(`=>${text}`, name);
    const argument = statement.argument({ kind: 'value', text, start, end }, 0);
    writer.argument(Arm64Action.word(Arm64Action.LABEL_PC), argument);
  } else {
    throw new StatementError('bad label definition', {
      code: 'label',
      at: name,
      notes: [
        ...(/^[A-Za-z_]\w*$/.test(name.text) ? [`a global label is \`->${name.text}'`] : []),
        LABEL_FORMS,
      ],
    });
  }
  if (address !== undefined) assignLabel(address, statement);
}

/** `.label name, &address` */
function assignLabel(address: Slice, statement: StatementContext): void {
  if (!address.text.startsWith('&') || address.text.startsWith('&&')) {
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
  if (name.text.startsWith(MACRO_LABEL)) {
    const notes = ['.relabel takes ->name or =>expression'];
    throw new StatementError('a label of a macro does not move', { code: 'label', at: name, notes });
  }
  if (numberOf(name, statement.dialect) !== undefined) {
    throw new StatementError('a local label does not move', {
      code: 'label',
      at: name,
      notes: ['local labels may always be defined again: `1:`; .relabel takes ->name or =>expression'],
    });
  }
  const { writer } = statement;
  writer.moving.push(writer.actions.length);
  defineLabel(operands, statement);
}

function align([operand = NOTHING, filler]: readonly Slice[], statement: StatementContext): void {
  const { writer, dialect } = statement;
  const mask = parseAlignment(operand, statement) - 1;
  if (filler === undefined) {
    writer.action(Arm64Action.word(Arm64Action.ALIGN, mask), 1);
    return;
  }
  const byte = parseFiller(filler, dialect);
  writer.kind = 'fill';
  writer.action(extendedWord(Arm64ExtendedAction.ALIGN_FILL, mask), 1);
  writer.inline(byte);
}

/** The number of bytes that an alignment is: a power of two, 2…256. */
function parseAlignment(operand: Slice, { dialect }: StatementContext): number {
  const bytes = numberOf(operand, dialect);
  if (bytes !== undefined && [2, 4, 8, 16, 32, 64, 128, 256].includes(bytes)) return bytes;
  throw new StatementError('bad alignment', {
    code: 'alignment',
    at: operand,
    notes: ['an alignment is a power of two, 2 … 256'],
  });
}

/** `.ltorg`: the literals of the code in front stand here. */
function writePool(_: readonly Slice[], { writer }: StatementContext): void {
  writer.kind = undefined;
  writer.action(extendedWord(Arm64ExtendedAction.POOL));
}

function reserveSpace([count = NOTHING, filler]: readonly Slice[], statement: StatementContext): void {
  const { writer } = statement;
  checkNames(count, statement);
  writer.kind = 'fill';
  const byte = filler === undefined ? 0 : parseFiller(filler, statement.dialect);
  const argument = statement.argument({ kind: 'value', ...count }, 0);
  writer.argument(extendedWord(Arm64ExtendedAction.SPACE, byte), argument);
}

/** `.proc`: aligns the code, and defines the global label of the procedure. */
function beginProcedure([name = NOTHING, alignment]: readonly Slice[], statement: StatementContext): void {
  const { writer, labels, procedures } = statement;
  const number = labels.global(name);
  procedures.begin(name, number);
  const bytes = alignment === undefined ? PROCEDURE_ALIGNMENT : parseAlignment(alignment, statement);
  statement.labelDefined(`->${name.text}`, name);
  writer.action(Arm64Action.word(Arm64Action.ALIGN, bytes - 1), 1);
  writer.action(Arm64Action.word(Arm64Action.LABEL_LG, number), 1);
}

function endProcedure([name]: readonly Slice[], { writer, procedures }: StatementContext): void {
  writer.kind = undefined;
  writer.action(extendedWord(Arm64ExtendedAction.END_PROC, procedures.end(name)), 1);
}
