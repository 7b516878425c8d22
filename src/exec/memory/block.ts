/**
 * The memory of one code object: executable pages, and the objects that the code in them refers to.
 *
 * `mapCode` returns the pages, `Block` takes them over. A code object and all functions made from it refer to
 * one block. At `free`, or when nothing refers to the block any more, the pages go back to the system.
 */
import { Lifetime } from './lifetime.ts';
import { systemPages } from './systempages.ts';

/** Pages, as `mapCode` returns them. */
interface Region {
  readonly address: bigint;
  /** In bytes, at least 1. */
  readonly size: number;
}

export class Block extends Lifetime {
  /** Memory, callbacks and other blocks that the code refers to, and that must live as long as this block. */
  readonly kept: Iterable<object>;

  /** @param region undefined for memory that is not ours, such as a function of a library */
  constructor(region: Region | undefined, kept: Iterable<object>) {
    super(region && releaser(region));
    this.kept = kept;
    if (region === undefined) return;
    const reference = new WeakRef(this);
    for (const page of pageNumbers(region)) blocks.set(page, reference);
  }
}

/** It is not part of the constructor because the function that it returns must not refer to the block. */
function releaser(region: Region): () => void {
  return () => {
    for (const page of pageNumbers(region)) blocks.delete(page);
    systemPages().free(region.address, region.size);
  };
}

/** The smallest page of any system that runs x86 code, in bytes (Intel's manual, volume 3, "Paging"). */
const PAGE = 4096;
/** The blocks of this thread by the numbers of their pages. */
const blocks = new Map<number, WeakRef<Block>>();

/** Returns the block whose pages an address lies in, unless it was freed or collected. */
export function findBlock(address: bigint | number): Block | undefined {
  return blocks.get(Math.floor(Number(address) / PAGE))?.deref();
}

function* pageNumbers({ address, size }: Region): Generator<number> {
  const first = Number(address) / PAGE;
  for (let i = 0; i * PAGE < size; i++) yield first + i;
}

/**
 * Maps pages, has `encode` write the code for their address into a buffer, copies the buffer to the pages,
 * and makes them executable.
 * @param size of the code in bytes; code of no bytes gets a page, too, so that its address is its own
 * @throws {MemoryError}, and what `encode` throws; the pages are given back then
 */
export function mapCode(size: number, encode: (bytes: Uint8Array, address: bigint) => void): Region {
  const pages = systemPages();
  const mapped = Math.max(size, 1);
  const address = pages.allocate(mapped);
  try {
    const bytes = new Uint8Array(size);
    encode(bytes, address);
    pages.write(address, bytes);
    pages.protect(address, mapped);
    return { address, size: mapped };
  } catch (error) {
    pages.free(address, mapped);
    throw error;
  }
}
