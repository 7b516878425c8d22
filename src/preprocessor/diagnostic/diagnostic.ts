/** Diagnostics as data: what is wrong in a source, and where. render.ts makes text of them. */

import type { DiagnosticCode } from './diagnosticcode.ts';

export interface Diagnostic {
  /** A note says something about the translation; nothing in the source is wrong. */
  readonly severity: 'error' | 'warning' | 'note';
  /**
   * Stable name for machines: `operand-mode`, `unknown-statement`, … `dynasm explain CODE` says what it
   * means.
   */
  readonly code: DiagnosticCode;
  readonly message: string;
  /** DynASM's message, if it is another one: it names modes and sizes of operands by letters. */
  readonly classic?: string;
  /** Translation stopped here. */
  readonly fatal?: boolean;
  readonly file: string;
  /** 1-based; absent where the whole file is meant. */
  readonly line?: number;
  /** 1-based column and length of what is wrong, in `lineText`. */
  readonly column?: number;
  readonly length?: number;
  /** The source line. */
  readonly lineText?: string;
  /** Further lines, such as what would have been right. */
  readonly notes: readonly string[];
  /** Texts that were perhaps meant in the place of what is marked: for quick fixes of editors. */
  readonly suggestions?: readonly string[];
  /**
   * What defines and macros made of the statement, where the mistake does not stand in the source line as it
   * is. `column` (from 1) and `length` say what of it is wrong.
   */
  readonly expanded?: { readonly text: string; readonly column?: number; readonly length?: number };
  /** From the innermost expansion outwards: the captured statement and the macro it stands in. */
  readonly expansion?: readonly {
    readonly statement: string;
    readonly macro: string;
    readonly count: number;
  }[];
}
