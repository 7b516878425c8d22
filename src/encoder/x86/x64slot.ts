/**
 * Jump slots of x64, for `call`, `jmp` and `jcc`: `jmp qword [rip+2]`, two bytes that nothing executes, and
 * the address (Intel's manual, volume 2, "JMP", FF /4).
 */
import type { SlotKind } from '../jumpslots.ts';

const CALL = 0xe8;
const JMP = 0xe9;
const TWO_BYTES = 0x0f;
const JCC = 0x80;

export const X64_SLOT: SlotKind = {
  jump: [0xff, 0x25, 2, 0, 0, 0, 0xcc, 0xcc],
  jumpBytes: 6,
  filler: 0xcc,
  isBranchField,
};

/**
 * The field has 4 bytes. In front of the distance of an operand in memory stands a ModRM byte below 0x40.
 */
function isBranchField(code: DataView, end: number): boolean {
  const opcode = end >= 5 ? code.getUint8(end - 5) : 0;
  if (opcode === CALL || opcode === JMP) return true;
  return (opcode & 0xf0) === JCC && end >= 6 && code.getUint8(end - 6) === TWO_BYTES;
}
