/** The error of a translation whose input has errors, and what tells it from success. */
import { nameOf, type Attempt, type Input, type Translation } from './attempt.ts';
import { renderPretty, type Diagnostic } from './preprocessor/index.ts';

/** So many diagnostics stand in a message. */
const MAX_SHOWN = 20;

/** The input has errors; `diagnostics` holds all of them, the message shows the first. */
export class TranslationError extends Error {
  readonly file: string;
  readonly diagnostics: readonly Diagnostic[];

  constructor(file: string, diagnostics: readonly Diagnostic[]) {
    super(renderPretty(diagnostics.slice(0, MAX_SHOWN)).trimEnd());
    this.name = 'TranslationError';
    this.file = file;
    this.diagnostics = diagnostics;
  }
}

/** Throws `TranslationError` where `attempt` to translate `input` has failed. */
export function successful(input: Input, { code, ...others }: Attempt): Attempt & Translation {
  if (code === undefined) throw new TranslationError(nameOf(input), others.diagnostics);
  return { code, ...others };
}
