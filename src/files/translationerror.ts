/** The error of a translation whose input has errors. */
import { renderPretty, type Diagnostic } from '../preprocessor/index.ts';
import { nameOf, type Input } from './input.ts';
import type { Outcome, Translation } from './translation.ts';

/** How many diagnostics a message shows. */
const MAX_SHOWN = 20;

/** The input has errors; `diagnostics` holds all of them, the message shows the first. */
export class TranslationError extends Error {
  override readonly name = 'TranslationError';
  readonly file: string;
  readonly diagnostics: readonly Diagnostic[];

  constructor(file: string, diagnostics: readonly Diagnostic[]) {
    super(renderPretty(diagnostics.slice(0, MAX_SHOWN)).trimEnd());
    this.file = file;
    this.diagnostics = diagnostics;
  }
}

/** @throws {TranslationError} if `input` has not been translated */
export function checkOutcome(input: Input, { code, ...others }: Outcome): Outcome & Translation {
  if (code === undefined) throw new TranslationError(nameOf(input), others.diagnostics);
  return { code, ...others };
}
