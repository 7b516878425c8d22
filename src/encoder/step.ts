/**
 * Chunks for those who write code instead of following it: one chunk of an action list comes in, its decoded steps go out
 * as objects. Decoding itself is in chunk.ts.
 */
import { type ChunkCache, HEAD_WORDS, Step, STEP_WORDS } from './chunk.ts';

export interface ChunkStep {
  /** One of `Step`; literal bytes that are too many for the next step are a LONG one. */
  readonly kind: number;
  /** Literal bytes in front of the action. */
  readonly literals: readonly number[];
  /** See `Step`. */
  readonly inline: number;
  /** Bytes of a reference's field. */
  readonly field: number;
  /** Kind of the record that it leaves. */
  readonly record: number;
  /** Offset of the action. */
  readonly offset: number;
}

export interface DecodedChunk {
  /** What the chunk takes at most: bytes, words of records, words of line records. */
  readonly bytes: number;
  readonly records: number;
  readonly lines: number;
  readonly steps: readonly ChunkStep[];
}

/** The chunk at `start`. @throws EncodeError (BAD_LIST) */
export function decodeChunk(cache: ChunkCache, start: number): DecodedChunk {
  const head = cache.decode(start);
  const word = (at: number): number => cache.steps[at] ?? 0;
  const steps: ChunkStep[] = [];
  for (let at = head + HEAD_WORDS; ; at += STEP_WORDS) {
    const [first, second, third] = [word(at), word(at + 1), word(at + 2)];
    const kind = first & 0xff;
    const count = (first >> 8) & 15;
    const literals: number[] = [];
    for (let index = 0; index < count; index++) {
      literals.push(((index < 4 ? second : third) >> (index * 8)) & 0xff);
    }
    const isLong = kind === Step.LONG;
    steps.push({
      kind,
      literals,
      inline: (first >> 16) & 0xff,
      field: first >>> 24,
      record: isLong ? 0 : third & 0xff,
      offset: isLong ? 0 : third >>> 8,
    });
    if (kind === Step.STOP || kind === Step.SECTION) break;
  }
  return { bytes: word(head), records: word(head + 1), lines: word(head + 2), steps };
}
