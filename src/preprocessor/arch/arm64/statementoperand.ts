/** Operands as data: what the parser (operandsyntax.ts) returns for one operand of a statement. */
import type { HostType } from '../../item.ts';
import type { Slice } from '../../text/slice.ts';
import type { Literal } from './exactnumber.ts';
import type { RegisterClass } from './operandpattern.ts';

/** A register as it is used. */
export interface RegisterUse {
  readonly class: RegisterClass;
  /** 0…31; 31 is the zero register or the stack pointer, as the class says. 0 for a variable register. */
  readonly number: number;
  /** For a variable register: the expression that gives its number, with its parentheses. */
  readonly variable: Slice | undefined;
  /** The arrangement of a vector, or the size of its element: `4S`, `S`. */
  readonly arrangement: string | undefined;
  /** The number of the element. */
  readonly index: Immediate | undefined;
}

/** A place in the code, or an address. */
export type Label =
  | { readonly kind: 'local'; readonly number: number; readonly isForward: boolean }
  | { readonly kind: 'global'; readonly number: number }
  | { readonly kind: 'extern'; readonly number: number }
  | { readonly kind: 'macro'; readonly number: number }
  | (Slice & { readonly kind: 'pc' })
  | (Slice & { readonly kind: 'address' });

export type Immediate =
  | { readonly kind: 'number'; readonly literal: Literal }
  | (Slice & { readonly kind: 'expression' })
  | (Slice & { readonly kind: 'member'; readonly type: HostType });

/** A term of a sum. */
export interface Term {
  readonly value: Label | Immediate;
  readonly at: Slice;
  readonly isSubtracted: boolean;
}

/** What an operand is. */
export type Content =
  | { readonly kind: 'register'; readonly register: RegisterUse; readonly writesBack: boolean }
  | {
      readonly kind: 'list';
      readonly registers: readonly RegisterUse[];
      readonly index: Immediate | undefined;
    }
  | { readonly kind: 'memory'; readonly parts: readonly Operand[]; readonly writesBack: boolean }
  | { readonly kind: 'immediate'; readonly value: Immediate }
  /** `lsl #3`; `uxtw` */
  | { readonly kind: 'modifier'; readonly name: string; readonly amount: Immediate | undefined }
  /** A name, which may also be an expression of the host program. */
  | { readonly kind: 'name'; readonly name: string }
  /** A label or a sum that is an address; `:lo12:` stands in front if its lower bits are meant. */
  | { readonly kind: 'label'; readonly terms: readonly Term[]; readonly isLow: boolean }
  /** `=value` */
  | { readonly kind: 'pool'; readonly terms: readonly Term[] };

export type Operand = Slice & { readonly content: Content };
