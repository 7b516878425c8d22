/** What was probably meant: takes a name that there is not and those that there are; returns the nearest. */

/**
 * The name among `names` that was probably meant by `text`; undefined if none is near. A third of the
 * characters, but not more than three, may be wrong, and letter case does not count.
 */
export function nearest(text: string, names: readonly string[]): string | undefined {
  let best: string | undefined;
  let limit = Math.min(3, Math.ceil(text.length / 3));
  for (const name of names) {
    const distance = editDistance(text.toLowerCase(), name.toLowerCase(), limit);
    if (distance > limit) continue;
    best = name;
    limit = distance - 1;
  }
  return best;
}

/**
 * How many characters must be dropped, added, replaced or swapped with their neighbour to make one text of
 * the other; more than `limit` if it is more than that.
 */
function editDistance(text: string, other: string, limit: number): number {
  if (Math.abs(text.length - other.length) > limit) return limit + 1;
  // The distances of the beginnings of `other` from the beginning of `text` without its last two characters,
  // and without its last one.
  let before: readonly number[] = [];
  let last: readonly number[] = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let i = 1; i <= text.length; i++) {
    const row = [i];
    for (let j = 1; j <= other.length; j++) {
      const replaced = last[j - 1]! + (text[i - 1] === other[j - 1] ? 0 : 1);
      let least = Math.min(replaced, last[j]! + 1, row[j - 1]! + 1);
      if (text[i - 1] === other[j - 2] && text[i - 2] === other[j - 1])
        least = Math.min(least, before[j - 2]! + 1);
      row.push(least);
    }
    before = last;
    last = row;
  }
  return last[other.length]!;
}
