/**
 * How a register number of up to five bits changes the bytes of an instruction, as text: what
 * src/encoder/x86/evexregister.ts does. Takes the action's first inline byte (registerfield.ts), the highest
 * number, its name, and the distance of the EVEX prefix; returns what is combined with the bytes by exclusive
 * or.
 */
import * as RegisterField from '../../../../encoder/format/registerfield.ts';

/** `expression << shift` changes the byte that stands `back` bytes in front of the end of the code. */
interface RegisterTerm {
  readonly back: number;
  readonly expression: string;
  readonly shift: number;
}

/**
 * Some bits of the number: the byte that they go into (1, 2 or 3 of the prefix, 0 for the last one before the
 * action), a mask of them, and how far they are shifted to the left there (−1: one to the right).
 */
type Part = readonly [byte: number, mask: number, shift: number];

const REG: readonly Part[] = [[0, 7, 3], [1, 8, 4], [1, 16, 0]]; // prettier-ignore
const RM: readonly Part[] = [[0, 7, 0], [1, 24, 2]]; // prettier-ignore
const INDEX: readonly Part[] = [[0, 7, 3], [1, 8, 3], [3, 16, -1]]; // prettier-ignore

const PARTS: { readonly [field: number]: readonly Part[] } = {
  [RegisterField.REG]: REG,
  [RegisterField.RM]: RM,
  [RegisterField.MEMORY]: RM,
  [RegisterField.INDEX]: INDEX,
  [RegisterField.VECTOR_INDEX]: INDEX,
  [RegisterField.VVVV]: [[2, 15, 3], [3, 16, -1]], // prettier-ignore
  [RegisterField.MASK]: [[3, 7, 0]],
  [RegisterField.LOW_REG]: REG,
  [RegisterField.LOW_RM]: RM,
  [RegisterField.LOW_VVVV]: REG,
};

export function registerTerms(
  inline: number,
  high: number,
  name: string,
  distance: number,
): readonly RegisterTerm[] {
  const parts = PARTS[inline & RegisterField.FIELD_MASK] ?? [];
  return parts
    .filter(([, mask]) => (high & mask) !== 0)
    .map(([byte, mask, shift]) => {
      const bits = (high & mask) === high ? name : `(${name} & ${mask})`;
      return {
        back: byte === 0 ? 1 : distance - byte,
        expression: shift < 0 ? `(${bits} >> 1)` : bits,
        shift: Math.max(shift, 0),
      };
    });
}
