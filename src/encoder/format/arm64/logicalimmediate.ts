/**
 * Logical immediates: a run of ones in an element of 2, 4, 8, 16, 32 or 64 bits, rotated, and repeated to 64
 * bits. Takes the halves of an integer; returns N, immr and imms as 13 bits (Arm's manual,
 * "DecodeBitMasks").
 */

/** The bits N:immr:imms; −1 if it is no logical immediate. */
export function logicalBits(low: number, high: number): number {
  return low === high ? repeatedBits(low) : wholeBits(low, high);
}

/** An element has 64 bits. */
function wholeBits(low: number, high: number): number {
  /** Where a bit is another one than its lower neighbour: at both ends of each run. */
  const lowEdges = low ^ ((low << 1) | (high >>> 31));
  const highEdges = high ^ ((high << 1) | (low >>> 31));
  if (countOnes(lowEdges) + countOnes(highEdges) !== 2) return -1;
  const start = lowEdges & low;
  const first = start === 0 ? 32 + lowestBit(highEdges & high) : lowestBit(start);
  return 0x1000 | ((-first & 63) << 6) | (countOnes(low) + countOnes(high) - 1);
}

/** An element has at most 32 bits, and `word` consists of such ones. */
function repeatedBits(word: number): number {
  let size = 32;
  while (size > 2) {
    const half = size / 2;
    if ((((word >>> half) ^ word) & (2 ** half - 1)) !== 0) break;
    size = half;
  }
  const copies = 32 / size;
  const edges = word ^ ((word << 1) | (word >>> 31));
  if (countOnes(edges) !== 2 * copies) return -1;
  const first = lowestBit(edges & word);
  const ones = countOnes(word) / copies;
  return ((-first & (size - 1)) << 6) | ((-2 * size) & 63) | (ones - 1);
}

/** The number of the lowest bit that is 1. There is one. */
function lowestBit(word: number): number {
  return 31 - Math.clz32(word & -word);
}

function countOnes(word: number): number {
  let pairs = word - ((word >>> 1) & 0x5555_5555);
  pairs = (pairs & 0x3333_3333) + ((pairs >>> 2) & 0x3333_3333);
  return Math.imul((pairs + (pairs >>> 4)) & 0x0f0f_0f0f, 0x0101_0101) >>> 24;
}
