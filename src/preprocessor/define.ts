/**
 * Defines: names that stand for text. In flow those of the user (`.define`, `-D`), those that the preprocessor makes
 * (`#NAME` of a type) and, where the target wants it, the names of registers; out flows substituted text.
 */
import { FatalError } from './diagnostic.ts';
import type { Dialect } from './target/target.ts';

/** Rounds of substitution after which a define is taken to be recursive (DynASM's number). */
const MAX_ROUNDS = 100;
/** A statement may grow by this many characters: defines that double would fill the memory within the rounds. */
const MAX_GROWTH = 1 << 20;

const DEFINE_NAME = /^[A-Za-z_][A-Za-z0-9_]*$/;

export function isName(text: string): boolean {
  return DEFINE_NAME.test(text);
}

export class Defines {
  readonly #dialect: Dialect;
  /** All that is defined now. */
  readonly #texts = new Map<string, string>();
  /** What stands behind the user's defines, and shows when those go. */
  readonly #builtIn = new Map<string, string>();
  readonly #user = new Set<string>();
  /** The last define replaced in the round at hand. */
  #found: string | undefined;
  /** Characters that the statement at hand may still become in this round. */
  #room = 0;
  readonly #replace = (word: string): string | undefined => {
    const value = this.#texts.get(word);
    if (value === undefined) return undefined;
    this.#found = word;
    this.#room -= value.length;
    if (this.#room < 0) throw recursive(word);
    return value;
  };

  constructor(dialect: Dialect) {
    this.#dialect = dialect;
  }

  /** The user's defines, each with its text. */
  get user(): readonly (readonly [name: string, text: string])[] {
    return [...this.#user].map(name => [name, this.#texts.get(name) ?? '']);
  }

  set(name: string, text: string): void {
    this.#user.add(name);
    this.#texts.set(name, text);
  }

  delete(name: string): void {
    this.#user.delete(name);
    const text = this.#builtIn.get(name);
    if (text === undefined) this.#texts.delete(name);
    else this.#texts.set(name, text);
  }

  /** A define behind the user's: a register, `#NAME` of a type. */
  setBuiltIn(name: string, text: string): void {
    this.#builtIn.set(name, text);
    if (!this.#user.has(name)) this.#texts.set(name, text);
  }

  /** `text` with all defines replaced, also those in what they stand for. Throws `FatalError` for recursive ones. */
  substitute(text: string): string {
    const limit = text.length + MAX_GROWTH;
    let result = text;
    for (let round = 0; round < MAX_ROUNDS; round++) {
      this.#found = undefined;
      this.#room = limit;
      result = this.#dialect.substitute(result, this.#replace);
      if (this.#found === undefined) return result;
    }
    throw recursive(this.#found ?? '');
  }
}

function recursive(name: string): FatalError {
  return new FatalError(`recursive define involving \`${name}'`, { code: 'recursive-define', at: name });
}
