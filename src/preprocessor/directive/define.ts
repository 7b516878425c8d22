/**
 * Defines: names that stand for text. There are the user's (`.define`, `-D`), the preprocessor's own (`#NAME`
 * for the size of a type) and, in languages where registers are defines, the names of registers. `substitute`
 * replaces them in a statement.
 */
import { FatalError, LimitError } from '../diagnostic/error.ts';
import type { Span } from '../text/slice.ts';
import type { Dialect } from '../language/outputlanguage.ts';

/** After so many rounds of substitution a define is taken for recursive; the number is DynASM's. */
const MAX_ROUNDS = 100;
/**
 * A statement may grow by this many characters. Defines that double it in each round would fill the memory.
 */
const MAX_GROWTH = 1 << 20;
/**
 * All statements of a translation may grow by this many characters; a statement that is read again because
 * defines bring defines counts each time. More is a mistake, and could take hours.
 */
const MAX_TOTAL_GROWTH = 1 << 26;

const DEFINE_NAME = /^[A-Za-z_][A-Za-z0-9_]*$/;

export function isName(text: string): boolean {
  return DEFINE_NAME.test(text);
}

/** A text of one word: it does not change how the text around it is read. */
const ONE_WORD = /^@?[A-Za-z0-9_]+$/;
/** A define that stands for the name of another one is followed this far in one round. */
const MAX_STEPS = 8;

interface Define {
  /** The text that it was defined as. */
  readonly text: string;
  /** The text that replaces it. */
  value: string;
  /** `value` contains no define. */
  isFinal: boolean;
  /** The version of the defines that `value` and `isFinal` are right for. */
  version: number;
}

/**
 * What a define replaces in one round: in the text before the round a word, `from` to `to`, by what stands
 * from `start` to `end` in the text behind it.
 */
interface Replacement extends Span {
  readonly from: number;
  readonly to: number;
  /** The define is one of the preprocessor's own. */
  readonly isOwn: boolean;
}

/** Those of one round, from left to right. */
type Replacements = readonly Replacement[];

export class Defines {
  readonly #dialect: Dialect;
  /** Everything that is defined now. */
  readonly #defines = new Map<string, Define>();
  /** Number of changes so far. */
  #version = 0;
  /** The preprocessor's own defines. One of the user's with the same name hides it. */
  readonly #builtIn = new Map<string, string>();
  /** Names of the user's defines. */
  readonly #user = new Set<string>();
  /** The last define in this round whose value may contain others; undefined if there was none. */
  #found: string | undefined;
  /** The text in which `substitute` replaces defines. */
  #statement = '';
  /** What was located last. */
  #located: { text: string; version: number; rounds: readonly Replacements[] } | undefined;
  /** Number of characters that may still be inserted in this round. */
  #room = 0;
  /** The same for the rest of the translation. */
  #totalRoom = MAX_TOTAL_GROWTH;
  readonly #replace = (word: string): string | undefined => {
    const define = this.#defines.get(word);
    if (define === undefined) return undefined;
    if (define.version !== this.#version) this.#follow(define);
    if (!define.isFinal) this.#found = word;
    this.#room -= define.value.length;
    if (this.#room < 0) this.#failRecursive(word);
    return define.value;
  };

  constructor(dialect: Dialect) {
    this.#dialect = dialect;
  }

  /** A number that changes with each change of the defines. */
  get version(): number {
    return this.#version;
  }

  /** Whether a name is a define. */
  has(name: string): boolean {
    return this.#defines.has(name);
  }

  /** The user's defines with their texts. */
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

  /** Adds one of the preprocessor's own defines: a register, the size of a type. */
  setBuiltIn(name: string, text: string): void {
    this.#builtIn.set(name, text);
    if (!this.#user.has(name)) this.#put(name, text);
  }

  #put(name: string, text: string): void {
    this.#version++;
    this.#defines.set(name, { text, value: text, isFinal: false, version: 0 });
  }

  #remove(name: string): void {
    this.#version++;
    this.#defines.delete(name);
  }

  /** Follows names that stand for names (`.define BASE, rdx`), so that few statements need a second round. */
  #follow(define: Define): void {
    let value = define.text;
    for (let step = 0; step < MAX_STEPS; step++) {
      const next = this.#defines.get(value);
      if (next === undefined) break;
      value = next.text;
    }
    define.isFinal = ONE_WORD.test(value) && !this.#defines.has(value);
    define.value = define.isFinal ? value : define.text;
    define.version = this.#version;
  }

  /**
   * `text` with all defines replaced, also those that the replaced text brings.
   * @throws {FatalError} the defines are recursive
   * @throws {LimitError} the statements so far have grown by too many characters
   */
  substitute(text: string): string {
    this.#statement = text;
    const limit = text.length + MAX_GROWTH;
    let result = text;
    for (let round = 0; round < MAX_ROUNDS; round++) {
      this.#found = undefined;
      this.#room = limit;
      result = this.#dialect.substitute(result, this.#replace);
      this.#totalRoom -= limit - this.#room;
      if (this.#totalRoom < 0) {
        throw new LimitError('defines make the source too long', { code: 'limit' });
      }
      if (this.#found === undefined) return result;
      // What has been inserted is read again.
      this.#totalRoom -= result.length;
    }
    return this.#failRecursive(this.#found ?? '');
  }

  #failRecursive(name: string): never {
    let at: Span | undefined;
    this.#dialect.substitute(this.#statement, (word, start) => {
      if (word === name) at ??= { start, end: start + word.length };
      return undefined;
    });
    throw new FatalError(`recursive define involving \`${name}'`, { code: 'recursive-define', at });
  }

  /**
   * Where a stretch of what `substitute` makes of `text` stands in `text`. The preprocessor's own defines,
   * such as registers, stand for themselves; undefined if one of the user's brought a part of the stretch.
   */
  locate(text: string, span: Span): Span | undefined {
    let located: Span | undefined = span;
    for (const round of this.#roundsOf(text)) located &&= locateBefore(round, located);
    return located;
  }

  /** What each round of `substitute` replaces in `text`, the last round first. */
  #roundsOf(text: string): readonly Replacements[] {
    if (this.#located?.text === text && this.#located.version === this.#version) return this.#located.rounds;
    const rounds: Replacements[] = [];
    this.#room = Infinity;
    let result = text;
    for (let round: Replacement[] = []; rounds.length < MAX_ROUNDS; round = []) {
      result = this.#dialect.substitute(result, (word, from) => {
        const value = this.#replace(word);
        if (value === undefined) return undefined;
        const { end = 0, to = 0 } = round.at(-1) ?? {};
        const start = end + from - to;
        const isOwn = this.#builtIn.has(word) && !this.#user.has(word);
        round.push({ start, end: start + value.length, from, to: from + word.length, isOwn });
        return value;
      });
      if (round.length === 0) break;
      rounds.unshift(round);
    }
    this.#located = { text, version: this.#version, rounds };
    return rounds;
  }
}

/**
 * Where a span of the text behind a round of replacements stood before it; undefined if one of the user's
 * defines brought a part of it.
 */
function locateBefore(round: Replacements, { start, end }: Span): Span | undefined {
  let [from, to] = [start, end];
  for (const each of round) {
    if (each.end <= start) {
      from = start + each.to - each.end;
      to = end + each.to - each.end;
    } else if (each.start >= end) break;
    else if (each.end > each.start) {
      if (!each.isOwn) return undefined;
      if (each.start <= start) from = each.from;
      to = each.end >= end ? each.to : end + each.to - each.end;
    } else to = end + each.to - each.end;
  }
  return { start: from, end: to };
}
