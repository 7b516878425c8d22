/**
 * Defines: names that stand for text. In flow those of the user (`.define`, `-D`), those that the preprocessor makes
 * (`#NAME` of a type) and, where the target wants it, the names of registers; out flows substituted text.
 */
import { FatalError } from '../diagnostic/error.ts';
import type { Span } from '../text/slice.ts';
import type { Dialect } from '../language/outputlanguage.ts';

/** Rounds of substitution after which a define is taken to be recursive (DynASM's number). */
const MAX_ROUNDS = 100;
/** A statement may grow by this many characters: defines that double would fill the memory within the rounds. */
const MAX_GROWTH = 1 << 20;

const DEFINE_NAME = /^[A-Za-z_][A-Za-z0-9_]*$/;

export function isName(text: string): boolean {
  return DEFINE_NAME.test(text);
}

/** A text of one word, with nothing in it that could change how what stands around it is read. */
const ONE_WORD = /^@?[A-Za-z0-9_]+$/;
/** Names that stand for names are followed so far at once. */
const MAX_STEPS = 8;

interface Define {
  /** As it was defined. */
  readonly text: string;
  /** What it is replaced by, … */
  value: string;
  /** … whether that holds no define, … */
  settled: boolean;
  /** … and for which state of the defines both are right. */
  version: number;
}

export class Defines {
  readonly #dialect: Dialect;
  /** All that is defined now. */
  readonly #defines = new Map<string, Define>();
  /** Counts changes. */
  #version = 0;
  /** What stands behind the user's defines, and shows when those go. */
  readonly #builtIn = new Map<string, string>();
  readonly #user = new Set<string>();
  /** The last define replaced in the round at hand by what may hold others. */
  #found: string | undefined;
  /** Characters that the statement at hand may still become in this round. */
  #room = 0;
  readonly #replace = (word: string): string | undefined => {
    const define = this.#defines.get(word);
    if (define === undefined) return undefined;
    if (define.version !== this.#version) this.#follow(define);
    if (!define.settled) this.#found = word;
    this.#room -= define.value.length;
    if (this.#room < 0) throw recursive(word);
    return define.value;
  };

  constructor(dialect: Dialect) {
    this.#dialect = dialect;
  }

  /** Another number after each change. */
  get version(): number {
    return this.#version;
  }

  /** The user's defines, each with its text. */
  get user(): readonly (readonly [name: string, text: string])[] {
    return [...this.#user].map(name => [name, this.#defines.get(name)?.text ?? '']);
  }

  set(name: string, text: string): void {
    this.#user.add(name);
    this.#put(name, text);
  }

  delete(name: string): void {
    this.#user.delete(name);
    const text = this.#builtIn.get(name);
    if (text === undefined) this.#remove(name);
    else this.#put(name, text);
  }

  /** A define behind the user's: a register, `#NAME` of a type. */
  setBuiltIn(name: string, text: string): void {
    this.#builtIn.set(name, text);
    if (!this.#user.has(name)) this.#put(name, text);
  }

  #put(name: string, text: string): void {
    this.#version++;
    this.#defines.set(name, { text, value: text, settled: false, version: 0 });
  }

  #remove(name: string): void {
    this.#version++;
    this.#defines.delete(name);
  }

  /** Follows names (`.define BASE, rdx`), so that few statements need a second round. */
  #follow(define: Define): void {
    let value = define.text;
    for (let step = 0; step < MAX_STEPS; step++) {
      const next = this.#defines.get(value);
      if (next === undefined) break;
      value = next.text;
    }
    define.settled = ONE_WORD.test(value) && !this.#defines.has(value);
    define.value = define.settled ? value : define.text;
    define.version = this.#version;
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

  /**
   * Where a stretch of what `substitute` makes of `text` stands in `text`. The preprocessor's own defines, such as registers, stand for
   * themselves; undefined if one of the user's brought a part of the stretch.
   */
  locate(text: string, { start, end }: Span): Span | undefined {
    /** For each character of the result where it comes from. */
    let origins: readonly (Span | undefined)[] = Array.from({ length: text.length }, (_, index) => ({
      start: index,
      end: index + 1,
    }));
    let result = text;
    for (let round = 0; round < MAX_ROUNDS; round++) {
      const next: (Span | undefined)[] = [];
      let copied = 0;
      const copy = (to: number): void => {
        while (copied < to) next.push(origins[copied++]);
      };
      const before = result;
      this.#room = Infinity;
      result = this.#dialect.substitute(before, (word, at) => {
        const value = this.#replace(word);
        if (value === undefined) return undefined;
        copy(at);
        const isOwn = this.#builtIn.has(word) && !this.#user.has(word);
        const origin = isOwn ? join(origins.slice(at, at + word.length)) : undefined;
        for (let index = 0; index < value.length; index++) next.push(origin);
        copied = at + word.length;
        return value;
      });
      if (result === before) break;
      copy(before.length);
      origins = next;
    }
    if (start < end) return join(origins.slice(start, end));
    const at = origins[start]?.start ?? origins[start - 1]?.end;
    return at === undefined ? undefined : { start: at, end: at };
  }
}

/** From the first to the last stretch; undefined if one of them is. */
function join(stretches: readonly (Span | undefined)[]): Span | undefined {
  const [first] = stretches;
  const last = stretches.at(-1);
  if (!first || !last || stretches.includes(undefined)) return undefined;
  return { start: first.start, end: last.end };
}

function recursive(name: string): FatalError {
  return new FatalError(`recursive define involving \`${name}'`, { code: 'recursive-define' });
}
