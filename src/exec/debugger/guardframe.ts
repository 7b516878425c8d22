/**
 * How the caller of a thread's entry is found (fault/guard.dast). The entry takes the return address from the
 * stack, and keeps it in a frame outside of it; what it calls returns to the entry.
 */
import { Frame, Thread } from '../fault/guardlayout.ts';
import { ByteWriter } from '../elf/bytewriter.ts';
import { FrameRules, Register, type FrameRange } from './callframe.ts';
import type { Guard } from './newcode.ts';

// DWARF 4, 7.7.1
const DW_OP_deref = 0x06;
const DW_OP_const1u = 0x08;
const DW_OP_const8u = 0x0e;
const DW_OP_dup = 0x12;
const DW_OP_pick = 0x15;
const DW_OP_minus = 0x1c;
const DW_OP_plus_uconst = 0x23;
const DW_OP_bra = 0x28;
const DW_OP_ne = 0x2e;
const DW_OP_breg10 = 0x7a;

/** @param end the size of the entry */
export function guardRange({ data, popped, entered, left, returning }: Guard, end: number): FrameRange {
  // r10 has the frame.
  const inRegister = new ByteWriter().u8(DW_OP_breg10).sleb(Frame.RETURN).take();
  const rules = new FrameRules(0);
  rules.at(popped).frame(Register.RSP, 0).savedAt(Register.RETURN, inRegister);
  rules.at(entered).savedAt(Register.RETURN, ownFrame(data));
  rules.at(left).savedAt(Register.RETURN, inRegister);
  rules.at(returning).frame(Register.RSP, 8).saved(Register.RETURN, 8);
  return { rules, end };
}

/**
 * Where the return address of a call under way is. Calls may be nested: from the last frame on, frames are
 * passed until one has the stack pointer that the caller has, with which the expression begins.
 */
function ownFrame(data: bigint): Uint8Array {
  // (libgcc's unwinder aborts where `pick` takes the first value of all.)
  const expression = new ByteWriter().u8(DW_OP_dup);
  expression
    .u8(DW_OP_const8u)
    .u64(data + BigInt(Thread.TOP))
    .u8(DW_OP_deref);
  const loop = expression.size;
  expression.u8(DW_OP_const1u).u8(Frame.SIZE).u8(DW_OP_minus);
  expression.u8(DW_OP_dup).u8(DW_OP_plus_uconst).uleb(Frame.RSP).u8(DW_OP_deref);
  expression.u8(DW_OP_pick).u8(2).u8(DW_OP_ne).u8(DW_OP_bra);
  // From behind the two bytes of the distance.
  expression.u16((loop - (expression.size + 2)) & 0xffff);
  return expression.u8(DW_OP_plus_uconst).uleb(Frame.RETURN).take();
}
