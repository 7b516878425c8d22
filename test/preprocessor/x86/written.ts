/**
 * What a statement says, read by a small parser of its own: its operands in the form of the decoder's, and whether a decoded
 * instruction agrees.
 */
import type { Argument } from '../../../src/preprocessor/item.ts';
import { sameMnemonic } from './decoder.ts';
import type { Decoded, Operand } from './decoder.ts';

const SIZES: Readonly<Record<string, number>> = {
  byte: 1,
  word: 2,
  dword: 4,
  qword: 8,
  oword: 16,
  yword: 32,
  tword: 10,
};
const LOW = ['ax', 'cx', 'dx', 'bx', 'sp', 'bp', 'si', 'di'];
const BYTE = ['al', 'cl', 'dl', 'bl', 'spl', 'bpl', 'sil', 'dil'];
const HIGH_BYTE = ['al', 'cl', 'dl', 'bl', 'ah', 'ch', 'dh', 'bh'];
const ADDRESS_OF_EXTERN = 0x20000000n;

/** What the values of a run's arguments are, and where labels lie. */
export interface Situation {
  readonly x64: boolean;
  /** `[eax]` on x64 has its 67h prefix. */
  readonly addressSizePrefix?: boolean;
  /** Address of the code, where all labels stand but `->glob2`, which is 0. */
  readonly base: bigint;
  readonly arguments: readonly Argument[];
  readonly values: readonly number[];
}

/** A register by class letter and number, as the decoder names it. */
function registerName(letter: string, number: number, x64: boolean): string {
  if (letter === 'xmm' || letter === 'ymm') return `${letter}${number}`;
  if (letter === 'f') return `st${number}`;
  const suffix = { q: '', d: 'd', w: 'w', b: 'l' }[letter] ?? '';
  if (number > 7) return `r${number}${suffix}`;
  if (letter === 'b') return (x64 ? BYTE : HIGH_BYTE)[number] ?? '?';
  const prefix = { q: 'r', d: 'e' }[letter] ?? '';
  return prefix + (LOW[number] ?? '?');
}

const REGISTER = String.raw`(?:R[qdwb]|xmm|ymm|Rf)\([^)]*\)|r\d+[dwb]?|[re]?(?:ax|cx|dx|bx|sp|bp|si|di)|[abcd][lh]|[xy]mm\d+|st\d`;
const IS_REGISTER = new RegExp(`^(?:${REGISTER})$`);
const MEMORY = new RegExp(`^(${REGISTER})?(?:\\*([1248]))?(?:\\+(${REGISTER})(?:\\*([1248]))?)?(.*)$`);

class Reading {
  readonly #situation: Situation;
  readonly #position: number;

  constructor(situation: Situation, position: number) {
    this.#situation = situation;
    this.#position = position;
  }

  operand(text: string): Operand {
    const { x64 } = this.#situation;
    const [, word = '', sized] =
      /^(byte|word|dword|qword|oword|yword|tword|aword) ?([^*].*)$/.exec(text) ?? [];
    const size = word === 'aword' ? (x64 ? 8 : 4) : (SIZES[word] ?? 0);
    const rest = sized ?? text;
    if (IS_REGISTER.test(rest)) return { kind: 'register', name: this.#register(rest, 0) };
    if (rest.startsWith('[')) return this.#memory(rest.slice(1, -1), size);
    if (rest === 'TY') return { kind: 'register', name: x64 ? 'rbx' : 'ebx' };
    const type = /^(TY|NR)(?::(\w+))?[-.[]/.exec(rest);
    if (type !== null) {
      const base = type[2] ?? (x64 ? 'rbx' : 'ebx');
      return {
        kind: 'memory',
        base: this.#widen(base),
        index: '',
        scale: 1,
        displacement: this.#value(2),
        size,
      };
    }
    const address = this.#address(rest, 0);
    if (address !== undefined) return { kind: 'target', address };
    return { kind: 'immediate', value: this.#number(rest) ?? this.#value(0), bits: 32 };
  }

  #memory(text: string, size: number): Operand {
    const { x64 } = this.#situation;
    const lone = this.#address(text, 2);
    if (lone !== undefined) return this.#place(x64 ? 'rip' : '', '', 1, lone, size);
    const [, first, firstScale, second, secondScale, rest = ''] = MEMORY.exec(text) ?? [];
    const displacement =
      rest === '' ? this.#optional(2) : (this.#number(rest.replace(/^\+/, '')) ?? this.#value(2));
    if (first === undefined) return this.#place('', '', 1, displacement, size);
    if (firstScale !== undefined) {
      return this.#place('', this.#register(first, 1), Number(firstScale), displacement, size);
    }
    const index = second === undefined ? '' : this.#register(second, 1);
    return this.#place(this.#register(first, 0), index, Number(secondScale ?? 1), displacement, size);
  }

  #place(base: string, index: string, scale: number, displacement: bigint, size: number): Operand {
    const wrapped = BigInt.asIntN(32, displacement);
    return {
      kind: 'memory',
      base: this.#widen(base),
      index: this.#widen(index),
      scale,
      displacement: wrapped,
      size,
    };
  }

  /** DynASM does not write the 67h prefix of `[eax]` on x64. */
  #widen(register: string): string {
    if (!this.#situation.x64 || this.#situation.addressSizePrefix === true) return register;
    return register.replace(/^e(?=..$)/, 'r').replace(/^(r\d+)d$/, '$1');
  }

  #register(text: string, slot: number): string {
    const [, letter] = /^(R[qdwb]|Rf|xmm|ymm)\(/.exec(text) ?? [];
    if (letter !== undefined)
      return registerName(letter.replace('R', ''), Number(this.#value(slot)), this.#situation.x64);
    const [, number, suffix] = /^r(\d+)([dwb]?)$/.exec(text) ?? [];
    if (number === undefined) return text;
    const letterOf = suffix === '' ? (this.#situation.x64 ? 'q' : 'd') : (suffix ?? '');
    return registerName(letterOf, Number(number), this.#situation.x64);
  }

  #address(text: string, slot: number): bigint | undefined {
    if (text === '->glob2') return 0n;
    if (/^(->|=>|[<>]\d$)/.test(text)) return this.#situation.base;
    if (text.startsWith('extern ')) return ADDRESS_OF_EXTERN;
    return text.startsWith('&') ? this.#value(slot) : undefined;
  }

  #number(text: string): bigint | undefined {
    const [, sign = '', size, digits = ''] = /^([+-]?)(?:(\w+)\*)?(0x[\da-f]+|\d+)$/.exec(text) ?? [];
    if (digits === '' || (size !== undefined && SIZES[size] === undefined)) return undefined;
    return BigInt(digits) * BigInt(SIZES[size ?? ''] ?? 1) * (sign === '-' ? -1n : 1n);
  }

  /** The argument for this operand: its base, index or displacement. */
  #value(slot: number): bigint {
    const sourceOrder = this.#position * 4 + slot;
    const found = this.#situation.arguments.findIndex(argument => argument.sourceOrder === sourceOrder);
    const value = this.#situation.values[found];
    if (value === undefined) throw new RangeError(`no argument of sourceOrder ${sourceOrder}`);
    return BigInt(value);
  }

  /** The same; 0 without such an argument. */
  #optional(slot: number): bigint {
    const sourceOrder = this.#position * 4 + slot;
    return this.#situation.arguments.some(argument => argument.sourceOrder === sourceOrder)
      ? this.#value(slot)
      : 0n;
  }
}

/** Cuts operands at commas outside brackets. */
function splitOperands(text: string): readonly string[] {
  return text === '' ? [] : text.split(/,\s*(?![^([]*[)\]])/);
}

/** What keeps `decoded` from being what `statement` says; undefined if they agree. */
export function disagreement(statement: string, decoded: Decoded, situation: Situation): string | undefined {
  const [, name = '', rest = ''] = /^(\S+)\s*(.*)$/.exec(statement) ?? [];
  if (!sameMnemonic(name, decoded.mnemonic)) return `mnemonic ${decoded.mnemonic}`;
  const texts = splitOperands(rest);
  // String instructions and the like have operands that are not written.
  if (texts.length === 0) return undefined;
  const written = texts.map((text, position) => new Reading(situation, position).operand(text));
  // A register exchanged with itself is named after what that does.
  if (name === 'xchg' && decoded.mnemonic === 'nop') {
    return sameOperand(written[0], written[1], name, 0) ? undefined : 'it does nothing';
  }
  const [ours, theirs] = align(written, decoded);
  if (ours.length !== theirs.length) return `${theirs.length} operands`;
  const mismatch = (other: readonly Operand[]): number =>
    ours.findIndex((operand, n) => !sameOperand(operand, other[n], name, n));
  const place = mismatch(theirs);
  if (place < 0 || (COMMUTATIVE.includes(name) && mismatch(theirs.toReversed()) < 0)) return undefined;
  return `${describe(theirs[place])}, not ${describe(ours[place])}`;
}

/** Instructions whose two operands may change places. */
const COMMUTATIVE: readonly string[] = ['xchg', 'test', 'fxch'];

/** st0 and xmm0 need not be written everywhere. */
function isImplied(operand: Operand): boolean {
  return operand.kind === 'register' && (operand.name === 'st0' || operand.name === 'xmm0');
}

/** Leaves out what is implied on one side only. */
function align(
  written: readonly Operand[],
  decoded: Decoded,
): readonly [readonly Operand[], readonly Operand[]] {
  const { operands, mnemonic } = decoded;
  if (mnemonic.endsWith('maskmovdqu')) return [written, operands.slice(-2)];
  if (written.length === operands.length) return [written, operands];
  if (written.length > operands.length) return [dropImplied(written), operands];
  // `imul r, imm` names its register once; `vsqrtsd` with two operands leaves VEX.vvvv at 0.
  if (mnemonic === 'imul' || mnemonic.startsWith('vsqrt'))
    return [written, [...operands.slice(0, 1), ...operands.slice(2)]];
  return [written, dropImplied(operands)];
}

/** Without the implied operand: of two the first that may be it, of more the last. */
function dropImplied(operands: readonly Operand[]): readonly Operand[] {
  const place = operands.length === 2 ? operands.findIndex(isImplied) : operands.findLastIndex(isImplied);
  return operands.filter((_, n) => n !== place);
}

/** The operand number `n`, as the statement has it and as the decoder reads it. */
function sameOperand(
  ours: Operand | undefined,
  theirs: Operand | undefined,
  mnemonic: string,
  n: number,
): boolean {
  if (ours === undefined || theirs === undefined) return false;
  if (ours.kind === 'register') {
    return (
      theirs.kind === 'register' &&
      (ours.name === theirs.name || otherRegister(ours.name, mnemonic, n) === theirs.name)
    );
  }
  if (ours.kind === 'target') {
    const address =
      theirs.kind === 'target' ? theirs.address : theirs.kind === 'immediate' ? theirs.value : -1n;
    return BigInt.asUintN(32, address) === BigInt.asUintN(32, ours.address);
  }
  if (ours.kind === 'immediate') {
    if (theirs.kind !== 'immediate') return false;
    return BigInt.asUintN(theirs.bits, ours.value) === BigInt.asUintN(theirs.bits, theirs.value);
  }
  if (theirs.kind !== 'memory') return false;
  const sized =
    ours.size === 0 ||
    theirs.size === 0 ||
    ours.size === theirs.size ||
    OTHER_SIZES.some(
      ([names, from, to]) => names.includes(mnemonic) && from === ours.size && to === theirs.size,
    );
  const swapped = ours.scale === 1 && ours.index === theirs.base && ours.base === theirs.index;
  return (
    sized &&
    ((ours.base === theirs.base && ours.index === theirs.index) || swapped) &&
    (ours.index === '' || ours.scale === theirs.scale) &&
    BigInt.asUintN(32, ours.displacement) === BigInt.asUintN(32, theirs.displacement)
  );
}

const SHIFTS = ['vpslld', 'vpsllq', 'vpsllw', 'vpsrad', 'vpsraw', 'vpsrld', 'vpsrlq', 'vpsrlw'];
const ENVIRONMENTS = ['fldenv', 'fnstenv', 'fstenv'];

/** Bytes of memory that the reference's size word says, and that the processor reads or writes. */
const OTHER_SIZES: readonly (readonly [names: readonly string[], written: number, read: number])[] = [
  // It takes a size word where memory has a size of its own. (`qword` is REX.W.)
  [['fxsave', 'fxrstor'], 4, 512],
  [['fxsave', 'fxrstor'], 8, 512],
  [ENVIRONMENTS, 4, 28],
  [ENVIRONMENTS, 8, 28],
  [['clflush'], 4, 1],
  [['clflush'], 8, 1],
  // It wants the size of the register, of which the processor needs a part.
  [['movddup'], 16, 8],
  [['rsqrtss'], 16, 4],
  // It wants the count of a shift as large as what is shifted.
  [SHIFTS, 32, 16],
  // x86 mode ignores the bit that says qword.
  [['vcvtsi2sd', 'vcvtsi2ss'], 8, 4],
];

/** What the processor has in place of the register that the reference wants as operand `n`, where that is another one. */
function otherRegister(name: string, mnemonic: string, n: number): string | undefined {
  const half = name.replace('ymm', 'xmm');
  // The count of a shift, …
  if (n === 2 && SHIFTS.includes(mnemonic)) return half;
  // … what is widened, and what was narrowed, are half a ymm.
  if (n === 1 && /^vpmov[sz]x[bwd][wdq]$/.test(mnemonic)) return half;
  if (n === 0 && /^vcvtpd2(dq|ps)$/.test(mnemonic)) return half;
  // Also a 64-bit register may take the byte; without REX.W the upper half is cleared anyway.
  if (n === 0 && /^v?pextrb$/.test(mnemonic)) return name.replace(/^r(?=\D)/, 'e').replace(/^(r\d+)$/, '$1d');
  return undefined;
}

function describe(operand: Operand | undefined): string {
  return operand === undefined
    ? 'nothing'
    : JSON.stringify(operand, (_, value) => (typeof value === 'bigint' ? String(value) : value));
}
