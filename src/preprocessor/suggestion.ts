/** Names one slip away from a given one: for "did you mean" notes. */

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz0123456789_';
const MAX_LENGTH = 40;
const MAX_SUGGESTIONS = 4;

/** The spellings with one character dropped, swapped with its neighbour, replaced or added. */
function* slips(name: string): Generator<string> {
  for (let index = 0; index <= name.length; index++) {
    const head = name.slice(0, index);
    const tail = name.slice(index);
    if (tail !== '') yield head + tail.slice(1);
    if (tail.length > 1) yield head + tail.charAt(1) + tail.charAt(0) + tail.slice(2);
    for (const character of ALPHABET) {
      yield head + character + tail;
      if (tail !== '') yield head + character + tail.slice(1);
    }
  }
}

/** Up to four known names that differ from `name` by one slip, or by a leading dot or letter case. */
export function similarNames(name: string, isKnown: (name: string) => boolean): readonly string[] {
  if (name.length > MAX_LENGTH) return [];
  const found = new Set<string>();
  const lower = name.toLowerCase();
  for (const candidate of [lower, `.${lower}`, ...slips(lower)]) {
    if (found.size >= MAX_SUGGESTIONS) break;
    if (candidate !== name && candidate !== '' && isKnown(candidate)) found.add(candidate);
  }
  return [...found];
}
