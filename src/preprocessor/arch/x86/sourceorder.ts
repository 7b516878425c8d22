/**
 * Numbers that put the arguments of a statement into the order of the source. Each part of an operand that
 * can need an argument has its own number (`Argument.sourceOrder`).
 */

/** The parts of a memory operand, in the order in which they are written. */
export const OperandPart = { BASE: 0, INDEX: 1, DISPLACEMENT: 2 } as const;

/** So many numbers belong to each operand. */
const NUMBERS = 4;

/** The number of a part of the operand at `position` (from 0). Operands that are not memory have no parts. */
export function sourceOrder(position: number, part: number = OperandPart.BASE): number {
  return position * NUMBERS + part;
}

/** The position of the operand that a number belongs to. */
export function positionOf(order: number): number {
  return Math.floor(order / NUMBERS);
}
