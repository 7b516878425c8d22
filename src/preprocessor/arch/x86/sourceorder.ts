/**
 * Numbers that put the arguments of a statement into the order of the source. Each part of an operand that
 * can need an argument has its own number (`Argument.sourceOrder`).
 */

import type { Operand } from './operand.ts';

/** The parts of a memory operand, in the order in which they are mostly written. */
export const OperandPart = { BASE: 0, INDEX: 1, DISPLACEMENT: 2 } as const;

/** So many numbers belong to each operand. */
const NUMBERS = 4;

/** The number of a part of the operand at `position` (from 0). Operands that are not memory have no parts. */
export function sourceOrder(position: number, part: number = OperandPart.BASE): number {
  return position * NUMBERS + part;
}

/** The number of a part of a memory operand, whatever the order in which its parts are written. */
export function partOrder({ position, register, index, displacement }: Operand, part: number): number {
  const hasPlace = typeof displacement === 'object' && 'start' in displacement;
  const starts = [
    register?.variable?.start,
    index?.variable?.start,
    hasPlace ? displacement.start : undefined,
  ];
  const own = starts[part];
  let rank = part;
  for (const [other, start] of starts.entries()) {
    if (own === undefined || start === undefined) continue;
    if (other > part && start < own) rank++;
    else if (other < part && start > own) rank--;
  }
  return sourceOrder(position, rank);
}

/** The position of the operand that a number belongs to. */
export function positionOf(order: number): number {
  return Math.floor(order / NUMBERS);
}
