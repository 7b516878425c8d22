/** Which fields of ARM64 code can go to a jump slot: those of branches, and of nothing else. */
import { expect, test } from '@jest/globals';
import { ARM64_SLOT } from '../../src/encoder/arm64/arm64slot.ts';

// The words are GNU as's, for a distance of 16 bytes.
const WORDS: readonly (readonly [text: string, word: number, isBranch: boolean])[] = [
  ['b', 0x1400_0004, true],
  ['bl', 0x9400_0004, true],
  ['b.eq', 0x5400_0080, true],
  ['b.al', 0x5400_008e, true],
  ['cbz w0', 0x3400_0080, true],
  ['cbnz x30', 0xb500_009e, true],
  ['tbz w1, #31', 0x36f8_0081, true],
  ['tbnz x1, #63', 0xb7f8_0081, true],
  ['bc.eq', 0x5400_0090, true],
  ['ldr w0', 0x1800_0080, false],
  ['ldr x0', 0x5800_0080, false],
  ['ldrsw x0', 0x9800_0080, false],
  ['prfm pldl1keep', 0xd800_0080, false],
  ['ldr s0', 0x1c00_0080, false],
  ['ldr q0', 0x9c00_0080, false],
  ['adr x0', 0x1000_0080, false],
  ['adrp x0', 0x9000_0000, false],
  ['add x0, x0, #16', 0x9100_4000, false],
  ['br x0', 0xd61f_0000, false],
];

test.each(WORDS)('%s', (_, word, isBranch) => {
  const code = new DataView(new ArrayBuffer(8));
  code.setUint32(4, word, true);
  expect(ARM64_SLOT.isBranchField(code, 8)).toBe(isBranch);
});
