/** A cache of what texts have become. Its size is bounded, whatever is translated. */

/** When it holds this many texts, it is emptied. */
const MAX_TEXTS = 1 << 13;
/** Longer texts are rare, and not kept. */
const MAX_LENGTH = 1 << 12;

export class TextCache<Value> {
  readonly #values = new Map<string, Value>();

  get(text: string): Value | undefined {
    return this.#values.get(text);
  }

  /**
   * Keeps `value` for `text`. `length`: number of characters in the value, where that may be longer than the
   * text.
   */
  set(text: string, value: Value, length = 0): void {
    if (text.length > MAX_LENGTH || length > MAX_LENGTH) return;
    if (this.#values.size >= MAX_TEXTS) this.#values.clear();
    this.#values.set(text, value);
  }

  clear(): void {
    this.#values.clear();
  }
}
