/**
 * The values of an action list as DynASM breaks them into lines. Takes the elements of the list, returns the
 * lines between the braces of an array's initialiser.
 */

/** A line ends with the value that brings it to this length. */
const WIDTH = 75;

/** A list of bytes. An empty list is printed as one STOP, 255. */
export function byteLines(bytes: readonly number[]): readonly string[] {
  const lines: string[] = [];
  const last = bytes.length - 1;
  let start = 0;
  let width = 2;
  for (let index = 0; index < last; index++) {
    const byte = bytes[index] ?? 0;
    width += byte < 10 ? 2 : byte < 100 ? 3 : 4;
    if (width < WIDTH) continue;
    lines.push(`  ${bytes.slice(start, index + 1).join(',')},`);
    start = index + 1;
    width = 2;
  }
  lines.push(`  ${last < 0 ? 255 : bytes.slice(start).join(',')}`);
  return lines;
}

/** A list of words. An empty list, at which DynASM fails, is printed as one STOP, 0. */
export function wordLines(words: readonly number[]): readonly string[] {
  const texts = (words.length === 0 ? [0] : words).map(word => `0x${word.toString(16).padStart(8, '0')}`);
  return texts.map((text, index) => (index + 1 < texts.length ? `${text},` : text));
}
