/**
 * The machine code of this package itself: takes the state that it has been put into, and writes it into
 * pages of its own or into the pool. Labels can be asked of the state afterwards. Debuggers show the code by
 * its name.
 */
import { layoutOf } from '../encoder/codelayout.ts';
import type { State } from '../encoder/index.ts';
import { statementStarts } from './codeparts.ts';
import { Block } from './memory/block.ts';
import type { Pages } from './memory/pages.ts';
import { allocate } from './memory/pool.ts';
import { allocatePages } from './memory/systempages.ts';
import { announce, isWatched } from './tool.ts';

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
export function codeInPool(state: State, name: string): Block {
  const code = new Uint8Array(state.link());
  const space = allocate(code.length);
  const block = new Block(space, []);
  state.encode(code, space.address);
  space.write(code);
  if (isWatched) {
    const statements = statementStarts(layoutOf(state, code.length));
    space.beforeFree = announce({
      address: space.address,
      bytes: code,
      symbols: [],
      name,
      lines: [],
      statements,
    });
  }
  return block;
}
