/**
 * Typed arrays that grow: the words of decoded chunks, records and labels, and the bytes of code. The
 * functions take an array or its length and what is needed, and return a larger array.
 */
import { EncodeError, Status } from './status.ts';

/** The first array of words has so many of them. */
const FIRST_WORDS = 32;

/**
 * `words` itself if it has room for `need` words, else a larger array with its first `used` words.
 * @throws {EncodeError} NOMEM
 */
export function grownWords(words: Int32Array, used: number, need: number): Int32Array {
  if (need <= words.length) return words;
  const grown = allocate(Int32Array, words.length, need, FIRST_WORDS);
  grown.set(words.subarray(0, used));
  return grown;
}

/**
 * An array of at least `need` elements, twice as long as the old one (`length`), and not shorter than
 * `first`.
 * @throws {EncodeError} NOMEM
 */
export function allocate<T>(Type: new (length: number) => T, length: number, need: number, first: number): T {
  try {
    return new Type(Math.max(first, length * 2, need));
  } catch (cause) {
    const text = `no memory for ${need} words of code or records`;
    throw new EncodeError(Status.NOMEM, text, undefined, { cause });
  }
}
