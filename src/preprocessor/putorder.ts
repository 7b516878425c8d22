/**
 * The puts of a text without host lines, in the order in which they run: what a capture holds stands where
 * it is dumped, as often as it is.
 */
import type { Item } from './item.ts';

export type Put = Extract<Item, { readonly kind: 'put' }>;

export function putsInOrder(items: readonly Item[]): readonly Put[] {
  const main: (Put | string)[] = [];
  const captures = new Map<string, (Put | string)[]>();
  let current = main;
  for (const item of items) {
    switch (item.kind) {
      case 'put':
        current.push(item);
        break;
      case 'capture':
        current = captures.get(item.name) ?? [];
        captures.set(item.name, current);
        break;
      case 'capture-end':
        current = main;
        break;
      case 'dump-capture':
        current.push(item.name);
        break;
      default:
    }
  }
  const resolve = (puts: readonly (Put | string)[]): readonly Put[] =>
    puts.flatMap(put => (typeof put === 'string' ? resolve(captures.get(put) ?? []) : [put]));
  return resolve(main);
}
