/**
 * Numbers that put the arguments of a statement into the order of the source. Each part of an operand that
 * can need an argument has its own number (`Argument.sourceOrder`).
 */

import type { Operand } from './operand.ts';

/** The parts of a memory operand, in the order in which they are mostly written. */
export const OperandPart = { BASE: 0, INDEX: 1, DISPLACEMENT: 2, MASK: 3 } as const;

/** So many numbers belong to each operand. */
const NUMBERS = 4;

/** The number of a part of the operand at `position` (from 0). Operands that are not memory have no parts. */
export function sourceOrder(position: number, part: number = OperandPart.BASE): number {
  return position * NUMBERS + part;
}

/** The number of a term of a sum, of `count`; `order` is that of the whole sum. */
export function termOrder(order: number, index: number, count: number): number {
  return order + index / count;
}

/** The number of a part of a memory operand, whatever the order in which its parts are written. */
export function partOrder({ position, register, index, displacement }: Operand, part: number): number {
  if (part === OperandPart.MASK) return sourceOrder(position, part);
  if (register?.variable === undefined && index?.variable === undefined) return sourceOrder(position, part);
  const hasPlace = typeof displacement === 'object' && 'start' in displacement;
  const starts = [
    register?.variable?.start,
    index?.variable?.start,
    hasPlace ? displacement.start : undefined,
  ];
  // Of the parts with a place, the first one in the source gets the smallest of their numbers.
  const parts = [OperandPart.BASE, OperandPart.INDEX, OperandPart.DISPLACEMENT].filter(
    each => starts[each] !== undefined,
  );
  const inSource = parts.toSorted((a, b) => (starts[a] ?? 0) - (starts[b] ?? 0));
  return sourceOrder(position, parts[inSource.findIndex(each => each === part)] ?? part);
}

/** The position of the operand that a number belongs to. */
export function positionOf(order: number): number {
  return Math.floor(order / NUMBERS);
}
