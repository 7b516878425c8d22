/**
 * The layout of linked code, for listings. Few ask for it: it refers to the records of the state, and before
 * the state goes on to other code, it has the layout copy them.
 */
import type { ActionList } from './actionlist.ts';
import type { LinkedSection } from './codelines.ts';

/** The layout of code. Made by `State.layout` after link. */
export class Layout {
  readonly list: ActionList;
  sections: readonly LinkedSection[];
  /** Where the sections start in the code before shortening. */
  starts: Int32Array;

  /** `sections`, `starts`: as link leaves them. */
  constructor(list: ActionList, sections: readonly LinkedSection[], starts: Int32Array) {
    this.list = list;
    this.starts = starts;
    // What is put behind the code does not change what stands here.
    this.sections = sections.map(section => copyOf(section));
  }

  /** From here on the records of the state may change. */
  detach(): void {
    this.starts = this.starts.slice();
    this.sections = this.sections.map(section => ({
      ...section,
      records: section.records.slice(0, section.recordEnd),
      lines: section.lines.slice(0, section.lineEnd),
    }));
  }
}

function copyOf({ position, records, recordEnd, lines, lineEnd }: LinkedSection): LinkedSection {
  return { position, records, recordEnd, lines, lineEnd };
}
