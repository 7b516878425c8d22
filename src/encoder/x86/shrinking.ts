/**
 * Displacements and immediates of 32 bits that have a shorter form. The functions take the bytes of a section
 * (`view` is the same memory), a position in it and the value, and return the position behind the field.
 */
import { NOT_BYTE, SIGN } from '../format/range.ts';

/**
 * Writes a displacement in its shortest form. The ModRM byte at `modrm` says disp32, and is corrected; a SIB
 * byte may be behind it. `scale`: s of an instruction whose disp8 counts in units of 2ˢ bytes, 0 for others.
 */
export function writeDisplacement(
  bytes: Uint8Array,
  view: DataView,
  position: number,
  modrm: number,
  value: number,
  scale: number,
): number {
  // With ModRM.rm = 4 the base is in the SIB byte. A base with number 5 or 13 has no form without
  // displacement.
  if (value === 0 && ((bytes[modrm]! & 7) === 4 ? bytes[modrm + 1]! & 7 : bytes[modrm]! & 7) !== 5) {
    bytes[modrm]! -= 0x80;
    return position;
  }
  const units = value >> scale;
  if (((units + SIGN) & NOT_BYTE) === 0 && units << scale === value) {
    bytes[modrm]! -= 0x40;
    bytes[position] = units;
    return position + 1;
  }
  view.setInt32(position, value, true);
  return position + 4;
}

/** Writes an immediate as a sign-extended byte if it fits; then the opcode at `opcode` becomes opcode + 2. */
export function writeImmediate(
  bytes: Uint8Array,
  view: DataView,
  position: number,
  opcode: number,
  value: number,
): number {
  if (((value + SIGN) & NOT_BYTE) === 0) return writeByteForm(bytes, position, opcode, value);
  view.setInt32(position, value, true);
  return position + 4;
}

/** The same for a word. */
export function writeWordImmediate(
  bytes: Uint8Array,
  view: DataView,
  position: number,
  opcode: number,
  value: number,
): number {
  if (((value + SIGN) & NOT_BYTE) === 0) return writeByteForm(bytes, position, opcode, value);
  view.setInt16(position, value, true);
  return position + 2;
}

function writeByteForm(bytes: Uint8Array, position: number, opcode: number, value: number): number {
  bytes[opcode]! += 2;
  bytes[position] = value;
  return position + 1;
}
