// Machine code of direct calls on ARM64: the entry, which calls code with what JavaScript has left in memory.
//
// arm64entry.ts is what the translator makes of this file: npm run pretranslate.
import type { State } from '../../encoder/index.ts';
import { Area } from './area.ts';
import type { DirectEntry } from './directentry.ts';

import * as $dasm from '../../encoder/index.ts';
const actions = $dasm.arm64ActionList({
  format: 2, arch: 'arm64', id: 'arm64entry.dast#9917ebc6',
  sections: [],
  globals: [],
  externs: [],
  signed: [],
  moving: [],
  files: ['arm64entry.dast'],
  sources: [3641982301],
  lines: [
    0, 0, 14, 1, 0, 15, 2, 0, 16, 4, 0, 17, 6, 0, 18, 7, 0, 19, 8, 0, 20, 10, 0, 21, 11, 0, 22,
    13, 0, 23, 15, 0, 24, 17, 0, 26, 22, 0, 29, 27, 0, 31, 29, 0, 32, 30, 0, 33, 32, 0, 34,
    34, 0, 35, 36, 0, 36, 38, 0, 37, 39, 0, 38, 40, 0, 39, 41, 0, 40, 42, 0, 41, 44, 0, 43,
    45, 0, 44, 47, 0, 45, 48, 0, 46, 49, 0, 47, 50, 0, 48, 51, 0, 49, 52, 0, 50, 54, 0, 51,
    56, 0, 52, 58, 0, 53, 59, 0, 54, 60, 0, 55, 62, 0, 56, 63, 0, 57, 65, 0, 58, 66, 0, 59,
  ],
  data: [60, 4],
  actions: [
    0xa9be7bfd, 0x910003fd, 0x58000009, 0x00050804, 0x5800000a, 0x00050806, 0xf940014b, 0xf9000beb,
    0xf840012b, 0x00020067, 0xf900014b, 0xb840012c, 0x00020047, 0x3500000c, 0x00050802, 0x0006000b,
    0x00000000, 0xa9400120, 0x00110000, 0x0011000a, 0x000a8cef, 0x00000000, 0x6d400120, 0x00110000,
    0x0011000a, 0x000a8cef, 0x00000000, 0x58000010, 0x00050805, 0xd63f0200, 0x58000009, 0x00050804,
    0xf8000120, 0x00020067, 0xfc000120, 0x00020067, 0x5800000a, 0x00050806, 0xf9400bab, 0xf900014b,
    0x910003bf, 0xa8c27bfd, 0xd65f03c0, 0x00000000, 0x0006000c, 0x9100012b, 0x00020004, 0x0006000d,
    0xd100098c, 0x8b0c0d6d, 0xa9403dae, 0xa9bf3fee, 0xb500000c, 0x0005080d, 0xb800013f, 0x00020047,
    0x14000000, 0x0005000b, 0x00040007, 0x0006000e, 0x0002000f, 0x00025873, 0x0006000f, 0x0002000f,
    0x00025873, 0x00060010, 0x0002000f, 0x00025873, 0x00000000,
  ],
});
export { actions };

/** All registers are loaded, whatever the prototype is: that takes less time than to find out. */
export function putDirectEntry(Dst: State, { area, entry, cell, integers, floats }: DirectEntry): void {
  actions.on(Dst).put(0, Area.TARGET, Area.STACK);
  for (let index = 0; index < integers.length; index += 2) {
    actions.on(Dst).put(17, index, index + 1, Area.INTEGERS+8*index);
  }
  for (let index = 0; index < floats; index += 2) {
    actions.on(Dst).put(22, index, index + 1, Area.FLOATS+8*index);
  }
  actions.on(Dst).put(27, Area.RESULT, Area.FLOAT_RESULT);
  // From the last words on, two at a time: the stack stays aligned.
  actions.on(Dst).put(44, Area.WORDS, Area.STACK, Dst.address(area), Dst.address(entry), Dst.address(cell));
}
