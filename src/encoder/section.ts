/**
 * A section's buffers: the code bytes as put writes them (aligns and branches at their largest), records of what link
 * and encode still have to do with them, and line records. They only grow; a state that is used again finds them grown.
 */
import * as Record from './record.ts';
import { EncodeError, Status } from './status.ts';

/** Stores and copies may reach this far beyond what they mean to write. */
const MARGIN = 16;
const MAX_BYTES = 2 ** 30;
const FIRST_BYTES = 512;
const FIRST_WORDS = 32;

/** A section without buffers shares these. */
const NO_BYTES = new Uint8Array(0);
const NO_VIEW = new DataView(NO_BYTES.buffer);
const NO_WORDS = new Int32Array(0);

/** One code section of a state. */
export class Section {
  bytes = NO_BYTES;
  /** The same memory. */
  view = NO_VIEW;
  /** End of the code written: DynASM's estimate, since everything has its largest size. */
  position = 0;
  /** `position` plus what a put needs must not exceed it. */
  limit = -1;
  records = NO_WORDS;
  recordEnd = 0;
  lines = NO_WORDS;
  lineEnd = 0;

  /** Is there room behind the ends for so many bytes, words of records and words of line records? */
  has(bytes: number, records: number, lines: number): boolean {
    return (
      this.position + bytes <= this.limit &&
      this.recordEnd + records <= this.records.length &&
      this.lineEnd + lines <= this.lines.length
    );
  }

  /** Writes four bytes, little endian. What follows overwrites those that are too many. */
  word(position: number, word: number): void {
    this.view.setInt32(position, word, true);
  }

  /** Notes that the code of the action at `offset` starts at `position`: for its source line, and those at a fixed distance behind it. */
  line(position: number, offset: number): void {
    const { lines, lineEnd } = this;
    lines[lineEnd] = position;
    lines[lineEnd + 1] = offset;
    this.lineEnd = lineEnd + Record.LINE_WORDS;
  }

  /** Leaves a record: kind | action offset << 8, a label or value, and the position behind its field. */
  record(word: number, value: number, position: number): void {
    const { records, recordEnd } = this;
    records[recordEnd] = word;
    records[recordEnd + 1] = value;
    records[recordEnd + 2] = position;
    this.recordEnd = recordEnd + Record.WORDS;
  }

  /**
   * Writes a displacement of 32 bits in its shortest form; gives the position behind it. The ModRM byte at `modrm` says
   * disp32, and is corrected; behind it may be a SIB byte.
   */
  displacement(position: number, modrm: number, value: number): number {
    const { bytes } = this;
    // A SIB byte (rm = 4) has the base. Base number 5 modulo 8 has no form without displacement.
    if (value === 0 && ((bytes[modrm]! & 7) === 4 ? bytes[modrm + 1]! & 7 : bytes[modrm]! & 7) !== 5) {
      bytes[modrm]! -= 0x80;
      return position;
    }
    if (((value + 128) & -256) === 0) {
      bytes[modrm]! -= 0x40;
      bytes[position] = value;
      return position + 1;
    }
    this.view.setInt32(position, value, true);
    return position + 4;
  }

  /** Writes an immediate of 32 bits, as a sign-extended byte (opcode + 2) if it fits; gives the position behind it. */
  immediate(position: number, opcode: number, value: number): number {
    if (((value + 128) & -256) === 0) {
      this.bytes[opcode]! += 2;
      this.bytes[position] = value;
      return position + 1;
    }
    this.view.setInt32(position, value, true);
    return position + 4;
  }

  /** Empties it. */
  reset(): void {
    this.position = 0;
    this.recordEnd = 0;
    this.lineEnd = 0;
  }

  /**
   * Makes room for so many bytes behind `position`, and words of records and line records behind their ends.
   * @throws EncodeError (NOMEM)
   */
  grow(position: number, bytes: number, records: number, lines: number): void {
    if (position + bytes > this.limit) {
      if (position + bytes > MAX_BYTES) {
        throw new EncodeError(Status.NOMEM, `more than ${MAX_BYTES} bytes of code in one section`);
      }
      const grown = allocate(Uint8Array, this.bytes.length, position + bytes + MARGIN, FIRST_BYTES);
      grown.set(this.bytes.subarray(0, position));
      this.bytes = grown;
      this.view = new DataView(grown.buffer);
      this.limit = grown.length - MARGIN;
    }
    this.records = grownWords(this.records, this.recordEnd, this.recordEnd + records);
    this.lines = grownWords(this.lines, this.lineEnd, this.lineEnd + lines);
  }
}

/** `words` itself if it has room for `need`, else a larger copy of its first `used`. @throws EncodeError (NOMEM) */
export function grownWords(
  words: Int32Array<ArrayBuffer>,
  used: number,
  need: number,
): Int32Array<ArrayBuffer> {
  if (need <= words.length) return words;
  const grown = allocate(Int32Array, words.length, need, FIRST_WORDS);
  grown.set(words.subarray(0, used));
  return grown;
}

function allocate<T>(Type: new (length: number) => T, length: number, need: number, first: number): T {
  try {
    return new Type(Math.max(first, length * 2, need));
  } catch (cause) {
    throw new EncodeError(Status.NOMEM, `no memory for ${need} words of code or records`, undefined, {
      cause,
    });
  }
}
