/**
 * Errors of the source, as they are thrown: a statement's handler throws `StatementError` (the rest of its
 * line is dropped), `FatalError` or `StopError` (translation stops). The session adds file, line and column
 * and makes a `Diagnostic` of it.
 */
import type { Place } from '../item.ts';
import type { Span } from '../text/slice.ts';
import type { DiagnosticCode } from './diagnosticcode.ts';

interface ErrorDetails {
  readonly code: DiagnosticCode;
  /** DynASM's message, if it is another one: the classic form of diagnostics shows that. */
  readonly classic?: string;
  /**
   * The span of the statement that is wrong: the caret goes there. Without it the whole statement is wrong.
   */
  readonly at?: Span | undefined;
  readonly notes?: readonly string[];
  /** Texts that were perhaps meant in the place of what is wrong. */
  readonly suggestions?: readonly string[] | undefined;
  /** Where it is, if that is not the statement that is being translated. */
  readonly place?: Place;
}

/** An error of one statement: the rest of its line is dropped, the next line goes on. */
export class StatementError extends Error {
  readonly code: DiagnosticCode;
  readonly classic: string;
  readonly at: Span | undefined;
  readonly notes: readonly string[];
  readonly suggestions: readonly string[];
  readonly place: Place | undefined;

  constructor(message: string, details: ErrorDetails) {
    super(message);
    this.code = details.code;
    this.classic = details.classic ?? message;
    this.at = details.at;
    this.notes = details.notes ?? [];
    this.suggestions = details.suggestions ?? [];
    this.place = details.place;
  }
}

/**
 * An error at which DynASM stops. Languages that go on (capability `goesOnBehindErrors`) report what follows,
 * too.
 */
export class FatalError extends StatementError {}

/** An error after which nothing sensible can follow, in every language: translation stops. */
export class StopError extends FatalError {}

/** A limit that only a mistake reaches: translation ends on the spot, and nothing after it is reported. */
export class LimitError extends StopError {}

/**
 * What a statement has thrown, as an error of the source. Where it met JavaScript's limits on the length of
 * strings or the depth of calls, that is a `LimitError`. Throws `error` itself if it has another cause.
 */
export function sourceError(error: unknown): StatementError {
  if (error instanceof StatementError) return error;
  if (error instanceof RangeError && /string length|call stack/i.test(error.message)) {
    return new LimitError('the text gets too long, or is nested too deep', { code: 'limit' });
  }
  throw error;
}
