/**
 * Finds the first earlier occurrence of a chunk in the action list. DynASM uses it instead of adding the
 * chunk again, also where it lies across the borders of chunks.
 *
 * Each chunk ends in STOP, or in SECTION and a number, so an occurrence can only end where such bytes stand.
 * The index is a radix tree of these places, by the bytes in front of them, read backwards. Adding and
 * finding take time in proportion to the chunk, not to the list.
 */
import * as Action from '../../encoder/format/actioncode.ts';
import { SubstringIndex } from './substringindex.ts';

/** Depth of the tree, in bytes. The rest of longer chunks is compared byte by byte. */
const MAX_DEPTH = 128;
/**
 * When so many bytes have been compared, long chunks are looked up in an index of all bytes, which takes more
 * time to make than most lists need for comparing.
 */
const MAX_COMPARED = 1 << 20;

interface Node {
  /** Index behind the first place whose bytes in front of it lead to this node. */
  readonly first: number;
  /** Number of bytes that lead to this node. They are the ones in front of `first`. */
  readonly depth: number;
  readonly children: Map<number, Node>;
}

export class ChunkIndex {
  readonly #bytes: readonly number[];
  readonly #root: Node = { first: 0, depth: 0, children: new Map() };
  /** How many bytes of long chunks have been compared. */
  #compared = 0;
  readonly #substrings: SubstringIndex;

  /** `bytes` is the action list; it may grow. */
  constructor(bytes: readonly number[]) {
    this.#bytes = bytes;
    this.#substrings = new SubstringIndex(bytes);
  }

  /** Adds the chunk from `start` to the end of the list. */
  add(start: number): void {
    const bytes = this.#bytes;
    for (let end = start + 1; end <= bytes.length; end++) {
      if (bytes[end - 1] === Action.STOP || bytes[end - 2] === Action.SECTION) this.#insert(end);
    }
  }

  /** Offset at which the bytes from `start` to the end of the list stand earlier; −1 if they do not. */
  find(start: number): number {
    const bytes = this.#bytes;
    const end = bytes.length;
    const wanted = Math.min(end - start, MAX_DEPTH);
    let node = this.#root;
    for (let depth = 0; depth < wanted;) {
      const child = node.children.get(this.#at(end - 1 - depth));
      if (!child) return -1;
      const stop = Math.min(child.depth, wanted);
      for (; depth < stop; depth++) {
        if (bytes[child.first - 1 - depth] !== bytes[end - 1 - depth]) return -1;
      }
      node = child;
    }
    const first = node.first - (end - start);
    return end - start <= MAX_DEPTH ? first : this.#search(start, Math.max(first, 0));
  }

  /** Searches from the offset `from` on, for chunks that are longer than the tree is deep. */
  #search(start: number, from: number): number {
    const bytes = this.#bytes;
    const length = bytes.length - start;
    for (let offset = from; offset + length <= start; offset++) {
      let index = 0;
      while (index < length && bytes[offset + index] === bytes[start + index]) index++;
      if (index === length) return offset;
      this.#compared += index + 1;
      if (this.#compared > MAX_COMPARED) return this.#substrings.find(start);
    }
    return -1;
  }

  #insert(end: number): void {
    const bytes = this.#bytes;
    const limit = Math.min(end, MAX_DEPTH);
    let node = this.#root;
    for (let depth = 0; depth < limit;) {
      const byte = this.#at(end - 1 - depth);
      const child = node.children.get(byte);
      if (!child) {
        node.children.set(byte, leaf(end, limit));
        return;
      }
      const stop = Math.min(child.depth, limit);
      while (depth < stop && bytes[child.first - 1 - depth] === bytes[end - 1 - depth]) depth++;
      if (depth === limit) return;
      if (depth < child.depth) {
        const branch: Node = {
          first: child.first,
          depth,
          children: new Map([
            [this.#at(child.first - 1 - depth), child],
            [this.#at(end - 1 - depth), leaf(end, limit)],
          ]),
        };
        node.children.set(byte, branch);
        return;
      }
      node = child;
    }
  }

  #at(index: number): number {
    return this.#bytes[index] ?? -1;
  }
}

function leaf(first: number, depth: number): Node {
  return { first, depth, children: new Map() };
}
