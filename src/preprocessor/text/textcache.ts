/**
 * What texts have become, so that the same text again costs no work: programs repeat themselves. Texts in, values out; how much is
 * kept is bounded, whatever is translated.
 */

/** So many texts are kept, then all are forgotten. */
const MAX_TEXTS = 1 << 13;
/** Longer ones are rare, and not kept. */
const MAX_LENGTH = 1 << 12;

export class Memory<Value> {
  readonly #values = new Map<string, Value>();

  get(text: string): Value | undefined {
    return this.#values.get(text);
  }

  /** `length`: characters that `value` takes, if it may be longer than `text`. */
  set(text: string, value: Value, length = 0): void {
    if (text.length > MAX_LENGTH || length > MAX_LENGTH) return;
    if (this.#values.size >= MAX_TEXTS) this.#values.clear();
    this.#values.set(text, value);
  }

  clear(): void {
    this.#values.clear();
  }
}
