/** Which lines of two documents belong together. Takes pairs of lines; returns the lines of the other document. */

/** Lines from 0: in the source, and in what is made of it. */
export type LinePair = readonly [source: number, made: number];

/**
 * The lines that belong to a line of the source, or, if that has none, to the nearest one above it.
 * With `backwards` it is a line of what was made, and lines of the source are found.
 */
export function partnersOf(pairs: readonly LinePair[], line: number, backwards: boolean): readonly number[] {
  const [from, to] = backwards ? ([1, 0] as const) : ([0, 1] as const);
  let nearest = -1;
  for (const pair of pairs) if (pair[from] <= line && pair[from] > nearest) nearest = pair[from];
  return pairs.filter(pair => pair[from] === nearest).map(pair => pair[to]);
}
