/**
 * What a register number of up to five bits changes in the code before it. Takes the bytes of a section, the
 * position `p` behind the instruction so far, the action's first inline byte (registerfield.ts), the distance
 * of the EVEX prefix, and the number.
 */
import * as RegisterField from '../format/registerfield.ts';

/** @returns the position behind the instruction, which is one higher if the base needs a SIB byte */
export function writeRegisterField(
  bytes: Uint8Array,
  p: number,
  inline: number,
  distance: number,
  n: number,
): number {
  const last = p - 1;
  const prefix = p - distance;
  const field = inline & RegisterField.FIELD_MASK;
  // Numbers up to 7 leave the prefix as it is, where there is none, too.
  switch (field) {
    case RegisterField.REG:
    case RegisterField.LOW_REG:
    case RegisterField.LOW_VVVV:
      bytes[last]! ^= (n & 7) << 3;
      bytes[prefix + 1]! ^= ((n & 8) << 4) | (n & 16);
      return p;
    case RegisterField.VVVV:
      bytes[prefix + 2]! ^= (n & 15) << 3;
      bytes[prefix + 3]! ^= (n & 16) >> 1;
      return p;
    case RegisterField.MASK:
      bytes[prefix + 3]! ^= n;
      return p;
    case RegisterField.INDEX:
    case RegisterField.VECTOR_INDEX:
      bytes[last]! ^= (n & 7) << 3;
      bytes[prefix + 1]! ^= (n & 8) << 3;
      bytes[prefix + 3]! ^= (n & 16) >> 1;
      return p;
    default:
      bytes[last]! ^= n & 7;
      bytes[prefix + 1]! ^= (n & 24) << 2;
  }
  if (field !== RegisterField.MEMORY || (n & 7) !== 4) return p;
  // ModRM.rm = 4 announces a SIB byte, which says: no index, and this base.
  bytes[p] = 0x24;
  return p + 1;
}
