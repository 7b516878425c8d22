/** What the loop of a batch call (loop.dast) is made from, and what it reads. */
import type { ArgumentPlace } from '../argumentplace.ts';
import type { Element } from '../prototype/element.ts';

/** A parameter, and where it is passed. */
export interface Placed extends ArgumentPlace {
  readonly element: Element;
  /** Whether its values come from an array. */
  readonly isArray: boolean;
}

/** What the loop reads, as offsets in bytes: 8 bytes each. */
export const Context = { FUNCTION: 0, COUNT: 8, RESULT: 16, ARGUMENTS: 24 } as const;
