/**
 * Jump slots: jumps behind the code, each through an address of 64 bits. A branch whose target is out of
 * reach of its distance goes to the slot of the target instead. An architecture says what a slot is.
 */
import { joinHalves } from './address.ts';
import type { BranchSlots } from './encoder.ts';

/** What an architecture brings. */
export interface SlotKind {
  /** What stands in a slot in front of the address: 8 bytes. */
  readonly jump: readonly number[];
  /** How many of them are executed. */
  readonly jumpBytes: number;
  /** What stands between the code and the first slot. */
  readonly filler: number;
  /** Does the field that ends at `end` belong to a branch? */
  readonly isBranchField: (code: DataView, end: number) => boolean;
}

const SLOT_BYTES = 16;
const ADDRESS = 8;

export class JumpSlots implements BranchSlots {
  /** The offset in the code where the slots begin: a multiple of 16. */
  readonly start: number;
  readonly #kind: SlotKind;
  /** The offsets of slots, by the addresses that they jump to. Most code has none. */
  #targets: Map<bigint, number> | undefined;

  /** @param size of the code, in bytes */
  constructor(kind: SlotKind, size: number) {
    this.#kind = kind;
    this.start = Math.ceil(size / SLOT_BYTES) * SLOT_BYTES;
  }

  offsetOf(code: DataView, end: number, low: number, high: number): number | undefined {
    if (!this.#kind.isBranchField(code, end)) return undefined;
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

  /** Writes the slots, and fills what is between the code, which has `size` bytes, and the first slot. */
  write(code: Uint8Array, size: number): void {
    if (this.#targets === undefined) return;
    const { filler, jump } = this.#kind;
    code.fill(filler, size, this.start);
    const view = new DataView(code.buffer, code.byteOffset, code.length);
    for (const [target, offset] of this.#targets) {
      code.set(jump, offset);
      view.setBigUint64(offset + ADDRESS, target, true);
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
export function jumpSlotsIn(code: Uint8Array, size: number, kind: SlotKind): readonly JumpSlot[] {
  const view = new DataView(code.buffer, code.byteOffset, code.length);
  const slots: JumpSlot[] = [];
  for (let { start } = new JumpSlots(kind, size); start < code.length; start += SLOT_BYTES) {
    const address = start + ADDRESS;
    const target = view.getBigUint64(address, true);
    slots.push({ start, jumpEnd: start + kind.jumpBytes, address, end: start + SLOT_BYTES, target });
  }
  return slots;
}
