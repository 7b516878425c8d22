/** Writes numbers and texts as bytes, the lowest byte first: for ELF, and for what debuggers read. */

export class ByteWriter {
  #bytes = new Uint8Array(256);
  #view = new DataView(this.#bytes.buffer);
  /** Bytes written so far. */
  size = 0;

  /** A copy of what has been written. */
  take(): Uint8Array {
    return this.#bytes.slice(0, this.size);
  }

  u8(value: number): this {
    const at = this.#grow(1);
    this.#view.setUint8(at, value);
    return this;
  }

  u16(value: number): this {
    const at = this.#grow(2);
    this.#view.setUint16(at, value, true);
    return this;
  }

  u32(value: number): this {
    const at = this.#grow(4);
    this.#view.setUint32(at, value, true);
    return this;
  }

  u64(value: number | bigint): this {
    const at = this.#grow(8);
    this.#view.setBigUint64(at, BigInt(value), true);
    return this;
  }

  /** An unsigned integer in LEB128 (DWARF 4, 7.6): 7 bits a byte, the lowest first. */
  uleb(value: number): this {
    let rest = value;
    for (; rest > 0x7f; rest = Math.floor(rest / 128)) this.u8((rest % 128) | 0x80);
    return this.u8(rest);
  }

  /** A signed integer of 32 bits in LEB128. */
  sleb(value: number): this {
    let rest = value;
    for (; rest < -64 || rest > 63; rest >>= 7) this.u8((rest & 0x7f) | 0x80);
    return this.u8(rest & 0x7f);
  }

  bytes(bytes: Uint8Array): this {
    const at = this.#grow(bytes.length);
    this.#bytes.set(bytes, at);
    return this;
  }

  /** In UTF-8, with a zero behind it. */
  text(text: string): this {
    return this.bytes(Buffer.from(`${text}\0`));
  }

  /** Makes room, perhaps in other memory. Returns where. */
  #grow(bytes: number): number {
    const start = this.size;
    this.size += bytes;
    if (this.size > this.#bytes.length) {
      const larger = new Uint8Array(2 * this.size);
      larger.set(this.#bytes);
      this.#bytes = larger;
      this.#view = new DataView(larger.buffer);
    }
    return start;
  }
}
