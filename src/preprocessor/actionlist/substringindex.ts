/**
 * Finds where bytes stand in an action list for the first time. It is the suffix automaton of the list: to
 * index the list takes time in proportion to the list, and to find bytes in proportion to them.
 *
 * A state stands for the sequences of bytes that end at the same places. State 0 is the empty sequence.
 */
export class SubstringIndex {
  readonly #bytes: readonly number[];
  /** How many bytes are indexed. */
  #length = 0;
  /** The state of all bytes so far. */
  #last = 0;

  // By state.

  /** The state of the longest suffix that ends at more places; −1 for state 0. */
  readonly #suffix: number[] = [-1];
  /** Number of bytes of the longest sequence. */
  readonly #longest: number[] = [0];
  /** Index behind the first place at which the sequences end. */
  readonly #end: number[] = [0];
  /** The first transition to another state; −1 if there is none. */
  readonly #transition: number[] = [-1];

  // By transition.

  readonly #byte: number[] = [];
  readonly #target: number[] = [];
  /** The next transition of the same state; −1 if there is none. */
  readonly #next: number[] = [];

  /** `bytes` is the action list; it may grow. */
  constructor(bytes: readonly number[]) {
    this.#bytes = bytes;
  }

  /**
   * Offset at which the bytes from `start` to the end of the list stand first in front of `start`; −1 if they
   * do not.
   */
  find(start: number): number {
    const bytes = this.#bytes;
    while (this.#length < start) this.#add(bytes[this.#length++] ?? 0);
    let state = 0;
    for (let index = start; index < bytes.length && state >= 0; index++) {
      state = this.#target[this.#find(state, bytes[index] ?? 0)] ?? -1;
    }
    return state < 0 ? -1 : (this.#end[state] ?? 0) - (bytes.length - start);
  }

  /** Indexes the byte that ends at `#length`. */
  #add(byte: number): void {
    const added = this.#addState(this.#length, this.#length, -1);
    let state = this.#last;
    this.#last = added;
    for (; state >= 0 && this.#find(state, byte) < 0; state = this.#suffix[state] ?? -1) {
      this.#addTransition(state, byte, added);
    }
    if (state >= 0) this.#suffix[added] = this.#split(state, byte);
    else this.#suffix[added] = 0;
  }

  /** The state of the longest sequence of `state` with `byte` behind it, which gets a state of its own. */
  #split(state: number, byte: number): number {
    const target = this.#target[this.#find(state, byte)] ?? 0;
    const longest = (this.#longest[state] ?? 0) + 1;
    if (this.#longest[target] === longest) return target;
    const split = this.#addState(longest, this.#end[target] ?? 0, this.#suffix[target] ?? 0);
    for (let each = this.#transition[target] ?? -1; each >= 0; each = this.#next[each] ?? -1) {
      this.#addTransition(split, this.#byte[each] ?? 0, this.#target[each] ?? 0);
    }
    this.#suffix[target] = split;
    for (let each = state; each >= 0; each = this.#suffix[each] ?? -1) {
      const transition = this.#find(each, byte);
      if (this.#target[transition] !== target) break;
      this.#target[transition] = split;
    }
    return split;
  }

  #addState(longest: number, end: number, suffix: number): number {
    this.#longest.push(longest);
    this.#end.push(end);
    this.#suffix.push(suffix);
    return this.#transition.push(-1) - 1;
  }

  #addTransition(state: number, byte: number, target: number): void {
    this.#byte.push(byte);
    this.#target.push(target);
    this.#transition[state] = this.#next.push(this.#transition[state] ?? -1) - 1;
  }

  /** The transition of a state for a byte; −1 if there is none. */
  #find(state: number, byte: number): number {
    let transition = this.#transition[state] ?? -1;
    while (transition >= 0 && this.#byte[transition] !== byte) transition = this.#next[transition] ?? -1;
    return transition;
  }
}
