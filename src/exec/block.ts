/**
 * The memory of one code object: executable pages, and what the code in them refers to.
 *
 * In go encoded bytes, out comes an address to call. The code object and every function made from it hold the
 * block; when the last of them is gone, or at `free`, the pages go back to the system. A call holds it, too: pages
 * that a callback frees out of their own code go when the outermost call has returned.
 */
import { indexBlock, unindexBlock, type Holder } from './entry.ts';
import { native } from './native.ts';

interface Region {
  readonly address: bigint;
  readonly size: number;
}

const finalizer = new FinalizationRegistry<Region>(release);

function release({ address, size }: Region): void {
  unindexBlock(address, size);
  native().pages.free(address, size);
}

export class Block implements Holder {
  /** Set by `free`: no call may begin any more. */
  freed = false;
  /** Calls that are under way. */
  active = 0;
  /** Held as long as the block: memory, callbacks and other code that the code refers to. */
  readonly kept: Iterable<object>;
  readonly #region: Region | undefined;

  /**
   * @param region pages that `mapCode` gave; none for memory that is not ours (a function of a library)
   */
  constructor(region: Region | undefined, kept: Iterable<object>) {
    this.#region = region;
    this.kept = kept;
    if (region === undefined) return;
    indexBlock(this, region.address, region.size);
    finalizer.register(this, region, this);
  }

  /** Frees at once, or when the last call returns. A second time does nothing. */
  free(): void {
    if (this.freed) return;
    this.freed = true;
    if (this.active === 0) this.release();
  }

  /** Gives the pages back; for `free`, and for the end of the last call of a freed block. */
  release(): void {
    if (this.#region === undefined) return;
    finalizer.unregister(this);
    release(this.#region);
  }
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
