/**
 * Finds labels that a run of assembly defines twice. It takes each definition with the items so far, and
 * returns the place of an earlier definition. Host code ends a run: it may branch, or begin another state.
 */
import type { Item, Place } from '../item.ts';

/** Host lines that are blank, or a comment of C or Lua. */
const NO_CODE = /^\s*(?:\/\/.*|--(?!\w).*)?$/s;
/** Labels that are the same label wherever they stand in a run: other expressions may have other values. */
const FIXED = /^(?:->.*|=>\s*\w+)$/s;

export class LabelRun {
  /** By the label: where it was first defined in the run. */
  readonly #defined = new Map<string, Place>();
  /** So many items have been looked at. */
  #items = 0;

  /** A label is defined at a place, behind `items`. Returns where the run has defined it before. */
  define(label: string, items: readonly Item[], place: Place): Place | undefined {
    for (; this.#items < items.length; this.#items++) {
      const item = items[this.#items];
      if (item !== undefined && endsRun(item)) this.#defined.clear();
    }
    if (!FIXED.test(label)) return undefined;
    const first = this.#defined.get(label);
    if (first === undefined) this.#defined.set(label, place);
    return first;
  }
}

function endsRun(item: Item): boolean {
  switch (item.kind) {
    case 'host':
      return !NO_CODE.test(item.text);
    // Captured code comes out elsewhere.
    case 'capture':
    case 'capture-end':
    case 'dump-capture':
      return true;
    default:
      return false;
  }
}
