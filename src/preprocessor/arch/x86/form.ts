/**
 * Forms of instructions. Takes the columns of a row of the instruction table (notation.ts). Returns the forms
 * of the row: what the operands of a statement must be to match, and how the instruction is then encoded.
 */
import type { TableName } from './instructiontable.ts';
import { parseEncoding, parseOperands } from './notation.ts';
import type { Encoding, OperandKind, OperandsColumn } from './notation.ts';
import { ANY_MEMORY, OperandMode } from './operand.ts';
import type { Size } from './registers.ts';

export interface Form {
  readonly mnemonic: string;
  /** The operands column as it stands in the row. */
  readonly operands: string;
  /** The table in which the row stands. */
  readonly table: TableName;
  /** The heading above the row: the processor features that the form needs, separated by blanks. */
  readonly features: string;
  readonly kinds: readonly OperandKind[];
  readonly sizeRule: SizeRule;
  readonly isEvex: boolean;
  readonly code: FormCode;
}

/** How the sizes of the operands of a form depend on one another. */
type SizeRule =
  /** The operands have no size. */
  | { readonly rule: 'none' }
  /**
   * All have the same size, one of `sizes`; a size that is not written is taken from the other operands.
   * `isOperandSize`: it is the operand size of the instruction. `allows64BitOnX86`: it may be 64 bits on x86,
   * too.
   */
  | {
      readonly rule: 'common';
      readonly sizes: readonly Size[];
      readonly isOperandSize: boolean;
      readonly allows64BitOnX86: boolean;
    }
  /** The sizes differ; each must be written. */
  | { readonly rule: 'separate' };

/** For each field of the encoding, the position of the operand that goes there. */
interface OperandRoles {
  /** ModRM.reg */
  readonly reg: number | undefined;
  /** ModRM.rm */
  readonly rm: number | undefined;
  /** VEX.vvvv */
  readonly vvvv: number | undefined;
  /** The register in the opcode's last byte. */
  readonly opcode: number | undefined;
  /** The register in an immediate byte. */
  readonly is4: number | undefined;
  /** The value fields behind ModRM, in their order. */
  readonly fields: readonly number[];
}

/**
 * How the forms of a row are encoded. Most forms are only compared with operands, so the column is parsed on
 * first use.
 */
export class FormCode {
  /** The encoding column as it stands in the row. */
  readonly text: string;
  readonly #operands: OperandsColumn;
  #encoding: Encoding | undefined;
  #roles: OperandRoles | undefined;

  constructor(text: string, operands: OperandsColumn) {
    this.text = text;
    this.#operands = operands;
  }

  /** Throws `SyntaxError`. */
  get encoding(): Encoding {
    return (this.#encoding ??= parseEncoding(this.text));
  }

  /** The size of what is loaded or stored at each address of memory whose index is a vector. */
  get element(): Size {
    return this.encoding.rexW ? 'q' : 'd';
  }

  /** Whether it can name r16 … r31, by REX2 or EVEX. */
  get takesExtended(): boolean {
    return this.encoding.evex !== undefined || this.encoding.rex2Map !== undefined;
  }

  /** Throws `SyntaxError` if the operands do not fit the encoding. */
  get roles(): OperandRoles {
    return (this.#roles ??= assignRoles(this.#operands, this.encoding, this.text));
  }
}

/** An operands column, and what of each form depends on nothing else. */
interface CachedColumn {
  readonly column: OperandsColumn;
  readonly forms: readonly Pick<Form, 'kinds' | 'sizeRule'>[];
}

/** Operands columns by their text: most of them stand in many rows. */
const columns = new Map<string, CachedColumn>();

/**
 * The forms of one row, for one of its mnemonics. There are several if register and memory differ in size.
 */
export function parseForms(
  mnemonic: string,
  operands: string,
  encoding: string,
  table: TableName,
  features: string,
): readonly Form[] {
  const { column, forms } = findColumn(operands);
  const code = new FormCode(encoding, column);
  const isEvex = encoding.startsWith('EVEX.');
  return forms.map(({ kinds, sizeRule }) => ({
    mnemonic,
    operands,
    table,
    features,
    kinds,
    sizeRule,
    isEvex,
    code,
  }));
}

function findColumn(text: string): CachedColumn {
  const cached = columns.get(text);
  if (cached !== undefined) return cached;
  const column = parseOperands(text);
  const forms = column.forms.map(kinds => ({ kinds, sizeRule: findSizeRule(kinds) }));
  columns.set(text, { column, forms });
  return { column, forms };
}

function findSizeRule(kinds: readonly OperandKind[]): SizeRule {
  let common: readonly Size[] | undefined;
  let [isSeparate, isOperandSize, allows64BitOnX86] = [false, false, false];
  for (const kind of kinds) {
    if (kind.ignoresSize) allows64BitOnX86 = true;
    else if (kind.sizes !== undefined) {
      isSeparate ||= common !== undefined && common !== kind.sizes;
      isOperandSize ||= kind.isOperandSize;
      common ??= kind.sizes;
    }
  }
  if (common === undefined) return { rule: 'none' };
  return isSeparate
    ? { rule: 'separate' }
    : { rule: 'common', sizes: common, isOperandSize, allows64BitOnX86 };
}

const { REGISTER, IMMEDIATE, FLOAT, FAR_POINTER, MOFFS, ONE, SIZED, UNSIZED, VARIABLE, WORD_LABEL } =
  OperandMode;

/** Modes of operands that are written into value fields. */
const VALUE = IMMEDIATE | FAR_POINTER | WORD_LABEL;
/** Modes that an operand must have although it is written into the code as others are. */
const WRITTEN = SIZED | UNSIZED | VARIABLE;

/**
 * Finds out which operand goes where, by the rules of the notation's manual. `text`: the encoding column, for
 * messages.
 */
function assignRoles(
  { kinds, positions, forms }: OperandsColumn,
  encoding: Encoding,
  text: string,
): OperandRoles {
  if ((encoding.o16 || encoding.rexW) && forms.some(form => form.some(kind => kind.isOperandSize))) {
    throw new SyntaxError(`the operand size is given twice: ${text}`);
  }
  const kindAt = (position: number): OperandKind => {
    const kind = kinds[position];
    if (kind === undefined) throw new RangeError(`operand ${position} of ${kinds.length}`);
    return kind;
  };
  const fields: number[] = [];
  const registers: number[] = [];
  for (const position of positions) {
    const { anyOf, allOf } = kindAt(position);
    if ((anyOf & VALUE) !== 0 && (allOf & ONE) === 0) fields.push(position);
    else if ((allOf & MOFFS) !== 0) fields.push(position);
    else if ((allOf & ~WRITTEN) === 0 && (anyOf & (REGISTER | ANY_MEMORY | FLOAT)) !== 0)
      registers.push(position);
  }
  const is4 = encoding.is4 ? takeLastRegister(registers, kindAt) : undefined;
  const opcode = encoding.plusR ? registers.pop() : undefined;
  let [reg, rm, vvvv]: (number | undefined)[] = [];
  if (encoding.evex?.hasDestination === true) vvvv = registers.shift();
  if (encoding.order !== undefined) {
    const at = (role: string): number | undefined => registers[encoding.order?.indexOf(role) ?? -1];
    [reg, rm, vvvv] = [at('R'), at('M'), at('V')];
    registers.splice(0, encoding.order.length);
  } else if (encoding.modrm !== undefined) {
    const memory = registers.findIndex(position => (kindAt(position).anyOf & ANY_MEMORY) !== 0);
    const [found] = registers.splice(memory < 0 ? registers.length - 1 : memory, 1);
    rm = found;
    const isVvvvFirst = memory === 0 && registers.length === 2;
    if (encoding.modrm === 'r') reg = isVvvvFirst ? registers.pop() : registers.shift();
    vvvv ??= registers.shift();
  }
  const hasRm = encoding.modrm !== undefined && encoding.order !== 'R';
  const isComplete =
    registers.length === 0 &&
    fields.length === encoding.fields.length &&
    (rm !== undefined) === hasRm &&
    (reg !== undefined) === (encoding.modrm === 'r') &&
    (vvvv === undefined || encoding.vex !== undefined || encoding.evex !== undefined);
  if (!isComplete) throw new SyntaxError(`operands do not fit the encoding ${text}`);
  return { reg, rm, vvvv, opcode, is4, fields };
}

/** Takes the last operand that is always a register out of `registers`. */
function takeLastRegister(
  registers: number[],
  kindAt: (position: number) => OperandKind,
): number | undefined {
  const index = registers.findLastIndex(position => (kindAt(position).anyOf & ANY_MEMORY) === 0);
  return registers.splice(index, 1)[0];
}
