/**
 * Moves captured items to where they are dumped. Takes items in the order of processing, returns them in the
 * order of output. A capture comes out with all that was ever stored in it, so that all items must be known
 * first.
 */
import type { Item } from '../../../item.ts';

/** `keepLines`: what comes out of a capture stands on the line where it is dumped. */
export function moveCaptures(items: readonly Item[], keepLines: boolean): readonly Item[] {
  const main: Item[] = [];
  const captures = new Map<string, Item[]>();
  let current = main;
  for (const item of items) {
    if (item.kind === 'capture') {
      current = captures.get(item.name) ?? [];
      captures.set(item.name, current);
    } else if (item.kind === 'capture-end') {
      current = main;
    } else {
      current.push(item);
    }
  }
  const output: Item[] = [];
  const write = (list: readonly Item[], nested: boolean, line: number | undefined): void => {
    for (const item of list) {
      if (item.kind === 'dump-capture') {
        const dumpLine = line ?? item.place.mainLine ?? item.place.line;
        write(captures.get(item.name) ?? [], nested || item.nested, dumpLine);
      } else {
        const moved = keepLines && line !== undefined ? movedTo(line, item) : item;
        output.push(nested && moved.kind === 'actions' ? { ...moved, nested } : moved);
      }
    }
  };
  write(main, false, undefined);
  return output;
}

/** The item as one that the line of the main file brings in. */
function movedTo(mainLine: number, item: Item): Item {
  if (!('place' in item)) return item;
  // A comment of another line has no place here.
  if (item.kind === 'comment') return { ...item, place: undefined };
  return { ...item, place: { ...item.place, mainLine } };
}
