/**
 * A translation for an editor: takes a text that may be half written; tells an observer what is in it, and
 * returns what is wrong and what the text knows. Translation goes on behind every error.
 */
import type { Arch } from './arch/arch.ts';
import type { Diagnostic } from './diagnostic/diagnostic.ts';
import { findLanguage } from './language/index.ts';
import type { Dialect, Unit } from './language/outputlanguage.ts';
import type { Observer } from './observer.ts';
import type { TranslateSourceOptions } from './sourceoptions.ts';
import { makeTranslator } from './translate.ts';

export interface Observed {
  /** What is wrong; some of it is only found when it is asked for. */
  readonly diagnostics: readonly Diagnostic[];
  /** Paths of the files that were read. */
  readonly dependencies: readonly string[];
  readonly dialect: Dialect;
  /** Undefined for a text without assembly. */
  readonly arch: Arch | undefined;
  /** Whether there is a statement of that name at the end of the text. */
  isStatement(name: string): boolean;
}

/** @throws {StatementError} an option is wrong */
export function observeSource(text: string, options: TranslateSourceOptions, observer: Observer): Observed {
  const language = findLanguage(options.lang);
  // DynASM stops where there is more to be said.
  const capabilities = { ...language.capabilities, goesOnBehindErrors: true };
  const translator = makeTranslator({ ...language, capabilities }, options, observer);
  const { session } = translator;
  let unprinted: Unit | undefined;
  try {
    unprinted = translator.translate(options.file, text);
  } catch (thrown) {
    session.logError(thrown);
  }
  return {
    get diagnostics() {
      // Some mistakes only show when the module is printed, if there are no others.
      if (unprinted && !session.log.failed) {
        try {
          language.print(unprinted, { ...PRINTED, comments: 'none' });
        } catch (thrown) {
          session.logError(thrown);
        }
      }
      unprinted = undefined;
      return session.log.diagnostics;
    },
    dependencies: [...session.dependencies],
    dialect: session.dialect,
    arch: session.arch,
    isStatement: name => session.operandCounts(name).length > 0,
  };
}

const PRINTED = {
  lineNumbers: false,
  sourceMap: false,
  specialise: false,
  embedSource: false,
  keepLines: false,
} as const;
