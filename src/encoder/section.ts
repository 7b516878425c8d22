/**
 * A code section's buffers: the bytes of code as put writes them (branches and alignments at their full
 * size), the records of what link and encode still have to do with them, and the records of source lines.
 * Buffers only grow; a state that is used again finds them as large as they were.
 */
import * as Field from './format/field.ts';
import { allocate, grownWords } from './format/typedarray.ts';
import { MAX_SECTION_BYTES } from './format/range.ts';
import * as Record from './format/record.ts';
import { EncodeError, Status } from './format/status.ts';
import type { CodeSection } from './generated.ts';
import { writeDisplacement, writeImmediate } from './x86/shrinking.ts';

/** Stores and copies may write so many bytes behind those that they mean. */
const MARGIN = 16;
const FIRST_BYTES = 512;

/** Sections that have no buffers yet share these. */
const NO_BYTES = new Uint8Array(0);
const NO_VIEW = new DataView(NO_BYTES.buffer);
const NO_WORDS = new Int32Array(0);

/** The FIELD that has its record at `r` counts from `position`, where its instruction ends. */
export function endField(records: Int32Array, r: number, position: number): void {
  records[r + Record.VALUE]! += (position - records[r + Record.END]!) << Field.TRAILING_SHIFT;
}

/** One code section of a state. */
export class Section implements CodeSection {
  bytes: Uint8Array = NO_BYTES;
  /** The same memory. */
  view: DataView = NO_VIEW;
  /** The end of the code. It is DynASM's estimate: everything has its full size. */
  position = 0;
  /** `position` and what a put needs must not exceed it. */
  limit = -1;
  records: Int32Array = NO_WORDS;
  recordEnd = 0;
  lines: Int32Array = NO_WORDS;
  lineEnd = 0;

  /** Is there room for so many bytes, words of records and words of line records? */
  has(bytes: number, records: number, lines: number): boolean {
    return (
      this.position + bytes <= this.limit &&
      this.recordEnd + records <= this.records.length &&
      this.lineEnd + lines <= this.lines.length
    );
  }

  /** Writes four bytes, little endian. Those that are too many are overwritten by what follows. */
  word(position: number, word: number): void {
    this.view.setInt32(position, word, true);
  }

  /** Notes that the code of the action at `offset` starts at `position`, for `codeLines`. */
  line(position: number, offset: number): void {
    const { lines, lineEnd } = this;
    lines[lineEnd + Record.LINE_POSITION] = position;
    lines[lineEnd + Record.LINE_OFFSET] = offset;
    this.lineEnd = lineEnd + Record.LINE_WORDS;
  }

  /** Leaves a record: its first word, a label instance or value, and the position behind its field. */
  record(word: number, value: number, position: number): void {
    const { records, recordEnd } = this;
    records[recordEnd] = word;
    records[recordEnd + Record.VALUE] = value;
    records[recordEnd + Record.END] = position;
    this.recordEnd = recordEnd + Record.WORDS;
  }

  /** The instruction ends at `position`; its last record is that of a FIELD, which is to count from there. */
  endInstruction(position: number): void {
    const { records, recordEnd } = this;
    endField(records, recordEnd - Record.WORDS, position);
  }

  /** See `writeDisplacement`. */
  displacement(position: number, modrm: number, value: number, scale = 0): number {
    return writeDisplacement(this.bytes, this.view, position, modrm, value, scale);
  }

  /** See `writeImmediate`. */
  immediate(position: number, opcode: number, value: number): number {
    return writeImmediate(this.bytes, this.view, position, opcode, value);
  }

  /** Empties it; buffers stay. */
  reset(): void {
    this.position = 0;
    this.recordEnd = 0;
    this.lineEnd = 0;
  }

  /**
   * Makes room for so many bytes behind `position`, and for so many words behind the ends of records and line
   * records.
   * @throws {EncodeError} NOMEM
   */
  grow(position: number, bytes: number, records: number, lines: number): void {
    const need = position + bytes;
    if (need > this.limit) {
      if (need > MAX_SECTION_BYTES) {
        const text = `more than ${MAX_SECTION_BYTES} bytes of code in one section`;
        throw new EncodeError(Status.NOMEM, text);
      }
      const grown = allocate(Uint8Array, this.bytes.length, need + MARGIN, FIRST_BYTES);
      grown.set(this.bytes.subarray(0, position));
      this.bytes = grown;
      this.view = new DataView(grown.buffer);
      this.limit = grown.length - MARGIN;
    }
    this.records = grownWords(this.records, this.recordEnd, this.recordEnd + records);
    this.lines = grownWords(this.lines, this.lineEnd, this.lineEnd + lines);
  }
}
