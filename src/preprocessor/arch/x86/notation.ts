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
 * `architecture` is x64 or x86 where the form exists on that one only. A row with EVEX may have a tuple (see
 * below) in its place or in front of it. The first row of a mnemonic that
 * matches is taken, so a shorter encoding stands above a longer one. Empty lines and lines that begin with
 * `//` are ignored.
 *
 * A line `# AVX2` is a heading: the rows below it, up to the next heading, need that feature of the
 * processor. Where the manual wants several, they stand in one heading: `# AES AVX`. BASE is what every
 * processor has; instructions that do nothing on processors that do not know them, such as endbr64, are
 * among these. src/encoder/format/feature.ts has the names.
 *
 * Mnemonic: names of the same instruction are separated by `/`. `<cc>` stands for each condition; `+cc` in
 * the encoding then adds its code to the opcode byte. `<fp8>` and the like stand for each predicate
 * (table/predicate.ts); `pp` in the encoding is then the byte of its code. `<scc>` stands for each condition
 * of ccmp and ctest.
 *
 * Operands, separated by commas:
 *
 *     r8 r16 r32 r64         a general register
 *     xmm ymm zmm            a vector register
 *     k mm sreg cr dr tr bnd tmm  a mask, MMX, segment, control, debug, test, bound, tile register
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
 *     imm8sx16               the same, extended to 16 bits: its size word is `word`
 *     expr                   an expression, whose value is known at run time only
 *     expr8 expr16 expr64    an expression with that size word
 *     addr                   an address, `&expr`
 *     addr64                 the same, where the output language has 64-bit addresses
 *     rel32 rel8             a label, an extern or an address as the target of a jump
 *     short                  the same with the word `short` in front
 *     far16 far32 far64      a far pointer in memory, whose offset has that size
 *     ptr16:16 ptr16:32      a far pointer in the code, `selector:offset`
 *     rel16                  a label with the word `word` in front
 *     imm4                   a literal 0…15, for /is5
 *     moffs8 moffsv          memory at an address without registers
 *     moffs                  the same, with no size
 *
 *     m32bcst                memory of that size that is broadcast: `dword [rax]{1to4}`
 *     vm32x vm64z            memory at several addresses: the size of the indices, and x, y or z for an index
 *                            of xmm, ymm or zmm registers
 *
 * Behind an operand that may have them: `{k}` a mask, `{k!}` a mask that must be there, `{z}` zeroing, `{er}`
 * rounding, `{sae}` no exceptions. They go with registers and, but for rounding, with memory.
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
 *     REX2                   has the prefix REX2 in any case
 *     o16                    the operand-size prefix 66h of a form that has no v
 *     REX.W                  is always 1 (with v and y it follows from the operand size)
 *     0F 58, 50+r, 70+cc     the opcode; +r: the number of the register operand is added to it
 *     VEX.128.66.0F38.W0     VEX prefix: vector length (128 L0 LZ LIG, 256 L1), prefix (66 F2 F3 or nothing),
 *                            map (MAP5 and MAP7, too), W. WIG is encoded as W0; WIG1, too, but as W1 where
 *                            the output is DynASM's.
 *     EVEX.512.66.0F38.W0    EVEX prefix: the same, with the length 512 and the maps MAP5 to MAP7
 *     EVEX.VL.66.0F.W1       stands for three rows, of 128, 256 and 512 bits. In these `v` is xmm, ymm or
 *                            zmm, and `h` has half of its length, but at least 128 bits; `m` has the
 *                            size that the tuple says, `vm32v` and `vm32h` an index of v or h. The forms
 *                            of 128 and 256 bits need AVX512VL, too (which AVX10 brings), and do not have
 *                            `{er}` and `{sae}`.
 *     EVEX.LLZ.MAP4          EVEX as APX has it, with the length 0; a displacement of one byte counts bytes.
 *                            Without W the form is scalable: W, and the prefix 66 for 16 bits, follow from
 *                            the operand size. Behind map and W may stand
 *       .ND                  ND is 1: the first operand is a new destination, in vvvv
 *       .ND?                 stands for two rows, without ND, and with it and one more operand in front: a
 *                            register as large as the first one
 *       .ZU                  ND is 1: the rest of the destination becomes 0
 *       .NF                  may have `{nf}` in front of the mnemonic, which makes NF 1; .NF1: NF is 1
 *       .SC                  the condition, whose code `<scc>` in the mnemonic says, stands in place of V'
 *                            and aaa, and the flags of `{dfv=…}` in place of vvvv
 *     XOP.128.M8.W0          AMD's prefix XOP, with the maps M8, M9 and MA
 *     /r, /0 … /7            ModRM; the digit goes into its reg field
 *     ib iw id io iz         an immediate of 1, 2, 4, 8 bytes, or as immz
 *     iz|ib                  an expression, as iz; if its value fits a sign-extended byte, the encoder
 *                            writes ib and adds 2 to the opcode
 *     cd cw cb               the distance to a label, 4 bytes, 2 or one
 *     p16 p32                a far pointer: an offset of 2 or 4 bytes, and a selector of 2
 *     mo                     the address of moffs: 4 bytes on x86, 8 on x64
 *     asize                  the address must have 64 bits on x64, 32 on x86: the prefix 67h would change
 *                            something else
 *     a16 a32                the prefix 67h, in any case: an address must have that size
 *     nocs                   the segment register is not cs
 *     based                  memory is not relative to rip
 *     norex2                 there is no REX2. Without it, opcodes of one byte or 0F and one byte have REX2,
 *                            with which they name r16 … r31; others and VEX cannot
 *     nosp                   no register is rsp
 *     distinct distinct1     all registers, vector index included, must differ; or the first
 *                            from the others (otherwise the processor faults)
 *     /r 9E                  a byte behind /r (or /digit) and displacement: a part of the opcode, or an
 *                            immediate
 *     sib                    memory has a SIB byte in any case
 *     /is4 /is5              a register number in the upper half of an immediate byte; with imm4 in the lower
 *                            half
 *
 *     MR RMV MRV R           where the registers go, if not as said below: letters for the operands in
 *                            written order, R for ModRM.reg, M for ModRM.rm, V for vvvv
 *
 * Where the operands go: `+r` takes the register. With ModRM, the operand that may be memory is r/m; if there
 * is none, the last register is. Of the other registers, in written order, the first is ModRM.reg and the
 * second VEX.vvvv; vvvv comes first if r/m is written first or the reg field holds a digit. With /is4 the
 * last register goes there. Immediates, rel32 and moffs take the value fields in order.
 *
 * Tuples: with EVEX a displacement of one byte counts in units, which are as large as the memory operand, or
 * the element that is broadcast (Intel's manual, volume 2, 2.7.5). A row says otherwise, or how large `m` is:
 *
 *     fv hv qv ov            `m` has the vector length, or a half, a quarter, an eighth of it
 *     u8 u16 u32 u64         `m` has the vector length; a unit has so many bits
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
  /** The decorators that it may have, bits of `Decoration`. */
  readonly decorations: number;
  /** The size of the element that is broadcast. */
  readonly element: Size | undefined;
  /** The number n of `{1ton}` that a broadcast must have; 0 for other kinds. */
  readonly broadcast: number;
}

/** Decorators that an operand of a form may have, as bits. */
export const Decoration = { MASK: 1, ZEROING: 2, ROUNDING: 4, SAE: 8, NEEDS_MASK: 16 } as const;

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
export type ValueField =
  'i4' | 'ib' | 'iw' | 'id' | 'io' | 'iz' | 'iz|ib' | 'cd' | 'cw' | 'cb' | 'p16' | 'p32' | 'mo';

/**
 * The fields of a VEX prefix, as numbers: map (mmmmm), implied prefix (pp), vector length (L: 256 bits), W.
 */
export interface VexFields {
  readonly map: number;
  readonly pp: number;
  readonly l: boolean;
  readonly w: boolean;
  /** The processor ignores W, which DynASM sets. */
  readonly ignoresW: boolean;
  /** It is AMD's prefix XOP, whose first byte is another one. */
  readonly isXop: boolean;
}

/**
 * The fields of an EVEX prefix that a row says; `length`: L'L, 0…2. `unit`: what a displacement of one byte
 * counts in, in bits, if not the size of the memory operand. The others are those of APX.
 */
export interface EvexFields {
  readonly map: number;
  readonly pp: number;
  readonly length: number;
  readonly w: boolean;
  readonly unit: number | undefined;
  /** Prefix 66 and W follow from the operand size. */
  readonly isScalable: boolean;
  /** ND is 1. */
  readonly nd: boolean;
  /** The first operand is a new destination, which vvvv holds. */
  readonly hasDestination: boolean;
  /** What NF may be: only 0, only 1, or 1 with `{nf}`. */
  readonly nf: 'never' | 'always' | 'chosen';
  /** The condition under which the instruction compares, in place of V', aaa. */
  readonly condition: number | undefined;
}

/** The encoding column of a row. */
export interface Encoding {
  readonly vex: VexFields | undefined;
  readonly evex: EvexFields | undefined;
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
  /** Which registers must differ from the others. */
  readonly distinct: 'all' | 'first' | undefined;
  /** `R`, `M` and `V` in the order of the operands; undefined: as usual. */
  readonly order: string | undefined;
  /** Memory has a SIB byte in any case. */
  readonly needsSib: boolean;
  /** The address must not need the prefix 67h. */
  readonly isAddressSized: boolean;
  /** The prefix 67h stands there, and this is the size of the address. */
  readonly addressSize: Size | undefined;
  /** The segment register is not cs. */
  readonly refusesCs: boolean;
  /** No register is rsp. */
  readonly refusesSp: boolean;
  /** Memory is not relative to rip. */
  readonly isBased: boolean;
  /** Has the prefix REX2 in any case. */
  readonly isRex2: boolean;
  /** The opcode map that REX2 has a bit for, 0 or 1; undefined if it does not go with the opcode. */
  readonly rex2Map: 0 | 1 | undefined;
  /** The byte behind ModRM and displacement that is a part of the opcode. */
  readonly suffix: number | undefined;
}

const SIZE_NAMES: Readonly<Record<string, readonly Size[]>> = {
  8: ['b'],
  16: ['w'],
  32: ['d'],
  64: ['q'],
  80: ['t'],
  128: ['o'],
  256: ['y'],
  512: ['z'],
  k: ['k'],
  mm: ['m'],
  sreg: ['s'],
  cr: ['c'],
  dr: ['g'],
  tr: ['r'],
  bnd: ['n'],
  tmm: ['u'],
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
  DX,
  CS,
  SS,
  DS,
  FS,
  GS,
  FAR,
  FAR_POINTER,
  WORD_LABEL,
  BROADCAST,
  VSIB,
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
  imm8sx16: [IMMEDIATE, SIGNED_BYTE],
  expr: [IMMEDIATE, EXPRESSION],
  expr8: [IMMEDIATE, EXPRESSION, '8'],
  expr16: [IMMEDIATE, EXPRESSION, '16'],
  expr64: [IMMEDIATE, EXPRESSION, '64'],
  addr: [IMMEDIATE, ADDRESS],
  addr64: [IMMEDIATE, ADDRESS_64, '64'],
  rel32: [IMMEDIATE, LABEL],
  rel8: [IMMEDIATE, LABEL],
  short: [IMMEDIATE, SHORT],
  rel16: [WORD_LABEL, 0],
  'ptr16:16': [FAR_POINTER, 0, '16'],
  'ptr16:32': [FAR_POINTER, 0, '32'],
  k: [REGISTER, 0, 'k'],
  mm: [REGISTER, 0, 'mm'],
  sreg: [REGISTER, 0, 'sreg'],
  cr: [REGISTER, 0, 'cr'],
  dr: [REGISTER, 0, 'dr'],
  tr: [REGISTER, 0, 'tr'],
  tmm: [REGISTER, 0, 'tmm'],
  dx: [REGISTER, DX, '16'],
  fs: [REGISTER, FS, 'sreg'],
  gs: [REGISTER, GS, 'sreg'],
  es: [REGISTER, FIRST, 'sreg'],
  cs: [REGISTER, CS, 'sreg'],
  ss: [REGISTER, SS, 'sreg'],
  ds: [REGISTER, DS, 'sreg'],
  far16: [FAR, 0, '16'],
  far32: [FAR, 0, '32'],
  far64: [FAR, 0, '64'],
  imm4: [IMMEDIATE, 0],
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
    const isOne = choices.every(
      ({ sizes, allOf, decorations }) =>
        sizes === joined.sizes && allOf === joined.allOf && decorations === joined.decorations,
    );
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

/** The registers of each vector length. */
const VECTORS: Readonly<Record<string, string>> = { xmm: '128', ymm: '256', zmm: '512' };
const INDEX_SIZES: Readonly<Record<string, readonly Size[]>> = { x: ['o'], y: ['y'], z: ['z'] };
const DECORATIONS: Readonly<Record<string, number>> = {
  '{k}': Decoration.MASK,
  '{k!}': Decoration.MASK | Decoration.NEEDS_MASK,
  '{z}': Decoration.ZEROING,
  '{er}': Decoration.ROUNDING,
  '{sae}': Decoration.SAE,
};

/** The kinds that a written operand stands for: `xmm/m64` is two. */
function parseKinds(written: string): readonly OperandKind[] {
  const braces = written.indexOf('{');
  const plain = braces < 0 ? written : written.slice(0, braces);
  const decorations = braces < 0 ? 0 : parseDecorations(written.slice(braces));
  if (decorations === undefined) throw new SyntaxError(`unknown operand kind ${written}`);
  const text = plain.endsWith('?') ? plain.slice(0, -1) : plain;
  const ignoresSize = text !== plain || text === 'm';
  const isSignedByte = text.startsWith('imm8sx');
  const makeKind = (anyOf: number, allOf: number, size: string | undefined): OperandKind => {
    const sizes = size === undefined ? undefined : SIZE_NAMES[size];
    if (size !== undefined && sizes === undefined) throw new SyntaxError(`unknown operand kind ${written}`);
    const isOperandSize = size === 'v' || size === 'y';
    return {
      text: written,
      anyOf,
      allOf,
      sizes,
      ignoresSize,
      isOperandSize,
      isSignedByte,
      decorations,
      element: undefined,
      broadcast: 0,
    };
  };
  /** The size of memory that is not broadcast. */
  const [, whole] = /\bm(\d+)(?!\d|bcst)/.exec(text) ?? [];
  const named = NAMED_KINDS[text];
  if (named !== undefined) return [makeKind(named[0], named[1], named[2])];
  if (text.startsWith('r/m')) return [makeKind(REGISTER | MEMORY, 0, text.slice(3))];
  return text.split('/').map(part => {
    const vector = VECTORS[part];
    if (vector !== undefined) return makeKind(REGISTER, 0, vector);
    if (part === 'k' || part === 'mm' || part === 'bnd') return makeKind(REGISTER, 0, part);
    const [, element, index] = /^vm(32|64)([xyz])$/.exec(part) ?? [];
    if (element !== undefined && index !== undefined) {
      return { ...makeKind(VSIB, 0, element), sizes: INDEX_SIZES[index] };
    }
    const [, size] = /^m(16|32|64)bcst$/.exec(part) ?? [];
    if (size !== undefined) {
      return {
        ...makeKind(BROADCAST, 0, size),
        ignoresSize: true,
        decorations: decorations & ~ROUNDINGS,
        element: SIZE_NAMES[size]?.[0],
        broadcast: Number(whole) / Number(size),
      };
    }
    const [, letter, width = '', mark] = /^([rm])(\w*)([!-]?)$/.exec(part) ?? [];
    if (letter === 'm') {
      const memory =
        mark === '!'
          ? makeKind(MEMORY, SIZED, width)
          : mark === '-'
            ? makeKind(MEMORY, UNSIZED, undefined)
            : makeKind(MEMORY, 0, width === '' ? undefined : width);
      return decorations === 0 ? memory : { ...memory, decorations: decorations & ~ROUNDINGS };
    }
    if (letter === 'r' && mark === '') return makeKind(REGISTER, 0, width);
    throw new SyntaxError(`unknown operand kind ${written}`);
  });
}

/** Only registers can have these. */
const ROUNDINGS = Decoration.ROUNDING | Decoration.SAE;

/** Undefined if there is one that the notation does not have. */
function parseDecorations(text: string): number | undefined {
  let decorations = 0;
  for (const [group] of text.matchAll(/\{[^}]*\}/g)) {
    const decoration = DECORATIONS[group];
    if (decoration === undefined) return undefined;
    decorations |= decoration;
  }
  return decorations;
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
  'cw',
  'cb',
  'p16',
  'p32',
  'mo',
] satisfies ValueField[];

function isField(text: string): text is ValueField {
  return FIELDS.includes(text);
}

const OPCODE = /^[\dA-F]{2}(?:\+r)?$/;
const DIGIT = /^\/[0-7]$/;
const UNIT = /^u\d+$/;
const ORDER = /^[RMV]{1,3}$/;

/** Parses the column `encoding`, in which `+cc` has been replaced. */
export function parseEncoding(text: string): Encoding {
  /** Prefixes and opcode. */
  const bytes: number[] = [];
  const fields: ValueField[] = [];
  let vex: VexFields | undefined;
  let evex: EvexFields | undefined;
  let modrm: Encoding['modrm'];
  let distinct: Encoding['distinct'];
  let order: string | undefined;
  let suffix: number | undefined;
  let addressSize: Size | undefined;
  let [needsSib, isAddressSized, isBased, refusesCs] = [false, false, false, false];
  let [refusesRex2, refusesSp] = [false, false];
  let [rexW, isRex2, o16, is4, plusR] = [false, false, false, false, false];
  for (const token of text.split(' ')) {
    if (token === '/r') modrm = 'r';
    else if (isField(token)) fields.push(token);
    else if (modrm !== undefined && OPCODE.test(token)) suffix = parseInt(token, 16);
    else if (OPCODE.test(token)) {
      bytes.push(parseInt(token, 16));
      plusR = token.length > 2;
    } else if (token === 'REX.W') rexW = true;
    else if (token === 'REX2') isRex2 = true;
    else if (token === 'o16') o16 = true;
    else if (DIGIT.test(token)) modrm = Number(token[1]);
    else if (token === '/is4') is4 = true;
    else if (token === '/is5') {
      is4 = true;
      fields.push('i4');
    } else if (token === 'sib') needsSib = true;
    else if (token === 'asize') isAddressSized = true;
    else if (token === 'a16' || token === 'a32') addressSize = token === 'a16' ? 'w' : 'd';
    else if (token === 'based') isBased = true;
    else if (token === 'norex2') refusesRex2 = true;
    else if (token === 'nosp') refusesSp = true;
    else if (token === 'nocs') refusesCs = true;
    else if (ORDER.test(token)) order = token;
    else if (token.startsWith('distinct')) distinct = token === 'distinct' ? 'all' : 'first';
    else if (token.startsWith('VEX.')) {
      vex = parseVex(token);
      rexW = vex.w;
    } else if (token.startsWith('XOP.')) {
      vex = parseVex(token);
      rexW = vex.w;
    } else if (token.startsWith('EVEX.')) {
      evex = parseEvex(token);
      rexW = evex.w;
    } else if (UNIT.test(token) && evex !== undefined) evex = { ...evex, unit: Number(token.slice(1)) };
    else throw new SyntaxError(`unknown part ${token} of encoding ${text}`);
  }
  if (bytes.length === 0) throw new SyntaxError(`no opcode in encoding ${text}`);
  const start = bytes.findIndex((byte, n) => n === bytes.length - 1 || !PREFIXES.includes(byte));
  const [prefixes, opcode] = [bytes.slice(0, start), bytes.slice(start)];
  const hasPrefix = vex !== undefined || evex !== undefined;
  const isLong = opcode.length > (modrm === undefined ? 2 : 1);
  if (hasPrefix && (isLong || prefixes.length > 0 || o16)) {
    throw new SyntaxError(`VEX does not go with prefixes or escapes: ${text}`);
  }
  return {
    vex,
    evex,
    rexW,
    o16,
    prefixes,
    opcode,
    plusR,
    modrm,
    fields,
    is4,
    distinct,
    order,
    needsSib,
    isAddressSized,
    addressSize,
    isBased,
    isRex2,
    rex2Map: hasPrefix || refusesRex2 ? undefined : mapOf(opcode),
    refusesCs,
    refusesSp,
    suffix,
  };
}

/** The opcode map, if REX2 can say it, and the opcode is none that REX2 takes away (APX, 3.1.2.1). */
function mapOf([first = 0, second, third]: readonly number[]): 0 | 1 | undefined {
  if (first !== 0x0f || second === undefined) return [4, 7, 10, 14].includes(first >> 4) ? undefined : 0;
  const hasThird = third !== undefined && (second === 0x38 || second === 0x3a);
  return hasThird || [3, 8].includes(second >> 4) ? undefined : 1;
}

const VEX_MAPS: readonly string[] = ['', '0F', '0F38', '0F3A', '', 'MAP5', '', 'MAP7', 'M8', 'M9', 'MA'];
const VEX_PREFIXES: readonly string[] = ['', '66', 'F3', 'F2'];

function parseVex(token: string): VexFields {
  const match =
    /^(?:VEX|XOP(?=.*\.M[89A]))\.(128|256|L0|L1|LZ|LIG)(?:\.(66|F3|F2))?\.(0F|0F38|0F3A|MAP[57]|M[89A])\.(W0|W1|WIG1?)$/.exec(
      token,
    );
  if (match === null) throw new SyntaxError(`bad VEX prefix ${token}`);
  const [, length, pp = '', map = '', w] = match;
  return {
    map: VEX_MAPS.indexOf(map),
    pp: VEX_PREFIXES.indexOf(pp),
    l: length === '256' || length === 'L1',
    w: w === 'W1' || w === 'WIG1',
    ignoresW: w === 'WIG1',
    isXop: token.startsWith('XOP'),
  };
}

const EVEX_MAPS: readonly string[] = ['', '0F', '0F38', '0F3A', 'MAP4', 'MAP5', 'MAP6', 'MAP7'];
const EVEX_LENGTHS: Readonly<Record<string, number>> = { 128: 0, LIG: 0, LLZ: 0, 256: 1, 512: 2 };

function parseEvex(token: string): EvexFields {
  const match =
    /^EVEX\.(128|256|512|LIG|LLZ)(?:\.(66|F3|F2))?\.(0F|0F38|0F3A|MAP[4567])(?:\.(W0|W1|WIG))?((?:\.(?:ND|ZU|NF1?|SC[\dA-F]))*)$/.exec(
      token,
    );
  if (match === null) throw new SyntaxError(`bad EVEX prefix ${token}`);
  const [, length = '', pp = '', map = '', w, rest = ''] = match;
  const flags = rest.split('.');
  const condition = flags.find(flag => flag.startsWith('SC'))?.slice(2);
  return {
    map: EVEX_MAPS.indexOf(map),
    pp: VEX_PREFIXES.indexOf(pp),
    length: EVEX_LENGTHS[length] ?? 0,
    w: w === 'W1',
    unit: length === 'LLZ' ? 8 : undefined,
    isScalable: w === undefined,
    nd: flags.includes('ND') || flags.includes('ZU'),
    hasDestination: flags.includes('ND'),
    nf: flags.includes('NF1') ? 'always' : flags.includes('NF') ? 'chosen' : 'never',
    condition: condition === undefined ? undefined : parseInt(condition, 16),
  };
}
