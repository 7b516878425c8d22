/**
 * A long text in the making: parts and numbers flow in, one string flows out. Bytes instead of strings that are joined: those would
 * keep the garbage collector busier than the printer.
 */
const ZERO = 0x30;

/** Digits of an integer, 0…2³¹−1. */
export function digits(value: number): number {
  let count = 1;
  for (let rest = value; rest >= 10; rest = (rest / 10) | 0) count++;
  return count;
}

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

  /** Adds an integer, 0…2³¹−1. */
  addNumber(value: number): void {
    const end = this.#length + digits(value);
    if (end > this.#bytes.length) this.#grow(end);
    const bytes = this.#bytes;
    for (let at = end - 1, rest = value; at >= this.#length; at--, rest = (rest / 10) | 0) {
      bytes[at] = ZERO + (rest % 10);
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
