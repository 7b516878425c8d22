/**
 * The machine code of this package itself: takes the state that it has been put into, and writes it into
 * pages of its own or into the pool. Labels can be asked of the state afterwards.
 */
import type { State } from '../encoder/index.ts';
import { Block } from './memory/block.ts';
import type { Pages } from './memory/pages.ts';
import { allocate } from './memory/pool.ts';
import { allocatePages } from './memory/systempages.ts';

/** @throws {MemoryError} */
export function codeInPages(state: State): Pages {
  const code = new Uint8Array(state.link());
  const pages = allocatePages(code.length);
  state.encode(code, pages.address);
  pages.write(0, code.length, () => {
    pages.bytes.set(code);
  });
  return pages;
}

/** @throws {MemoryError} */
export function codeInPool(state: State): Block {
  const code = new Uint8Array(state.link());
  const space = allocate(code.length);
  const block = new Block(space, []);
  state.encode(code, space.address);
  space.write(code);
  return block;
}
