/**
 * Compares a statement with a decoded instruction. Takes both, and the values of the statement's arguments;
 * returns what differs. A small parser of its own reads the statement's operands into the decoder's form.
 */
import { OperandPart, sourceOrder } from '../../../src/preprocessor/arch/x86/sourceorder.ts';
import type { Argument } from '../../../src/preprocessor/item.ts';
import { sameMnemonic } from './iceddecoder.ts';
import type { Decoded, Operand } from './iceddecoder.ts';

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

/** What the statement's text does not tell: the values of its arguments, and where labels lie. */
export interface Situation {
  readonly is64Bit: boolean;
  /** `[eax]` on x64 has the prefix 67h. */
  readonly addressSizePrefix?: boolean;
  /** Address of the code, where all labels stand but `->glob2`, which is 0. */
  readonly base: bigint;
  readonly arguments: readonly Argument[];
  readonly values: readonly number[];
}

/** The decoder's name of a register. `letter`: its class. */
function registerName(letter: string, number: number, is64Bit: boolean): string {
  if (letter === 'xmm' || letter === 'ymm') return `${letter}${number}`;
  if (letter === 'f') return `st${number}`;
  const suffix = { q: '', d: 'd', w: 'w', b: 'l' }[letter] ?? '';
  if (number > 7) return `r${number}${suffix}`;
  if (letter === 'b') return (is64Bit ? BYTE : HIGH_BYTE)[number] ?? '?';
  const prefix = { q: 'r', d: 'e' }[letter] ?? '';
  return prefix + (LOW[number] ?? '?');
}

const REGISTER = String.raw`(?:R[qdwb]|xmm|ymm|Rf)\([^)]*\)|r\d+[dwb]?|[re]?(?:ax|cx|dx|bx|sp|bp|si|di)|[abcd][lh]|[xy]mm\d+|st\d`;
const IS_REGISTER = new RegExp(`^(?:${REGISTER})$`);
const MEMORY = new RegExp(`^(${REGISTER})?(?:\\*([1248]))?(?:\\+(${REGISTER})(?:\\*([1248]))?)?(.*)$`);

/** Parses one operand of a statement. */
class OperandReader {
  readonly #situation: Situation;
  readonly #position: number;

  constructor(situation: Situation, position: number) {
    this.#situation = situation;
    this.#position = position;
  }

  operand(text: string): Operand {
    const { is64Bit } = this.#situation;
    const [, word = '', sized] =
      /^(byte|word|dword|qword|oword|yword|tword|aword) ?([^*].*)$/.exec(text) ?? [];
    const size = word === 'aword' ? (is64Bit ? 8 : 4) : (SIZES[word] ?? 0);
    const rest = sized ?? text;
    if (IS_REGISTER.test(rest)) return { kind: 'register', name: this.#register(rest, OperandPart.BASE) };
    if (rest.startsWith('[')) return this.#memory(rest.slice(1, -1), size);
    if (rest === 'TY') return { kind: 'register', name: is64Bit ? 'rbx' : 'ebx' };
    const type = /^(TY|NR)(?::(\w+))?[-.[]/.exec(rest);
    if (type !== null) {
      const base = type[2] ?? (is64Bit ? 'rbx' : 'ebx');
      return {
        kind: 'memory',
        base: this.#addressRegister(base),
        index: '',
        scale: 1,
        displacement: this.#value(OperandPart.DISPLACEMENT),
        size,
        segment: '',
      };
    }
    const address = this.#address(rest, OperandPart.BASE);
    if (address !== undefined) return { kind: 'target', address };
    return {
      kind: 'immediate',
      value: this.#number(rest) ?? this.#value(OperandPart.BASE),
      bits: 32,
      sizes: [],
    };
  }

  #memory(text: string, size: number): Operand {
    const { is64Bit } = this.#situation;
    const label = this.#address(text, OperandPart.DISPLACEMENT);
    if (label !== undefined) return this.#place(is64Bit ? 'rip' : '', '', 1, label, size);
    const [, first, firstScale, second, secondScale, rest = ''] = MEMORY.exec(text) ?? [];
    const displacement =
      rest === ''
        ? this.#optional(OperandPart.DISPLACEMENT)
        : (this.#number(rest.replace(/^\+/, '')) ?? this.#value(OperandPart.DISPLACEMENT));
    if (first === undefined) return this.#place('', '', 1, displacement, size);
    if (firstScale !== undefined) {
      return this.#place(
        '',
        this.#register(first, OperandPart.INDEX),
        Number(firstScale),
        displacement,
        size,
      );
    }
    const index = second === undefined ? '' : this.#register(second, OperandPart.INDEX);
    return this.#place(
      this.#register(first, OperandPart.BASE),
      index,
      Number(secondScale ?? 1),
      displacement,
      size,
    );
  }

  #place(base: string, index: string, scale: number, displacement: bigint, size: number): Operand {
    const wrapped = BigInt.asIntN(32, displacement);
    return {
      kind: 'memory',
      base: this.#addressRegister(base),
      index: this.#addressRegister(index),
      scale,
      displacement: wrapped,
      size,
      segment: '',
    };
  }

  /** The register that is addressed with: without the prefix 67h that is rax for `[eax]` on x64. */
  #addressRegister(register: string): string {
    if (!this.#situation.is64Bit || this.#situation.addressSizePrefix === true) return register;
    return register.replace(/^e(?=..$)/, 'r').replace(/^(r\d+)d$/, '$1');
  }

  #register(text: string, part: number): string {
    const [, letter] = /^(R[qdwb]|Rf|xmm|ymm)\(/.exec(text) ?? [];
    if (letter !== undefined)
      return registerName(letter.replace('R', ''), Number(this.#value(part)), this.#situation.is64Bit);
    const [, number, suffix] = /^r(\d+)([dwb]?)$/.exec(text) ?? [];
    if (number === undefined) return text;
    const letterOf = suffix === '' ? (this.#situation.is64Bit ? 'q' : 'd') : (suffix ?? '');
    return registerName(letterOf, Number(number), this.#situation.is64Bit);
  }

  #address(text: string, part: number): bigint | undefined {
    if (text === '->glob2') return 0n;
    if (/^(->|=>|[<>]\d$)/.test(text)) return this.#situation.base;
    if (text.startsWith('extern ')) return ADDRESS_OF_EXTERN;
    return text.startsWith('&') ? this.#value(part) : undefined;
  }

  #number(text: string): bigint | undefined {
    const [, sign = '', size, digits = ''] = /^([+-]?)(?:(\w+)\*)?(0x[\da-f]+|\d+)$/.exec(text) ?? [];
    if (digits === '' || (size !== undefined && SIZES[size] === undefined)) return undefined;
    return BigInt(digits) * BigInt(SIZES[size ?? ''] ?? 1) * (sign === '-' ? -1n : 1n);
  }

  /** The value of the argument for a part of this operand. */
  #value(part: number): bigint {
    const order = sourceOrder(this.#position, part);
    const found = this.#situation.arguments.findIndex(argument => argument.sourceOrder === order);
    const value = this.#situation.values[found];
    if (value === undefined) throw new RangeError(`no argument with source order ${order}`);
    return BigInt(value);
  }

  /** The same; 0 if there is no such argument. */
  #optional(part: number): bigint {
    const order = sourceOrder(this.#position, part);
    return this.#situation.arguments.some(argument => argument.sourceOrder === order)
      ? this.#value(part)
      : 0n;
  }
}

/** Cuts operands at commas outside brackets. */
function splitOperands(text: string): readonly string[] {
  return text === '' ? [] : text.split(/,\s*(?![^([]*[)\]])/);
}

/** How `decoded` differs from `statement`; undefined if they agree. */
export function disagreement(statement: string, decoded: Decoded, situation: Situation): string | undefined {
  const [, name = '', rest = ''] = /^(\S+)\s*(.*)$/.exec(statement) ?? [];
  if (!sameMnemonic(name, decoded.mnemonic)) return `mnemonic ${decoded.mnemonic}`;
  const texts = splitOperands(rest);
  // The decoder also returns operands that are not written, such as those of string instructions.
  if (texts.length === 0) return undefined;
  const written = texts.map((text, position) => new OperandReader(situation, position).operand(text));
  // The decoder calls an exchange of a register with itself nop.
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

/** Some instructions use st0 or xmm0 without naming it. */
function isImplied(operand: Operand): boolean {
  return operand.kind === 'register' && (operand.name === 'st0' || operand.name === 'xmm0');
}

/** Leaves out operands that only one side names. */
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

/** Removes the implied operand: of two operands the first that may be it, of more the last. */
function dropImplied(operands: readonly Operand[]): readonly Operand[] {
  const place = operands.length === 2 ? operands.findIndex(isImplied) : operands.findLastIndex(isImplied);
  return operands.filter((_, n) => n !== place);
}

/** Whether operand number `n` of the statement is the one that the decoder read. */
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

/**
 * Instructions for which DynASM wants a size word that is not the size of the memory: both sizes in bytes.
 */
const OTHER_SIZES: readonly (readonly [names: readonly string[], written: number, read: number])[] = [
  // The memory has one fixed size. (`qword` sets REX.W.)
  [['fxsave', 'fxrstor'], 4, 512],
  [['fxsave', 'fxrstor'], 8, 512],
  [ENVIRONMENTS, 4, 28],
  [ENVIRONMENTS, 8, 28],
  [['clflush'], 4, 1],
  [['clflush'], 8, 1],
  // DynASM wants the size of the register, but the processor reads less.
  [['movddup'], 16, 8],
  [['rsqrtss'], 16, 4],
  // DynASM wants the size of the shifted register for the shift count.
  [SHIFTS, 32, 16],
  // In 32-bit mode the processor ignores VEX.W, which qword sets.
  [['vcvtsi2sd', 'vcvtsi2ss'], 8, 4],
];

/** The register that the processor uses as operand `n`, if DynASM wants another one to be written. */
function otherRegister(name: string, mnemonic: string, n: number): string | undefined {
  const half = name.replace('ymm', 'xmm');
  // A shift count.
  if (n === 2 && SHIFTS.includes(mnemonic)) return half;
  // The source of an extension and the result of a narrowing take half a ymm register.
  if (n === 1 && /^vpmov[sz]x[bwd][wdq]$/.test(mnemonic)) return half;
  if (n === 0 && /^vcvtpd2(dq|ps)$/.test(mnemonic)) return half;
  // The byte may be stored in a 64-bit register; as the upper half is cleared anyway, there is no REX.W.
  if (n === 0 && /^v?pextrb$/.test(mnemonic)) return name.replace(/^r(?=\D)/, 'e').replace(/^(r\d+)$/, '$1d');
  return undefined;
}

function describe(operand: Operand | undefined): string {
  return operand === undefined
    ? 'nothing'
    : JSON.stringify(operand, (_, value) => (typeof value === 'bigint' ? String(value) : value));
}
