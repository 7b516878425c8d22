/**
 * The rules of immediates: what a number may be, and which bits it becomes. `findRule` takes the text of an
 * immediate in the instruction table, without its `#` (rownotation.ts explains it); returns its rule. A rule
 * takes a number and returns the bits of its fields, and the other way round.
 */
import { decodeBitmask, decodeFloat, encodeBitmask, encodeFloat } from './bitmask.ts';
import { integerLiteral, type Literal } from './exactnumber.ts';

/** What a rule may ask of the instruction that is decoded: the value of a field. */
export type FieldReader = (name: string) => number;

/** How a value that is only known at run time goes into the word. */
export type RuntimeValue =
  | ({ readonly kind: 'field' } & RuntimeField)
  | {
      readonly kind:
        'addsub' | 'bitmask32' | 'bitmask64' | 'bit' | 'float' | 'vector-float' | 'bytes' | 'mov32' | 'mov64';
    }
  /** The offset of a load or store, scaled or not. */
  | { readonly kind: 'offset'; readonly scale: number };

/** How one field gets the value. `bits`: so many of its bits, if not all. */
export interface RuntimePart {
  readonly bias: number;
  readonly isSubtracted: boolean;
  readonly bits?: number;
}

/** The value is from `from` to `to`; each field gets bias ± value / scale. */
interface RuntimeField {
  readonly from: number;
  readonly to: number;
  readonly scale: number;
  /** For each field its bias; all but the first take the same value. */
  readonly fields: readonly RuntimePart[];
  /** Together with the number in front of it, it is at most `to`. `sum`: the field gets both. */
  readonly bound?: 'sum' | 'check';
}

export interface ValueRule {
  /** The fields that it fills, the upper bits first. */
  readonly fields: readonly string[];
  /** What is accepted: `from 0 to 4095`. */
  readonly words: string;
  /**
   * The bits of all fields together; undefined if the number is not accepted. `before`: the number in front
   * of this one in the statement.
   */
  encode(value: Literal, before: number | undefined): number | undefined;
  /** The number as it is written; undefined if these bits stand for none. */
  decode(bits: number, read: FieldReader): string | undefined;
  /** Undefined where the value must be a number in the source. */
  readonly runtime: RuntimeValue | undefined;
}

type SizeLetter = 'W' | 'X' | 'B' | 'H' | 'S' | 'D';
const SIZES: Readonly<Record<SizeLetter, number>> = { W: 32, X: 64, B: 8, H: 16, S: 32, D: 64 };

const cache = new Map<string, ValueRule>();

export function findRule(text: string): ValueRule {
  const known = cache.get(text);
  if (known !== undefined) return known;
  const rule = makeRule(text);
  cache.set(text, rule);
  return rule;
}

function makeRule(text: string): ValueRule {
  const [name = '', letter] = text.split('.');
  const special = SPECIAL[name];
  if (special !== undefined) return special(SIZES[letter as SizeLetter] ?? 0);
  if (/^-?\d/.test(text)) return fixedRule(text);
  return numericRule(text);
}

/** A rule for whole numbers. `encode` gets one that is from `from` to `to`. */
function integers(
  fields: string,
  from: number,
  to: number,
  encode: (value: number, before: number | undefined) => number | undefined,
  decode: (bits: number, read: FieldReader) => number | undefined,
  runtime?: RuntimeValue,
  words = `from ${from} to ${to}`,
): ValueRule {
  return {
    fields: fields === '' ? [] : fields.split(':'),
    words,
    encode({ integer, number }, before) {
      if (integer === undefined || number < from || number > to) return undefined;
      return encode(number, before);
    },
    decode(bits, read) {
      const value = decode(bits, read);
      return value === undefined || value < from || value > to ? undefined : String(value);
    },
    runtime,
  };
}

/** A value that goes into one field. */
function runtimeField(
  from: number,
  to: number,
  bias: number,
  given: Partial<RuntimePart> & { scale?: number; bound?: 'sum' | 'check' } = {},
): RuntimeValue {
  const { isSubtracted = false, scale = 1, bound, bits } = given;
  const part: RuntimePart = bits === undefined ? { bias, isSubtracted } : { bias, isSubtracted, bits };
  const field = { kind: 'field', from, to, scale, fields: [part] } as const;
  return bound === undefined ? field : { ...field, bound };
}

/** The number of bits of a field, which its name ends with where it is not among these. */
const WIDTHS: Readonly<Record<string, number>> = {
  N: 1, S: 1, Q: 1, sh: 1, H: 1, L: 1, M: 1, b5: 1, b40: 5, immr: 6, imms: 6, immlo: 2, immhi: 19, immh: 4, immb: 3,
  abc: 3, defgh: 5, cond: 4, nzcv: 4, option: 3, shift: 2, CRm: 4, CRn: 4, hw: 2, immhb: 7,
  scale: 6, rot: 2, size: 2, op1: 3, op2: 3, o0: 1, sz1: 1,
}; // prettier-ignore

export function widthOf(field: string): number {
  if (/^[RP][a-z]+2?$/.test(field)) return 5;
  const width = WIDTHS[field] ?? Number(/\d+$/.exec(field)?.[0]);
  if (!Number.isInteger(width)) throw new SyntaxError(`the width of the field ${field} is not known`);
  return width;
}

/** `imm12`, `simm7*8`, `imm6+1`, `imm3≤4`, `b5:b40`: fields of a number. */
function numericRule(text: string): ValueRule {
  const parts = /^(s(?=i|S:))?([A-Za-z]\w*(?::\w+)*)(?:\*(\d+))?(?:\+(\d+))?(?:≤(\d+))?(?:\.(\w))?$/.exec(
    text,
  );
  if (parts === null) throw new SyntaxError(`unknown immediate #${text}`);
  const [, sign, fields = '', scaleText, addedText = '0', limit, letter] = parts;
  const width = fields.split(':').reduce((sum, field) => sum + widthOf(field), 0);
  const scale = Number(scaleText ?? 1);
  const added = Number(addedText);
  const signed = sign !== undefined;
  const size = letter === undefined ? 2 ** width : SIZES[letter as SizeLetter];
  const low = signed ? -(2 ** (width - 1)) : 0;
  const high = signed ? 2 ** (width - 1) - 1 : Math.min(Number(limit ?? size - 1), size - 1);
  const from = low * scale + added;
  const to = high * scale + added;
  const multiple = scale === 1 ? '' : `, a multiple of ${scale}`;
  return integers(
    fields,
    from,
    to,
    value => {
      const units = (value - added) / scale;
      return Number.isInteger(units) ? (units >>> 0) % 2 ** width : undefined;
    },
    bits => (signed && bits >= 2 ** (width - 1) ? bits - 2 ** width : bits) * scale + added,
    fields === 'b5:b40'
      ? { kind: 'bit' }
      : fields === 'imm12' && scaleText !== undefined
        ? { kind: 'offset', scale }
        : runtimeField(from, to, -added / scale, { scale }),
    `from ${from} to ${to}${multiple}`,
  );
}

/** Numbers of which there are few, separated by bars: `#0`, `#90|270`; they become their index. */
function fixedRule(text: string): ValueRule {
  const [list = '', fields = ''] = text.split('@');
  const values = list.split('|');
  const isFloat = list === '0.0';
  return {
    fields: fields === '' ? [] : [fields],
    words: values.join(' or '),
    encode({ number, integer }) {
      if (integer === undefined && !isFloat) return undefined;
      const index = values.findIndex(each => Number(each) === number);
      return index < 0 ? undefined : index;
    },
    decode: bits => values[bits],
    runtime: undefined,
  };
}

const K4 = 4096;

/** Rules that are no plain number. `size`: what the letter behind the dot says. */
const SPECIAL: Readonly<Record<string, (size: number) => ValueRule>> = {
  // 12 bits, or 12 bits shifted left by 12.
  addsub: () => addSub(1),
  // The same for a negative number, which is written as the opposite instruction.
  negated: () => addSub(-1),
  bitmask: size => bitmask(size === 64 ? 64 : 32, false),
  // The same in `mov`, where movz and movn are preferred.
  movbits: size => {
    const rule = bitmask(size === 64 ? 64 : 32, false);
    const wide = [false, true].map(isInverted => wideRule(size === 64 ? 64 : 32, isInverted));
    const decode: ValueRule['decode'] = (bits, read) => {
      const text = rule.decode(bits, read);
      const literal = text === undefined ? undefined : integerLiteral(BigInt(text));
      return literal === undefined || wide.some(each => each.encode(literal, undefined) !== undefined) ? undefined : text;
    };
    return { ...rule, decode, runtime: undefined };
  },
  inverted: size => bitmask(size === 64 ? 64 : 32, true),
  fpimm: () => ({
    fields: ['fpimm8'],
    words: '±n/16 × 2^e with n from 16 to 31 and e from -3 to 4',
    encode: ({ number }) => encodeFloat(number),
    decode: bits => decimal(decodeFloat(bits)),
    runtime: { kind: 'float' },
  }),
  vfpimm: () => ({
    fields: ['abc', 'defgh'],
    words: '±n/16 × 2^e with n from 16 to 31 and e from -3 to 4',
    encode: ({ number }) => encodeFloat(number),
    decode: bits => decimal(decodeFloat(bits)),
    runtime: { kind: 'vector-float' },
  }),
  // The shift of movz, movn and movk.
  hw: size =>
    integers('hw', 0, size - 16, value => (value % 16 === 0 ? value / 16 : undefined), bits => bits * 16, runtimeField(0, size - 16, 0, { scale: 16 }),
      size === 32 ? '0 or 16' : '0, 16, 32 or 48'),
  movz: size => wideRule(size === 64 ? 64 : 32, false),
  movn: size => wideRule(size === 64 ? 64 : 32, true),
  // The amount of `lsl`, which is written as ubfm.
  lsl: size =>
    integers('immr:imms', 0, size - 1,
      value => (((size - value) % size) << 6) | (size - 1 - value),
      bits => {
        const [immr, imms] = [bits >> 6, bits & 63];
        return imms !== size - 1 && imms + 1 === immr && immr < size ? size - 1 - imms : undefined;
      },
      { kind: 'field', from: 0, to: size - 1, scale: 1, fields: [{ bias: 0, isSubtracted: true, bits: Math.log2(size) }, { bias: size - 1, isSubtracted: true }] }),
  // The lowest bit of a field that is taken out.
  lsb: size =>
    integers('immr', 0, size - 1, value => value, (bits, read) => (read('imms') >= bits ? bits : undefined),
      runtimeField(0, size - 1, 0)),
  // Its width, behind that.
  width: size =>
    integers('imms', 1, size,
      (value, before) => (before === undefined || before + value > size ? undefined : before + value - 1),
      (bits, read) => (bits < size ? bits - read('immr') + 1 : undefined),
      runtimeField(1, size, -1, { bound: 'sum' }), `from 1 to ${size} less the lowest bit`),
  // The lowest bit of a field that is put in.
  into: size =>
    integers('immr', 0, size - 1, value => (size - value) % size,
      (bits, read) => (bits < size && (read('imms') < bits || bits === 0) ? (size - bits) % size : undefined),
      runtimeField(0, size - 1, 0, { isSubtracted: true, bits: Math.log2(size) })),
  inserted: size =>
    integers('imms', 1, size,
      (value, before) => (before === undefined || before + value > size ? undefined : value - 1),
      bits => (bits < size ? bits + 1 : undefined), runtimeField(1, size, -1, { bound: 'check' }),
      `from 1 to ${size} less the lowest bit`),
  // The number of fraction bits of a fixed-point number.
  fbits: size =>
    integers('scale', 1, size, value => 64 - value, bits => 64 - bits, runtimeField(1, size, 64, { isSubtracted: true })),
  // Shifts of vectors: the element's size is the highest bit of immh.
  shl: size => integers('immhb', 0, size - 1, value => size + value, bits => bits - size, runtimeField(0, size - 1, size)),
  shr: size => integers('immhb', 1, size, value => 2 * size - value, bits => 2 * size - bits, runtimeField(1, size, 2 * size, { isSubtracted: true })),
  // Every byte is 00 or FF.
  bytes: () => ({
    fields: ['abc', 'defgh'],
    words: 'of bytes 0x00 and 0xff',
    encode({ integer }) {
      if (integer === undefined || integer < -(1n << 63n) || integer >= 1n << 64n) return undefined;
      let bits = 0;
      for (let n = 0; n < 8; n++) {
        const byte = Number((integer >> BigInt(8 * n)) & 255n);
        if (byte !== 0 && byte !== 255) return undefined;
        if (byte === 255) bits |= 1 << n;
      }
      return bits;
    },
    decode(bits) {
      let value = 0n;
      for (let n = 0; n < 8; n++) if ((bits >> n) & 1) value |= 255n << BigInt(8 * n);
      return `0x${value.toString(16)}`;
    },
    runtime: { kind: 'bytes' },
  }),
  // A byte of a vector immediate, which may be written as a negative number.
  byte: () => integers('abc:defgh', -128, 255, value => value & 255, bits => bits, runtimeField(-128, 255, 0)),
}; // prettier-ignore

/** `sign`: −1 for negative numbers. */
function addSub(sign: 1 | -1): ValueRule {
  return {
    fields: ['sh', 'imm12'],
    words: 'from 0 to 4095, or a multiple of 4096 to 16773120',
    encode({ integer, number }) {
      const value = number * sign;
      if (integer === undefined || value < 0 || value >= K4 * K4 || (sign < 0 && value === 0))
        return undefined;
      if (value < K4) return value;
      return value % K4 === 0 ? K4 | (value / K4) : undefined;
    },
    decode(bits) {
      if (sign < 0) return undefined;
      if (bits < K4) return String(bits);
      return bits === K4 ? undefined : String((bits - K4) * K4);
    },
    runtime: sign < 0 ? undefined : { kind: 'addsub' },
  };
}

function bitmask(size: 32 | 64, isInverted: boolean): ValueRule {
  return {
    fields: ['N', 'immr', 'imms'],
    words: `that is a logical immediate of ${size} bits: a run of ones, rotated, in elements of equal bits`,
    encode: ({ integer }) =>
      integer === undefined ? undefined : encodeBitmask(isInverted ? ~integer : integer, size),
    decode(bits) {
      const value = isInverted ? undefined : decodeBitmask(bits, size);
      return value === undefined ? undefined : `0x${value.toString(16)}`;
    },
    runtime: isInverted ? undefined : { kind: size === 64 ? 'bitmask64' : 'bitmask32' },
  };
}

/** `mov` as movz or movn. */
function wideRule(size: 32 | 64, isInverted: boolean): ValueRule {
  return {
    fields: ['hw', 'imm16'],
    words: 'of 16 bits at one of the places of movz or movn',
    encode({ integer }) {
      if (integer === undefined || integer < -(1n << BigInt(size - 1)) || integer >= 1n << BigInt(size))
        return undefined;
      const value = BigInt.asUintN(size, isInverted ? ~integer : integer);
      for (let hw = 0; hw < size / 16; hw++) {
        const bits = (value >> BigInt(16 * hw)) & 0xffffn;
        if (bits << BigInt(16 * hw) === value) return (hw << 16) | Number(bits);
      }
      return undefined;
    },
    decode(bits) {
      const [hw, imm16] = [bits >> 16, BigInt(bits & 0xffff)];
      // What another instruction, or another place, would be chosen for.
      if (hw >= size / 16 || (imm16 === 0n && hw !== 0) || (isInverted && size === 32 && imm16 === 0xffffn))
        return undefined;
      const value = imm16 << BigInt(16 * hw);
      if (isInverted) return String(BigInt.asIntN(size, ~value));
      return hw === 0 ? String(value) : `0x${value.toString(16)}`;
    },
    runtime: isInverted ? undefined : { kind: size === 64 ? 'mov64' : 'mov32' },
  };
}

/** A floating-point number so that it does not read as an integer. */
function decimal(value: number): string {
  return Number.isInteger(value) ? value.toFixed(1) : String(value);
}
