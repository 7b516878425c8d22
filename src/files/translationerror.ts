/**
 * The errors of translations: the input has errors, or the names of input and output do not go together.
 * Each class also knows the errors of its copies, as bundles have them: `instanceof` goes by the name.
 */
import { renderPretty } from '../preprocessor/diagnostic/render.ts';
import type { Diagnostic } from '../preprocessor/diagnostic/diagnostic.ts';

/** How many diagnostics a message shows. */
const MAX_SHOWN = 20;

/** The input has errors; `diagnostics` holds all of them, the message shows the first. */
export class TranslationError extends Error {
  override readonly name = 'TranslationError';
  /** The input's name. */
  readonly file: string;
  readonly diagnostics: readonly Diagnostic[];

  constructor(file: string, diagnostics: readonly Diagnostic[]) {
    super(renderPretty(diagnostics.slice(0, MAX_SHOWN)).trimEnd());
    this.file = file;
    this.diagnostics = diagnostics;
  }

  static override [Symbol.hasInstance](value: unknown): value is TranslationError {
    return hasName(value, 'TranslationError');
  }
}

/** The names of the files ask for a language that cannot be meant; the message says what would be right. */
export class OutputLanguageError extends Error {
  override readonly name = 'OutputLanguageError';

  static override [Symbol.hasInstance](value: unknown): value is OutputLanguageError {
    return hasName(value, 'OutputLanguageError');
  }
}

/** An output is a file that the translation reads or writes already; the message names both. */
export class OutputFileError extends Error {
  override readonly name = 'OutputFileError';

  static override [Symbol.hasInstance](value: unknown): value is OutputFileError {
    return hasName(value, 'OutputFileError');
  }
}

function hasName(value: unknown, name: string): boolean {
  return value instanceof Error && value.name === name;
}
