/**
 * The values of an action list as DynASM breaks them into lines. Takes the bytes of the list, returns the
 * lines between the braces of an array's initialiser.
 */
/** A line ends with the value that brings it to this length. */
const WIDTH = 75;

/** An empty list is printed as one STOP, 255. */
export function actionLines(bytes: readonly number[]): readonly string[] {
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
