/**
 * What has an address that native code can call or jump to: code objects, functions made by `cast`, callbacks.
 *
 * In goes such an object, out comes its entry. The two indexes hold weakly: an entry lives as long as its object, a
 * block is found by address as long as it lives. They belong to the thread, as addresses do.
 */
import type { Block } from './block.ts';
import type { Holder } from './holder.ts';

export interface Entry {
  readonly address: bigint;
  /** The block that the address lies in, or the callback: it must stay alive while the address is in use. */
  readonly holder: Holder;
}

/** By the object that has it. */
export const entries = new WeakMap<object, Entry>();

/** Granularity of the index by address: the smallest page of any system that runs x86 code. */
const PAGE = 4096;
const blocks = new Map<number, WeakRef<Block>>();

/** Makes a block findable by all addresses in it. */
export function indexBlock(block: Block, address: bigint, size: number): void {
  const reference = new WeakRef(block);
  for (const page of pages(address, size)) blocks.set(page, reference);
}

/** Before the pages go back to the system. */
export function unindexBlock(address: bigint, size: number): void {
  for (const page of pages(address, size)) blocks.delete(page);
}

/** The live block that an address lies in. */
export function findBlock(address: bigint | number): Block | undefined {
  return blocks.get(Math.floor(Number(address) / PAGE))?.deref();
}

function* pages(address: bigint, size: number): Generator<number> {
  const first = Number(address) / PAGE;
  for (let i = 0; i * PAGE < Math.max(size, 1); i++) yield first + i;
}
