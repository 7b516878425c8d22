/**
 * Diagnostics as data. A statement's handler throws `StatementError` (the rest of its line is dropped) or
 * `FatalError` (translation stops); the translator adds file, line and column. How they look is decided at the edge.
 */
import type { Place } from '../item.ts';
import type { Span } from '../text/slice.ts';

export interface Diagnostic {
  readonly severity: 'error' | 'warning';
  /** Stable, machine-readable name: `operand-mode`, `unknown-statement`, … */
  readonly code: string;
  readonly message: string;
  /** The message as DynASM has it, where that names registers by its internal names. */
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
  /** What would have been right, where a macro was expanded, … one entry a line. */
  readonly notes: readonly string[];
  /**
   * What defines and macros made of the statement, where the mistake does not stand in the source line as it is. `column` (from 1)
   * and `length` say what of it is wrong.
   */
  readonly expanded?: { readonly text: string; readonly column?: number; readonly length?: number };
  /** From the innermost expansion outwards: the captured statement and the macro it stands in. */
  readonly expansion?: readonly {
    readonly statement: string;
    readonly macro: string;
    readonly count: number;
  }[];
}

export interface ErrorDetails {
  readonly code?: string;
  /** What is wrong, a stretch of the statement's text: the caret goes there. Without it the whole statement is wrong. */
  readonly at?: Span | undefined;
  readonly notes?: readonly string[];
  /** Where it is, if the statement at hand does not tell. */
  readonly place?: Place;
}

/** An error of one statement: the rest of its line is dropped, the next line goes on. */
export class StatementError extends Error {
  readonly code: string;
  readonly at: Span | undefined;
  readonly notes: readonly string[];
  readonly place: Place | undefined;

  constructor(message: string, details: ErrorDetails = {}) {
    super(message);
    this.code = details.code ?? 'error';
    this.at = details.at;
    this.notes = details.notes ?? [];
    this.place = details.place;
  }
}

/** An error after which nothing sensible can follow: translation stops. */
export class FatalError extends StatementError {}

/** A limit that only a mistake reaches: translation ends on the spot, and nothing after it is reported. */
export class LimitError extends FatalError {}

/**
 * `error` as one of the source: itself, or a `LimitError` where JavaScript's own limits were met, the length of strings or the
 * depth of calls. Throws anything else on.
 */
export function sourceError(error: unknown): StatementError {
  if (error instanceof StatementError) return error;
  if (error instanceof RangeError && /string length|call stack/i.test(error.message)) {
    return new LimitError('the text gets too long, or is nested too deep', { code: 'limit' });
  }
  throw error;
}
