/**
 * Finds earlier occurrences of a chunk in the action list, which DynASM uses instead of adding the chunk again. An occurrence may
 * lie anywhere, also across the borders of chunks; the first one counts.
 *
 * Each chunk ends in STOP, or in SECTION and a number: only where such bytes stand can an occurrence end. So the places
 * where they stand are kept in a tree by what lies in front of them, read backwards (a radix tree of reversed prefixes): adding and
 * finding cost time in proportion to the chunk, not to the list.
 */
import { Action } from '../../encoder/actions.ts';

/** The tree goes this deep; longer chunks are compared beyond it. */
const MAX_DEPTH = 128;

interface Node {
  /** The first place (index behind it) whose bytes before it lead here. */
  readonly first: number;
  /** Number of bytes that lead here. The edge's are those in front of `first`. */
  readonly depth: number;
  readonly children: Map<number, Node>;
}

export class ChunkIndex {
  readonly #bytes: readonly number[];
  readonly #root: Node = { first: 0, depth: 0, children: new Map() };

  /** `bytes`: the action list, as it grows. */
  constructor(bytes: readonly number[]) {
    this.#bytes = bytes;
  }

  /** Makes the chunk from `start` to the end of the list known. */
  add(start: number): void {
    const bytes = this.#bytes;
    for (let end = start + 1; end <= bytes.length; end++) {
      if (bytes[end - 1] === Action.STOP || bytes[end - 2] === Action.SECTION) this.#insert(end);
    }
  }

  /** Where the bytes from `start` to the end of the list stand before; −1 if nowhere. */
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

  /** The plain way, for chunks that the tree cannot tell apart. */
  #search(start: number, from: number): number {
    const bytes = this.#bytes;
    const length = bytes.length - start;
    for (let offset = from; offset + length <= start; offset++) {
      let index = 0;
      while (index < length && bytes[offset + index] === bytes[start + index]) index++;
      if (index === length) return offset;
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
