/** Operands as data: what the parser (operandparser.ts) returns for one operand of a statement. */
import type { HostType } from '../../item.ts';
import type { Slice, Span } from '../../text/slice.ts';
import type { Register, Size } from './registers.ts';

/** Bits of `Operand.modes`, which forms are matched by: one kind, and properties. */
export const OperandMode = {
  REGISTER: 1,
  MEMORY: 2,
  IMMEDIATE: 4,
  /** A register of the x87 stack. */
  FLOAT: 8,
  /** Register 0 of its class: the accumulator, xmm0, st0. */
  FIRST: 16,
  CL: 32,
  /**
   * Memory that the short forms of mov can address: at an address without registers, on x86 (on x64 only in
   * mov64).
   */
  MOFFS: 64,
  /** The literal 1. */
  ONE: 128,
  /** A literal that fits a signed byte. */
  SIGNED_BYTE: 256,
  /** An expression of the host language. */
  EXPRESSION: 512,
  /** A label, an extern or an address. */
  LABEL: 1024,
  /** An address: `&expr`. */
  ADDRESS: 2048,
  /** The same, where the output language has 64-bit addresses. */
  ADDRESS_64: 4096,
  /** Memory with a size word. */
  SIZED: 8192,
  /** Memory without a size word. */
  UNSIZED: 16384,
  /** A register whose number is known at run time only. */
  VARIABLE: 32768,
  /** The target of a short branch: a label with the word `short` in front. */
  SHORT: 65536,
  /** Memory of one element, which is broadcast: `[rax]{1to8}`. Such an operand does not have MEMORY. */
  BROADCAST: 131072,
  /** Memory at several addresses, the index being a vector. Such an operand does not have MEMORY. */
  VSIB: 262144,
  /** What only EVEX can say: a vector register from 16 on, a decorator such as `{k1}` or `{sae}`. */
  EVEX: 524288,
  DX: 1048576,
  FS: 2097152,
  GS: 4194304,
  CS: 8388608,
  SS: 16777216,
  DS: 33554432,
  /** A far pointer in memory: `far dword [rax]`. Such an operand does not have MEMORY. */
  FAR: 67108864,
  /** A far pointer in the code: `0x10:0x1234`. */
  FAR_POINTER: 134217728,
  /** A label with the word `word` in front, whose distance has 16 bits. */
  WORD_LABEL: 268435456,
  /** It names one of r16 … r31, itself or in its address. */
  EXTENDED: 536870912,
} as const;

/** Memory of any kind. */
export const ANY_MEMORY = OperandMode.MEMORY | OperandMode.BROADCAST | OperandMode.VSIB | OperandMode.FAR;

/** A reference to code or an address. */
export type Label =
  | { readonly kind: 'label'; readonly number: number }
  /** A label of a macro's expansion; its number has MACRO_FORWARD if it is defined further on. */
  | { readonly kind: 'macro'; readonly number: number }
  | { readonly kind: 'extern'; readonly number: number }
  | (Slice & { readonly kind: 'pc' })
  | (Slice & { readonly kind: 'address' });

/** A sum of labels, addresses and expressions: `->table + 4`, `->a - ->b`. */
export interface Sum extends Span {
  readonly kind: 'sum';
  readonly terms: readonly Term[];
}

export interface Term {
  readonly isSubtracted: boolean;
  readonly value: number | Label | (Slice & { readonly kind: 'value' });
}

/** An immediate or a displacement. */
export type Value =
  | number
  | Label
  | Sum
  | (Slice & { readonly kind: 'value' })
  | (Slice & { readonly kind: 'member'; readonly type: HostType; readonly added?: string });

/** A register as it is used in an operand. */
export interface RegisterUse {
  readonly register: Register;
  /** For a variable register: the expression that gives its number, with its parentheses. */
  readonly variable: Slice | undefined;
}

/** What stands in braces behind an operand. */
export interface Decorators {
  /** `{k1}`, or undefined. */
  readonly mask: RegisterUse | undefined;
  /** `{z}` */
  readonly isZeroing: boolean;
  /** The number n of `{1ton}`; 0 if there is none. */
  readonly broadcast: number;
  readonly rounding: Rounding | undefined;
}

export type Rounding = 'rn-sae' | 'rd-sae' | 'ru-sae' | 'rz-sae' | 'sae';

export interface Operand extends Slice {
  /** Its number among the operands of the statement, from 0. */
  readonly position: number;
  /** Bits of `OperandMode`. */
  readonly modes: number;
  /** The size that is written, or the size of the register. */
  readonly size: Size | undefined;
  /** The register, or the base of a memory operand. */
  readonly register: RegisterUse | undefined;
  readonly index: RegisterUse | undefined;
  /** 0…3: the index is multiplied by 1, 2, 4, 8. */
  readonly scale: number;
  readonly decorators: Decorators | undefined;
  /** The size word of memory whose index is a vector: that of an element. Its size is that of the index. */
  readonly element: Size | undefined;
  /** The prefix of the segment that is written with the memory operand. */
  readonly segment: number | undefined;
  /** Displacement of a memory operand; selector of a far pointer; 0 for others. */
  readonly displacement: Value;
  /** Value of an immediate operand; offset of a far pointer; 0 for others. */
  readonly immediate: Value;
}

/** Is it memory of any kind? */
export function isMemory({ modes }: Pick<Operand, 'modes'>): boolean {
  return (modes & ANY_MEMORY) !== 0;
}

/** Is it the address of something, or a sum? Then its size is known, its value is not. */
export function isReference(value: Value): value is Label | Sum {
  return isLabel(value) || (typeof value !== 'number' && value.kind === 'sum');
}

/** Is it one address with something added? A difference of addresses is not. */
export function isAddressLike(value: Value): value is Label | Sum {
  return typeof value !== 'number' && value.kind === 'sum' ? addressCount(value) === 1 : isLabel(value);
}

/** How many labels and addresses a sum adds, less those that it subtracts. */
export function addressCount({ terms }: Sum): number {
  let count = 0;
  for (const { value, isSubtracted } of terms) if (isLabel(value)) count += isSubtracted ? -1 : 1;
  return count;
}

export function isLabel(value: Value): value is Label {
  if (typeof value === 'number') return false;
  const { kind } = value;
  return kind === 'label' || kind === 'macro' || kind === 'extern' || kind === 'pc' || kind === 'address';
}

/** A label as a sum of one term. `at`: its operand. */
export function sumOf(target: Label | Sum, { start, end }: Span): Sum {
  if (target.kind === 'sum') return target;
  return { kind: 'sum', terms: [{ isSubtracted: false, value: target }], start, end };
}
