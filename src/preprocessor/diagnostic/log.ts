/** Collects the diagnostics of one translation. Takes errors and their places; keeps plain data. */
import type { DiagnosticCode } from './diagnosticcode.ts';
import type { Diagnostic } from './diagnostic.ts';
import type { StatementError } from './error.ts';
import { LimitError } from './error.ts';
import type { Place } from '../item.ts';

/** A place in the source, of which `length` characters are marked. */
export interface Marked extends Place {
  readonly length: number;
  readonly lineText: string;
}

export type Expansion = NonNullable<Diagnostic['expansion']>;

/** The fields of a diagnostic that say where the mistake stands. */
export type Where = Marked & Pick<Diagnostic, 'expanded' | 'expansion'>;

/** Logs an error that only shows at the end of a file. Without a place the whole file is meant. */
export type LogEndError = (
  code: DiagnosticCode,
  message: string,
  place?: Place,
  notes?: readonly string[],
) => void;

export class DiagnosticLog {
  readonly #diagnostics: Diagnostic[] = [];
  readonly #maxErrors: number;
  readonly #fatalErrors: typeof StatementError;
  #errors = 0;
  #fatal = false;
  #full = false;

  /** After `maxErrors` errors it takes no more. `fatalErrors`: the class of those that end a translation. */
  constructor(maxErrors: number, fatalErrors: typeof StatementError) {
    this.#maxErrors = maxErrors;
    this.#fatalErrors = fatalErrors;
  }

  get diagnostics(): readonly Diagnostic[] {
    return this.#diagnostics;
  }

  /** How many errors there have been. */
  get errors(): number {
    return this.#errors;
  }

  get failed(): boolean {
    return this.#errors > 0;
  }

  /** Whether there was a fatal error. */
  get fatal(): boolean {
    return this.#fatal;
  }

  /** Whether the log takes nothing more, so that translation stops. */
  get full(): boolean {
    return this.#full;
  }

  /** Adds an error. `withUserNames` puts the names that users write for registers into a text. */
  error(error: StatementError, withUserNames: (text: string) => string, where: Where): void {
    if (this.#full) return;
    const fatal = error instanceof this.#fatalErrors;
    if (fatal) this.#fatal = true;
    this.#errors++;
    this.#full = error instanceof LimitError || this.#errors >= this.#maxErrors;
    const { code, classic } = error;
    const message = withUserNames(error.message);
    this.#diagnostics.push({
      severity: 'error',
      code,
      message,
      ...(classic !== message && { classic }),
      ...(fatal && { fatal }),
      notes: error.notes.map(withUserNames),
      ...(error.suggestions.length > 0 && { suggestions: error.suggestions.map(withUserNames) }),
      ...where,
    });
  }

  warning(code: DiagnosticCode, message: string, where: Where): void {
    this.#diagnostics.push({ severity: 'warning', code, message, notes: [], ...where });
  }

  /** Adds an error that only shows at the end of a file. Without a place the whole file is meant. */
  endError(
    code: DiagnosticCode,
    message: string,
    file: string,
    notes: readonly string[],
    place?: Place,
    lineText?: string,
  ): void {
    this.#errors++;
    this.#diagnostics.push({
      severity: 'error',
      code,
      message,
      file: place?.file ?? file,
      ...(place && { line: place.line }),
      ...(lineText !== undefined && { lineText }),
      notes,
    });
  }
}
