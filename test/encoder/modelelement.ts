/**
 * What the model of the encoder (encodermodel.ts) is made of: elements of code, labels, and facts about x86
 * code.
 */

/** A call fails with this status. */
export class ModelError extends Error {
  readonly status: number;
  constructor(status: number) {
    super(`status 0x${status.toString(16)}`);
    this.status = status;
  }
}

/** What references and a definition belong to. */
export interface Label {
  /** The element that defines it. */
  element?: Element;
  address?: bigint;
  /** The index of a global label that nothing defines. */
  external?: number;
}

/**
 * A piece of code in a section: bytes of a known size, or one action that link or encode must come back to.
 */
export interface Element {
  readonly kind: 'bytes' | 'rel' | 'imm' | 'extern' | 'label' | 'align' | 'sum';
  /** The offset of the action. */
  readonly offset: number;
  bytes: number[];
  /** Where lines start in the bytes, and the lines. */
  readonly lines: (readonly [index: number, line: number])[];
  label?: Label;
  /** The index of the global label that it defines. */
  global?: number;
  /** The number of the global label whose procedure ends here. */
  procedure?: number;
  /** The bytes that the short form of a branch saves; 0 if it has none. */
  saves: number;
  mask: number;
  short: boolean;
  /** What an alignment is padded with: a byte, or the long forms of NOP. */
  filler: number | 'nops';
  /** A sum: its terms, the inline byte of FIELD, and how many bytes of the instruction follow. */
  terms: readonly Term[];
  form: number;
  trailing: number;
  extern?: { readonly relative: boolean; readonly number: number };
  /** Its place among all elements, and the offsets of its end that pass 1 and pass 2 find. */
  order: number;
  estimate: number;
  final: number;
}

/** A term of a sum. */
export interface Term {
  readonly sign: 1n | -1n;
  readonly label?: Label;
  readonly extern?: number;
  readonly value?: bigint;
}

export function makeElement(kind: Element['kind'], offset: number): Element {
  const sum = { terms: [], form: 0, trailing: 0 };
  const rest = { saves: 0, mask: 0, filler: 0x90, short: false, order: 0, estimate: 0, final: 0, ...sum };
  return { kind, offset, bytes: [], lines: [], ...rest };
}

/** The size of an element before shortening. */
export function sizeOf(element: Element, arch: 'x64' | 'x86' | 'arm64'): number {
  switch (element.kind) {
    case 'bytes':
      return element.bytes.length;
    case 'label':
      return 0;
    case 'align':
      return element.mask;
    case 'sum':
      return 1 << (element.form & 3);
    case 'imm':
      return arch === 'x64' ? 8 : 4;
    default:
      return 4;
  }
}

/** Immediates of a fixed size, by action: lowest and highest value, size. */
export const SMALL_IMMEDIATES = { 234: [-128, 127, 1], 235: [0, 255, 1], 236: [0, 65535, 2] } as const;

export function isSignedByte(value: number): boolean {
  return value >= -128 && value <= 127;
}

/** The bytes that the short form of a branch with this opcode saves; 0 if it is not such a branch. */
export function saving(opcode: number): number {
  return opcode === 0xe9 ? 3 : opcode >> 4 === 8 ? 4 : 0;
}

/** Is it a variable x87 register? These are D8…DF, a REX prefix to be dropped, C0+i. */
export function isX87(bytes: readonly number[], how: number): boolean {
  const [opcode = 0, rex = 0, modrm = 0] = bytes.slice(-3);
  return how >> 5 === 1 && (how & 7) === 2 && opcode >> 3 === 0xd8 >> 3 && rex === 0x40 && modrm >= 0xc0;
}

/** The forms of NOP by length, in hexadecimal (Intel's manual, volume 2, NOP). */
const NOPS = [
  '',
  '90',
  '6690',
  '0f1f00',
  '0f1f4000',
  '0f1f440000',
  '660f1f440000',
  '0f1f8000000000',
  '0f1f840000000000',
  '660f1f840000000000',
];

/** So many bytes of padding. */
export function padding(count: number, filler: Element['filler']): readonly number[] {
  if (filler !== 'nops') return Array<number>(count).fill(filler);
  const hex = NOPS[9]!.repeat(Math.floor(count / 9)) + NOPS[count % 9]!;
  return [...Buffer.from(hex, 'hex')];
}

/** Appends an integer, little endian. */
export function appendInteger(bytes: number[], value: number, count: number): void {
  for (let i = 0; i < count; i++) bytes.push((value >> (8 * i)) & 255);
}

/**
 * Appends a displacement in its shortest form; `behind` is the index behind the ModRM byte, which says disp32
 * (mod = 2). One of a byte counts in units of `unit` bytes.
 */
export function appendDisplacement(bytes: number[], behind: number, value: number, unit: number): void {
  const modrm = bytes[behind - 1] ?? 0;
  const base = (modrm & 7) === 4 ? (bytes[behind] ?? 0) & 7 : modrm & 7;
  const isShort = value % unit === 0 && isSignedByte(value / unit);
  const size = value === 0 && base !== 5 ? 0 : isShort ? 1 : 4;
  bytes[behind - 1] = (modrm & 0x3f) | (size === 0 ? 0 : size === 1 ? 0x40 : 0x80);
  appendInteger(bytes, isShort ? value / unit : value, size);
}

/** Register numbers by the limit of REGISTER: lowest and highest. */
export const REGISTER_LIMITS: readonly (readonly [low: number, high: number])[] = [
  [0, 7],
  [0, 15],
  [0, 31],
  [1, 7],
];

/** By field of REGISTER and bit of the number, the lowest first: the byte that has it, and its bit there. */
const REGISTER_BITS = [
  'last.3 last.4 last.5 1.7 1.4',
  'last.0 last.1 last.2 1.5 1.6',
  'last.0 last.1 last.2 1.5',
  'last.3 last.4 last.5 1.6',
  'last.3 last.4 last.5 1.6 3.3',
  '2.3 2.4 2.5 2.6 3.3',
  '3.0 3.1 3.2',
  'last.3 last.4 last.5',
  'last.0 last.1 last.2',
  'last.3 last.4 last.5',
];

/** Changes code in which a register has the number 0. `distance`: of the EVEX prefix, from the end. */
export function changeRegister(bytes: number[], field: number, distance: number, number: number): void {
  const end = bytes.length;
  for (const [bit, place] of REGISTER_BITS[field]!.split(' ').entries()) {
    const [byte, to] = place.split('.');
    const index = byte === 'last' ? end - 1 : end - distance + Number(byte);
    if ((number >> bit) & 1) bytes[index]! ^= 1 << Number(to);
  }
  if (field === 2 && number % 8 === 4) bytes.push(0x24);
}

/** Sets the bit for the field in the REX or VEX prefix at an index. */
export function extendField(bytes: number[], prefix: number, field: number): void {
  const bit = [1, 1, 2, 0, 4][field] ?? 0;
  if (bytes[prefix] === 0xc4) bytes[prefix + 1] = (bytes[prefix + 1] ?? 0) ^ (bit << 5);
  else bytes[prefix] = (bytes[prefix] ?? 0) ^ bit;
}

/** Takes the REX prefix at an index away, or shortens the VEX prefix there. */
export function dropPrefix(bytes: number[], prefix: number): void {
  const [first, second = 0, third = 0] = bytes.slice(prefix);
  if (first === 0xc4) bytes.splice(prefix, 3, 0xc5, (second & 0x80) | third);
  else bytes.splice(prefix, 1);
}
