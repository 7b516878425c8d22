/**
 * The layout of linked code, for listings. Few ask for it: it refers to the records of the state, and before
 * the state goes on to other code, it has the layout copy them.
 */
import type { ActionList } from './actionlist.ts';
import type { LinkedSection } from './codelines.ts';
import type { State } from './state.ts';

/** After link: what the code of a state consists of. `size`: of the code, in bytes. */
export function layoutOf(state: State, size: number): Layout {
  const { list, emitter, linkedStarts = NOT_LINKED } = state;
  const layout = new Layout(list, size, emitter.sections, linkedStarts);
  state.holdLayout(layout);
  return layout;
}

const NOT_LINKED = new Int32Array(0);

/** The layout of code. */
export class Layout {
  readonly list: ActionList;
  /** Of the code, in bytes. */
  readonly size: number;
  sections: readonly LinkedSection[];
  /** Where the sections start in the code before shortening. */
  starts: ArrayLike<number>;

  /** `sections`, `starts`: as link leaves them. */
  constructor(list: ActionList, size: number, sections: readonly LinkedSection[], starts: Int32Array) {
    this.list = list;
    this.size = size;
    this.starts = starts;
    this.sections = sections.map(({ position, records, recordEnd, lines, lineEnd }) => ({
      position,
      records,
      // What is put behind the code does not change what stands here.
      recordEnd,
      lines,
      lineEnd,
    }));
  }

  /** From here on the records of the state may change. */
  detach(): void {
    this.starts = copyOf(this.starts, this.starts.length);
    this.sections = this.sections.map(({ position, records, recordEnd, lines, lineEnd }) => ({
      position,
      records: copyOf(records, recordEnd),
      recordEnd,
      lines: copyOf(lines, lineEnd),
      lineEnd,
    }));
  }

  /** Nobody will ask any more. */
  release(): void {
    this.sections = [];
  }
}

/** Of so many words a typed array is made faster than an array. */
const MANY = 256;

function copyOf(words: ArrayLike<number>, length: number): ArrayLike<number> {
  if (length > MANY && words instanceof Int32Array) return words.slice(0, length);
  const copy: number[] = [];
  for (let index = 0; index < length; index++) copy.push(words[index] ?? 0);
  return copy;
}
