/**
 * Output items: what the translator says and a target prints. They are data until the end, so what is only known then
 * (the action list, names of globals) is an item, too, and is filled in when it is printed.
 */

import type { Slice } from './text/slice.ts';

/** A place in a source file; line and column count from 1. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** A host type named by `.type NAME, ctype`. `number` counts from 1 in order of definition. */
export interface HostType {
  readonly name: string;
  readonly ctype: string;
  /** Internal name of the register it stands for by default. */
  readonly register: string | undefined;
  readonly number: number;
}

/** What an argument of a put is made from: a host expression, as it stands in the statement. */
export type ArgumentValue = Slice &
  (
    | {
        readonly kind:
          /** An integer: immediate, displacement, pc label, size of a `.space`. */
          | 'value'
          /** The number of a variable register; the text includes its parentheses. */
          | 'register'
          /** `&expr` where the action takes a whole address (REL_A, SETLABEL). */
          | 'address'
          /** `&expr` in a field of 32 bits. */
          | 'address32';
      }
    | {
        /** Lower and upper half of a 64-bit value. */
        readonly kind: 'low' | 'high';
        /** The value is the address `&text`. */
        readonly address: boolean;
        /** It is for `.qword`, which in C casts the upper half through `unsigned long long`. */
        readonly data: boolean;
      }
    /** Offset of a member of a host type: for `TYPE->a.b[i]` the text is `->a.b[i]`. */
    | { readonly kind: 'member'; readonly type: HostType }
  );

export type Argument = ArgumentValue & {
  /**
   * Rank of the expression in the source, within its statement: operand index × 4, + 0 for a base register or the whole
   * operand, + 1 index, + 2 displacement. Arguments of one put with equal statement and sourceOrder are one expression.
   */
  readonly sourceOrder: number;
  /** Running number of the statement in the translation; each statement of a macro's expansion counts. */
  readonly statement: number;
  readonly place: Place;
};

/** Names that are declared in the output. */
export type Declaration =
  | { readonly kind: 'sections'; readonly names: readonly string[] }
  | { readonly kind: 'type'; readonly type: HostType }
  | {
      readonly kind: 'actions';
      readonly name: string;
      readonly place: Place;
      /** It stands inside brackets of the host language. */
      readonly nested: boolean;
    }
  | { readonly kind: 'globals'; readonly prefix: string; readonly place: Place }
  | { readonly kind: 'globalnames'; readonly name: string }
  | { readonly kind: 'externnames'; readonly name: string };

export type Item =
  /** Start of a file's text (also on return from an include): line counting starts anew. */
  | { readonly kind: 'file'; readonly file: string }
  /** The next line written belongs to this source line of the file. */
  | { readonly kind: 'sync'; readonly line: number }
  /** A host line, as it stands (it belongs to its source line); or a `||` line's text behind the bars with its indentation. */
  | { readonly kind: 'host'; readonly text: string; readonly place: Place; readonly raw: boolean }
  /** Echo of an assembly line, behind the bar; or a comment on a macro's expansion, which belongs to no source line. */
  | {
      readonly kind: 'comment';
      readonly indent: string;
      readonly text: string;
      readonly line: number | undefined;
    }
  /** Assembly lines start here as the body of a header without braces (`if (x)`): they must be one statement. */
  | { readonly kind: 'body'; readonly place: Place }
  | {
      readonly kind: 'put';
      readonly indent: string;
      /** Offset of the chunk in the action list. */
      readonly start: number;
      readonly arguments: readonly Argument[];
      /** The first statement in it. */
      readonly place: Place;
    }
  | { readonly kind: 'arch'; readonly name: string }
  | Declaration
  /** What follows, up to `capture-end`, is stored under a name … */
  | { readonly kind: 'capture'; readonly name: string }
  | { readonly kind: 'capture-end' }
  /** … and comes out here, in the state it has at the end of the file. `nested`: inside brackets of the host language. */
  | { readonly kind: 'dump-capture'; readonly name: string; readonly nested: boolean };
