/**
 * Reads the decoded steps of one chunk, for those who write code that does what put does with them. It takes
 * the decoded chunks of an action list and the start of one, and returns what each step says.
 */
import type { Chunks } from './chunks.ts';
import * as Record from './record.ts';
import * as Step from './step.ts';

/** A reader that stands at one step of a chunk. (Sources have many steps, so there is no object for each.) */
export class StepReader {
  readonly #chunks: Chunks;
  readonly #head: number;
  /** Where the step is. */
  #step: number;
  /** Its first word, which most of it is read from. */
  #first: number;

  /**
   * Starts at the first step of the chunk at the offset `start`.
   * @throws {EncodeError} BAD_LIST if there is no well-formed chunk
   */
  constructor(chunks: Chunks, start: number) {
    this.#chunks = chunks;
    this.#head = chunks.decode(start);
    this.#step = this.#head + Step.HEAD_WORDS;
    this.#first = this.#word(0);
  }

  /** The number of bytes that the chunk takes at most. */
  get maxBytes(): number {
    return this.#headWord(Step.MAX_BYTES);
  }

  /** The words of records that the chunk leaves. */
  get recordWords(): number {
    return this.#headWord(Step.RECORD_WORDS);
  }

  /** The words of line records that the chunk leaves. */
  get lineWords(): number {
    return this.#headWord(Step.LINE_WORDS);
  }

  /** Goes on to the next step, and returns whether there is one. */
  next(): boolean {
    if ((this.#first & Step.LAST) !== 0) return false;
    this.#step += Step.WORDS;
    this.#first = this.#word(0);
    return true;
  }

  /** The offset of the source line that starts before the step; undefined if none does. */
  get line(): number | undefined {
    return (this.#first & Step.LINE) === 0 ? undefined : this.#word(Step.LINE_OFFSET);
  }

  /** The kind of step, one of `Step`. */
  get kind(): number {
    return this.#first & Step.KIND_MASK;
  }

  /** The number of literal bytes before the action. */
  get literals(): number {
    return (this.#first >> Step.LITERALS_SHIFT) & Step.LITERALS_MASK;
  }

  /** The literal bytes as a word, the first one lowest. */
  get literalWord(): number {
    return this.#word(Step.LITERAL);
  }

  /** What belongs to the kind of step, see `Step`. */
  get inline(): number {
    return (this.#first >> Step.INLINE_SHIFT) & Step.INLINE_MASK;
  }

  /** The number of bytes of a reference's field; for REGISTER the distance of the prefix. */
  get fieldBytes(): number {
    return this.#first >>> Step.FIELD_SHIFT;
  }

  /** The first word of the record that the step leaves. */
  get record(): number {
    return this.#word(Step.RECORD);
  }

  /** The offset of the action. */
  get offset(): number {
    return this.record >>> Record.OFFSET_SHIFT;
  }

  #headWord(index: number): number {
    return this.#chunks.steps[this.#head + index] ?? 0;
  }

  /** The word of the step with this index. */
  #word(index: number): number {
    return this.#chunks.steps[this.#step + index] ?? 0;
  }
}
