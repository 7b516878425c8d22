// Machine code that reads a text up to its end, on ARM64: before koffi reads one that code has returned, so
// that an address where there is none is a fault like any other.
//
// arm64textend.ts is what the translator makes of this file: npm run pretranslate.
import type { State } from '../../encoder/index.ts';

import * as $dasm from '../../encoder/index.ts';
const actions = $dasm.arm64ActionList({
  format: 1, arch: 'arm64', id: 'arm64textend.dast#7bb8cb9c',
  sections: [],
  globals: [],
  externs: [],
  signed: [],
  moving: [],
  files: ['arm64textend.dast'],
  sources: [1288452866],
  lines: [0, 0, 13, 2, 0, 15, 4, 0, 17, 6, 0, 19, 8, 0, 21, 10, 0, 22],
  actions: [
    0x0006000b, 0x00000000, 0x38401409, 0x00000000, 0x78402409, 0x00000000, 0xb8404409, 0x00000000,
    0x35000009, 0x0005080b, 0xd65f03c0, 0x00000000,
  ],
});
export { actions };

/** `void (const void *text)`. `size`: of a character, in bytes: 1, 2 or 4. */
export function putTextEnd(Dst: State, size: number): void {
  actions.on(Dst).put(0);
  if (size === 1) {
    actions.on(Dst).put(2);
  } else if (size === 2) {
    actions.on(Dst).put(4);
  } else {
    actions.on(Dst).put(6);
  }
  actions.on(Dst).put(8);
}
