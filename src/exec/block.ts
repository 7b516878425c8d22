/**
 * The memory of one code object: executable pages, and what the code in them refers to.
 *
 * In go encoded bytes, out comes an address to call. The code object and every function made from it hold the
 * block; when the last of them is gone, or at `free`, the pages go back to the system.
 */
import { indexBlock, unindexBlock } from './entry.ts';
import { Holder } from './holder.ts';
import { native } from './native.ts';

export interface Region {
  readonly address: bigint;
  readonly size: number;
}

export class Block extends Holder {
  /** Held as long as the block: memory, callbacks and other code that the code refers to. */
  readonly kept: Iterable<object>;

  /**
   * @param region pages that `mapCode` gave; none for memory that is not ours (a function of a library)
   */
  constructor(region: Region | undefined, kept: Iterable<object>) {
    super(region && releaser(region));
    this.kept = kept;
    if (region !== undefined) indexBlock(this, region.address, region.size);
  }
}

function releaser({ address, size }: Region): () => void {
  return () => {
    unindexBlock(address, size);
    native().pages.free(address, size);
  };
}

/**
 * Maps pages, lets `encode` produce the bytes for their address, copies them in once, and makes the pages executable.
 * @param size of the code; code of no bytes gets a page, too, so that it has an address of its own
 * @throws MemoryError, and what `encode` throws; the pages are given back then
 */
export function mapCode(size: number, encode: (bytes: Uint8Array, address: bigint) => void): Region {
  const { pages } = native();
  const room = Math.max(size, 1);
  const address = pages.allocate(room);
  try {
    const bytes = new Uint8Array(size);
    encode(bytes, address);
    pages.write(address, bytes);
    pages.protect(address, room);
    return { address, size: room };
  } catch (error) {
    pages.free(address, room);
    throw error;
  }
}
