/**
 * The immediates of ARM64 for the model of the engine: tables of all that a field can say, made by decoding
 * each of its values as Arm's manual has it. They use nothing of src.
 */

const MASK_64 = (1n << 64n) - 1n;

/** DecodeBitMasks: the value of N:immr:imms in a register of 64 bits; undefined if it is reserved. */
function decodeBitMask(bits: number): bigint | undefined {
  const text = bits.toString(2).padStart(13, '0');
  const [n, immr, imms] = [Number(text[0]), Number.parseInt(text.slice(1, 7), 2), text.slice(7)];
  // The element's size is told by the highest bit of N:NOT(imms).
  const inverted = `${n}${Array.from(imms, bit => 1 - Number(bit)).join('')}`;
  const length = 6 - inverted.indexOf('1');
  if (!inverted.includes('1') || length < 1) return undefined;
  const size = 2 ** length;
  const ones = (Number.parseInt(imms, 2) % size) + 1;
  // Rotations of the element's size and above mean the same as others.
  if (ones === size || immr >= size) return undefined;
  const element = '1'.repeat(ones).padStart(size, '0');
  const rotated = element.slice(size - immr) + element.slice(0, size - immr);
  return BigInt(`0b${rotated.repeat(64 / size)}`);
}

/** N:immr:imms by the value in 64 bits. */
export const BIT_MASKS: ReadonlyMap<bigint, bigint> = new Map(
  Array.from({ length: 2 ** 13 }, (_, bits) => [decodeBitMask(bits), BigInt(bits)] as const).filter(
    (entry): entry is [bigint, bigint] => entry[0] !== undefined,
  ),
);

/** VFPExpandImm: the eight bits by the value. */
export const FLOATS: ReadonlyMap<number, bigint> = new Map(
  Array.from({ length: 256 }, (_, bits) => {
    const text = bits.toString(2).padStart(8, '0');
    const exponent = (text[1] === '1' ? -3 : 1) + Number.parseInt(text.slice(2, 4), 2);
    const magnitude = (1 + Number.parseInt(text.slice(4), 2) / 16) * 2 ** exponent;
    return [text[0] === '1' ? -magnitude : magnitude, BigInt(bits)] as const;
  }),
);

/** A value of 32 bits, repeated. */
export function twice(value: bigint): bigint {
  const word = BigInt.asUintN(32, value);
  return (word << 32n) | word;
}

/** What turns MOVZ, of a register of 32 or 64 bits, into what loads a value; undefined if nothing does. */
export function moveBits(value: bigint, size: 32 | 64): bigint | undefined {
  const unsigned = BigInt.asUintN(size, value);
  for (const isInverted of [false, true]) {
    const wanted = isInverted ? BigInt.asUintN(size, ~unsigned) : unsigned;
    for (let hw = 0n; hw < size / 16; hw++) {
      const imm16 = (wanted >> (16n * hw)) & 0xffffn;
      if (imm16 << (16n * hw) !== wanted) continue;
      return (isInverted ? 1n << 30n : 0n) | (hw << 21n) | (imm16 << 5n);
    }
  }
  const mask = BIT_MASKS.get(size === 32 ? twice(unsigned) : unsigned & MASK_64);
  // ORR of register 31 is 0x32000000 and above, MOVZ 0x52800000.
  return mask === undefined ? undefined : (0x3200_03e0n ^ 0x5280_0000n) | (mask << 10n);
}

/** The immediate of ADD and SUB; undefined if there is none. */
export function addBits(value: number): bigint | undefined {
  if (value >= 0 && value < 4096) return BigInt(value) << 10n;
  const isShifted = value >= 0 && value % 4096 === 0 && value < 2 ** 24;
  return isShifted ? (BigInt(value / 4096) << 10n) | (1n << 22n) : undefined;
}

/** The offset of a load or store; undefined if it is none. */
export function offsetBits(value: number, bytes: number): bigint | undefined {
  const units = value / bytes;
  if (Number.isInteger(units) && units >= 0 && units < 4096) return (BigInt(units) << 10n) | (1n << 24n);
  return value >= -256 && value < 256 ? BigInt.asUintN(9, BigInt(value)) << 12n : undefined;
}

/** Eight bits in two parts, as instructions of vectors have them. */
export function splitBits(imm8: bigint): bigint {
  return ((imm8 >> 5n) << 16n) | ((imm8 & 31n) << 5n);
}

/** A bit for each byte of a value of 64 bits; undefined if one is neither 00 nor ff. */
export function byteMask(value: bigint): bigint | undefined {
  const bytes = BigInt.asUintN(64, value).toString(16).padStart(16, '0').match(/../g) ?? [];
  if (bytes.some(byte => byte !== '00' && byte !== 'ff')) return undefined;
  return BigInt(`0b${bytes.map(byte => (byte === 'ff' ? 1 : 0)).join('')}`);
}
