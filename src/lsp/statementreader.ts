/**
 * Cuts statements into names and words. Takes texts of statements; keeps what it found, as from one version
 * of a document to the next nearly all statements stay the same.
 */
import { splitStatement } from '#translator';
import type { Dialect } from '../preprocessor/language/outputlanguage.ts';
import type { Span } from '../preprocessor/text/slice.ts';

export interface ReadStatement {
  /** Empty if the statement is malformed. */
  readonly name: string;
  readonly nameSpan: Span | undefined;
  readonly operandCount: number;
  /** Every word outside literals without `#`, and where it starts. */
  readonly words: readonly { readonly word: string; readonly start: number }[];
}

/** So many texts are kept. */
const MAX_KNOWN = 50_000;

export class StatementReader {
  readonly #known = new WeakMap<Dialect, Map<string, ReadStatement>>();

  read(text: string, dialect: Dialect): ReadStatement {
    let known = this.#known.get(dialect);
    if (known === undefined || known.size > MAX_KNOWN) {
      known = new Map();
      this.#known.set(dialect, known);
    }
    let read = known.get(text);
    if (read === undefined) {
      read = readStatement(text, dialect);
      known.set(text, read);
    }
    return read;
  }
}

function readStatement(text: string, dialect: Dialect): ReadStatement {
  const words: { word: string; start: number }[] = [];
  dialect.substitute(text, (word, start) => {
    const sharp = word.startsWith('#') ? 1 : 0;
    words.push({ word: word.slice(sharp), start: start + sharp });
    return undefined;
  });
  try {
    const { name, nameSpan, operands } = splitStatement(text, dialect);
    return { name, nameSpan, operandCount: operands.length, words };
  } catch {
    return { name: '', nameSpan: undefined, operandCount: 0, words };
  }
}
