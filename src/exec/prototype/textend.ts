// Machine code that reads a text up to its end, System V's convention: before koffi reads one that code has
// returned, so that an address where there is none is a fault like any other.
//
// textend.ts is what the translator makes of this file: npm run pretranslate.
import type { State } from '../../encoder/index.ts';

import * as $dasm from '../../encoder/index.ts';
const actions = $dasm.actionList({
  format: 1, arch: 'x64', id: 'textend.dast#4e7b939d',
  sections: [],
  globals: [],
  externs: [],
  signed: [23],
  moving: [],
  files: ['textend.dast'],
  sources: [2375174704],
  lines: [
    0, 0, 13, 3, 0, 15, 7, 0, 17, 12, 0, 19, 16, 0, 21, 20, 0, 22, 24, 0, 23, 28, 0, 24, 30, 0, 25,
  ],
  actions: [
    248, 1, 255, 128, 63, 0, 255, 102, 131, 63, 0, 255, 131, 63, 0, 255, 15, 132, 244, 248, 72, 129,
    199, 239, 252, 233, 244, 1, 248, 2, 195, 255,
  ],
});
export { actions };

/** `void (const void *text)`. `size`: of a character, in bytes: 1, 2 or 4. */
export function putTextEnd(Dst: State, size: number): void {
  actions.on(Dst).put(0);
  if (size === 1) {
    actions.on(Dst).put(3);
  } else if (size === 2) {
    actions.on(Dst).put(7);
  } else {
    actions.on(Dst).put(12);
  }
  actions.on(Dst).put(16, size);
}
