/**
 * Forms: rows of the instruction table, read. In: a row as it stands in a table file. Out: what an operand list must look
 * like to match it, and how it is encoded. The notation is explained below, above its parser.
 */
import { Mode } from './operand.ts';
import type { Size } from './registers.ts';
import type { Origin } from './row.ts';

/** What one operand of a form may be. */
export interface Kind {
  readonly text: string;
  /** Any of these modes will do, … */
  readonly any: number;
  /** … and all of these are needed. */
  readonly all: number;
  /** Sizes that it may have; undefined: the kind has no size. */
  readonly sizes: readonly Size[] | undefined;
  /** The operand's size takes no part in matching. */
  readonly free: boolean;
  /** The operand size of the instruction is that of this operand (`v`, `y`). */
  readonly operation: boolean;
  /** A byte immediate −128…127, not 0…255. */
  readonly signed: boolean;
}

/** How the sizes of a form's operands hang together. */
export type Sizes =
  /** No operand has a size. */
  | { readonly rule: 'any' }
  /**
   * All have the same, one of these; a size that is not written is taken from the others. `operation`: it is the operand size
   * of the instruction; `wide`: also 64 bits in x86 mode.
   */
  | {
      readonly rule: 'common';
      readonly sizes: readonly Size[];
      readonly operation: boolean;
      readonly wide: boolean;
    }
  /** Each must be written as it is here. */
  | { readonly rule: 'exact' };

/** Operand numbers by what they are in the encoding. */
export interface Roles {
  readonly reg: number | undefined;
  readonly rm: number | undefined;
  readonly vvvv: number | undefined;
  readonly opcode: number | undefined;
  readonly is4: number | undefined;
  /** Of the fields behind ModRM, in their order. */
  readonly fields: readonly number[];
}

export type Field = 'ib' | 'iw' | 'id' | 'io' | 'iz' | 'iz|ib' | 'cd' | 'mo';

export interface Encoding {
  readonly vex: { readonly map: number; readonly pp: number; readonly l: boolean } | undefined;
  readonly rexW: boolean;
  /** Starts with the operand-size prefix. */
  readonly o16: boolean;
  /** Prefixes that belong to the opcode. */
  readonly prefixes: readonly number[];
  readonly opcode: readonly number[];
  /** `/r` is 'r', `/0`…`/7` a number. */
  readonly modrm: 'r' | number | undefined;
  readonly fields: readonly Field[];
}

export interface Form {
  readonly mnemonic: string;
  readonly operands: string;
  readonly origin: Origin;
  readonly kinds: readonly Kind[];
  readonly sizes: Sizes;
  readonly code: FormCode;
}

/** How the forms of a row are encoded. It is read when it is first asked for: most forms are only compared with operands. */
export class FormCode {
  /** The column as it stands in the row. */
  readonly text: string;
  readonly #operands: Operands;
  #encoding: ReturnType<typeof parseEncoding> | undefined;
  #roles: Roles | undefined;

  constructor(text: string, operands: Operands) {
    this.text = text;
    this.#operands = operands;
  }

  get encoding(): Encoding {
    return (this.#encoding ??= parseEncoding(this.text));
  }

  get roles(): Roles {
    return (this.#roles ??= this.#assignRoles());
  }

  #assignRoles(): Roles {
    const encoding = (this.#encoding ??= parseEncoding(this.text));
    const { joined, places, choices } = this.#operands;
    if ((encoding.o16 || encoding.rexW) && choices.some(choice => choice.kinds.some(isSized))) {
      throw new SyntaxError(`the operand size is given twice: ${this.text}`);
    }
    return assignRoles(joined, places, encoding, this.text);
  }
}

/*
 * The notation of the instruction table
 * =====================================
 *
 * It is that of Intel's manual (volume 2, 3.1.1), with what follows. A row is
 *
 *     mnemonic | operands | encoding    or    mnemonic | operands | encoding | mode
 *
 * `mode` is x64 or x86 where the form exists in that mode only. Of the rows of a mnemonic the first that matches is taken: a
 * shorter encoding stands above a longer one. Empty lines and lines that begin with `//` are for people.
 *
 * Mnemonic: names of the same instruction are separated by `/`. `<cc>` stands for each condition; `+cc` in the encoding
 * then adds its code to the opcode byte.
 *
 * Operands, separated by commas:
 *
 *     r8 r16 r32 r64         a general register
 *     xmm ymm                a vector register
 *     m8 … m256, m           memory of that size; of no size, whatever size is written
 *     r/m32 r32/m8 xmm/m64   a register or memory
 *     rv r/mv mv             16, 32 or 64 bits: the operand size (v as in the manual's appendix A)
 *     ry r/my my             the same, 32 or 64 bits
 *     al ax eax rAX          that register; rAX is the accumulator of the operand size
 *     cl xmm0 ymm0 st0 1     that register or literal
 *     sti                    a register of the x87 stack
 *     imm8 … imm64, immz     an immediate (z: 16 bits if the operand size is 16, else 32); imm8 is 0…255
 *     imm8sx                 a literal −128…127 that the processor extends to the operand size
 *     expr                   an expression: its value is known at run time only
 *     expr8 expr16 expr64    an expression with that size word
 *     addr                   an address, `&expr`
 *     addr64                 the same, where the target knows 64-bit addresses
 *     rel32                  a label, an extern or an address, to be jumped to
 *     moffs8 moffsv          memory at a plain address
 *     moffs                  the same, of no size
 *
 * A trailing `?`: the operand's size (or size word) takes no part in matching, as with `m`. A trailing `*2` on a register: it
 * is written once and stands for two operands of the manual's form.
 *
 * Sizes: where all operands of a form have the same size, one without a size word takes it from the others, and an immediate
 * must not have another one. Where they differ, each has to be written.
 *
 * Encoding, separated by blanks:
 *
 *     66 F2 F3 9B            prefixes of the opcode; REX.W may stand among them and is always written behind them
 *     o16                    the operand-size prefix 66h of a form that has no v
 *     REX.W                  forced to 1 (with v and y it follows from the operand size)
 *     0F 58, 50+r, 70+cc     the opcode; +r: the number of the register operand is added to it
 *     VEX.128.66.0F38.W0     VEX prefix: vector length (128 L0 LZ LIG, 256 L1), prefix (66 F2 F3 or nothing), map, W. WIG is W0.
 *     /r, /0 … /7            ModRM; the digit goes into its reg field
 *     ib iw id io iz         an immediate of 1, 2, 4, 8 bytes, or as immz
 *     iz|ib                  an expression: the sign-extended byte is chosen at run time if it fits (opcode + 2)
 *     cd                     distance to a label, 4 bytes
 *     mo                     the address of moffs: 4 bytes, 8 on x64
 *     /is4                   register number in the upper half of an immediate byte
 *
 * Which operand goes where: `+r` takes the register. With ModRM, r/m is the operand that may be memory, else the last
 * register. Of the other registers, in written order, the first is ModRM.reg and the second VEX.vvvv; vvvv comes first if r/m is
 * written first or the reg field holds a digit. The last one is /is4 if the encoding has it. Immediates, rel32 and moffs take
 * the fields in order.
 *
 * What comes later fits in: `EVEX.512.66.0F38.W0` beside VEX, masks, rounding and broadcast as suffixes of operands (`zmm{k}{z}`,
 * `zmm{er}`, `m32bcst`), `vm32x` for VSIB, and further registers (mm, k, sreg, cr, dr) as kinds of their own.
 */

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
  OFFSET,
  ONE,
  SIGNED_BYTE,
  EXPRESSION,
  LABEL,
  ADDRESS,
  WIDE,
} = Mode;

/** Kinds that are no register, memory or both: any of the modes, all of the modes, sizes. */
const SPECIAL: Readonly<Record<string, readonly [any: number, all: number, size?: string]>> = {
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
  addr64: [IMMEDIATE, WIDE, '64'],
  rel32: [IMMEDIATE, LABEL],
  moffs8: [MEMORY, OFFSET, '8'],
  moffsv: [MEMORY, OFFSET, 'v'],
  moffs: [MEMORY, OFFSET],
};

/** The operands column of a row, read. */
interface Operands {
  /** One kind for each operand; where register and memory differ in size, any of the two. */
  readonly joined: readonly Kind[];
  /** Operand number by operand of the manual's form. */
  readonly places: readonly number[];
  /** What each form of the row takes: there are several where register and memory differ in size. */
  readonly choices: readonly { readonly kinds: readonly Kind[]; readonly sizes: Sizes }[];
}

/** Operands by their text, which comes again and again. */
const operandColumns = new Map<string, Operands>();

function findOperands(text: string): Operands {
  const found = operandColumns.get(text);
  if (found !== undefined) return found;
  const operands = parseOperands(text);
  operandColumns.set(text, operands);
  return operands;
}

function parseOperands(text: string): Operands {
  const joined: Kind[] = [];
  const places: number[] = [];
  let combinations: readonly (readonly Kind[])[] = [[]];
  for (const written of text === '' ? [] : text.split(', ')) {
    const twice = written.endsWith('*2');
    const kinds = parseKinds(twice ? written.slice(0, -2) : written);
    const any = joinKinds(kinds);
    places.push(joined.length);
    if (twice) places.push(joined.length);
    joined.push(any);
    // `xmm/m128` is one kind from the start, since both have the same size.
    const merged = kinds.every(kind => kind.sizes === any.sizes) ? [any] : kinds;
    combinations = combinations.flatMap(before => merged.map(kind => [...before, kind]));
  }
  return { joined, places, choices: combinations.map(kinds => ({ kinds, sizes: sizeRule(kinds) })) };
}

/** One kind that is any of `kinds`. */
function joinKinds(kinds: readonly Kind[]): Kind {
  const [first] = kinds;
  if (first === undefined) throw new RangeError('no kinds');
  return { ...first, any: kinds.reduce((any, kind) => any | kind.any, 0) };
}

/** What a written operand may be: two kinds where register and memory differ in size. */
function parseKinds(written: string): readonly Kind[] {
  const text = written.endsWith('?') ? written.slice(0, -1) : written;
  const free = text !== written || text === 'm';
  const kind = (any: number, all: number, size: string | undefined): Kind => {
    const sizes = size === undefined ? undefined : SIZE_NAMES[size];
    if (size !== undefined && sizes === undefined) throw new SyntaxError(`unknown operand kind ${written}`);
    const operation = size === 'v' || size === 'y';
    return { text: written, any, all, sizes, free, operation, signed: text === 'imm8sx' };
  };
  const special = SPECIAL[text];
  if (special !== undefined) return [kind(special[0], special[1], special[2])];
  if (text.startsWith('r/m')) return [kind(REGISTER | MEMORY, 0, text.slice(3))];
  return text.split('/').map(part => {
    if (part === 'xmm') return kind(REGISTER, 0, '128');
    if (part === 'ymm') return kind(REGISTER, 0, '256');
    const size = part.slice(1);
    if (part.startsWith('m')) return kind(MEMORY, 0, size === '' ? undefined : size);
    if (part.startsWith('r')) return kind(REGISTER, 0, size);
    throw new SyntaxError(`unknown operand kind ${written}`);
  });
}

const isSized = (kind: Kind): boolean => kind.operation;

/** The forms of one row for one of its names: more than one where register and memory differ in size. */
export function parseForms(
  mnemonic: string,
  operands: string,
  encoding: string,
  origin: Origin = 'table',
): readonly Form[] {
  const found = findOperands(operands);
  const code = new FormCode(encoding, found);
  return found.choices.map(({ kinds, sizes }) => ({ mnemonic, operands, origin, kinds, sizes, code }));
}

function sizeRule(kinds: readonly Kind[]): Sizes {
  let common: readonly Size[] | undefined;
  let [exact, operation, wide] = [false, false, false];
  for (const { free, sizes, operation: own } of kinds) {
    if (free) wide = true;
    else if (sizes !== undefined) {
      exact ||= common !== undefined && common !== sizes;
      operation ||= own;
      common ??= sizes;
    }
  }
  if (common === undefined) return { rule: 'any' };
  return exact ? { rule: 'exact' } : { rule: 'common', sizes: common, operation, wide };
}

/**
 * Bytes in front of REX. Of x87's two-byte opcodes the first counts, too: there the reference has the REX byte of a variable
 * register (which is always dropped).
 */
const PREFIXES: readonly number[] = [0x66, 0xf2, 0xf3, 0x9b, 0xd8, 0xd9, 0xda, 0xdb, 0xdc, 0xdd, 0xde, 0xdf];
const FIELDS: readonly string[] = ['ib', 'iw', 'id', 'io', 'iz', 'iz|ib', 'cd', 'mo'] satisfies Field[];

function isField(text: string): text is Field {
  return FIELDS.includes(text);
}

const OPCODE = /^[\dA-F]{2}(?:\+r)?$/;
const DIGIT = /^\/[0-7]$/;

/** Reads the encoding column. `+cc` must have been replaced. */
function parseEncoding(text: string): Encoding & { readonly is4: boolean; readonly plusR: boolean } {
  /** Prefixes and opcode. */
  const bytes: number[] = [];
  const fields: Field[] = [];
  let vex: Encoding['vex'];
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
      const parsed = parseVex(token);
      vex = parsed;
      rexW = parsed.w;
    } else throw new SyntaxError(`unknown part ${token} of encoding ${text}`);
  }
  if (bytes.length === 0) throw new SyntaxError(`no opcode in encoding ${text}`);
  const start = bytes.findIndex((byte, n) => n === bytes.length - 1 || !PREFIXES.includes(byte));
  const [prefixes, opcode] = [bytes.slice(0, start), bytes.slice(start)];
  if (vex !== undefined && (opcode.length !== 1 || prefixes.length > 0 || o16)) {
    throw new SyntaxError(`VEX does not go with prefixes or escapes: ${text}`);
  }
  return { vex, rexW, o16, prefixes, opcode, modrm, fields, is4, plusR };
}

const VEX_MAPS: readonly string[] = ['', '0F', '0F38', '0F3A'];
const VEX_PREFIXES: readonly string[] = ['', '66', 'F3', 'F2'];

function parseVex(token: string): { map: number; pp: number; l: boolean; w: boolean } {
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

/** Which operand goes where; the rules are in the notation's manual above. */
function assignRoles(
  kinds: readonly Kind[],
  places: readonly number[],
  encoding: ReturnType<typeof parseEncoding>,
  text: string,
): Roles {
  const kindAt = (place: number): Kind => {
    const kind = kinds[place];
    if (kind === undefined) throw new RangeError(`operand ${place} of ${kinds.length}`);
    return kind;
  };
  const fields: number[] = [];
  const registers: number[] = [];
  for (const place of places) {
    const { any, all } = kindAt(place);
    if ((any & IMMEDIATE) !== 0 && (all & ONE) === 0) fields.push(place);
    else if ((all & OFFSET) !== 0) fields.push(place);
    else if (all === 0 && (any & (REGISTER | MEMORY | FLOAT)) !== 0) registers.push(place);
  }
  const is4 = encoding.is4 ? registers.pop() : undefined;
  const opcode = encoding.plusR ? registers.pop() : undefined;
  let [reg, rm, vvvv]: (number | undefined)[] = [];
  if (encoding.modrm !== undefined) {
    const memory = registers.findIndex(place => (kindAt(place).any & MEMORY) !== 0);
    const [found] = registers.splice(memory < 0 ? registers.length - 1 : memory, 1);
    rm = found;
    const vectorFirst = memory === 0 && registers.length === 2;
    if (encoding.modrm === 'r') reg = vectorFirst ? registers.pop() : registers.shift();
    vvvv = registers.shift();
  }
  const complete =
    registers.length === 0 &&
    fields.length === encoding.fields.length &&
    (rm !== undefined) === (encoding.modrm !== undefined) &&
    (reg !== undefined) === (encoding.modrm === 'r') &&
    (vvvv === undefined || encoding.vex !== undefined);
  if (!complete) throw new SyntaxError(`operands do not fit the encoding ${text}`);
  return { reg, rm, vvvv, opcode, is4, fields };
}
