/**
 * The notation of the instruction table: its manual, and the parser of its columns. Takes the texts of the
 * columns `operands` and `encoding`. Returns what each operand may be, and what the encoding consists of.
 * Throws `SyntaxError` for texts that the notation does not allow.
 */
import { OperandMode } from './operand.ts';
import type { Size } from './registers.ts';

/*
 * The manual
 * ==========
 *
 * The notation is that of Intel's manual (volume 2, 3.1.1), with some additions. A row is
 *
 *     mnemonic | operands | encoding    or    mnemonic | operands | encoding | architecture
 *
 * `architecture` is x64 or x86 where the form exists on that one only. The first row of a mnemonic that
 * matches is taken, so a shorter encoding stands above a longer one. Empty lines and lines that begin with
 * `//` are ignored.
 *
 * A line `# AVX2` is a heading: the rows below it, up to the next heading, need that feature of the
 * processor. Where the manual wants several, they stand in one heading: `# AES AVX`. BASE is what every
 * processor has; instructions that do nothing on processors that do not know them, such as endbr64, are
 * among these. src/encoder/format/feature.ts has the names.
 *
 * Mnemonic: names of the same instruction are separated by `/`. `<cc>` stands for each condition; `+cc` in
 * the encoding then adds its code to the opcode byte.
 *
 * Operands, separated by commas:
 *
 *     r8 r16 r32 r64         a general register
 *     xmm ymm                a vector register
 *     m8 … m256, m           memory of that size; m: memory that has no size, whatever size word is written
 *     r/m32 r32/m8 xmm/m64   a register or memory
 *     rv r/mv mv             16, 32 or 64 bits: the operand size (v as in the manual's appendix A)
 *     ry r/my my             the same, 32 or 64 bits
 *     Rd                     a general register of 32 bits whose number is known at run time only
 *     al ax eax rAX          that register; rAX is the accumulator of the operand size
 *     cl xmm0 ymm0 st0 1     that register or literal
 *     sti                    a register of the x87 stack
 *     imm8 … imm64, immz     an immediate (z: 16 bits if the operand size is 16, else 32); imm8 is 0…255
 *     imm8sx                 a literal −128…127 that the processor extends to the operand size
 *     expr                   an expression, whose value is known at run time only
 *     expr8 expr16 expr64    an expression with that size word
 *     addr                   an address, `&expr`
 *     addr64                 the same, where the output language has 64-bit addresses
 *     rel32 rel8             a label, an extern or an address as the target of a jump
 *     short                  the same with the word `short` in front
 *     moffs8 moffsv          memory at an address without registers
 *     moffs                  the same, with no size
 *
 * `?` behind an operand: its size (or size word) takes no part in matching, as with `m`. `*2` behind a
 * register: it is written once and stands for two operands of the manual's form. `!` behind memory: only with
 * that size word. `-` behind memory: only without a size word; its size takes no part in matching.
 *
 * Sizes: if all operands of a form have the same size, an operand without a size word takes it from the
 * others, and an immediate must not have a size word for another one. If they differ, each size has to be
 * written.
 *
 * Encoding, separated by blanks:
 *
 *     66 F2 F3 9B            prefixes of the opcode; REX.W may stand among them, but is always written last
 *     o16                    the operand-size prefix 66h of a form that has no v
 *     REX.W                  is always 1 (with v and y it follows from the operand size)
 *     0F 58, 50+r, 70+cc     the opcode; +r: the number of the register operand is added to it
 *     VEX.128.66.0F38.W0     VEX prefix: vector length (128 L0 LZ LIG, 256 L1), prefix (66 F2 F3 or nothing),
 *                            map, W. WIG is encoded as W0.
 *     /r, /0 … /7            ModRM; the digit goes into its reg field
 *     ib iw id io iz         an immediate of 1, 2, 4, 8 bytes, or as immz
 *     iz|ib                  an expression, as iz; if its value fits a sign-extended byte, the encoder
 *                            writes ib and adds 2 to the opcode
 *     cd cb                  the distance to a label, 4 bytes or one
 *     mo                     the address of moffs: 4 bytes on x86, 8 on x64
 *     /is4                   a register number in the upper half of an immediate byte
 *
 * Where the operands go: `+r` takes the register. With ModRM, the operand that may be memory is r/m; if there
 * is none, the last register is. Of the other registers, in written order, the first is ModRM.reg and the
 * second VEX.vvvv; vvvv comes first if r/m is written first or the reg field holds a digit. With /is4 the
 * last register goes there. Immediates, rel32 and moffs take the value fields in order.
 *
 * There is room for what comes later: `EVEX.512.66.0F38.W0` beside VEX; masks, rounding and broadcast as
 * suffixes of operands (`zmm{k}{z}`, `zmm{er}`, `m32bcst`); `vm32x` for VSIB; further registers (mm, k, sreg,
 * cr, dr) as kinds of their own.
 */

/** What one operand of a form may be. */
export interface OperandKind {
  readonly text: string;
  /** The operand has at least one of these modes (bits of `OperandMode`). */
  readonly anyOf: number;
  /** The operand has all of these modes. */
  readonly allOf: number;
  /** Sizes that the operand may have; undefined: operands of this kind have no size. */
  readonly sizes: readonly Size[] | undefined;
  /** The operand's size takes no part in matching. */
  readonly ignoresSize: boolean;
  /** The operand's size is the operand size of the instruction (`v`, `y`). */
  readonly isOperandSize: boolean;
  /** A byte immediate is −128…127, not 0…255. */
  readonly isSignedByte: boolean;
}

/** The operands column of a row. */
export interface OperandsColumn {
  /** One kind for each operand. If register and memory differ in size: a kind that takes both. */
  readonly kinds: readonly OperandKind[];
  /** For each operand of the manual's form, the position of the written operand that it is. */
  readonly positions: readonly number[];
  /** The kinds of each form of the row. There are several forms if register and memory differ in size. */
  readonly forms: readonly (readonly OperandKind[])[];
}

/** A field behind ModRM, SIB and displacement that holds a value. */
export type ValueField = 'ib' | 'iw' | 'id' | 'io' | 'iz' | 'iz|ib' | 'cd' | 'cb' | 'mo';

/**
 * The fields of a VEX prefix, as numbers: map (mmmmm), implied prefix (pp), vector length (L: 256 bits), W.
 */
export interface VexFields {
  readonly map: number;
  readonly pp: number;
  readonly l: boolean;
  readonly w: boolean;
}

/** The encoding column of a row. */
export interface Encoding {
  readonly vex: VexFields | undefined;
  /** REX.W or VEX.W is 1, whatever the operand size is. */
  readonly rexW: boolean;
  /** Begins with the operand-size prefix. */
  readonly o16: boolean;
  /** Prefixes that belong to the opcode. */
  readonly prefixes: readonly number[];
  readonly opcode: readonly number[];
  /** The opcode's last byte holds a register number. */
  readonly plusR: boolean;
  /** `/r` is 'r', `/0`…`/7` a number. */
  readonly modrm: 'r' | number | undefined;
  readonly fields: readonly ValueField[];
  /** The last byte holds a register number. */
  readonly is4: boolean;
}

const SIZE_NAMES: Readonly<Record<string, readonly Size[]>> = {
  8: ['b'],
  16: ['w'],
  32: ['d'],
  64: ['q'],
  80: ['t'],
  128: ['o'],
  256: ['y'],
  v: ['w', 'd', 'q'],
  y: ['d', 'q'],
};

const {
  REGISTER,
  MEMORY,
  IMMEDIATE,
  FLOAT,
  FIRST,
  CL,
  MOFFS,
  ONE,
  SIGNED_BYTE,
  EXPRESSION,
  LABEL,
  ADDRESS,
  ADDRESS_64,
  SIZED,
  UNSIZED,
  VARIABLE,
  SHORT,
} = OperandMode;

/** Kinds whose name does not consist of r, m, xmm and ymm: modes (any of, all of) and size. */
const NAMED_KINDS: Readonly<Record<string, readonly [anyOf: number, allOf: number, size?: string]>> = {
  Rd: [REGISTER, VARIABLE, '32'],
  al: [REGISTER, FIRST, '8'],
  ax: [REGISTER, FIRST, '16'],
  eax: [REGISTER, FIRST, '32'],
  rAX: [REGISTER, FIRST, 'v'],
  xmm0: [REGISTER, FIRST, '128'],
  ymm0: [REGISTER, FIRST, '256'],
  cl: [REGISTER, CL, '8'],
  st0: [FLOAT, FIRST],
  sti: [FLOAT, 0],
  '1': [IMMEDIATE, ONE],
  imm8: [IMMEDIATE, 0],
  imm16: [IMMEDIATE, 0],
  imm32: [IMMEDIATE, 0],
  imm64: [IMMEDIATE, 0],
  immz: [IMMEDIATE, 0],
  imm8sx: [IMMEDIATE, SIGNED_BYTE],
  expr: [IMMEDIATE, EXPRESSION],
  expr8: [IMMEDIATE, EXPRESSION, '8'],
  expr16: [IMMEDIATE, EXPRESSION, '16'],
  expr64: [IMMEDIATE, EXPRESSION, '64'],
  addr: [IMMEDIATE, ADDRESS],
  addr64: [IMMEDIATE, ADDRESS_64, '64'],
  rel32: [IMMEDIATE, LABEL],
  rel8: [IMMEDIATE, LABEL],
  short: [IMMEDIATE, SHORT],
  moffs8: [MEMORY, MOFFS, '8'],
  moffsv: [MEMORY, MOFFS, 'v'],
  moffs: [MEMORY, MOFFS],
};

/** Parses the column `operands`. */
export function parseOperands(text: string): OperandsColumn {
  const kinds: OperandKind[] = [];
  const positions: number[] = [];
  let forms: readonly (readonly OperandKind[])[] = [[]];
  for (const written of text === '' ? [] : text.split(', ')) {
    const isDouble = written.endsWith('*2');
    const choices = parseKinds(isDouble ? written.slice(0, -2) : written);
    const joined = joinKinds(choices);
    positions.push(kinds.length);
    if (isDouble) positions.push(kinds.length);
    kinds.push(joined);
    const isOne = choices.every(({ sizes, allOf }) => sizes === joined.sizes && allOf === joined.allOf);
    const distinct = isOne ? [joined] : choices;
    forms = forms.flatMap(before => distinct.map(kind => [...before, kind]));
  }
  return { kinds, positions, forms };
}

/** One kind that takes what any of `kinds` takes. */
function joinKinds(kinds: readonly OperandKind[]): OperandKind {
  const [first] = kinds;
  if (first === undefined) throw new RangeError('no kinds');
  return { ...first, anyOf: kinds.reduce((anyOf, kind) => anyOf | kind.anyOf, 0) };
}

/** The kinds that a written operand stands for: `xmm/m64` is two. */
function parseKinds(written: string): readonly OperandKind[] {
  const text = written.endsWith('?') ? written.slice(0, -1) : written;
  const ignoresSize = text !== written || text === 'm';
  const isSignedByte = text === 'imm8sx';
  const makeKind = (anyOf: number, allOf: number, size: string | undefined): OperandKind => {
    const sizes = size === undefined ? undefined : SIZE_NAMES[size];
    if (size !== undefined && sizes === undefined) throw new SyntaxError(`unknown operand kind ${written}`);
    const isOperandSize = size === 'v' || size === 'y';
    return { text: written, anyOf, allOf, sizes, ignoresSize, isOperandSize, isSignedByte };
  };
  const named = NAMED_KINDS[text];
  if (named !== undefined) return [makeKind(named[0], named[1], named[2])];
  if (text.startsWith('r/m')) return [makeKind(REGISTER | MEMORY, 0, text.slice(3))];
  return text.split('/').map(part => {
    if (part === 'xmm') return makeKind(REGISTER, 0, '128');
    if (part === 'ymm') return makeKind(REGISTER, 0, '256');
    const [, letter, size = '', mark] = /^([rm])(\w*)([!-]?)$/.exec(part) ?? [];
    if (letter === 'm' && mark === '!') return makeKind(MEMORY, SIZED, size);
    if (letter === 'm' && mark === '-') return makeKind(MEMORY, UNSIZED, undefined);
    if (letter === 'm') return makeKind(MEMORY, 0, size === '' ? undefined : size);
    if (letter === 'r' && mark === '') return makeKind(REGISTER, 0, size);
    throw new SyntaxError(`unknown operand kind ${written}`);
  });
}

/**
 * Bytes in front of REX. The first byte of x87's opcodes counts as one, too: DynASM writes the REX byte of a
 * variable register behind it (and the encoder always drops that byte).
 */
const PREFIXES: readonly number[] = [0x66, 0xf2, 0xf3, 0x9b, 0xd8, 0xd9, 0xda, 0xdb, 0xdc, 0xdd, 0xde, 0xdf];
const FIELDS: readonly string[] = [
  'ib',
  'iw',
  'id',
  'io',
  'iz',
  'iz|ib',
  'cd',
  'cb',
  'mo',
] satisfies ValueField[];

function isField(text: string): text is ValueField {
  return FIELDS.includes(text);
}

const OPCODE = /^[\dA-F]{2}(?:\+r)?$/;
const DIGIT = /^\/[0-7]$/;

/** Parses the column `encoding`, in which `+cc` has been replaced. */
export function parseEncoding(text: string): Encoding {
  /** Prefixes and opcode. */
  const bytes: number[] = [];
  const fields: ValueField[] = [];
  let vex: VexFields | undefined;
  let modrm: Encoding['modrm'];
  let [rexW, o16, is4, plusR] = [false, false, false, false];
  for (const token of text.split(' ')) {
    if (token === '/r') modrm = 'r';
    else if (isField(token)) fields.push(token);
    else if (OPCODE.test(token)) {
      bytes.push(parseInt(token, 16));
      plusR = token.length > 2;
    } else if (token === 'REX.W') rexW = true;
    else if (token === 'o16') o16 = true;
    else if (DIGIT.test(token)) modrm = Number(token[1]);
    else if (token === '/is4') is4 = true;
    else if (token.startsWith('VEX.')) {
      vex = parseVex(token);
      rexW = vex.w;
    } else throw new SyntaxError(`unknown part ${token} of encoding ${text}`);
  }
  if (bytes.length === 0) throw new SyntaxError(`no opcode in encoding ${text}`);
  const start = bytes.findIndex((byte, n) => n === bytes.length - 1 || !PREFIXES.includes(byte));
  const [prefixes, opcode] = [bytes.slice(0, start), bytes.slice(start)];
  if (vex !== undefined && (opcode.length !== 1 || prefixes.length > 0 || o16)) {
    throw new SyntaxError(`VEX does not go with prefixes or escapes: ${text}`);
  }
  return { vex, rexW, o16, prefixes, opcode, plusR, modrm, fields, is4 };
}

const VEX_MAPS: readonly string[] = ['', '0F', '0F38', '0F3A'];
const VEX_PREFIXES: readonly string[] = ['', '66', 'F3', 'F2'];

function parseVex(token: string): VexFields {
  const match = /^VEX\.(128|256|L0|L1|LZ|LIG)(?:\.(66|F3|F2))?\.(0F|0F38|0F3A)\.(W0|W1|WIG)$/.exec(token);
  if (match === null) throw new SyntaxError(`bad VEX prefix ${token}`);
  const [, length, pp = '', map = '', w] = match;
  return {
    map: VEX_MAPS.indexOf(map),
    pp: VEX_PREFIXES.indexOf(pp),
    l: length === '256' || length === 'L1',
    w: w === 'W1',
  };
}
