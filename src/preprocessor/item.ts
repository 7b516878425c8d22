/**
 * Output items: what the translator produces and a language prints. They are data until the end: what is only
 * known then (the action list, the names of globals) is an item like the others, and is filled in when it is
 * printed.
 */

import type { Slice } from './text/slice.ts';

/** A place in a source file; line and column count from 1. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** For a place in an included file: the line of the main file that brings it in. */
  readonly mainLine?: number;
}

/**
 * The table of source lines that the parts of an action list come from, in the form that the encoder takes.
 */
export interface SourceLines {
  /** The files of the lines, in order of first use. */
  readonly files: readonly string[];
  /**
   * For each offset at which another line begins, three numbers: the offset, the index of the file, the line.
   * Offsets ascend.
   */
  readonly triples: readonly number[];
  /** Which parts are data: pairs, as in the description of a list. */
  readonly data: readonly number[];
}

/** The row of the instruction table by which a statement was assembled. */
export interface UsedForm {
  readonly mnemonic: string;
  readonly operands: string;
  readonly features: string;
  readonly code: { readonly text: string };
}

/** What an action list consists of: bytes, or words of 32 bits. */
export type ListElement = 'byte' | 'word';

/** The actions of the list from `offset` on come from the statement at `place`. */
export interface PlacedActions {
  readonly offset: number;
  readonly place: Place;
  /** The statement, with its defines replaced. */
  readonly text: string;
  /** Undefined for what is no instruction. */
  readonly form: UsedForm | undefined;
}

/** A host type, named by `.type NAME, ctype`. */
export interface HostType {
  readonly name: string;
  readonly ctype: string;
  /** Internal name of the register that it stands for where no other is given. */
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
          | 'address32'
          /** A number as data of a `.float`. */
          | 'float'
          /** Lower and upper half of a number as data of a `.double`. */
          | 'double-low'
          | 'double-high';
      }
    | {
        /** Lower and upper half of a 64-bit value. */
        readonly kind: 'low' | 'high';
        /** The value is the address `&text`. */
        readonly address: boolean;
        /** It is for `.qword`, which in C casts the upper half through `unsigned long long`. */
        readonly data: boolean;
      }
    /**
     * Offset of a member of a host type: for `TYPE->a.b[i]` the text is `->a.b[i]`. `added`: an expression
     * that is added to it, as in `[TYPE->a + n]`.
     */
    | { readonly kind: 'member'; readonly type: HostType; readonly added?: string }
  );

export type Argument = ArgumentValue & {
  /**
   * Order of the expression in its statement; it ascends from left to right (arch/x86/sourceorder.ts). Two
   * arguments with the same statement and order are one expression.
   */
  readonly sourceOrder: number;
  /** Running number of the statement in the translation; each statement of a macro's expansion counts. */
  readonly statement: number;
  readonly place: Place;
};

/** An item that declares names in the output. */
export type Declaration =
  | { readonly kind: 'type'; readonly type: HostType }
  | ((
      | { readonly kind: 'sections'; readonly names: readonly string[] }
      | { readonly kind: 'actions' | 'globalnames' | 'externnames'; readonly name: string }
      | { readonly kind: 'globals'; readonly prefix: string }
    ) & {
      readonly place: Place;
      /** The directive stands inside brackets of the host language. */
      readonly nested: boolean;
    });

export type Item =
  /** A file's text starts, or goes on behind an include: lines are counted anew. */
  | { readonly kind: 'file'; readonly file: string }
  /** The next line written belongs to this source line of the file. */
  | { readonly kind: 'sync'; readonly line: number }
  /**
   * A host line as it stands in the source; `raw`: the text of a `||` line behind its bars, with the line's
   * indentation; `isBlank`: the line holds nothing, or only a comment; `isExpanded`: a macro brings it.
   */
  | {
      readonly kind: 'host';
      readonly text: string;
      readonly place: Place;
      readonly raw: boolean;
      readonly isBlank: boolean;
      readonly isExpanded: boolean;
    }
  /**
   * The echo of an assembly line, its text behind the bar; or a comment that belongs to no source line, and
   * has no place.
   */
  | {
      readonly kind: 'comment';
      readonly indent: string;
      readonly text: string;
      readonly place: Place | undefined;
    }
  /**
   * The body of a header without braces (`if (x)`) starts here, and consists of assembly lines: they must
   * become one statement.
   */
  | { readonly kind: 'body'; readonly place: Place }
  /** That body ended before the blank lines and comments above. */
  | { readonly kind: 'body-end' }
  | {
      readonly kind: 'put';
      readonly indent: string;
      /** Offset of the chunk in the action list. */
      readonly start: number;
      readonly arguments: readonly Argument[];
      /** Place of the put's first statement. */
      readonly place: Place;
      /** Place of the last character of its last statement, if places of arguments were wanted. */
      readonly end: Place | undefined;
    }
  | { readonly kind: 'arch'; readonly name: string }
  | Declaration
  /** What follows, up to `capture-end`, is stored under a name. */
  | { readonly kind: 'capture'; readonly name: string }
  | { readonly kind: 'capture-end' }
  /**
   * Everything that is stored under the name at the end of the file comes out here. `nested`: as of
   * `actions`.
   */
  | { readonly kind: 'dump-capture'; readonly name: string; readonly place: Place; readonly nested: boolean };
