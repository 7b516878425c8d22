/**
 * The notation of the arm64 instruction table: its manual, and the parser of a row. Takes the columns of a
 * row; returns its forms: what the operands may be, and where their fields are in the instruction word.
 * Throws `SyntaxError` for what the notation does not allow.
 */
import { fieldsOf, parsePattern, splitPatterns, type Pattern } from './operandpattern.ts';
import { expandRow, type Row } from './rowvariable.ts';
import { widthOf } from './valuerule.ts';

/*
 * The manual
 * ==========
 *
 * The notation is that of the Arm Architecture Reference Manual (Arm ARM, C6 and C7), made short. A row is
 *
 *     mnemonic | operands | encoding    or    mnemonic | operands | encoding | variables
 *
 * The first row that takes the operands is used, so that what is preferred stands above. Empty lines and
 * lines that begin with `//` are ignored. A line `# FEAT_LSE` is a heading: the rows below it, up to the next
 * heading, need that feature. BASE is what every processor of Armv8.0 has.
 *
 * Operands, separated by commas:
 *
 *     Xd Wn Dm Vt …          a register: W X general, B H S D Q of floating point, V a vector. Behind the
 *                            letter stands the field of its number: Xd is in Rd. Number 31 is the zero
 *                            register
 *     Xn|SP Wn|WSP           the same, but number 31 is the stack pointer
 *     SP WSP X16             that register
 *     Xt≤30 Xt≤22e           a register whose number is at most 30; at most 22, and even
 *     Ws+1                   the register behind the one in the field Rs, which must be even
 *     Xd!                    with an exclamation mark behind it
 *     Vd.4S Vm.S[i2]         a vector with its arrangement; an element, whose number is in the field i2
 *     {Vt.4S*3} {Vt.B*1}[i4] a list of three successive vectors; elements of a list
 *     Cn Cm                  c0 … c15
 *     [Xn|SP, #imm12*8]!     memory: what stands in the brackets, and whether the base is written back
 *     #imm12 #simm7*8        a number in that field; s: it is signed; *8: in units of 8
 *     #imm6+1 #imm3≤4        one is subtracted first; only 0 … 4
 *     #imm6.W                less than the register's size
 *     #b5:b40                a number in several fields, the upper bits first
 *     #0 #90|270@rot1        one of these numbers; its index goes into the field rot1
 *     #bitmask.X #fpimm …    a number with a rule of its own: valuerule.ts has them
 *     shift #imm6.X extw{ #imm3}   a shift or extension with its amount, which may be missing where it stands
 *                            in braces: extension.ts has the sets
 *     cond cond'             a condition; cond': the field gets the inverted one
 *     rel26 rel19 rel14 adr adrp lo12*8   a label: its distance, the distance of its page, or its lower bits
 *     =8                     `=value`: a number of 8 bytes in a literal pool
 *     barrier@CRm            a name (namedvalue.ts) whose bits go into the field
 *
 * `{, …}` may be missing; its fields are then 0.
 *
 * Encoding: 32 bits from the left, as digits and names of fields, separated by blanks. Where a name does not
 * end with its number of bits, valuerule.ts has it. A field that stands twice holds the same number twice.
 * Behind the bits: `distinct`, all registers must differ; `hidden`, the disassembler does not show the form.
 *
 * Variables: `<R>` and the like stand for several texts, so that a row stands for several. rowvariable.ts
 * has them: `<R>` in the operands is W or X, `<sf>` in the encoding then 0 or 1. The column `variables` says
 * which alternatives there are, if not all: `T=4H 8H`.
 */

/** The place of a field in the word. */
export interface FieldPlace {
  readonly shift: number;
  readonly width: number;
}

/** A form of an instruction: one alternative of one row, with all its operands. */
export interface Form {
  readonly mnemonic: string;
  /** The columns, with variables replaced. */
  readonly operands: string;
  readonly encoding: string;
  /** What the heading says. */
  readonly features: string;
  readonly patterns: readonly Pattern[];
  /** The bits that are given, and which these are. */
  readonly base: number;
  readonly mask: number;
  readonly fields: ReadonlyMap<string, readonly FieldPlace[]>;
  /** The disassembler does not show it. */
  readonly isHidden: boolean;
  /** All registers must differ. */
  readonly isDistinct: boolean;
}

/** The forms that a row stands for. */
export function parseRow(row: Row): readonly Form[] {
  return expandRow(row).flatMap(each =>
    expandOptional(each.operands, each.encoding).map(([operands, encoding]) =>
      makeForm(each.mnemonic, operands, encoding, each.features),
    ),
  );
}

/** The operands without and with what may be missing, each with its encoding. */
function expandOptional(
  operands: string,
  encoding: string,
): readonly (readonly [operands: string, encoding: string])[] {
  const start = operands.indexOf('{, ');
  if (start < 0) return [[operands, encoding]];
  let end = start + 1;
  for (let depth = 1; depth > 0; end++) {
    if (end === operands.length) throw new SyntaxError(`a brace is open in ${operands}`);
    if (operands[end] === '{') depth++;
    if (operands[end] === '}') depth--;
  }
  const inner = operands.slice(start + 3, end - 1);
  const [front, back] = [operands.slice(0, start), operands.slice(end)];
  const fields = new Set(splitPatterns(inner).flatMap(text => fieldsOf(parsePattern(text))));
  const without = encoding
    .split(' ')
    .map(part => (fields.has(part) ? '0'.repeat(widthOf(part)) : part))
    .join(' ');
  return [
    ...expandOptional(front + back, without),
    ...expandOptional(`${front}${front === '' ? '' : ', '}${inner}${back}`, encoding),
  ];
}

function makeForm(mnemonic: string, operands: string, encoding: string, features: string): Form {
  const fields = new Map<string, FieldPlace[]>();
  let base = 0;
  let mask = 0;
  let left = 32;
  const [isHidden, isDistinct] = [encoding.includes(' hidden'), encoding.includes(' distinct')];
  for (const part of encoding.replace(/ (?:hidden|distinct)/g, '').split(' ')) {
    const isGiven = /^[01]+$/.test(part);
    const width = isGiven ? part.length : widthOf(part);
    left -= width;
    if (left < 0) break;
    if (isGiven) {
      base |= parseInt(part, 2) << left;
      mask |= (2 ** width - 1) << left;
      continue;
    }
    const others = fields.get(part);
    const place = { shift: left, width };
    if (others === undefined) fields.set(part, [place]);
    else others.push(place);
  }
  if (left !== 0) throw new SyntaxError(`${mnemonic} ${operands}: ${encoding} has not 32 bits`);
  const patterns = splitPatterns(operands).map(parsePattern);
  const used = new Set(patterns.flatMap(fieldsOf));
  for (const field of used) {
    if (!fields.has(field))
      throw new SyntaxError(`${mnemonic} ${operands}: there is no field ${field} in ${encoding}`);
  }
  for (const field of fields.keys()) {
    if (!used.has(field)) throw new SyntaxError(`${mnemonic} ${operands}: nothing fills the field ${field}`);
  }
  return {
    mnemonic,
    operands,
    encoding,
    features,
    patterns,
    base: base >>> 0,
    mask: mask >>> 0,
    fields,
    isHidden,
    isDistinct,
  };
}
