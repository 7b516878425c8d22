/** Random numbers that a seed repeats (Mulberry32). */

/** A number from 0 on, below 1. */
export function randomFractions(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A whole number from 0 on, below a limit. */
export type Random = (limit: number) => number;

export function randomNumbers(seed: number): Random {
  const fraction = randomFractions(seed);
  return limit => Math.floor(fraction() * limit);
}
