/**
 * Collects the diagnostics of one translation. In flow errors and the place of the statement at hand, out flow diagnostics
 * with column and source line.
 */
import type { DiagnosticCode } from './code.ts';
import type { Diagnostic } from './diagnostic.ts';
import type { StatementError } from './error.ts';
import { FatalError, LimitError } from './error.ts';
import type { Place } from '../item.ts';

/** A place in the source, of which `length` characters are marked. */
export interface Marked extends Place {
  readonly length: number;
  readonly lineText: string;
}

export type Expansion = NonNullable<Diagnostic['expansion']>;

/** Where a mistake stands: the fields of a diagnostic that say so. */
export type Where = Marked & Pick<Diagnostic, 'expanded' | 'expansion'>;

/** Reports what is only known to be wrong at the end; without a place it is the whole file. */
export type EndError = (
  code: DiagnosticCode,
  message: string,
  place?: Place,
  notes?: readonly string[],
) => void;

export class DiagnosticLog {
  readonly #diagnostics: Diagnostic[] = [];
  readonly #maxErrors: number;
  #errors = 0;
  #fatal = false;
  #full = false;

  /** After `maxErrors` errors it takes no more. */
  constructor(maxErrors: number) {
    this.#maxErrors = maxErrors;
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

  /** A fatal error was among them. */
  get fatal(): boolean {
    return this.#fatal;
  }

  /** Translation stops, nothing more is taken. */
  get full(): boolean {
    return this.#full;
  }

  /** `message` is the error's message for users. */
  error(error: StatementError, message: string, where: Where): void {
    if (this.#full) return;
    const fatal = error instanceof FatalError;
    if (fatal) this.#fatal = true;
    this.#errors++;
    this.#full = error instanceof LimitError || this.#errors >= this.#maxErrors;
    const { code, message: classic, notes } = error;
    this.#diagnostics.push({
      severity: 'error',
      code,
      message,
      ...(classic !== message && { classic }),
      ...(fatal && { fatal }),
      notes,
      ...where,
    });
  }

  warning(code: DiagnosticCode, message: string, where: Where): void {
    this.#diagnostics.push({ severity: 'warning', code, message, notes: [], ...where });
  }

  /** An error found at the end; without a place it means the whole file. */
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
