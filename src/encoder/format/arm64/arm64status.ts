/**
 * The status numbers of lists for ARM64: two of them are others than for x86, as DynASM has it. Errors have
 * the same names (`EncodeError.code`) for all architectures.
 */
import { Status, failCall, show, statusName } from '../status.ts';

/** The status codes for ARM64, in the upper byte of a status. */
export const Arm64Status = /* @__PURE__ */ makeCodes();

function makeCodes() {
  return { ...Status, RANGE_VREG: 0x16 << 24, RANGE_REL: 0x15 << 24 } as const;
}

/** The status with DynASM's number for ARM64. */
export function numberedStatus(status: number): number {
  const rest = status & 0xffffff;
  const code = status & ~0xffffff;
  if (code === Status.RANGE_VREG) return Arm64Status.RANGE_VREG | rest;
  return code === Status.RANGE_REL ? Arm64Status.RANGE_REL | rest : status;
}

/** The name of the code in the upper byte of a status for ARM64. */
export function arm64StatusName(status: number): string {
  if (typeof status !== 'number') {
    failCall(`arm64StatusName: status is ${show(status)}, expected a number`);
  }
  const code = status & ~0xffffff;
  if (code === Arm64Status.RANGE_VREG) return 'RANGE_VREG';
  return code === Arm64Status.RANGE_REL ? 'RANGE_REL' : statusName(status);
}
