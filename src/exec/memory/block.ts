/**
 * The memory of one code object, and the objects that the code in it refers to.
 *
 * A code object and all functions made from it refer to one block. At `free`, or when nothing refers to the
 * block any more, its space can be used by the next build.
 */
import type { SourceLine } from '../../encoder/format/status.ts';
import { Lifetime } from './lifetime.ts';
import { findSpace, type Space } from './pool.ts';
import type { CodeSegment } from './codesegment.ts';

/** What lies at an address. */
export interface CodePlace {
  /** From the first byte of the code. */
  readonly offset: number;
  /** The nearest global label in front of it, and how far it is. */
  readonly label: string | undefined;
  readonly labelOffset: number;
  readonly instruction: string;
  readonly source: SourceLine | undefined;
}

export class Block extends Lifetime {
  /** Memory, callbacks and other blocks that the code refers to, and that must live as long as this block. */
  readonly kept: Iterable<object>;
  readonly #space: Space | undefined;
  #isExposed = false;
  #describe: ((offset: number) => CodePlace) | undefined;

  /** @param space undefined for memory that is not ours, such as a function of a library */
  constructor(space: Space | undefined, kept: Iterable<object>) {
    super(space && releaser(space));
    this.kept = kept;
    this.#space = space;
  }

  /** Says how to describe what lies at an offset in the code. */
  setDescription(describe: (offset: number) => CodePlace): void {
    this.#describe = describe;
  }

  /** What lies at an address in the block; undefined if nobody has said it. */
  describe(address: bigint): CodePlace | undefined {
    return this.#space && this.#describe?.(Number(address) - this.#space.base);
  }

  /** Where its code begins; 0n for memory that is not ours. */
  get address(): bigint {
    return this.#space?.address ?? 0n;
  }

  contains(address: bigint): boolean {
    return this.#space?.contains(Number(address)) ?? false;
  }

  /**
   * From now on `findBlock` finds the block: to be called before an address in it is given away. (A WeakRef
   * for each block from the start would keep all blocks alive until the program returns to the event loop.)
   */
  override expose(): void {
    if (this.#isExposed || this.#space === undefined || this.freed) return;
    this.#isExposed = true;
    const { segment, offset } = this.#space;
    let blocks = exposed.get(segment);
    if (blocks === undefined) exposed.set(segment, (blocks = new Map()));
    blocks.set(offset, new WeakRef(this));
  }
}

/** It is not part of the constructor because the function that it returns must not refer to the block. */
function releaser(space: Space): () => void {
  return () => {
    exposed.get(space.segment)?.delete(space.offset);
    space.free();
  };
}

/** The blocks of this thread whose addresses are known, by the offset of their space. */
const exposed = new WeakMap<CodeSegment, Map<number, WeakRef<Block>>>();

/**
 * Returns the block that an address lies in, unless it was freed or collected. The address must have come
 * from a code object, or from what `cast` has made of it.
 */
export function findBlock(address: bigint | number): Block | undefined {
  const space = findSpace(address);
  return space && exposed.get(space.segment)?.get(space.offset)?.deref();
}
