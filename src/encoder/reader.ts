/**
 * Chunks for those who write code instead of following it: one chunk of an action list comes in, its decoded steps go out
 * one after the other. Decoding itself is in chunk.ts.
 */
import type { ChunkCache } from './chunk.ts';
import * as Step from './step.ts';

/** Walks through the steps of one chunk, and tells of the step at hand. No object for each: sources have many. */
export class StepReader {
  readonly #cache: ChunkCache;
  readonly #head: number;
  #at: number;

  /** Starts at the first step of the chunk at `start`. @throws EncodeError (BAD_LIST) */
  constructor(cache: ChunkCache, start: number) {
    this.#cache = cache;
    this.#head = cache.decode(start);
    this.#at = this.#head + Step.HEAD_WORDS;
  }

  #word(at: number): number {
    return this.#cache.steps[at] ?? 0;
  }

  /** What the chunk takes at most: bytes, … */
  get bytes(): number {
    return this.#word(this.#head);
  }

  /** … words of records, … */
  get records(): number {
    return this.#word(this.#head + 1);
  }

  /** … words of line records. */
  get lines(): number {
    return this.#word(this.#head + 2);
  }

  /** Goes on to the next step; false if there is none. */
  next(): boolean {
    if ((this.#word(this.#at) & Step.LAST) !== 0) return false;
    this.#at += Step.WORDS;
    return true;
  }

  /** Offset of the source line that starts in front of the step; undefined if none does. */
  get line(): number | undefined {
    if ((this.#word(this.#at) & Step.LINE) === 0) return undefined;
    return this.#word(this.#at + 3);
  }

  /** A kind of step; see `Step`. */
  get kind(): number {
    return this.#word(this.#at) & 0xff;
  }

  /** Number of literal bytes in front of the action. */
  get literals(): number {
    return (this.#word(this.#at) >> 8) & 7;
  }

  /** The literal byte with that index. */
  literal(index: number): number {
    return (this.#word(this.#at + 1) >> (index * 8)) & 0xff;
  }

  /** See `Step`. */
  get inline(): number {
    return (this.#word(this.#at) >> 16) & 0xff;
  }

  /** Bytes of a reference's field. */
  get field(): number {
    return this.#word(this.#at) >>> 24;
  }

  /** Kind of the record that the step leaves. */
  get record(): number {
    return this.#word(this.#at + 2) & 0xff;
  }

  /** Offset of the action. */
  get offset(): number {
    return this.#word(this.#at + 2) >>> 8;
  }
}
