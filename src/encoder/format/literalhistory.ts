/**
 * The literal bytes that the decoder of a chunk has met last: an x86 action can depend on the opcode and the
 * prefix before it.
 */
import * as Vreg from './vreg.ts';

export class LiteralHistory {
  /** The last literal byte. */
  last = 0;
  /** The last eight literal bytes, the newest lowest. */
  #recent = 0;
  #older = 0;
  /** How many of the bytes written last are literals. */
  #count = 0;

  add(byte: number): void {
    this.#older = (this.#older << 8) | (this.#recent >>> 24);
    this.#recent = (this.#recent << 8) | byte;
    this.#count++;
    this.last = byte;
  }

  /** Something else than a literal byte was written. */
  forget(): void {
    this.#count = 0;
  }

  /**
   * Must the number of the variable register with this inline byte be below 8, on x64? So it is where there
   * is no REX or VEX prefix for the fourth bit, as beside ah, ch, dh and bh. It is also so for x87 registers:
   * DynASM writes D8…DF, a REX prefix to be dropped, and C0+i; a larger number would set a bit of a REX
   * prefix behind the opcode.
   */
  needsLowRegister(inline: number): boolean {
    const distance = Vreg.distanceOf(inline);
    if (!Vreg.hasExtension(inline) || distance > this.#count) return false;
    const prefix = this.#back(distance);
    // VEX, or XOP. (`pop` is 8F, too, but has a REX prefix in front of it where a register is variable.)
    if ((prefix & 0xfe) === 0xc4 || prefix === 0x8f) return false;
    if ((prefix & 0xf0) !== 0x40) return true;
    return (
      (inline & Vreg.FIELD_MASK) === Vreg.RM &&
      distance === 2 &&
      prefix === 0x40 &&
      this.#count > 2 &&
      (this.#back(1) & 0xc0) === 0xc0 &&
      (this.#back(3) & 0xf8) === 0xd8
    );
  }

  /**
   * Does EVEX begin so far back, or VEX of three bytes, as gathers have it? (VEX has no fifth bit of the
   * index: X stands where EVEX has it.)
   */
  startsPrefix(distance: number): boolean {
    const byte = this.#back(distance);
    return distance <= this.#count && (byte === 0x62 || byte === 0xc4);
  }

  /** The literal byte so far back, 1…8. (A shift by 32 is a shift by 0.) */
  #back(distance: number): number {
    return ((distance > 4 ? this.#older : this.#recent) >> ((distance - 1) * 8)) & 0xff;
  }
}
