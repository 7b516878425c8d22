/**
 * Jump slots: jumps behind the code, each through an address of 64 bits. A `call`, `jmp` or `jcc` whose
 * target is out of reach of its 32-bit distance goes to the slot of the target instead. x64 only.
 *
 * A slot is `jmp qword [rip+2]`, two bytes that nothing executes, and the address (Intel's manual, volume 2,
 * "JMP", FF /4).
 */
import { joinHalves } from '../address.ts';
import type { BranchSlots } from '../encoder.ts';

const SLOT_BYTES = 16;
const JUMP = [0xff, 0x25, 2, 0, 0, 0, 0xcc, 0xcc];
/** The bytes of a slot that are executed. */
const JUMP_BYTES = 6;

const CALL = 0xe8;
const JMP = 0xe9;
const TWO_BYTES = 0x0f;
const JCC = 0x80;

export class JumpSlots implements BranchSlots {
  /** The offset in the code where the slots begin: a multiple of 16. */
  readonly start: number;
  /** The offsets of slots, by the addresses that they jump to. Most code has none. */
  #targets: Map<bigint, number> | undefined;

  /** @param size of the code, in bytes */
  constructor(size: number) {
    this.start = Math.ceil(size / SLOT_BYTES) * SLOT_BYTES;
  }

  /** The field has 4 bytes; it must be that of a branch. */
  offsetOf(code: DataView, end: number, low: number, high: number): number | undefined {
    if (!isBranchField(code, end)) return undefined;
    const target = joinHalves(low, high);
    const targets = (this.#targets ??= new Map());
    let offset = targets.get(target);
    if (offset === undefined) {
      offset = this.start + targets.size * SLOT_BYTES;
      targets.set(target, offset);
    }
    return offset;
  }

  /** Where the last slot ends; the size of the code if there is none. */
  end(size: number): number {
    return this.#targets === undefined ? size : this.start + this.#targets.size * SLOT_BYTES;
  }

  /** Writes the slots, and `int3` between the code, which has `size` bytes, and the first slot. */
  write(code: Uint8Array, size: number): void {
    if (this.#targets === undefined) return;
    code.fill(0xcc, size, this.start);
    const view = new DataView(code.buffer, code.byteOffset, code.length);
    for (const [target, offset] of this.#targets) {
      code.set(JUMP, offset);
      view.setBigUint64(offset + JUMP.length, target, true);
    }
  }
}

/** A slot in code. */
export interface JumpSlot {
  /** Offsets in the code. */
  readonly start: number;
  /** Where the jump ends, and nothing is executed. */
  readonly jumpEnd: number;
  /** Where the address stands. */
  readonly address: number;
  readonly end: number;
  readonly target: bigint;
}

/** The slots behind the first `size` bytes of code. */
export function jumpSlotsIn(code: Uint8Array, size: number): readonly JumpSlot[] {
  const view = new DataView(code.buffer, code.byteOffset, code.length);
  const slots: JumpSlot[] = [];
  for (let start = new JumpSlots(size).start; start < code.length; start += SLOT_BYTES) {
    const address = start + JUMP.length;
    const target = view.getBigUint64(address, true);
    slots.push({ start, jumpEnd: start + JUMP_BYTES, address, end: start + SLOT_BYTES, target });
  }
  return slots;
}

/**
 * Does the field of 4 bytes that ends at `end` belong to a branch? In front of the distance of an operand in
 * memory stands a ModRM byte below 0x40.
 */
function isBranchField(code: DataView, end: number): boolean {
  const opcode = end >= 5 ? code.getUint8(end - 5) : 0;
  if (opcode === CALL || opcode === JMP) return true;
  return (opcode & 0xf0) === JCC && end >= 6 && code.getUint8(end - 6) === TWO_BYTES;
}
