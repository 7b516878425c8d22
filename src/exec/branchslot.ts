/** The jump slots of an architecture's code (jumpslots.ts). On x86 every address is in reach. */
import { ARM64_SLOT } from '../encoder/arm64/arm64slot.ts';
import type { Arch } from '../encoder/index.ts';
import type { SlotKind } from '../encoder/jumpslots.ts';
import { X64_SLOT } from '../encoder/x86/x64slot.ts';

export function slotKind(arch: Arch): SlotKind {
  return arch === 'arm64' ? ARM64_SLOT : X64_SLOT;
}
