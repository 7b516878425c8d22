/**
 * Jump slots of ARM64, which Arm calls veneers, for all branches: `ldr x16, pc+8; br x16`, and the address. A
 * call may change x16 ("Procedure Call Standard for the Arm 64-bit Architecture", 6.1.1).
 */
import type { SlotKind } from '../jumpslots.ts';

// Words and their masks: B and BL, B.cond and BC.cond, CBZ and CBNZ, TBZ and TBNZ. Loads of literals are none
// of these.
const BRANCHES = [
  [0x7c00_0000, 0x1400_0000],
  [0xff00_0000, 0x5400_0000],
  [0x7e00_0000, 0x3400_0000],
  [0x7e00_0000, 0x3600_0000],
] as const;

export const ARM64_SLOT: SlotKind = {
  jump: [0x50, 0x00, 0x00, 0x58, 0x00, 0x02, 0x1f, 0xd6],
  jumpBytes: 8,
  filler: 0,
  isBranchField(code, end) {
    const word = code.getUint32(end - 4, true);
    return BRANCHES.some(([mask, fixed]) => (word & mask) >>> 0 === fixed);
  },
};
