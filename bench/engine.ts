/**
 * What the Brainfuck compiler of the examples uses of `dynasm`, for measuring: states link and encode, but nothing is made
 * executable.
 */
import { type ActionList, State } from 'dynasm';

/** Address that code is encoded for; everything called is near. */
export const BASE = 0x7e1234560000;
const buffer = new Uint8Array(1 << 20);

class Engine extends State {
  build(): { size: number; cast: () => () => void } {
    const size = this.link();
    this.encode(buffer, BASE);
    this.free();
    return { size, cast: () => () => undefined };
  }
}

export const dasm = {
  new(list: ActionList): Engine {
    const state = new Engine(list);
    state.setupExtern((_, index) => BASE + 0x100000 + 16 * index);
    return state;
  },
};
