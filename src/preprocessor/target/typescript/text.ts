/**
 * A long text in the making: parts and numbers flow in, one string flows out. Bytes instead of strings that are joined: those would
 * keep the garbage collector busier than the printer.
 */
const ZERO = 0x30;

export class AsciiText {
  readonly #decoder = new TextDecoder();
  #bytes = new Uint8Array(4096);
  #length = 0;

  /** Characters added since the last time that they were taken. */
  get length(): number {
    return this.#length;
  }

  /** Adds a text of ASCII characters. */
  add(part: string): void {
    const end = this.#length + part.length;
    if (end > this.#bytes.length) this.#grow(end);
    const bytes = this.#bytes;
    for (let index = 0, at = this.#length; at < end; index++, at++) bytes[at] = part.charCodeAt(index);
    this.#length = end;
  }

  /** Adds an integer of 0 or above. */
  addNumber(value: number): void {
    let end = this.#length + 1;
    for (let rest = value; rest >= 10; rest = Math.floor(rest / 10)) end++;
    if (end > this.#bytes.length) this.#grow(end);
    for (let at = end - 1, rest = value; at >= this.#length; at--, rest = Math.floor(rest / 10)) {
      this.#bytes[at] = ZERO + (rest % 10);
    }
    this.#length = end;
  }

  #grow(least: number): void {
    const bytes = new Uint8Array(least * 2);
    bytes.set(this.#bytes);
    this.#bytes = bytes;
  }

  /** Takes back what stands behind the first `length` characters. */
  cut(length: number): void {
    this.#length = length;
  }

  /** All that was added since the last time. */
  take(): string {
    const text = this.#decoder.decode(this.#bytes.subarray(0, this.#length));
    this.#length = 0;
    return text;
  }
}
