/**
 * Moves captured items to where they are dumped. Takes items in the order of processing, returns them in the
 * order of output. A capture comes out with all that was ever stored in it, so that all items must be known
 * first.
 */
import type { Item } from '../../../item.ts';

export function moveCaptures(items: readonly Item[]): readonly Item[] {
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
  const write = (list: readonly Item[], nested: boolean): void => {
    for (const item of list) {
      if (item.kind === 'dump-capture') write(captures.get(item.name) ?? [], nested || item.nested);
      else if (nested && item.kind === 'actions') output.push({ ...item, nested });
      else output.push(item);
    }
  };
  write(main, false);
  return output;
}
